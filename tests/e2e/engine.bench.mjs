// How long the engine takes for the whole corpus, in Chromium: minimum, median and maximum of several runs.
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const RUNS = 9;
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"];

const server = await serve(process.env.DIST);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ARGUMENTS });
try {
  const page = await browser.newPage();
  await page.goto(`${server.origin}/index.html`);
  const parts = await page.evaluate(async (runs) => {
    const { default: load, Corpus } = await import("./engine.js");
    await load({ module_or_path: "./engine_bg.wasm" });
    const corpus = new Corpus(await (await fetch("./corpus.json")).text());
    const names = Object.getOwnPropertyNames(Corpus.prototype).filter((name) => /^[a-z]+$/.test(name));
    return names
      .filter((name) => !["constructor", "free"].includes(name))
      .map((name) => {
        const times = [];
        let found = 0;
        for (let run = 0; run < runs; run++) {
          const start = performance.now();
          found = corpus[name]();
          times.push(performance.now() - start);
        }
        return { name, found, times: times.sort((a, b) => a - b) };
      });
  }, RUNS);
  const row = (name, found, times) =>
    console.log(
      name.padEnd(12),
      String(found).padStart(8),
      ...[times[0], times[times.length >> 1], times.at(-1)].map((time) => time.toFixed(1).padStart(9)),
    );
  console.log(`${"".padEnd(12)} ${"found".padStart(8)} ${"min ms".padStart(9)} ${"median".padStart(9)} ${"max".padStart(9)}`);
  for (const { name, found, times } of parts) row(name, found, times);
  const whole = [0, RUNS >> 1, RUNS - 1].map((at) => parts.reduce((sum, { times }) => sum + times[at], 0));
  row("all", parts.reduce((sum, { found }) => sum + found, 0), whole);
} finally {
  await browser.close();
  await server.close();
}
