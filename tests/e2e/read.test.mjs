// Read: each document whole, two side by side, and each original byte for byte.
import assert from "node:assert/strict";
import { nextFrame, readers, selectOver, shownIn } from "./app.mjs";
import { DOCUMENTS, PERIODS, documentOf, footnotesOf, lines, overlap, plain, timesOf } from "./corpus.mjs";

const promise = readers();

const [LETTER, , , , ARTICLE] = DOCUMENTS;

for (const document of DOCUMENTS) {
  promise(
    `${document.title.short}: the whole text is there, line by line`,
    { at: `v1/read/${document.id}` },
    async ({ page, becomes }) => {
      const text = plain(await shownIn(page.getByRole("article")));
      assert.deepEqual(
        lines(document).filter((line) => !text.includes(line)),
        [],
        "no line is missing",
      );
      await becomes(() => page.title(), `${document.title.short} – Read – Parallax`);
      const title = document.title.supplied ? `[${document.title.text}]` : document.title.text;
      assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), title);
    },
  );
}

promise(
  "The letter’s 53 footnotes each open under the mark that points to them",
  { at: "v1/read/letter", width: 1024 },
  async ({ page, becomes }) => {
    const expected = footnotesOf(LETTER);
    assert.equal(expected.size, 53);
    const marks = page.getByRole("article").getByRole("button", { name: /^Footnote \d+$/ });
    assert.deepEqual((await marks.allTextContents()).map(Number), [...expected.keys()]);
    await marks.evaluateAll((all) => all.forEach((mark) => mark.click()));
    const notes = page.getByRole("note", { name: /^Footnote/ });
    await becomes(() => notes.count(), 53);
    for (const note of await notes.all()) {
      const number = Number((await note.getAttribute("aria-label")).match(/\d+/));
      assert.equal(plain(await note.textContent()).replace(/^\d+ ?/, ""), expected.get(number));
    }
  },
);

promise(
  "Where there is a margin, the footnotes stand in it, each beside what calls it",
  { at: "v1/read/letter" },
  async ({ page, becomes, go }) => {
    const notes = page.getByRole("note", { name: /^Footnote/ });
    await becomes(() => notes.count(), 53);
    // What is out of sight is not laid out, and has no place yet.
    await page.locator(".set").evaluateAll((all) => all.forEach((set) => (set.style.contentVisibility = "visible")));
    const beside = await notes.evaluateAll((all) =>
      all.every((note) => {
        const [own, set] = [note, note.closest(".set")].map((one) => one.getBoundingClientRect());
        const text = note.closest(".set").querySelector("p").getBoundingClientRect();
        return own.left > text.right && own.top >= set.top - 1 && own.bottom <= set.bottom + 1 && own.right <= innerWidth;
      }),
    );
    assert.ok(beside, "in its row, right of its text, in the window");
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    // What is selected over two paragraphs is their words alone: no note that stands between them.
    const note = page.locator('[data-passage="letter.p2"] .note');
    await selectOver(page, ['[data-passage="letter.p2"] .text > p', 0], ['[data-passage="letter.p3"] .text > p', 20]);
    const told = await page.evaluate(() => [`${getSelection()}`, parallax.stretches("[data-of], .snippet")]);
    assert.ok(!told[0].includes("Within the USSR"), told[0]);
    assert.deepEqual(JSON.parse(told[1]).map(({ passage }) => passage), ["letter.p2", "letter.p3"]);
    await page.evaluate(() => getSelection().removeAllRanges());
    // A mark closes its note, and opens it again; in the panel's company they stand below.
    const mark = page.locator('[data-passage="letter.p2"]').getByRole("button", { name: "Footnote 1", exact: true });
    await mark.click();
    await note.waitFor({ state: "detached" });
    await mark.click();
    await note.waitFor();
    await page.locator("#letter\\.p2 .place").click();
    const isBelow = () =>
      note.evaluate((one) => one.getBoundingClientRect().top >= one.closest(".set").querySelector("p").getBoundingClientRect().bottom);
    await becomes(isBelow, true);
    // The next document has its own.
    await go("v1/read/civil-15");
    assert.equal(await notes.count(), 0);
    await go("v1/read/letter");
    await becomes(() => notes.count(), 53);
  },
);

