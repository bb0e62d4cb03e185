// The keyboard alone: a comparison from the first Tab to the citation, without ever losing the focus.
import assert from "node:assert/strict";
import { nextFrame, readers, stands } from "./app.mjs";

const promise = readers();

/** Presses keys one by one; after each, something on the page has the focus. */
async function press({ page, focus }, ...keys) {
  for (const key of keys) {
    await page.keyboard.press(key);
    await nextFrame(page);
    assert.notEqual(await focus(), "body", `the focus after ${key}`);
  }
}

/** Presses Tab until what has the focus matches a selector. */
async function tabTo(visit, selector) {
  const there = () => visit.page.evaluate((selector) => document.activeElement.matches(selector), selector);
  for (let steps = 0; !(await there()); steps++) {
    assert.ok(steps < 60, `${selector} is reached by Tab`);
    await press(visit, "Tab");
  }
}

/** The passage that has the focus, and the row it stands in. */
const at = (page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return [activeElement.closest("[data-passage]")?.dataset.passage, activeElement.closest(".row")?.id];
  });

const START = { at: "", permissions: ["clipboard-read", "clipboard-write"] };

promise("A3 A comparison can be made and cited with the keyboard alone", START, async (visit) => {
  const { page, becomes, focus, fragment } = visit;
  await press(visit, "Tab");
  assert.equal(await focus(), "Skip to the content");
  assert.equal(
    await page
      .getByRole("link", { name: "Skip to the content" })
      .evaluate((link) => link.getBoundingClientRect().left >= 0),
    true,
  );
  await press(visit, "Enter");
  assert.equal(await focus(), "content");
  assert.equal(await fragment(), "", "the content is a place on the page, not a view");

  await tabTo(visit, '.slots [href="#v1/compare/2020-war"]');
  await press(visit, "Enter");
  await becomes(focus, "period-2020-war-title");

  await press(visit, "j");
  const [first, row] = await at(page);
  assert.equal(row, "period-2020-war");
  await press(visit, "j");
  const [second] = await at(page);
  assert.notEqual(second, first);
  await press(visit, "j", "k", "k");
  assert.deepEqual(await at(page), [first, row]);
  await press(visit, "j");
  assert.deepEqual(await at(page), [second, row]);

  const opener = await focus();
  await press(visit, "o");
  await becomes(focus, "panel-title");
  assert.equal(await fragment(), `v1/compare/2020-war?show=${second}`);
  await tabTo(visit, "#panel .copying button");
  assert.equal(await focus(), "Copy with citation");
  await press(visit, "Enter");
  await page.getByText("Copied.", { exact: true }).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), new RegExp(`#${second}$`));
  await press(visit, "Escape");
  await becomes(focus, opener);

  for (const [key, period] of [
    ["]", "after-2020"],
    ["]", "may-june-2021"],
    ["[", "after-2020"],
  ]) {
    await press(visit, key);
    await becomes(focus, `period-${period}-title`);
    await becomes(fragment, `v1/compare/${period}`);
  }
});

promise(
  "A4 A link leads the keys to what it asks for; Top leads them back to the head of the page",
  { at: "" },
  async ({ page, go, becomes, focus }) => {
    assert.equal(await focus(), "body", "nobody asked for anything");
    for (const [at, title] of [
      ["v1/compare/2020-war", "period-2020-war-title"],
      ["letter.p12", "panel-title"],
      ["v1/claims/killed-in-khojaly", "killed-in-khojaly"],
    ]) {
      await go(at);
      await becomes(() => page.evaluate(() => document.activeElement.id), title, at);
    }
    await go("v1/compare/2020-war");
    await page.locator("#period-2020-war").getByRole("button", { name: "Top" }).click();
    await becomes(() => page.evaluate(() => scrollY), 0);
    assert.equal(await focus(), "content");
  },
);

promise(
  "A4 A passage that a link has opened is closed towards the passage, and so is one that is come back to",
  { at: "v1/compare/2020-war?show=letter.p65" },
  async (visit) => {
    const { page, go, becomes, focus } = visit;
    for (const [view, row] of [
      ["v1/compare/2020-war?show=letter.p65", "#period-2020-war"],
      ["v1/read/letter?show=letter.p12", "#content"],
    ]) {
      const passage = view.split("=")[1];
      const opener = page.locator(`${row} [data-passage="${passage}"] [data-opens]`);
      const has = () => opener.evaluate((one) => one === document.activeElement);
      await go(view);
      await becomes(focus, "panel-title");
      await press(visit, "Escape");
      await becomes(has, true, "a link has opened it");
      await press(visit, "Enter");
      await becomes(focus, "panel-title");
      await page.evaluate(() => history.back());
      await becomes(has, true, "it was left");
      await page.evaluate(() => history.forward());
      await becomes(focus, "panel-title");
      await press(visit, "Escape");
      await becomes(has, true, "it was come back to");
    }
  },
);

