// Accessibility: axe on every view in every colour and width, and what axe cannot see.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe } from "node:test";
import { nextFrame, readers } from "./app.mjs";
import { bar, highlight, select } from "./highlighting.mjs";
import { rebundle } from "./release.mjs";

const promise = readers();

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const damaged = (server) => rebundle(server, "{}");
const missing = (server) => void server.fail(/\.wasm$/, { status: 404 });
const openShare = (page) => page.getByRole("button", { name: "Share" }).click();
const openKeys = (page) => page.getByRole("button", { name: "Keys" }).click();

/** Highlights that overlap, one with a note; other words are selected. */
async function highlightSome(page) {
  await highlight(page, "letter.p12", "Security Council", "Claim");
  await highlight(page, "letter.p12", "Council adopted", "Loaded word");
  await page.getByRole("button", { name: "Add a note" }).click();
  await page.getByRole("dialog").getByLabel("Note").fill("Who says so?");
  await page.getByRole("dialog").getByRole("button", { name: "Done" }).click();
  await select(page, "letter.p13", "Lachyn");
  await bar(page).waitFor();
}

async function editHighlight(page) {
  await highlight(page, "letter.p12", "Security Council", "Claim");
  await page.getByRole("button", { name: "Add a note" }).click();
  await page.getByRole("dialog").getByLabel("Note").waitFor();
}

async function writeNotebook(page) {
  await highlightSome(page);
  await page.evaluate(() => (location.hash = "v1/notebook"));
  await page.locator(".highlights").waitFor();
  await page.locator("summary", { hasText: "Categories" }).click();
}

