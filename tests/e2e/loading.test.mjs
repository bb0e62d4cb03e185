// Loading: progress while it lasts, a plain word and a way on where it fails, and nothing asked of anybody else.
import assert from "node:assert/strict";
import { bundleOf, rebundle } from "./release.mjs";
import { POLICY } from "./server.mjs";
import { nextFrame, readers, shownIn, stands } from "./app.mjs";
import { DOCUMENTS, lines, plain } from "./corpus.mjs";

const promise = readers();

const FILES = { module: /_bg\.wasm$/, script: /^parallax-[^/]*\.js$/, bundle: /^corpus-\w+\.json$/ };

/** What the browser and boot.js report of a fault that the test has set. */
const REPORTED = [
  /Failed to load resource/,
  /parallax-/,
  /corpus-/,
  /WebAssembly/,
  /module script/,
];

const status = (page) => page.locator("#boot-status");
const again = (page) => page.getByRole("button", { name: "Try again" });

/** Opens the page where it cannot become the app. */
async function open({ page, server, watch }, file, fault, { at = "" } = {}) {
  watch.provoke(...REPORTED);
  server.fail(FILES[file], fault);
  await page.goto(server.url + at, { waitUntil: "commit" });
}

/** The message names the file and the reason; once the fault is gone, the button loads the app. */
async function recovers({ page, server }, file, reason) {
  await again(page).waitFor();
  const said = await status(page).innerText();
  assert.match(said, /^The app could not be loaded\. /);
  assert.match(
    said,
    { module: /parallax-\w+_bg\.wasm/, script: /parallax-\w+\.js/, bundle: /corpus-\w+\.json/ }[file],
    "the file is named",
  );
  assert.match(said, reason, "the reason is named");
  server.mend();
  await again(page).click();
  await stands(page);
}

promise("Progress is shown while the app loads, and the first rows can be read", {}, async (visit) => {
  const { page, becomes } = visit;
  await open(visit, "module", { stall: 100_000 });
  const progress = () =>
    page.getByRole("progressbar").evaluate(({ position, max }) => position > 0 && position < 1 && max > 500_000);
  await becomes(progress, true);
  assert.equal(await status(page).innerText(), "Loading …");
  assert.match(await page.locator("#boot-amount").innerText(), /^\d+ KB$/);
  assert.equal(await again(page).isVisible(), false);
  const originals = DOCUMENTS.map((document) => plain(lines(document).join(" "))).join("\n");
  const texts = await Promise.all((await page.locator(".passage .text > *").all()).map(shownIn));
  const changed = texts.map(plain).filter((text) => !originals.includes(text));
  assert.ok(texts.length > 5, `${texts.length} texts`);
  assert.deepEqual(changed, [], "they are word for word");
  const cells = await page
    .locator(".cell")
    .evaluateAll((all) => all.map((cell) => [...cell.children].map((part) => part.textContent)));
  assert.deepEqual(
    cells.filter(([, ...words]) => !words.join("").trim()),
    [],
    "no cell is left without a word",
  );
});

promise("Nothing of the program is asked for before the first view can be painted", {}, async ({ page, server, watch, becomes }) => {
  watch.provoke(/Failed to load resource/, /failed: .*\.css/);
  const asked = [];
  page.on("requestfinished", (request) => asked.push(new URL(request.url()).pathname.slice(1)));
  page.on("request", (request) => asked.push(new URL(request.url()).pathname.slice(1)));
  server.fail(/^app-.*\.css$/, { stall: 0 });
  await page.goto(server.url, { waitUntil: "commit" });
  const times = (pattern) => asked.filter((name) => pattern.test(name)).length;
  await becomes(() => times(/^boot-.*\.js$/), 2, "asked for, and there");
  assert.equal(times(/^app-.*\.css$/), 1, "asked for, and on its way");
  for (const file of Object.values(FILES)) assert.equal(times(file), 0, `${file}`);
  server.mend();
  await page.reload();
  await stands(page);
  for (const file of Object.values(FILES)) assert.equal(times(file), 2, `${file}`);
});

promise(
  "The first row can be read on a narrow screen as well, with nothing loaded but the page",
  { width: 320 },
  async (visit) => {
    const { page } = visit;
    await open(visit, "module", { stall: 0 });
    await page.locator("#boot-amount").getByText(/KB/).waitFor();
    assert.match(plain(await page.locator(".cell:visible").innerText()), /\d passages? on a time that reaches beyond/);
  },
);

for (const width of [1280, 375])
  promise(
    `Without scripts, at ${width} px, the first row can be read, and nothing is there that would not answer`,
    { width, scripts: false },
    async ({ page, server }) => {
      await page.goto(server.url);
      await page.locator("noscript p").waitFor();
      assert.equal(await page.locator(":is(button:not(.place), select, input, progress, nav):visible").count(), 0);
      assert.ok((await page.locator(".passage .text:visible").count()) > 3);
      await page.locator("noscript a").click();
      await page.getByRole("heading", { level: 1 }).waitFor();
    },
  );

