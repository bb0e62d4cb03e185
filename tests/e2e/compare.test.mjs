// Compare: what each account says of a period, what an empty cell means, and the ways to lay the accounts out.
import assert from "node:assert/strict";
import { STANDS, nextFrame, readers, settled, unfold, until } from "./app.mjs";
import { ACCOUNTS, DOCUMENTS, PERIODS, PURPOSES, overlap, plain, timesOf } from "./corpus.mjs";

const promise = readers();

const row = (page, period) => page.locator(`#period-${period}`);
const cells = (page, period) => row(page, period).locator(".cell");
const cell = (page, period, account) =>
  cells(page, period).filter({ has: page.getByRole("heading", { name: account }) });
const heads = (page) => page.locator(".head strong").allTextContents();
const names = async (page, period) => {
  await settled(page);
  return row(page, period).locator(".cell-name").allTextContents();
};
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const titleOf = (document) => DOCUMENTS.find(({ id }) => id === document).title.short;
/** Whether it stands where it stood some frames ago: rows above it get their height as they come near. */
const rests = async (one) => {
  const top = () => one.evaluate((one) => one.getBoundingClientRect().top);
  const before = await top();
  for (let frames = 0; frames < 4; frames += 1) await nextFrame(one.page());
  return (await top()) === before;
};
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
  "An account older than a period is said to be written before it, with the date",
  { at: "v1/compare" },
  async ({ page }) => {
    const text = await cell(page, "may-june-2021", AZERBAIJANI).locator(".empty").innerText();
    assert.match(text, /^Written before this\./);
    assert.match(text, /written 12 January 2021/);
    assert.match(text, /could not know/);
    assert.match(await row(page, "may-june-2021").locator(".period-head").innerText(), /12 May – 30 June 2021/);
  },
);

promise(
  "A document that could have spoken and does not is said to be silent",
  { at: "v1/compare/1992?split=documents" },
  async ({ page }) => {
    const empty = cell(page, "1992", titleOf("civil-21")).locator(".empty");
    const text = await empty.innerText();
    assert.match(text, /^Silent\./);
    assert.equal(await empty.getByRole("button").count(), 0, "an organization speaks for no side");
    assert.match(text, /after this period\. It could have spoken of it, and does not/);
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
    await settled(page);
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
  "On a tablet two of three accounts stand side by side, and the switcher brings each pair",
  { at: "v1/compare/2020-war", width: 768, height: 1024 },
  async ({ page, becomes }) => {
    const switcher = page.getByRole("group", { name: "Account in sight" });
    const seen = () =>
      row(page, "2020-war")
        .locator(".cell:visible")
        .evaluateAll((cells) => {
          const boxes = cells.map((cell) => cell.getBoundingClientRect());
          const different = (of) => new Set(boxes.map((box) => Math.round(of(box)))).size;
          const uneven = different(({ top }) => top) > 1 || different(({ width }) => width) > 1;
          return uneven ? "uneven" : cells.map((cell) => cell.querySelector(".cell-name").textContent);
        });
    assert.deepEqual(await seen(), [AZERBAIJANI, ARMENIAN]);
    for (const [name, pair] of [
      ["International", [AZERBAIJANI, INTERNATIONAL]],
      ["Armenian", [ARMENIAN, INTERNATIONAL]],
      ["Azerbaijani", [AZERBAIJANI, ARMENIAN]],
    ]) {
      await switcher.getByRole("button", { name }).click();
      await becomes(seen, pair, name);
    }
  },
);

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
          [...row.querySelectorAll("td")].map((cell) => Number(cell.textContent.replace("Written before this.", "0"))),
        ),
      );
    assert.equal(rows.length, PERIODS.length);
    for (const [i, { id }] of PERIODS.entries()) {
      const said = await row(page, id).locator(".counts [aria-hidden]").allTextContents();
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
  assert.ok((await scrolled()) > 1_000);
  const place = () => row(page, id).evaluate((row) => row.getBoundingClientRect().top);
  await becomes(() => rests(row(page, id)), true);
  const before = await place();
  // By keys: the links of the pages stand at the top, where one would have scrolled to.
  await page.keyboard.press("s");
  await becomes(scrolled, 0);
  // From within: what drives the browser asks it for its history, which may not know yet of the view that was just opened.
  const back = () => page.evaluate(() => history.back());
  await back();
  // Browsers scroll by whole pixels: when it comes back, and when the rows above have got their height.
  const near = async () => Math.abs((await place()) - before) <= 2;
  await becomes(near, true);
  // From the top of the page, no row has to be laid out for that.
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  await becomes(async () => (await page.locator(".slots .passing").count()) === 0, true);
  await page.keyboard.press("s");
  await becomes(() => page.locator("h1").innerText(), "Sources and method");
  await back();
  await row(page, id).waitFor();
  await page.locator(STANDS).waitFor();
  assert.equal(await scrolled(), 0);
  const far = page.locator(".row").nth(12).locator("[data-size] .text").first();
  assert.equal(await far.evaluate((one) => one.checkVisibility({ contentVisibilityAuto: true })), false);
});