async function narrowClaims(page) {
  await page.getByRole("combobox", { name: "Show" }).selectOption("contradict");
  await page.locator("#text details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
}

/** Every view: where it is, what has to happen before or after it is opened, whether axe is to look at all of it. */
const VIEWS = [
  { name: "Compare in columns", at: "v1/compare/2020-war", whole: true },
  { name: "Compare by date", at: "v1/compare/2020-war?layout=dates" },
  { name: "Compare, one account", at: "v1/compare/2020-war?layout=single&account=armenian" },
  { name: "Compare, split by document, six columns", at: "v1/compare/2020-war?split=documents&own=beside" },
  {
    name: "Compare with a column hidden and the panel open",
    at: "v1/compare/2020-war?columns=armenian+azerbaijani&show=letter.p69",
  },
  { name: "Read, the letter", at: "v1/read/letter?show=letter.p8" },
  { name: "Read, the article", at: "v1/read/article", whole: true },
  { name: "Read, two documents", at: "v1/read/letter+civil-21" },
  { name: "The original", at: "v1/original/letter" },
  { name: "Compare, one voice, voices marked", at: "v1/compare/may-june-2021?voice=azerbaijani&mark=voices" },
  { name: "Compare, names marked", at: "v1/compare/1992?mark=names" },
  { name: "Voices", at: "v1/voices" },
  { name: "A speaker, with a passage", at: "v1/voices/azerbaijan?show=article.may-2021.p5" },
  { name: "Names", at: "v1/names" },
  { name: "A place", at: "v1/names/karabakh" },
  { name: "A passage with figures", at: "v1/compare/1992?show=letter.p7" },
  { name: "A figure in the ledger, with its passage", at: "v1/claims/depth-may-2021?show=article.may-2021.p13" },
  { name: "Claims and figures", at: "v1/claims/entry-may-2021" },
  { name: "Claims, narrowed and unfolded", at: "v1/claims", then: narrowClaims },
  { name: "Vocabulary", at: "v1/vocabulary" },
  { name: "A word, with a passage", at: "v1/vocabulary?word=occupied&show=letter.p8" },
  { name: "Search, nothing typed", at: "v1/search" },
  { name: "Search", at: "v1/search?q=Karabakh+refugees+2020", whole: true },
  { name: "Search, narrowed, a column hidden", at: "v1/search?q=border+in:article+period:2020-war&columns=international+armenian" },
  { name: "Search, nothing found", at: "v1/search?q=qwxyz+in:letter" },
  { name: "Words in context, nothing typed", at: "v1/concordance" },
  { name: "Words in context, with a passage", at: "v1/concordance?q=ceasefire&sort=left&show=letter.p13" },
  { name: "Words in context, of nothing", at: "v1/concordance?q=qwxyz" },
  { name: "Highlights, and words that are selected", at: "v1/read/letter", then: highlightSome },
  { name: "A highlight that is edited", at: "v1/read/letter", then: editHighlight },
  { name: "The notebook", at: "v1/read/letter", then: writeNotebook },
  { name: "Compare with an account of one’s own", at: "v1/compare/2020-war?own=beside&show=letter.p65" },
  { name: "Guided reading", at: "v1/guided/letter" },
  { name: "A hand-out", at: "v1/handout?q=letter.p7+article.lead.p3+article.gone+ask:who+ask:differ+lines:6+task:Compare." },
  { name: "A hand-out with nothing on it", at: "v1/handout" },
  { name: "Sources and method", at: "v1/sources" },
  { name: "About, with a notice", at: "v1/about?colour=blue" },
  { name: "The share dialog", at: "v1/compare/1992", then: openShare },
  { name: "A page to be read as it is", at: "", sign: "html.still #page-title", instead: "period/2020-war.html" },
  { name: "The sheet of keys", at: "v1/about", then: openKeys },
  { name: "The page of a damaged bundle", at: "", first: damaged, sign: ".fault" },
  { name: "The page of an app that could not be loaded", at: "", first: missing, sign: "#boot-retry" },
];

/** What puts the server right again after a view that needed it otherwise. */
const undo = new WeakMap();

async function show({ page, server, watch, go }, { at, first, sign, then, instead }) {
  if (first === missing) watch.provoke(/404/, /parallax.*\.wasm/);
  undo.get(server)?.();
  undo.set(server, first?.(server));
  if (instead) await page.goto(server.url + instead);
  else await go(at, sign);
  if (instead) await page.locator(sign).waitFor();
  await then?.(page);
}

const WIDTHS = [1280, 768, 320];

/** Rules whose outcome hangs on colours; nothing else changes with the theme. */
const OF_COLOUR = ["color-contrast", "link-in-text-block"];

/** Rows and references are many of one make: all of them are looked at once, then these leave the page. */
const THE_REST = [
  ".row:not(#period-1992, #period-2020-war, #period-september-2023-2024)",
  ".whole > .set:nth-of-type(n + 30)",
  ".references > li:nth-child(n + 20)",
  ".line:nth-child(n + 12)",
].join();

/** The violations that axe finds, of all rules or of these. */
async function violations(page, rules = null) {
  await nextFrame(page);
  return page.evaluate(async (rules) => {
    // All default rules, and those of WCAG 2.2 AA that axe leaves off until it is asked for them.
    const extra = Object.fromEntries(axe.getRules(["wcag22aa"]).map(({ ruleId }) => [ruleId, { enabled: true }]));
    const options = rules ? { runOnly: rules } : { rules: extra };
    const found = await axe.run(document, { ...options, preload: false, resultTypes: ["violations"] });
    // Every view is a fragment, so axe takes each link that is scrolled out of sight for a skip link. There is one.
    const isMeant = (id, node) => id !== "skip-link" || node.html.includes('class="skip"');
    return found.violations
      .map(({ id, nodes }) => [id, nodes.filter((node) => isMeant(id, node))])
      .filter(([, nodes]) => nodes.length > 0)
      .map(([id, nodes]) => `${id}: ${nodes.length} × ${nodes[0].html.slice(0, 160)} (${nodes[0].failureSummary})`);
  }, rules);
}

const COLOURS = [
  ["light", { colorScheme: "light", forcedColors: "none" }, null],
  ["dark", { colorScheme: "dark", forcedColors: "none" }, OF_COLOUR],
  ["forced", { colorScheme: "light", forcedColors: "active" }, OF_COLOUR],
];

describe("axe", () => {
  for (const view of VIEWS) {
    promise(`A1 ${view.name}: axe finds no violation in any colours at any width`, { script: AXE }, async (visit) => {
      const { page } = visit;
      await show(visit, view);
      // The heading of a row that has been read lies beneath the heads, where axe takes it for a target half covered.
      const atTop = () => page.evaluate(() => scrollTo(0, 0));
      await atTop();
      const found = view.whole ? await violations(page) : [];
      await page.locator(THE_REST).evaluateAll((all) => all.forEach((one) => one.remove()));
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        await atTop();
        for (const [colours, media, rules] of COLOURS) {
          await page.emulateMedia(media);
          found.push(...(await violations(page, rules)).map((violation) => `${colours}, ${width} px: ${violation}`));
        }
      }
      assert.deepEqual(found, []);
    });
  }
});

