// The vocabulary: sizes, what each account says more, the same word in different mouths, one word, and the files.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { readers } from "./app.mjs";
import { ACCOUNTS, DOCUMENTS } from "./corpus.mjs";

const promise = readers();

const names = ACCOUNTS.map(({ name }) => name);
const table = (page, name) => page.getByRole("region", { name, exact: true });
const cells = (locator) => locator.locator("tbody tr").evaluateAll((rows) =>
  rows.map((row) => [...row.cells].map((cell) => cell.innerText.split("\n")[0].trim())),
);

/** A file that a link offers, as rows of cells. */
async function file(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name, exact: true }).click()]);
  const text = await readFile(await download.path(), "utf8");
  assert.ok(text.startsWith("\ufeff"), "spreadsheets are told that it is UTF-8");
  const rows = text.slice(1).split("\r\n").filter(Boolean).map((row) =>
    [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain),
  );
  return { name: download.suggestedFilename(), rows };
}

promise("The sizes stand first, and every account has as many words", { at: "v1/vocabulary" }, async ({ page }) => {
  assert.equal(await page.title(), "Vocabulary – Parallax");
  assert.equal(await page.locator(".masthead [aria-current]").innerText(), "Vocabulary");
  const first = page.getByRole("region").first();
  assert.equal(await first.getAttribute("aria-label"), "How much text each account has");
  assert.deepEqual(await first.getByRole("columnheader").allInnerTexts(), ["Counted", ...names]);
  const [own, reported, quoted, all] = await cells(first);
  const number = (text) => Number(text.replaceAll(",", ""));
  for (const at of names.keys()) {
    assert.equal(number(own[at + 1]) + number(quoted[at + 1]), number(all[at + 1]), names[at]);
    assert.ok(number(reported[at + 1]) < number(own[at + 1]), names[at]);
  }
  const counts = [];
  const words = () => table(page, `What each account says more than the others: ${names[0]}`);
  assert.deepEqual(await words().getByRole("columnheader").allInnerTexts(), ["Word", "Here", "Here per 1,000", "Elsewhere", "Elsewhere per 1,000"]);
  assert.ok(!(await page.locator("main").innerText()).includes("Log ratio"), "counts come first, and alone");
  await page.getByRole("checkbox", { name: "For researchers: how large and how sure the differences are" }).check();
  await words().getByRole("columnheader", { name: "Log ratio" }).waitFor();
  for (const name of names) {
    const words = table(page, `What each account says more than the others: ${name}`);
    const rows = await cells(words);
    counts.push(rows.length);
    for (const [word, here, , , , ratio, evidence, parts] of rows) {
      assert.ok(word && Number(here) >= 5 && Number(ratio) > 0 && Number(evidence) > 10 && Number(parts) >= 3, `${name}: ${word}`);
    }
  }
  assert.ok(counts[0] >= 8 && counts.every((count) => count === counts[0]), `${counts}`);
});

promise(
  "A word stands in the mouths of all accounts side by side, with lines that lead to the passages",
  { at: "v1/vocabulary" },
  async ({ page, becomes, fragment, focus }) => {
    const word = (name) => page.locator("article").filter({ has: page.getByRole("heading", { level: 3, name, exact: true }) });
    for (const name of ["occupied", "aggression", "liberated", "ceasefire", "genocide", "corridor"]) {
      assert.deepEqual(await word(name).getByRole("heading", { level: 4 }).allInnerTexts(), names, name);
    }
    const [letter, armenian] = await word("ceasefire").locator(".answers > div").all();
    assert.match(await letter.innerText(), /Yoram Dinstein, quoted · 7/);
    assert.match(await armenian.innerText(), /Not said\./);
    const line = letter.locator("li").filter({ has: page.locator("b") }).first();
    const said = await line.locator("b").innerText();
    await line.getByRole("link").click();
    await becomes(async () => (await page.locator("#panel-title").count()) === 1, true);
    assert.match(await fragment(), /^v1\/vocabulary\?show=letter\./);
    await becomes(focus, "panel-title");
    assert.ok((await page.locator("aside").innerText()).includes(said));
    await page.keyboard.press("Escape");
    await becomes(fragment, "v1/vocabulary");
    await word("corridor").getByRole("link", { name: /^“corridor”: all 14 lines/ }).click();
    await becomes(fragment, "v1/vocabulary?word=corridor");
    await becomes(() => page.locator("#page-title").innerText(), "corridor");
  },
);

