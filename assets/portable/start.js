// Starts the app from what this very script carries: for a frame that may fetch nothing, and for a page on a stick. The
// build sets PARALLAX (wasm-bindgen's script), PACKED (the program, its chunks and the corpus, gzip in base64) and EDITION before it.

const options = new URLSearchParams(location.search);

/** One of the words that mean something, as an attribute of the root. */
function take(option, words) {
  const word = options.get(option);
  if (words.includes(word)) document.documentElement.dataset[option] = word;
}

take("theme", ["light", "dark"]);
take("density", ["compact", "comfortable"]);
if (EDITION === "file") {
  try {
    const theme = localStorage.getItem("parallax.theme");
    if (theme) document.documentElement.dataset.theme = theme;
  } catch {
    // No storage: the system's theme it is.
  }
}

async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

async function start() {
  const [program, corpus] = await Promise.all([
    unpacked(PACKED.program).then((answer) => answer.arrayBuffer()),
    unpacked(PACKED.corpus).then(async (answer) => new Uint8Array(await answer.arrayBuffer())),
  ]);
  const whole = PARALLAX.initSync({ module: await WebAssembly.compile(program) });
  const joined = {};
  /** Joins a chunk to the program, once: its data begins anew with it. Resolves with the reason where it cannot. */
  parallax.load = (name) =>
    (joined[name] ??= Promise.all(PACKED.chunks[name].map(join)).then(
      () => undefined,
      (error) => error.message,
    ));
  async function join(packed) {
    const bytes = await (await unpacked(packed)).arrayBuffer();
    await WebAssembly.instantiate(bytes, { __wasm_split: whole });
  }
  PARALLAX.start(corpus, EDITION);
}

start().catch((error) => {
  console.error(error);
  const status = document.getElementById("boot-status");
  const old = typeof DecompressionStream === "undefined" || typeof WebAssembly === "undefined";
  const reason = old ? "This browser is too old for it: one from 2023 or later is needed" : error.message;
  if (status) status.textContent = `The app could not be started. ${reason}.`;
});
