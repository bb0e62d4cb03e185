// Paper: every page fits the sheet, names its texts and where it can be read; one period alone; an empty column.
import assert from "node:assert/strict";
import { readers } from "./app.mjs";

const promise = readers();

/** Widths in pixels: A4 and Letter, upright and across; and what is left of them between the margins. */
const SHEETS = [794, 816, 1123, 1056];
const MARGINS = 91;

const VIEWS = [
  "v1/compare",
  "v1/compare/2020-war?show=letter.p69",
  "v1/compare/may-june-2021?split=documents",
  "v1/compare/2020-war?layout=dates",
  "v1/compare/2020-war?layout=single",
  "v1/read/letter",
  "v1/read/article",
  "v1/read/letter+civil-15",
  "v1/handout?q=letter.p7+civil-15.p2+article.lead.p3+ask:who+ask:differ+lines:6",
  "v1/claims",
  "v1/names",
  "v1/voices",
  "v1/search?q=border",
  "v1/sources",
  "v1/about",
];

/** Elements that are seen and stand out over the right or left edge, each by its beginning. */
const beyond = (page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const seen = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && !one.closest(".unseen"));
    return seen
      .filter((one) => {
        const { left, right, width: own } = one.getBoundingClientRect();
        return own > 1 && (left < -1 || right > width + 1);
      })
      .map((one) => one.outerHTML.slice(0, 90));
  });

const seen = (locator) => locator.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);

for (const view of VIEWS) {
  promise(`A9 ${view} fits the sheet, and says where it is from`, { at: view }, async ({ page, server, fragment }) => {
    await page.emulateMedia({ media: "print" });
    for (const sheet of SHEETS) {
      for (const width of [sheet, sheet - MARGINS]) {
        await page.setViewportSize({ width, height: 1000 });
        assert.deepEqual(await beyond(page), [], `at ${width} px`);
      }
    }
    // What was looked for stands in its field, and is printed as words.
    const controls = "select, input:not(#query), textarea, nav, dialog, .switcher, .foot, button:not(.place, .note-mark, .narrower)";
    assert.equal(await seen(page.locator(controls)), 0, "no controls");
    const head = (await page.locator(".printed").innerText()).split("\n").filter(Boolean);
    assert.ok(head[0].startsWith("Three accounts of one conflict · "), head[0]);
    // That of a hand-out is long; its passages have their own.
    const there = view.startsWith("v1/handout") ? server.url : `${server.url}#${await fragment()}`;
    assert.equal(head[1], there);
    assert.match(head[2], /CC BY-SA 4\.0, https:|United Nations document|Quoted with attribution/);
    const unnamed = await page
      .locator("article.passage, .set, .hit")
      .evaluateAll((all) =>
        all.filter((one) => one.checkVisibility() && !one.querySelector(".place")?.checkVisibility()).map(({ id }) => id),
      );
    assert.deepEqual(unnamed, [], "each passage with its place");
  });
}

promise("The head of a printed document names that document alone", { at: "v1/read/article" }, async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  const sources = await page.locator(".printed p").last().innerText();
  assert.match(sources, /^Wikipedia article: Contributors to the English Wikipedia, 24 December 2024/);
  assert.match(sources, /creativecommons\.org/);
  assert.doesNotMatch(sources, /organizations/);
});

promise("What is folded stays folded on paper, and says so", { at: "v1/compare" }, async ({ page }) => {
  const said = () =>
    page
      .locator(".spanning:not([open]) > summary")
      .first()
      .evaluate((one) => getComputedStyle(one, "::after").content);
  assert.equal(await said(), "none");
  await page.emulateMedia({ media: "print" });
  assert.equal(await said(), '" (folded, not printed)"');
});

promise("What is folded for the screen alone is printed; dates stand as plain words", { at: "v1/read/letter" }, async ({ page }) => {
  const line = page.locator(".letterhead .text").first();
  const drawn = () => page.locator(".text .date").first().evaluate((one) => getComputedStyle(one).textDecorationLine);
  assert.equal(await line.evaluate((one) => one.checkVisibility()), false);
  assert.equal(await drawn(), "underline");
  await page.emulateMedia({ media: "print" });
  assert.equal(await line.evaluate((one) => one.checkVisibility()), true);
  assert.equal(await drawn(), "none");
  // Headings stand where the text does.
  const left = (selector) => page.locator(selector).first().evaluate((one) => Math.round(one.getBoundingClientRect().left));
  assert.equal(await left(".whole .title"), await left(".set .text"));
});

