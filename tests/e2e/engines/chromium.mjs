// Chromium, driven by Playwright.
import { chromium } from "playwright-core";
import { reportViolations } from "./watch.mjs";

/** What a browser of ours is started with, whoever drives it. */
export const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function start() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ARGUMENTS });
  return {
    version: `Chromium ${browser.version()}`,
    open: (options) => open(browser, options),
    close: () => browser.close(),
  };
}

async function open(browser, { width, height, patience }) {
  const context = await browser.newContext({ viewport: { width, height } });
  context.setDefaultTimeout(patience);
  await context.addInitScript(reportViolations);
  const page = await context.newPage();
  const findings = [];
  const requests = [];
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type())) return;
    findings.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => findings.push(`uncaught: ${error.message}`));
  page.on("dialog", (dialog) => {
    findings.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => requests.push(request.url()));
  const first = (selector) => page.locator(selector).first();
  return {
    go: (url) => page.goto(url),
    async evaluate(expression, frame) {
      if (frame === undefined) return page.evaluate(expression);
      const element = await first(frame).elementHandle();
      return (await element.contentFrame()).evaluate(expression);
    },
    click: (selector) => first(selector).click(),
    choose: (selector, value) => first(selector).selectOption({ value }),
    press: (key) => page.keyboard.press(key),
    resize: (size) => page.setViewportSize(size),
    screenshot: () => page.screenshot(),
    reload: () => page.reload(),
    back: () => page.goBack(),
    forward: () => page.goForward(),
    cookies: async () => (await context.cookies()).map(({ name }) => name),
    findings: async () => findings,
    requests: () => requests,
    close: () => context.close(),
  };
}
