// A view in a page of others: without storage, modules, CORS or a worker, at the height it needs.
import assert from "node:assert/strict";
import { STANDS, nextFrame, readers, stands } from "./app.mjs";
import { amp, canvas, h5p, host, own, plain, pym, wordpress } from "./host.mjs";

const VIEW = "v1/claims";
const COMPARE = "v1/compare/after-2020";

const readersOf = readers({ hosts: true, keeper: true });

/** Declares a journey in a frame: `page` of a host is opened, the view in it is waited for. */
function promise(name, { around, at = VIEW, ...options }, journey) {
  readersOf(name, options, async (visit) => {
    const src = `${visit.server.url}embed.html${at && `#${at}`}`;
    const pages = await host({ "/": around(src, `${visit.server.url}host.js`) });
    try {
      await visit.page.goto(`${pages.origin}/`);
      const frame = visit.page.frameLocator("#frame");
      await frame.locator(STANDS).waitFor({ state: "attached" });
      await journey({ ...visit, frame, pages, src });
    } finally {
      await pages.close();
    }
  });
}

const heightOf = (page) => page.locator("#frame").evaluate(({ clientHeight }) => clientHeight);
const contentOf = (frame) =>
  frame.locator("#app").evaluate((app) => Math.min(900, Math.ceil(app.getBoundingClientRect().height)));

promise("E1 In a sandbox that allows scripts alone the view stands, and says that it keeps nothing", {
  around: (src) => plain(src).replace(" allow-popups allow-popups-to-escape-sandbox", ""),
}, async ({ page, frame, server }) => {
  assert.equal(await frame.locator("body").evaluate(() => origin), "null", "the frame has no origin");
  assert.equal(await frame.locator("h1").first().innerText(), "Claims and figures");
  assert.match(await frame.locator(".kept").innerText(), /Nothing is stored, and nothing leaves this frame but its height/);
  assert.ok(server.requests.every((path) => !/\.wasm|\.json|sw\.js/.test(path)), `${server.requests}`);
  assert.equal(await page.locator("#frame").getAttribute("sandbox"), "allow-scripts");
});

promise("E1 A view in a frame can be walked through like the app", { around: plain, at: COMPARE }, async (visit) => {
  const { frame } = visit;
  // The period that was asked for begins right below what sticks to the top.
  const [head, cells] = await frame
    .locator("#period-after-2020 :is(.period-head, .cells)")
    .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect()));
  assert.ok(Math.abs(cells.top - head.bottom) < 2, `${cells.top} under ${head.bottom}`);
  await frame.locator("#period-after-2020 .place").first().press("Enter");
  await frame.locator("#panel-title").waitFor();
  assert.equal(await frame.locator(":focus").getAttribute("id"), "panel-title");
  await frame.locator("#panel-title").press("Escape");
  await frame.locator("#panel").waitFor({ state: "detached" });
});

promise("E2 WordPress: the frame is shown, as high as it needs, and the view is the one that was asked for", {
  around: wordpress,
}, async ({ page, frame, becomes }) => {
  await becomes(() => page.locator("#frame").getAttribute("style"), null);
  await becomes(() => heightOf(page), Math.min(1000, await contentOf(frame)));
  assert.equal(await frame.locator("h1").first().innerText(), "Claims and figures");
  assert.equal(await frame.locator(".notices li").count(), 0, "nothing in the address was misunderstood");
  const heard = await page.evaluate(() => window.heard.filter(({ secret }) => secret));
  assert.deepEqual(new Set(heard.map(({ secret }) => secret)), new Set(["a1B2c3D4e5"]));
});

promise("E2 WordPress: an address without a view opens the start page", { around: wordpress, at: "" }, async ({ frame }) => {
  assert.equal(await frame.locator(".notices li").count(), 0);
  assert.equal(await frame.locator("#timeline").count(), 1);
});

