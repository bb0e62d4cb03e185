// The search and the concordance: what is typed finds at once, in the accounts' own columns, and nothing moves for it;
// every line leads to its passage, every mark is the word it claims to be.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { nextFrame, readers } from "./app.mjs";
import { ACCOUNTS, documentOf, plain, wordsOf } from "./corpus.mjs";
import { select } from "./highlighting.mjs";
import { host, plain as framed } from "./host.mjs";

const promise = readers();
const promiseFramed = readers({ hosts: true });

const NAMES = ACCOUNTS.map(({ name }) => name);
const field = (page) => page.locator("#query");
const status = (page) => page.locator(".find-bar [role=status]");
const hits = (page) => page.locator(".hit").evaluateAll((all) => all.map(({ dataset }) => dataset.passage));
const heads = (page) => page.locator(".find .head-name").allInnerTexts();
const choose = (page, label, option) => page.getByRole("combobox", { name: label, exact: true }).selectOption(option);

/** The words of the originals, as one reads them. */
const ORIGINALS = new Map();
const wordsOfDocument = (passage) => {
  const document = documentOf(passage);
  if (!ORIGINALS.has(document.id)) ORIGINALS.set(document.id, wordsOf(document));
  return ORIGINALS.get(document.id);
};

/** Types as a reader does, key by key. */
const type = (page, text) => field(page).pressSequentially(text);

promise(
  "What is typed finds at every key; the field keeps the focus, and the history gets no step",
  { at: "v1/search" },
  async ({ page, becomes, fragment, focus }) => {
    const steps = await page.evaluate(() => history.length);
    await field(page).focus();
    let found = [];
    for (const key of "ceasefire") {
      await page.keyboard.press(key);
      await becomes(() => field(page).evaluate((one) => document.activeElement === one), true);
      found.push(await status(page).innerText());
    }
    await becomes(async () => /^\d+ passages found; \d+ have everything, \d+ a related word\.$/.test(await status(page).innerText()), true);
    await becomes(async () => (await hits(page)).length > 10, true, "all follow when typing rests");
    await becomes(fragment, "v1/search?q=ceasefire");
    assert.equal(await page.evaluate(() => history.length), steps, "no step of the history");
    assert.match(await page.title(), /^ceasefire – Search – /);
    assert.notEqual(await focus(), "body");
    await field(page).fill("");
    await becomes(() => page.locator(".examples").count(), 1);
    await becomes(fragment, "v1/search");
  },
);

promise(
  "Hits stand in columns of one width, in the reader’s order, with what was found of each account",
  { at: "v1/search?q=border&columns=international+armenian+azerbaijani" },
  async ({ page, becomes }) => {
    assert.deepEqual(await heads(page), [NAMES[2], NAMES[1], NAMES[0]]);
    const boxes = await page.locator(".find .cell").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    assert.equal(boxes.length, 3);
    assert.ok(Math.max(...boxes) - Math.min(...boxes) < 1, `${boxes}`);
    const [, total] = /^(\d+) passages/.exec(await status(page).innerText());
    const counts = await page.locator(".find .head-line").allInnerTexts();
    const sum = counts.map((text) => Number(/\d+/.exec(text)?.[0] ?? 0)).reduce((a, b) => a + b);
    assert.equal(sum, Number(total), `${counts}`);
    for (const [i, account] of ["international", "armenian", "azerbaijani"].entries()) {
      const ids = await page.locator(".find .cell").nth(i).locator(".hit").evaluateAll((all) => all.map(({ dataset }) => dataset.passage));
      assert.ok(ids.length <= 8 && ids.every((id) => documentOf(id).account === account), `${ids}`);
    }
    const column = page.getByRole("region", { name: NAMES[2] });
    assert.equal(await column.locator(".hit").count(), 8);
    await column.getByRole("button", { name: /^Show \d+ more/ }).click();
    await becomes(async () => (await column.locator(".hit").count()) > 8, true);
    await page.getByRole("button", { name: `Hide ${NAMES[2]}` }).click();
    await becomes(() => heads(page), [NAMES[1], NAMES[0]]);
    await becomes(async () => /\(\d+\)/.test(await page.getByRole("button", { name: `Show ${NAMES[2]}` }).innerText()), true);
  },
);

