// What the app does with larger corpora than there are, in Chromium at full speed: until the first row stands and until all
// do, memory, elements, another period, and typing a query. For each the medians of a few visits, and how it grows.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { ARGUMENTS } from "./engines/chromium.mjs";
import { read, serve } from "./server.mjs";

const { DIST, CHROMIUM, CORPORA, LARGER, ROUNDS = "5" } = process.env;
/** Milliseconds after which a step is given up, and told as not reached. */
const LONGEST = 120_000;
const QUERY = "border villages";

const LINES = {
  corpus: ["corpus.json, MB", 1],
  first: ["until the first row stands, ms"],
  rows: ["until all rows stand, ms"],
  elements: ["elements of the page, thousands", 1],
  memory: ["memory of the page’s process, MB"],
  period: ["another period, to the next paint, ms"],
  query: ["from opening the search to the hits of a first letter, ms"],
  letter: ["another letter, to the next paint, ms"],
};

const SCALES = [1, ...LARGER.split(" ").map(Number)];
const found = new Map();
for (const copies of SCALES) {
  const visits = [];
  for (let round = 0; round < (copies < 100 ? Number(ROUNDS) : 1); round += 1) {
    console.error(`${copies} × the corpus, visit ${round + 1} …`);
    visits.push(await visit(copies));
  }
  found.set(copies, visits);
}
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
row("", ...SCALES.flatMap((copies) => (copies === 1 ? "the corpus" : [`${copies} × the corpus`, "grown"])));
row(...Array(SCALES.length * 2).fill("---"));
for (const [key, [name, digits = 0]] of Object.entries(LINES)) {
  const [own, ...larger] = SCALES.map((copies) => median(found.get(copies).map((visit) => visit[key])));
  const told = (value) => value?.toFixed(digits) ?? "not reached";
  row(name, told(own), ...larger.flatMap((value) => [told(value), value && own ? `${(value / own).toFixed(1)} ×` : "–"]));
}

/** Of what was reached by each visit. */
function median(values) {
  return values.includes(undefined) ? undefined : values.sort((a, b) => a - b)[values.length >> 1];
}

/** The built app with a corpus in the place of its own: boot checks a file by the digest in its name. */
function withCorpus(copies) {
  const files = read(DIST);
  const name = [...files.keys()].find((name) => /^corpus-[0-9a-f]+\.json$/.test(name));
  if (copies === 1) return { bytes: files.get(name).length };
  const corpus = readFileSync(join(CORPORA, `${copies}.json`));
  const other = `corpus-${createHash("sha256").update(corpus).digest("hex").slice(0, 16)}.json`;
  const page = Buffer.from(files.get("index.html").toString().replaceAll(name, other));
  return { bytes: corpus.length, over: new Map([[other, corpus], ["index.html", page]]) };
}

async function visit(copies) {
  const { bytes, over } = withCorpus(copies);
  const server = await serve(DIST, { over });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: [...ARGUMENTS, "--js-flags=--max-old-space-size=8192"] });
  const measured = { corpus: bytes / 1e6 };
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(LONGEST);
    // What is measured is a first visit; a worker would fetch everything once more.
    await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined }));
    await context.addInitScript(() => {
      window.timings = [];
      new PerformanceObserver((list) => {
        for (const { duration, interactionId } of list.getEntries()) if (interactionId) window.timings.push(duration);
      }).observe({ type: "event", durationThreshold: 16 });
    });
    const page = await context.newPage();
    await steps(page, server, await browser.newBrowserCDPSession(), measured);
  } catch (error) {
    console.error(`  given up: ${error.message.split("\n")[0]}`);
  } finally {
    await browser.close();
    await server.close();
  }
  return measured;
}

async function steps(page, server, session, measured) {
  const now = () => page.evaluate(() => performance.now());
  /** How long the browser took from the key or click to the next paint: of several, the median. */
  const waited = async (...acts) => {
    await page.evaluate(() => (window.timings.length = 0));
    for (const act of acts) {
      await act();
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    }
    return median(await page.evaluate(() => window.timings)) ?? 16;
  };
  await page.goto(server.url, { waitUntil: "commit" });
  await page.locator("#app:not(:has(> .boot, .waiting)) .row .passage").first().waitFor();
  measured.first = await now();
  await page.locator(".coming").first().waitFor({ state: "detached" });
  measured.rows = await now();
  measured.elements = (await page.evaluate(() => document.querySelectorAll("*").length)) / 1e3;
  measured.memory = await residentMemory(session);
  measured.period = await waited(...[8, 3, 12].map((at) => () => page.locator(".slots a").nth(at).click()));
  const began = await now();
  await page.evaluate(() => (location.hash = "v1/search"));
  await page.locator("#query").focus();
  await page.keyboard.press(QUERY[0]);
  await page.locator(".hit").first().waitFor();
  measured.query = (await now()) - began;
  measured.letter = await waited(...[...QUERY.slice(1)].map((letter) => () => page.keyboard.press(letter === " " ? "Space" : letter)));
}

/** What the largest of the browser's pages holds, in MB; told by Linux alone. */
async function residentMemory(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const held = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => Number(readFileSync(`/proc/${id}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]));
  return Math.max(...held) / 1e3;
}