promise(
  "A word is looked up by keyboard, and its page is a link",
  { at: "v1/vocabulary" },
  async ({ page, becomes, fragment, focus, go }) => {
    const field = page.getByRole("textbox", { name: "Look up a word" });
    await field.focus();
    await page.keyboard.type("Cease-fire");
    await page.keyboard.press("Enter");
    await becomes(fragment, "v1/vocabulary?word=Cease-fire");
    await becomes(focus, "page-title");
    await becomes(() => page.title(), "Cease-fire – Vocabulary – Parallax");
    const frequency = await cells(table(page, "How often each account says it"));
    assert.match(frequency[0][1], /^4 in 3,701 words: too few for a rate$/);
    assert.match(frequency[0][2], /^0 in 1,826 words$/);
    assert.match(frequency[0][3], /^19 in 7,655 words: 2\.48 per 1,000$/);
    const beside = await cells(table(page, `Beside it: ${names[2]}`));
    assert.ok(beside.map(([word]) => word).includes("agreement"), `${beside}`);
    await page.getByText("4 cases in its own words: too few to say what stands beside it.").waitFor();
    // The lines are those of the texts.
    const lines = await page.locator("li b").allTextContents();
    assert.equal(lines.length, 38);
    for (const said of new Set(lines)) assert.match(said, /^cease[-–]?fires?$/i);
    await page.goBack();
    await becomes(fragment, "v1/vocabulary");
    await go("v1/vocabulary?word=xylophone");
    await page.getByText("No account says “xylophone” in its running text.").waitFor();
    await page.getByRole("textbox").fill("genocide");
    await page.getByRole("button", { name: "Show" }).click();
    await becomes(() => page.locator("#page-title").innerText(), "genocide");
    assert.equal(await page.getByRole("textbox").inputValue(), "genocide");
  },
);

promise("Every table is a file for a spreadsheet", { at: "v1/vocabulary" }, async ({ page, go }) => {
  const sizes = await file(page, "sizes");
  assert.equal(sizes.name, "vocabulary-sizes.csv");
  assert.deepEqual(sizes.rows.map(([account]) => account), ["account", ...ACCOUNTS.map(({ id }) => id)]);
  const keywords = await file(page, "what each account says more");
  assert.ok(keywords.rows.every((row) => row.length === keywords.rows[0].length));
  const letter = keywords.rows.find(([account, word]) => account === "azerbaijani" && word === "resolution");
  assert.deepEqual(letter.slice(4, 12), ["23", "3701", "6.21", "0", "9481", "0.00", "6.88", "58.43"]);
  const mouths = await file(page, "the words in different mouths");
  assert.ok(mouths.rows.some((row) => row.slice(0, 5).join() === "ceasefire,azerbaijani,Yoram Dinstein,quoted,7"));
  await go("v1/vocabulary?word=corridor");
  const lines = await file(page, "all lines");
  assert.equal(lines.name, "vocabulary-corridor-lines.csv");
  assert.equal(lines.rows.length, 15);
  const text = DOCUMENTS.at(-1).text;
  for (const row of lines.rows.slice(1)) assert.ok(/^corridor$/i.test(row[6]) && text.includes(row[6]), `${row}`);
  assert.equal((await file(page, "what stands beside it")).rows[0][3], "collocate");
});

promise("The method page gives the formulas with their sources", { at: "v1/sources" }, async ({ page }) => {
  await page.getByRole("heading", { level: 2, name: "How words are counted" }).waitFor();
  const text = await page.locator("main").innerText();
  for (const named of ["Rayson and Garside", "Hardie", "Gries", "Bonferroni"]) assert.ok(text.includes(named), named);
});

promise("Where it is narrow, the counts of all accounts stand below one another, within the window", { at: "v1/vocabulary?word=occupied", width: 360 }, async ({ page }) => {
  const cells = page.locator(".figures td");
  assert.ok((await cells.count()) >= 9);
  const right = await cells.evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right)));
  assert.ok(right <= 360, `${right} px`);
  const [first, second] = await cells.evaluateAll((all) => all.map((one) => one.innerText.replaceAll(/\s+/g, " ")));
  assert.match(first, /^Azerbaijani \d/);
  assert.match(second, /^Armenian \d/);
});
