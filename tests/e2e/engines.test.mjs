// The main journeys in Chromium, Firefox ESR and WebKitGTK: each step as a reader takes it, and the same in all three.
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ACCOUNTS, DOCUMENTS, PERIODS, documentOf, plain, wordsOf } from "./corpus.mjs";
import { LITTLE_ROOM, inEveryEngine } from "./engines/index.mjs";
import { STANDS } from "./engines/visit.mjs";
import { frame as framed, host } from "./host.mjs";

const [AZERBAIJANI, ARMENIAN, INTERNATIONAL] = ACCOUNTS.map(({ name }) => name);
const ORIGINALS = DOCUMENTS.map(wordsOf).join("\n");
const periodOf = (id) => PERIODS.find((period) => period.id === id);

/** The widths of some elements are the same, to less than a pixel. */
function assertEqualWidths(boxes, count, message) {
  const widths = boxes.map(({ width }) => width);
  assert.equal(widths.length, count, message);
  assert.ok(Math.min(...widths) > 40, `${message}: ${widths}`);
  assert.ok(Math.max(...widths) - Math.min(...widths) < 1, `${message}: ${widths}`);
}

/** The texts of some passages stand in the originals, word for word. */
function assertOriginal(texts) {
  assert.ok(texts.length > 0, "there are passages");
  const changed = texts.filter((text) => !text || !ORIGINALS.includes(plain(text)));
  assert.deepEqual(changed, [], "they are word for word");
}

const cellNames = (period) => `#period-${period} .cell-name`;

