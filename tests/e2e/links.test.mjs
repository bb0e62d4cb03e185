// Links: every view has one, every one opens a view, and the browser’s own ways through the history work.
import assert from "node:assert/strict";
import { readers, stands } from "./app.mjs";
import { documentOf } from "./corpus.mjs";
import { INJECTED } from "./injected.mjs";

const promise = readers();
const promiseBelow = readers({ base: "/some/path/" });

const APP = "Parallax";
const panelTitle = (page) => page.locator("#panel-title").innerText();

/** Whether an element is in sight, below the sticky heads and above the lower edge. */
const inSight = (locator) =>
  locator.evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    return top >= 0 && top < innerHeight - 20;
  });

promise(
  "A link to a passage in Compare opens its row, its panel, and shows where it stands",
  { at: "v1/compare/may-june-2021?show=article.may-2021.p5" },
  async ({ page, becomes }) => {
    assert.match(await panelTitle(page), /^Wikipedia article May 2021, ¶5$/);
    const passage = page.locator('#period-may-june-2021 [data-passage="article.may-2021.p5"]');
    assert.match(await passage.getAttribute("class"), /selected/);
    await becomes(() => inSight(passage), true, "the passage is in sight");
    await becomes(() => page.title(), `The border, May and June 2021 – Compare – ${APP}`);
  },
);

promise(
  "A link to a passage in a document opens the document there, with the panel",
  { at: "v1/read/letter?show=letter.p40" },
  async ({ page, becomes }) => {
    assert.equal(await panelTitle(page), "Letter to the UN ¶40");
    await becomes(() => inSight(page.locator('[data-passage="letter.p40"]')), true, "the passage is in sight");
    await becomes(() => page.title(), `Letter to the UN – Read – ${APP}`);
  },
);

promise(
  "A bare passage id and a bare period are links of their own",
  { at: "letter.p12" },
  async ({ page, becomes, go, fragment, said }) => {
    assert.equal(await panelTitle(page), "Letter to the UN ¶12");
    await becomes(() => inSight(page.locator('[data-passage="letter.p12"]')), true);
    await becomes(fragment, "v1/read/letter?show=letter.p12");
    await go("period:2020-war");
    await becomes(() => inSight(page.locator("#period-2020-war-title")), true);
    await becomes(fragment, "v1/compare/2020-war");
    assert.equal(await said(), "");
  },
);

promise(
  "A sentence has a link of its own, and the panel points at it",
  { at: "letter.p8.s2" },
  async ({ page, becomes, fragment }) => {
    assert.equal(await panelTitle(page), "Letter to the UN ¶8");
    await becomes(fragment, "v1/read/letter?show=letter.p8.s2");
    const pointed = page.locator("#panel .pointed");
    assert.match((await pointed.allInnerTexts()).join("").trim(), /^In a declaration on 11 March 1992/);
    await page.getByRole("combobox", { name: "Link to" }).selectOption("Sentence 1");
    await becomes(fragment, "v1/read/letter?show=letter.p8.s1");
    assert.match((await pointed.allInnerTexts()).join("").trim(), /^International courts and organizations/);
    await page.getByRole("combobox", { name: "Link to" }).selectOption({ index: 0 });
    await becomes(fragment, "v1/read/letter?show=letter.p8");
    assert.equal(await pointed.count(), 0);
  },
);

promise(
  "Where one account is in sight, a link to a passage brings the one it is of",
  { at: "", width: 390 },
  async ({ page, go, follow, becomes }) => {
    const pressed = () => page.locator('.switcher [aria-pressed="true"]').innerText();
    const shown = (id) => page.locator(`#period-may-june-2021 [data-passage="${id}"]`).isVisible();
    await go("v1/compare/may-june-2021?show=article.may-2021.p5");
    await becomes(pressed, "International");
    assert.ok(await shown("article.may-2021.p5"));
    await follow("v1/compare/may-june-2021?show=civil-15.p1");
    await becomes(pressed, "Armenian");
    assert.ok(await shown("civil-15.p1"));
  },
);

