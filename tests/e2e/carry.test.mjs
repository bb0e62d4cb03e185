// What is copied from a text brings its source along, and stays as it was selected.
import assert from "node:assert/strict";
import { documentOf } from "./corpus.mjs";
import { STANDS, readers, selectOver, unfold } from "./app.mjs";

const promise = readers();
const permissions = ["clipboard-read", "clipboard-write"];

/** Copies what is selected with the keyboard, and tells what the page made of it. */
async function copied(page) {
  await page.evaluate(() => {
    globalThis.copied = undefined;
    const tell = (event) => {
      const [plain, rich] = ["text/plain", "text/html"].map((type) => event.clipboardData.getData(type));
      globalThis.copied = { filled: event.defaultPrevented, plain, rich };
    };
    addEventListener("copy", tell, { once: true });
  });
  await page.keyboard.press("ControlOrMeta+c");
  const told = await page.evaluate(() => globalThis.copied);
  return { ...told, clipboard: await page.evaluate(() => navigator.clipboard.readText()) };
}

/** The same, as soon as what names the sources has been fetched. */
async function carried({ page, becomes }) {
  await becomes(async () => (await copied(page)).filled, true, "the sources are filled in");
  return copied(page);
}

const selected = (page) => page.evaluate(() => getSelection().toString());
const text = (id) => `[data-passage="${id}"] > .text`;
const address = (server, id) => `${server.url}#v1/read/${id.split(".")[0]}?show=${id}`;
const escaped = (url) => url.replaceAll("&", "&amp;");

promise(
  "Words copied from a passage stay as they are, and name their source, plain and rich",
  { at: "v1/compare/2020-war", permissions },
  async (visit) => {
    const { page, server } = visit;
    const { title, issuer } = documentOf("letter.p69");
    await selectOver(page, [text("letter.p69"), 3], [text("letter.p69"), 60]);
    const words = await selected(page);
    assert.ok(words.length > 50, words);
    const { plain, rich, clipboard } = await carried(visit);
    const url = address(server, "letter.p69");
    assert.equal(plain, `${words}\n\n${issuer.text}, “${title.text},” January 12, 2021, para. 69, ${url}.`);
    assert.equal(clipboard, plain);
    assert.ok(rich.startsWith(`<blockquote cite="${escaped(url)}"><p>`), rich);
    assert.ok(rich.endsWith(`<a href="${escaped(url)}">${escaped(url)}</a>.</p>`), rich);
    // The address leads back to it.
    await page.goto("about:blank");
    await page.goto(url);
    await page.locator('.set.selected[data-passage="letter.p69"]').waitFor();
  },
);

promise(
  "What is copied from two accounts names both, and of many passages the first eight",
  { at: "v1/compare/2020-war", permissions },
  async (visit) => {
    const { page, server } = visit;
    const row = page.locator("#period-2020-war .cell");
    const shown = (cell) => row.nth(cell).locator(".passage").evaluateAll((all) => all.map((one) => one.dataset.passage));
    const [first, second, third] = [await shown(0), await shown(1), await shown(2)];
    const two = [first.at(-1), second[0]];
    const within = (id) => `#period-2020-war ${text(id)}`;
    await selectOver(page, [within(two[0]), 5], [within(two[1]), 40]);
    const words = await selected(page);
    const { plain } = await carried(visit);
    assert.ok(plain.startsWith(`${words}\n\n`));
    const lines = plain.slice(words.length + 2).split("\n");
    assert.deepEqual(
      lines.map((line) => line.match(/http\S+(?=\.$)/)[0]),
      two.map((id) => address(server, id)),
    );
    assert.notEqual(documentOf(two[0]).account, documentOf(two[1]).account);

    const all = [...first, ...second, ...third];
    await selectOver(page, [within(all[0]), 0], [within(all.at(-1)), 20]);
    const many = (await copied(page)).plain.split("\n").slice(-9);
    assert.equal(all.length > 9, true);
    assert.deepEqual(
      many.slice(0, 8).map((line) => line.match(/http\S+(?=\.$)/)[0]),
      all.slice(0, 8).map((id) => address(server, id)),
    );
    assert.equal(many[8], `and ${all.length - 8} further passages`);
  },
);

