// Compare: what each account says of a period, what an empty cell means, and the ways to lay the accounts out.
import assert from "node:assert/strict";
import { readers, unfold } from "./app.mjs";
import { ACCOUNTS, DOCUMENTS, PERIODS, PURPOSES, overlap, plain, timesOf } from "./corpus.mjs";

const promise = readers();

const row = (page, period) => page.locator(`#period-${period}`);
const cells = (page, period) => row(page, period).locator(".cell");
const cell = (page, period, account) =>
  cells(page, period).filter({ has: page.getByRole("heading", { name: account }) });
const heads = (page) => page.locator(".head strong").allTextContents();
const names = (page, period) => row(page, period).locator(".cell-name").allTextContents();
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const titleOf = (document) => DOCUMENTS.find(({ id }) => id === document).title.short;
const [AZERBAIJANI, ARMENIAN, INTERNATIONAL] = ACCOUNTS.map(({ name }) => name);

promise(
  "Three accounts stand side by side in columns of one width",
  { at: "v1/compare/2020-war" },
  async ({ page }) => {
    assert.deepEqual(await heads(page), [AZERBAIJANI, ARMENIAN, INTERNATIONAL]);
    const boxes = (locator) => locator.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    const columns = await boxes(page.locator(".head"));
    for (const period of ["2020-war", "may-june-2021", "undated"]) {
      const widths = (await boxes(cells(page, period))).map(({ width }) => width);
      assert.equal(widths.length, 3);
      assert.ok(Math.max(...widths) - Math.min(...widths) < 1, `${period}: ${widths}`);
      const lefts = (await boxes(cells(page, period))).map(({ left }) => Math.round(left));
      assert.deepEqual(
        lefts,
        columns.map(({ left }) => Math.round(left)),
        `${period}: cells stand under their heads`,
      );
    }
  },
);

promise(
  "A period that all accounts speak of has passages from all three",
  { at: "v1/compare/2020-war" },
  async ({ page }) => {
    for (const [account, document] of [
      [AZERBAIJANI, "letter"],
      [ARMENIAN, "civil-21"],
      [INTERNATIONAL, "article"],
    ]) {
      const own = cell(page, "2020-war", account).locator(`[data-passage^="${document}."]`);
      assert.ok(await own.first().isVisible(), account);
      assert.notEqual((await own.first().locator(".text").innerText()).trim(), "", account);
    }
  },
);

promise(
  "An account older than a period is said to be not yet written, with the dates",
  { at: "v1/compare" },
  async ({ page }) => {
    const text = await cell(page, "may-june-2021", AZERBAIJANI).locator(".empty").innerText();
    assert.match(text, /^Not yet written\./);
    assert.match(text, /written 12 January 2021/);
    assert.match(text, /12 May – 30 June 2021/);
    assert.match(text, /could not know/);
  },
);

promise(
  "A document that could have spoken and does not is said to be silent",
  { at: "v1/compare/1992?split=documents" },
  async ({ page }) => {
    const text = await cell(page, "1992", titleOf("civil-21")).locator(".empty").innerText();
    assert.match(text, /^Silent\./);
    assert.match(text, /after this period .*could have spoken of it, and does not/);
  },
);

promise(
  "Where the documents of an account differ in why they say nothing, each is told apart",
  { at: "v1/compare/1992" },
  async ({ page }) => {
    const empty = cell(page, "1992", ARMENIAN).locator(".empty");
    const reasons = empty.getByRole("listitem");
    assert.equal(await reasons.first().isVisible(), false, "details are folded");
    await empty.getByText("Each document").click();
    await reasons.first().waitFor();
    const told = await reasons.allInnerTexts();
    assert.equal(told.length, 3);
    for (const [i, id] of ["civil-15", "civil-21", "stepanakert"].entries())
      assert.ok(told[i].startsWith(`${titleOf(id)}: `), told[i]);
    assert.match(told[1], /could have spoken of it, and does not/);
  },
);