/** A fault, and what is said of it: by boot.js, whatever the file. */
const FAULTS = [
  ["missing", { status: 404 }, /answered 404/],
  ["refused by the server", { status: 500 }, /answered 500/],
  ["replaced by a web page", { html: true }, /a web page in its place/],
  ["cut off on its way", { cut: 20_000 }, /network error|broke off|Failed to fetch|fetch/],
];

for (const [what, fault, reason] of FAULTS) {
  for (const file of ["module", "bundle", "script"]) {
    promise(`F2 A ${file} that is ${what} is named with the reason, and can be tried again`, {}, async (visit) => {
      await open(visit, file, fault);
      await recovers(visit, file, reason);
    });
  }
}

for (const [file, bytes] of [
  ["module", "not a module"],
  ["bundle", "{}"],
  ["script", "not ( a script"],
]) {
  promise(`F2 A ${file} of other bytes is named, and can be tried again`, {}, async (visit) => {
    visit.watch.provoke(/SyntaxError|Unexpected|missing \)/);
    await open(visit, file, { bytes: Buffer.from(bytes) });
    await recovers(visit, file, /./);
  });
}

promise("F2 A module that would run, but is not this release’s, is not run", {}, async (visit) => {
  const { page, server, go } = visit;
  const module = server.file(FILES.module);
  // Once: the second answer is the right one.
  let asked = 0;
  server.fail(FILES.module, {
    get bytes() {
      return asked++ === 0 ? Buffer.concat([module, Buffer.from([0, 2, 1, 0x78])]) : module;
    },
  });
  await page.addInitScript(() => {
    const { compileStreaming, compile } = WebAssembly;
    window.compiled = [];
    WebAssembly.compileStreaming = (answer) =>
      compileStreaming(answer).then((module) => (window.compiled.push("while it came"), module));
    WebAssembly.compile = (bytes) => (window.compiled.push(bytes.byteLength), compile(bytes));
  });
  await go("v1/compare/2020-war");
  assert.equal(asked, 2);
  assert.deepEqual(await page.evaluate(() => window.compiled), [module.length]);
});

promise("F2 A script of the wrong type is named, and can be tried again", {}, async (visit) => {
  await open(visit, "script", { type: "text/plain" });
  await recovers(visit, "script", /./);
});

for (const [file, bytes] of [
  ["module", 100_000],
  ["bundle", 0],
  ["script", 1_000],
]) {
  promise(
    `F9 A ${file} on which nothing more arrives is given up after 15 seconds, and can be tried again`,
    {},
    async (visit) => {
      const { page, becomes } = visit;
      await page.clock.install();
      await open(visit, file, { stall: bytes });
      // Of an import nothing is known but that all else has come.
      await page.locator("#boot-amount").getByText(/KB/).waitFor();
      const isFull = () => page.getByRole("progressbar").evaluate(({ position }) => position === 1);
      if (file === "script") await becomes(isFull, true);
      // From here on time passes only as it is told to; how much has passed since the last byte is the machine’s affair.
      await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
      await page.clock.runFor(7_000);
      assert.equal(await again(page).isVisible(), false, "not before");
      await page.clock.runFor(7_000);
      await again(page).waitFor();
      // The rows of the page are filled one after the other.
      await page.clock.resume();
      await recovers(visit, file, /nothing arrived for 15 seconds/);
    },
  );
}

const CHUNK = /^chunk-pages-/;

promise("A page that is loaded later stands where it was asked for, and has the focus", { at: "" }, async (visit) => {
  const { page, server, becomes, focus } = visit;
  const asked = () => server.requests.filter((path) => CHUNK.test(path.slice(1))).length;
  assert.equal(asked(), 0, "nobody pays for what is not asked for");
  server.fail(CHUNK, { stall: 1_000 });
  await page.getByRole("link", { name: "Voices" }).click();
  const waiting = page.locator(".waiting");
  assert.equal(await waiting.getByRole("heading", { level: 1 }).innerText(), "Voices");
  assert.equal(await waiting.getByRole("status").innerText(), "Loading …");
  await becomes(focus, "page-title");
  await page.getByRole("link", { name: "Compare" }).first().click();
  await page.locator("#timeline").waitFor();
  await page.goBack();
  assert.equal(await waiting.count(), 1);
  assert.equal(asked(), 1, "what is under way is not asked for twice");
});

