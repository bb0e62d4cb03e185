// Lighthouse's four scores for the start page, and how long a phone waits for it: the medians of several visits, with the
// least and the most. A phone as Lighthouse has it: 150 ms to the host and back, 1.6 Mbit/s, a quarter of the speed.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { read, serve } from "./server.mjs";
import { ARGUMENTS } from "./engines/chromium.mjs";

const { DIST, CHROMIUM, ROUNDS = "5" } = process.env;
const MODULES = join(dirname(fileURLToPath(import.meta.url)), "../lighthouse/node_modules");
const { default: lighthouse } = await import(join(MODULES, "lighthouse/core/index.js"));
const { launch } = await import(join(MODULES, "chrome-launcher/dist/index.js"));

/** How the phone is slowed down: computed from a visit at full speed, or in fact. */
const METHODS = { simulate: "computed", devtools: "in fact" };

/** Audits, and the most that is wanted of each. */
const AUDITS = {
  "first-contentful-paint": ["first paint, ms", 1200],
  "largest-contentful-paint": ["largest paint, ms", 1800],
  "total-blocking-time": ["blocked, ms", 150],
  "cumulative-layout-shift": ["shift", 0.02],
};

// As most hosts do.
const zipped = new Map([...read(DIST)].map(([name, bytes]) => [name, gzipSync(bytes, { level: 9 })]));
const server = await serve(DIST, { over: zipped, always: { "Content-Encoding": "gzip" } });
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
try {
  row("slowed down", ...Object.values(AUDITS).map(([name, most]) => `${name} (≤ ${most})`), "scores", "machine");
  row(...Array(Object.keys(AUDITS).length + 3).fill("---"));
  for (const [method, name] of Object.entries(METHODS)) {
    const reports = [];
    for (let round = 0; round < Number(ROUNDS); round += 1) reports.push(await report(method));
    const spread = (of, digits = 0) => {
      const all = reports.map(of).sort((a, b) => a - b);
      const [half, least, most] = [all[all.length >> 1], all[0], all.at(-1)].map((value) => value.toFixed(digits));
      return `${half} (${least}–${most})`;
    };
    const score = (category) => spread((report) => report.categories[category].score * 100);
    row(
      name,
      ...Object.entries(AUDITS).map(([id, [, most]]) => spread((report) => report.audits[id].numericValue, most < 1 ? 3 : 0)),
      ["performance", "accessibility", "best-practices", "seo"].map((category) => `${category} ${score(category)}`).join(", "),
      // Lighthouse's own measure of the machine: higher is faster.
      spread((report) => report.environment.benchmarkIndex),
    );
  }
} finally {
  await server.close();
}

async function report(throttlingMethod) {
  const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: ["--headless", ...ARGUMENTS], logLevel: "silent" });
  try {
    const { lhr } = await lighthouse(server.url, { port: chrome.port, logLevel: "silent" }, { extends: "lighthouse:default", settings: { throttlingMethod } });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    return lhr;
  } finally {
    await chrome.kill();
  }
}