inEveryEngine((promise) => {
  promise(
    "What must not happen does not go unnoticed",
    { at: "v1/about" },
    async ({ evaluate, becomes, provoke, reload, heard }) => {
      await evaluate(() => {
        console.error("an error is told");
        console.warn("a warning is told");
        setTimeout(() => {
          throw new Error("an error is not caught");
        });
        fetch("no-such-file.json");
        document.body.append(Object.assign(new Image(), { src: "https://elsewhere.invalid/image.png" }));
      });
      const signs = [
        /an error is told/,
        /a warning is told/,
        /an error is not caught/,
        /404: \/no-such-file\.json/,
        /policy violated: img-src https:\/\/elsewhere\.invalid/,
      ];
      const missed = async () => {
        const findings = await heard();
        return signs.filter((sign) => !findings.some((finding) => sign.test(finding))).map(String);
      };
      await becomes(missed, []);
      await reload();
      assert.deepEqual(await missed(), [], "nothing is forgotten when the page is left");
      provoke(...signs, /Failed to load resource/, /Content-Security-Policy/, /elsewhere\.invalid/);
    },
  );

  promise("From cold, the comparison stands with its title and its first rows", {}, async (visit) => {
    const { go, title, text, texts, boxes, said, screenshot } = visit;
    await go();
    assert.match(await title(), /Parallax$/);
    assert.match(await text("#page-title"), /\S/);
    const titles = await texts(".row .period-head h2");
    assert.deepEqual(titles.slice(0, 3), PERIODS.slice(0, 3).map((period) => period.title));
    assert.equal(titles.length, PERIODS.length + 1);
    assert.deepEqual(await texts(".head strong"), [AZERBAIJANI, ARMENIAN, INTERNATIONAL]);
    assertOriginal((await texts(`#period-${PERIODS[0].id} .flow > .passage > .text`)).slice(0, 1));
    assertEqualWidths(await boxes(".head"), 3, "heads");
    assert.equal(await said(), "");
    const picture = await screenshot();
    assert.equal(picture.subarray(1, 4).toString(), "PNG");
  });

  promise("The first rows can be read where the app cannot be loaded, and it can be tried again", {}, async (visit) => {
    const { go, server, texts, text, click, waitFor, title, provoke } = visit;
    provoke(/_bg\.wasm/, /Failed to load resource/);
    server.fail(/_bg\.wasm$/, { status: 404 });
    await go("", "#boot-retry:not([hidden])");
    assert.match(await text("#boot-status"), /^The app could not be loaded\. parallax-\w+_bg\.wasm: .*404/);
    assertOriginal((await texts("#period-before-1987 .passage .text")).slice(0, 1));
    server.mend();
    await click("#boot-retry");
    await waitFor((sign) => document.querySelector(sign), STANDS);
    assert.match(await title(), /Parallax$/);
  });

  promise("A period is chosen, and its cells stand in columns of one width", { at: "v1/compare" }, async (visit) => {
    const { choose, named, becomes, fragment, title, focus, texts, text, boxes } = visit;
    const period = periodOf("2020-war");
    await choose(await named("Go to a period"), period.title);
    await becomes(fragment, "v1/compare/2020-war");
    await becomes(title, `${period.title} – Compare – Parallax`);
    await becomes(focus, "period-2020-war-title");
    assert.deepEqual(await texts(cellNames("2020-war")), [AZERBAIJANI, ARMENIAN, INTERNATIONAL]);
    const found = new Set(
      (await visit.evaluate(() =>
        [...document.querySelectorAll("#period-2020-war .flow > [data-passage]")].map(({ dataset }) => dataset.passage),
      )).map((id) => documentOf(id).id),
    );
    for (const id of ["letter", "civil-21", "article"]) assert.ok(found.has(id), id);
    const empty = await text("#period-may-june-2021 .cell:first-child .empty");
    assert.match(empty, /^Written before this\./);
    const heads = await boxes(".head");
    assertEqualWidths(heads, 3, "heads");
    for (const id of ["2020-war", "may-june-2021", "undated"]) {
      const cells = await boxes(`#period-${id} .cell`);
      assertEqualWidths(cells, 3, id);
      for (const [i, { left }] of cells.entries())
        assert.ok(Math.abs(left - heads[i].left) < 1, `${id}: cell ${i} stands under its head`);
    }
  });

  promise("Accounts are moved, hidden and shown again", { at: "v1/compare/2020-war" }, async (visit) => {
    const { click, named, becomes, texts, fragment, focus, boxes, press, reload } = visit;
    const heads = () => texts(".head strong");
    await click(await named(`Move ${AZERBAIJANI} right`));
    await becomes(heads, [ARMENIAN, AZERBAIJANI, INTERNATIONAL]);
    assert.deepEqual(await texts(cellNames("2020-war")), [ARMENIAN, AZERBAIJANI, INTERNATIONAL]);
    await becomes(focus, `Move ${AZERBAIJANI} right`, "the focus goes with the column");
    await press("Enter");
    await becomes(heads, [ARMENIAN, INTERNATIONAL, AZERBAIJANI]);
    await click(await named(`Hide ${INTERNATIONAL}`));
    await becomes(heads, [ARMENIAN, AZERBAIJANI]);
    assert.notEqual(await focus(), "body", "the focus is kept");
    assert.deepEqual(await texts(cellNames("2020-war")), [ARMENIAN, AZERBAIJANI]);
    assertEqualWidths(await boxes("#period-2020-war .cell"), 2, "two accounts");
    await becomes(fragment, "v1/compare/2020-war?columns=armenian+azerbaijani&account=azerbaijani");
    await reload();
    assert.deepEqual(await heads(), [ARMENIAN, AZERBAIJANI], "loading again keeps it");
    await click(await named(`Show ${INTERNATIONAL}`));
    await becomes(heads, [ARMENIAN, AZERBAIJANI, INTERNATIONAL]);
    assertEqualWidths(await boxes("#period-2020-war .cell"), 3, "three accounts");
  });

  promise("A link opens a whole view", {}, async ({ go, becomes, fragment, texts, text, title, evaluate, said }) => {
    const view = "v1/compare/may-june-2021?columns=international+armenian&show=article.may-2021.p5";
    await go(view);
    assert.deepEqual(await texts(".head strong"), [INTERNATIONAL, ARMENIAN]);
    assert.equal(await text("#panel-title"), "Wikipedia article May 2021, ¶5");
    await becomes(title, `${periodOf("may-june-2021").title} – Compare – Parallax`);
    const inSight = () =>
      evaluate(() => {
        const passage = document.querySelector('#period-may-june-2021 [data-passage="article.may-2021.p5"]');
        const { top } = passage.getBoundingClientRect();
        return top >= 0 && top < innerHeight - 20;
      });
    await becomes(inSight, true, "the passage is in sight");
    assert.equal(await fragment(), view);
    await go("letter.p8.s2");
    await becomes(fragment, "v1/read/letter?show=letter.p8.s2");
    assert.equal(await text("#panel-title"), "Letter to the UN ¶8");
    assert.match((await texts("#panel .pointed")).join(" "), /^In a declaration on 11 March 1992/);
    assert.equal(await said(), "");
  });

  promise("Back and forward go through pages, periods and the panel", { at: "" }, async (visit) => {
    const { click, named, becomes, fragment, title, count, back, forward, focus } = visit;
    const period = `${periodOf("2020-war").title} – Compare – Parallax`;
    const seen = [
      { address: "", name: "Three accounts of one conflict – Compare – Parallax", panels: 0 },
      {
        step: async () => click(await named("About", ".masthead nav")),
        address: "v1/about",
        name: "About – Parallax",
        panels: 0,
      },
      {
        step: async () => click(await named("Compare", ".masthead nav")),
        address: "v1/compare",
        name: "Three accounts of one conflict – Compare – Parallax",
        panels: 0,
      },
      {
        step: () => click('.slots [href="#v1/compare/2020-war"]'),
        address: "v1/compare/2020-war",
        name: period,
        panels: 0,
      },
      {
        step: () => click('#period-2020-war [data-passage="civil-21.p1"] [data-opens]'),
        address: "v1/compare/2020-war?show=civil-21.p1",
        name: period,
        panels: 1,
      },
      {
        step: async () => click(await named("Read in the document", "#panel")),
        address: "v1/read/civil-21?period=2020-war&show=civil-21.p1",
        name: `${documentOf("civil-21.p1").title.short} – Read – Parallax`,
        panels: 1,
      },
    ];
    const standsAt = async ({ address, name, panels }) => {
      await becomes(fragment, address);
      await becomes(title, name, `title at ${address}`);
      await becomes(() => count("#panel"), panels, `panel at ${address}`);
      assert.notEqual(await focus(), "body", `the focus is kept at ${address}`);
    };
    for (const place of seen.slice(1)) {
      await place.step();
      await standsAt(place);
    }
    for (const place of seen.slice(0, -1).toReversed()) {
      await back();
      await standsAt(place);
    }
    for (const place of seen.slice(1)) {
      await forward();
      await standsAt(place);
    }
  });

  promise(
    "A passage’s panel opens, closes by Escape, and gives the focus back",
    { at: "v1/compare/2020-war" },
    async ({ click, press, becomes, focus, count, attribute, text, texts, fragment, evaluate }) => {
      const opener = '#period-2020-war [data-passage="civil-21.p1"] > p > [data-opens="passage"]';
      const name = await attribute(opener, "aria-label");
      for (const open of [
        () => click(opener),
        async () => {
          await evaluate((opener) => document.querySelector(opener).focus(), opener);
          await press("Enter");
        },
      ]) {
        await open();
        await becomes(() => count("#panel"), 1);
        await becomes(focus, "panel-title");
        assert.equal(await attribute(opener, "aria-expanded"), "true");
        assert.match(await text("#panel-title"), /^21 organizations ¶1$/);
        assertOriginal((await texts("#panel .text")).slice(0, 1));
        assert.equal(await fragment(), "v1/compare/2020-war?show=civil-21.p1");
        await press("Escape");
        await becomes(() => count("#panel"), 0);
        await becomes(focus, name, "the focus is on the opener");
      }
    },
  );

  promise("A document can be read whole, and beside another", { at: "v1/read/letter" }, async (visit) => {
    const { becomes, title, texts, choose, named, fragment, boxes, click, count, text, waitFor } = visit;
    await becomes(title, "Letter to the UN – Read – Parallax");
    assert.ok((await texts("article [data-passage] .text")).length > 70);
    // There is a margin for its notes: they are open from the beginning.
    const notes = () => count('[data-passage="letter.p2"] aside');
    await becomes(notes, 1);
    for (const left of [0, 1]) {
      await click('article [data-passage="letter.p2"] sup button');
      await becomes(notes, left);
    }
    await choose(await named("Beside it"), "Wikipedia article");
    await becomes(fragment, "v1/read/letter+article");
    await waitFor(() => document.querySelectorAll("main section article, main article").length === 2);
    assert.equal(await text("#page-title"), "Letter to the UN beside Wikipedia article");
    assertEqualWidths(await boxes(".pane"), 2, "the two documents");
  });

  promise("Names and claims have their pages, and their accounts columns of one width", {}, async (visit) => {
    const { go, click, named, becomes, fragment, text, evaluate, boxes } = visit;
    // Of each row of columns: where the columns of the accounts stand.
    const columns = (rows, cells, first) =>
      evaluate(
        (rows, cells, first) =>
          [...document.querySelectorAll(rows)].map((row) =>
            [...row.querySelectorAll(cells)].slice(first).map((cell) => cell.getBoundingClientRect().toJSON()),
          ),
        rows,
        cells,
        first,
      );
    await go();
    for (const [name, page, ...of] of [
      ["Names", "v1/names", ".wide table", "thead th", 1],
      ["Claims", "v1/claims", ".answers", ":scope > div", 0],
    ]) {
      await click(await named(name, ".masthead nav"));
      await becomes(fragment, page);
      await becomes(async () => (await columns(...of)).length > 0, true, `${page} has columns`);
      for (const cells of await columns(...of)) assertEqualWidths(cells, cells.length, page);
    }
    await go("v1/names");
    await click('main a[href="#v1/names/karabakh"]');
    await becomes(fragment, "v1/names/karabakh");
    await becomes(async () => /Karabakh/.test(await text("#page-title")), true);
    await go("v1/claims/entry-may-2021");
    assert.match(await text("#entry-may-2021"), /Two of three answer, and the answers contradict each other; written before this: Azerbaijani\./);
    assertEqualWidths(await boxes("#entry-may-2021 .answers > div"), 3, "answers");
    const inSight = () => evaluate(() => document.querySelector("#entry-may-2021").getBoundingClientRect().top < innerHeight);
    await becomes(inSight, true, "the claim is in sight");
  });

  promise("A search finds in every account, leads to the passage, and is there again", { at: "v1/compare" }, async (visit) => {
    const { click, named, becomes, fragment, focus, press, texts, boxes, text, count, back, evaluate } = visit;
    await click(await named("Search", ".masthead"));
    await becomes(focus, "Search the texts, notes, references and titles");
    for (const key of "ceasefire") await press(key);
    const told = /^\d+ passages found; \d+ have everything, \d+ a related word\.$/;
    await becomes(async () => told.test(await text(".find-bar [role=status]")), true);
    await becomes(fragment, "v1/search?q=ceasefire");
    assert.deepEqual(await texts(".find .head-name"), [AZERBAIJANI, ARMENIAN, INTERNATIONAL]);
    assertEqualWidths(await boxes(".find .cell"), 3, "columns of hits");
    for (const mark of await texts(".hit mark")) assert.match(mark, /^cease-?fires?$|^cessation of hostilities$|^truce$/i);
    await press("ArrowDown");
    const id = await evaluate(() => document.querySelector(".hit.current").dataset.passage);
    await press("Enter");
    await becomes(async () => (await fragment()).includes(`show=${id}`), true);
    await becomes(() => count("#panel"), 1);
    await back();
    await becomes(fragment, "v1/search?q=ceasefire");
    await becomes(() => evaluate(() => document.activeElement.id), "hit-again");
    await click(await named("Words in context", "main"));
    await becomes(fragment, "v1/concordance?q=ceasefire");
    const edges = () =>
      evaluate(() =>
        // Lines out of sight are not laid out everywhere.
        [...document.querySelectorAll(".line")]
          .filter((one) => one.getBoundingClientRect().bottom < innerHeight)
          .map((one) => one.querySelector("mark").getBoundingClientRect().left),
      );
    await becomes(async () => (await edges()).length > 8, true);
    const found = await edges();
    assert.ok(Math.max(...found) - Math.min(...found) < 1, "the words stand below each other");
  });

  promise("A theme that was chosen stays after loading again", { at: "v1/about" }, async (visit) => {
    const { choose, named, becomes, evaluate, reload } = visit;
    /** The brightness of ground and text, of 255. */
    const colours = () =>
      evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.body);
        return [backgroundColor, color].map((text) => Math.max(...text.match(/\d+/g).slice(0, 3).map(Number)));
      });
    const isDark = async () => {
      const [ground, text] = await colours();
      return ground < 100 && text > 150;
    };
    for (const [theme, dark] of [
      ["Dark", true],
      ["Light", false],
    ]) {
      await choose(await named("Theme"), theme);
      await becomes(isDark, dark, theme);
      await reload();
      assert.equal(await isDark(), dark, `${theme} after loading again`);
      const chosen = await evaluate((select) => document.querySelector(select).selectedOptions[0].text, await named("Theme"));
      assert.equal(chosen, theme);
    }
  });

  promise("A page of 320 px needs no scrolling sideways", { width: 320, height: 640 }, async (visit) => {
    const { go, evaluate, texts, becomes, click, named } = visit;
    for (const at of ["v1/compare/2020-war", "v1/read/letter", "v1/names", "v1/claims", "v1/sources", "letter.p12"]) {
      await go(at);
      const [inner, wide, wider] = await evaluate(() => {
        const limit = document.documentElement.clientWidth;
        const scrolls = (one) => one && (getComputedStyle(one).overflowX !== "visible" || scrolls(one.parentElement));
        const out = [...document.querySelectorAll("main *")]
          .filter((one) => one.getBoundingClientRect().right > limit + 1 && !scrolls(one.parentElement))
          .map((one) => one.outerHTML.slice(0, 80));
        return [innerWidth, document.documentElement.scrollWidth, out];
      });
      assert.equal(inner, 320);
      assert.ok(wide <= 320, `${at}: ${wide} px wide, for ${wider}`);
    }
    await go("v1/compare/2020-war");
    const seen = () =>
      evaluate(() =>
        [...document.querySelectorAll("#period-2020-war .cell")]
          .filter((one) => one.checkVisibility())
          .map((one) => one.querySelector(".cell-name").textContent),
      );
    assert.deepEqual(await seen(), [AZERBAIJANI], "one account is in sight");
    await click(await named("Armenian", ".switcher"));
    await becomes(seen, [ARMENIAN]);
    assert.deepEqual(await texts('.switcher [aria-pressed="true"]'), ["Armenian"]);
  });

  promise("A link that cannot be followed opens a valid view and says so", {}, async (visit) => {
    const { go, follow, becomes, fragment, said, text, texts, count } = visit;
    for (const [asked, told, opened] of [
      ["nonsense", "“nonsense”", "v1/compare"],
      ["v9/compare/2020-war", "(v9)", "v1/compare/2020-war"],
      ["letter.p999", "“letter.p999”", "v1/compare"],
      [encodeURIComponent("<img src=x onerror=alert(1)>"), "“<img src=x onerror=alert(1)>”", "v1/compare"],
      ["x".repeat(65_536), "(65536 bytes)", "v1/compare"],
    ]) {
      for (const way of [go, follow]) {
        await way(asked);
        await becomes(fragment, opened, `of ${asked.slice(0, 40)}`);
        await becomes(async () => (await said()).includes(told), true, `${told} is said`);
        assert.match(await text("#page-title"), /\S/);
        assert.ok((await texts(".row .period-head h2")).length > 10, "the page is not blank");
        assert.equal(await count("main img"), 0);
      }
      // Where an address was mended already, the same one would be no step.
      await follow("v1/about");
      await becomes(fragment, "v1/about");
      // A page that is left while it is under way breaks off what it asks for, which one engine tells as an error.
      await becomes(() => count(".waiting"), 0);
    }
  });

  promise("The keyboard alone opens and leaves a comparison", { at: "" }, async (visit) => {
    const { press, focus, becomes, fragment, evaluate, text } = visit;
    await press("Tab");
    assert.equal(await focus(), "Skip to the content");
    await press("Enter");
    await becomes(focus, "content");
    await press("s");
    await becomes(fragment, "v1/sources");
    await becomes(focus, "page-title");
    await press("c");
    await becomes(fragment, "v1/compare");
    await becomes(focus, "page-title");
    await press("j");
    const passage = await evaluate(() => document.activeElement.closest("[data-passage]")?.dataset.passage);
    assert.ok(passage, "j leads to a passage");
    const opener = await focus();
    await press("o");
    await becomes(focus, "panel-title");
    assert.match(await fragment(), new RegExp(`show=${passage.replaceAll(".", "\\.")}$`));
    assert.match(await text("#panel-title"), /¶/);
    await press("Escape");
    await becomes(focus, opener);
  });

  // Searching belongs here.

  promise("The app that stands goes on where there is no network any more", { at: "v1/compare" }, async (visit) => {
    const { server, click, named, becomes, fragment, text, reload, provoke } = visit;
    // One engine asks for the page's icon again whenever the title changes.
    provoke(/ERR_CONNECTION_REFUSED \(.*\/icon-\w+\.svg\)/);
    // What is loaded when it is asked for is there from the first time on.
    await click(await named("About", ".masthead nav"));
    await becomes(fragment, "v1/about");
    await click(await named("Compare", ".masthead nav"));
    await becomes(fragment, "v1/compare");
    await server.goAway();
    await click('.slots [href="#v1/compare/2020-war"]');
    await becomes(fragment, "v1/compare/2020-war");
    await click(await named("Read", ".masthead nav"));
    await becomes(async () => (await fragment()).startsWith("v1/read/letter"), true);
    assert.match(await text("article"), /\S/);
    await server.comeBack();
    await reload();
    assert.match(await fragment(), /^v1\/read\/letter/);
  });

  promise("After one visit the app starts without a network", { at: "v1/compare", untouched: true }, async (visit) => {
    const { engine, server, becomes, evaluate, text, reload, provoke, follow, title } = visit;
    const state = () => evaluate(() => document.documentElement.dataset.offline);
    await becomes(async () => ["ready", "unsupported"].includes(await state()) || state(), true);
    if ((await state()) === "unsupported") {
      // The packaged MiniBrowser has no service workers in its automated sessions; the app says so.
      assert.equal(engine, "WebKitGTK");
      assert.match(await text(".kept"), /^Not kept for reading without a network: this browser, or this window/);
      return;
    }
    provoke(/ERR_|NetworkError|not kept|Failed to|Could not connect|connection/i);
    await server.goAway();
    await reload();
    await follow("v1/read/letter");
    await becomes(async () => /^Letter to the UN/.test(await title()), true);
    await server.comeBack();
  });

  promise("Another site can show the app in a frame", {}, async (visit) => {
    const { open, frame, server, allow, heard, becomes, provoke } = visit;
    const site = await host({ "/": framed(`${server.url}#v1/compare/2020-war`) });
    try {
      allow(site.origin);
      await open(`${site.origin}/`, "iframe");
      const app = frame("iframe");
      await app.waitFor((sign) => document.querySelector(sign), STANDS);
      assert.deepEqual(await app.texts(cellNames("2020-war")), [AZERBAIJANI, ARMENIAN, INTERNATIONAL]);
      assert.equal(await app.evaluate(() => location.hash), "#v1/compare/2020-war");
      assert.match(await app.text("#page-title"), /\S/);
      // What must not happen does not go unnoticed there, either.
      await app.evaluate(() => console.error("an error in the frame"));
      const told = /an error in the frame/;
      await becomes(async () => (await heard()).some((finding) => told.test(finding)), true);
      provoke(told);
    } finally {
      await site.close();
    }
  });

  promise("In a sandbox that allows scripts alone, the edition for frames shows its view", {}, async (visit) => {
    const { open, frame, server, allow, becomes, evaluate } = visit;
    const site = await host({ "/": framed(`${server.url}embed.html#v1/claims`, 'width="600" sandbox="allow-scripts"') });
    try {
      allow(site.origin);
      await open(`${site.origin}/`, "iframe");
      const view = frame("iframe");
      await view.waitFor((sign) => document.querySelector(sign), STANDS);
      await becomes(() => view.text("#page-title"), "Claims and figures");
      assert.match(await view.text(".kept"), /Nothing is stored/);
      const isTold = () => evaluate(() => heard.some(({ parallax, height }) => parallax === 1 && height > 400));
      await becomes(isTold, true, "the page around is told the height");
    } finally {
      await site.close();
    }
  });

  promise("Opened from a disk, the page shows its first rows", {}, async ({ open, texts, allow, provoke, waitFor, text }) => {
    // No browser loads scripts from there by an address of their own: what it says of that is its own affair.
    provoke(/./);
    allow("file:");
    await open(pathToFileURL(join(process.env.DIST, "index.html")).href, "#boot-retry");
    await waitFor(() => !document.querySelector("#boot-retry").hidden);
    assert.match(await text("#boot-status"), /^The app could not be loaded\./);
    assertOriginal((await texts("#period-before-1987 .passage .text")).slice(0, 1));
  });

  promise("The edition in one file opens from a disk, and asks for nothing", {}, async (visit) => {
    const { open, allow, follow, becomes, title, text, server } = visit;
    allow("file:");
    const asked = server.requests.length;
    await open(`${pathToFileURL(join(process.env.DIST, "parallax.html")).href}#v1/compare/2020-war`, STANDS);
    await becomes(async () => /^The war of autumn 2020/.test(await title()), true);
    await follow("v1/read/letter");
    await becomes(async () => /^Letter to the UN/.test(await title()), true);
    await becomes(async () => /As is known/.test(await text("article")), true);
    assert.equal(server.requests.length, asked);
  });
});

