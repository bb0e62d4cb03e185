// Within the page: our search and the libraries, on the same passages, by the same clock.
import load, { Corpus } from "./finder.js";
import { idOf, PEERS } from "./engines.mjs";

const timed = (work) => {
  const start = performance.now();
  const done = work();
  return [performance.now() - start, done];
};

const inOrder = (numbers) => [...numbers].sort((a, b) => a - b);
const part = (numbers, share) => inOrder(numbers)[Math.floor((numbers.length - 1) * share)];
function median(numbers) {
  const sorted = inOrder(numbers);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 0 ? (sorted[half - 1] + sorted[half]) / 2 : sorted[half];
}

/** The median, and between what the rounds lie. */
const spread = (numbers) => ({ median: median(numbers), least: Math.min(...numbers), most: Math.max(...numbers) });

/** Always the same work, to see how steady the machine is. */
function fixedWork() {
  let sum = 0;
  for (let at = 0; at < 200_000; at++) sum = (Math.imul(sum, 31) + at) | 0;
  return sum;
}

/** Until the browser has compiled and swept up what came before: milliseconds. */
const REST = 500;
const rest = () => new Promise((done) => setTimeout(done, REST));

/** Bytes that the page's scripts hold. */
function held() {
  globalThis.gc?.();
  return performance.memory?.usedJSHeapSize ?? 0;
}

/** Ours behind the same face as the libraries. */
function ours(corpus) {
  return {
    name: "Parallax",
    build: () => corpus.build(),
    answer: (_, typed) => corpus.answer(typed),
    first: (_, typed) => corpus.first(typed).split("\n"),
  };
}

function peer(library, ids) {
  return {
    ...library,
    answer: (index, typed, passages) => library.show(library.search(index, typed), passages),
    first: (index, typed) => library.search(index, typed).slice(0, 10).map((hit) => ids[idOf(hit)]),
  };
}

/** The corpus so many times over, and all engines that `every` names. */
async function prepared({ copies, every }, first = () => {}) {
  const { memory } = await load({ module_or_path: "./finder_bg.wasm" });
  const corpus = new Corpus(await (await fetch("./corpus.json")).text(), copies);
  first(corpus, memory);
  const told = JSON.parse(corpus.passages());
  const passages = told.map(([, heading, text], id) => ({ id, heading, text }));
  const ids = told.map(([id]) => id);
  const engines = [ours(corpus), ...PEERS.map((library) => peer(library, ids))].filter(({ name }) => every[name]);
  return { corpus, passages, engines };
}

/**
 * How long each engine takes to build its index, and to load one that was saved, in a page that has done neither yet:
 * so it is for a reader. `turn` says who is first; `saved` names the files of those that can be loaded. The browser rests
 * before each.
 */
export async function measureBuild({ turn, saved, ...asked }) {
  const { passages, engines } = await prepared(asked);
  const times = {};
  for (let at = 0; at < engines.length; at++) {
    const engine = engines[(turn + at) % engines.length];
    const file = saved[engine.name] && (await (await fetch(saved[engine.name])).text());
    await rest();
    // Whoever loads first has built nothing, and the other way round.
    const load = () => (file ? timed(() => engine.load(file, passages))[0] : undefined);
    const build = () => timed(() => engine.build(passages))[0];
    const first = turn % 2 === 0 ? build() : load();
    times[engine.name] = turn % 2 === 0 ? { build: first } : { load: first };
  }
  return times;
}

/**
 * Measures all engines that `every` names, on so many copies of the corpus. `every[name]` is 1 for all queries, 10 for
 * each tenth; `rounds` follow one that does not count. The engines take turns query by query, in changing order.
 */
export async function measure({ copies, rounds, every, queries, judged }) {
  // Our index is built before anything else has been done that leaves room behind.
  let [before, after, indexBytes] = [0, 0, 0];
  const { corpus, passages, engines } = await prepared({ copies, every }, (corpus, memory) => {
    before = memory.buffer.byteLength;
    indexBytes = corpus.build();
    after = memory.buffer.byteLength;
  });

  const results = engines.map((engine) => {
    const start = held();
    const [time, index] = timed(() => engine.build(passages));
    const bytes = engine.name === "Parallax" ? indexBytes : held() - start;
    return { engine, index, bytes, time, keystrokes: new Map() };
  });

  const noise = [];
  for (let round = -1; round < rounds; round++) {
    queries.forEach((query, at) => {
      for (let turn = 0; turn < results.length; turn++) {
        const { engine, index, keystrokes } = results[(turn + at + round + 1) % results.length];
        if (at % every[engine.name] !== 0) continue;
        for (let end = 1; end <= query.length; end++) {
          const typed = query.slice(0, end);
          const [time] = timed(() => engine.answer(index, typed, passages));
          if (round < 0) keystrokes.set(typed, []);
          else keystrokes.get(typed).push(time);
        }
      }
      if (round >= 0) noise.push(timed(fixedWork)[0]);
    });
  }

  const quality = (engine, index) => {
    if (copies > 1) return undefined;
    const found = judged.map(({ query, must }) => {
      const first = new Set(engine.first(index, query));
      return must.filter((id) => first.has(id)).length / must.length;
    });
    return {
      complete: found.filter((share) => share === 1).length / found.length,
      recall: found.reduce((sum, share) => sum + share, 0) / found.length,
    };
  };
  return {
    isolated: globalThis.crossOriginIsolated,
    passages: passages.length,
    bytes: corpus.bytes(),
    memory: { before, after },
    noise: { p50: median(noise), p99: part(noise, 0.99) },
    engines: results.map(({ engine, index, bytes, time, keystrokes }) => {
      const medians = [...keystrokes.values()].map(median);
      const ofRound = (round) => [...keystrokes.values()].map((times) => times[round]);
      const ofRounds = (share) => Array.from({ length: rounds }, (_, round) => part(ofRound(round), share));
      const [slowest] = [...keystrokes].map(([typed, times]) => [median(times), typed]).sort(([a], [b]) => b - a);
      return {
        name: engine.name,
        every: every[engine.name],
        keystrokes: medians.length,
        bytes,
        build: spread([time]),
        // A larger one may be more than a page can hand over.
        saved: copies <= 10 ? engine.save?.(index) : undefined,
        p50: { ...spread(ofRounds(0.5)), median: median(medians) },
        p99: { ...spread(ofRounds(0.99)), median: part(medians, 0.99) },
        slowest,
        quality: quality(engine, index),
      };
    }),
  };
}