promise(
  "A passage with a related word alone stands behind those that have the word, and is counted apart",
  { at: "v1/search?q=corridor" },
  async ({ page }) => {
    const [, total, all, related] = /^(\d+) passages found; (\d+) have everything, (\d+) a related word\.$/.exec(await status(page).innerText()).map(Number);
    assert.equal(all + related, total);
    const letter = page.getByRole("region", { name: NAMES[0] });
    assert.deepEqual(await letter.locator("h3").allInnerTexts(), ["With a related word instead"]);
    const marks = (part) => part.locator("mark").allInnerTexts();
    for (const word of await marks(letter)) assert.doesNotMatch(word, /corridor/i);
    const article = page.getByRole("region", { name: NAMES[2] });
    assert.equal((await article.locator("h3").allInnerTexts())[0], "With everything that was asked for");
    for (const hit of await article.locator(".hits").first().locator(".hit").all()) {
      const words = await marks(hit);
      assert.ok(words.some((word) => /^corridors?$/i.test(word)), `${words}`);
    }
  },
);

promise(
  "Every mark is a word that was asked for, and every snippet stands in its original",
  {},
  async ({ page, go }) => {
    for (const [query, pattern] of [
      ["genocide", /^genocid\w*$/i],
      ["ceasefire", /^cease-?fires?$|^cessation of hostilities$|^truce$/i],
      ['"territorial integrity"', /^territorial\s+integrity$/i],
      ["Artsakh", /Artsakh|Karaba[gk]h|Garabagh|Qarabagh|Artzakh/i],
      ["12 May 2021", /12|May|2021/],
    ]) {
      await go(`v1/search?q=${encodeURIComponent(query)}`);
      const found = await page.locator(".hit").evaluateAll((all) =>
        all.map((one) => ({
          id: one.dataset.passage,
          text: one.querySelector(".snippet").textContent,
          marks: [...one.querySelectorAll("mark")].map((mark) => mark.textContent),
        })),
      );
      assert.ok(found.length > 2, query);
      for (const { id, text, marks } of found) {
        const words = plain(text.replace(/^… | …$/g, ""));
        assert.ok(wordsOfDocument(id).includes(words), `${id}: ${words}`);
        // A heading may date a passage whose words name no day.
        assert.ok(marks.length > 0 || query.startsWith("12"), `${id} of ${query} shows what was found`);
        for (const mark of marks) assert.match(mark, pattern, `${id} of ${query}`);
      }
    }
  },
);

promise(
  "The search is narrowed by lists, by periods and by what a hit says, and each stands in the query",
  { at: "v1/search?q=border" },
  async ({ page, becomes, fragment }) => {
    await choose(page, "In", "Wikipedia article");
    await becomes(() => field(page).inputValue(), "border in:article");
    await becomes(async () => (await hits(page)).every((id) => id.startsWith("article.")), true);
    await becomes(fragment, "v1/search?q=border+in:article");
    const period = page.locator(".spread button").filter({ hasText: "May–June 2021" });
    const told = Number(await period.locator("b").innerText());
    assert.ok(told > 0);
    await period.click();
    await becomes(() => field(page).inputValue(), "border in:article period:may-june-2021");
    await becomes(async () => new RegExp(`^${told} passages? found`).test(await status(page).innerText()), true);
    assert.equal(await period.getAttribute("aria-pressed"), "true");
    await period.click();
    await choose(page, "In", "any");
    await becomes(() => field(page).inputValue(), "border");
    // What is typed has the last word over the lists, whatever was chosen in them.
    await choose(page, "Voice", "Human Rights Watch");
    await becomes(() => field(page).inputValue(), "border voice:human-rights-watch");
    await field(page).fill("border");
    await becomes(() => page.getByRole("combobox", { name: "Voice", exact: true }).inputValue(), "");
    const date = page.locator(".hit .narrower").first();
    await date.click();
    await becomes(async () => /^border (date|voice):/.test(await field(page).inputValue()), true);
    await becomes(async () => (await hits(page)).length > 0, true);
  },
);