for (const [id, count] of [
  ["civil-15", 15],
  ["civil-21", 21],
]) {
  promise(
    `The ${count} signatories of ${id} stand in a list of their own`,
    { at: `v1/read/${id}` },
    async ({ page }) => {
      await page.getByRole("heading", { name: "Signatories" }).waitFor();
      const names = (await page.locator("h2:text-is('Signatories') + ol > li").allInnerTexts()).map(plain);
      const last = documentOf(id)
        .text.trimEnd()
        .split("\n")
        .map(plain)
        .filter((line) => line && line !== "Related Posts:");
      assert.deepEqual(names, last.slice(-count));
      assert.equal(names.length, count);
    },
  );
}

promise(
  "The article’s 395 references stand as written, with their fields, and the lost marks are owned up to",
  { at: "v1/read/article" },
  async ({ page, becomes }) => {
    await page.getByText("The marks in the text that pointed to these references are lost").waitFor();
    const references = page.locator(".references > li");
    const shown = await references.evaluateAll((all) => all.map((one) => one.querySelector("summary").textContent));
    const written = [...ARTICLE.text.matchAll(/^ +\d+\. (?:\^ )?(.*(?:\n {4,}\S.*)*)/gm)]
      .map(([, reference]) => plain(reference))
      .slice(-395);
    assert.equal(shown.length, 395);
    assert.deepEqual(shown.map(plain), written);
    const fields = references.first().locator("dl");
    assert.equal(await fields.isVisible(), false);
    await references.first().locator("summary").click();
    await becomes(() => fields.isVisible(), true);
    assert.match(await fields.innerText(), /Author\s+DePencier, Fin/);
    assert.match(await fields.innerText(), /Published\s+13 October 2023/);
  },
);

promise(
  "The table of contents moves to a section and gives it the focus",
  { at: "v1/read/article" },
  async ({ page, becomes, focus, fragment }) => {
    const links = page.getByRole("navigation", { name: "Contents" }).getByRole("link");
    const count = await links.count();
    assert.ok(count > 20, `${count} sections`);
    for (const at of [count - 1, 0, Math.floor(count / 2)]) {
      const link = links.nth(at);
      const id = (await link.getAttribute("href")).slice(1);
      const heading = page.locator(`[id="${id}"]`);
      await link.click();
      await becomes(focus, id);
      assert.equal(plain(await heading.innerText()), plain(await link.innerText()));
      const { y } = await heading.boundingBox();
      assert.ok(y >= 0 && y < 800, `${id} is in sight (${y})`);
      assert.equal(await fragment(), "v1/read/article", "a section is a place on the page");
    }
  },
);

promise(
  "The periods in the margin lead to the row of Compare in which the passage stands",
  { at: "v1/read/letter" },
  async ({ page, becomes, focus }) => {
    const beside = page.locator('[data-passage="letter.p12"]').getByRole("list", { name: "Periods" }).getByRole("link");
    assert.deepEqual(await beside.allTextContents(), ["1992"]);
    await beside.click();
    await becomes(focus, "period-1992-title");
    await page.locator('#period-1992 .passage[data-passage="letter.p12"]').waitFor();
  },
);

promise("The number of a reference is seen before it", { at: "v1/read/article" }, async ({ page, becomes }) => {
  const item = page.locator(".references > li").nth(266);
  // What stands above it is laid out as it comes into sight, and moves it: both pictures are taken of where it is then.
  const drawn = async (listStyle) => {
    await page.locator(".references").evaluate((list, style) => (list.style.listStyle = style), listStyle);
    await item.evaluate((one) => one.scrollIntoView({ block: "center" }));
    const { x, y } = await item.boundingBox();
    const picture = await page.screenshot({ clip: { x: x - 40, y, width: 38, height: 24 }, animations: "disabled" });
    return { place: `${x} ${y}`, picture };
  };
  await becomes(async () => {
    const [numbered, bare] = [await drawn(""), await drawn("none")];
    return numbered.place === bare.place && !numbered.picture.equals(bare.picture);
  }, true);
  // What is out of sight is still not laid out.
  const kept = await page.locator(".references details").first().evaluate((one) => getComputedStyle(one).contentVisibility);
  assert.equal(kept, "auto");
});

promise("The letterhead is folded: the text begins in the first screen", { at: "v1/read/letter" }, async ({ page, becomes }) => {
  const head = page.locator(".letterhead");
  const first = page.locator('[data-passage="letter.p1"]');
  assert.ok((await first.boundingBox()).y < 450, "at 1280 pixels");
  assert.equal(await head.locator(".text").first().isVisible(), false);
  await head.locator("summary").click();
  await becomes(() => head.locator(".text").first().isVisible(), true);
  assert.match(await head.innerText(), /Seventy-fifth session/);
  await page.setViewportSize({ width: 320, height: 800 });
  await head.locator("summary").click();
  assert.ok((await first.boundingBox()).y < 800, "at 320 pixels");
});