promise(
  "What is out of sight is not laid out, but is found, led to and come back to",
  { at: "v1/compare" },
  async ({ page, becomes }) => {
    const [last] = PERIODS.slice(-1);
    const passage = row(page, last.id).locator(".passage").last();
    const isLaidOut = () => passage.evaluate((one) => one.checkVisibility({ contentVisibilityAuto: true }));
    const isInSight = () =>
      passage.evaluate((one) => one.getBoundingClientRect().bottom > 0 && one.getBoundingClientRect().top < innerHeight);
    assert.equal(await isLaidOut(), false);
    // As a reader's browser does who looks for words on the page.
    const words = await passage.locator(".text").evaluate((one) => one.textContent.slice(0, 60));
    assert.equal(await page.evaluate((words) => find(words), words), true, words);
    await becomes(isInSight, true);
    assert.equal(await isLaidOut(), true);
    // A row comes to stand under the heads, and stays there as those above it get their height.
    const { id } = PERIODS.find(({ id }) => id === "november-december-2021");
    const below = async () => {
      const [heads, top] = [await page.locator(".heads").boundingBox(), await row(page, id).boundingBox()];
      return Math.abs(top.y - heads.y - heads.height) < 64;
    };
    await page.locator(`.slots a[href$="${id}"]`).evaluate((one) => one.click());
    await becomes(below, true);
    await becomes(() => row(page, id).locator(".text").first().evaluate((one) => one.checkVisibility({ contentVisibilityAuto: true })), true);
    assert.equal(await below(), true);
    // Deep within a row, the very line.
    const read = row(page, id).locator(".cell").last().locator(".passage").nth(8);
    await read.evaluate((one) => scrollBy({ top: one.getBoundingClientRect().top - 300, behavior: "instant" }));
    const line = async () => (await read.boundingBox()).y;
    await becomes(async () => (await rests(read)) && Math.abs((await line()) - 300) < 3, true);
    const before = await line();
    await page.keyboard.press("s");
    await becomes(() => page.locator("h1").innerText(), "Sources and method");
    await page.goBack();
    await becomes(async () => Math.abs((await line()) - before) <= 2, true);
  },
);

promise(
  "One period can be shown alone, one after the other, and in a frame",
  { at: "v1/compare/1992" },
  async ({ page, server, becomes, fragment }) => {
    const shown = () => page.locator(".row").evaluateAll((rows) => rows.map((row) => row.id.replace("period-", "")));
    const one = page.getByRole("checkbox", { name: "One period at a time" });
    await one.check();
    await becomes(fragment, "v1/compare/1992?periods=one");
    await becomes(shown, ["1992"]);
    await page.getByRole("button", { name: /^Next period/ }).click();
    await becomes(fragment, "v1/compare/1993-1994?periods=one");
    await becomes(shown, ["1993-1994"]);
    assert.ok((await page.locator(".row .passage").count()) > 0);
    await one.uncheck();
    await becomes(async () => (await shown()).length, PERIODS.length + 1);
    await becomes(fragment, "v1/compare/1993-1994");
    await page.goto(`${server.url}embed.html#v1/compare/2020-war?periods=one`);
    await page.locator(".row .passage").first().waitFor();
    assert.deepEqual(await shown(), ["2020-war"]);
  },
);

