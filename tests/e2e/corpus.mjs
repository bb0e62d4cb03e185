// What is known of the corpus without the app: the originals, what is recorded of them, the dates the editors set.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const assets = new URL("../../assets/", import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, assets), "utf8"));

function document(id) {
  const record = json(`documents/${id}.json`);
  const bytes = readFileSync(new URL(`documents/${record.file}`, assets));
  const digest = createHash("sha256").update(bytes).digest("hex");
  return { id, ...record, bytes, text: bytes.toString("utf8"), digest };
}

export const ACCOUNTS = json("documents/corpus.json").accounts;

/** All five, oldest first. */
export const DOCUMENTS = ["letter", "civil-15", "civil-21", "stepanakert", "article"].map(document);
export const documentOf = (passage) => DOCUMENTS.find(({ id }) => id === passage.split(".")[0]);

/** The periods, oldest first, each with its first and last day. */
export const PERIODS = json("annotations/periods.json").map((period) => ({ ...period, ...days(period.edtf) }));

/** What the editors found to lie outside a document’s purpose. */
export const PURPOSES = json("annotations/purposes.json");

/** The figures that the editors found, and what they saw of the names. */
export const FIGURES = json("annotations/figures.json");
export const NAMING = json("annotations/naming.json");

/** The times that a passage speaks of, each with its first and last day. */
export function timesOf(passage) {
  const { passages } = json(`annotations/times/${documentOf(passage).id}.json`);
  return (passages[passage]?.times ?? []).map((time) => ({ ...time, ...days(time.edtf) }));
}

/** The first and last day of the EDTF forms that the editors use, as text that sorts by time. */
export function days(edtf) {
  const [from, to = from] = edtf.replaceAll(/[~?%]/g, "").split("/");
  const first = (date) => (date === ".." ? "0000-00-00" : `${date}-01-01`.slice(0, 10));
  const last = (date) => (date === ".." ? "9999-99-99" : `${date}-99-99`.slice(0, 10));
  return { from: first(from), to: last(to) };
}

export const overlap = (a, b) => a.from <= b.to && b.from <= a.to;

/** White space told apart by nobody who reads. */
export const plain = (text) => text.replaceAll(/\s+/g, " ").trim();

/**
 * The words of an original as one reads them: without Markdown, without the page breaks and footnotes that stand
 * between the halves of a sentence. Written from the format of the files, not from the importer.
 */
export function wordsOf({ reader, text }) {
  return plain(reader === "un-document" ? withoutMarkdown(text.replaceAll(/^(---|<sup>\d+<\/sup>.*)$/gm, "")) : text);
}

/** The footnotes of an original by number, likewise. */
export function footnotesOf({ text }) {
  const notes = text.matchAll(/^<sup>(\d+)<\/sup>(.*)$/gm);
  return new Map([...notes].map(([, number, words]) => [Number(number), plain(withoutMarkdown(words))]));
}

function withoutMarkdown(text) {
  return text
    .replaceAll(/<sup>\d+<\/sup>/g, "")
    .replaceAll(/\\([()[\]*_])/g, "$1")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/<(http[^>]*)>/g, "$1")
    .replaceAll(/\*+/g, "")
    .replaceAll(/^#+ /gm, "");
}

/** What a site left around a text. It is not read as text; the original shows it. */
const FURNITURE = {
  "civil-15": [/^Related Posts:$/m],
  stepanakert: [/^Print Friendly, PDF & Email$/m],
  article: [
    /^Misplaced Pages$/m,
    /^Article snapshot taken from .*$/m,
    /^Nagorno-Karabakh conflict$[^]*?^Eastern Europe$/m,
    /(?<=^ *395\. .*$)[^]*/m,
  ],
};

/** The lines of an original as the page is to show them. */
export function lines(document) {
  const text = (FURNITURE[document.id] ?? []).reduce((text, part) => text.replace(part, ""), document.text);
  assert.ok(text.length > document.text.length * 0.9, "furniture is a small part");
  const shown = text.split("\n").map((line) => wordsOf({ ...document, text: line }));
  if (document.id !== "article") return shown.filter(Boolean);
  return shown.filter(Boolean).map((line) =>
    line
      // Numbers of references are the list’s own; a caret says that one is cited more than once.
      .replace(/^\d+\. (\^ )?/, "")
      // A flag’s alternative text, before the name that it repeats.
      .replace(/^• (.+) \1 – /, "• $1 – ")
      // Labels of the infobox, glued to their values.
      .replace(/^(Date|Location)(?=\S)/, "$1 "),
  );
}