inEveryEngine(
  (promise) => {
    promise(
      "F5 What finds no room stays as long as the page is open, and what does is there again",
      { at: "v1/notebook" },
      async ({ evaluate, becomes, reload, texts }) => {
        const claim = "#entry-whole textarea";
        const write = (length) =>
          evaluate(
            (claim, length) => {
              const field = document.querySelector(claim);
              // Any of 94 letters at any place: what cannot be said in much less room.
              field.value = Array.from({ length }, () => String.fromCharCode(33 + Math.random() * 94)).join("");
              field.dispatchEvent(new InputEvent("input", { bubbles: true }));
            },
            claim,
            length,
          );
        const written = () => evaluate((claim) => document.querySelector(claim).value.length, claim);
        const refused = async () => (await texts("[role=alert]")).map((text) => /keeps no notebook here/.test(text));
        const kept = () =>
          evaluate(() => parallax.notebooks().then((all) => all.map((text) => JSON.parse(text).account[0].text.length)));
        await write(160);
        await becomes(kept, [160]);
        await write(13_000_000);
        await becomes(refused, [true]);
        assert.equal(await written(), 13_000_000);
        assert.deepEqual(await kept(), [160], "what was kept is kept");
        await write(1_600);
        await becomes(kept, [1_600]);
        await becomes(refused, []);
        await reload();
        await becomes(written, 1_600);
      },
    );
  },
  [LITTLE_ROOM],
);