for (const [name, around] of Object.entries({ Canvas: canvas, H5P: h5p, AMP: amp, Pym: pym })) {
  promise(`E3 ${name} gives the frame the height of its content`, { around, at: "v1/about" }, async (visit) => {
    const { page, frame, becomes } = visit;
    await becomes(async () => (await heightOf(page)) === (await contentOf(frame)), true);
    assert.ok((await heightOf(page)) > 400);
  });
}

promise("E3 A page with the project’s own script gives the frame the height of its content, and follows it", {
  around: own,
  at: "v1/voices/jessica-stanton",
}, async ({ page, frame, becomes }) => {
  const fits = async () => (await heightOf(page)) === (await contentOf(frame));
  await becomes(fits, true);
  const wide = await heightOf(page);
  await page.locator("#frame").evaluate((element) => (element.width = "320"));
  await becomes(async () => (await heightOf(page)) > wide && (await fits()), true);
  await page.locator("#frame").evaluate((element) => (element.width = "600"));
  await becomes(async () => (await heightOf(page)) === wide, true, "it gets lower again");
});

promise("B8 The script for hosts listens to its own frames only, and to nothing but heights", {
  around: own,
  at: "v1/about",
}, async ({ page, frame, becomes }) => {
  await becomes(async () => (await heightOf(page)) === (await contentOf(frame)), true);
  const before = await heightOf(page);
  const send = (messages, from = "#frame") =>
    page.locator(from).evaluate((element, messages) => {
      const names = { NaN, Infinity, huge: 1e9 };
      for (const message of messages) {
        const data = message && typeof message === "object" && "height" in message && message.height in names
          ? { ...message, height: names[message.height] }
          : message;
        dispatchEvent(new MessageEvent("message", { data, source: element.contentWindow }));
      }
    }, messages);
  await send([
    null, 7, "700", [], {}, { height: 700 }, { parallax: 2, height: 700 }, { parallax: 1, height: "700" },
    { parallax: 1, height: 700.5 }, { parallax: 1, height: -1 }, { parallax: 1, height: 0 }, { parallax: 1, height: 99 },
    { parallax: 1, height: "NaN" }, { parallax: 1, height: "Infinity" }, { parallax: 1, height: "huge" },
    { parallax: 1, height: { valueOf: 700 } },
  ]);
  assert.equal(await heightOf(page), before);
  await send([{ parallax: 1, height: 701 }], "#other");
  assert.equal(await heightOf(page), before, "another frame’s height is its own");
  await page.evaluate(() => postMessage({ parallax: 1, height: 702 }, "*"));
  await nextFrame(page);
  assert.equal(await heightOf(page), before, "the page’s own messages are no frame’s");
  await send(Array.from({ length: 500 }, (_, i) => ({ parallax: 1, height: 800 + i })));
  assert.ok((await heightOf(page)) < 800 + 11, "a flood is cut off");
});

promise("B8 A frame answers its parent alone, to few words, and not without end", { around: plain }, async (visit) => {
  const { page, frame, becomes } = visit;
  await becomes(() => page.evaluate(() => window.heard.some((data) => data.sentinel)), true);
  const secrets = ["a", { secret: "x", message: "ready" }, { context: "h5p" }, { parallax: 1, ask: "text" }, null, 1e9];
  const heard = await page.evaluate(async (messages) => {
    window.heard.length = 0;
    const target = document.querySelector("#frame").contentWindow;
    for (let i = 0; i < 2000; i++) for (const message of messages) target.postMessage(message, "*");
    // Each of these is answered at once, if it is answered.
    target.postMessage({ context: "h5p", action: "hello" }, "*");
    for (let i = 0; i < 500; i++) target.postMessage({ context: "h5p", action: "resizePrepared" }, "*");
    for (let i = 0; i < 500; i++) target.postMessage({ parallax: 1, ask: "height" }, "*");
    // Looked at in order: once these are answered, all before have been.
    await new Promise((resolve) => addEventListener("message", ({ data }) => data.sentinel && resolve()));
    return window.heard;
  }, secrets);
  assert.ok(heard.length <= 30, `${heard.length} answers`);
  const shapes = new Set(heard.map((data) => (typeof data === "string" ? "string" : Object.keys(data).sort().join())));
  const known = [
    "action,clientHeight,context,scrollHeight",
    "action,context",
    "action,context,scrollHeight",
    "height,parallax",
    "height,sentinel,type",
    "string",
  ];
  assert.deepEqual([...shapes].filter((shape) => !known.includes(shape)), []);
  assert.ok(heard.filter(({ action }) => action === "resize").length <= 10, "a flood is cut off");
  const text = await frame.locator("#text").innerText();
  assert.ok(!heard.some((data) => text.split(/\s+/).filter((word) => word.length > 9).some((word) => JSON.stringify(data).includes(word))));
});