promise("Each view has a title of its own", { at: "" }, async ({ page, becomes, follow }) => {
  const titles = {
    "v1/compare": `Three accounts of one conflict – Compare – ${APP}`,
    "v1/compare/1992": `The first war, to the end of 1992 – Compare – ${APP}`,
    "v1/read/stepanakert": `${documentOf("stepanakert").title.short} – Read – ${APP}`,
    "v1/vocabulary": `Vocabulary – ${APP}`,
    "v1/search": `Search – ${APP}`,
    "v1/search?q=cease-fire": `cease-fire – Search – ${APP}`,
    "v1/concordance?q=occupied": `occupied – Words in context – ${APP}`,
    "v1/sources": `Sources and method – ${APP}`,
    "v1/about": `About – ${APP}`,
  };
  for (const [fragment, title] of Object.entries(titles)) {
    await follow(fragment);
    await becomes(() => page.title(), title);
  }
});

promise(
  "Back and forward go through pages, periods and the panel",
  { at: "" },
  async ({ page, becomes, fragment, focus }) => {
    const pages = page.getByRole("navigation", { name: "Pages" });
    const steps = [
      [() => pages.getByRole("link", { name: "About" }).click(), "v1/about"],
      [() => pages.getByRole("link", { name: "Compare" }).click(), "v1/compare"],
      [() => page.getByRole("region", { name: "Timeline" }).getByRole("link").nth(6).click(), "v1/compare/2020-war"],
      [
        () => page.locator('#period-2020-war [data-passage^="civil-21."] .place').first().click(),
        "v1/compare/2020-war?show=civil-21.p1",
      ],
      [
        () => page.getByRole("link", { name: "Read in the document" }).click(),
        "v1/read/civil-21?period=2020-war&show=civil-21.p1",
      ],
    ];
    const seen = [["", await page.title()]];
    for (const [step, after] of steps) {
      await step();
      await becomes(fragment, after);
      seen.push([after, await page.title()]);
    }
    const panels = [false, false, false, false, true, true];
    const standsAt = async (at) => {
      await becomes(fragment, seen[at][0]);
      await becomes(() => page.title(), seen[at][1]);
      await becomes(() => page.locator("#panel").count().then(Boolean), panels[at], `panel at ${seen[at][0]}`);
      assert.notEqual(await focus(), "body", `the focus is kept at ${seen[at][0]}`);
    };
    for (let at = seen.length - 2; at >= 0; at--) {
      await page.goBack();
      await standsAt(at);
    }
    for (let at = 1; at < seen.length; at++) {
      await page.goForward();
      await standsAt(at);
    }
  },
);

/** Within the page: follows a link as soon as the app has taken the place of the start page, before it can hear of it. */
function hurry() {
  let came = false;
  const watch = new MutationObserver(() => {
    const waits = document.querySelector("#app > .boot") !== null;
    came ||= waits;
    if (!came || waits || !document.querySelector("#app .masthead")) return;
    watch.disconnect();
    location.hash = "v1/read/civil-15";
  });
  watch.observe(document, { childList: true, subtree: true });
}

promise(
  "A link that is followed while the app is being set is not lost",
  { script: hurry },
  async ({ page, go, becomes, fragment }) => {
    const client = await page.context().newCDPSession(page);
    await client.send("Emulation.setCPUThrottlingRate", { rate: 6 });
    await go("v1/compare/1992");
    await becomes(() => page.title(), `15 organizations – Read – ${APP}`);
    await becomes(fragment, "v1/read/civil-15");
  },
);

promise("Loading again keeps the view", { at: "v1/compare/1992" }, async ({ page, becomes, fragment }) => {
  await page.getByRole("button", { name: "Move Armenian accounts left" }).click();
  await page.getByRole("button", { name: "Hide International account" }).click();
  await page.getByRole("radio", { name: "One account" }).check();
  await page.getByRole("group", { name: "Account in sight" }).getByRole("button", { name: "Azerbaijani" }).click();
  const expected = "v1/compare/1992?columns=armenian+azerbaijani&layout=single&account=azerbaijani";
  await becomes(fragment, expected);
  await page.reload();
  await stands(page);
  assert.equal(await fragment(), expected);
  assert.equal(await page.getByRole("radio", { name: "One account" }).isChecked(), true);
  assert.deepEqual(await page.locator("#period-1992 .cell-name").allTextContents(), [
    "Armenian accounts",
    "Azerbaijani account",
  ]);
  assert.equal(await page.locator('.switcher [aria-pressed="true"]').innerText(), "Azerbaijani");
});