promise("A4 The keys s, r and c lead to the pages, with the focus on their headings", { at: "" }, async (visit) => {
  for (const [key, fragment] of [
    ["s", "v1/sources"],
    ["r", "v1/read/letter"],
    ["c", "v1/compare"],
  ]) {
    await press(visit, key);
    await visit.becomes(visit.fragment, fragment);
    await visit.becomes(visit.focus, "page-title");
  }
});

promise(
  "At the ends of the periods and passages the keys stay where they are",
  { at: "v1/compare/before-1987" },
  async (visit) => {
    const { page, becomes, fragment } = visit;
    await page.locator("#period-before-1987-title").focus();
    await press(visit, "[");
    assert.equal(await fragment(), "v1/compare/before-1987");
    await page.locator(".row [data-opens]").last().focus();
    const last = await at(page);
    await press(visit, "j");
    assert.deepEqual(await at(page), last);
    await page.locator(".row [data-opens]").first().focus();
    await press(visit, "k");
    await becomes(async () => (await at(page))[1], "period-before-1987");
  },
);

promise(
  "What has the focus is in sight, not below the heads that stick",
  { at: "v1/compare/2020-war" },
  async (visit) => {
    const hidden = () =>
      visit.page.evaluate(() => {
        const { left, top, width, height } = document.activeElement.getBoundingClientRect();
        const there = document.elementFromPoint(left + width / 2, top + height / 2);
        return document.activeElement.contains(there) ? null : document.activeElement.outerHTML;
      });
    await visit.page.locator("#period-2020-war-title").focus();
    for (const key of [..."jjjjjjjjjjjjkkkkkkkkkkkk"]) {
      await press(visit, key);
      assert.equal(await hidden(), null, `after ${key}`);
    }
    for (const key of [...Array(8).fill("Tab"), ...Array(12).fill("Shift+Tab")]) {
      await press(visit, key);
      assert.equal(await hidden(), null, `after ${key}`);
    }
  },
);

/** Controls of every kind, and the key that uses them. */
const CONTROLS = {
  "v1/compare/1987-1991": [
    ["radio", "By date", " "],
    ["radio", "One account", " "],
    ["button", "Armenian", "Enter"],
    ["radio", "Columns", " "],
    ["checkbox", "One period at a time", " "],
    ["checkbox", "Split by document", " "],
    ["combobox", "Go to a period", "ArrowDown"],
    ["combobox", "Theme", "ArrowDown"],
  ],
  "v1/compare/1992?show=letter.p8": [
    ["button", "Verify", "Enter"],
    ["button", "Copy link", "Enter"],
    ["combobox", "Link to", "ArrowDown"],
  ],
  "v1/read/letter+civil-15": [["checkbox", "The second document follows the first", " "]],
};

for (const [fragment, controls] of Object.entries(CONTROLS)) {
  promise(`A3 Controls keep the focus when they are used: ${fragment}`, { at: fragment }, async (visit) => {
    for (const [role, name, key] of controls) {
      const control = visit.page.getByRole(role, { name, exact: true });
      await control.focus();
      await press(visit, key);
      assert.equal(
        await control.evaluate((control) => control === document.activeElement),
        true,
        `${name} keeps the focus`,
      );
    }
  });
}

/** What folds text away: the focus stays on what was pressed, opened or closed. */
const FOLDS = [
  ["v1/compare", ".as-table > summary"],
  ["v1/compare/1992", "#period-1992 .spanning > summary"],
  ["v1/compare/1992", "#period-1992 .empty summary"],
  ["v1/compare/1987-1991", '#period-1987-1991 [data-passage="letter.p2"] .note-mark'],
  ["v1/read/letter?show=letter.p2", ".original > summary"],
  ["v1/read/letter", '[data-passage="letter.p8"] .note-mark'],
  ["v1/read/article", ".contents > summary"],
  ["v1/read/article", ".references summary"],
];

promise("What folds text away keeps the focus when it opens and closes", {}, async (visit) => {
  for (const [fragment, selector] of FOLDS) {
    await visit.go(fragment);
    const fold = visit.page.locator(selector).first();
    await fold.focus();
    for (const what of ["open", "closed"]) {
      await press(visit, "Enter");
      assert.equal(
        await fold.evaluate((fold) => fold === document.activeElement),
        true,
        `${selector} keeps the focus when ${what}`,
      );
    }
  }
});

/** Every view, the width it is tried at, and its panes in their order. */
const PANES = [
  ["v1/compare/2020-war", 1280, ["timeline", "text"]],
  ["v1/compare/2020-war?show=letter.p69", 1280, ["timeline", "text", "panel"]],
  ["v1/compare/2020-war?show=letter.p69", 640, ["timeline", "text", "panel"]],
  ["v1/read/letter+article", 1280, ["text", "beside"]],
  ["v1/read/letter+article?show=letter.p69", 1280, ["text", "beside", "panel"]],
  ["v1/original/letter", 1280, ["text"]],
  ["v1/about", 1280, ["text"]],
];

