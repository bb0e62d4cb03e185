// A later release of the same app, made as a build makes it: another page, and a worker that lists its digest.
import { createHash } from "node:crypto";

const LIST = /const RELEASE = (\{.*\});/;

export const hex = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** What the worker of a release keeps: `{ release, policy, files: { name: [digest, type] } }`. */
export const listOf = (server) => JSON.parse(LIST.exec(server.file(/^sw\.js$/))[1]);

/**
 * Deploys a release whose page and title say that it is another, and whose files have other names; those of the release
 * before are gone from the server, as they are where a folder is replaced.
 */
export function deploy(server, release = "2222222222222222") {
  const list = listOf(server);
  let page = server
    .file(/^index\.html$/)
    .toString()
    .replaceAll(list.release, release)
    .replace("<title>", "<title>Another release – ");
  for (const name of Object.keys(list.files).filter((name) => /^(parallax|chunk)-/.test(name))) {
    const bytes = server.file(new RegExp(`^${name.replaceAll(".", "\\.")}$`));
    // A section that means nothing, or a remark: other bytes that do the same.
    const mark = name.endsWith(".wasm") ? Buffer.from([0, 5, 1, 0x78, ...Buffer.from(release.slice(0, 3))]) : `\n// ${release}\n`;
    const changed = Buffer.concat([bytes, Buffer.from(mark)]);
    const renamed = name.replace(/-[0-9a-f]{16}/, `-${hex(changed).slice(0, 16)}`);
    list.files[renamed] = [hex(changed), list.files[name][1]];
    delete list.files[name];
    server.put(renamed, changed);
    server.drop(name);
    page = page.replaceAll(name, renamed);
  }
  list.files["index.html"][0] = hex(page);
  list.release = release;
  server.put("index.html", page);
  publish(server, list);
  return list;
}

/** Puts a worker on the server that keeps what a list says. */
export function publish(server, list) {
  const worker = server.file(/^sw\.js$/).toString();
  server.put("sw.js", worker.replace(LIST, () => `const RELEASE = ${JSON.stringify(list)};`));
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
