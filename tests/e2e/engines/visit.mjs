// One reader's visit in any engine: the steps of a journey, and the watch over what must never happen meanwhile.
//
// A back end gives few and plain means: `go`, `evaluate(expression, frame)`, `click`, `choose`, `press`, `resize`,
// `screenshot`, `reload`, `back`, `forward`, `cookies`, `findings`, `requests`, `close`. All that waits stands here.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

/** Milliseconds that a condition may take to come true, on a machine that does other things as well. */
const PATIENCE = 40_000;

/** The app stands with what was asked for: the start page that the page brings along has given way to it. */
export const STANDS = "#app:not(:has(> .boot, .waiting, .coming)) #page-title";

/** Waits until all rows of Compare are set as the reader has asked: before its turn a row is as it was. */
export const settled = (page) =>
  page.waitForFunction(() => {
    const rounds = [...document.querySelectorAll(".row")].map(({ dataset }) => dataset.round);
    return !document.querySelector(".coming") && new Set(rounds).size < 2;
  });

/** Opens a page of its own, makes the journey, and looks at what happened meanwhile. */
export async function visit(engine, browser, server, { at, width = 1280, height = 800, untouched }, journey) {
  const page = await browser.open({ width, height, patience: PATIENCE });
  const steps = stepsOf(page, server);
  const watch = watchOver(page, server);
  // The page that keeps its findings is not the one that its worker knows the digest of.
  if (engine.deaf && !untouched) watch.provoke(/^console warn: not kept: \S+: its bytes are not those of this release$/);
  try {
    if (at !== undefined) await steps.go(at);
    await journey({ server, engine: engine.name, ...steps, heard: watch.findings, provoke: watch.provoke, allow: watch.allow });
    assert.deepEqual(await watch.findings(), [], "nothing happened that must not");
    assert.deepEqual(await page.cookies(), [], "no cookie is set");
  } catch (error) {
    const findings = await watch.findings().catch((reason) => [`the page tells nothing more: ${reason.message}`]);
    const picture = await keepPicture(page, engine).catch((reason) => [`no picture: ${reason.message}`]);
    // A page that hangs may not close, either; what counts is why.
    await page.close().catch(() => {});
    throw new Error([error.message, "Meanwhile:", ...findings].concat(picture).join("\n  "), { cause: error });
  }
  await page.close();
}

/** `PICTURES` in the environment names a folder for pictures of what failed. */
async function keepPicture(page, { name }) {
  if (!process.env.PICTURES) return [];
  const file = join(process.env.PICTURES, `${name}-${Date.now()}.png`);
  writeFileSync(file, await page.screenshot());
  return [`a picture: ${file}`];
}

/** What must not happen, but for what the journey itself provokes. */
function watchOver(page, server) {
  const provoked = [];
  const origins = [server.origin, "data:", "about:", "blob:"];
  return {
    provoke: (...patterns) => provoked.push(...patterns),
    allow: (...more) => origins.push(...more),
    async findings() {
      const elsewhere = page.requests().filter((url) => !origins.some((origin) => url.startsWith(origin)));
      const found = [...(await page.findings()), ...elsewhere.map((url) => `off the origin: ${url}`), ...server.refused];
      return found.filter((text) => !provoked.some((pattern) => pattern.test(text)));
    },
  };
}

/** A call of a function of this file's, or of a test's, within the page. */
const call = (what, values) => `(${what})(...${JSON.stringify(values)})`;

/** Whatever was to follow from the last step in the same task or the next has followed. */
const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));

/** Runs within the page: the way to a control from the root, by places among siblings. */
function pathOfControl(name, within) {
  const nameOf = (control) => {
    const label = control.labels?.[0];
    return control.getAttribute("aria-label") ?? (label?.querySelector("span") ?? label ?? control).innerText.trim();
  };
  const controls = [...document.querySelectorAll(`:is(${within}) :is(a[href], button, input, select, summary)`)];
  const found = controls.find((control) => control.checkVisibility() && nameOf(control) === name);
  const path = [];
  for (let at = found; at?.parentElement; at = at.parentElement)
    path.unshift(`:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`);
  return found && `:root > ${path.join(" > ")}`;
}