promise(
  "What lies outside a document’s purpose says so, with the document’s own words",
  { at: "v1/compare/1992?split=documents" },
  async ({ page }) => {
    const outside = PURPOSES.filter(({ document, periods }) => document !== "article" && periods.includes("1992"));
    assert.ok(outside.length > 0);
    for (const { document, words } of outside) {
      const text = await cell(page, "1992", titleOf(document)).locator(".empty").innerText();
      assert.match(text, /^Outside its purpose\./);
      assert.ok(text.includes(`“${words}”`), `${document}: ${text}`);
    }
  },
);

promise(
  "Passages that merely span a period are folded at the end of its cell, and counted",
  { at: "v1/compare/2020-war" },
  async ({ page, becomes }) => {
    const folded = cell(page, "2020-war", AZERBAIJANI).locator(".spanning");
    const summary = folded.locator("summary");
    const shown = () => folded.locator(".passage:visible").count();
    assert.equal(await shown(), 0);
    const said = parseInt(await summary.innerText(), 10);
    assert.ok(said > 0);
    await summary.click();
    await becomes(shown, said);
    await summary.click();
    await becomes(shown, 0);
  },
);

promise("A passage of several periods stands in each, and says where else", { at: "v1/compare" }, async ({ page }) => {
  await unfold(page);
  const all = await page.locator(".row .passage").evaluateAll((all) =>
    all.map((one) => ({
      passage: one.dataset.passage,
      here: one.closest(".row").id.replace("period-", ""),
      said: one.querySelector(".also")?.textContent,
    })),
  );
  assert.ok(
    all.some(({ said }) => said && !/\d/.test(said.replace(/\d{4}/g, ""))),
    "some name the other period",
  );
  for (const { passage, here, said } of all) {
    const elsewhere = all
      .filter((other) => other.passage === passage && other.here !== here)
      .map((other) => other.here);
    const shorts = PERIODS.filter(({ id }) => elsewhere.includes(id)).map(({ short }) => short);
    const also = shorts.length > 2 ? `${shorts.length} other periods` : shorts.join(" and ");
    assert.equal(said, also ? `also under ${also}` : undefined, `${passage} under ${here}`);
  }
});

for (const at of ["v1/compare", "v1/compare?split=documents", "v1/compare?layout=dates"]) {
  promise(`No cell is left without a word at ${at}`, { at }, async ({ page }) => {
    const wordless = await page
      .locator(".cell")
      .evaluateAll((all) =>
        all
          .filter((one) => one.textContent.trim() === one.querySelector(".cell-name").textContent.trim())
          .map((one) => `${one.closest(".row").id}: ${one.textContent.trim()}`),
      );
    assert.deepEqual(wordless, []);
  });
}

promise(
  "Columns move by buttons, both ways, and stop at the ends",
  { at: "v1/compare" },
  async ({ page, becomes, fragment, focus }) => {
    const disabled = (name) => page.getByRole("button", { name, exact: true }).isDisabled();
    assert.equal(await disabled(`Move ${AZERBAIJANI} left`), true);
    assert.equal(await disabled(`Move ${INTERNATIONAL} right`), true);
    await press(page, `Move ${AZERBAIJANI} right`);
    await becomes(() => heads(page), [ARMENIAN, AZERBAIJANI, INTERNATIONAL]);
    assert.deepEqual(await names(page, "2020-war"), [ARMENIAN, AZERBAIJANI, INTERNATIONAL]);
    assert.equal(await focus(), `Move ${AZERBAIJANI} right`, "the focus goes with the column");
    await press(page, `Move ${INTERNATIONAL} left`);
    await becomes(() => heads(page), [ARMENIAN, INTERNATIONAL, AZERBAIJANI]);
    assert.equal(await disabled(`Move ${ARMENIAN} left`), true);
    assert.equal(await disabled(`Move ${AZERBAIJANI} right`), true);
    assert.match(await fragment(), /columns=armenian\+international\+azerbaijani/);
  },
);

promise(
  "A column that reaches the end keeps the focus in its head",
  { at: "v1/compare" },
  async ({ page, becomes, focus }) => {
    await page.getByRole("button", { name: `Move ${ARMENIAN} left` }).focus();
    await page.keyboard.press("Enter");
    await becomes(() => heads(page), [ARMENIAN, AZERBAIJANI, INTERNATIONAL]);
    assert.match(await focus(), new RegExp(ARMENIAN));
  },
);

