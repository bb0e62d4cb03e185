// Whose words, which names, which claims: the filter by voice, the marks, the pages of the ledger, what others say.
import assert from "node:assert/strict";
import { readers } from "./app.mjs";
import { ACCOUNTS, plain } from "./corpus.mjs";
import { bundleOf } from "./release.mjs";
import { read } from "./server.mjs";

const promise = readers();

const [AZERBAIJANI, ARMENIAN, INTERNATIONAL] = ACCOUNTS.map(({ name }) => name);
const cell = (page, period, account) =>
  page.locator(`#period-${period} .cell`).filter({ has: page.getByRole("heading", { name: account }) });
const passages = (locator) =>
  locator.locator(".flow > [data-passage]").evaluateAll((all) => all.map(({ dataset }) => dataset.passage));
const choose = (page, label, option) => page.getByRole("combobox", { name: label }).selectOption(option);

/** What the compiler computed. */
const BUNDLE = JSON.parse(bundleOf({ file: (name) => [...read(process.env.DIST)].find(([path]) => name.test(path))[1] }));

promise(
  "An account that could not know leads to what others report in its side’s name",
  { at: "v1/compare/may-june-2021" },
  async ({ page, becomes, fragment }) => {
    const empty = cell(page, "may-june-2021", AZERBAIJANI).locator(".empty");
    assert.match(await empty.innerText(), /^Not yet written\./);
    await empty.getByRole("button", { name: /^Second hand: \d+ passages of other accounts/ }).click();
    await becomes(fragment, "v1/compare/may-june-2021?voice=azerbaijani");
    const article = cell(page, "may-june-2021", INTERNATIONAL);
    await becomes(async () => (await passages(article)).includes("article.may-2021.p5"), true);
    // It tells of an Azerbaijani attack and gives nobody's words.
    assert.ok(!(await passages(article)).includes("article.may-2021.p2"));
    const reported = article.locator('[data-passage="article.may-2021.p5"]');
    assert.match(await reported.locator(".passage-head").innerText(), /second hand/);
    const said = await reported.locator(".said").allTextContents();
    assert.match(plain(said.join("")), /^its forces did not cross into Armenia and merely took up positions/);
    await page.goBack();
    await becomes(fragment, "v1/compare/may-june-2021");
    assert.ok((await passages(article)).includes("article.may-2021.p2"));
  },
);

promise("What is said in one name is first hand in its own documents", { at: "v1/compare" }, async ({ page, becomes, fragment }) => {
  const letter = () => passages(cell(page, "2020-war", AZERBAIJANI));
  const all = await letter();
  await choose(page, "Said in the name of", "the Azerbaijani side");
  await becomes(fragment, "v1/compare?voice=azerbaijani");
  assert.deepEqual(await letter(), all);
  assert.equal(await cell(page, "2020-war", AZERBAIJANI).locator(".second").count(), 0);
  // Organizations in Armenia speak for themselves.
  const organizations = await passages(cell(page, "november-december-2021", ARMENIAN));
  await choose(page, "Said in the name of", "the Armenian side");
  await becomes(fragment, "v1/compare?voice=armenian");
  assert.deepEqual(organizations.filter((id) => id.startsWith("civil-21.p10")), []);
  const heard = cell(page, "1992", AZERBAIJANI).locator(".flow > [data-passage]");
  assert.equal(await heard.locator(".second").count(), await heard.count());
});

promise(
  "Voices and names are marked on demand",
  { at: "v1/compare/1992" },
  async ({ page, becomes, fragment }) => {
    const marked = (kind) => cell(page, "1992", AZERBAIJANI).locator(`.text ${kind}`);
    assert.equal(await marked(".voice").count(), 0);
    await choose(page, "Mark in the texts", "dates and voices");
    await becomes(fragment, "v1/compare/1992?mark=voices");
    const court = marked(".voice.quoted").filter({ hasText: "acts of particular gravity" });
    assert.match(await court.first().getAttribute("title"), /^European Court of Human Rights, quoted/);
    await choose(page, "Mark in the texts", "dates and names");
    await becomes(fragment, "v1/compare/1992?mark=names");
    assert.equal(await marked(".voice").count(), 0);
    await marked("a.name").filter({ hasText: "Khojaly" }).first().click();
    await becomes(fragment, "v1/names/khojaly");
    assert.equal(await page.locator("#page-title").innerText(), "Khojaly");
  },
);

