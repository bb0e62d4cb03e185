// A later release of the same app, made as a build makes it: another page, and a worker that lists its digest.
import { createHash } from "node:crypto";

const LIST = /const RELEASE = (\{.*\});/;

export const hex = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** What the worker of a release keeps: `{ release, policy, files: { name: [digest, type] } }`. */
export const listOf = (server) => JSON.parse(LIST.exec(server.file(/^sw\.js$/))[1]);

/** Deploys a release whose page and title say that it is another. */
export function deploy(server, release = "2222222222222222") {
  const list = listOf(server);
  const page = server
    .file(/^index\.html$/)
    .toString()
    .replaceAll(list.release, release)
    .replace("<title>", "<title>Second release – ");
  list.files["index.html"][0] = hex(page);
  list.release = release;
  server.put("index.html", page);
  server.put("sw.js", server.file(/^sw\.js$/).toString().replace(LIST, () => `const RELEASE = ${JSON.stringify(list)};`));
  return list;
}

const BUNDLE = /^corpus-\w+\.json$/;

/** The bundle of a release, as text. */
export const bundleOf = (server) => server.file(BUNDLE).toString();

/** Puts another bundle in the release, as if it had been built so: its name tells the digest of what is in it. Returns
 *  what puts the first one back. */
export function rebundle(server, text) {
  const page = server.file(/^index\.html$/);
  const name = `corpus-${hex(text).slice(0, 16)}.json`;
  server.put(name, text);
  server.put("index.html", page.toString().replaceAll(/corpus-\w+\.json/g, name));
  return () => server.put("index.html", page);
}
