// The reader's own work: highlights, notes, an account of one's own, a guided reading; kept, taken away, brought back.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { letsGo, readers, shownIn } from "./app.mjs";
import { DOCUMENTS, PERIODS, plain } from "./corpus.mjs";
import { bar, highlight, select, textOf } from "./highlighting.mjs";
import { INJECTED } from "./injected.mjs";

const promise = readers();

/** The highlights in the texts of the page: the category that is read out before each, and its words. */
const lit = (page) =>
  page.locator("main mark.lit").evaluateAll((marks) =>
    marks
      .map(({ dataset, textContent }) => (dataset.begins ? `\n${dataset.begins}` : "") + textContent)
      .join("")
      .split("\n")
      .filter(Boolean),
  );

const editor = (page) => page.getByRole("dialog");

/** Opens the fold with the files and the notebooks. */
async function shelf(page) {
  const fold = page.locator(".shelf");
  if (!(await fold.evaluate(({ open }) => open))) await fold.locator("summary").click();
}

/** Waits until the shelf has what the page has. */
const kept = (page, becomes, sign) =>
  becomes(
    () =>
      page.evaluate(
        (sign) =>
          parallax.notebooks().then(
            (all) => all.some((text) => text.includes(sign)),
            (error) => error.message,
          ),
        sign,
      ),
    true,
    `“${sign}” is kept`,
  );

promise(
  "Words are highlighted with the mouse, noted, told apart without colour, kept, and let go again",
  { at: "v1/read/letter" },
  async ({ page, becomes }) => {
    const before = await shownIn(textOf(page, "letter.p12"));
    const words = before.split(" ").slice(3, 8).join(" ");
    await highlight(page, "letter.p12", words, "Loaded word");
    await becomes(() => lit(page), [`Loaded word: ${words}`]);
    const style = await page.locator("mark.lit").first().evaluate((mark) => getComputedStyle(mark).textDecorationStyle);
    assert.equal(style, "wavy");
    const add = page.getByRole("status").getByRole("button", { name: "Add a note" });
    await becomes(() => add.evaluate((button) => button === document.activeElement), true, "the focus is not lost");
    await page.keyboard.press("Enter");
    await editor(page).getByLabel("Note").fill("Who says so?");
    await editor(page).getByLabel("Category").selectOption("Question");
    await editor(page).getByText("What you write is kept at once.").waitFor();
    await editor(page).getByRole("button", { name: "Done" }).click();
    await becomes(() => lit(page), [`Question: ${words}`]);
    const marked = page.getByRole("button", { name: "End of Question, noted: Who says so?" });
    await becomes(() => marked.evaluate((one) => one === document.activeElement), true, "the focus goes to the highlight");
    await kept(page, becomes, "Who says so?");
    await page.reload();
    await becomes(() => lit(page), [`Question: ${words}`], "it is there again");
    // Its end is a button that says the note.
    const end = page.getByRole("button", { name: "End of Question, noted: Who says so?" });
    await end.press("Enter");
    await becomes(() => editor(page).getByLabel("Note").inputValue(), "Who says so?");
    await page.keyboard.press("Escape");
    await becomes(() => editor(page).count(), 0);
    await becomes(() => end.evaluate((button) => button === document.activeElement), true, "the focus is given back");
    await end.click();
    await editor(page).getByRole("button", { name: "Delete" }).click();
    await becomes(() => lit(page), []);
    assert.equal(await shownIn(textOf(page, "letter.p12")), before, "the text is as it was");
    await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Notebook" }).click();
    await shelf(page);
    await page.getByRole("button", { name: "New notebook" }).waitFor();
  },
);

