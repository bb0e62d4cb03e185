// Theme and print: the system’s colours or the reader’s, and pages that hold the texts and their sources alone.
import assert from "node:assert/strict";
import { STANDS, readers, stands } from "./app.mjs";

const promise = readers();

/** Of all that a page sets: what it is, and how large and in what type it stands. */
const looks = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("main *")].map((one) => {
      const { width } = one.getBoundingClientRect();
      const { display, fontFamily, fontSize, color, padding, margin } = getComputedStyle(one);
      return [one.localName, one.className.baseVal ?? one.className, Math.round(width), display, fontFamily, fontSize, color, padding, margin].join(" ");
    }),
  );

promise("A page looks the same whatever was opened before it", { at: "" }, async ({ page, go, follow, becomes }) => {
  const late = ["v1/search?q=border", "v1/concordance?q=border", "v1/vocabulary/genocide", "v1/notebook", "v1/read/letter+article"];
  const pages = ["v1/compare/1992", "v1/sources", "v1/claims", "v1/voices", "v1/names", "v1/about", "v1/read/civil-15"];
  const fresh = new Map();
  for (const at of pages) {
    await go(at);
    fresh.set(at, await looks(page));
  }
  for (const at of [...late, ...pages]) {
    await follow(at);
    await page.locator(STANDS).waitFor();
    if (!fresh.has(at)) continue;
    const before = fresh.get(at);
    const other = async () => (await looks(page)).map((one, i) => [before[i], one]).find(([before, now]) => before !== now);
    await becomes(other, undefined, at);
  }
});

const choose = (page, theme) => page.getByRole("combobox", { name: "Theme" }).selectOption(theme);

/** Whether the page’s ground is dark, and its text the other way round. */
const isDark = (page) =>
  page.evaluate(() => {
    const light = (colour) =>
      colour
        .match(/\d+/g)
        .slice(0, 3)
        .map(Number)
        .reduce((sum, part) => sum + part) / 765;
    const { backgroundColor, color } = getComputedStyle(document.body);
    if (Math.abs(light(backgroundColor) - light(color)) < 0.5) return "no contrast";
    return light(backgroundColor) < 0.5;
  });

for (const dark of [false, true]) {
  promise(
    `The colours are those of a ${dark ? "dark" : "light"} system, and change with it`,
    { at: "", dark },
    async ({ page, becomes }) => {
      assert.equal(await isDark(page), dark);
      await page.emulateMedia({ colorScheme: dark ? "light" : "dark" });
      await becomes(() => isDark(page), !dark);
    },
  );

  const [theme, system] = dark ? ["Light", "dark"] : ["Dark", "light"];
  promise(
    `${theme} can be chosen on a ${system} system, and stays after loading again`,
    { at: "v1/about", dark },
    async ({ page, becomes, server }) => {
      const chosen = !dark;
      await choose(page, theme);
      await becomes(() => isDark(page), chosen);
      await page.reload();
      await stands(page);
      assert.equal(await isDark(page), chosen);
      assert.equal(await page.getByRole("combobox", { name: "Theme" }).locator("option:checked").innerText(), theme);

      // It is there before the app is: no page of the wrong colour flashes up.
      server.fail(/\.wasm$/, { stall: 0 });
      await page.reload({ waitUntil: "domcontentloaded" });
      await page.locator("#boot-amount").getByText(/KB/).waitFor();
      assert.equal(await isDark(page), chosen);
    },
  );
}

promise(
  "Back to the system’s theme means just that, also after loading again",
  { at: "v1/about", dark: true },
  async ({ page, becomes }) => {
    await choose(page, "Light");
    await becomes(() => isDark(page), false);
    await choose(page, "System");
    await becomes(() => isDark(page), true);
    await page.reload();
    await stands(page);
    assert.equal(await isDark(page), true);
  },
);

promise(
  "A9 Compare prints the passages of all accounts with their sources, and no controls",
  { at: "v1/compare/2020-war?show=letter.p69" },
  async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    // The width of a window, and that of a sheet of A4 within its margins.
    for (const width of [1280, 700]) {
      await page.setViewportSize({ width, height: 1000 });
      const controls = page.locator(
        "select, input, nav, dialog, #timeline, .switcher, .arrange, .head-moves, .steps, .foot",
      );
      assert.deepEqual(
        await controls.evaluateAll((all) =>
          all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 80)),
        ),
        [],
      );
      const printed = await page
        .locator("#period-2020-war .passage")
        .evaluateAll((all) =>
          all
            .filter((one) => one.checkVisibility())
            .map((one) => [
              one.dataset.passage.split(".")[0],
              one.querySelector(".place").innerText.trim(),
              one.querySelector(".text").innerText.length > 20,
            ]),
        );
      const documents = new Set(printed.map(([document]) => document));
      for (const document of ["letter", "civil-21", "article"])
        assert.ok(documents.has(document), `${document} at ${width} px`);
      assert.deepEqual(
        printed.filter(([, source, text]) => !source || !text),
        [],
        "each with its source and its text",
      );
      assert.ok(await page.locator("#panel > .text").isVisible(), "and what is known of the one that is open");
    }
  },
);

promise("A document prints whole, without controls", { at: "v1/read/letter" }, async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  const controls = await page
    .locator("select, input, nav, .foot")
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
  assert.equal(controls, 0);
  const passages = page.locator("[data-passage] .text");
  const count = await passages.count();
  assert.ok(count > 70);
  assert.equal(await passages.evaluateAll((all) => all.filter((one) => one.checkVisibility()).length), count);
});

for (const fragment of ["v1/read/letter+civil-15", "v1/sources", "v1/about"]) {
  promise(`${fragment} prints to its end`, { at: fragment }, async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    // A pane that scrolls on the screen would print its first screenful only.
    const hidden = await page.locator("main, main *").evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility() && !["visible", "clip"].includes(getComputedStyle(one).overflowY))
        .filter((one) => one.scrollHeight > one.clientHeight + 1)
        .map((one) => one.outerHTML.slice(0, 80)),
    );
    assert.deepEqual(hidden, []);
  });
}