for (const theme of ["dark", undefined]) {
  promise(
    `A dark page prints as dark on white, ${theme ? "by choice" : "by the system"}`,
    { at: "v1/compare/2020-war", dark: true },
    async ({ page }) => {
      if (theme) await page.evaluate(() => (document.documentElement.dataset.theme = "dark"));
      await page.emulateMedia({ media: "print" });
      const colours = () =>
        page.evaluate(() => [
          getComputedStyle(document.body).backgroundColor,
          getComputedStyle(document.querySelector(".passage .text")).color,
        ]);
      assert.deepEqual(await colours(), ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
    },
  );
}

/** In place of the browser's own dialog: what would be printed is looked at, and stays until it is said to be done. */
const stay = () => {
  globalThis.print = () => (globalThis.printed = (globalThis.printed ?? 0) + 1);
};

const rows = (page) =>
  page
    .locator(".row")
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map(({ id }) => id.replace("period-", "")));

promise(
  "A period is printed alone or among all, with an empty column for one’s own account",
  { at: "v1/compare/2020-war", script: stay },
  async ({ page, focus, becomes }) => {
    const dialog = page.getByRole("dialog", { name: "Share this view" });
    const own = () =>
      page
        .locator(".head-row, #period-2020-war .cells")
        .evaluateAll((all) => all.map((one) => one.getAttribute("data-own")));
    const done = () => page.evaluate(() => dispatchEvent(new Event("afterprint")));

    await page.getByRole("button", { name: "Share" }).click();
    await dialog.getByRole("button", { name: "Print this period" }).click();
    assert.equal(await page.evaluate(() => globalThis.printed), 1);
    await dialog.waitFor({ state: "hidden" });
    await becomes(focus, "Share");
    await page.emulateMedia({ media: "print" });
    assert.deepEqual(await rows(page), ["2020-war"]);
    assert.deepEqual(await own(), [null, null]);
    await done();

    await page.emulateMedia({ media: "screen" });
    await page.getByRole("button", { name: "Share" }).click();
    await dialog.getByRole("checkbox", { name: "With an empty column for your own account" }).check();
    await dialog.getByRole("button", { name: "Print all periods" }).click();
    await page.emulateMedia({ media: "print" });
    assert.ok((await rows(page)).length > 8);
    assert.deepEqual(await own(), ["Your own account", "Your own account"]);
    const widths = await page
      .locator("#period-2020-war .cells")
      .evaluate((one) => [one.clientWidth, ...[...one.children].map((cell) => cell.clientWidth)]);
    const [whole, ...cells] = widths;
    const rest = whole - cells.reduce((sum, width) => sum + width, 0);
    assert.ok(Math.abs(rest - cells[0]) < 8, `the empty column is as wide as the others: ${widths}`);
    await done();
    assert.deepEqual(await own(), [null, null]);
    assert.deepEqual(await rows(page), ["2020-war"]);
  },
);

promise(
  "Where no period is chosen, all are printed, and the way to one is told; other pages print as they are",
  { at: "v1/compare", script: stay },
  async ({ page, follow }) => {
    const dialog = page.getByRole("dialog", { name: "Share this view" });
    await page.getByRole("button", { name: "Share" }).click();
    await dialog.getByRole("button", { name: "Print all periods" }).waitFor();
    assert.equal(await dialog.getByRole("button", { name: "Print this period" }).count(), 0);
    await dialog.getByText("To print one period alone, go to it first.").waitFor();
    await page.keyboard.press("Escape");
    await follow("v1/claims");
    await page.getByRole("heading", { level: 1, name: "Claims and figures" }).waitFor();
    await page.getByRole("button", { name: "Share" }).click();
    assert.equal(await dialog.getByRole("checkbox").count(), 0);
    await dialog.getByRole("button", { name: "Print this page" }).click();
    assert.equal(await page.evaluate(() => globalThis.printed), 1);
  },
);
