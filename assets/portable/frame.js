// Tells the page around the frame how high the content is, in the words that different hosts know. Nothing else leaves
// the frame. See README.md beside this file.

/** Pixels that a host is ever asked for: a longer view scrolls within the frame, and what opens over it is in sight. */
const HIGHEST = 900;
/** A change of fewer pixels is none. */
const SLIGHT = 2;
/** Milliseconds between two messages at least. */
const INTERVAL = 100;

// A frame scrolls its own content; the browser's way would scroll the page around it as well.
Element.prototype.scrollIntoView = function () {
  const pixels = (length) => parseFloat(length) || 0;
  const margin = pixels(getComputedStyle(this).scrollMarginTop) + pixels(getComputedStyle(document.documentElement).scrollPaddingTop);
  scrollTo(0, scrollY + this.getBoundingClientRect().top - margin);
};

const [, secret] = /#\?secret=([A-Za-z0-9]{1,64})$/.exec(location.hash) ?? [];
const child = /^[A-Za-z0-9_-]{1,64}$/.exec(options.get("childId") ?? "")?.[0];

/** What the host has said of itself. */
let speaksH5P = false;
let told = 0;
let due = 0;

const height = () => Math.min(HIGHEST, Math.ceil(document.getElementById("app").getBoundingClientRect().height));

// The host's origin cannot be known here, and a height is no secret.
const post = (message) => parent.postMessage(message, "*");

function tell() {
  due = 0;
  told = height();
  post({ parallax: 1, height: told });
  post(JSON.stringify({ subject: "lti.frameResize", height: told }));
  post({ sentinel: "amp", type: "embed-size", height: told });
  if (secret) post({ message: "height", value: told, secret });
  if (child) post(`pymxPYMx${child}xPYMxheightxPYMx${told}`);
  if (speaksH5P) post({ context: "h5p", action: "prepareResize", scrollHeight: told, clientHeight: innerHeight });
}

function tellSoon() {
  due ||= setTimeout(tell, INTERVAL);
}

/** What hosts ask. Whatever else they send is not looked at. */
const ANSWERS = [
  [({ parallax, ask }) => parallax === 1 && ask === "height", tellSoon],
  [({ message, secret: theirs }) => message === "ready" && secret && theirs === secret, tellSoon],
  [
    ({ context, action }) => context === "h5p" && (action === "ready" || action === "hello"),
    () => {
      if (!speaksH5P) post({ context: "h5p", action: "hello" });
      speaksH5P = true;
      tellSoon();
    },
  ],
  [
    ({ context, action }) => context === "h5p" && action === "resizePrepared" && speaksH5P,
    () => post({ context: "h5p", action: "resize", scrollHeight: told }),
  ],
];

if (parent !== window) {
  let answered = 0;
  setInterval(() => (answered = 0), 1000);
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || typeof data !== "object" || data === null) return;
    const [, answer] = ANSWERS.find(([asks]) => asks(data)) ?? [];
    // A flood gets no more answers than a careful host needs.
    if (answer && ++answered <= 10) answer();
  });
  new ResizeObserver(() => Math.abs(height() - told) >= SLIGHT && tellSoon()).observe(document.getElementById("app"));
}