promise(
  "Columns can be hidden and shown again; the last one stays",
  { at: "v1/compare" },
  async ({ page, becomes, focus }) => {
    const hide = async (account) => {
      await page.getByRole("button", { name: `Hide ${account}` }).focus();
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: `Show ${account}` }).waitFor();
      assert.notEqual(await focus(), "body", `the focus is kept after hiding ${account}`);
    };
    await hide(INTERNATIONAL);
    assert.deepEqual(await names(page, "2020-war"), [AZERBAIJANI, ARMENIAN]);
    await hide(AZERBAIJANI);
    assert.deepEqual(await heads(page), [ARMENIAN]);
    assert.equal(await page.getByRole("button", { name: /^(Hide|Move) / }).count(), 0, "the last one stays");
    for (const [account, shown] of [
      [INTERNATIONAL, [ARMENIAN, INTERNATIONAL]],
      [AZERBAIJANI, [ARMENIAN, INTERNATIONAL, AZERBAIJANI]],
    ]) {
      await page.getByRole("button", { name: `Show ${account}` }).focus();
      await page.keyboard.press("Enter");
      await becomes(() => heads(page), shown);
      assert.notEqual(await focus(), "body", `the focus is kept after showing ${account}`);
    }
  },
);

promise(
  "Accounts can be split into their documents, and joined again",
  { at: "v1/compare" },
  async ({ page, becomes }) => {
    const split = page.getByRole("checkbox", { name: "Split by document" });
    const titles = DOCUMENTS.map(({ title }) => title.short);
    await split.check();
    await becomes(() => heads(page), titles);
    assert.deepEqual(await names(page, "2020-war"), titles);
    for (const [i, { id }] of DOCUMENTS.entries()) {
      const others = cells(page, "2020-war").nth(i).locator(`.passage:not([data-passage^="${id}."])`);
      assert.equal(await others.count(), 0, `the column of ${id} holds nothing else`);
    }
    await split.uncheck();
    await becomes(() => heads(page), [AZERBAIJANI, ARMENIAN, INTERNATIONAL]);
  },
);

promise(
  "By date, the passages of a period stand in the order of the dates they speak of",
  { at: "v1/compare" },
  async ({ page }) => {
    await page.getByRole("radio", { name: "By date" }).check();
    await page.locator(".by-date").first().waitFor();
    let compared = 0;
    for (const period of PERIODS) {
      const shown = row(page, period.id).locator(".by-date > [data-passage]");
      const passages = await shown.evaluateAll((all) => all.map((one) => one.dataset.passage));
      const dates = passages.map((passage) => {
        const here = timesOf(passage).filter((time) => overlap(time, period));
        assert.ok(here.length > 0, `${passage} speaks of ${period.id}`);
        // What began before the period is of its first day here.
        return here.map(({ from }) => (from < period.from ? period.from : from)).sort()[0];
      });
      assert.deepEqual(dates, dates.toSorted(), `${period.id}: ${passages}`);
      compared += dates.length;
    }
    assert.ok(compared > 100, `${compared} passages were compared`);
    const accounts = row(page, "2020-war").locator(".account-name");
    assert.equal(new Set(await accounts.allTextContents()).size, 3, "each passage names its account");
  },
);

promise("One account at a time is named by the switcher", { at: "v1/compare/2020-war" }, async ({ page, becomes }) => {
  await page.getByRole("radio", { name: "One account" }).check();
  const switcher = page.getByRole("group", { name: "Account in sight" });
  const pressed = () => switcher.locator('[aria-pressed="true"]').allInnerTexts();
  const seen = () => row(page, "2020-war").locator(".cell:visible .cell-name").allTextContents();
  await becomes(pressed, ["Azerbaijani"]);
  assert.deepEqual(await seen(), [AZERBAIJANI]);
  await switcher.getByRole("button", { name: "Armenian" }).click();
  await becomes(pressed, ["Armenian"]);
  assert.deepEqual(await seen(), [ARMENIAN]);
});