promise(
  "Highlights that overlap, reach over footnote marks, and over two passages, mark the words that were selected",
  { at: "v1/read/letter" },
  async ({ page, becomes }) => {
    const words = (await shownIn(textOf(page, "letter.p8"))).split(" ");
    await highlight(page, "letter.p8", words.slice(0, 8).join(" "), "Claim");
    await highlight(page, "letter.p8", words.slice(4, 12).join(" "), "Evidence");
    const read = () =>
      textOf(page, "letter.p8").evaluate((text) => {
        const marked = (sign) =>
          [...text.querySelectorAll(`mark.${sign}`)]
            .filter((mark) => !mark.parentElement.closest(`mark.${sign}`))
            .map((mark) => mark.textContent)
            .join("");
        return [marked("solid"), marked("double"), text.querySelectorAll("mark mark").length > 0];
      });
    await becomes(read, [words.slice(0, 8).join(" "), words.slice(4, 12).join(" "), true]);
    // From the end of one passage to the beginning of the next.
    await page.evaluate(() => {
      const node = (passage, last) => {
        const walker = document.createTreeWalker(document.querySelector(`[data-of="${passage}"] p`), NodeFilter.SHOW_TEXT);
        let found = walker.nextNode();
        while (last && walker.nextNode()) if (!walker.currentNode.parentElement.closest("sup, .notes")) found = walker.currentNode;
        return found;
      };
      const [first, last] = [node("letter.p13", true), node("letter.p14", false)];
      getSelection().setBaseAndExtent(first, Math.max(0, first.length - 12), last, 10);
    });
    const expected = await page.evaluate(() => {
      const { startContainer, startOffset, endContainer, endOffset } = getSelection().getRangeAt(0);
      // Words are taken whole.
      const from = startContainer.data.slice(0, startOffset).search(/[\p{L}\p{N}]*$/u);
      const to = endOffset + endContainer.data.slice(endOffset).match(/^[\p{L}\p{N}]*/u)[0].length;
      return [startContainer.data.slice(from).trim(), endContainer.data.slice(0, to).trim()];
    });
    await bar(page).getByRole("button", { name: "Highlight as On whose word" }).click();
    await becomes(() => page.locator("mark.dashed").allTextContents(), expected);
    await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
    await becomes(() => page.locator("mark.dashed").count(), 0);
    await becomes(() => page.locator("#picked").count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.id), "content");
    // From selected words by a key to what can be done with them.
    await select(page, "letter.p12", "Security Council");
    await bar(page).waitFor();
    await page.keyboard.press("m");
    await becomes(() => page.evaluate(() => document.activeElement.closest("#picked") !== null), true);
    await page.evaluate(() => getSelection().removeAllRanges());
    assert.equal(await page.locator("mark.solid").count() > 0, true, "only the last step is taken back");
  },
);

promise("Words are highlighted and quoted by keyboard alone", { at: "v1/compare/2020-war?show=letter.p65" }, async (visit) => {
  const { page, becomes, focus } = visit;
  const panel = page.locator("#panel");
  const fold = panel.locator("summary", { hasText: "Highlight or quote" });
  await fold.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await becomes(focus, "Words of the passage");
  const whole = await panel.getByLabel("Words of the passage").inputValue();
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < 12; i++) await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Tab");
  await becomes(() => panel.getByRole("combobox", { name: "Category" }).evaluate((one) => one === document.activeElement), true);
  await page.keyboard.type("Evid");
  await page.keyboard.press("Tab");
  await becomes(focus, "Highlight");
  await page.keyboard.press("Enter");
  // A selection that ends within a word takes the word.
  const words = whole.match(/^.{12}\p{L}*/u)[0].trim();
  await becomes(async () => (await lit(page))[0], `Evidence: ${words}`);
  await page.keyboard.press("Tab");
  await becomes(focus, "Quote in my own account");
  await page.keyboard.press("Enter");
  await becomes(() => panel.locator(".mine [role=status]").innerText(), "Quoted in your account.");
  await kept(page, becomes, words);
  // A note to it is written from here, too, and the focus comes back.
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await becomes(focus, "Add a note");
  await page.keyboard.press("Enter");
  await editor(page).getByLabel("Note").fill("From the panel");
  await editor(page).getByRole("button", { name: "Done" }).press("Enter");
  await becomes(focus, "Add a note");
});

promise(
  "My own account stands beside the others, takes quotations with their source, and is kept at each change",
  { at: "v1/compare/2020-war" },
  async ({ page, becomes, fragment }) => {
    await page.getByRole("button", { name: "Show My own account" }).click();
    await becomes(fragment, "v1/compare/2020-war?own=beside");
    const own = page.locator("#period-2020-war .cell.own");
    const field = own.getByRole("textbox");
    await field.waitFor();
    const widths = await page.locator("#period-2020-war .cell").evaluateAll((cells) => cells.map((cell) => cell.clientWidth));
    assert.equal(widths.length, 4);
    const first = await page.locator("#period-2020-war .cell [data-of]").first().getAttribute("data-of");
    const words = (await shownIn(textOf(page, first))).split(" ").slice(0, 6).join(" ");
    await field.fill("What I hold so far.");
    await select(page, first, words);
    await bar(page).getByRole("button", { name: "Quote in my own account" }).click();
    await becomes(async () => (await field.inputValue()).startsWith("What I hold so far.\n\n> "), true);
    const text = await field.inputValue();
    assert.ok(text.includes(`(#${first})`), text);
    assert.ok(plain(text.replaceAll("\\", "")).includes(words), text);
    await kept(page, becomes, `(#${first})`);
    await page.reload();
    await becomes(() => field.inputValue(), text);
    await page.getByRole("button", { name: "Hide My own account" }).click();
    await becomes(fragment, "v1/compare/2020-war");
  },
);