promise(
  "A paragraph selected by three clicks names no neighbour; a footnote names itself",
  { at: "v1/read/letter", permissions },
  async (visit) => {
    const { page, server } = visit;
    await page.locator(`${text("letter.p3")} > p`).click({ clickCount: 3, position: { x: 20, y: 10 } });
    const { plain } = await carried(visit);
    assert.equal(plain.match(/http\S+(?=\.$)/gm).join(), address(server, "letter.p3"));

    const note = `${text("letter.p2")} .note .text`;
    await page.locator(note).hover();
    await selectOver(page, [`${note} > p`, 4], [`${note} > p`, 30]);
    const [line] = (await copied(page)).plain.split("\n").slice(-1);
    const id = await page.locator(note).evaluate((one) => one.dataset.of);
    assert.ok(line.includes("note 1") && line.endsWith(`${address(server, id)}.`), line);
  },
);

promise(
  "The panel and a hit of the search name their source as well",
  { at: "v1/search?q=ceasefire", permissions },
  async (visit) => {
    const { page, server } = visit;
    const hit = page.locator(".hit").first();
    const id = await hit.getAttribute("data-passage");
    await selectOver(page, [".hit .snippet", 4], [".hit .snippet", 50]);
    assert.ok((await carried(visit)).plain.endsWith(`${address(server, id)}.`));

    await visit.go("v1/compare?show=civil-15.p1");
    await selectOver(page, ["#panel > .text", 0], ["#panel > .text", 30]);
    const { plain } = await carried(visit);
    assert.ok(plain.endsWith(`${address(server, "civil-15.p1")}.`), plain);
    assert.ok(plain.includes("[") && plain.includes("ca. "), "what the editors supplied, and that the text bears no date");
  },
);

promise(
  "Fields, headings and controls are copied as the browser does it",
  { at: "v1/search?q=border", permissions },
  async (visit) => {
    const { page } = visit;
    await selectOver(page, [".hit .snippet", 4], [".hit .snippet", 50]);
    await carried(visit);
    await page.locator("#query").selectText();
    assert.deepEqual(await copied(page), { filled: false, plain: "", rich: "", clipboard: "border" });
    await selectOver(page, [".brand", 0], [".brand"]);
    const { filled, clipboard } = await copied(page);
    assert.deepEqual([filled, clipboard], [false, "Parallax"]);
  },
);

promise(
  "B3 Markup in a text is copied as text, and runs nowhere",
  { at: "v1/compare/2020-war", permissions },
  async (visit) => {
    const { page } = visit;
    const evil = '<img src=x onerror="globalThis.ran=1"><script>globalThis.ran=1</script> & "so" on';
    await page.evaluate(
      ([selector, evil]) => {
        const walk = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
        walk.nextNode();
        walk.currentNode.data = evil;
      },
      [text("letter.p69"), evil],
    );
    await selectOver(page, [text("letter.p69"), 0], [text("letter.p69"), evil.length]);
    const { plain, rich } = await carried(visit);
    assert.ok(plain.startsWith(`${evil}\n\n`), plain);
    assert.ok(!/<(img|script)/.test(rich) && rich.includes("&lt;img"), rich);
    await page.evaluate(() => {
      const field = document.createElement("div");
      field.contentEditable = "true";
      document.body.prepend(field);
      field.focus();
    });
    await page.keyboard.press("ControlOrMeta+v");
    const pasted = page.locator("[contenteditable]");
    assert.ok((await pasted.innerText()).includes(evil.slice(0, 30)));
    assert.equal(await pasted.locator("img, script").count(), 0);
    assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  },
);

promise(
  "The page for frames names the app’s address as the source",
  { permissions },
  async (visit) => {
    const { page, server } = visit;
    await page.goto(`${server.url}embed.html#v1/compare/2020-war`);
    await page.locator(STANDS).waitFor();
    await unfold(page);
    await selectOver(page, [text("letter.p69"), 3], [text("letter.p69"), 60]);
    assert.ok((await carried(visit)).plain.endsWith(`${address(server, "letter.p69")}.`));
  },
);
