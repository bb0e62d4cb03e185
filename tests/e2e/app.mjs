// Opens the app as a reader would, and watches over everything that must never happen meanwhile.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { chromium } from "playwright-core";
import { ARGUMENTS } from "./engines/chromium.mjs";
import { STANDS, settled } from "./engines/visit.mjs";
import { serve } from "./server.mjs";

export { STANDS, settled };

const { CHROMIUM, DIST } = process.env;

/** Milliseconds that a condition may take to come true, on a machine that does other things as well. */
const PATIENCE = 10_000;

/** Longest time that a journey may take, in milliseconds; one that hangs is ended as a failure. */
const JOURNEY = 180_000;

/**
 * Starts a browser for the tests of a file, and returns what declares them:
 * `promise("what a reader is promised", options, async (visit) => { … })`. Each has a page and a server of its own.
 * With `hosts`, pages of other sites on this machine may be visited. With `keeper`, the browser has service workers:
 * elsewhere they would mend the faults that tests bring about. With `scripts: false` a journey runs none.
 *
 * A journey ends with the watch's findings: an error, a warning, a violation of the policy, a failed request, a
 * request to another place or a cookie fails it, unless the journey provoked it.
 */
export function readers({ base, hosts = false, keeper = false } = {}) {
  let browser;
  before(async () => {
    assert.ok(DIST, "DIST names the folder of the built app");
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  });
  after(() => browser?.close());
  return (name, options, journey) =>
    test(name, { timeout: JOURNEY }, async () => {
      const server = await serve(DIST, { base });
      try {
        await travel(await open(browser, server, { ...options, hosts, keeper }), options, journey);
      } finally {
        await server.close();
      }
    });
}

async function travel(visit, options, journey) {
  const { page, watch, go } = visit;
  try {
    if (options.at !== undefined) await go(options.at);
    await journey(visit);
    watch.findsNothing();
    assert.deepEqual(await page.context().cookies(), [], "no cookie is set");
  } catch (error) {
    if (watch.findings.length === 0) throw error;
    throw new Error(`${error.message}\nMeanwhile:\n  ${watch.findings.join("\n  ")}`, { cause: error });
  } finally {
    await page.context().close();
  }
}

async function open(browser, server, options) {
  const { width = 1280, height = 800, dark = false, reducedMotion = false, forcedColors = false } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: reducedMotion ? "reduce" : "no-preference",
    forcedColors: forcedColors ? "active" : "none",
    permissions: options.permissions,
    hasTouch: options.touch,
    javaScriptEnabled: options.scripts ?? true,
  });
  context.setDefaultTimeout(PATIENCE);
  // Playwright hears of a violation only through the console's words; the event itself is certain.
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
      console.error(`policy violated: ${violatedDirective} ${blockedURI}`),
    );
  });
  if (!options.keeper) {
    await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { value: undefined }));
  }
  if (options.script) await context.addInitScript(options.script);
  const page = await context.newPage();
  const watch = watchOver(page, [server.origin, ...(options.hosts ? ["http://localhost"] : [])]);
  return { page, server, watch, ...steps(page, server) };
}

/** Collects what must not happen; `provoke` says which of it the test itself brings about. */
function watchOver(page, origins) {
  const findings = [];
  const provoked = [];
  const find = (text) => provoked.some((pattern) => pattern.test(text)) || findings.push(text);
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) find(`console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => find(`uncaught: ${error.message}`));
  page.on("dialog", (dialog) => {
    find(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => {
    if (!origins.some((origin) => request.url().startsWith(origin))) find(`off the origin: ${request.url()}`);
  });
  page.on("requestfailed", (request) => find(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on("response", (response) => response.status() >= 400 && find(`${response.status()}: ${response.url()}`));
  return {
    findings,
    provoke: (...patterns) => provoked.push(...patterns),
    findsNothing: () => assert.deepEqual(findings, [], "nothing happened that must not"),
  };
}

function steps(page, server) {
  return {
    /** Loads the app anew at a fragment, and waits until it stands, or whatever is to stand in its place. */
    async go(fragment = "", sign = STANDS) {
      // From a page of the same address, only the fragment would change.
      if (page.url() !== "about:blank") {
        await letsGo(page);
        await page.goto("about:blank");
      }
      await page.goto(server.url + (fragment && `#${fragment}`));
      await page.locator(sign).waitFor();
      await page.locator(".waiting").waitFor({ state: "detached" });
    },
    /** Follows a link within the app, as if it had been typed into the address. */
    async follow(fragment) {
      await page.evaluate((fragment) => (location.hash = fragment), fragment);
    },
    /** Waits until what is read of the page is what is expected; fails with what was read last. */
    becomes: (read, expected, message) => until(read, expected, message, () => nextFrame(page)),
    fragment: () => page.evaluate(() => location.hash.slice(1)),
    said: () => page.locator(".notices").innerText(),
    /** What has the focus: its name, or its id, or its words; "body" where the focus is lost. */
    focus: () =>
      page.evaluate(() => {
        const active = document.activeElement;
        if (active === document.body) return "body";
        return active.getAttribute("aria-label") || active.id || active.innerText?.trim() || active.localName;
      }),
  };
}

/** Reads until it is what is expected; fails with what was read last. Where the page's clock stands, it paints no frame. */
export async function until(read, expected, message, meanwhile) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const found = await read();
    if (isDeepStrictEqual(found, expected)) return;
    if (Date.now() > deadline) assert.deepEqual(found, expected, message);
    await meanwhile?.();
  }
}

/** Waits until the app has been mounted. */
export const stands = (page) => page.locator(STANDS).waitFor();

/** Waits until the page would not ask whether to leave it: until it has written what its reader did. */
export const letsGo = (page) =>
  page.waitForFunction(() => dispatchEvent(new Event("beforeunload", { cancelable: true })));

/**
 * The page paints twice: whatever was to follow from the last step in the same task or the next has followed. One that
 * paints nothing, since another page is before it, is not waited for without end.
 */
export async function nextFrame(page) {
  await page.evaluate(
    () =>
      new Promise((done) => {
        requestAnimationFrame(() => requestAnimationFrame(done));
        setTimeout(done, 2_000);
      }),
  );
}

/** Opens the folded passages of every cell of Compare. */
export async function unfold(page) {
  const folded = page.locator(".spanning:not([open])");
  await folded.locator("> summary").evaluateAll((all) => all.forEach((summary) => summary.click()));
  await page.waitForFunction(
    () => ![...document.querySelectorAll(".spanning")].some((one) => !one.querySelector(".passage")),
  );
}

/** The words of a page’s text, without footnote marks and the notes that stand by them. */
export const shownIn = (locator) =>
  locator.evaluate((element) => {
    const copy = element.cloneNode(true);
    for (const mark of copy.querySelectorAll("sup, .notes")) mark.remove();
    for (const end of copy.querySelectorAll("br")) end.replaceWith(" ");
    return copy.textContent;
  });

/** Selects from one spot to another: each a selector and an offset into all of its text; without one, the end. */
export const selectOver = (page, from, to) =>
  page.evaluate(
    (spots) => {
      const [start, end] = spots.map(([selector, offset = Infinity]) => {
        const walk = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
        let last;
        while (walk.nextNode()) {
          last = walk.currentNode;
          if (offset <= last.length) return [last, offset];
          offset -= last.length;
        }
        return [last, last.length];
      });
      getSelection().setBaseAndExtent(...start, ...end);
    },
    [from, to],
  );