/** What cannot be followed: the fragment, what is said of it, and the view that opens instead. */
const BROKEN = [
  ["v1/compare/atlantis", ["“atlantis”"], "v1/compare"],
  ["period:atlantis", ["“atlantis”"], "v1/compare"],
  ["v1/compare?show=letter.p999", ["“letter.p999”"], "v1/compare"],
  ["letter.p999", ["“letter.p999”"], "v1/compare"],
  ["diary.p1", ["“diary.p1”"], "v1/compare"],
  ["v1/nonsense", ["“nonsense”"], "v1/compare"],
  ["nonsense", ["“nonsense”"], "v1/compare"],
  ["v9/compare/2020-war", ["(v9)"], "v1/compare/2020-war"],
  ["v9/somewhere", ["(v9)", "“somewhere”"], "v1/compare"],
  ["v1/read/diary", ["“diary”"], "v1/compare"],
  ["v1/read/letter+diary", ["“diary”"], "v1/read/letter"],
  ["v1/read/letter+letter", ["“letter”"], "v1/read/letter"],
  ["v1/read/letter+civil-15+article", ["“article”"], "v1/read/letter+civil-15"],
  ["v1/read/letter/article", ["“article”"], "v1/read/letter"],
  ["v1/about/extra", ["“extra”"], "v1/about"],
  ["letter.p8.s99", ["“letter.p8.s99”"], "v1/compare"],
  ["v1/original/diary", ["“diary”"], "v1/compare"],
  ["v1/compare?columns=armenian+martian", ["“martian”"], "v1/compare?columns=armenian"],
  ["v1/compare?columns=martian", ["“martian”"], "v1/compare"],
  ["v1/compare?columns=armenian+armenian", ["“armenian”"], "v1/compare?columns=armenian"],
  ["v1/compare?account=martian", ["“martian”"], "v1/compare"],
  ["v1/compare?layout=spiral", ["“layout”"], "v1/compare"],
  ["v1/compare/1992?colour=blue", ["“colour”"], "v1/compare/1992"],
  ["v1/search/extra", ["“extra”"], "v1/search"],
  ["v1/search?sort=left", ["“sort”"], "v1/search"],
  [`v1/search?q=${"a".repeat(603)}`, ["“q”"], `v1/search?q=${"a".repeat(600)}`],
  ["v1/concordance?q=war&sort=round&forms=all", ["“sort”", "“forms”"], "v1/concordance?q=war"],
  ["v1/about?q=war", ["“q”"], "v1/about"],
  ["%", ["“%”"], "v1/compare"],
  ["%%%zz&&==??", ["“%%%zz&&==”", "“?”"], "v1/compare"],
  ["v1/compare/%FF%FE", ["“%FF%FE”"], "v1/compare"],
  ["v1/compare/%00", ["“\0”"], "v1/compare"],
  ["/////", [], "v1/compare"],
  ["?secret=abc123", [], "v1/compare"],
  ["v1/compare/2020-war?secret=abc123", [], "v1/compare/2020-war"],
  ["v1/compare/2020-war:~:text=ceasefire", [], "v1/compare/2020-war"],
  ["x".repeat(65_536), ["(65536 bytes)"], "v1/compare"],
  [`v1/compare/2020-war?show=${"letter.p1".repeat(8_000)}`, ["(72025 bytes)"], "v1/compare"],
];

for (const place of [
  (text) => text,
  (text) => `v1/compare/${text}`,
  (text) => `v1/read/${text}`,
  (text) => `v1/compare?show=${text}`,
]) {
  for (const text of INJECTED) BROKEN.push([place(encodeURIComponent(text)), [`“${text}”`], "v1/compare"]);
}