/** Text that a box cuts off: where its overflow is hidden, or where it leaves a head of fixed height. */
const clipped = (page) =>
  page.evaluate(() => {
    const cuts = (box) => {
      const { overflowX, overflowY, clipPath } = getComputedStyle(box);
      // Clipped to nothing on purpose: for those who hear the page.
      if (clipPath !== "none") return false;
      // A line of a concordance runs out on both sides by its nature; the whole stands in its passage.
      if (box.matches(".line > *") && getComputedStyle(box.parentElement).display === "grid") return false;
      const hides = (overflow) => overflow === "hidden" || overflow === "clip";
      return (
        (hides(overflowX) && box.scrollWidth > box.clientWidth + 1) ||
        (hides(overflowY) && box.scrollHeight > box.clientHeight + 1) ||
        (box.matches(".head, .heads, .masthead") && box.scrollHeight > box.clientHeight + 1)
      );
    };
    const boxes = [...document.querySelectorAll("body *")].filter(
      (one) => one.textContent.trim() && one.checkVisibility(),
    );
    return boxes.filter(cuts).map((box) => `cut off: ${box.outerHTML.slice(0, 120)}`);
  });

/** What makes the page scroll sideways, innermost first. */
const sidewards = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")].filter(
      (one) => one.getBoundingClientRect().right > clientWidth + 1,
    );
    return [`${scrollWidth - clientWidth} px too wide, by ${wide.at(-1)?.outerHTML.slice(0, 120)}`];
  });

/** Text that lies on other text, or on a control. What sticks lies on what is scrolled beneath it. */
const overlaid = (page) =>
  page.evaluate(() => {
    const seen = (one) => one.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
    const above = function* (one) {
      for (let each = one; each; each = each.parentElement) yield [each, getComputedStyle(each)];
    };
    const boxes = [];
    const add = (of, rectangle, slack) => {
      let { left, top, right, bottom } = rectangle;
      let stuck = null;
      for (const [each, { overflowX, clipPath, position }] of above(of)) {
        if (clipPath !== "none") return;
        if (["sticky", "fixed", "absolute"].includes(position)) stuck ??= each;
        if (overflowX === "visible" || each === document.documentElement || each === document.body) continue;
        const clip = each.getBoundingClientRect();
        [left, right] = [Math.max(left, clip.left), Math.min(right, clip.right)];
        [top, bottom] = [Math.max(top, clip.top), Math.min(bottom, clip.bottom)];
      }
      // The lines of a text may touch.
      [top, bottom] = [top + slack, bottom - slack];
      if (right - left > 2 && bottom - top > 2) boxes.push({ of, left, top, right, bottom, stuck });
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text; (text = texts.nextNode()); ) {
      const of = text.parentElement;
      // What is folded stands in an element that is seen.
      if (!text.data.trim() || of.matches("option, svg *, details:not([open])") || !seen(of)) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const rectangle of range.getClientRects()) add(of, rectangle, rectangle.height / 5);
    }
    for (const control of document.querySelectorAll("button:not(.place), select, input, textarea"))
      if (seen(control)) add(control, control.getBoundingClientRect(), 0);
    boxes.sort((a, b) => a.top - b.top);
    const found = new Set();
    for (const [at, one] of boxes.entries())
      for (const other of boxes.slice(at + 1)) {
        if (other.top > one.bottom - 2) break;
        if (one.stuck !== other.stuck || one.of.contains(other.of) || other.of.contains(one.of)) continue;
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const high = Math.min(one.bottom, other.bottom) - other.top;
        if (wide > 2 && high > 2) found.add(`${one.of.outerHTML.slice(0, 80)} lies on ${other.of.outerHTML.slice(0, 80)}`);
      }
    return [...found].slice(0, 5);
  });

/** A style sheet of the reader’s own. */
const restyle = (page, css) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    // The search brings a sheet of its own.
    const others = document.adoptedStyleSheets.filter((one) => one !== window.sheetOfReader);
    document.adoptedStyleSheets = [...others, sheet];
    window.sheetOfReader = sheet;
  }, css);

promise(
  "A2 At 320 px one account is in sight, and the switcher names it",
  { at: "v1/compare/2020-war", width: 320 },
  async ({ page, becomes }) => {
    const switcher = page.getByRole("group", { name: "Account in sight" });
    const seen = () =>
      page
        .locator("#period-2020-war .cell")
        .evaluateAll((all) =>
          all.filter((one) => one.checkVisibility()).map((one) => one.querySelector("h3").textContent),
        );
    for (const [short, name] of [
      ["Azerbaijani", "Azerbaijani account"],
      ["International", "International account"],
      ["Armenian", "Armenian accounts"],
    ]) {
      await switcher.getByRole("button", { name: short }).click();
      await becomes(seen, [name]);
      assert.deepEqual(await switcher.locator('[aria-pressed="true"]').allInnerTexts(), [short]);
    }
  },
);

