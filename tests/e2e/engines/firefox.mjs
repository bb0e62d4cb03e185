// Firefox ESR, driven by Puppeteer over WebDriver BiDi.
import puppeteer from "puppeteer-core";
import { folder, remove } from "./processes.mjs";
import { reportViolations, tellErrors } from "./watch.mjs";

export async function start(settings = {}) {
  const profile = folder();
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: process.env.FIREFOX,
    headless: true,
    userDataDir: profile,
    // As readers have it: Puppeteer would let a page from the disk read its neighbours.
    extraPrefsFirefox: { "security.fileuri.strict_origin_policy": true, ...settings },
    // Its watchman for crashes would outlive it.
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: "1" },
  });
  return {
    version: (await browser.version()).replace("firefox/", "Firefox "),
    open: (options) => open(browser, options),
    async close() {
      await browser.close();
      remove(profile);
    },
  };
}

async function open(browser, { width, height, patience }) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.setViewport({ width, height });
  await page.evaluateOnNewDocument(tellErrors);
  await page.evaluateOnNewDocument(reportViolations);
  const findings = [];
  const requests = [];
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) findings.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => findings.push(`uncaught: ${error.message}`));
  page.on("dialog", (dialog) => {
    findings.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => requests.push(request.url()));
  return {
    go: (url) => page.goto(url),
    async evaluate(expression, frame) {
      if (frame === undefined) return page.evaluate(expression);
      const element = await page.$(frame);
      return (await element.contentFrame()).evaluate(expression);
    },
    click: (selector) => page.click(selector),
    choose: (selector, value) => page.select(selector, value),
    async press(key) {
      const keys = key.split("+");
      const last = keys.pop();
      for (const held of keys) await page.keyboard.down(held);
      await page.keyboard.press(last);
      for (const held of keys) await page.keyboard.up(held);
    },
    resize: (size) => page.setViewport(size),
    screenshot: async () => Buffer.from(await page.screenshot()),
    reload: () => page.reload(),
    // Puppeteer's own way waits for a load that a step between fragments never brings.
    back: () => page.evaluate("history.back()"),
    forward: () => page.evaluate("history.forward()"),
    cookies: async () => (await context.cookies()).map(({ name }) => name),
    findings: async () => findings,
    requests: () => requests,
    close: () => context.close(),
  };
}
