// Loads the app: fetches the module and the bundle with progress, starts the one with the other, and says what went
// wrong where it cannot. No framework, no inline code, nothing from elsewhere.
(() => {
  "use strict";

  const script = document.currentScript;
  const { js, wasm, corpus, offline } = script.dataset;
  /** The files of each chunk of the program; none where the program is whole. */
  const chunks = JSON.parse(script.dataset.chunks ?? "{}");
  /** Milliseconds without a byte after which a download counts as stalled. */
  const STALL = 15000;
  /** Milliseconds after which what is out of sight, and so never painted, is waited for no more. */
  const UNSEEN = 500;

  try {
    const theme = localStorage.getItem("parallax.theme");
    if (theme) document.documentElement.dataset.theme = theme;
  } catch {
    // No storage: the system's theme it is.
  }

  // The page brings the start page along: whoever asked for another view does not see it first.
  const root = document.documentElement;
  root.toggleAttribute("data-elsewhere", location.hash.length > 1);

  const element = (id) => document.getElementById(id);
  /** What the attempt under way has loaded; an attempt that failed has nothing more to say. */
  let loaded = new Map();

  function report(attempt, url, bytes, total) {
    if (attempt !== loaded) return;
    loaded.set(url, { bytes, total });
    const all = [...loaded.values()];
    const sum = (key) => all.reduce((n, file) => n + file[key], 0);
    const progress = element("boot-progress");
    const amount = element("boot-amount");
    if (!progress || !amount) return;
    const kilobytes = Math.round(sum("bytes") / 1000);
    if (all.length === 2 && all.every((file) => file.total > 0)) {
      progress.max = sum("total");
      progress.value = Math.min(sum("bytes"), progress.max);
    }
    amount.textContent = `${kilobytes} KB`;
  }

  const nameOf = (url) => new URL(url, document.baseURI).pathname.split("/").pop();

  /** The same promise, its failure with the name of the file. */
  const named = (url, promise) =>
    promise.catch((error) => {
      throw new Error(`${nameOf(url)}: ${error.message}`);
    });

  /** A file that has arrived whole, and is not what was asked for. */
  class Mistaken extends Error {}

  /** Fetches a file; where something else comes in its place, once more past the browser's store. */
  const download = (attempt, url, retrying, feed) =>
    fetched(attempt, url, retrying, feed).catch((error) => {
      if (!(error instanceof Mistaken) || retrying) throw error;
      return fetched(attempt, url, true);
    });

  /**
   * Fetches a file with progress, and hands on what arrives. Rejects with the name of the file and the reason.
   * Files of a release bear their digest in their names.
   */
  async function fetched(attempt, url, retrying, feed) {
    const name = nameOf(url);
    const aborter = new AbortController();
    let timer = setTimeout(() => aborter.abort(), STALL);
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => aborter.abort(), STALL);
    };
    try {
      const response = await fetch(url, {
        cache: retrying ? "reload" : "default",
        credentials: "same-origin",
        signal: aborter.signal,
      });
      if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
      const type = response.headers.get("content-type") ?? "";
      if (type.startsWith("text/html")) throw new Mistaken("the server answered with a web page in its place");
      // A browser runs no script of another type, and does not say why.
      if (name.endsWith(".js") && !type.includes("javascript")) throw new Error(`the server sent it as ${type}`);
      // The length is that of the compressed body where there is one: it serves for proportion only.
      const total = response.headers.has("content-encoding") ? 0 : Number(response.headers.get("content-length"));
      const chunks = [];
      let bytes = 0;
      const reader = response.body.getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        alive();
        chunks.push(value);
        feed?.enqueue(value);
        bytes += value.length;
        report(attempt, url, bytes, total);
      }
      if (total > 0 && bytes < total) throw new Error(`it broke off after ${bytes} of ${total} bytes`);
      const whole = await new Blob(chunks).arrayBuffer();
      await check(name, whole);
      feed?.close();
      return whole;
    } catch (error) {
      // What has come is no module, and is made none, whatever it was. Told of an error, one engine reports it as uncaught.
      feed?.enqueue(Uint8Array.of(0xff));
      feed?.close();
      const reason = error.name === "AbortError" ? `nothing arrived for ${STALL / 1000} seconds` : error.message;
      throw new (error instanceof Mistaken ? Mistaken : Error)(`${name}: ${reason}`);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Holds a file's bytes against the digest in its name, where there is one and the browser can compute it. */
  async function check(name, bytes) {
    const expected = /-([0-9a-f]{16})(_bg)?\.\w+$/.exec(name)?.[1];
    if (!expected || !globalThis.crypto?.subtle) return;
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    const found = Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
    if (found !== expected) throw new Mistaken("its bytes are not those of this release");
  }

  /** The module, compiled while it arrives; where that does not work, from its bytes. */
  async function compiled(attempt, retrying) {
    let feed;
    const body = new ReadableStream({ start: (controller) => (feed = controller) });
    // The answer is made here: what type the server gives the file does not matter.
    const answer = new Response(body, { headers: { "content-type": "application/wasm" } });
    const early = WebAssembly.compileStreaming?.(answer).catch(() => null);
    const bytes = await download(attempt, wasm, retrying, early && feed);
    return (await early) ?? named(wasm, WebAssembly.compile(bytes));
  }

  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  /** Imports the script. Why an import failed is not told: fetching the file tells. */
  function importGlue(attempt, retrying) {
    // A browser remembers that an import failed: under another address it tries again.
    const address = new URL(retrying ? `${js}?${Date.now()}` : js, document.baseURI).href;
    return import(address).catch(async (error) => {
      await download(attempt, js, true);
      throw new Error(`${nameOf(js)}: ${error.message}`);
    });
  }

  /**
   * Resolves when the first view is painted: until then the line and the processor are its own. A reader who asks for
   * another view waits for the program alone.
   */
  const painted = () =>
    location.hash.length > 1 || Promise.race([new Promise(requestAnimationFrame).then(() => pause()), pause(UNSEEN)]);

  /** What the program shares with its chunks, once it is there. */
  let program;
  /** The files of chunks that are on their way or there. A file joins the program once: its data begins anew with it. */
  const joined = new Map();

  function join(url, retrying) {
    if (!joined.has(url)) {
      const file = download(null, url, retrying)
        .then((bytes) => named(url, WebAssembly.instantiate(bytes, { __wasm_split: program })));
      joined.set(url, file);
      file.catch(() => joined.delete(url));
    }
    return joined.get(url);
  }

  /** Chunks that were tried again in vain. */
  const inVain = new Set();

  /** Joins a chunk to the program. Resolves with the reason where it cannot. */
  parallax.load = async (name, retrying) => {
    // The site may have gone over to another release: the page anew asks for the files of that one.
    if (inVain.has(name)) location.reload();
    try {
      await Promise.all(chunks[name].map((url) => join(url, retrying)));
    } catch (error) {
      if (retrying) inVain.add(name);
      // The page says it where the chunk was to stand. One that is being left has nobody to say it to.
      return error.message;
    }
  };

  async function boot(attempt, retrying) {
    if (!globalThis.WebAssembly) throw new Error("This browser has no WebAssembly, or it is switched off");
    await painted();
    const files = Promise.all([compiled(attempt, retrying), download(attempt, corpus, retrying)]);
    // Nothing tells how far an import has come: it is given up when the rest has long been there.
    const late = files.then(() => pause(STALL)).then(() => {
      throw new Error(`${nameOf(js)}: nothing arrived for ${STALL / 1000} seconds`);
    });
    const glue = await Promise.race([importGlue(attempt, retrying), late]);
    const [module, bundle] = await files;
    program = await named(wasm, (async () => glue.initSync({ module }))());
    // What follows is a task of its own.
    await pause();
    parallax.begun = begun;
    glue.start(new Uint8Array(bundle), "app");
  }

  function begun() {
    root.removeAttribute("data-elsewhere");
    if (isAnew) history.replaceState(null, "", location.pathname + location.hash);
    if (!offline) return;
    const keeper = document.createElement("script");
    keeper.src = offline;
    document.head.append(keeper);
  }

  function attempt(retrying) {
    const own = (loaded = new Map());
    boot(own, retrying).catch((error) => {
      console.error(error);
      loaded = new Map();
      // What cannot be run can be read.
      root.removeAttribute("data-elsewhere");
      const status = element("boot-status");
      if (!status) return;
      status.textContent = `The app could not be loaded. ${error.message}.`;
      for (const id of ["boot-progress", "boot-amount"]) element(id).hidden = true;
      for (const id of ["boot-retry", "boot-plain"]) element(id).hidden = false;
      // The page anew as well: it may ask for files of a release that is gone.
      element("boot-retry").onclick = () => (isAnew ? location.reload() : (location.search = "retry"));
    });
  }

  // A page that has failed links to itself with this word (`fault.js`).
  const isAnew = new URLSearchParams(location.search).has("retry");
  attempt(isAnew);
})();
