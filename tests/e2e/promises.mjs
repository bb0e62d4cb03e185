// What the project promises, by the ids that tests bear in their names, and a reporter for Node that tells of each
// promise which tests tried it and how they ended.

export const PROMISES = {
  F1: "a file that fails while a release is installed: the release before stays whole",
  F2: "wrong bytes, or a page in a file’s place: refused, tried again, named",
  F3: "a tab stays on its release until the reader agrees",
  F4: "a kept file that was dropped: fetched again and checked, or words instead of nothing",
  F5: "no room: the app runs, and says so",
  F6: "no service worker: one word about it, full reading",
  F7: "other apps’ caches are left alone",
  F8: "a program of unknown type boots",
  F9: "a connection that stalls: a message and a way on within 15 seconds, the text readable",
  F10: "a release that withdraws the app: nothing left in one visit",
  F11: "a panic or a trap: a panel, and a way on",
  B3: "scripts in the address, in notes and in imported files: text, nothing runs",
  B5: "fragments that cannot be followed: the nearest view and a message",
  B8: "messages of frames: wrong shapes, sources, sizes and floods are ignored",
  E1: "a sandbox with scripts alone",
  E2: "a host like WordPress",
  E3: "hosts that speak other dialects: Canvas, H5P, AMP, Pym",
  E4: "a host without any protocol",
  E5: "the clipboard denied",
  E6: "a frame of another site",
  E7: "a sub-path, types unknown",
  E8: "the one file from a disk",
  S1: "a strict policy on every journey",
  S2: "no request off the origin, no cookie",
  A1: "axe on every view, theme and width",
  A2: "320 px and text of twice the size",
  A3: "the keyboard alone",
  A4: "a view change: title and focus",
  A5: "changes are told in a status",
  A6: "without colours",
  A7: "following: can be switched off, never moves the focus",
  A8: "the timeline: a table, large targets, no dragging",
  A9: "text spacing; print with sources",
  T1: "a citation of any passage",
  T2: "a notebook exported, wiped and imported",
};

/** What is promised and tried elsewhere, or not at all, and why. */
export const ELSEWHERE = {
  B1: "limits of imports: there is no import of documents yet",
  B4: "addresses of scripts: `cargo test`, links of references",
  B6: "fuzzing of the address: `cargo test`, property tests of the codec",
  S3: "two builds of the same bytes: `cargo xtask reproduce`; licences, sources and `--locked`: `cargo xtask test deny`; advisories: `cargo deny check advisories`, where their database can be reached",
  T3: "ids of every release resolve: `cargo test`, tests/released_ids.txt",
};

/** The ids that stand at the beginning of a test's name. */
export const idsOf = (name) => /^((?:[FBESAT]\d+ )+)/.exec(name)?.[1].trim().split(" ") ?? [];

export default async function* report(source) {
  const tried = new Map(Object.keys(PROMISES).map((id) => [id, { passed: 0, failed: 0 }]));
  for await (const { type, data } of source) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (data.skip) continue;
    for (const id of idsOf(data.name)) {
      const outcome = tried.get(id);
      if (outcome) outcome[type === "test:pass" ? "passed" : "failed"]++;
    }
  }
  yield "\nPromises, and the tests that bear their ids\n";
  for (const [id, { passed, failed }] of tried) {
    const outcome = failed > 0 ? `FAILED ${failed} of ${passed + failed}` : passed > 0 ? `${passed} passed` : "not tried";
    yield `${id.padEnd(4)}${outcome.padEnd(16)}${PROMISES[id]}\n`;
  }
  for (const [id, why] of Object.entries(ELSEWHERE)) yield `${id.padEnd(4)}${"elsewhere".padEnd(16)}${why}\n`;
}