for (const [fragment, width, panes] of PANES) {
  promise(
    `A3 F6 goes round the panes of ${fragment} at ${width} px, and Shift with it back`,
    { at: fragment, width },
    async (visit) => {
      const { page } = visit;
      const pane = () =>
        page.evaluate(
          (panes) => panes.find((id) => document.getElementById(id).contains(document.activeElement)),
          panes,
        );
      const shown = () => page.evaluate(() => document.activeElement.getClientRects().length > 0);
      for (const [key, order] of [
        ["F6", panes],
        ["F6", panes],
        ["Shift+F6", panes.slice(0, -1).reverse()],
      ]) {
        for (const expected of order) {
          await press(visit, key);
          assert.equal(await pane(), expected, `after ${key}`);
          assert.equal(await shown(), true, `what has the focus in ${expected} is shown`);
        }
      }
    },
  );
}

promise(
  "The sheet of keys opens by ?, closes by Esc, and gives the focus back",
  { at: "v1/compare/2020-war" },
  async (visit) => {
    const { page, becomes, focus } = visit;
    await page.locator("#period-2020-war-title").focus();
    await press(visit, "j");
    const before = await focus();
    await press(visit, "?");
    const sheet = page.getByRole("dialog", { name: "Keyboard" });
    await sheet.waitFor();
    assert.equal(await sheet.evaluate((sheet) => sheet.contains(document.activeElement)), true);
    for (const key of ["j", "s"]) await press(visit, key);
    assert.equal(
      await page.title(),
      "The war of autumn 2020 and the trilateral statement – Compare – Parallax",
      "keys do not act behind it",
    );
    await press(visit, "Escape");
    await sheet.waitFor({ state: "hidden" });
    await becomes(focus, before);
  },
);

promise(
  "Single keys can be switched off, and stay off; the browser’s own keys and F6 go on",
  { at: "v1/compare/2020-war" },
  async (visit) => {
    const { page, focus, fragment, becomes } = visit;
    await page.getByRole("button", { name: "Keys" }).focus();
    await press(visit, "Enter");
    const single = page.getByRole("checkbox", { name: "Single-key shortcuts" });
    await single.focus();
    await press(visit, " ");
    assert.equal(await single.isChecked(), false);
    await press(visit, "Escape");
    const dead = async () => {
      await page.locator("#period-2020-war-title").focus();
      for (const key of ["j", "k", "o", "]", "[", "c", "r", "s", "?"]) {
        await press(visit, key);
        assert.equal(await focus(), "period-2020-war-title", `${key} does nothing`);
      }
      assert.equal(await fragment(), "v1/compare/2020-war");
      assert.equal(await page.getByRole("dialog").count(), 0);
    };
    await dead();
    await page.reload();
    await stands(page);
    await dead();
    await press(visit, "F6");
    assert.notEqual(await focus(), "period-2020-war-title");
    await page.locator("#period-2020-war .place").first().focus();
    await press(visit, "Enter");
    await becomes(focus, "panel-title");
    await press(visit, "Escape");
    await page.locator("#panel").waitFor({ state: "detached" });
  },
);

promise("Keys pressed in a list to choose from are meant for the list", { at: "v1/about" }, async (visit) => {
  await visit.page.getByRole("combobox", { name: "Theme" }).focus();
  for (const key of ["c", "r", "s", "j", "]", "?"]) {
    await press(visit, key);
    assert.equal(await visit.fragment(), "v1/about", `${key} does nothing`);
  }
  assert.equal(await visit.page.getByRole("dialog").count(), 0);
});

promise("Keys with Ctrl, Alt or Meta are left to the browser", { at: "v1/about" }, async (visit) => {
  await visit.page.locator("#page-title").focus();
  for (const key of ["Control+s", "Alt+c", "Meta+r"]) {
    await press(visit, key);
    assert.equal(await visit.fragment(), "v1/about", `${key} is not ours`);
  }
});

for (const width of [320, 700, 1280]) {
  promise(
    `A3 At ${width} px, going back by keyboard, what has the focus is never below what sticks`,
    { at: "v1/compare/1993-1994", width, height: 640 },
    async ({ page }) => {
      await page.locator("#period-1994-2014-title").focus();
      for (let i = 0; i < 50; i++) {
        await page.keyboard.press("Shift+Tab");
        const covered = await page.evaluate(() => {
          const focused = document.activeElement;
          const [place] = focused.getClientRects();
          const seen = document.elementFromPoint(place.left + place.width / 2, place.top + place.height / 2);
          return focused.contains(seen) || seen?.contains(focused) ? "" : focused.outerHTML.slice(0, 90);
        });
        assert.equal(covered, "");
      }
    },
  );
}

promise("The heading of what has no time of its own stands beside its note, not over it", { at: "v1/compare", width: 520 }, async ({ page }) => {
  const [title, note] = await page
    .locator("#period-undated .period-head > :is(h2, p:not(.counts))")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  assert.ok(title.bottom <= note.top + 1, `${title.bottom} and ${note.top}`);
  assert.ok(title.height < 30, "on one line");
});
