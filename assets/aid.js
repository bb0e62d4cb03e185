// What the program asks of the page in one call, where it would take it a dozen. Stands before the boot files of every
// edition.
Object.assign(parallax, {
  /** Adds a style sheet. The policy allows no element with styles in it; a sheet that is built is allowed. */
  dress(css) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  },
  /** Says in `--heads` how high what sticks to the top is, as long as it is there. */
  stick(which) {
    const { style } = document.documentElement;
    const of = document.querySelector(which);
    let high = 0;
    const say = () => {
      const before = high;
      high = of.clientHeight;
      of.isConnected ? style.setProperty("--heads", `${high}px`) : style.removeProperty("--heads");
      // What was read stays in sight below it.
      if (before && high && Math.abs(high - before) > 1) scrollBy(0, before - high);
    };
    new ResizeObserver(say).observe(of);
    say();
  },
  /**
   * Scrolls the page so that an element stands where it stood. All of it is laid out first: what is out of sight is not,
   * and would be as high as it was estimated. And once more with the next frame: a browser that goes back in its history
   * puts the page where it believes that it was, and may have looked when a shorter page stood there.
   */
  scrollBack(id, top) {
    const one = document.getElementById(id);
    if (one) one.dataset.laidOut = "";
    const scroll = () => one?.isConnected && scrollBy({ top: one.getBoundingClientRect().top - top, behavior: "instant" });
    scroll();
    requestAnimationFrame(scroll);
  },
  /** The words that are selected in a text, and in no control; whole ones, where a drag begins or ends within one. */
  selected() {
    const selection = getSelection();
    const isText = (node) => node?.parentElement?.closest(".text, .snippet, .line, q, .reported");
    if (!isText(selection?.anchorNode) && !isText(selection?.focusNode)) return "";
    const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
    const half = (node, from, to, end) => node.data?.slice(from, to).match(end) ?? "";
    const words = `${selection}`;
    const before = /^[\p{L}\d]/u.test(words) ? half(startContainer, 0, startOffset, /[\p{L}\d]*$/u) : "";
    const behind = /[\p{L}\d]$/u.test(words) ? half(endContainer, endOffset, undefined, /^[\p{L}\d]*/u) : "";
    return (before + words + behind).trim();
  },
  /** What is selected of each text: its passage, and which UTF-16 units of it, counted as they are shown. */
  stretches(which) {
    const selection = getSelection();
    if (!selection?.rangeCount) return "[]";
    const range = selection.getRangeAt(0);
    const of = (text) => {
      const isRead = (node) => (node.matches?.("button, sup, .notes") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
      const nodes = document.createTreeWalker(text, NodeFilter.SHOW_ALL, isRead);
      let [at, from, to] = [0, null, 0];
      for (let node; (node = nodes.nextNode()); ) {
        if (node.nodeName === "BR") at += 1;
        if (node.nodeType !== Node.TEXT_NODE) continue;
        const { length } = node;
        const start = node === range.startContainer ? range.startOffset : range.comparePoint(node, 0) < 0 ? length : 0;
        const end = node === range.endContainer ? range.endOffset : range.comparePoint(node, length) > 0 ? 0 : length;
        if (start < end) [from, to] = [from ?? at + start, at + end];
        at += length;
      }
      return { passage: text.dataset.of ?? text.parentElement.dataset.passage, from, to };
    };
    // A footnote between two paragraphs is not meant, unless the selection begins in it.
    const isMeant = (text) => text.closest(".note")?.contains(range.startContainer) ?? range.intersectsNode(text);
    const texts = [...document.querySelectorAll(which)].filter((text) => text.getClientRects().length && isMeant(text));
    return JSON.stringify(texts.map(of).filter(({ to }) => to));
  },
  /** Called once the app has taken the page over. */
  begun() {},
  /** One turn at the shelf of notebooks that this browser keeps; `act` gets the shelf, and tells what came of it. */
  shelf(mode, act) {
    return new Promise((done, failed) => {
      const opening = indexedDB.open("parallax", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("notebooks");
      opening.onerror = () => failed(opening.error);
      opening.onsuccess = () => {
        const database = opening.result;
        const turn = database.transaction("notebooks", mode);
        let told;
        act(turn.objectStore("notebooks"), (what) => (told = what));
        turn.oncomplete = () => done(told);
        // No room is told only when the turn ends.
        turn.onabort = () => failed(turn.error ?? new Error("It was broken off"));
        database.close();
      };
    });
  },
  /** Every notebook on the shelf. */
  notebooks: () => parallax.shelf("readonly", (shelf, tell) => {
    const asked = shelf.getAll();
    asked.onsuccess = () => tell(asked.result);
  }),
  /** Puts in a notebook's place what `change` makes of it; nothing takes it away. No other tab comes between. */
  keep: (id, change) => parallax.shelf("readwrite", (shelf) => {
    const asked = shelf.get(id);
    asked.onsuccess = () => {
      const after = change(asked.result);
      if (after === asked.result) return;
      after === undefined ? shelf.delete(id) : shelf.put(after, id);
      parallax.tabs?.postMessage(id);
    };
  }),
  /** Has it told when another tab has changed a notebook: which one. */
  listen(told) {
    parallax.tabs = new BroadcastChannel("parallax.notebooks");
    parallax.tabs.onmessage = ({ data }) => told(data);
  },
  /** The bytes of the file that was chosen. */
  read: async (input) => new Uint8Array(await input.files[0].arrayBuffer()),
  /** Of what is copied: the passages by their ids in one line, then the words as they are. Nothing of a field. */
  taken({ target }) {
    const found = target.closest?.("input, textarea") ? [] : JSON.parse(parallax.stretches("[data-of], .snippet"));
    return `${[...new Set(found.map(({ passage }) => passage))].join(" ")}\n${getSelection()}`;
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
