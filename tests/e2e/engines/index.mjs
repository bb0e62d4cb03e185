// The engines that the main journeys are run in, and what declares a journey for each of them.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { read, serve } from "../server.mjs";
import * as chromium from "./chromium.mjs";
import * as firefox from "./firefox.mjs";
import { visit } from "./visit.mjs";
import { keepFindings } from "./watch.mjs";
import * as webkit from "./webkit.mjs";

const { DIST } = process.env;

/** Longest time that a journey may take, in milliseconds; one that hangs is ended as a failure. */
const JOURNEY = 120_000;

/**
 * Each engine: its name, what starts it, and the variables that name its programs. `deaf` is one whose driver hears
 * nothing of the page's console: there the served page keeps it itself. `spoils` is how one reads whose own compiler at
 * times spoils the module's memory (`webkit.mjs` says more): a journey that ends so is made once more, and says it.
 */
const ENGINES = [
  { name: "Chromium", start: chromium.start, programs: ["CHROMIUM"] },
  { name: "Firefox", start: firefox.start, programs: ["FIREFOX"] },
  { name: "WebKitGTK", start: webkit.start, programs: ["WEBKIT_DRIVER", "XVFB"], deaf: true, spoils: /RuntimeError: Out of bounds/ },
];

/** A browser that gives a site 10 MB, and refuses what is more: Firefox holds its limit to every kind of storage. */
export const LITTLE_ROOM = {
  name: "Firefox with little room",
  start: () => firefox.start({ "dom.quotaManager.temporaryStorage.fixedLimit": 10_240 }),
  programs: ["FIREFOX"],
};

/**
 * Declares journeys in every engine, or in those that are given: `inEveryEngine((promise) => promise("what a reader is promised", options, async
 * (visit) => { … }))`. `ENGINES` in the environment names those to be run, where it is not all.
 *
 * An engine that is not on this machine is not tried: its journeys are reported as skipped, with the reason.
 */
export function inEveryEngine(declare, engines = ENGINES) {
  const named = process.env.ENGINES?.split(",");
  for (const engine of engines.filter(({ name }) => !named || named.includes(name.split(" ")[0]))) {
    const missing = engine.programs.find((program) => !process.env[program]);
    const skip = missing && `not tried in ${engine.name}: ${process.env[`${missing}_MISSING`] || `${missing} is not set`}`;
    describe(engine.name, () => {
      let browser;
      before(async () => {
        assert.ok(DIST, "DIST names the folder of the built app");
        if (!skip) browser = await engine.start();
      });
      after(() => browser?.close());
      test("The engine starts", { skip, timeout: JOURNEY }, (t) => t.diagnostic(`tried in ${browser.version}`));
      declare((name, options, journey) => {
        const make = async () => {
          const server = await serve(DIST, { over: engine.deaf && !options.untouched ? keeping(DIST) : undefined });
          try {
            await visit(engine, browser, server, options, journey);
          } finally {
            await server.close();
          }
        };
        test(name, { skip, timeout: JOURNEY }, (t) =>
          make().catch((error) => {
            if (!engine.spoils?.test(error.message)) throw error;
            t.diagnostic(`made once more, since the module's memory was spoiled: ${error.message}`);
            return make();
          }),
        );
      });
    });
  }
}

/** The pages of a folder with a script in front that keeps what must not happen, and that script. */
function keeping(folder) {
  const name = "keep-findings.js";
  const pages = [...read(folder)].filter(([path]) => path.endsWith(".html"));
  const kept = pages.map(([path, bytes]) => {
    const up = "../".repeat(path.split("/").length - 1);
    const text = bytes.toString("utf8");
    assert.ok(text.includes("<title>"), `${path} has a title, which the script is put in front of`);
    return [path, Buffer.from(text.replace("<title>", `<script src="${up}${name}"></script><title>`))];
  });
  return new Map([...kept, [name, Buffer.from(`(${keepFindings})();\n`)]]);
}