for (const [what, fault, reason] of FAULTS) {
  promise(`F2 A chunk that is ${what} is named with the reason, and can be tried again`, { at: "" }, async (visit) => {
    const { page, server, watch, follow, becomes, focus } = visit;
    watch.provoke(...REPORTED, /chunk-pages-/);
    server.fail(CHUNK, fault);
    await follow("voices");
    await again(page).waitFor();
    const said = await page.getByRole("alert").innerText();
    assert.match(said, /^This page could not be loaded\. chunk-pages-\w+\.wasm: /);
    assert.match(said, reason, "the reason is named");
    // The rest of the app goes on.
    await follow("v1/compare");
    await page.locator("#timeline").waitFor();
    await follow("voices");
    await again(page).waitFor();
    server.mend();
    await again(page).click();
    await page.getByRole("heading", { level: 1, name: "Who is speaking" }).waitFor();
    await becomes(focus, "page-title");
    await follow("v1/compare");
    await page.locator("#timeline").waitFor();
    await follow("names");
    await page.getByRole("heading", { level: 1, name: "One place, many names" }).waitFor();
  });
}

promise("F3 A chunk that is tried again in vain keeps the focus; then the whole app is asked for anew", { at: "" }, async (visit) => {
  const { page, server, watch, follow, becomes, focus } = visit;
  watch.provoke(...REPORTED, /chunk-pages-/);
  server.fail(CHUNK, { status: 404 });
  await follow("v1/voices");
  await again(page).waitFor();
  const asked = () => server.requests.filter((path) => CHUNK.test(path.slice(1))).length;
  const before = asked();
  await again(page).click();
  await becomes(async () => asked() > before, true);
  await again(page).waitFor();
  await becomes(focus, "page-title");
  // What stands there now is a page of another release.
  server.mend();
  await page.evaluate(() => (globalThis.before = true));
  await again(page).click();
  await becomes(() => page.evaluate(() => globalThis.before), undefined, "the page is a new one");
  await page.getByRole("heading", { level: 1, name: "Who is speaking" }).waitFor();
});

promise(
  "Without WebAssembly the page says so, and leads to pages that need none",
  { script: () => delete globalThis.WebAssembly },
  async ({ page, server, watch }) => {
    watch.provoke(/no WebAssembly/);
    await page.goto(server.url);
    await again(page).waitFor();
    const said = "The app could not be loaded. This browser has no WebAssembly, or it is switched off.";
    assert.equal(await status(page).innerText(), said);
    await page.getByRole("link", { name: "without it" }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    assert.ok((await page.getByRole("link", { name: /Letter/ }).count()) > 0, "the documents are there");
  },
);

promise("F8 A module of unknown type boots all the same", {}, async ({ server, go, page }) => {
  server.fail(FILES.module, { type: "application/octet-stream" });
  await go("v1/compare/2020-war");
  assert.match(await page.title(), /^The war of autumn 2020/);
});

/** Changes a bundle’s data and nothing of its form. */
const changed = (change) => (json) => {
  const bundle = JSON.parse(json);
  change(bundle);
  return JSON.stringify(bundle);
};

/** Bundles that arrive whole and are wrong, and what the page says of each. */
const DAMAGED = [
  ["cut in half", (json) => json.slice(0, json.length / 2), /corpus\.json is damaged at line \d+, column \d+/],
  ["no JSON", () => "{ format: 1 }", /corpus\.json is damaged at line 1, column 3/],
  ["empty", () => "", /corpus\.json is damaged at line \d+, column \d+/],
  [
    "of another format",
    (json) => json.replace(/"format":\s*\d+/, '"format":99'),
    /corpus\.json is of another version \(format 99\)/,
  ],
  [
    "shorter than its parts",
    changed(({ documents: [letter] }) => (letter.text = letter.text.slice(0, 1_000))),
    /corpus\.json contradicts itself: .*letter/,
  ],
  [
    "pointing outside a text",
    changed(({ documents: [letter] }) => (letter.passages[0].at = 1_000_000)),
    /corpus\.json contradicts itself: passage letter\.\S+ points outside its document/,
  ],
];

for (const [what, damage, said] of DAMAGED) {
  promise(`A bundle that is ${what} is told to be so, and can be tried again`, {}, async ({ page, server, go }) => {
    const mend = rebundle(server, damage(bundleOf(server)));
    await go("v1/compare/2020-war", ".fault");
    await page.getByRole("heading", { level: 1, name: "The documents could not be shown" }).waitFor();
    assert.match(await page.locator(".fault").innerText(), said);
    mend();
    await page.getByText("Try again").click();
    await stands(page);
  });
}

promise("F11 After a trap or a panic the app says so, and can be loaded anew at the same view", {
  // What joins a chunk to the program hands over the program's memory.
  script: () => {
    const instantiate = WebAssembly.instantiate;
    WebAssembly.instantiate = (bytes, imports) => {
      window.program = imports.__wasm_split ?? window.program;
      return instantiate(bytes, imports);
    };
  },
  at: "v1/claims",
}, async ({ page, watch }) => {
  watch.provoke(/RuntimeError|panicked|unreachable|memory access|table index|uncaught/i);
  await page.evaluate(() => {
    const memory = Object.values(window.program).find((value) => value instanceof WebAssembly.Memory);
    new Uint8Array(memory.buffer).fill(0xff);
  });
  await page.evaluate(() => (location.hash = "v1/names"));
  const panel = page.locator(".fault[role=alert]");
  await panel.waitFor();
  assert.ok((await panel.locator("p").innerText()).length > 20);
  await panel.getByRole("link", { name: "Try again" }).click();
  await stands(page);
  assert.equal(await page.evaluate(() => location.hash), "#v1/names");
});

/** Ways in which a browser has no storage. */
const WITHOUT_STORAGE = {
  "refuses its storage": () =>
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    }),
  "has no room in its storage": () =>
    (Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    }),
};