function stepsOf(page, server) {
  const evaluate = (what, ...values) => page.evaluate(call(what, values));

  /** Waits until what is read is what is expected; fails with what was read last. A page on its way may not answer. */
  async function becomes(read, expected, message) {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      let found;
      try {
        found = await read();
        if (isDeepStrictEqual(found, expected)) return;
      } catch (error) {
        if (error instanceof assert.AssertionError || Date.now() > deadline) throw error;
      }
      if (Date.now() > deadline) assert.deepEqual(found, expected, message);
      await page.evaluate(call(painted, [])).catch(() => {});
    }
  }

  const readers = readersOf(evaluate, becomes);
  const { waitFor } = readers;

  /** Brings it into the middle, from under heads that stick. */
  async function reach(selector) {
    await waitFor((selector) => document.querySelector(selector), selector);
    await evaluate((selector) => {
      const element = document.querySelector(selector);
      const { left, top, width, height } = element.getBoundingClientRect();
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      if (!element.contains(there)) element.scrollIntoView({ block: "center", behavior: "instant" });
    }, selector);
  }

  return {
    ...readers,
    becomes,
    evaluate,
    /** A selector of the first control of this name in sight within an element; waits until there is one. */
    async named(name, within = "body") {
      let path;
      await becomes(
        async () => Boolean((path = await evaluate(pathOfControl, name, within))),
        true,
        `a control named ${name} in ${within}`,
      );
      return path;
    },
    /** Loads the app anew at a fragment, and waits until it stands, or whatever is to stand in its place. */
    async go(fragment = "", sign = STANDS) {
      // From a page of the same address, only the fragment would change.
      await page.go("about:blank");
      await page.go(server.url + (fragment && `#${fragment}`));
      await waitFor((sign) => document.querySelector(sign), sign);
    },
    /** Opens any address, a file's as well, and waits for a sign of it. */
    async open(url, sign = "body") {
      await page.go(url);
      await waitFor((sign) => document.querySelector(sign), sign);
    },
    /** Follows a link within the app, as if it had been typed into the address. */
    follow: (fragment) => evaluate((fragment) => void (location.hash = fragment), fragment),
    async click(selector) {
      await reach(selector);
      await page.click(selector);
    },
    /** Chooses an option by its words. */
    async choose(selector, label) {
      await reach(selector);
      const value = await evaluate(
        (selector, label) => [...document.querySelector(selector).options].find(({ text }) => text === label)?.value,
        selector,
        label,
      );
      assert.equal(typeof value, "string", `${selector} has the option ${label}`);
      await page.choose(selector, value);
    },
    async press(...keys) {
      for (const key of keys) {
        await page.press(key);
        await evaluate(painted);
      }
    },
    async reload(sign = STANDS) {
      await page.reload();
      await waitFor((sign) => document.querySelector(sign), sign);
    },
    back: () => page.back(),
    forward: () => page.forward(),
    resize: (size) => page.resize(size),
    screenshot: () => page.screenshot(),
    fragment: () => evaluate(() => location.hash.slice(1)),
    title: () => evaluate(() => document.title),
    said: () => readers.text(".notices"),
    /** What has the focus: its name, or its id, or its words; "body" where the focus is lost. */
    focus: () =>
      evaluate(() => {
        const active = document.activeElement;
        if (active === document.body) return "body";
        return active.getAttribute("aria-label") || active.id || active.innerText?.trim() || active.localName;
      }),
    /** What a frame of the page shows. */
    frame(selector) {
      const within = (what, ...values) => page.evaluate(call(what, values), selector);
      return { evaluate: within, ...readersOf(within, becomes) };
    },
  };
}

/** What is read of a page or a frame. */
function readersOf(evaluate, becomes) {
  return {
    text: (selector) => evaluate((selector) => document.querySelector(selector).innerText.trim(), selector),
    // What is out of sight may not be laid out: it has no inner text then.
    texts: (selector) =>
      evaluate(
        (selector) => [...document.querySelectorAll(selector)].map((one) => one.innerText.trim() || one.textContent.trim()),
        selector,
      ),
    attribute: (selector, name) =>
      evaluate((selector, name) => document.querySelector(selector).getAttribute(name), selector, name),
    count: (selector) => evaluate((selector) => document.querySelectorAll(selector).length, selector),
    boxes: (selector) =>
      evaluate(
        (selector) => [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect().toJSON()),
        selector,
      ),
    /** Waits until a condition, evaluated within the page, comes true. */
    waitFor: (condition, ...values) =>
      becomes(async () => Boolean(await evaluate(`async (...values) => Boolean(await (${condition})(...values))`, ...values)), true, `${condition} ${values}`),
  };
}
