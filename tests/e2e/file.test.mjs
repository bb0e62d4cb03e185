// One file, opened from a disk: everything in it, and nothing asked of anybody.
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { readers, shownIn, stands } from "./app.mjs";
import { DOCUMENTS, lines, plain } from "./corpus.mjs";

const promise = readers();

const ADDRESS = pathToFileURL(`${process.env.DIST}/parallax.html`).href;

/** Opens the file at a view, and notes every request but the one for the file itself. */
async function open({ page, watch }, fragment = "") {
  watch.provoke(/^off the origin: file:/);
  const requests = [];
  page.on("request", (request) => {
    const [address] = request.url().split("#");
    if (address !== ADDRESS && !address.startsWith("data:")) requests.push(address);
  });
  await page.goto(ADDRESS + (fragment && `#${fragment}`));
  await stands(page);
  return requests;
}

promise("E8 The one file opens from a disk at the view that was asked for, and asks for nothing", {}, async (visit) => {
  const { page, becomes, follow } = visit;
  const requests = await open(visit, "v1/compare/2020-war");
  assert.match(await page.title(), /^The war of autumn 2020/);
  assert.match(await page.locator(".kept").innerText(), /^One file with everything in it/);
  for (const [fragment, title] of [
    ["v1/claims", /^Claims/],
    ["v1/names/karabakh", /^/],
    ["v1/vocabulary", /^Vocabulary/],
    ["v1/sources", /^Sources/],
    ["v1/about", /^About/],
  ]) {
    await follow(fragment);
    await becomes(async () => title.test(await page.title()), true);
  }
  assert.deepEqual(requests, []);
});

promise("E8 All five documents can be read in it, word for word", {}, async (visit) => {
  const { page, follow, becomes } = visit;
  const requests = await open(visit);
  for (const document of DOCUMENTS) {
    await follow(`v1/read/${document.id}`);
    await becomes(() => page.title(), `${document.title.short} – Read – Parallax`);
    const text = plain(await shownIn(page.getByRole("article")));
    const missing = lines(document).filter((line) => !text.includes(line));
    assert.deepEqual(missing, [], `${document.id}: no line is missing`);
  }
  assert.deepEqual(requests, []);
});

promise("E8 A theme that was chosen in it is there when it is opened again", {}, async (visit) => {
  const { page, becomes } = visit;
  await open(visit);
  await page.getByRole("combobox", { name: "Theme" }).selectOption("Dark");
  await page.reload();
  await stands(page);
  await becomes(() => page.evaluate(() => document.documentElement.dataset.theme), "dark");
});