for (const [what, script] of Object.entries(WITHOUT_STORAGE)) {
  promise(
    `F5 A browser that ${what} shows everything, and keeps a choice as long as the page is open`,
    { at: "v1/compare/2020-war", script },
    async ({ page, becomes }) => {
      await page.getByRole("combobox", { name: "Theme" }).selectOption("Dark");
      await becomes(() => page.evaluate(() => document.documentElement.dataset.theme), "dark");
      await page.getByRole("button", { name: "Keys" }).click();
      await page.getByRole("checkbox", { name: "Single-key shortcuts" }).uncheck();
      await page.keyboard.press("Escape");
      await page.locator("#period-2020-war .place").first().click();
      await page.locator("#panel").waitFor();
    },
  );
}

promise(
  "S2 A whole journey asks for each of the app’s own files once, and for nothing else",
  {},
  async ({ page, server, becomes, follow, go }) => {
    server.fail(/./, { age: 600 });
    await go();
    // The browser asks for the page’s icon as often as it likes.
    const requests = () => server.requests.filter((path) => !path.endsWith(".svg"));
    // What offers the edition of one file comes last.
    await page.waitForFunction(() => document.documentElement.dataset.file);
    const once = requests();
    assert.equal(new Set(once).size, once.length, `no file is fetched twice: ${once}`);
    for (const [fragment, title] of [
      ["v1/compare/1992?layout=dates", /^The first war/],
      ["v1/read/article", /^Wikipedia article/],
      ["v1/read/letter+civil-15?show=letter.p8", /^Letter to the UN/],
      ["v1/original/letter", /^Letter to the UN/],
      ["v1/vocabulary?word=corridor", /^corridor/],
      ["v1/sources", /^Sources/],
      ["v1/about", /^About/],
    ]) {
      await follow(fragment);
      await becomes(async () => title.test(await page.title()), true);
      await nextFrame(page);
    }
    const later = requests().slice(once.length);
    assert.deepEqual(later.filter((path) => !path.startsWith("/chunk-")), [], "only what is loaded later");
    assert.equal(new Set(later).size, later.length, `and each of that once: ${later}`);
    assert.deepEqual(await page.evaluate(() => [document.cookie, ...Object.keys(localStorage)]), [""]);
  },
);

// The other tests rest on this: what must not happen is forbidden by the policy, and seen by the watch.
promise(
  "S1 The watch sees inline code and styles, other origins and cookies",
  { at: "v1/about" },
  async ({ page, server, watch }) => {
    const [policy, meta] = await page.evaluate(async () => [
      (await fetch(location.pathname)).headers.get("Content-Security-Policy"),
      document.querySelector("meta[http-equiv=Content-Security-Policy]").content,
    ]);
    assert.equal(policy, POLICY);
    assert.equal(meta, POLICY, "the page brings the same policy along");
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.body.append(script);
      const image = document.createElement("img");
      image.src = "https://example.invalid/";
      document.body.append(image);
      const style = document.createElement("p");
      style.setAttribute("style", "color: red");
      document.body.append(style);
      document.cookie = "seen=yes";
    });
    await page.locator("p[style]").waitFor({ state: "attached" });
    await nextFrame(page);
    assert.equal(await page.evaluate(() => window.ran), undefined);
    for (const directive of ["script-src-elem", "img-src", "style-src-attr"]) {
      assert.ok(
        watch.findings.some((finding) => finding.includes(`policy violated: ${directive}`)),
        `${directive}: ${watch.findings}`,
      );
    }
    assert.equal((await page.context().cookies()).length, 1);
    await page.context().clearCookies();
    watch.findings.length = 0;
    assert.ok(server.requests.length > 0);
  },
);