promise(
  "The heads and the period’s heading stay in sight as one scrolls through a long row",
  { at: "v1/compare/may-june-2021" },
  async ({ page, becomes }) => {
    const seen = (selector) =>
      page.locator(selector).evaluate((element) => {
        const { left, top, height } = element.getBoundingClientRect();
        const there = document.elementFromPoint(left + 4, top + height / 2);
        return element.contains(there) && top >= 0 && top < 200;
      });
    const last = cell(page, "may-june-2021", INTERNATIONAL).locator(".flow > .passage");
    const count = await last.count();
    for (const at of [1, Math.floor(count / 2), count - 2]) {
      await last.nth(at).evaluate((element) => element.scrollIntoView());
      await becomes(() => seen(".head:first-child strong"), true, `heads at passage ${at}`);
      await becomes(() => seen("#period-may-june-2021-title"), true, `heading at passage ${at}`);
      const covered = await last.nth(at).evaluate((element) => {
        const { top } = element.getBoundingClientRect();
        return top < document.querySelector("#period-may-june-2021 .period-head").getBoundingClientRect().bottom - 8;
      });
      assert.equal(covered, false, `passage ${at} is not hidden below the headings`);
    }
  },
);

promise(
  "The timeline has a slot for each period, and each leads to its row",
  { at: "v1/compare" },
  async ({ page, becomes, fragment }) => {
    const slots = page.getByRole("region", { name: "Timeline" }).getByRole("list").getByRole("link");
    assert.equal(await slots.count(), PERIODS.length);
    assert.equal(PERIODS.length, 15);
    for (const at of [6, 14, 0]) {
      const { id, title } = PERIODS[at];
      await slots.nth(at).click();
      await becomes(fragment, `v1/compare/${id}`);
      await becomes(() => page.title(), `${title} – Compare – Parallax`);
      assert.equal(await slots.nth(at).getAttribute("aria-current"), "true");
      assert.equal(await page.locator('.slots [aria-current="true"]').count(), 1);
      const inSight = () =>
        page.locator(`#period-${id}-title`).evaluate((heading) => {
          const { top, bottom } = heading.getBoundingClientRect();
          return top >= 0 && bottom < innerHeight / 2 && document.activeElement === heading;
        });
      await becomes(inSight, true, `the row of ${id} stands at the top and has the focus`);
    }
  },
);

promise(
  "A8 The timeline’s table has the same counts as the rows",
  { at: "v1/compare?split=documents" },
  async ({ page }) => {
    await page.getByText("The timeline as a table").click();
    const table = page.getByRole("region", { name: "The timeline as a table" }).getByRole("table");
    await table.waitFor();
    const rows = await table
      .locator("tbody tr")
      .evaluateAll((all) =>
        all.map((row) =>
          [...row.querySelectorAll("td")].map((cell) => Number(cell.textContent.replace("Not yet written.", "0"))),
        ),
      );
    assert.equal(rows.length, PERIODS.length);
    for (const [i, { id }] of PERIODS.entries()) {
      const said = (await row(page, id).locator(".counts").textContent()).replace(" passages", "").split(" · ");
      const shown = await cells(page, id).evaluateAll((all) =>
        all.map((one) => one.querySelectorAll(":scope > .flow > .passage").length),
      );
      assert.deepEqual(rows[i], shown, `table and passages of ${id}`);
      // A dash stands for a document that could not have known.
      assert.deepEqual(
        said.map((count) => (count === "–" ? 0 : Number(count))),
        shown,
        `heading and passages of ${id}`,
      );
    }
  },
);

promise(
  "The period picker leads to a row, and back to the beginning",
  { at: "v1/compare" },
  async ({ page, becomes, fragment }) => {
    const picker = page.getByRole("combobox", { name: "Go to a period" });
    await picker.selectOption("Renewed clashes");
    await becomes(fragment, "v1/compare/2015-2020");
    const top = () =>
      row(page, "2015-2020").evaluate((row) => Math.abs(row.getBoundingClientRect().top) < innerHeight / 2);
    await becomes(top, true, "the row is in sight");
    await picker.selectOption("From the beginning");
    await becomes(fragment, "v1/compare");
    assert.equal(await page.locator(".row.chosen").count(), 0);
  },
);

