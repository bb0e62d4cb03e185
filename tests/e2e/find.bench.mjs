// How long a reader waits for the search and the concordance in Chromium on a processor six times as slow: for each kind
// of interaction the median and the longest of the browser's own event timings, from the key or click to the next paint.
import { chromium } from "playwright-core";
import { ARGUMENTS } from "./engines/chromium.mjs";
import { STANDS } from "./engines/visit.mjs";
import { serve } from "./server.mjs";

const SLOWER = Number(process.env.SLOWER ?? 6);
const QUERIES = ["ceasefire", "karabakh refugees", "12 may 2021", "\"territorial integrity\"", "who attacked the border villages in may 2021", "genocdie"];

const server = await serve(process.env.DIST);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ARGUMENTS });
try {
  const page = await (await browser.newContext({ serviceWorkers: "allow" })).newPage();
  await page.goto(`${server.url}#v1/search`);
  await page.locator(STANDS).waitFor();
  await page.locator("#query").waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.evaluate(() => {
    window.timings = [];
    // Shorter ones than 16 ms are not told of.
    new PerformanceObserver((list) => {
      for (const { duration, interactionId } of list.getEntries()) if (interactionId) window.timings.push(duration);
    }).observe({ type: "event", durationThreshold: 16 });
  });
  const row = (...cells) => console.log(cells[0].padEnd(34), ...cells.slice(1).map((cell) => String(cell).padStart(8)));
  row(`at 1/${SLOWER} of the speed, ms`, "count", "median", "longest");
  const settle = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  async function measure(name, steps) {
    await page.evaluate(() => (window.timings.length = 0));
    for (const step of steps) {
      await step();
      await settle();
    }
    const times = (await page.evaluate(() => window.timings)).sort((a, b) => a - b);
    row(name, times.length, times[times.length >> 1] ?? "< 16", times.at(-1) ?? "< 16");
  }
  const key = (key) => () => page.keyboard.press(key);
  await page.locator("#query").focus();
  for (const query of QUERIES) {
    await page.locator("#query").fill("");
    await settle();
    await measure(`type ${query.slice(0, 28)}`, [...query].map((letter) => key(letter === " " ? "Space" : letter)));
  }
  await page.locator("#query").fill("border");
  await settle();
  await measure("next hit", Array(6).fill(key("ArrowDown")));
  const period = page.locator(".spread button").nth(8);
  await measure("narrow to a period and back", [() => period.click(), () => period.click()]);
  await measure("open a hit in Compare", [key("Tab"), () => page.locator(".hit [data-opens]").first().click()]);
  await page.goBack();
  await page.locator("#query").waitFor();
  await page.goto(`${server.url}#v1/concordance?q=the`);
  await page.locator(".line").first().waitFor();
  await page.locator("#query").focus();
  await measure("a letter in the concordance", ["Backspace", "h", "e", "Backspace", "o"].map(key));
  const sort = page.getByRole("combobox", { name: "Sort by" });
  await sort.focus();
  await measure("sort the concordance", ["ArrowDown", "ArrowDown", "ArrowUp"].map(key));
  await measure("another form", [() => page.getByRole("checkbox").first().click()]);
} finally {
  await browser.close();
  await server.close();
}
