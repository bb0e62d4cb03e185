// Loads the app: fetches the module and the bundle with progress, starts the one with the other, and says what went
// wrong where it cannot. No framework, no inline code, nothing from elsewhere.
(() => {
  "use strict";

  const script = document.currentScript;
  const { js, wasm, corpus } = script.dataset;
  /** The files of each chunk of the program; none where the program is whole. */
  const chunks = JSON.parse(script.dataset.chunks ?? "{}");
  /** Milliseconds without a byte after which a download counts as stalled. */
  const STALL = 15000;

  try {
    const theme = localStorage.getItem("parallax.theme");
    if (theme) document.documentElement.dataset.theme = theme;
  } catch {
    // No storage: the system's theme it is.
  }

  const element = (id) => document.getElementById(id);
  /** What the attempt under way has loaded; an attempt that failed has nothing more to say. */
  let loaded = new Map();

  function report(attempt, url, bytes, total) {
    if (attempt !== loaded) return;
    loaded.set(url, { bytes, total });
    const all = [...loaded.values()];
    const sum = (key) => all.reduce((n, file) => n + file[key], 0);
    const progress = element("boot-progress");
    const status = element("boot-status");
    if (!progress || !status) return;
    const kilobytes = Math.round(sum("bytes") / 1000);
    if (all.length === 2 && all.every((file) => file.total > 0)) {
      progress.max = sum("total");
      progress.value = Math.min(sum("bytes"), progress.max);
    }
    status.textContent = `Loading … ${kilobytes} KB`;
  }

  const nameOf = (url) => new URL(url, document.baseURI).pathname.split("/").pop();

  /** The same promise, its failure with the name of the file. */
  const named = (url, promise) =>
    promise.catch((error) => {
      throw new Error(`${nameOf(url)}: ${error.message}`);
    });

  /** Fetches a file with progress. Rejects with the name of the file and the reason. */
  async function download(attempt, url, retrying) {
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
      if (type.startsWith("text/html")) throw new Error("the server answered with a web page in its place");
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
        bytes += value.length;
        report(attempt, url, bytes, total);
      }
      if (total > 0 && bytes < total) throw new Error(`it broke off after ${bytes} of ${total} bytes`);
      return new Blob(chunks).arrayBuffer();
    } catch (error) {
      const reason = error.name === "AbortError" ? `nothing arrived for ${STALL / 1000} seconds` : error.message;
      throw new Error(`${name}: ${reason}`);
    } finally {
      clearTimeout(timer);
    }
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

  globalThis.parallax = {
    /** Joins a chunk to the program. Resolves with the reason where it cannot. */
    async load(name, retrying) {
      try {
        await Promise.all(chunks[name].map((url) => join(url, retrying)));
      } catch (error) {
        console.error(error);
        return error.message;
      }
    },
  };

  async function boot(attempt, retrying) {
    const files = Promise.all([wasm, corpus].map((file) => download(attempt, file, retrying)));
    // Nothing tells how far an import has come: it is given up when the rest has long been there.
    const late = files.then(() => pause(STALL)).then(() => {
      throw new Error(`${nameOf(js)}: nothing arrived for ${STALL / 1000} seconds`);
    });
    const glue = await Promise.race([importGlue(attempt, retrying), late]);
    const [module, bundle] = await files;
    program = await named(wasm, glue.default({ module_or_path: module }));
    glue.start(new TextDecoder().decode(bundle));
  }

  function attempt(retrying) {
    const own = (loaded = new Map());
    boot(own, retrying).catch((error) => {
      console.error(error);
      loaded = new Map();
      const status = element("boot-status");
      if (!status) return;
      status.textContent = `The app could not be loaded. ${error.message}.`;
      element("boot-progress").hidden = true;
      const retry = element("boot-retry");
      retry.hidden = false;
      retry.onclick = () => {
        retry.hidden = true;
        element("boot-progress").hidden = false;
        attempt(true);
      };
    });
  }

  // A page that has failed links to itself with this word.
  attempt(new URLSearchParams(location.search).has("retry"));
})();
