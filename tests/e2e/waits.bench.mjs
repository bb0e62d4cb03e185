// How long a reader waits in Chromium on a processor six times as slow: for each kind of interaction the median, the INP
// and the longest of the browser's own event timings, from the key or click to the next paint, over several visits.
import { chromium } from "playwright-core";
import { ARGUMENTS } from "./engines/chromium.mjs";
import { STANDS, settled } from "./engines/visit.mjs";
import { serve } from "./server.mjs";

const SLOWER = Number(process.env.SLOWER ?? 6);
const ROUNDS = Number(process.env.ROUNDS ?? 5);
const QUERIES = [
  "ceasefire",
  "karabakh refugees",
  "12 may 2021",
  '"territorial integrity"',
  "who attacked the border villages in may 2021",
  "genocdie",
];
/** The box that splits accounts by their documents. */
const SPLIT = '.choice:has-text("Split by document") input';

/** A fixed piece of work, done between the visits: how unsteady the machine is. */
const WORK = 3_000_000;

const waits = new Map();
const starts = [];
const noise = [];
const server = await serve(process.env.DIST);
try {
  for (let round = 0; round < ROUNDS; round += 1) {
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ARGUMENTS });
    try {
      await visit(await browser.newContext({ viewport: { width: 1280, height: 800 } }));
    } finally {
      await browser.close();
    }
  }
} finally {
  await server.close();
}
const row = (...cells) => console.log(`| ${cells.join(" | ")} |`);
const sorted = (times) => times.sort((a, b) => a - b);
row(`at 1/${SLOWER} of the speed`, "measured", "median, ms", "INP, ms", "longest, ms");
row("---", "---", "---", "---", "---");
for (const [name, times] of [...waits, ["installed, without a network: from loading until all rows stand", starts]]) {
  const all = sorted(times);
  // As the measure is defined: of each fifty interactions, the longest is left out.
  // Source: https://web.dev/articles/inp
  const slow = all.length - 1 - Math.floor(all.length / 50);
  row(name, all.length, ...[all.length >> 1, slow, all.length - 1].map((at) => Math.round(all[at] ?? 0) || "< 16"));
}
const [least, half, most] = [0, 0.5, 1].map((part) => sorted(noise)[Math.round((noise.length - 1) * part)].toFixed(0));
console.log(`\nSo unsteady is the machine: a fixed piece of work took ${half} ms in the median, ${least} to ${most} in all.`);

async function visit(context) {
  const page = await context.newPage();
  const settle = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  await page.addInitScript(() => {
    window.timings = [];
    // Shorter ones than 16 ms are not told of.
    new PerformanceObserver((list) => {
      for (const { duration, interactionId } of list.getEntries()) if (interactionId) window.timings.push(duration);
    }).observe({ type: "event", durationThreshold: 16 });
  });
  const session = await context.newCDPSession(page);
  const slow = (rate) => session.send("Emulation.setCPUThrottlingRate", { rate });

  async function measure(name, steps) {
    await page.evaluate(() => (window.timings.length = 0));
    for (const step of steps) {
      await step();
      await settle();
      // What comes in its turn is there, as it is when a reader acts again.
      await settled(page);
    }
    waits.set(name, [...(waits.get(name) ?? []), ...(await page.evaluate(() => window.timings))]);
  }
  const key = (key) => () => page.keyboard.press(key);
  const click = (selector, nth = 0) => () => page.locator(selector).nth(nth).click();
  const pages = page.getByRole("navigation", { name: "Pages" });
  const open = (name) => () => pages.getByRole("link", { name, exact: true }).click();
  const stands = () => page.locator(STANDS).waitFor();

  // Offline, as an installed app starts: everything is there, and nothing else answers.
  await page.goto(server.url);
  await stands();
  await page.waitForFunction(() => document.documentElement.dataset.offline === "ready");
  await context.setOffline(true);
  await slow(SLOWER);
  await page.reload();
  await stands();
  starts.push(await page.evaluate(() => performance.now()));
  await context.setOffline(false);
  noise.push(
    await page.evaluate((work) => {
      const began = performance.now();
      let sum = 0;
      for (let i = 0; i < work; i += 1) sum = (sum * 31 + i) | 0;
      return performance.now() - began + (sum & 0);
    }, WORK),
  );

  await measure("change the period", [click(".slots a", 8), click(".slots a", 3), click(".slots a", 12)]);
  await measure("open a passage", [click("#period-september-december-2022 .place"), click("#period-september-december-2022 .place", 1)]);
  await page.keyboard.press("Escape");
  await measure("move a column", [click("#right-azerbaijani"), click("#left-azerbaijani")]);
  await measure("hide and show a column", [click("#hide-armenian"), click("#show-armenian")]);
  await page.locator(".arrange").getByLabel("Said in the name of").focus();
  await measure("hear one side, and all", [key("ArrowDown"), key("ArrowUp")]);
  await measure("split by document, and join", [
    click(SPLIT),
    click(SPLIT),
  ]);
  await measure("mark names", [
    () => page.getByLabel("Mark in the texts").focus(),
    key("ArrowDown"),
    key("ArrowDown"),
    key("ArrowUp"),
    key("ArrowUp"),
  ]);
  // At the first time the page's chunk is waited for, at the second the page.
  for (let time = 0; time < 2; time += 1) {
    await measure("Compare to Read", [open("Read")]);
    await page.locator(".whole").waitFor();
    await measure("Read to Compare", [open("Compare")]);
  }
  await stands();

  await page.goto(`${server.url}#v1/search`);
  await page.locator("#query").waitFor();
  await page.locator("#query").focus();
  for (const query of QUERIES) {
    await page.locator("#query").fill("");
    await settle();
    await measure("type a query", [...query].map((letter) => key(letter === " " ? "Space" : letter)));
  }
  await page.locator("#query").fill("border");
  await settle();
  await measure("next hit", Array(6).fill(key("ArrowDown")));
  const period = page.locator(".spread button").nth(8);
  await measure("narrow to a period and back", [() => period.click(), () => period.click()]);
  await measure("open a hit in Compare", [key("Tab"), () => page.locator(".hit [data-opens]").first().click()]);
  await stands();
  await page.goBack();
  await page.locator("#query").waitFor();
  await page.goto(`${server.url}#v1/concordance?q=the`);
  await page.locator(".line").first().waitFor();
  await page.locator("#query").focus();
  await measure("a letter in the concordance", ["Backspace", "h", "e", "Backspace", "o"].map(key));
  await page.getByRole("combobox", { name: "Sort by" }).focus();
  await measure("sort the concordance", ["ArrowDown", "ArrowDown", "ArrowUp"].map(key));
  await measure("another form in the concordance", [() => page.getByRole("checkbox").first().click()]);
}