promise("The row that is asked for is filled first, the others in their turn", {}, async ({ page, server }) => {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.goto(`${server.url}#v1/compare/2020-war`);
  const ids = (rows) => rows.evaluateAll((all) => all.map((row) => row.id.replace("period-", "")));
  const filled = () => ids(page.locator(".row:not(:has(.coming))"));
  // The program begins in steps.
  const begun = async () => {
    await page.clock.runFor(1);
    return page.locator(".row").count();
  };
  await until(begun, PERIODS.length + 1);
  assert.deepEqual(await filled(), ["2020-war"]);
  const place = () => row(page, "2020-war").evaluate((row) => Math.round(row.getBoundingClientRect().top));
  const before = await place();
  await page.clock.runFor(20);
  await until(filled, ["2020-war", "after-2020"]);
  await page.clock.runFor(20);
  await until(filled, ["2015-2020", "2020-war", "after-2020"]);
  assert.equal(await place(), before, "nothing moves");
  // In another arrangement each row is as it was until its turn; the one that is read comes first.
  await page.clock.runFor(500);
  await until(async () => (await filled()).length, PERIODS.length + 1);
  // Not by the mouse: what drives the browser scrolls before it clicks, and another row would be read.
  await page.locator("#hide-armenian").evaluate((button) => button.click());
  const anew = () => ids(page.locator(".row:not(:has(.cell:nth-child(3)))"));
  await until(anew, ["2020-war"]);
  assert.equal((await filled()).length, PERIODS.length + 1, "none is emptied");
  await page.clock.runFor(20);
  await until(anew, ["2020-war", "after-2020"]);
  // Paper waits for nothing.
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await until(async () => (await filled()).length, PERIODS.length + 1);
});

promise(
  "A short column stays beside a long one as it is read, and can be told not to",
  { at: "v1/compare" },
  async ({ page, becomes, focus, fragment }) => {
    const follows = page.getByRole("checkbox", { name: "Keep short columns in view" });
    await follows.focus();
    const before = await focus();
    // A row that is longer than two screens, in which another account says little: it is read nearly to its end.
    const passage = await page.evaluate(() => {
      const long = [...document.querySelectorAll(".row")].filter((row) => row.offsetHeight > 2 * innerHeight);
      return long.map((row) => row.querySelector(".short .passage")).find(Boolean).dataset.passage;
    });
    // What comes into sight gets its height: the end of the row is where it is then.
    const inSight = () =>
      page.evaluate((passage) => {
        const one = document.querySelector(`.short [data-passage="${passage}"]`);
        const row = one.closest(".row");
        const end = row.getBoundingClientRect().bottom - innerHeight * 1.25;
        window.scrollTo({ top: scrollY + end, behavior: "instant" });
        const { top, bottom } = one.getBoundingClientRect();
        const above = row.querySelector(".period-head").getBoundingClientRect().bottom;
        return Math.abs(end) < 2 && top >= above && bottom <= innerHeight;
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

for (const size of ["100%", "150%", "200%"])
  promise(
    `A4 With text at ${size} and six columns the period stays in sight, and no word lies beneath it`,
    { at: "v1/compare?split=documents&own=beside" },
    async ({ page, becomes }) => {
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
      await page.locator("#period-2020-war").evaluate((row) => scrollBy(0, row.getBoundingClientRect().top + 200));
      const lies = () =>
        page.evaluate(() => {
          const [heads, head] = [".heads", "#period-2020-war .period-head"].map((which) =>
            document.querySelector(which).getBoundingClientRect(),
          );
          const title = document.querySelector("#period-2020-war-title").getBoundingClientRect();
          return { below: Math.abs(head.top - heads.bottom) < 2, whole: title.top >= heads.bottom - 1 };
        });
      await becomes(lies, { below: true, whole: true });
    },
  );

promise(
  "With the reader's own column, a link leads to its period on a narrow screen as well",
  { at: "v1/compare/2020-war?own=beside", width: 320 },
  async ({ page, becomes }) => {
    await page.locator("#period-2020-war .own textarea").first().waitFor();
    const lies = () =>
      page.evaluate(() => {
        const [heads, head] = [".heads", "#period-2020-war .period-head"].map((which) => document.querySelector(which));
        return Math.abs(head.getBoundingClientRect().top - heads.getBoundingClientRect().bottom) < 2;
      });
    await becomes(lies, true);
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
  await page.getByRole("checkbox", { name: "Keep short columns in view" }).uncheck();
  await becomes(told, "It no longer follows.");
});