promise("How a query was read is always said", {}, async ({ page, becomes, go }) => {
  for (const [query, said] of [
    ["Karabakh", /also looked for: .*Artsakh.*Garabagh/],
    ["2021-05-12", /12 May 2021/],
    ["12/5/2021", /the day before the month/],
    ["refugeees", /stands nowhere; looked for “refugees?” instead/],
    ["xylophone war", /“xylophone” stands nowhere/],
    ['"open war', /no closing quotation mark; it was searched as plain words/],
    ["war in:atlantis", /“in:atlantis” names nothing that is here/],
  ]) {
    await go(`v1/search?q=${encodeURIComponent(query)}`);
    await becomes(async () => said.test(await page.locator(".reading-notes").innerText()), true, query);
  }
});

promise(
  "Enter opens no passage that nobody has chosen: it leads from the field to the best one",
  { at: "v1/search" },
  async ({ page, becomes, focus, fragment }) => {
    await field(page).fill("genocide");
    const best = page.locator(".hit.current [data-opens]");
    await becomes(() => best.count(), 1);
    await field(page).press("Enter");
    await becomes(() => best.evaluate((one) => one === document.activeElement), true);
    await becomes(fragment, "v1/search?q=genocide");
    assert.ok((await hits(page)).length > 1, "what was found is still there");
    await page.keyboard.press("Enter");
    await becomes(focus, "panel-title");
  },
);

promise(
  "A search can be made, gone through, opened and come back to with the keyboard alone",
  { at: "v1/compare" },
  async ({ page, becomes, focus, fragment }) => {
    await page.keyboard.press("/");
    await becomes(focus, "Search the texts, notes, references and titles");
    await becomes(fragment, "v1/search");
    await page.keyboard.type("demarcation");
    await becomes(() => page.locator(".hit.current").count(), 1);
    const [best] = await page.locator(".hit.current").evaluateAll((all) => all.map(({ dataset }) => dataset.passage));
    await page.keyboard.press("ArrowDown");
    await becomes(async () => /^1 of \d+: /.test(await status(page).innerText()), true);
    await page.keyboard.press("ArrowDown");
    await becomes(async () => /^2 of \d+: /.test(await status(page).innerText()), true);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowDown");
    const second = await page.locator(".hit.current").getAttribute("data-passage");
    assert.notEqual(second, best);
    assert.equal(await field(page).evaluate((one) => document.activeElement === one), true, "the field keeps the focus");
    await page.keyboard.press("Enter");
    await becomes(async () => (await fragment()).includes(`show=${second}`), true);
    assert.match(await fragment(), /^v1\/(compare\/|read\/)/);
    await becomes(focus, "panel-title");
    await page.goBack();
    await becomes(fragment, "v1/search?q=demarcation");
    await becomes(() => page.locator("#hit-again").evaluate((one) => document.activeElement === one), true);
    assert.equal(await page.locator(".hit:has(#hit-again)").getAttribute("data-passage"), second);
    // From hit to hit, as from passage to passage elsewhere.
    await page.keyboard.press("j");
    assert.equal(await page.evaluate(() => document.activeElement.matches(".hit [data-opens]")), true);
    await page.keyboard.press("/");
    await becomes(focus, "Search the texts, notes, references and titles");
  },
);

promise(
  "The buttons for next and previous go through the hits and say where one is",
  { at: "v1/search?q=ceasefire" },
  async ({ page, becomes }) => {
    const next = page.getByRole("button", { name: "Next hit", exact: true });
    for (const place of [1, 2, 3]) {
      await next.click();
      await becomes(async () => new RegExp(`^${place} of \\d+: `).test(await status(page).innerText()), true);
      const inSight = () => page.locator(".hit.current").evaluate((one) => one.getBoundingClientRect().top < innerHeight);
      await becomes(inSight, true);
    }
    assert.equal(await next.evaluate((one) => document.activeElement === one), true, "the button keeps the focus");
    await page.getByRole("button", { name: "Previous hit", exact: true }).click();
    await becomes(async () => /^2 of /.test(await status(page).innerText()), true);
  },
);

