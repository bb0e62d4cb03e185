// The search beside other libraries, in one Chromium: prints tables in Markdown; what it is doing, on standard error.
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./server.mjs";

const { DIST, CHROMIUM, ROUNDS = "5", SCALES = "1 10 100" } = process.env;
const PEERS = join(dirname(fileURLToPath(import.meta.url)), "../peers");
const JUDGEMENTS = join(PEERS, "../judgements");

/**
 * Which queries are typed at which size: all, or each so many-th where an engine would take many minutes. Those left
 * out would take hours, or more memory than a page has.
 */
const EVERY = {
  1: { Parallax: 1, MiniSearch: 1, FlexSearch: 1, Lunr: 1, "Fuse.js": 10 },
  10: { Parallax: 1, MiniSearch: 5, FlexSearch: 5, Lunr: 10, "Fuse.js": 70 },
  100: { Parallax: 1, MiniSearch: 35, FlexSearch: 35 },
};
/** Rounds that count at each size, at most. */
const MOST = { 1: 9, 10: 3, 100: 3 };
/** Fresh pages in which indices are built, half of them, or loaded, at each size. */
const PAGES = { 1: 18, 10: 6, 100: 0 };

// Isolated from other sites, a page's clock has a resolution of 5 microseconds.
// Source: https://developer.mozilla.org/en-US/docs/Web/API/Performance/now
const HEADERS = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  // The map of imports stands in the page.
  "Content-Security-Policy": "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
};
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  // Memory is told exactly, after what nobody holds any more was collected.
  "--enable-precise-memory-info",
  "--js-flags=--expose-gc --max-old-space-size=4096",
];

const queriesOf = (name) => JSON.parse(readFileSync(join(JUDGEMENTS, name))).queries;

/** The libraries as modules of the bench's own server; Lunr is none, and is made one. */
function libraries() {
  const files = new Map();
  const modules = join(PEERS, "node_modules");
  const put = (name, path) => files.set(name, readFileSync(join(modules, path)));
  put("minisearch.js", "minisearch/dist/es/index.js");
  put("fuse.js", "fuse.js/dist/fuse.min.mjs");
  put("flexsearch.js", "flexsearch/dist/flexsearch.bundle.module.min.mjs");
  put("flexsearch/lang/en.js", "flexsearch/dist/module/lang/en.js");
  // All it imports is a type.
  files.set("flexsearch/type.js", Buffer.from("export const EncoderOptions = undefined;"));
  const lunr = readFileSync(join(modules, "lunr/lunr.min.js"), "utf8");
  const wrapped = `const module = { exports: {} };\nconst exports = module.exports;\n${lunr}\nexport default module.exports;`;
  files.set("lunr.js", Buffer.from(wrapped));
  for (const name of ["engines.mjs", "measure.mjs"]) files.set(name.replace(".mjs", ".js"), readFileSync(join(PEERS, name)));
  const imports = {
    "./engines.mjs": "./engines.js",
    flexsearch: "./flexsearch.js",
    "flexsearch/lang/en": "./flexsearch/lang/en.js",
    "fuse.js": "./fuse.js",
    lunr: "./lunr.js",
    minisearch: "./minisearch.js",
  };
  const map = `<script type="importmap">${JSON.stringify({ imports })}</script>`;
  files.set("index.html", Buffer.from(`<!doctype html><title>Search</title>${map}`));
  return files;
}

const versions = () =>
  ["minisearch", "flexsearch", "lunr", "fuse.js"].map((name) => {
    const { version } = JSON.parse(readFileSync(join(PEERS, "node_modules", name, "package.json")));
    return version;
  });

/** Three digits that count. */
const told = (number) => (number >= 99.5 ? Math.round(number).toString() : Number(number.toPrecision(number < 1 ? 2 : 3)).toString());
const times = ({ median, least, most }) => `${told(median)} ms (${told(least)}–${told(most)})`;
const megabytes = (bytes) => `${told(bytes / 1e6)} MB`;

