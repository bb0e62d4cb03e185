// A passage: its words as the original has them, its footnotes, its panel, its verification, its citation.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { readers, unfold } from "./app.mjs";
import { bundleOf, rebundle } from "./release.mjs";
import { DOCUMENTS, documentOf, footnotesOf, plain, wordsOf } from "./corpus.mjs";

const promise = readers();

// Packages of Citation.js register themselves with their core, and are no modules.
const load = createRequire(import.meta.url);
const { Cite } = load("@citation-js/core");
load("@citation-js/plugin-bibtex");
load("@citation-js/plugin-ris");

/** One passage of each document; those of the letter have a footnote, and a page break within. */
const PASSAGES = ["letter.p2", "letter.p8", "civil-15.p1", "civil-21.p1", "stepanakert.p1", "article.may-2021.p1"];

const panel = (page) => page.locator("#panel");
const passage = (page, id) => page.locator(`.row [data-passage="${id}"]`).first();
const opener = (page, id) => passage(page, id).getByRole("button", { name: /: details$/ });

/** Opens the panel of a passage by its link. */
async function show({ page, follow }, id) {
  await follow(`v1/compare?show=${id}`);
  await page.locator(`.row [data-passage="${id}"] > p > [aria-expanded="true"]`).first().waitFor();
}

/** The words of each passage on the page, without footnote marks, list markers and opened notes. */
const words = (locator) =>
  locator.evaluateAll((all) =>
    all.map((text) => {
      const copy = text.cloneNode(true);
      for (const apparatus of copy.querySelectorAll("aside, sup, .marker")) apparatus.remove();
      for (const end of copy.querySelectorAll("br")) end.replaceWith(" ");
      return copy.textContent;
    }),
  );

promise(
  "A footnote opens in its place and closes again",
  { at: "v1/compare/1987-1991" },
  async ({ page, fragment }) => {
    const mark = passage(page, "letter.p2").getByRole("button", { name: "Footnote 1", exact: true });
    const note = passage(page, "letter.p2").getByRole("note", { name: "Footnote 1" });
    const before = await fragment();
    assert.equal(await mark.getAttribute("aria-expanded"), "false");
    await mark.click();
    await note.waitFor();
    assert.equal(await mark.getAttribute("aria-expanded"), "true");
    assert.deepEqual((await words(note.locator(".text"))).map(plain), [footnotesOf(documentOf("letter.p2")).get(1)]);
    await mark.click();
    await note.waitFor({ state: "detached" });
    assert.equal(await fragment(), before, "a footnote is no view of its own");
  },
);

promise(
  "Esc closes the footnote that was opened, as the sheet of keys says",
  { at: "v1/compare/1987-1991" },
  async ({ page, becomes, focus }) => {
    const mark = passage(page, "letter.p2").getByRole("button", { name: "Footnote 1", exact: true });
    await mark.focus();
    await page.keyboard.press("Enter");
    await passage(page, "letter.p2").getByRole("note", { name: "Footnote 1" }).waitFor();
    assert.equal(await focus(), "Footnote 1", "the focus stays on the mark");
    await page.keyboard.press("Escape");
    await becomes(() => mark.getAttribute("aria-expanded"), "false");
    assert.equal(await focus(), "Footnote 1", "the focus is on the mark");
  },
);

promise(
  "The panel names source, issuer, date and licence, and gives the focus back",
  { at: "v1/compare/2020-war" },
  async ({ page, becomes, focus }) => {
    for (const close of [
      () => page.keyboard.press("Escape"),
      () => panel(page).getByRole("button", { name: "Close" }).click(),
    ]) {
      const name = await opener(page, "civil-21.p1").getAttribute("aria-label");
      await opener(page, "civil-21.p1").click();
      await panel(page).waitFor();
      await becomes(focus, "panel-title", "the focus is on the panel’s heading");
      assert.equal(await opener(page, "civil-21.p1").getAttribute("aria-expanded"), "true");
      await close();
      await panel(page).waitFor({ state: "detached" });
      await becomes(focus, name, "the focus is on the opener");
    }
  },
);

