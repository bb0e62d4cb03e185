// What the program asks of the page in one call, where it would take it a dozen. Stands before the boot files of every
// edition.
Object.assign(parallax, {
  /** Adds a style sheet. The policy allows no element with styles in it; a sheet that is built is allowed. */
  dress(css) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  },
  /** The words that are selected in a text, and in no control. */
  selected() {
    const selection = getSelection();
    return selection?.anchorNode?.parentElement?.closest(".text, .snippet, .line, q, .reported") ? `${selection}`.trim() : "";
  },
  /** Offers a text as a file. Whether the reader, or a frame, allows it is not told. */
  save(name, type, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    // A browser has long taken it over, then.
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  },
});