promise("The table of voices has who speaks how often, and leads to the words", { at: "v1/voices" }, async ({ page, becomes, fragment }) => {
  const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: "Azerbaijan", exact: true }) });
  const [letter, , article] = await row.getByRole("cell").allInnerTexts();
  assert.match(letter, /^\d+ quoted, \d+ reported/);
  const told = Number(/(\d+) quoted/.exec(article)[1]) + Number(/(\d+) reported/.exec(article)[1]);
  await row.getByRole("link").click();
  await becomes(fragment, "v1/voices/azerbaijan");
  const section = page.locator(`h2:has-text("${INTERNATIONAL}") + ul > li`);
  assert.equal(await section.count(), told);
  // Marks of quotation stand only where the words are the speaker's own.
  const wrong = await section.evaluateAll((all) =>
    all.filter((one) => Boolean(one.querySelector("q")) !== /, quoted/.test(one.querySelector("small").innerText.split("›").pop())),
  );
  assert.equal(wrong.length, 0);
  await section.getByRole("link", { name: "Wikipedia article May 2021, ¶5" }).first().click();
  await becomes(fragment, "v1/voices/azerbaijan?show=article.may-2021.p5");
  assert.match(await page.locator("#panel-title").innerText(), /May 2021, ¶5/);
});

promise("Tables give every account the same width", {}, async ({ page, go }) => {
  for (const at of ["v1/voices", "v1/names", "v1/claims"]) {
    await go(at);
    const tables = await page.locator(".wide table").evaluateAll((all) =>
      all.map((table) => [...table.querySelectorAll("thead th")].slice(1).map((cell) => cell.getBoundingClientRect().width)),
    );
    assert.ok(tables.length > 0, at);
    for (const widths of tables) assert.ok(Math.max(...widths) - Math.min(...widths) < 1, `${at}: ${widths}`);
  }
});

promise("A place has a page: who calls it what, and where", { at: "v1/names" }, async ({ page, becomes, fragment }) => {
  const row = page.getByRole("row").filter({ hasText: "Artsakh / Daghlyq Garabagh / Nagorno-Karabakh" });
  const cells = await row.getByRole("cell").allInnerTexts();
  assert.match(cells[0], /Daghlyq Garabagh \d+/);
  assert.match(cells[1], /Artsakh \d+/);
  assert.doesNotMatch(cells[1], /Garabagh/);
  await row.getByRole("link").click();
  await becomes(fragment, "v1/names/karabakh");
  const uses = page.locator('h3:has-text("Daghlyq Garabagh ·") + ul > li');
  const [, count] = /Daghlyq Garabagh (\d+)/.exec(cells[0]);
  assert.equal(await uses.count(), Math.min(8, Number(count)));
  for (const use of await uses.locator("b").allTextContents()) assert.equal(use, "Daghlyq Garabagh");
});

promise("The ledger sets answers side by side in the texts’ own words", { at: "v1/claims/entry-may-2021" }, async ({ page, becomes, fragment }) => {
  const claim = page.locator("#entry-may-2021");
  await becomes(() => claim.evaluate((one) => one.getBoundingClientRect().top < innerHeight), true, "it is in sight");
  assert.match(await claim.innerText(), /They contradict each other\./);
  const columns = claim.locator(".answers > div");
  assert.equal(await columns.count(), 3);
  const widths = await columns.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
  assert.ok(Math.max(...widths) - Math.min(...widths) < 1, `${widths}`);
  // The letter is older than what is asked about.
  assert.match(await columns.nth(0).innerText(), /Not yet written\./);
  await claim.getByRole("link", { name: "15 organizations ¶1" }).click();
  await becomes(fragment, "v1/claims/entry-may-2021?show=civil-15.p1");
  const answer = plain(await columns.nth(1).locator("q").first().innerText()).replace(/[“”]/g, "");
  assert.ok(plain(await page.locator("#panel .text").first().innerText()).includes(answer), "the passage has the answer's words");
});