promise(
  "T2 The whole journey: predict, read, highlight, quote, export, wipe, import, print",
  { at: "v1/read/letter" },
  async ({ page, becomes, fragment, go }) => {
    await page.getByRole("link", { name: "Guided reading" }).click();
    await becomes(fragment, "v1/guided/letter");
    await page.getByLabel("What do you expect it to say?").fill("It will blame *the other side*.");
    await page.getByRole("link", { name: "Read the document" }).click();
    await becomes(fragment, "v1/read/letter?mark=voices");
    const words = (await shownIn(textOf(page, "letter.p12"))).split(" ").slice(0, 5).join(" ");
    await highlight(page, "letter.p12", words, "Claim");
    await select(page, "letter.p12", words);
    await bar(page).getByRole("button", { name: "Quote in my own account" }).click();
    await page.getByRole("link", { name: "Show it" }).click();
    await page.locator(".cell.own textarea").first().waitFor();
    await go("v1/guided/letter");
    await becomes(() => page.locator(".expected").innerText().then(plain), "You expected: It will blame the other side.");
    await go("v1/notebook");
    await page.getByLabel("Title of the notebook").fill("Əskipara, Ղարաբաղ");
    await kept(page, becomes, "Əskipara, Ղարաբաղ");

    const files = {};
    await shelf(page);
    for (const name of ["Backup (JSON)", "Web Annotations", "Text to hand in (Markdown)", "Table (CSV)"]) {
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name, exact: true }).click();
      const file = await saved;
      files[name] = { path: await file.path(), name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
    }
    for (const { name, text } of Object.values(files)) assert.ok(text.includes(words), `${name} has the words`);
    assert.deepEqual(
      Object.values(files).map(({ name }) => name.split(".").pop()),
      ["json", "jsonld", "md", "csv"],
    );
    await becomes(async () => /Last exported: 20/.test(await page.locator("main").innerText()), true);

    const wipe = async () => {
      await page.getByRole("button", { name: "Delete this notebook" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Delete it" }).click();
      await becomes(() => page.locator(".highlights > li").count(), 0);
    };
    const everything = () =>
      page.evaluate(() => [...document.querySelectorAll("main textarea, main input[type=text]")].map((field) => field.value));
    const all = await everything();
    assert.ok(files["Text to hand in (Markdown)"].text.includes("[Letter to the UN ¶12]("), "places are named as on the page");
    for (const name of Object.keys(files)) {
      await wipe();
      assert.notDeepEqual(await everything(), all);
      await page.getByLabel("Import a file").setInputFiles(files[name].path);
      await becomes(() => page.locator(".highlights > li").count(), 1);
      await becomes(everything, all, `${name} brings everything back`);
      await becomes(async () => /^Imported. New items: 3; changed: 1.$/.test(await page.locator(".outcome").innerText()), true);
      await page.getByLabel("Import a file").setInputFiles(files[name].path);
      await becomes(async () => /nothing that is not here/.test(await page.locator(".outcome").innerText()), true);
      assert.equal(await page.locator(".highlights > li").count(), 1, "nothing is there twice");
    }
    // Somebody writes on in the text that was handed in.
    const { text } = files["Text to hand in (Markdown)"];
    const more = text.replace("blame *the other side*.", "blame *the other side*. It did.");
    await page.getByLabel("Import a file").setInputFiles({ name: "mine.md", mimeType: "text/markdown", buffer: Buffer.from(more) });
    await becomes(() => page.locator(".outcome").innerText().then(plain), "Imported. 1 item has changed.");
    await go("v1/guided/letter");
    await becomes(() => page.locator(".expected").innerText().then(plain), "You expected: It will blame the other side. It did.");
    await go("v1/notebook");
    for (const format of ["A4", "Letter"]) {
      const pdf = await page.pdf({ format });
      assert.ok(pdf.length > 10_000);
    }
    await page.emulateMedia({ media: "print" });
    assert.deepEqual(await page.locator("main textarea:visible, main button:visible").count(), 0, "no control is printed");
    await page.getByText("Name:").waitFor();
    const printed = await page.locator(".notebook .light:visible").allInnerTexts();
    assert.equal(printed[0], "Əskipara, Ղարաբաղ", "the title is printed");
    assert.ok(printed.some((text) => text.includes(words)), "and what was written");
    await page.emulateMedia({ media: null });
  },
);

/** How a reader uses a control, and highlights and quotes words of a passage, by one means alone. */
const MEANS = {
  mouse: {
    use: (control) => control.click(),
    async mark(page, passage, words) {
      await textOf(page, passage).scrollIntoViewIfNeeded();
      await select(page, passage, words);
      const [from, to] = await page.evaluate(() => {
        const lines = [...getSelection().getRangeAt(0).getClientRects()];
        getSelection().removeAllRanges();
        const middle = ({ top, bottom }) => (top + bottom) / 2;
        return [
          [lines[0].left + 1, middle(lines[0])],
          [lines.at(-1).right - 1, middle(lines.at(-1))],
        ];
      });
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move(...to, { steps: 8 });
      await page.mouse.up();
    },
  },
  // A long press that a program sends selects nothing: the words are selected by script, all else is tapped.
  finger: { use: (control) => control.tap(), mark: select, touch: true, width: 360, height: 740 },
  keys: { use: (control) => control.press("Enter") },
};

for (const [means, { use, mark, ...screen }] of Object.entries(MEANS)) {
  promise(
    `T2 By ${means} alone: predict, read, highlight, note, quote, cite, export, wipe, import, print`,
    { at: "v1/guided/letter", ...screen },
    async ({ page, becomes, fragment, go }) => {
      const saved = async (name) => {
        const download = page.waitForEvent("download");
        await use(page.getByRole("button", { name, exact: true }));
        return (await download).path();
      };
      await page.getByLabel("What do you expect it to say?").fill("Blame.");
      await use(page.getByRole("link", { name: "Read the document" }));
      await becomes(fragment, "v1/read/letter?mark=voices");
      const words = (await shownIn(textOf(page, "letter.p12"))).split(" ").slice(0, 5).join(" ");
      const panel = page.locator("#panel");
      const open = async () => {
        await use(page.locator('[data-passage="letter.p12"]').getByRole("button", { name: /: details$/ }));
        await panel.waitFor();
      };
      if (mark) {
        await mark(page, "letter.p12", words);
        await use(bar(page).getByRole("button", { name: "Highlight as Claim" }));
      } else {
        await open();
        await use(panel.locator("summary", { hasText: "Highlight or quote" }));
        await panel.getByLabel("Words of the passage").press("Control+Home");
        for (let i = 0; i < words.length; i++) await page.keyboard.press("Shift+ArrowRight");
        await use(panel.getByRole("button", { name: "Highlight", exact: true }));
      }
      await becomes(() => lit(page), [`Claim: ${words}`]);
      await use(page.getByRole("button", { name: "Add a note" }));
      await editor(page).getByLabel("Note").fill("Who says so?");
      await use(editor(page).getByRole("button", { name: "Done" }));
      if (mark) await mark(page, "letter.p12", words);
      await use((mark ? bar(page) : panel).getByRole("button", { name: "Quote in my own account" }));
      await kept(page, becomes, "](#letter.p12)");
      if (mark) await open();
      await use(panel.locator("summary", { hasText: "Cite this passage" }));
      assert.ok(readFileSync(await saved("BibTeX"), "utf8").startsWith("@misc{letter-p12,"));
      await go("v1/notebook");
      const field = (value) => page.locator("main textarea").evaluateAll((all, value) => all.some((one) => one.value === value), value);
      await becomes(() => field("Who says so?"), true);
      await use(page.locator(".shelf > summary"));
      const backup = await saved("Backup (JSON)");
      await use(page.getByRole("button", { name: "Delete this notebook" }));
      await use(page.getByRole("dialog").getByRole("button", { name: "Delete it" }));
      await becomes(() => page.locator(".highlights > li").count(), 0);
      await page.getByLabel("Import a file").setInputFiles(backup);
      await becomes(() => page.locator(".highlights > li").count(), 1);
      await becomes(() => field("Who says so?"), true);
      assert.ok((await page.pdf({ format: "A4" })).length > 10_000);
    },
  );
}

promise("What is deleted gives the focus to the next, and what is printed has its label", { at: "v1/read/letter" }, async ({ page, becomes, go }) => {
  const words = (await shownIn(textOf(page, "letter.p12"))).split(" ");
  await highlight(page, "letter.p12", words.slice(0, 2).join(" "), "Claim");
  await highlight(page, "letter.p12", words.slice(4, 6).join(" "), "Question");
  await go("v1/notebook");
  const one = (number) => page.locator(".highlights > li").nth(number);
  await becomes(() => page.locator(".highlights > li").count(), 2);
  const second = await one(1).getAttribute("id");
  await one(0).getByRole("button", { name: "Delete" }).press("Enter");
  await becomes(() => page.evaluate(() => document.activeElement.closest("li")?.id), second);
  await one(0).getByRole("button", { name: "Delete" }).press("Enter");
  await becomes(() => page.evaluate(() => document.activeElement.id), "content");
  const labels = () => page.locator("#entry-whole .field:visible > span").allInnerTexts();
  const all = await labels();
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await labels(), all, "above the lines to be written on by hand");
  await page.emulateMedia({ media: null });
  await page.locator("#entry-whole").getByLabel("My claim").fill("It was so.");
  await becomes(() => page.locator("#entry-whole .light").allInnerTexts().then((all) => all.join("")), "It was so.");
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await labels(), ["My claim"], "above what is written, and nothing else");
});

