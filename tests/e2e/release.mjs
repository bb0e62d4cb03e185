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