/** A text as the address has what is looked for. */
const asked = (text) =>
  encodeURIComponent(text)
    .replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+")
    .replaceAll("%3A", ":");

// What is looked for may be any text, and is nothing else.
for (const text of INJECTED) BROKEN.push([`v1/search?q=${encodeURIComponent(text)}`, [], `v1/search?q=${asked(text)}`]);

/** The nearest valid view stands, what was not understood is said, and nothing else. */
async function opens({ page, becomes, fragment, said }, [asked, notices, opened]) {
  const message = `of ${asked.slice(0, 60)}`;
  await becomes(fragment, opened, `address ${message}`);
  const told = (await said()).split("\n").filter((line) => line && line !== "Dismiss");
  assert.equal(told.length, notices.length, `what is said ${message}: ${told}`);
  for (const [i, notice] of notices.entries()) assert.ok(told[i].includes(notice), `${told[i]} names ${notice}`);
  assert.notEqual((await page.locator("#page-title").innerText()).trim(), "", message);
  const full = async () => (await page.locator("main").textContent()).length > 1_000;
  await becomes(full, true, `the page is not blank ${message}`);
  assert.equal(await page.locator("script:not([src^=\"./boot-\"], [src^=\"./offline-\"])").count(), 0, `no script but our own ${message}`);
}

promise(
  "B3 B5 A link that cannot be followed opens the nearest view, says so, and runs nothing",
  { at: "" },
  async (visit) => {
    for (const broken of BROKEN) {
      await visit.follow(broken[0]);
      await opens(visit, broken);
    }
  },
);

promise("B3 B5 So does a page that is opened at such a link", {}, async (visit) => {
  for (const broken of BROKEN.filter((_, i) => i % 8 === 0 || i === 27)) {
    await visit.go(broken[0]);
    await opens(visit, broken);
  }
});

promise(
  "What is said of a link can be dismissed, and goes with the next step",
  { at: "v1/compare/atlantis" },
  async ({ page, becomes, said, focus, go }) => {
    assert.match(await said(), /atlantis/);
    await page.getByRole("button", { name: "Dismiss" }).focus();
    await page.keyboard.press("Enter");
    await becomes(said, "");
    assert.notEqual(await focus(), "body", "the focus is kept");
    await go("v1/compare/atlantis");
    await page.getByRole("region", { name: "Timeline" }).getByRole("link").first().click();
    await becomes(said, "");
  },
);

promiseBelow(
  "The app works under a sub-path, and its links keep it",
  { at: "letter.p12", permissions: ["clipboard-read", "clipboard-write"] },
  async ({ page, server, becomes }) => {
    assert.equal(await panelTitle(page), "Letter to the UN ¶12");
    await page.getByRole("button", { name: "Copy link" }).click();
    await becomes(
      () => page.evaluate(() => navigator.clipboard.readText()),
      `${server.origin}/some/path/#v1/read/letter?show=letter.p12`,
    );
    for (const name of ["Compare", "Sources", "About", "Read"]) {
      await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name }).click();
      await becomes(async () => (await page.title()).includes(name), true);
    }
    assert.deepEqual(
      server.requests.filter((path) => !path.startsWith("/some/path/")),
      [],
      "nothing is asked for beside it",
    );
  },
);