promise("Several notebooks stand side by side, and each is there again", { at: "v1/notebook" }, async ({ page, becomes }) => {
  const title = page.getByLabel("Title of the notebook");
  await title.fill("First");
  await kept(page, becomes, '"First"');
  await shelf(page);
  await page.getByRole("button", { name: "New notebook" }).click();
  await becomes(() => title.inputValue(), "");
  await title.fill("Second");
  await kept(page, becomes, '"Second"');
  await page.getByRole("combobox", { name: "Notebook" }).selectOption("First");
  await becomes(() => title.inputValue(), "First");
  await page.getByRole("button", { name: "Undo" }).isDisabled();
  await letsGo(page);
  await page.reload();
  await becomes(() => title.inputValue(), "First");

  // A copy of one that is on the shelf is taken over there, whichever is open.
  await shelf(page);
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Backup (JSON)", exact: true }).click();
  const copy = await (await saved).path();
  await page.locator("#entry-whole").getByLabel("My claim").fill("Later than the copy");
  await kept(page, becomes, "Later than the copy");
  await page.getByRole("combobox", { name: "Notebook" }).selectOption("Second");
  await becomes(() => title.inputValue(), "Second");
  await page.getByLabel("Import a file").setInputFiles(copy);
  await becomes(() => title.inputValue(), "First");
  await becomes(async () => /nothing that is not here/.test(await page.locator(".outcome").innerText()), true);
  assert.equal(await page.locator("#entry-whole").getByLabel("My claim").inputValue(), "Later than the copy");
  assert.equal(await page.getByRole("combobox", { name: "Notebook" }).locator("option").count(), 2);

  // What is still on its way to the shelf gets there before another notebook is opened.
  await page.evaluate(() => {
    const [field] = document.querySelectorAll("#entry-whole textarea");
    field.value = "Written in haste";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    [...document.querySelectorAll("button")].find((button) => button.textContent === "New notebook").click();
  });
  await becomes(() => title.inputValue(), "");
  await kept(page, becomes, "Written in haste");
});