promise("A link to a search opens it, whatever stands in it", {}, async ({ page, go, said, becomes }) => {
  await go("v1/search?q=cease-fire+in:letter");
  assert.equal(await field(page).inputValue(), "cease-fire in:letter");
  await becomes(async () => (await hits(page)).length > 0 && (await hits(page)).every((id) => id.startsWith("letter.")), true);
  assert.equal(await said(), "");
  for (const at of ["search", "concordance"]) {
    await go(`v1/${at}?q=${encodeURIComponent('<img src=x onerror="alert(1)">')}`);
    assert.equal(await field(page).inputValue(), '<img src=x onerror="alert(1)">');
    assert.equal(await page.locator("main img").count(), 0);
  }
  await go("v1/concordance?q=occupied&sort=round");
  assert.match(await said(), /“sort”/);
});

promise("Each example finds something", { at: "v1/search" }, async ({ page, becomes, fragment }) => {
  const examples = page.locator(".examples a");
  const count = await examples.count();
  assert.ok(count >= 6);
  for (let i = 0; i < count; i++) {
    const words = await examples.nth(i).innerText();
    await examples.nth(i).click();
    await becomes(() => field(page).inputValue(), words);
    await becomes(async () => (await hits(page)).length > 0, true, words);
    await page.goBack();
    await becomes(fragment, "v1/search");
    await becomes(() => examples.count(), count);
  }
});

promise(
  "Where nothing is found the page says what was tried, and what is found without narrowing",
  { at: "v1/search?q=qwxyz" },
  async ({ page, go, becomes, fragment }) => {
    assert.equal(await status(page).innerText(), "Nothing found.");
    assert.match(await page.locator(".nothing").innerText(), /Nothing for “qwxyz”[\s\S]*What was tried:/);
    assert.equal(await page.locator(".spread:visible, .find .heads:visible").count(), 0, "the message comes first");
    await go("v1/search?q=%22creeping+annexation%22+in:letter");
    const wider = page.getByRole("link", { name: /^Search without narrowing: \d+ passages? found/ });
    await wider.click();
    await becomes(fragment, "v1/search?q=%22creeping+annexation%22");
    await becomes(async () => (await hits(page)).length > 0, true);
  },
);

promise("What has everything stands first in each account, under its heading", { at: "v1/search?q=Lachin+corridor+peacekeepers" }, async ({ page, becomes, go }) => {
  await becomes(async () => (await page.locator(".has").count()) >= 3, true);
  const [, complete] = (await status(page).innerText()).match(/; (\d+) ha(?:ve|s) everything/);
  const parts = await page.locator(".find .cell").evaluateAll((cells) =>
    cells.map((cell) => [...cell.querySelectorAll(".has")].map((one) => [one.textContent, one.nextElementSibling.children.length])),
  );
  const ALL = "With everything that was asked for";
  assert.equal(parts.flat().filter(([words]) => words === ALL).reduce((sum, [, count]) => sum + count, 0), Number(complete));
  for (const part of parts) {
    const names = part.map(([words]) => words);
    assert.deepEqual(names, [ALL, "With some of it"].filter((words) => names.includes(words)));
  }
  const opened = page.locator(".hit.current").evaluate((one) => one.parentElement.previousElementSibling.textContent);
  assert.equal(await opened, ALL, "Enter opens one of them");
  // Where there is nothing to tell apart, nothing is told apart.
  await go("v1/search?q=Lavrov");
  await becomes(async () => (await hits(page)).length > 0, true);
  assert.equal(await page.locator(".has").count(), 0);
});

promise("An event is found by any of its names; a column without the words claims no silence", { at: "v1/search?q=trilateral+statement" }, async ({ page, becomes, focus, fragment }) => {
  await becomes(async () => (await hits(page)).includes("letter.p72"), true);
  assert.match(await page.locator(".reading-notes").innerText(), /“trilateral statement” names an event; also looked for what the texts call it: .*“Statement of 9 November”/);
  await page.getByRole("button", { name: "Only “trilateral statement”" }).click();
  await becomes(() => field(page).inputValue(), '"trilateral statement"');
  await becomes(focus, "Search the texts, notes, references and titles");
  await becomes(fragment, "v1/search?q=%22trilateral+statement%22");
  const empty = page.getByRole("region", { name: NAMES[0] }).locator(".none");
  await becomes(() => empty.innerText(), "These words do not stand here. That does not mean that the account is silent on it.");
});

