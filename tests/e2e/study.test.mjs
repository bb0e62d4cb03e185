// Whose words, which names, which claims: the filter by voice, the marks, the pages of the ledger, what others say.
import assert from "node:assert/strict";
import { readers, settled } from "./app.mjs";
import { ACCOUNTS, FIGURES, NAMING, plain } from "./corpus.mjs";
import { bundleOf } from "./release.mjs";
import { read } from "./server.mjs";

const promise = readers();

const [AZERBAIJANI, ARMENIAN, INTERNATIONAL] = ACCOUNTS.map(({ name }) => name);
const cell = (page, period, account) =>
  page.locator(`#period-${period} .cell`).filter({ has: page.getByRole("heading", { name: account }) });
const passages = (locator) =>
  locator.locator(".flow > [data-passage]").evaluateAll((all) => all.map(({ dataset }) => dataset.passage));
const choose = async (page, label, option) => {
  await page.getByRole("combobox", { name: label }).selectOption(option);
  // Rows are set anew, one after the other.
  await settled(page);
};

/** What the compiler computed. */
const BUNDLE = JSON.parse(bundleOf({ file: (name) => [...read(process.env.DIST)].find(([path]) => name.test(path))[1] }));

promise(
  "An account that could not know leads to what others report in its side’s name",
  { at: "v1/compare/may-june-2021" },
  async ({ page, becomes, fragment }) => {
    const empty = cell(page, "may-june-2021", AZERBAIJANI).locator(".empty");
    assert.match(await empty.innerText(), /^Written before this\./);
    await empty.getByRole("button", { name: /^\d+ passages? of other accounts with what its side said/ }).click();
    await becomes(fragment, "v1/compare/may-june-2021?voice=azerbaijani");
    const article = cell(page, "may-june-2021", INTERNATIONAL);
    await becomes(async () => (await passages(article)).includes("article.may-2021.p5"), true);
    // It tells of an Azerbaijani attack and gives nobody's words.
    assert.ok(!(await passages(article)).includes("article.may-2021.p2"));
    const reported = article.locator('[data-passage="article.may-2021.p5"]');
    assert.match(await reported.locator(".passage-head").innerText(), /second hand/);
    const said = await reported.locator(".said").allTextContents();
    assert.match(plain(said.join("")), /^its forces did not cross into Armenia and merely took up positions/);
    // What is shown, and the way out, stay in sight; the focus is not lost with the button.
    const told = "Shown: only what is said in the name of the Azerbaijani side, by itself or as others report it.";
    await page.getByRole("status").filter({ hasText: told }).waitFor({ state: "attached" });
    const all = page.getByRole("button", { name: "Show everything" });
    await becomes(() => all.evaluate((button) => button === document.activeElement), true);
    await page.mouse.wheel(0, 3000);
    await becomes(() => all.evaluate((button) => button.getBoundingClientRect().top >= 0), true);
    await all.press("Enter");
    await becomes(fragment, "v1/compare/may-june-2021");
    await becomes(() => all.count(), 0);
    await becomes(() => page.evaluate(() => document.activeElement.id), "content");
    await page.goBack();
    await becomes(() => all.count(), 1);
    await page.goBack();
    await becomes(fragment, "v1/compare/may-june-2021");
    assert.ok((await passages(article)).includes("article.may-2021.p2"));
  },
);

promise(
  "The period that is read stays in sight as one side is heard, and all are again",
  { at: "v1/compare/may-june-2021" },
  async ({ page, becomes, fragment }) => {
    const hear = cell(page, "may-june-2021", AZERBAIJANI).getByRole("button", { name: /with what its side said/ });
    const all = page.getByRole("button", { name: "Show everything" });
    const isRead = () =>
      page.locator("#period-may-june-2021").evaluate((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return top < 200 && bottom > 200;
      });
    for (const back of [() => page.goBack(), () => page.goBack(), () => all.click()]) {
      await hear.click();
      await becomes(fragment, "v1/compare/may-june-2021?voice=azerbaijani");
      await settled(page);
      await becomes(isRead, true, "as one side is heard");
      await back();
      await becomes(fragment, "v1/compare/may-june-2021");
      await settled(page);
      await becomes(isRead, true, "as all are heard again");
    }
  },
);

