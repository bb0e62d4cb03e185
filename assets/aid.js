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
    const isText = (node) => node?.parentElement?.closest(".text, .snippet, .line, q, .reported");
    return isText(selection?.anchorNode) || isText(selection?.focusNode) ? `${selection}`.trim() : "";
  },
  /** Of what is copied: the passages by their ids in one line, then the words as they are. Nothing of a field. */
  taken({ target }) {
    const selection = getSelection();
    const ids = new Set();
    for (let i = target.closest?.("input, textarea") ? 0 : selection.rangeCount; i-- > 0; ) {
      const range = selection.getRangeAt(i);
      for (const text of document.querySelectorAll(".text > :not(.notes), .snippet")) {
        if (!range.intersectsNode(text) || !text.getClientRects().length) continue;
        const part = document.createRange();
        part.selectNodeContents(text);
        if (range.compareBoundaryPoints(0, part) > 0) part.setStart(range.startContainer, range.startOffset);
        if (range.compareBoundaryPoints(2, part) < 0) part.setEnd(range.endContainer, range.endOffset);
        // A selection may end before the first letter of what follows.
        if (`${part}`.trim()) ids.add(text.parentElement.dataset.of ?? text.parentElement.dataset.passage);
      }
    }
    return `${[...ids].join(" ")}\n${selection}`;
  },
  /** Puts what is copied onto the clipboard. */
  carry(event, plain, rich) {
    event.preventDefault();
    event.clipboardData.setData("text/plain", plain);
    event.clipboardData.setData("text/html", rich);
  },
  /** Today, where the reader is, as ISO 8601 writes it. */
  today() {
    const now = new Date();
    return new Date(now - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);
  },
  /** Whether the browser passes on what the system shares. */
  shares: () => !!navigator.share,
  /** Resolves with whether it has not failed: what the reader breaks off has not. */
  share: (title, url) => navigator.share({ title, url }).then(
    () => true,
    ({ name }) => name === "AbortError",
  ),
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
