// Every promise has a test that bears its id, and no test bears an id that nothing stands for.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { ELSEWHERE, PROMISES, idsOf } from "./promises.mjs";

test("Every promise that a browser can try has a test that bears its id", () => {
  const folder = new URL("./", import.meta.url);
  const sources = readdirSync(folder).filter((name) => name.endsWith(".test.mjs"));
  const names = sources.flatMap((name) =>
    [...readFileSync(new URL(name, folder), "utf8").matchAll(/["`]((?:[FBESAT]\d+ )+[A-Z$][^"`]*)["`]/g)].map(
      ([, name]) => name,
    ),
  );
  const ids = new Set(names.flatMap(idsOf));
  assert.deepEqual(
    Object.keys(PROMISES).filter((id) => !ids.has(id)),
    [],
  );
  const known = { ...PROMISES, ...ELSEWHERE };
  assert.deepEqual(
    [...ids].filter((id) => !(id in known)),
    [],
  );
});