promise("A word that judges is not widened to other words, and can be asked for alone", { at: "v1/search?q=occupied" }, async ({ page, becomes }) => {
  const notes = page.locator(".reading-notes");
  await becomes(async () => /also looked for: “occupation”/.test(await notes.innerText()), true);
  assert.ok(!/captured|seized/.test(await notes.innerText()));
  await page.getByRole("button", { name: "Only “occupied”" }).click();
  await becomes(async () => (await page.locator(".hit mark").allInnerTexts()).every((words) => /^occupied$/i.test(words)), true);
});

promise("Where a phrase stands nowhere, nothing is said to have been tried that was not", { at: "v1/search?q=%22trilateral+statment%22" }, async ({ page, becomes }) => {
  await becomes(() => page.locator(".nothing h2").innerText().then(plain), "Nothing for “trilateral statment”");
  const told = await page.locator("main").innerText();
  assert.ok(!told.includes("What was tried") && !told.includes("any word near it"), told);
  await field(page).fill("zzzzzz");
  await becomes(() => page.locator(".nothing h2").innerText().then(plain), "Nothing for “zzzzzz”");
  assert.ok((await page.locator("main").innerText()).includes("What was tried"));
});

promise("Nothing around the hits moves while one types", { at: "v1/search?q=a" }, async ({ page, becomes }) => {
  await page.evaluate(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifts.push(value);
    }).observe({ type: "layout-shift", buffered: false });
  });
  const places = () =>
    page.locator("#query, .narrow, .reading-notes, .spread, .find .heads").evaluateAll((all) =>
      all.map((one) => [one.className || one.id, Math.round(one.getBoundingClientRect().top)]),
    );
  await field(page).fill("w");
  await becomes(async () => (await places()).length, 5);
  const before = await places();
  // What a script puts into the field is no key: the browser counts what it brings as a shift.
  await becomes(async () => (await hits(page)).length > 10, true);
  await page.evaluate(() => (window.shifts.length = 0));
  for (const words of ["ar refugees", " 12 May 2021", " in:article"]) {
    for (const key of words) {
      await page.keyboard.type(key);
      await nextFrame(page);
      assert.deepEqual(await places(), before, `at “${await field(page).inputValue()}”`);
    }
  }
  // The design allows 0.02 for a whole visit.
  const shifted = await page.evaluate(() => window.shifts.reduce((sum, value) => sum + value, 0));
  assert.ok(shifted < 0.001, `the browser saw a shift of ${shifted}`);
});

promise("On a narrow screen the accounts stand below each other, each under its name", { at: "v1/search?q=war", width: 360 }, async ({ page, becomes }) => {
  const boxes = await page.locator(".find .cell").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  assert.equal(boxes.length, 3);
  for (const [i, { left, width, top }] of boxes.entries()) {
    assert.ok(left === 0 && Math.round(width) === 360, `${left} ${width}`);
    assert.ok(i === 0 || top >= boxes[i - 1].bottom - 1);
  }
  assert.deepEqual((await page.locator(".find h2").allInnerTexts()).map((text) => text.split("\n")[0].replace(/\d.*/, "").trim()), NAMES);
  // The lists are folded there, so that what is found stands on the first screen; the periods are one of them.
  assert.ok((await page.locator(".hit").first().boundingBox()).y < 720, "a hit is in sight");
  assert.equal(await page.locator(".spread").isVisible(), false);
  const fold = page.locator(".narrow > summary");
  assert.equal(await fold.innerText(), "Narrow the search");
  await fold.press("Enter");
  await choose(page, "In", "Armenian accounts");
  await becomes(() => fold.innerText(), "Narrow the search: Armenian accounts");
  assert.match((await page.getByRole("combobox", { name: "Period" }).locator("option").allInnerTexts()).join(), /\(\d+\)/);
});

// Words in context.

promise("Half words are taken whole where words are looked up", { at: "v1/compare/2020-war" }, async ({ page }) => {
  await select(page, "letter.p65", "ostilities in Jul");
  await page.getByRole("link", { name: "Words in context: “hostilities in July”" }).waitFor();
  await select(page, "letter.p65", " in ");
  await page.getByRole("link", { name: "Words in context: “in”" }).waitFor();
});