/** How a reader may set the text, and at which widths it is tried. The spacing is that of WCAG 2.2, 1.4.12. */
const SETTINGS = [
  ["as it comes", "", [320, 769, 900]],
  [
    "spaced",
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" +
      " p { margin-bottom: 2em !important }",
    [320, 1280],
  ],
  ["of twice the size", "html { font-size: 200% }", [640]],
];

promise(
  "A2 A9 No text is cut off or lies on another, and no view scrolls sideways: as it comes, spaced by the reader, of twice the size",
  {},
  async (visit) => {
    const { page, server } = visit;
    const found = [];
    for (const view of VIEWS) {
      server.mend();
      await show(visit, view);
      for (const [set, css, widths] of SETTINGS) {
        await restyle(page, css);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          await nextFrame(page);
          found.push(
            ...[...(await clipped(page)), ...(await sidewards(page)), ...(await overlaid(page))].map(
              (what) => `${view.name}, ${set} at ${width} px: ${what}`,
            ),
          );
        }
      }
    }
    assert.deepEqual(found, []);
  },
);

promise(
  "Every view has one first heading, no level is passed over, and every landmark has a name",
  {},
  async (visit) => {
    const { page, server } = visit;
    const found = [];
    const holds = (view, condition, what) => condition || found.push(`${view.name}: ${what}`);
    for (const view of VIEWS) {
      server.mend();
      await show(visit, view);
      const levels = await page
        .locator("h1, h2, h3, h4, h5, h6")
        .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => Number(one.localName[1])));
      holds(view, levels.filter((level) => level === 1).length === 1, `headings ${levels}`);
      holds(
        view,
        levels.every((level, i) => level <= (levels[i - 1] ?? level) + 1),
        `headings ${levels}`,
      );
      const marks = await page
        .locator("nav, aside, section[aria-label], section[aria-labelledby], [role=region]")
        .evaluateAll((all) =>
          all
            .filter((one) => one.checkVisibility())
            .map((one) => {
              const by = one.getAttribute("aria-labelledby");
              return `${one.localName}: ${by ? document.getElementById(by)?.textContent : one.getAttribute("aria-label")}`;
            }),
        );
      holds(view, !marks.some((mark) => /: (null|undefined|)$/.test(mark)), `landmarks ${marks}`);
      holds(view, new Set(marks).size === marks.length, `two landmarks of one name in ${marks}`);
      holds(view, (await page.locator("main").count()) === 1, "one main landmark");
    }
    assert.deepEqual(found, []);
  },
);

promise(
  "A6 Accounts are told apart by pattern and name where there are no colours",
  { at: "v1/compare", forcedColors: true },
  async ({ page }) => {
    const patterns = await page
      .locator(".head .mark")
      .evaluateAll((all) => all.map((mark) => getComputedStyle(mark).backgroundImage));
    assert.equal(patterns.length, 3);
    assert.equal(new Set(patterns.filter((pattern) => pattern !== "none")).size, 3);
    const unnamed = await page
      .locator(".mark")
      .evaluateAll((all) => all.filter((mark) => !mark.parentElement.textContent.trim()).length);
    assert.equal(unnamed, 0, "a mark stands beside a name");
  },
);

promise(
  "A8 What can be pressed on the timeline is large enough, and needs no dragging",
  { at: "v1/compare" },
  async ({ page }) => {
    for (const width of [961, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const sizes = await page
        .locator(".slots a")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
      assert.equal(sizes.length, 15);
      for (const { width, height } of sizes) assert.ok(width >= 24 && height >= 24, `${width} × ${height}`);
    }
    assert.equal(await page.locator("[draggable=true]").count(), 0);
  },
);

promise(
  "A7 Nothing moves by itself where a reader asks for less motion",
  { at: "v1/compare", reducedMotion: true },
  async ({ page, becomes }) => {
    await page.getByRole("region", { name: "Timeline" }).getByRole("link").nth(6).click();
    await becomes(() => page.title().then((title) => title.startsWith("The war of autumn 2020")), true);
    assert.deepEqual(
      await page.evaluate(() => [
        document.getAnimations().length,
        getComputedStyle(document.documentElement).scrollBehavior,
      ]),
      [0, "auto"],
    );
  },
);