promise("A category that is renamed is called so in the texts, in the bar and in the files", { at: "v1/read/letter" }, async ({ page, becomes, go }) => {
  const words = (await shownIn(textOf(page, "letter.p12"))).split(" ").slice(3, 6).join(" ");
  await highlight(page, "letter.p12", words, "Claim");
  await go("v1/notebook");
  await page.getByText("Categories", { exact: true }).click();
  await page.locator(".categories").getByLabel("Name").first().fill("Thesis");
  await becomes(() => page.locator(".highlights .of-category").innerText(), "Thesis");
  await shelf(page);
  for (const name of ["Table (CSV)", "Text to hand in (Markdown)"]) {
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name, exact: true }).click();
    const text = readFileSync(await (await saved).path(), "utf8");
    assert.ok(text.includes("Thesis") && !/\bclaim\b,/.test(text), text);
  }
  await go("v1/read/letter");
  await becomes(() => lit(page), [`Thesis: ${words}`]);
  await select(page, "letter.p13", "Lachyn");
  await bar(page).getByRole("button", { name: "Highlight as Thesis" }).waitFor();
  assert.equal(await bar(page).getByRole("button", { name: "Highlight as Claim" }).count(), 0);
});

promise("A selection that ends within a word takes the word, and the bar does not cover it", { at: "v1/read/letter" }, async ({ page, becomes }) => {
  const text = await shownIn(textOf(page, "letter.p12"));
  const words = text.split(" ").slice(3, 7);
  const cut = [words[0].slice(1), ...words.slice(1, 3), words[3].slice(0, 2)].join(" ");
  await highlight(page, "letter.p12", cut, "Evidence");
  const said = await becomes(async () => (await lit(page)).length, 1).then(() => lit(page));
  assert.equal(plain(said[0]), plain(`Evidence: ${words.join(" ").replace(/[^\p{L}\p{N}]+$/u, "")}`));
  // Low on the screen, and high.
  for (const [block, high] of [["end", true], ["start", false]]) {
    await textOf(page, "letter.p14").evaluate((one, block) => one.scrollIntoView({ block }), block);
    await page.evaluate(() => getSelection().removeAllRanges());
    await becomes(() => bar(page).count(), 0);
    const of = block === "end" ? (await shownIn(textOf(page, "letter.p14"))).split(" ").slice(-3).join(" ") : (await shownIn(textOf(page, "letter.p14"))).split(" ").slice(0, 3).join(" ");
    const before = await page.evaluate(() => scrollY);
    await select(page, "letter.p14", of);
    await bar(page).waitFor();
    const box = await bar(page).boundingBox();
    const selected = await page.evaluate(() => getSelection().getRangeAt(0).getBoundingClientRect().toJSON());
    assert.equal(box.y < 400, high, `${block}: the bar at ${box.y}, the words at ${selected.top}`);
    assert.ok(box.y + box.height <= selected.top || box.y >= selected.bottom, `${block}: the bar covers the words`);
    assert.equal(await page.evaluate(() => scrollY), before, "nothing moves");
  }
});