const lines = (page) =>
  page.locator(".line").evaluateAll((all) =>
    all.map((one) => ({
      id: one.dataset.passage,
      before: one.querySelector(".before").textContent,
      mark: one.querySelector("mark").textContent,
      behind: one.querySelector(".behind").textContent,
      at: one.querySelector("mark").getBoundingClientRect().left,
    })),
  );

promise(
  "The lines of a concordance are verbatim, and stand below each other at the word",
  { at: "v1/concordance?q=ceasefire" },
  async ({ page, becomes, fragment, focus }) => {
    const found = await lines(page);
    assert.ok(found.length > 20);
    for (const { id, before, mark, behind } of found) {
      assert.match(mark, /^cease-?fire$/i);
      assert.ok(wordsOfDocument(id).includes(plain(before + behind)), `${id}: ${before}${behind}`);
    }
    const edges = found.map(({ at }) => at);
    assert.ok(Math.max(...edges) - Math.min(...edges) < 1, "aligned over all accounts");
    const line = page.locator(".line").nth(3);
    const id = await line.getAttribute("data-passage");
    const opener = line.getByRole("link");
    const name = await opener.innerText();
    await opener.click();
    await becomes(fragment, `v1/concordance?q=ceasefire&show=${id}`);
    await becomes(focus, "panel-title");
    await page.keyboard.press("Escape");
    await becomes(() => page.locator("#panel").count(), 0);
    await becomes(focus, name, "the focus comes back to the line");
  },
);

promise("On a narrow screen the words still stand below each other, with their source below the line", { at: "v1/concordance?q=ceasefire", width: 320 }, async ({ page }) => {
  const found = await lines(page);
  const edges = found.slice(0, 12).map(({ at }) => at);
  assert.ok(Math.max(...edges) - Math.min(...edges) < 1, `${edges}`);
  const [line, source] = await page.locator(".line").first().evaluate((one) =>
    [one.querySelector("mark"), one.querySelector("small")].map((part) => part.getBoundingClientRect().toJSON()),
  );
  assert.ok(source.top >= line.bottom - 8 && line.right <= 320, `${JSON.stringify([line, source])}`);
});

promise("The account stays in sight with its lines", { at: "v1/concordance?q=occupied" }, async ({ page, becomes }) => {
  await page.locator(".line").nth(30).evaluate((one) => one.scrollIntoView({ block: "center" }));
  const head = page.locator(".kwic-head").first();
  await becomes(async () => Math.round((await head.boundingBox()).y), 64);
  assert.match(await head.innerText(), new RegExp(`${NAMES[0]}[\\s\\S]*speaks of[\\s\\S]*passage`));
});

promise("Lines are sorted outward from the word, by date and by document", { at: "v1/concordance?q=occupied" }, async ({ page, becomes, fragment }) => {
  const letter = () => page.getByRole("region", { name: NAMES[0] });
  const texts = (part) => letter().locator(`.line ${part}`).allTextContents();
  const word = (text, at) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu)?.at(at) ?? "";
  await choose(page, "Sort by", "the words before");
  await becomes(fragment, "v1/concordance?q=occupied&sort=left");
  const sortedBy = (read) => async () => {
    const words = await read();
    return words.length > 5 && words.every((one, i) => i === 0 || words[i - 1] <= one);
  };
  await becomes(sortedBy(async () => (await texts(".before")).map((text) => word(text, -1))), true);
  await choose(page, "Sort by", "the words behind");
  await becomes(sortedBy(async () => (await texts(".behind")).map((text) => word(text, 1))), true);
  await choose(page, "Sort by", "the date spoken of");
  await becomes(sortedBy(async () => (await texts(".year")).map((text) => (text === "–" ? "9999" : text))), true);
  const exact = await page.locator(".line").count();
  await page.getByRole("checkbox", { name: "Any form of the words" }).check();
  await becomes(async () => (await page.locator(".line").count()) > exact, true);
  await becomes(fragment, "v1/concordance?q=occupied&forms=any&sort=date");
  const marks = new Set((await lines(page)).map(({ mark }) => mark.toLowerCase()));
  assert.ok(marks.has("occupation") || marks.has("occupying") || marks.has("occupy"), `${[...marks]}`);
});

