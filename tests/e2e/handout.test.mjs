// A hand-out for a class: what is on it comes from any page, its link holds it, it prints with lines to write on.
import assert from "node:assert/strict";
import { readers, shownIn } from "./app.mjs";
import { documentOf, plain, wordsOf } from "./corpus.mjs";
import { textOf } from "./highlighting.mjs";

const promise = readers();

const on = (page) => page.locator(".given").evaluateAll((all) => all.map(({ dataset }) => dataset.passage));
const questions = (page) => page.locator(".question > p").allInnerTexts();
const share = async (page) => {
  await page.getByRole("button", { name: "Share" }).click();
  return page.getByRole("dialog").getByRole("link", { name: /^Make a hand-out of the/ });
};

promise(
  "A hand-out is made of the passages that a page shows, in their own words, and its link holds it",
  { at: "v1/compare/1992" },
  async ({ page, go, becomes, fragment }) => {
    const shown = await page
      .locator("#period-1992 [data-passage]")
      .evaluateAll((all) => all.filter((one) => !one.closest("details:not([open])")).map(({ dataset }) => dataset.passage));
    assert.ok(shown.length > 2);
    const way = await share(page);
    assert.equal(await way.innerText(), `Make a hand-out of the ${shown.length} passages of this period`);
    await way.click();
    await page.getByRole("heading", { name: "Hand-out", level: 1 }).waitFor();
    assert.equal(await page.getByRole("dialog").count(), 0, "the dialog has gone");
    await becomes(async () => (await on(page)).toSorted(), shown.toSorted());
    for (const id of shown) {
      const words = plain(await shownIn(textOf(page, id)));
      assert.ok(wordsOf(documentOf(id)).includes(words.slice(0, 60)), `${id}: ${words}`);
    }

    await page.locator("summary", { hasText: "Change it" }).click();
    await page.locator("summary", { hasText: "Questions: none yet" }).click();
    await page.getByLabel("Where do they differ").check();
    await page.getByLabel("Who wrote this").check();
    await page.getByLabel("Lines to write on").selectOption("6");
    await page.getByLabel("Task, in your own words").fill("Compare them & say why.");
    const asked = ["Who wrote this, and in whose name?", "Where do they differ: in facts, in names, in causes?"];
    await becomes(() => questions(page), asked);
    // What can be answered before one reads stands before what is read.
    const order = await page.locator(".question, .given").evaluateAll((all) => all.map(({ className }) => className));
    assert.deepEqual(order, ["question", ...shown.map(() => "given"), "question"]);

    const link = await fragment();
    assert.ok(link.includes("+ask:who+ask:differ+lines:6+task:Compare+them+%26+say+why."), link);
    await go(link);
    await becomes(async () => (await on(page)).length, shown.length);
    assert.deepEqual(await questions(page), asked);
    assert.equal(await page.getByLabel("Task, in your own words").inputValue(), "Compare them & say why.");

    // By keyboard one is taken off; the focus is not lost.
    const [first, ...rest] = await on(page);
    await page.locator(`.given[data-passage="${first}"]`).getByRole("button", { name: /^Take off the hand-out: / }).press("Enter");
    await becomes(() => on(page), rest);
    assert.notEqual(await page.evaluate(() => document.activeElement.localName), "body");
  },
);

promise(
  "Passages are put on the hand-out from their panels, and stand in the order of the accounts",
  { at: "v1/search?q=border&show=article.lead.p3" },
  async ({ page, go, becomes }) => {
    const panel = page.locator("#panel .putting");
    await panel.getByRole("button", { name: "Put on a hand-out" }).click();
    await becomes(() => panel.getByRole("status").innerText(), "On the hand-out: 1 passage.");
    await go("v1/claims?show=letter.p7");
    await panel.getByRole("button", { name: "Put on a hand-out" }).press("Enter");
    await panel.getByRole("link", { name: "Hand-out, 2 passages" }).click();
    await becomes(() => on(page), ["letter.p7", "article.lead.p3"]);
    // The hand-out that was worked on last is found again.
    await go("v1/notebook");
    await page.getByRole("link", { name: "Make one, or go on with the one you had" }).click();
    await page.getByRole("link", { name: "Go on with the hand-out you had, 2 passages" }).click();
    await becomes(() => on(page), ["letter.p7", "article.lead.p3"]);
    await go("letter.p7");
    await panel.getByRole("button", { name: "Take off the hand-out" }).click();
    await becomes(() => panel.getByRole("status").innerText(), "On the hand-out: 1 passage.");
  },
);

promise("A hand-out of somebody else takes nobody’s own away", { at: "letter.p7" }, async ({ page, go, becomes }) => {
  const panel = page.locator("#panel .putting");
  await panel.getByRole("button", { name: "Put on a hand-out" }).click();
  await panel.getByText("On the hand-out: 1 passage.").waitFor();
  const own = page.getByRole("link", { name: "Go on with the hand-out you had, 1 passage" });
  for (const other of ["v1/handout?q=article.lead.p3", "v1/handout?q=article.lead.p1"]) {
    await go(other);
    await own.waitFor();
  }
  await own.click();
  await becomes(() => on(page), ["letter.p7"]);
  // What is taken off does not come back.
  await page.getByRole("button", { name: /^Take off the hand-out: / }).click();
  await becomes(() => on(page), []);
  assert.equal(await own.count(), 0);
  await go("letter.p7");
  await panel.getByRole("button", { name: "Put on a hand-out" }).waitFor();
});