promise(
  "Where one account is in sight, the way to what others report leads to the account that has most of it",
  { at: "v1/compare/may-june-2021", width: 375 },
  async ({ page, becomes }) => {
    await cell(page, "may-june-2021", AZERBAIJANI).getByRole("button", { name: /with what its side said/ }).click();
    await becomes(() => page.locator(".switcher [aria-pressed=true]").innerText(), "International");
    await cell(page, "may-june-2021", INTERNATIONAL).locator('[data-passage="article.may-2021.p5"]').waitFor();
  },
);

promise("What is said in one name is first hand in its own documents", { at: "v1/compare" }, async ({ page, becomes, fragment }) => {
  const letter = () => passages(cell(page, "2020-war", AZERBAIJANI));
  const all = await letter();
  await choose(page, "Said in the name of", "the Azerbaijani side");
  await becomes(fragment, "v1/compare?voice=azerbaijani");
  await becomes(letter, all);
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
  for (const at of ["v1/voices", "v1/names"]) {
    await go(at);
    const tables = await page.locator(".wide table").evaluateAll((all) =>
      all.map((table) => [...table.querySelectorAll("thead th")].slice(1).map((cell) => cell.getBoundingClientRect().width)),
    );
    assert.ok(tables.length > 0, at);
    for (const widths of tables) assert.ok(Math.max(...widths) - Math.min(...widths) < 1, `${at}: ${widths}`);
  }
  await go("v1/claims");
  const columns = await page.locator(".answers").evaluateAll((all) =>
    all.map((one) => [...one.children].map((column) => column.getBoundingClientRect().width)),
  );
  assert.ok(columns.length > 60, "claims and figures");
  for (const widths of columns) assert.ok(Math.max(...widths) - Math.min(...widths) < 1, `${widths}`);
  const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length, "an id leads to one entry");
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
  assert.match(await claim.innerText(), /Two of three answer, and the answers contradict each other; written before this: Azerbaijani\./);
  const columns = claim.locator(".answers > div");
  assert.equal(await columns.count(), 3);
  const widths = await columns.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
  assert.ok(Math.max(...widths) - Math.min(...widths) < 1, `${widths}`);
  // The letter is older than what is asked about.
  assert.match(await columns.nth(0).innerText(), /Written before this: 12 January 2021\./);
  assert.equal(await columns.nth(0).locator(".empty.not-yet-written").count(), 1, "set as in Compare");
  await claim.getByRole("link", { name: "15 organizations ¶1" }).click();
  await becomes(fragment, "v1/claims/entry-may-2021?show=civil-15.p1");
  const answer = plain(await columns.nth(1).locator("q").first().innerText()).replace(/[“”]/g, "");
  assert.ok(plain(await page.locator("#panel .text").first().innerText()).includes(answer), "the passage has the answer's words");
});