promise(
  "A view is shared by its link and by the code of a frame, which shows the same view",
  { at: "v1/compare/1992?columns=armenian+azerbaijani", permissions: ["clipboard-read", "clipboard-write"] },
  async ({ page, server, focus, becomes }) => {
    const share = page.getByRole("button", { name: "Share" });
    await share.click();
    const dialog = page.getByRole("dialog", { name: "Share this view" });
    const address = `#v1/compare/1992?columns=armenian+azerbaijani`;
    assert.equal(await dialog.getByRole("textbox", { name: "A link to this view" }).inputValue(), server.url + address);
    const code = await dialog.getByRole("textbox", { name: "To embed it in a page of yours" }).inputValue();
    const frame = await page.evaluate((code) => {
      const { body } = new DOMParser().parseFromString(code, "text/html");
      return Object.fromEntries([...body.querySelector("iframe").attributes].map(({ name, value }) => [name, value]));
    }, code);
    assert.deepEqual(frame, {
      src: `${server.url}embed.html${address}`,
      title: "The first war, to the end of 1992 – Compare – Parallax",
      width: "100%",
      height: "600",
      loading: "lazy",
      sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox",
    });
    await dialog.getByRole("button", { name: "Copy the code" }).click();
    await dialog.getByText("Copied.").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code);
    await page.keyboard.press("Escape");
    await becomes(focus, "Share");
    // The next view is the one that is shared next.
    await page.evaluate(() => (location.hash = "v1/claims"));
    await page.getByRole("heading", { level: 1, name: "Claims and figures" }).waitFor();
    await share.click();
    assert.equal(await dialog.getByRole("textbox", { name: "A link to this view" }).inputValue(), `${server.url}#v1/claims`);
  },
);

promise(
  "E5 Where the clipboard is denied, the share dialog selects the text to be copied by hand",
  {
    at: "v1/about",
    script: () =>
      Object.defineProperty(Navigator.prototype, "clipboard", {
        value: { writeText: () => Promise.reject(new DOMException("denied", "NotAllowedError")) },
      }),
  },
  async ({ page, server }) => {
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Copy link" }).click();
    await page.getByText("The browser did not allow copying.").waitFor();
    const selected = () => {
      const { id, value, selectionStart, selectionEnd } = document.activeElement;
      return [id, value.slice(selectionStart, selectionEnd)];
    };
    assert.deepEqual(await page.evaluate(selected), ["share-link", `${server.url}#v1/about`]);
  },
);

promise("T1 A view is cited with its title, its address and the day it was read", { at: "v1/compare/1992" }, async (visit) => {
  const { page, server, becomes } = visit;
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog", { name: "Share this view" });
  await dialog.locator("summary", { hasText: "Cite this view" }).click();
  const day = await page.evaluate(() => new Date().toLocaleDateString("en-US", { dateStyle: "long" }));
  const title = "The first war, to the end of 1992 – Compare";
  const apa = `${title}. (n.d.). Three accounts of one conflict. Retrieved ${day}, from ${server.url}#v1/compare/1992`;
  await becomes(async () => (await dialog.locator(".cited").allInnerTexts())[0], apa);
});

const SHARING = {
  "is handed over": [() => Promise.resolve(), ""],
  "is broken off by the reader": [() => Promise.reject(new DOMException("", "AbortError")), ""],
  "fails": [() => Promise.reject(new DOMException("", "DataError")), "The browser could not share it. Copy the link instead."],
};
for (const [what, [outcome, said]] of Object.entries(SHARING)) {
  promise(
    `Where the system shares, the address ${what}`,
    {
      at: "v1/claims",
      script: `Object.defineProperty(Navigator.prototype, "share", {
        value: (data) => ((globalThis.shared = data), (${outcome})()),
        configurable: true,
      })`,
    },
    async ({ page, server, becomes }) => {
      await page.getByRole("button", { name: "Share", exact: true }).click();
      const dialog = page.getByRole("dialog", { name: "Share this view" });
      await dialog.getByRole("button", { name: "Share …" }).click();
      await becomes(
        () => page.evaluate(() => globalThis.shared),
        { title: "Claims – Parallax", url: `${server.url}#v1/claims` },
      );
      await becomes(() => dialog.getByRole("status").first().innerText(), said);
    },
  );
}

promise(
  "Where the system does not share, nothing offers it",
  { at: "v1/claims", script: () => delete Navigator.prototype.share },
  async ({ page }) => {
    await page.getByRole("button", { name: "Share" }).click();
    const dialog = page.getByRole("dialog", { name: "Share this view" });
    await dialog.getByRole("button", { name: "Copy link" }).waitFor();
    assert.equal(await dialog.getByRole("button", { name: "Share …" }).count(), 0);
  },
);