promise("A figure stands beside those that answer the same, with who says so", { at: "v1/claims" }, async ({ page }) => {
  const row = page.getByRole("row").filter({ has: page.locator("#khojaly-killed") });
  const text = plain(await row.innerText());
  assert.match(text, /613 Azerbaijani civilians were killed/);
  assert.match(text, /as of February 1992/);
  assert.equal(await row.getByRole("link", { name: "Letter to the UN ¶7" }).count(), 1);
});

promise(
  "By keyboard: from a passage to what the others say on it, and back",
  { at: "v1/compare/2020-war" },
  async ({ page, becomes, fragment, focus }) => {
    const open = page.locator('[data-passage="letter.p69"] [data-opens="passage"]');
    await open.focus();
    await page.keyboard.press("Enter");
    await becomes(fragment, "v1/compare/2020-war?show=letter.p69");
    const others = page.locator("#panel .others");
    assert.match(await others.innerText(), /set by the editors/);
    const link = others.getByRole("link").first();
    const name = await link.innerText();
    for (let presses = 0; !(await link.evaluate((one) => one === document.activeElement)); presses++) {
      assert.ok(presses < 40, "the link is reached by the tabulator");
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await becomes(() => page.locator("#panel-title").innerText(), name);
    await becomes(focus, "panel-title");
    await page.goBack();
    await becomes(fragment, "v1/compare/2020-war?show=letter.p69");
  },
);

promise("What a reference quotes is heard among the voices", { at: "article.r39" }, async ({ page, becomes, fragment }) => {
  const stacks = await page.locator("#panel .stretches:not(.figures) li small a").allInnerTexts();
  assert.deepEqual(stacks, [
    "Yahoo News, quoted",
    "Yahoo News, quoted › State Security Service of Azerbaijan, reported (“say”)",
  ]);
  await page.getByRole("link", { name: stacks[1] }).click();
  await becomes(fragment, "v1/voices/azerbaijan-state-security");
  assert.equal(await page.getByRole("link", { name: /reference 39/i }).count(), 1);
});

promise("The method page shows what was measured, as the bundle has it", { at: "v1/sources" }, async ({ page }) => {
  const rows = page.getByRole("region", { name: "The engine, measured" }).locator("tbody tr");
  const shown = await rows.evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText)));
  const share = (thousandths) => (thousandths === undefined ? "–" : (thousandths / 1000).toFixed(3));
  assert.deepEqual(
    shown,
    BUNDLE.measures.map(({ what, cases, precision, recall, f1 }) => [
      what,
      String(cases),
      share(precision),
      share(recall),
      share(f1),
    ]),
  );
  assert.ok(shown.length >= 6, "times, voices and relations are measured");
  const references = BUNDLE.publishers.filter(({ names }) => names).reduce((sum, { references }) => sum + references, 0);
  assert.match(await page.locator("#text").innerText(), new RegExp(`${references} of its references tell who published`));
});

promise("What the engine found is told apart from what the editors set", {}, async ({ page, go }) => {
  const found = BUNDLE.relations.find(({ layer }) => layer === "engine");
  await go(found.a);
  const others = page.locator("#panel .others");
  const entry = others.getByRole("listitem").filter({ hasText: found.reason.slice(0, 40) }).first();
  assert.match(await entry.innerText(), /found by rule/);
  const layers = await others.locator("li > small").allInnerTexts();
  const firstByRule = layers.findIndex((layer) => layer.startsWith("found by rule"));
  assert.ok(layers.slice(firstByRule).every((layer) => layer.startsWith("found by rule")), "the editors' choice comes first");
  const remark = BUNDLE.remarks.find(({ difference }) => difference === "time-added");
  await go(remark.passage);
  assert.match(await page.locator("#panel .remarks").innerText(), /The engine reads otherwise\s+dates “/);
});