promise(
  "Whoever has got the link to a hand-out reads the sheet; what changes it is one step away",
  { at: "v1/handout?q=letter.p7+article.lead.p3+ask:differ+lines:6" },
  async ({ page, becomes }) => {
    await becomes(() => on(page), ["letter.p7", "article.lead.p3"]);
    const off = page.getByRole("button", { name: /^Take off the hand-out: / });
    const task = page.getByLabel("Task, in your own words");
    for (const control of [off.first(), task]) assert.equal(await control.isVisible(), false);
    assert.ok(await page.getByRole("button", { name: "Print" }).isVisible());
    await page.locator("summary", { hasText: "Change it" }).press("Enter");
    await task.fill("Compare.");
    await off.first().click();
    await becomes(() => on(page), ["article.lead.p3"]);
    assert.ok(await task.isVisible(), "it stays open for whoever works on it");
  },
);

promise("Two tabs put passages on one hand-out", { at: "letter.p7" }, async ({ page, server, watch }) => {
  const putting = (of) => of.locator("#panel .putting");
  const other = await page.context().newPage();
  other.on("pageerror", (error) => watch.findings.push(`uncaught: ${error.message}`));
  await other.goto(`${server.url}#article.lead.p3`);
  for (const of of [page, other]) await putting(of).getByRole("button", { name: "Put on a hand-out" }).waitFor();
  await putting(page).getByRole("button", { name: "Put on a hand-out" }).click();
  await putting(page).getByText("On the hand-out: 1 passage.").waitFor();
  await putting(other).getByRole("button", { name: "Put on a hand-out" }).click();
  await putting(other).getByText("On the hand-out: 2 passages.").waitFor();
  await other.close();
});

promise(
  "Where nothing can be kept, a hand-out is held as long as the page is open",
  {
    at: "letter.p7",
    script: () => {
      Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("", "SecurityError"); } });
    },
  },
  async ({ page, follow, becomes }) => {
    const panel = page.locator("#panel .putting");
    await panel.getByRole("button", { name: "Put on a hand-out" }).click();
    await panel.getByText("On the hand-out: 1 passage.").waitFor();
    await follow("article.lead.p3");
    await page.locator('#panel [data-of="article.lead.p3"]').first().waitFor();
    await panel.getByRole("button", { name: "Put on a hand-out" }).click();
    await panel.getByRole("link", { name: "Hand-out, 2 passages" }).click();
    await becomes(() => on(page), ["letter.p7", "article.lead.p3"]);
  },
);

promise("A page of too many passages says what to do instead", { at: "v1/read/article" }, async ({ page }) => {
  await page.getByRole("button", { name: "Share" }).click();
  const said = page.getByRole("dialog").getByText(/^A hand-out has room for 40 passages; \d{3} are shown here\./);
  await said.waitFor();
  assert.equal(await page.getByRole("link", { name: /^Make a hand-out/ }).count(), 0);
});

promise(
  "What is on the link and not in this release is told",
  // A column that is hidden elsewhere hides nothing here.
  { at: "v1/handout?q=letter.p7+letter.p999+ask:why+task:%3Cimg+src=x+onerror=alert(1)%3E&columns=armenian" },
  async ({ page, becomes }) => {
    await becomes(() => on(page), ["letter.p7"]);
    assert.equal(await page.locator(".task").innerText(), "<img src=x onerror=alert(1)>", "B3 a text is a text");
    assert.match(await page.locator(".handout .at-risk").innerText(), /: letter\.p999, ask:why\.$/);
  },
);

promise(
  "On paper a hand-out has a head for the pupil, its passages with their sources, and lines",
  { at: "v1/handout?q=letter.p7+article.lead.p3+ask:differ+lines:6" },
  async ({ page, server }) => {
    await page.emulateMedia({ media: "print" });
    const sheet = page.locator(".handout");
    assert.match(plain(await sheet.innerText()), /^Hand-out Name: Date: Letter to the UN ¶7 /);
    assert.equal(await sheet.getByText(`${server.url}#letter.p7`).count(), 1);
    assert.equal(await sheet.locator(".lines span").evaluateAll((all) => all.filter((one) => one.checkVisibility()).length), 6);
    const sources = await page.locator(".printed p").last().innerText();
    assert.match(sources, /Letter to the UN: .*Wikipedia article: .*CC BY-SA/);
    assert.doesNotMatch(sources, /organizations/, "of the others, nothing is on it");
    for (const format of ["A4", "Letter"]) {
      const pdf = await page.pdf({ format, preferCSSPageSize: false });
      assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    }
  },
);