for (const [width, height] of [[600, 400], [320, 480]]) {
  promise(`E4 A host without any protocol, ${width}×${height}: the view scrolls within, and the keyboard leaves it`, {
    around: (src) => `<a href="#before">Before</a>${plain(src, `width="${width}" height="${height}"`)}<a href="#after" id="after">After</a>`,
    at: "v1/about",
  }, async ({ page, frame, becomes }) => {
    const [inner, content, across] = await frame
      .locator("html")
      .evaluate((root) => [root.clientHeight, root.scrollHeight, root.scrollWidth - root.clientWidth]);
    assert.ok(content > inner && across <= 0, "downwards only");
    await page.locator("a").first().focus();
    const isAfter = () => page.evaluate(() => document.activeElement.id === "after");
    let pressed = 0;
    while (!(await isAfter()) && pressed++ < 100) await page.keyboard.press("Tab");
    assert.ok(await isAfter(), "Tab leads through the frame and out of it");
    await page.keyboard.press("Shift+Tab");
    await becomes(() => page.evaluate(() => document.activeElement.id), "frame");
  });
}

promise("E5 Where the clipboard is denied, the text stands there to be copied by hand", {
  around: plain,
  at: `${COMPARE}?show=letter.p71`,
}, async ({ frame, watch }) => {
  watch.provoke(/Permissions policy violation: The Clipboard API/);
  await frame.getByRole("button", { name: "Copy link" }).click();
  await frame.locator(".copying textarea").waitFor();
  assert.match(await frame.locator(".copying textarea").inputValue(), /\/#v1\/compare/, "it leads to the full app");
});

promise("E6 A frame registers no worker, and leads to the full app with its view", {
  around: plain,
  at: `${COMPARE}?columns=armenian+azerbaijani`,
}, async ({ page, frame, server }) => {
  const opened = page.context().waitForEvent("page");
  await frame.getByRole("link", { name: "Open the full app" }).click();
  const full = await opened;
  await stands(full);
  assert.equal(full.url(), `${server.url}#${COMPARE}?columns=armenian+azerbaijani`);
  const names = await full.locator("#period-after-2020 .cell-name").allInnerTexts();
  assert.match(names.join(), /^Armenian.*Azerbaijani/s);
});

readersOf("E6 The app itself in a frame of another site registers no worker, and says so", {}, async ({ page, server }) => {
  const pages = await host({ "/": `<iframe id="frame" src="${server.url}#${VIEW}" title="The app" width="900" height="600"></iframe>` });
  try {
    await page.goto(`${pages.origin}/`);
    const frame = page.frameLocator("#frame");
    await frame.getByText("Not kept for reading without a network: it stands in a frame.").waitFor();
    assert.ok(!server.requests.includes("/sw.js"));
  } finally {
    await pages.close();
  }
});

promise("Theme and density are taken from the address; anything else in it is left alone", {
  around: (src) => plain(src.replace("embed.html", "embed.html?theme=dark&density=comfortable&x=<script>alert(1)</script>")),
}, async ({ frame }) => {
  const data = await frame.locator("html").evaluate(({ dataset }) => ({ ...dataset }));
  assert.deepEqual(data, { theme: "dark", density: "comfortable" });
});