promise("A figure stands beside those that answer the same, with who says so", { at: "v1/claims" }, async ({ page }) => {
  const entry = page.locator("#killed-in-khojaly");
  // It is folded: only one account gives it.
  const text = plain(await entry.textContent());
  assert.match(text, /613 Azerbaijani civilians were killed/);
  assert.match(text, /as of February 1992/);
  assert.equal(await entry.locator("a", { hasText: "Letter to the UN ¶7" }).count(), 1);
  // Beside others it says of an account that gives none whether it could have known.
  const columns = await page.locator("#depth-may-2021 .answers > div").allInnerTexts().then((texts) => texts.map(plain));
  assert.equal(columns.length, 3);
  assert.match(columns[0], /Written before this: 12 January 2021\./);
  assert.match(columns[1], /at most 3\.5 km · Border of Armenia/);
  assert.match(columns[2], /^International 1\.5 km \(1 mile\) into Armenian territory 1\.5 km · Khoznavar, 20 May 2021/);
  assert.match(await page.locator("#war-2020-duration .answers > div").nth(1).innerText(), /Silent: none given\./);
  assert.match(
    await page.locator("#war-2020-duration > p").innerText(),
    /^Two of three give figures, not all the same; silent: Armenian\.$/,
  );
  // What is no number in the text is said to be a reading; what ends is not said to be "as of".
  assert.match(plain(await page.locator("#war-1990s-killed").textContent()), /the editors read: at least 20,000 people/);
  assert.doesNotMatch(text, /the editors read/);
  assert.match(plain(await page.locator("#azerbaijanis-in-armenia").textContent()), /· until about 1989/);
  assert.doesNotMatch(await page.locator("#text").textContent(), /as of to/);
});

promise("The ledger has contents, and can be narrowed by how answers stand", { at: "v1/claims" }, async ({ page, becomes, fragment, focus, go }) => {
  const status = page.locator("#text [role=status]");
  const claims = page.locator("#text section .claim");
  const of = (standing) => BUNDLE.claims.filter((claim) => claim.standing === standing).length;
  assert.equal(await status.innerText(), `${BUNDLE.claims.length} questions.`);
  const choice = page.getByRole("combobox", { name: "Show" });
  await choice.focus();
  for (const standing of ["agree", "differ", "contradict", "one-sided"]) {
    await choice.selectOption(standing);
    await becomes(() => claims.count(), of(standing));
    assert.equal(await status.innerText(), `${of(standing)} of ${BUNDLE.claims.length} questions.`);
    assert.ok(await choice.evaluate((one) => one === document.activeElement), "the focus stays");
  }
  await choice.selectOption("contradict");
  await becomes(() => claims.count(), of("contradict"));
  // The contents tell what is there, and lead to it.
  const entries = page.getByRole("navigation", { name: "Contents" }).getByRole("link");
  const counts = (await entries.allInnerTexts()).map((text) => Number(/\((\d+)\)$/.exec(text)[1]));
  assert.equal(counts.slice(0, -3).reduce((sum, count) => sum + count, 0), of("contradict"));
  await entries.filter({ hasText: "Figures given by two or more accounts" }).click();
  await becomes(focus, "ledger-figures");
  // Which of them are shown stands in the address, and comes back with it.
  assert.equal(await fragment(), "v1/claims?answers=contradict");
  await page.reload();
  await becomes(() => claims.count(), of("contradict"));
  assert.equal(await choice.inputValue(), "contradict");
  await choice.selectOption({ index: 0 });
  await becomes(fragment, "v1/claims");
  // A link leads to its entry, whatever is shown.
  const hidden = BUNDLE.claims.find(({ standing }) => standing === "agree").id;
  await page.evaluate((id) => (location.hash = `v1/claims/${id}?answers=contradict`), hidden);
  await becomes(focus, hidden);
  assert.match(await status.innerText(), /, and the one that the link leads to\.$/);
  await go("v1/claims/killed-in-khojaly");
  const folded = page.locator("#killed-in-khojaly");
  await becomes(() => folded.locator("q").isVisible(), true, "what is folded is open where a link leads there");
  await becomes(() => folded.evaluate((one) => one.getBoundingClientRect().top < innerHeight), true, "it is in sight");
});