promise("A concordance is saved as a table that spreadsheets read", { at: "v1/concordance?q=genocide" }, async ({ page, becomes, watch }) => {
  watch.provoke(/^off the origin: blob:/);
  const [, count] = /^(\d+) lines/.exec(await status(page).innerText());
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /CSV/ }).click()]);
  assert.equal(download.suggestedFilename(), "concordance-genocide.csv");
  const table = readFileSync(await download.path(), "utf8");
  assert.equal(table.codePointAt(0), 0xfeff, "marked as UTF-8");
  const rows = table.slice(1).split("\r\n");
  assert.equal(rows[0], "account,document,passage,date,left,keyword,right");
  assert.equal(rows.length, Number(count) + 2, "a row for each line, and an end");
  await becomes(async () => /^\d+ lines handed to the browser as concordance-genocide\.csv/.test(await status(page).innerText()), true);
});

promise("Hundreds of lines are there, and more at one wish", { at: "v1/concordance?q=the" }, async ({ page, becomes }) => {
  assert.match(await status(page).innerText(), /^\d{4} lines; the first of each account are shown\.$/);
  assert.ok((await page.locator(".line").count()) >= 150);
  const article = page.getByRole("region", { name: NAMES[2] });
  await article.getByRole("button", { name: /^Show 200 more/ }).click();
  await becomes(() => article.locator(".line").count(), 250);
});

promise(
  "From any word in any text one action leads to every place where it stands",
  { at: "v1/read/letter" },
  async ({ page, becomes, fragment }) => {
    await page.locator('[data-passage="letter.p13"] .text').first().evaluate((text) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent.indexOf("residents");
        if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + "residents".length);
      }
    });
    const way = page.getByRole("link", { name: "Words in context: “residents”" });
    await way.click();
    await becomes(fragment, "v1/concordance?q=residents");
    await becomes(async () => (await lines(page)).length > 0, true);
    await page.goBack();
    await becomes(fragment, "v1/read/letter");
    await page.locator('[data-passage="letter.p13"] .text p').first().dblclick({ position: { x: 40, y: 8 } });
    const word = await page.evaluate(() => String(getSelection()).trim());
    await becomes(() => page.locator(".picked").count(), 1);
    await page.keyboard.press("w");
    await becomes(() => field(page).inputValue(), word);
    await becomes(() => page.locator(".picked").count(), 0);
  },
);

promiseFramed("E1 A search can be made in a frame that allows scripts alone", {}, async ({ page, server, becomes }) => {
  const pages = await host({ "/": framed(`${server.url}embed.html#v1/search`, `${server.url}host.js`) });
  try {
    await page.goto(`${pages.origin}/`);
    const frame = page.frameLocator("#frame");
    await frame.locator("#query").pressSequentially("ceasefire");
    await becomes(async () => (await frame.locator(".hit").count()) > 10, true);
    await frame.locator("#query").press("ArrowDown");
    await frame.locator("#query").press("Enter");
    await frame.locator("#panel-title").waitFor();
  } finally {
    await pages.close();
  }
});

for (const width of [800, 1000, 1280]) {
  promise(
    `At ${width} px the head of each column stands over its hits, its count under its name`,
    { at: "v1/search?q=Karabakh", width },
    async ({ page }) => {
      const places = (which) => page.locator(which).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
      const [heads, cells] = [await places(".find .head"), await places(".find .cell")];
      assert.equal(cells.length, ACCOUNTS.length);
      for (const [i, head] of heads.entries()) {
        assert.ok(Math.abs(head.left - cells[i].left) < 2 && Math.abs(head.right - cells[i].right) < 2, JSON.stringify([head, cells[i]]));
      }
      const [names, counts] = [await places(".find .head-name"), await places(".find .head-line")];
      for (const [i, name] of names.entries()) {
        assert.ok(Math.abs(counts[i].left - name.left) < 2 && counts[i].top >= name.bottom - 1, JSON.stringify([name, counts[i]]));
      }
    },
  );
}