promise(
  "The panel shows for each document what is recorded of it, in brackets where it is supplied",
  { at: "v1/compare" },
  async (visit) => {
    const { page, becomes } = visit;
    for (const id of PASSAGES) {
      const { title, issuer, written, licence } = documentOf(id);
      const bracketed = ({ text, supplied }) => (supplied ? `[${text}]` : text);
      await show(visit, id);
      await panel(page).getByText("About this passage").click();
      const said = (term) => panel(page).locator(`dt:text-is("${term}") + dd`).innerText();
      await becomes(() => said("Document"), bracketed(title), id);
      assert.ok((await said("Issued by")).startsWith(`${bracketed(issuer)}\n${issuer.grounds}`), id);
      assert.ok((await said("Written")).includes(written.grounds), id);
      assert.equal((await said("Written")).includes("no date in the text"), !written.stated, id);
      assert.equal(await said("Licence"), licence.name);
      assert.match(await said("Speaks of"), /\d{4}/);
    }
  },
);

promise(
  "Verification computes the digest of the original and finds that it agrees",
  { at: "v1/compare" },
  async (visit) => {
    const { page } = visit;
    for (const id of PASSAGES) {
      const { file, bytes, digest, sha256 } = documentOf(id);
      assert.equal(digest, sha256, "the record is that of the file");
      await show(visit, id);
      await panel(page).getByRole("button", { name: "Verify" }).click();
      const outcome = panel(page).getByText(/^The digests/);
      await outcome.waitFor();
      const said = await outcome.innerText();
      assert.ok(
        said.startsWith(`The digests agree: ${file} is byte for byte the file on record (${bytes.length} bytes)`),
        said,
      );
      assert.equal(await panel(page).locator("code").innerText(), digest);
      const [, first, last] = said.match(/bytes (\d+) (?:to|and) (\d+)\.$/).map(Number);
      // A footnote mark at the end belongs to the passage: its digits do, its markup does not.
      const named = wordsOf({
        ...documentOf(id),
        text: bytes
          .subarray(first, last + 1)
          .toString("utf8")
          .replace(/<sup>\d+$/, ""),
      });
      const [shown] = (await words(panel(page).locator("> .text"))).map(plain);
      assert.equal(named, shown, `${id}: the bytes named are those shown`);
    }
  },
);

promise("Verification finds that a changed original does not agree", {}, async ({ page, server, go }) => {
  const bundle = JSON.parse(bundleOf(server));
  bundle.documents[0].text = bundle.documents[0].text.replace("As is known", "As is shown");
  rebundle(server, JSON.stringify(bundle));
  await go("v1/compare?show=letter.p1");
  await panel(page).getByRole("button", { name: "Verify" }).click();
  await panel(page)
    .getByText(/^The digests differ\..*Do not rely on this text\./)
    .waitFor();
});

promise(
  "The panel shows the bytes of the original, and those that are not shown as text",
  { at: "v1/compare" },
  async (visit) => {
    const { page, becomes } = visit;
    const markup = { "letter.p2": "<sup>1</sup>", "letter.p8": "\n---\n", "article.may-2021.p1": "\n" };
    for (const [at, [id, hidden]] of Object.entries(markup).entries()) {
      await show(visit, id);
      const original = panel(page).locator("pre");
      const isStretch = async () => documentOf(id).text.includes(await original.textContent());
      if (at === 0) {
        assert.equal(await original.isVisible(), false, "folded until it is asked for");
        await panel(page).getByText("In the original").click();
        await original.waitFor();
      }
      await becomes(isStretch, true, `${id}: a stretch of the file`);
      assert.ok((await original.textContent()).includes(hidden), `${id} shows its markup`);
      const shown = (await original.locator(".shown").allTextContents()).join("");
      assert.equal(shown.includes(hidden), false, `${id} marks its markup as not shown`);
    }
  },
);

const clipboard = ["clipboard-read", "clipboard-write"];

promise(
  "A passage is copied with its source, and its link leads back to it",
  { at: "v1/compare?show=civil-15.p1", permissions: clipboard },
  async ({ page, becomes }) => {
    const [text] = (await words(panel(page).locator("> .text"))).map(plain);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await panel(page).getByRole("button", { name: "Copy with citation" }).click();
    await panel(page).getByText("Copied.", { exact: true }).waitFor();
    const citation = await copied();
    const { title, issuer, licence } = documentOf("civil-15.p1");
    for (const part of [`“${text}”`, `[${issuer.text}]`, title.text, "¶1", "no date in the text", licence.name]) {
      assert.ok(citation.includes(part), `${part} in ${citation}`);
    }
    const address = citation.match(/http\S+$/)[0];
    await panel(page).getByRole("button", { name: "Copy link" }).click();
    await becomes(copied, page.url());
    await page.goto("about:blank");
    await page.goto(address);
    await panel(page).getByRole("heading", { name: "15 organizations ¶1" }).waitFor();
  },
);