promise("A question, a figure and a shared source each have a link of their own", { at: "v1/claims" }, async ({ page, becomes, fragment, focus, go }) => {
  const ids = await page.locator("#text article.claim").evaluateAll((all) => all.map(({ id }) => id));
  assert.ok(ids.length > BUNDLE.claims.length);
  for (const id of [ids[3], ids.at(-1)]) {
    await go("v1/claims");
    await becomes(() => page.locator("#text article.claim").count(), ids.length);
    const link = page.locator(`[id="${id}"] h3 a`);
    await link.press("Enter");
    await becomes(focus, id);
    const there = await fragment();
    assert.ok(there.endsWith(id), there);
    await go(there);
    await becomes(focus, id);
  }
});

promise("A question stays in sight over its answers", { at: "v1/claims/who-began-2020-war" }, async ({ page, becomes }) => {
  const claim = page.locator("#who-began-2020-war");
  const top = () => claim.locator("h3").evaluate((one) => Math.round(one.getBoundingClientRect().top));
  await becomes(async () => (await top()) < 400, true);
  await claim.locator(".answers").evaluate((one) => scrollTo(0, scrollY + one.getBoundingClientRect().top + 60));
  await becomes(top, 0);
});

promise("Editors’ notes on their work are folded, and name no ids", { at: "v1/claims" }, async ({ page }) => {
  const worked = BUNDLE.claims.find(({ note }) => note?.startsWith("Read twice"));
  const note = page.locator(`[id="${worked.id}"] .checked`);
  assert.equal(await note.locator("small").isVisible(), false);
  await note.locator("summary", { hasText: "How this was checked" }).click();
  assert.equal(await note.locator("small").innerText(), worked.note);
});

promise("Tables keep their heads in sight; where it is narrow, cells stand below one another", {}, async ({ page, go, becomes }) => {
  for (const at of ["v1/voices", "v1/names"]) {
    await page.setViewportSize({ width: 1280, height: 600 });
    await go(at);
    const table = page.getByRole("table").first();
    const head = () => table.locator("thead th").last().evaluate((one) => Math.round(one.getBoundingClientRect().top));
    await table.locator("tbody tr").nth(5).evaluate((one) => scrollTo(0, scrollY + one.getBoundingClientRect().top));
    await becomes(head, 0);
    await page.setViewportSize({ width: 320, height: 600 });
    const cells = table.locator("tbody tr").nth(1).getByRole("cell");
    const boxes = await cells.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    assert.equal(boxes.length, 3, `${at}: still cells`);
    assert.ok(boxes.every(({ top }, i) => i === 0 || top >= boxes[i - 1].bottom), `${at}: one below the other`);
    for (const [i, text] of (await cells.allInnerTexts()).entries()) assert.ok(text.startsWith(ACCOUNTS[i].short), text);
  }
});

promise("Who is heard most comes first, with what each side has together", { at: "v1/voices" }, async ({ page }) => {
  const count = (text) => [...text.matchAll(/(\d+) (?:quoted|reported)/g)].reduce((sum, [, n]) => sum + Number(n), 0);
  const sides = page.locator("#text h2");
  assert.equal(await sides.count(), 3, "two sides, and none");
  for (const title of await sides.allInnerTexts()) {
    const rows = page.getByRole("table", { name: title }).locator("tbody tr");
    const folded = page.locator(`#text h2:has-text("${title}") ~ details`).first().locator("tbody tr");
    const sums = async (rows) => (await rows.evaluateAll((all) => all.map((row) => [...row.cells].slice(1).map(({ textContent }) => textContent)))).map((cells) => cells.map(count));
    const [together, ...shown] = await sums(rows);
    const total = (cells) => cells.reduce((sum, n) => sum + n, 0);
    assert.ok(shown.length <= 10, `${title}: the rest is folded`);
    assert.deepEqual(shown.map(total), shown.map(total).toSorted((a, b) => b - a), title);
    const rest = shown.length === 8 ? await sums(folded) : [];
    for (const [a, n] of together.entries()) {
      assert.equal(n, [...shown, ...rest].reduce((sum, cells) => sum + cells[a], 0), `${title}, ${ACCOUNTS[a].short}`);
    }
  }
});