promise("Where there is little room, the document is chosen from a list", { at: "v1/read/letter", width: 320 }, async ({ page, becomes, fragment }) => {
  assert.equal(await page.getByRole("navigation", { name: "Document" }).count(), 0);
  await page.getByRole("combobox", { name: "Document" }).selectOption("21 organizations");
  await becomes(fragment, "v1/read/civil-21");
  assert.ok((await page.locator(".choose").boundingBox()).height < 120, "it is low");
});

promise("Two panes fill the window, and tell which document and period is passed", { at: "v1/read/letter+article" }, async ({ page, becomes }) => {
  const panes = await page.locator(".panes").boundingBox();
  assert.ok(panes.y < 160 && panes.y + panes.height <= 800 && panes.height > 500, JSON.stringify(panes));
  await scrollTo(page, "letter.p69");
  const head = (document) => pane(page, document).locator(".pane-head");
  await becomes(() => head(LETTER).innerText().then(plain), "Letter to the UN · autumn 2020");
  await becomes(async () => /^Wikipedia article · /.test(plain(await head(ARTICLE).innerText())), true);
  assert.equal(
    Math.round(await head(LETTER).evaluate((one) => one.getBoundingClientRect().top - one.parentElement.getBoundingClientRect().top)),
    0,
    "it stays at the top",
  );
});

promise("Where there is no room for two, one lies behind the other and follows", { at: "v1/read/letter+article", width: 768 }, async ({ page, becomes }) => {
  const tab = (name) => page.locator(".pane-tabs").getByRole("button", { name });
  await scrollTo(page, "letter.p69");
  assert.equal(await pane(page, ARTICLE).count(), 0, "the second is not in sight");
  await tab("Wikipedia article").click();
  await becomes(() => pane(page, ARTICLE).count(), 1);
  assert.equal(await pane(page, LETTER).count(), 0);
  assert.ok((await pane(page, ARTICLE).evaluate(({ scrollTop }) => scrollTop)) > 0, "it has followed");
  assert.ok((await pane(page, ARTICLE).boundingBox()).height > 400);
  await tab("Letter to the UN").click();
  await becomes(() => pane(page, LETTER).evaluate(({ scrollTop }) => scrollTop > 0), true, "where it was left");
});

const pane = (page, document) => page.getByRole("region", { name: document.title.short });

/** Brings a passage to the top of the first pane, as scrolling would. */
const scrollTo = (page, id) =>
  page.locator(`[id="${id}"]`).evaluate((passage) => {
    const pane = passage.closest("section");
    pane.scrollTop += passage.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  });

/** The passage at the top of the second pane. */
const topOf = (locator) =>
  locator.evaluate((pane) => {
    const { top } = pane.getBoundingClientRect();
    return [...pane.querySelectorAll("[data-passage]")].find((one) => one.getBoundingClientRect().top > top - 4).dataset
      .passage;
  });

/**
 * Passages of the letter that stand under one period only, of which the article speaks too: by period.
 * Compare is asked for them, so that this test does not repeat the rules by which it places passages.
 */
async function followed({ page, go }) {
  await go("v1/compare?split=documents");
  const found = await page.locator(".row").evaluateAll((rows) =>
    rows.map((row) => {
      const of = (document) => [...row.querySelectorAll(`.flow > [data-passage^="${document}."]`)];
      const single = of("letter").find((passage) => !passage.querySelector(".also"));
      return [row.id.replace("period-", ""), of("article").length > 0 && single?.dataset.passage];
    }),
  );
  const passages = found.filter(([period, passage]) => passage && period !== "undated");
  assert.ok(passages.length > 1, "there is a way to follow");
  return passages;
}

promise("Side by side, the second document goes where the first one is in time; the focus stays", {}, async (visit) => {
  const { page, becomes, focus, go } = visit;
  const passages = await followed(visit);
  await go("v1/read/letter+article");
  await page.getByRole("heading", { name: "Letter to the UN beside Wikipedia article" }).waitFor();
  await pane(page, LETTER).focus();
  const before = await focus();
  for (const [period, passage] of [...passages].reverse()) {
    const { from, to } = PERIODS.find(({ id }) => id === period);
    await scrollTo(page, passage);
    const speaksOfIt = async () =>
      timesOf(await topOf(pane(page, ARTICLE))).some((time) => overlap(time, { from, to }));
    await becomes(speaksOfIt, true, `${passage}: the article speaks of ${period}`);
    assert.equal(await focus(), before);
  }
});