promise(
  "A highlight of a passage that stands in several periods is noted where it is read",
  { at: "v1/compare/may-june-2021" },
  async ({ page, becomes }) => {
    const row = page.locator("#period-may-june-2021");
    assert.ok((await page.locator('[data-of="civil-15.p2"]').count()) > 1);
    const text = row.locator('[data-of="civil-15.p2"]');
    await text.scrollIntoViewIfNeeded();
    await select(page, "civil-15.p2", "territorial ambitions", text);
    await bar(page).getByRole("button", { name: "Highlight as Claim" }).click();
    await page.getByRole("status").getByRole("button", { name: "Add a note" }).click();
    await editor(page).getByLabel("Note").fill("Whose?");
    await editor(page).getByRole("button", { name: "Done" }).click();
    const focused = () => row.evaluate((row) => row.contains(document.activeElement) && document.activeElement.dataset.highlight?.length > 0);
    await becomes(focused, true, "the focus is in the period that is read");
    const { y } = await text.boundingBox();
    assert.ok(y > 0 && y < 800, `the words stand at ${y}`);
  },
);

promise("What can be done with words goes with their page", { at: "v1/read/letter" }, async ({ page, becomes }) => {
  await select(page, "letter.p12", "Security Council");
  await bar(page).waitFor();
  await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "Names" }).click();
  await becomes(() => page.title(), "Names – Parallax");
  await becomes(() => bar(page).count(), 0);
});

promise("A highlight that another tab deletes is edited no longer", { at: "v1/read/letter" }, async ({ page, becomes, server, watch }) => {
  await highlight(page, "letter.p12", (await shownIn(textOf(page, "letter.p12"))).slice(0, 20).trimEnd(), "Claim");
  await page.getByRole("status").getByRole("button", { name: "Add a note" }).click();
  await editor(page).getByLabel("Note").fill("Why?");
  await kept(page, becomes, "Why?");
  const other = await page.context().newPage();
  other.on("pageerror", (error) => watch.findings.push(`uncaught: ${error.message}`));
  await other.goto(`${server.url}#v1/notebook`);
  await other.locator("main").getByRole("button", { name: "Delete", exact: true }).click();
  await becomes(() => page.locator("dialog[open]").count(), 0, "no empty dialog stays open");
  await other.close();
});

promise("Words quoted from several periods are taken back as one", { at: "v1/read/letter" }, async ({ page, go, becomes }) => {
  await page.evaluate(() => {
    const text = (id) => document.createTreeWalker(document.querySelector(`[data-of="${id}"]`), NodeFilter.SHOW_TEXT).nextNode();
    const [first, last] = ["letter.p12", "letter.p22"].map(text);
    getSelection().setBaseAndExtent(first, 0, last, 1);
  });
  await bar(page).getByRole("button", { name: "Quote in my own account" }).click();
  const written = async () => {
    await go("v1/notebook");
    await page.locator("#entry-whole").waitFor();
    const texts = await page.locator("main textarea").evaluateAll((all) => all.map(({ value }) => value));
    return texts.filter(Boolean).length;
  };
  const quoted = page.getByRole("status").filter({ hasText: "Quoted in your account." });
  await quoted.waitFor();
  await kept(page, becomes, "letter.p22");
  await quoted.getByRole("button", { name: "Undo" }).click();
  await becomes(
    () =>
      page.evaluate(() =>
        parallax.notebooks().then(([text]) => JSON.parse(text).account.map(({ deleted }) => deleted ?? false)),
      ).then((deleted) => deleted.length > 1 && deleted.every(Boolean)),
    true,
  );
  assert.equal(await written(), 0);
});