promise(
  "T1 A passage is cited in three styles, and saved for a reference manager, by keyboard",
  { at: "v1/compare?show=letter.p65", permissions: clipboard },
  async ({ page, server, becomes }) => {
    const summary = panel(page).locator("summary", { hasText: "Cite this passage" });
    await summary.focus();
    await page.keyboard.press("Enter");
    const cited = panel(page).locator(".cited");
    const { title, issuer } = documentOf("letter.p65");
    const address = `${server.url}#letter.p65`;
    const apa = `${issuer.text}. (2021, January 12). ${title.text}. ${address}`;
    await becomes(() => cited.allInnerTexts(), [apa, `(${issuer.text}, 2021, para. 65)`]);
    assert.equal(await cited.first().locator("cite").innerText(), title.text, "the title is told apart");
    const style = panel(page).getByLabel("Style");
    await style.focus();
    await page.keyboard.type("Chicago");
    const note = `${issuer.text}, “${title.text},” January 12, 2021, para. 65, ${address}.`;
    await becomes(() => cited.allInnerTexts(), [note]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await becomes(() => page.evaluate(() => navigator.clipboard.readText()), note);
    for (const [format, ending, start] of [
      ["CSL-JSON", "json", "["],
      ["BibTeX", "bib", "@misc{letter-p65,"],
      ["RIS", "ris", "TY  - GEN"],
    ]) {
      const saved = page.waitForEvent("download");
      await panel(page).getByRole("button", { name: format }).press("Enter");
      const file = await saved;
      assert.equal(file.suggestedFilename(), `letter.p65.${ending}`);
      const text = readFileSync(await file.path(), "utf8");
      assert.ok(text.startsWith(start) && text.includes(title.text) && text.includes(address), text);
    }
    await page.reload();
    await panel(page).locator("summary", { hasText: "Cite this passage" }).click();
    await becomes(() => cited.allInnerTexts(), [note], "the style is kept");
  },
);

/** What a program that we have not written finds in a file for reference managers. */
const entryIn = (text) => {
  const { data } = new Cite(text);
  assert.equal(data.length, 1, text);
  return data[0];
};

promise("T1 Another program reads what is saved for reference managers", {}, async ({ page, go }) => {
  for (const passage of ["letter.p65", "civil-15.p1", "article.september-2022.p1"]) {
    await go(`v1/compare?show=${passage}`);
    await panel(page).locator("summary", { hasText: "Cite this passage" }).click();
    const saved = {};
    for (const format of ["CSL-JSON", "BibTeX", "RIS"]) {
      const download = page.waitForEvent("download");
      await panel(page).getByRole("button", { name: format }).click();
      saved[format] = readFileSync(await (await download).path(), "utf8");
    }
    const [meant] = JSON.parse(saved["CSL-JSON"]);
    const authors = ({ author = [] }) => author.map(({ literal, family }) => literal ?? family);
    const [first, last] = meant.issued["date-parts"];
    for (const format of ["BibTeX", "RIS"]) {
      const read = entryIn(saved[format]);
      for (const name of ["title", "URL", "accessed", "container-title", "publisher", "version"]) {
        assert.deepEqual(read[name], meant[name], `${passage}, ${format}: ${name}`);
      }
      assert.deepEqual(authors(read), authors(meant), `${passage}, ${format}: the author is one body`);
      // RIS has one date; the other end stands beside it, in words.
      const dates = format === "RIS" ? [first] : [first, last].filter(Boolean);
      assert.deepEqual(read.issued["date-parts"], dates, `${passage}, ${format}`);
      assert.equal(read.note, plain(`${meant.locator}. ${meant.note}`), `${passage}, ${format}: where, and its words`);
    }
  }
});

promise(
  "T1 A figure is cited with its words",
  { at: "v1/read/article?show=article.september-2022.p1" },
  async ({ page, becomes }) => {
    const figure = panel(page).locator(".figures li", { hasText: "a 200 km (100 mile) stretch" });
    await figure.locator("summary", { hasText: "Cite this figure" }).click();
    const words = "“a 200 km (100 mile) stretch of their shared border”";
    const cited = figure.locator(".cited");
    const starts = async (start) => plain(await cited.last().innerText()).slice(0, start.length);
    await becomes(() => starts(`${words} (`), `${words} (`);
    await figure.getByLabel("Style").selectOption("Chicago");
    await becomes(async () => (await cited.allInnerTexts()).length, 1);
    await becomes(() => starts(`${words} W`), `${words} W`);
  },
);

promise(
  "Where the browser refuses the clipboard, the text stands there to be copied by hand",
  {
    at: "v1/compare?show=civil-15.p1",
    script: () =>
      Object.defineProperty(navigator.clipboard, "writeText", {
        value: () => Promise.reject(new DOMException("refused", "NotAllowedError")),
      }),
  },
  async ({ page }) => {
    const [text] = (await words(panel(page).locator("> .text"))).map(plain);
    await panel(page).getByRole("button", { name: "Copy with citation" }).click();
    const field = panel(page).getByRole("textbox", { name: "Copy with citation" });
    await field.waitFor();
    assert.ok((await field.inputValue()).startsWith(`“${text}”`));
    assert.match(await panel(page).innerText(), /did not allow copying/);
  },
);

promise("Every passage in Compare is word for word in its original", { at: "v1/compare" }, async ({ page }) => {
  await unfold(page);
  const shown = page.locator(".row .passage");
  const ids = await shown.evaluateAll((all) => all.map((one) => one.dataset.passage));
  const texts = await words(shown.locator("> .text"));
  assert.equal(texts.length, ids.length);
  const originals = new Map(DOCUMENTS.map((document) => [document.id, wordsOf(document)]));
  const changed = [];
  for (const [i, id] of ids.entries()) {
    // In the infobox a space stands between label and value, which the snapshot has glued together.
    const parts = id.includes(".infobox.") ? [plain(texts[i]).split(" ").at(-1)] : [plain(texts[i])];
    for (const part of parts)
      if (!part || !originals.get(documentOf(id).id).includes(part)) changed.push(`${id}: ${part}`);
  }
  assert.deepEqual(changed, []);
  for (const { id } of DOCUMENTS) {
    const own = new Set(ids.filter((passage) => passage.startsWith(`${id}.`)));
    assert.ok(own.size >= 5, `${own.size} passages of ${id}`);
  }
});

promise(
  "On a telephone the panel lies at the bottom, whichever column its passage is of",
  { at: "v1/compare/2020-war?account=international&show=article.other-organizations.p8", width: 320 },
  async ({ page, becomes }) => {
    const lies = () =>
      page.locator("#panel").evaluate((panel) => {
        const { top, bottom, left, right } = panel.getBoundingClientRect();
        return [top > 200, Math.abs(bottom - innerHeight) < 2, left, Math.round(right)];
      });
    await becomes(lies, [true, true, 0, 320]);
  },
);

promise(
  "Where two columns have room, the panel lies over the other one",
  { at: "v1/compare/2020-war", width: 768 },
  async ({ page, becomes }) => {
    for (const at of [1, 0]) {
      await page.locator("#period-2020-war .cell:visible").nth(at).locator(".place").first().press("Enter");
      const apart = () =>
        page.evaluate(() => {
          const [panel, passage] = ["#panel", "#period-2020-war .selected"].map((which) =>
            document.querySelector(which)?.getBoundingClientRect(),
          );
          return !!passage && (panel.right <= passage.left + 8 || passage.right <= panel.left + 8);
        });
      await becomes(apart, true, `the passage of column ${at} is seen`);
    }
  },
);

promise(
  "The panel does not lie over the column of its passage",
  { at: "v1/compare/2020-war?show=article.other-organizations.p8" },
  async ({ page, becomes }) => {
    const apart = () =>
      page.evaluate(() => {
        const [panel, passage] = ["#panel", "#period-2020-war .selected"].map((which) =>
          document.querySelector(which)?.getBoundingClientRect(),
        );
        return !!passage && (panel.right <= passage.left + 8 || passage.right <= panel.left + 8);
      });
    await becomes(apart, true);
    // The panel lies over it.
    await page.locator("#period-2020-war .place").first().press("Enter");
    await becomes(apart, true, "in the first column as well");
  },
);

for (const [width, columns] of [
  [768, 2],
  [912, 3],
  [1280, 3],
]) {
  promise(
    `At ${width} px the panel takes the place of one of ${columns} columns, and cuts into none`,
    { at: "v1/compare/2020-war?show=letter.p66", width },
    async ({ page }) => {
      const left = (one) => Math.round(one.getBoundingClientRect().left);
      const panel = await page.locator("#panel").evaluate(left);
      const cells = page.locator("#period-2020-war .cell:visible");
      assert.equal(await cells.count(), columns);
      const last = await cells.last().evaluate(left);
      assert.ok(Math.abs(panel - last) <= 2, `the panel begins at ${panel}, the last column at ${last}`);
    },
  );
}