promise(
  "A passage that speaks of many periods keeps the one that is followed",
  { at: "v1/read/letter+article" },
  async ({ page, becomes }) => {
    const at = () => pane(page, ARTICLE).evaluate(({ scrollTop }) => scrollTop);
    // letter.p69 speaks of 2020 only; letter.p66 of 1988 to 2020.
    await scrollTo(page, "letter.p69");
    await becomes(async () => (await at()) > 0, true);
    const before = await at();
    await scrollTo(page, "letter.p66");
    await nextFrame(page);
    assert.equal(await at(), before);
  },
);

promise("A7 Following can be switched off, and stays off in the link", {}, async (visit) => {
  const { page, becomes, fragment, go } = visit;
  const passages = (await followed(visit)).map(([, passage]) => passage);
  await go("v1/read/letter+article");
  const follows = page.getByRole("checkbox", { name: "The second document follows the first" });
  const at = () => pane(page, ARTICLE).evaluate(({ scrollTop }) => scrollTop);
  await scrollTo(page, passages.at(-1));
  await becomes(async () => (await at()) > 0, true);
  await follows.uncheck();
  await becomes(fragment, "v1/read/letter+article?follow=off");
  const still = async () => {
    const before = await at();
    for (const passage of passages) {
      await scrollTo(page, passage);
      await nextFrame(page);
      assert.equal(await at(), before, `the article stays as the letter goes to ${passage}`);
    }
  };
  await still();
  await go(await fragment());
  assert.equal(await follows.isChecked(), false);
  await still();
});

promise(
  "A document can be set beside another by name, and taken away",
  { at: "v1/read/civil-15" },
  async ({ page, becomes, fragment }) => {
    const beside = page.getByRole("combobox", { name: "Beside it" });
    await beside.selectOption("21 organizations");
    await becomes(fragment, "v1/read/civil-15+civil-21");
    for (const document of DOCUMENTS.slice(1, 3)) await pane(page, document).waitFor();
    await beside.selectOption("nothing");
    await becomes(fragment, "v1/read/civil-15");
  },
);

promise(
  "The original shows every byte of its file",
  { at: "v1/original/letter" },
  async ({ page, becomes, follow }) => {
    for (const document of DOCUMENTS) {
      await follow(`v1/original/${document.id}`);
      const said = `${document.file}, ${document.bytes.length} bytes`;
      await page.getByText(said).waitFor();
      const shown = await page.locator("main pre").evaluate((pre) => {
        const copy = pre.cloneNode(true);
        for (const kind of copy.querySelectorAll(".block-kind")) kind.remove();
        return copy.textContent;
      });
      assert.ok(Buffer.from(shown).equals(document.bytes), document.file);
      const other = page.getByRole("link", { name: "The text", exact: true });
      assert.equal(await other.getAttribute("href"), `#v1/read/${document.id}`);
      await becomes(
        () => page.locator("#page-title").innerText().then(plain),
        plain(document.title.supplied ? `[${document.title.text}]` : document.title.text),
      );
    }
  },
);

promise(
  "T1 A document is cited at its head: the article with its licence and the day of the snapshot",
  { at: "v1/read/article" },
  async ({ page, server, becomes }) => {
    const citing = page.locator(".whole .citing");
    await citing.locator("summary", { hasText: "Cite this document" }).click();
    const title = "Armenia–Azerbaijan border crisis (2021–present)";
    const apa = `${title}. (2024, December 24). In Wikipedia. ${server.url}#v1/read/article`;
    await becomes(async () => (await citing.locator(".cited").allInnerTexts())[0], apa);
    const notes = (await citing.locator("li").allInnerTexts()).join(" ");
    assert.match(notes, /CC BY-SA 4\.0.*creativecommons\.org.*ends on 24 December 2024/);
    const saved = page.waitForEvent("download");
    await citing.getByRole("button", { name: "CSL-JSON" }).click();
    assert.equal((await saved).suggestedFilename(), "article.json");
  },
);

promise("Side by side, each document is cited by itself", { at: "v1/read/letter+civil-15" }, async ({ page, server, becomes }) => {
  for (const [pane, document] of [["#text", "letter"], ["#beside", "civil-15"]]) {
    await page.locator(`${pane} .citing > summary`).click();
    await becomes(
      async () => (await page.locator(`${pane} .cited`).first().innerText()).endsWith(`${server.url}#v1/read/${document}`),
      true,
    );
  }
});