promise("A quotation whose words were changed is told from one that stands so", { at: "v1/compare/2020-war?own=beside&show=letter.p65" }, async ({ page, becomes }) => {
  const panel = page.locator("#panel");
  await panel.locator("summary", { hasText: "Highlight or quote" }).click();
  await panel.getByRole("button", { name: "Quote in my own account" }).click();
  const field = page.locator("#period-2020-war .entry textarea");
  await becomes(() => field.inputValue().then((text) => text.includes("](#letter.p65)")), true);
  const told = page.locator(".misquoted li");
  const verbatim = await field.inputValue();
  assert.equal(await told.count(), 0, "what the app has quoted stands so");
  const [first, second] = verbatim.slice(2).split(" ");
  await field.fill(verbatim.replace(`${first} ${second}`, `${first} surely ${second}`));
  await becomes(() => told.allInnerTexts().then((all) => all.length), 1);
  assert.match(await told.innerText(), /^Letter to the UN ¶\S+ does not say so, from “.*surely/);
  assert.equal(
    await field.evaluate((field) => document.getElementById(field.getAttribute("aria-describedby")).innerText),
    await told.innerText(),
  );
  await field.fill(verbatim.replace(`${first} ${second}`, `${first} [surely] ${second}`));
  await becomes(() => told.count(), 0, "what is put between brackets is the reader's");
});

promise("Two tabs write at once, and nothing is lost", { at: "v1/notebook" }, async ({ page, becomes, server, watch }) => {
  await page.getByLabel("Title of the notebook").fill("Ours");
  await kept(page, becomes, "Ours");
  const other = await page.context().newPage();
  other.on("pageerror", (error) => watch.findings.push(`uncaught: ${error.message}`));
  await other.goto(`${server.url}#v1/notebook`);
  await becomes(() => other.getByLabel("Title of the notebook").inputValue(), "Ours");
  const field = (of, name) => of.locator("#entry-whole").getByLabel(name);
  await Promise.all([
    field(page, "My claim").pressSequentially("from one tab"),
    field(other, "Central question").pressSequentially("from the other"),
  ]);
  for (const of of [page, other]) {
    await becomes(() => field(of, "My claim").inputValue(), "from one tab");
    await becomes(() => field(of, "Central question").inputValue(), "from the other");
  }
  await kept(page, becomes, "from the other");
  // What one deletes, the other does not bring back of itself.
  await shelf(page);
  await page.getByRole("button", { name: "Delete this notebook" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete it" }).click();
  await becomes(() => page.evaluate(() => parallax.notebooks().then(({ length }) => length)), 0);
  await becomes(() => field(page, "My claim").inputValue(), "");
  assert.equal(await field(other, "My claim").inputValue(), "from one tab");
  await field(other, "My claim").fill("It is written again");
  await kept(other, becomes, "It is written again");
  await other.close();
});

promise(
  "F5 Where the browser keeps nothing, the notebook says so, stays, and can be exported",
  {
    at: "v1/notebook",
    script: () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
    },
  },
  async ({ page, becomes, follow }) => {
    await page.getByText("This browser keeps no notebook here (The operation is insecure.)").first().waitFor();
    await page.locator("#entry-whole").getByLabel("My claim").fill("Not lost yet");
    await page.getByRole("alert").waitFor();
    await follow("v1/about");
    await becomes(() => page.title().then((title) => /^About/.test(title)), true);
    await page.getByRole("alert").getByRole("link", { name: "Notebook" }).click();
    await becomes(() => page.locator("#entry-whole").getByLabel("My claim").inputValue(), "Not lost yet");
    // No other takes its place: it would be gone. A file goes into it. The way to take it along stands open.
    assert.ok(await page.locator(".shelf").evaluate(({ open }) => open));
    assert.ok(await page.getByRole("button", { name: "New notebook" }).isDisabled());
    const dated = { created: "2020-01-01T00:00:00.000Z", modified: "2020-01-01T00:00:00.000Z" };
    const other = {
      type: "parallax.notebook",
      format: 1,
      id: "another",
      title: { text: "Another", ...dated },
      categories: [],
      highlights: [],
      account: [{ part: "question", text: "From the file", ...dated }],
      answers: [],
    };
    const buffer = Buffer.from(JSON.stringify(other));
    await page.getByLabel("Import a file").setInputFiles({ name: "other.json", mimeType: "application/json", buffer });
    await becomes(() => page.locator("#entry-whole").getByLabel("Central question").inputValue(), "From the file");
    assert.equal(await page.locator("#entry-whole").getByLabel("My claim").inputValue(), "Not lost yet");
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Backup (JSON)", exact: true }).click();
    assert.ok(readFileSync(await (await saved).path(), "utf8").includes("Not lost yet"));
  },
);

/** Chromium's own quota can be set for tests, but does not hold for IndexedDB: a turn is broken off as it would be. */
function fills() {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...values) {
    const request = put.apply(this, values);
    if (window.isFull) this.transaction.abort();
    return request;
  };
}