promise(
  "From a row, its arrows lead to the period before and after",
  { at: "v1/compare/1992" },
  async ({ page, becomes, fragment, focus }) => {
    for (const [from, key, to] of [
      ["1992", "Next", "1993-1994"],
      ["1993-1994", "Previous", "1992"],
    ]) {
      const { title } = PERIODS.find(({ id }) => id === to);
      await row(page, from)
        .getByRole("button", { name: `${key} period: ${title}` })
        .click();
      await becomes(fragment, `v1/compare/${to}`);
      await becomes(focus, `period-${to}-title`);
    }
    const ends = (period) =>
      row(page, period)
        .getByRole("button", { name: /^(Next|Previous) period/ })
        .count();
    assert.deepEqual([await ends("before-1987"), await ends("1992"), await ends("september-2023-2024")], [1, 2, 1]);
  },
);

promise("Compare comes back where it was left", { at: "v1/compare" }, async ({ page, becomes }) => {
  const scrolled = () => page.evaluate(() => Math.round(scrollY));
  const { id, short } = PERIODS.find(({ id }) => id === "after-2020");
  await row(page, id).evaluate((row) => row.scrollIntoView());
  await becomes(
    async () => plain(await page.locator(".slots .passing").innerText()),
    short,
    "the timeline marks what passes",
  );
  const before = await scrolled();
  assert.ok(before > 1_000);
  // By keys: the links of the pages stand at the top, where one would have scrolled to.
  await page.keyboard.press("s");
  await becomes(scrolled, 0);
  await page.goBack();
  await becomes(scrolled, before);
});

promise(
  "A short column stays beside a long one as it is read, and can be told not to",
  { at: "v1/compare" },
  async ({ page, becomes, focus, fragment }) => {
    const follows = page.getByRole("checkbox", { name: "Short columns follow as one reads" });
    await follows.focus();
    const before = await focus();
    // A row that is longer than two screens, in which another account says little: its end is brought into sight.
    const passage = await page.evaluate(() => {
      const long = [...document.querySelectorAll(".row")].filter((row) => row.offsetHeight > 2 * innerHeight);
      const row = long.find((row) => row.querySelector(".short .passage"));
      window.scrollTo({ top: scrollY + row.getBoundingClientRect().bottom - innerHeight, behavior: "instant" });
      return row.querySelector(".short .passage").dataset.passage;
    });
    const inSight = () =>
      page.evaluate((passage) => {
        const { top, bottom } = document.querySelector(`.short [data-passage="${passage}"]`).getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }, passage);
    await becomes(inSight, true, `${passage} stays in sight`);
    assert.equal(await focus(), before);
    await follows.evaluate((box) => box.click());
    await becomes(inSight, false, `${passage} stays where it stands`);
    await becomes(fragment, "v1/compare?follow=off");
    await follows.evaluate((box) => box.click());
    await becomes(inSight, true);
  },
);

promise("A5 A new arrangement is told in words", { at: "v1/compare" }, async ({ page, becomes }) => {
  const told = () => page.locator(".unseen[role=status]").innerText();
  assert.equal(await told(), "");
  await press(page, `Hide ${ARMENIAN}`);
  await becomes(told, `Columns: ${AZERBAIJANI}, ${INTERNATIONAL}.`);
  await page.getByRole("checkbox", { name: "Split by document" }).check();
  await becomes(told, `Split by document: ${AZERBAIJANI}, ${INTERNATIONAL}.`);
  await page.getByRole("radio", { name: "By date" }).check();
  await becomes(told, `By date: ${AZERBAIJANI}, ${INTERNATIONAL}.`);
  await page.getByRole("radio", { name: "Columns" }).check();
  await page.getByRole("checkbox", { name: "Short columns follow as one reads" }).uncheck();
  await becomes(told, "It no longer follows.");
});
