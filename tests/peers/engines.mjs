// Search libraries, each set up as its documentation advises for search as one types over English prose, with those of
// the documented settings tried that had the best mean recall on `tests/judgements/queries.json`; what was tried stands
// beside each. Every one is given the same passages as `{ id, heading, text }`, and answers a keystroke with the first
// ten as HTML: a stretch of each, with what was found marked.
import { Charset, Document, Encoder } from "flexsearch";
import EnglishPreset from "flexsearch/lang/en";
import Fuse from "fuse.js";
import lunr from "lunr";
import MiniSearch from "minisearch";

const { TRAILING } = lunr.Query.wildcard;
const SHOWN = 10;
/** Characters of a passage that are shown. */
const SNIPPET = 240;
const FIELDS = ["text", "heading"];

const escaped = (text) => text.replace(/[&<]/g, (sign) => (sign === "&" ? "&amp;" : "&lt;"));
const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A stretch of a text from before the first of some ranges `[start, end]`, which are in order, with these marked. */
function marked(text, ranges) {
  const start = Math.max(0, (ranges[0]?.[0] ?? 0) - SNIPPET / 4);
  const end = Math.min(text.length, start + SNIPPET);
  let html = "<li>";
  let from = start;
  for (const [first, last] of ranges) {
    if (last > end) break;
    if (first < from) continue;
    html += `${escaped(text.slice(from, first))}<mark>${escaped(text.slice(first, last))}</mark>`;
    from = last;
  }
  return html + escaped(text.slice(from, end));
}

/** The places of words in a text, by one pattern of them all. */
function placesOf(words, text) {
  if (words.length === 0) return [];
  const pattern = new RegExp(words.map(literally).join("|"), "giu");
  return Array.from(text.matchAll(pattern), ({ index, 0: word }) => [index, index + word.length]);
}

/**
 * MiniSearch 7: prefixes, and typing errors of a fifth of a word's letters, as its README shows. It names the words that
 * were found, which are looked up in the text. Tried: prefixes of all words, of the last one, of none; typing errors in
 * no word, in all, in those of more than three, four and five letters; weights of the heading from 0.3 to 2.
 */
export const minisearch = {
  name: "MiniSearch",
  options: {
    fields: FIELDS,
    searchOptions: {
      prefix: true,
      fuzzy: (word) => (word.length > 4 ? 0.2 : null),
    },
  },
  build(passages) {
    const index = new MiniSearch(this.options);
    index.addAll(passages);
    return index;
  },
  save: (index) => JSON.stringify(index),
  load(json) {
    return MiniSearch.loadJSON(json, this.options);
  },
  search: (index, typed) => index.search(typed).slice(0, SHOWN),
  show(hits, passages) {
    return hits.map(({ id, terms }) => marked(passages[id].text, placesOf(terms, passages[id].text))).join("");
  },
};

/**
 * FlexSearch 0.8: beginnings of words, its preset for English with stems, and passages that lack a word (`suggest`);
 * it marks what was found itself. Tried: its encoders from `Normalize` to `LatinExtra` with and without the preset, each
 * by whole words, beginnings, letters left out and any part, with 9 and 50 steps of its score. By any part of a word, and
 * by whole words with other encoders, more queries are answered wholly, with a lower mean recall.
 */
export const flexsearch = {
  name: "FlexSearch",
  create() {
    return new Document({
      document: { id: "id", index: FIELDS, store: FIELDS },
      tokenize: "forward",
      encoder: new Encoder(Charset.Normalize, EnglishPreset),
    });
  },
  build(passages) {
    const index = this.create();
    for (const passage of passages) index.add(passage);
    return index;
  },
  search: (index, typed) =>
    index.search(typed, {
      limit: SHOWN,
      suggest: true,
      enrich: true,
      merge: true,
      highlight: { template: "<mark>$1</mark>", boundary: { total: SNIPPET } },
    }),
  show: (hits) =>
    hits
      .slice(0, SHOWN)
      .map(({ highlight, doc }) => `<li>${highlight?.text ?? escaped(doc.text.slice(0, SNIPPET))}`)
      .join(""),
};

/**
 * Lunr 2.3: its own pipeline with stems; the words as they are, then what begins with the last one, then one typing
 * error, with falling weights, as its guide to queries shows; it tells where words stand. Tried: typing errors in no
 * word, in all, in those of more than four letters; weights.
 */
export const lunrs = {
  name: "Lunr",
  build: (passages) =>
    lunr(function () {
      this.ref("id");
      this.field("text");
      this.field("heading", { boost: 0.5 });
      this.metadataWhitelist = ["position"];
      for (const passage of passages) this.add(passage);
    }),
  save: (index) => JSON.stringify(index),
  load: (json) => lunr.Index.load(JSON.parse(json)),
  search(index, typed) {
    const words = lunr.tokenizer(typed).map(String).filter(Boolean);
    return index
      .query((query) => {
        words.forEach((word, at) => {
          query.term(word, { boost: 100 });
          if (at + 1 === words.length) query.term(word, { boost: 1, usePipeline: false, wildcard: TRAILING });
          if (word.length > 4) query.term(word, { boost: 1, usePipeline: false, editDistance: 1 });
        });
      })
      .slice(0, SHOWN);
  },
  show: (hits, passages) =>
    hits
      .map(({ ref, matchData }) => {
        const places = Object.values(matchData.metadata).flatMap(({ text }) => text?.position ?? []);
        const ranges = places.map(([start, length]) => [start, start + length]).sort(([a], [b]) => a - b);
        return marked(passages[ref].text, ranges);
      })
      .join(""),
};

/**
 * Fuse.js 7.5: word by word (`useTokenSearch`), anywhere in the text, without regard to marks on letters; it tells
 * where letters match. Tried: thresholds from 0 to 0.3, any word or all, with the length of a text and without.
 */
export const fuse = {
  name: "Fuse.js",
  options: {
    keys: [{ name: "text", weight: 2 }, { name: "heading", weight: 1 }],
    useTokenSearch: true,
    ignoreLocation: true,
    ignoreDiacritics: true,
    includeMatches: true,
    ignoreFieldNorm: true,
    threshold: 0.3,
  },
  build(passages) {
    return new Fuse(passages, this.options);
  },
  save: (index) => JSON.stringify(index.getIndex().toJSON()),
  load(json, passages) {
    return new Fuse(passages, this.options, Fuse.parseIndex(JSON.parse(json)));
  },
  search: (index, typed) => (typed.trim() ? index.search(typed, { limit: SHOWN }) : []),
  show: (hits, passages) =>
    hits
      .map(({ refIndex, matches }) => {
        const found = matches.filter(({ key }) => key === "text").flatMap(({ indices }) => indices);
        const ranges = found.map(([start, last]) => [start, last + 1]).sort(([a], [b]) => a - b);
        return marked(passages[refIndex].text, ranges);
      })
      .join(""),
};

export const PEERS = [minisearch, flexsearch, lunrs, fuse];

/** The ids of the hits of any of them. */
export const idOf = (hit) => Number(hit.id ?? hit.ref ?? hit.refIndex);