function table({ copies, result, rounds, versions }) {
  const [first] = result.engines;
  const beside = (value, of) => `**${told(value.median / of.median)}×** · ${times(value)}`;
  const rows = result.engines.map((engine) => {
    const own = engine === first;
    const against = (key) => (own ? times(engine[key]) : beside(engine[key], first[key]));
    const { quality } = engine;
    const cells = [
      own ? "**Parallax**" : `${engine.name} ${versions[engine.name]}${engine.every > 1 ? ` (${engine.keystrokes} of the keystrokes)` : ""}`,
      against("p50"),
      against("p99"),
      against("build"),
      engine.load ? beside(engine.load, first.build) : "–",
      megabytes(engine.bytes),
      ...(quality ? [`${quality.complete.toFixed(3)} / ${quality.recall.toFixed(3)}`] : []),
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const heads = ["", "a keystroke, p50", "p99", "index built", "loaded ready-made", "index"];
  if (copies === 1) heads.push("found");
  const size = `${result.passages.toLocaleString("en")} passages, ${megabytes(result.bytes)} of text`;
  const what = copies === 1 ? `The corpus: ${size}` : `${copies} times the corpus: ${size}`;
  return [
    `${what}; ${first.keystrokes.toLocaleString("en")} keystrokes, ${rounds} rounds`,
    "",
    `| ${heads.join(" | ")} |`,
    `|${"---|".repeat(heads.length)}`,
    ...rows,
    "",
    `So unsteady is the machine: a fixed piece of work in between took ${told(result.noise.p50)} ms, at p99 ` +
      `${told(result.noise.p99)} ms. The memory of our module, texts included, was ${megabytes(result.memory.before)} ` +
      `before the index and ${megabytes(result.memory.after)} with it.`,
  ].join("\n");
}

async function inFreshPage(work, asked) {
  const page = await browser.newPage();
  try {
    page.on("pageerror", (error) => console.error(error.message));
    await page.goto(`${server.origin}/index.html`);
    return await page.evaluate(async ([work, asked]) => (await import("./measure.js"))[work](asked), [work, asked]);
  } finally {
    await page.close();
  }
}

/** Puts times of building and loading in pages that have just been opened in the place of the one that is known. */
async function buildInFreshPages(copies, result) {
  const saved = {};
  for (const engine of result.engines.filter(({ saved }) => saved)) {
    saved[engine.name] = `./saved-${copies}-${engine.name}.json`;
    server.put(saved[engine.name].slice(2), engine.saved);
  }
  const times = [];
  for (let turn = 0; turn < PAGES[copies]; turn++) {
    times.push(await inFreshPage("measureBuild", { copies, every: EVERY[copies], turn, saved }));
  }
  for (const engine of result.engines) {
    for (const what of ["build", "load"]) {
      const measured = times.map((page) => page[engine.name][what]).filter((time) => time !== undefined);
      if (measured.length > 0) engine[what] = spread(measured);
    }
  }
}

/** The median, and between what the numbers lie. */
function spread(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return { median: sorted[(sorted.length - 1) >> 1], least: sorted[0], most: sorted.at(-1) };
}

const server = await serve(DIST, { over: libraries(), always: HEADERS });
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
try {
  const [minisearch, flexsearch, lunr, fuse] = versions();
  const known = { MiniSearch: minisearch, FlexSearch: flexsearch, Lunr: lunr, "Fuse.js": fuse };
  const queries = queriesOf("queries.json").map(({ query }) => query);
  const judged = queriesOf("queries-kept-back.json");
  const told = [];
  for (const copies of SCALES.split(" ").map(Number)) {
    const rounds = Math.min(Number(ROUNDS), MOST[copies]);
    console.error(`${copies} × the corpus, ${rounds} rounds …`);
    const asked = { copies, rounds, every: EVERY[copies], queries, judged };
    const result = await inFreshPage("measure", asked);
    if (!result.isolated) throw new Error("the page is not isolated: its clock is too coarse");
    await buildInFreshPages(copies, result);
    for (const { name, slowest } of result.engines) {
      console.error(`  ${name}: slowest ${slowest[0].toFixed(2)} ms, “${slowest[1]}”`);
    }
    told.push(table({ copies, result, rounds, versions: known }));
  }
  const date = new Date().toISOString().slice(0, 10);
  console.log(`${date}, ${cpus().length} cores, headless Chromium ${browser.version().split(".")[0]}, clock of 5 µs.\n`);
  console.log(told.join("\n\n"));
} finally {
  await browser.close();
  await server.close();
}
