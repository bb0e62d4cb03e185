// A strict static server of our own: exact paths, right types, a policy on every answer, and faults on demand.
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative, sep } from "node:path";

/** What a careful host would send: nothing but the page's own files, no inline code, no `eval`. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "manifest-src 'self'; base-uri 'none'; form-action 'none'";

/** The policy of a page that brings everything along: what a host sends that reads `_headers`. */
function policyOf(files, name) {
  const [, policy] = files.get("_headers")?.toString().split(`\n/${name}\n`).at(1)?.match(/^  Content-Security-Policy: (.*)$/m) ?? [];
  return /sha256-/.test(policy) ? policy : POLICY;
}

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

const PAGE_IN_ITS_PLACE = Buffer.from("<!doctype html><title>Home</title><p>A page that a host sends for everything.");

const folders = new Map();

/** The files of a folder, by their paths in it; read once. */
export function read(folder) {
  if (folders.has(folder)) return folders.get(folder);
  const files = new Map();
  folders.set(folder, files);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    files.set(relative(folder, path).split(sep).join("/"), readFileSync(path));
  }
  return files;
}

/**
 * Serves a folder under `base`.
 *
 * A fault is one of: `{ status }`, `{ stall: n }` and `{ cut: n }` (after n bytes), `{ type }`, `{ bytes }`, and
 * `{ html: true }`; it holds for the files that a pattern matches until it is mended. `{ age }` is none, but lets the
 * browser keep a file for so many seconds, as most hosts do. Files in `over` stand in front of those of the folder, and
 * `always` in front of the headers.
 */
export async function serve(folder, { base = "/", over = new Map(), always = {} } = {}) {
  const files = new Map([...read(folder), ...over]);
  const requests = [];
  const refused = [];
  let faults = [];

  const server = createServer((request, response) => {
    const [path] = request.url.split("?");
    requests.push(path);
    const name = path.startsWith(base) ? decodeURIComponent(path.slice(base.length)) || "index.html" : null;
    const headers = {
      "Content-Security-Policy": policyOf(files, name),
      "X-Content-Type-Options": "nosniff",
      ...always,
    };
    if (request.method !== "GET" && request.method !== "HEAD") return response.writeHead(405, headers).end();
    const fault = faults.find(({ pattern }) => pattern.test(name ?? ""))?.fault ?? {};
    headers["Cache-Control"] = fault.age ? `max-age=${fault.age}` : "no-cache";
    const file = files.get(name);
    if (!file || fault.status) {
      refused.push(`${fault.status ?? 404}: ${path}`);
      return response.writeHead(fault.status ?? 404, headers).end();
    }
    const body = fault.html ? PAGE_IN_ITS_PLACE : (fault.bytes ?? file);
    headers["Content-Type"] = fault.html ? TYPES[".html"] : (fault.type ?? TYPES[extname(name)] ?? "text/plain");
    headers["Content-Length"] = body.length;
    response.writeHead(200, headers);
    response.flushHeaders();
    if (request.method === "HEAD") return response.end();
    const part = fault.stall ?? fault.cut;
    if (part === undefined) return response.end(body);
    // Cut off: the promised length never comes. Stalled: the connection stays, and nothing comes on it.
    response.write(body.subarray(0, part), () => fault.cut !== undefined && response.destroy());
  });

  const listen = (port) => new Promise((listening) => server.listen(port, "127.0.0.1", listening));
  const close = () => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(closed));
  };
  await listen(0);
  const { port } = server.address();
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    url: origin + base,
    requests,
    /** What was answered with an error: `404: /path`. */
    refused,
    /** The bytes that a file has when nothing is wrong with it. */
    file: (pattern) => [...files].find(([name]) => pattern.test(name))?.[1],
    fail: (pattern, fault) => faults.push({ pattern, fault }),
    mend: () => (faults = []),
    /** Puts other bytes in a file's place, or a file where there was none; the folder stays as it is. */
    put: (name, bytes) => files.set(name, Buffer.from(bytes)),
    /** Takes a file away. */
    drop: (name) => files.delete(name),
    /** Cannot be reached, as if the reader were offline, until it is back at the same address. */
    goAway: close,
    comeBack: () => listen(port),
    close,
  };
}
