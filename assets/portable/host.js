// For pages that embed a view: gives each frame of Parallax on the page the height of its content.
// <script src="…/host.js" defer></script>
(() => {
  "use strict";

  const [LOWEST, HIGHEST] = [100, 900];
  /** Frames on a page that change more often than this in a second are left alone for the rest of it. */
  const CHANGES = 10;

  let changes = new Map();
  setInterval(() => (changes = new Map()), 1000);

  const isHeight = (data) =>
    typeof data === "object" && data !== null && data.parallax === 1 && Number.isInteger(data.height);

  addEventListener("message", ({ source, data }) => {
    if (!source || !isHeight(data) || data.height < LOWEST || data.height > HIGHEST) return;
    const frame = [...document.querySelectorAll("iframe")].find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    changes.set(source, (changes.get(source) ?? 0) + 1);
    if (changes.get(source) > CHANGES) return;
    const borders = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${data.height + borders}px`;
  });

  const ask = (frame) => frame.contentWindow?.postMessage({ parallax: 1, ask: "height" }, "*");
  document.querySelectorAll("iframe").forEach(ask);
})();