promise("Places with several spellings come first, in the order of their headings", { at: "v1/names" }, async ({ page }) => {
  const headings = (table) => table.locator("tbody th").allTextContents();
  const first = page.getByRole("table", { name: "Places with more than one spelling" });
  const shown = await headings(first);
  assert.ok(shown.length > 10 && shown.includes("Shusha / Shushi"), `${shown}`);
  const folded = page.locator("#text > details").last();
  const rest = await headings(folded.locator("table"));
  assert.equal(await folded.locator("summary").innerText(), `${rest.length} places with one spelling`);
  assert.equal(shown.length + rest.length, BUNDLE.places.length);
  const letters = (name) => name.toLowerCase().normalize("NFD").replaceAll("ə", "e").replaceAll("ı", "i").replaceAll(/[^a-z0-9 ]/g, "");
  for (const all of [shown.map(letters), rest.map(letters)]) assert.deepEqual(all, all.toSorted());
});

promise("About says who made it, how it is corrected, what was tested; and leads to the one file", { at: "v1/about" }, async ({ page, becomes }) => {
  const text = plain(await page.locator("#text").innerText());
  assert.match(text, /Who made it, and how it is corrected .*not named.*repository/);
  assert.match(text, /Accessibility .*axe-core.*Not tested: screen readers/);
  await becomes(() => page.evaluate(() => Boolean(document.documentElement.dataset.file)), true);
  await page.evaluate(() => (location.hash = "v1/sources"));
  await becomes(() => page.locator("#page-title").innerText(), "Sources and method");
  await page.goBack();
  const file = page.locator("#text a[download]");
  await file.waitFor();
  assert.match(await file.getAttribute("href"), /parallax\.html$/);
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

/** Presses the tabulator until something has the focus. */
async function tabTo(page, locator, presses = 60) {
  for (; !(await locator.evaluate((one) => one === document.activeElement)); presses--) {
    assert.ok(presses > 0, "it is reached by the tabulator");
    await page.keyboard.press("Tab");
  }
}

/** Without the quotation marks that a browser's style sets, and the text does not have. */
const bare = (text) => plain(text).replaceAll(/^[“"‘]|[”"’]$/g, "");

promise("The panel of a passage has its figures, in its words", { at: "letter.p7" }, async ({ page, go }) => {
  for (const passage of ["letter.p7", "article.september-2022.p1", "article.lead.p3", "article.r233"]) {
    await go(passage);
    const own = FIGURES.filter((figure) => figure.passage === passage);
    assert.ok(own.length > 0, passage);
    const shown = page.locator("#panel .figures > ul > li");
    assert.equal(await shown.count(), own.length);
    for (const [index, { words, subject, by, note }] of own.entries()) {
      const entry = shown.nth(index);
      assert.equal(bare(await entry.locator("q").textContent()), bare(words));
      const text = plain(await entry.innerText());
      for (const told of [subject, by, note]) assert.ok(text.includes(plain(told ?? "")), `${passage}: ${text}`);
      assert.match(text, / · (as of|until) /);
    }
  }
  // What it reads the words as is told with its unit.
  await go("letter.p5");
  const figures = page.locator("#panel .figures");
  assert.match(await figures.innerText(), /at least 20,000 people · War of the early 1990s/);
  assert.match(await figures.innerText(), /more than 700,000 people/);
  await go("letter.p73");
  assert.equal(await figures.count(), 0, "without figures there is no place for them");
});

promise(
  "By keyboard: from a figure of a passage to those of others beside it, and back",
  { at: "v1/compare/may-june-2021" },
  async ({ page, becomes, fragment, focus }) => {
    await page.locator('[data-passage="article.may-2021.p13"] [data-opens="passage"]').focus();
    await page.keyboard.press("Enter");
    await becomes(focus, "panel-title");
    const link = page.locator("#panel .figures").getByRole("link", { name: /: 2 figures side by side$/ });
    await tabTo(page, link);
    await page.keyboard.press("Enter");
    await becomes(fragment, "v1/claims/depth-may-2021?period=may-june-2021");
    await becomes(focus, "depth-may-2021");
    const row = page.locator("#depth-may-2021");
    const top = () => row.evaluate((one) => one.getBoundingClientRect().top);
    assert.ok((await top()) >= 0 && (await top()) < 400, "it is in sight");
    assert.equal(await row.locator("q").count(), 2);
    const back = row.getByRole("link", { name: "Wikipedia article May 2021, ¶13" });
    await tabTo(page, back, 4);
    await page.keyboard.press("Enter");
    await becomes(fragment, "v1/claims/depth-may-2021?period=may-june-2021&show=article.may-2021.p13");
    await becomes(focus, "panel-title");
    await page.keyboard.press("Escape");
    await becomes(fragment, "v1/claims/depth-may-2021?period=may-june-2021");
    assert.ok(await back.evaluate((one) => one === document.activeElement), "the focus is where it came from");
    for (const _ of ["from the closed panel", "from the open one", "from the ledger"]) await page.goBack();
    await becomes(fragment, "v1/compare/may-june-2021?show=article.may-2021.p13");
    assert.ok(await link.isVisible());
  },
);

promise(
  "By keyboard: what can be seen of the names, where, and on the page of a place",
  { at: "v1/names" },
  async ({ page, becomes, fragment, focus }) => {
    const seen = page.locator(".observed li");
    assert.equal(await seen.count(), NAMING.length);
    for (const [index, { observation }] of NAMING.entries()) {
      assert.ok(plain(await seen.nth(index).textContent()).startsWith(observation), observation);
    }
    const [first] = NAMING;
    const folded = seen.first().locator("summary");
    await page.locator("#page-title").focus();
    await tabTo(page, folded);
    assert.equal(await folded.innerText(), `Examples (${first.passages.length})`);
    await page.keyboard.press("Enter");
    const ways = seen.first().locator("details a");
    assert.equal(await ways.count(), first.passages.length);
    await tabTo(page, ways.first(), 3);
    await page.keyboard.press("Enter");
    await becomes(fragment, `v1/names?show=${first.passages[0]}`);
    await becomes(focus, "panel-title");
    assert.match(await page.locator("#panel .text").first().innerText(), /Daghlyq Garabagh/);
    await page.keyboard.press("Escape");
    await becomes(fragment, "v1/names");
    const more = page.locator(".observed > details > summary");
    await more.focus();
    await page.keyboard.press("Enter");
    const place = seen.filter({ hasText: "“Shushi” once" }).getByRole("link", { name: "Shusha / Shushi" });
    await tabTo(page, place);
    await page.keyboard.press("Enter");
    await becomes(fragment, "v1/names/shusha");
    await becomes(focus, "page-title");
    await becomes(() => page.locator(".observed li").count(), 1);
    assert.match(await page.locator(".observed").innerText(), /The letter writes “Shusha” 4 times/);
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

promise(
  "What the others say stands under the words, and each of it opens from its beginning",
  { at: "letter.p66" },
  async ({ page, becomes }) => {
    const pane = page.locator("#panel");
    const others = pane.locator(".others a");
    await others.nth(3).scrollIntoViewIfNeeded();
    assert.ok((await pane.evaluate((pane) => pane.scrollTop)) > 0, "it is scrolled");
    await others.nth(3).click();
    await becomes(() => pane.evaluate((pane) => pane.scrollTop), 0);
    await becomes(() => page.evaluate(() => document.activeElement.id), "panel-title");
  },
);

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
  const remarks = page.locator("#panel .remarks");
  assert.match(await remarks.innerText(), /^The engine reads otherwise$/, "folded");
  await remarks.locator("summary").click();
  assert.match(await remarks.innerText(), /The engine reads otherwise\s+dates “/);
});
