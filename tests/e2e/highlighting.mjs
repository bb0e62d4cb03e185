// Words of passages, selected and highlighted as a reader would.

/** The text of a passage, wherever it stands first. */
export const textOf = (page, passage) => page.locator(`[data-of="${passage}"]`).first();

/** Selects words of a passage, as a mouse does; where the passage stands several times, in this text of it. */
export const select = (page, passage, words, text = textOf(page, passage)) =>
  text.evaluate((text, words) => {
    // Words may stand in several elements: they are looked for in the text as a whole.
    const nodes = [];
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("sup, .notes, button")) nodes.push(walker.currentNode);
    const whole = nodes.map((node) => node.data).join("");
    const at = whole.indexOf(words);
    if (at < 0) throw new Error(`“${words}” does not stand in “${whole}”`);
    const place = (offset, isEnd) => {
      for (const node of nodes) {
        if (offset < node.length || (isEnd && offset === node.length)) return [node, offset];
        offset -= node.length;
      }
    };
    getSelection().setBaseAndExtent(...place(at, false), ...place(at + words.length, true));
  }, words);

/** What can be done with the words that are selected. */
export const bar = (page) => page.getByRole("group", { name: "With the selected words" });

/** Highlights words of a passage as a category. */
export const highlight = async (page, passage, words, category) => {
  await select(page, passage, words);
  await bar(page).getByRole("button", { name: `Highlight as ${category}` }).click();
};