promise(
  "F5 Where the shelf is full, no key is lost, and what was written is kept as soon as there is room",
  { at: "v1/notebook", script: fills },
  async ({ page, becomes }) => {
    const claim = page.locator("#entry-whole").getByLabel("My claim");
    await claim.fill("before");
    await kept(page, becomes, "before");
    await page.evaluate(() => (window.isFull = true));
    const long = "a line that finds no room ".repeat(400);
    await claim.fill(long);
    await page.getByText(/This browser keeps no notebook here/).first().waitFor();
    assert.equal(await claim.inputValue(), long, "it still stands there");
    await page.evaluate(() => (window.isFull = false));
    await claim.fill(`${long}, and now it does`);
    await kept(page, becomes, "and now it does");
    await becomes(() => page.getByRole("alert").count(), 0);
  },
);

promise("B3 Scripts in notes, titles and files are text, and nothing runs", { at: "v1/notebook" }, async ({ page, becomes }) => {
  const all = INJECTED.join("\n\n");
  await page.getByLabel("Title of the notebook").fill(INJECTED[0]);
  await page.locator("#entry-whole").getByLabel("My claim").fill(`${all}\n\n[a](javascript:alert(1)) [b](data:text/html,x)`);
  await page.getByText("Categories", { exact: true }).click();
  await page.getByRole("button", { name: "New category" }).click();
  await page.locator(".categories input").last().fill(INJECTED[1]);
  const file = {
    type: "parallax.notebook",
    format: 1,
    id: INJECTED[2],
    title: { created: "2021-05-12T08:30:00Z", modified: "2021-05-12T08:30:00Z", text: INJECTED[0] },
    categories: [],
    highlights: INJECTED.map((text, i) => ({
      id: `${i}${text}`,
      created: "2021-05-12T08:30:00Z",
      modified: "2021-05-12T08:30:00Z",
      category: text,
      note: text,
      targets: [{ document: text, exact: text, prefix: text, suffix: text, source: text, passage: text }],
    })),
    account: [],
    answers: [],
    [INJECTED[3]]: INJECTED[4],
  };
  const body = Buffer.from(JSON.stringify(file));
  await page.getByLabel("Import a file").setInputFiles({ name: "notes.json", mimeType: "application/json", buffer: body });
  await becomes(() => page.locator(".highlights > li").count(), INJECTED.length);
  assert.deepEqual(await page.locator(".highlights blockquote").allInnerTexts(), INJECTED);
  assert.equal(await page.locator("main script, main img, main svg[onload], main a[href^='javascript'], main a[href^='data']").count(), 0);
});

promise("A file that is no notebook is refused in words, and changes nothing", { at: "v1/notebook" }, async ({ page, becomes }) => {
  const title = page.getByLabel("Title of the notebook");
  await title.fill("Mine");
  await shelf(page);
  for (const [buffer, said] of [
    [Buffer.alloc(0), /The file is empty/],
    [Buffer.from('{"type":"parallax.notebook","format":1,'), /line 1, column/],
    [Buffer.from([0xff, 0xfe, 0x00]), /no text in UTF-8/],
    [Buffer.from("[1,2,3]"), /The file is no notebook/],
    [Buffer.from("[".repeat(5_000)), /nested/],
  ]) {
    await page.getByLabel("Import a file").setInputFiles({ name: "x.json", mimeType: "application/json", buffer });
    await becomes(async () => said.test(await page.locator(".outcome").innerText()), true, String(said));
    assert.equal(await title.inputValue(), "Mine");
  }
});

promise(
  "By finger: a selection is highlighted with a tap, on a narrow screen",
  { at: "v1/read/letter", width: 360, height: 740, touch: true },
  async ({ page, becomes }) => {
    const words = (await shownIn(textOf(page, "letter.p12"))).split(" ").slice(0, 4).join(" ");
    await select(page, "letter.p12", words);
    await bar(page).getByRole("button", { name: "Highlight as Claim" }).tap();
    await becomes(() => lit(page), [`Claim: ${words}`]);
  },
);

promise("A guided reading asks the same of every document, and tells what it could know", { at: "v1/guided/letter" }, async ({ page, becomes, go }) => {
  const questions = () => page.locator(".guided .field > span").allInnerTexts();
  const first = await questions();
  assert.ok(first.length >= 12);
  for (const { id } of DOCUMENTS.slice(1)) {
    await go(`v1/guided/${id}`);
    await becomes(questions, first);
  }
  await go("v1/guided/letter");
  await page.locator("summary", { hasText: "Look it up" }).nth(1).click();
  const later = page.locator("h3", { hasText: "Later than the text" }).locator("+ ul > li");
  const expected = PERIODS.filter(({ from }) => from > "2021-01-12").map(({ title }) => title);
  await becomes(() => later.allInnerTexts(), expected);
});
