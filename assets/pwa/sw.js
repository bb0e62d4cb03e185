// Keeps one whole release for reading without a network, and shows it until the reader agrees to another: the page of a
// release whose files are not all there yet would be worse than the one before. The build puts the list of files in.
"use strict";

/** `{ release, policy, files: { name: [digest, type] } }`; digests are SHA-256 in hexadecimal. */
const RELEASE = {};

const SCOPE = new URL(registration.scope).pathname;
/** Other apps may live on this origin, and in folders of this one: theirs is not touched. */
const OWN = `parallax ${SCOPE} `;
const CACHE = OWN + RELEASE.release;
const PAGE = "index.html";
/** Milliseconds that one file may take while a release is fetched. */
const LIMIT = 120000;

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", ({ data, ports: [port] }) => {
  if (data === "release") port?.postMessage(RELEASE.release);
  if (data === "take over") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || !url.pathname.startsWith(SCOPE)) return;
  const name = url.pathname.slice(SCOPE.length) || PAGE;
  if (request.mode === "navigate") {
    if (name === PAGE) event.respondWith(page(request, url));
  } else if (name in RELEASE.files) {
    event.respondWith(file(name, request));
  } else {
    // A tab that was opened before an update may still ask for files of its release.
    event.respondWith(kept(name).then((found) => found ?? fetch(request)));
  }
});

/** All files or none: nothing is kept before every one has come and has been checked. */
async function install() {
  try {
    const files = await Promise.all(Object.keys(RELEASE.files).map(async (name) => [name, await obtain(name)]));
    const cache = await caches.open(CACHE);
    await Promise.all(files.map(([name, response]) => cache.put(address(name), response)));
  } catch (error) {
    await caches.delete(CACHE).catch(() => {});
    for (const client of await clients.matchAll({ includeUncontrolled: true })) client.postMessage(`${error.message}`);
    throw error;
  }
}

/** What other releases have left goes once no other tab may still show one of them. */
async function activate() {
  const tabs = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (tabs.length <= 1) {
    const others = (await caches.keys()).filter((name) => name.startsWith(OWN) && name !== CACHE);
    await Promise.all(others.map((name) => caches.delete(name)));
  }
  await clients.claim();
}

const address = (name) => new URL(name, registration.scope).href;

/** What own caches hold under a name: this release's, or another's. Nothing, where the browser refuses its caches. */
async function kept(name) {
  try {
    const names = (await caches.keys()).filter((each) => each.startsWith(OWN) && each !== CACHE);
    for (const each of [CACHE, ...names.reverse()]) {
      const found = await caches.match(address(name), { cacheName: each });
      if (found) return found;
    }
  } catch {
    // The network has it.
  }
}

/** A file of this release with its bytes checked: from an older release that had the same, else from the network. */
async function obtain(name) {
  const older = await kept(name);
  if (older) {
    const same = await checked(name, older).catch(() => null);
    if (same) return same;
  }
  try {
    return await checked(name, await ask(name, "default"));
  } catch {
    return checked(name, await ask(name, "reload"));
  }
}

function ask(name, cache) {
  // Many hosts lead from index.html to the folder, and an answer that was led elsewhere opens no page.
  const url = name === PAGE ? registration.scope : address(name);
  return fetch(url, { cache, credentials: "same-origin", signal: AbortSignal.timeout(LIMIT) });
}

/** The answer anew, with its own bytes, the right type and the policy; an error if its bytes are not the release's. */
async function checked(name, response) {
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
  const bytes = await response.arrayBuffer();
  const [digest, type] = RELEASE.files[name];
  const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const hex = Array.from(found, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (hex !== digest) throw new Error(`${name}: its bytes are not those of this release`);
  return new Response(bytes, { headers: headers(type) });
}

const headers = (type) => ({
  "Content-Type": type,
  "Content-Security-Policy": RELEASE.policy,
  "X-Content-Type-Options": "nosniff",
});

/** The page that is kept; the network's where none is, or where the reader has asked for it anew. */
async function page(request, url) {
  const own = await kept(PAGE);
  const anew = url.searchParams.has("retry");
  if (own && !anew) return own;
  try {
    const answer = await fetch(request);
    // Networks that want a login answer for every address with a page of their own.
    const genuine = answer.ok && (await answer.clone().text()).includes('name="parallax-release"');
    return own && !genuine ? own : answer;
  } catch {
    return own ?? lost();
  }
}

/** A file of this release: kept, or fetched again if the browser has dropped it, or if that is asked for. */
async function file(name, request) {
  try {
    const found = request.cache !== "reload" && (await caches.match(address(name), { cacheName: CACHE }));
    if (found) return found;
    const response = found === false ? await checked(name, await ask(name, "reload")) : await obtain(name);
    // A full disk is no reason not to show what has come.
    const copy = response.clone();
    await caches.open(CACHE).then((cache) => cache.put(address(name), copy)).catch(() => {});
    return response;
  } catch {
    // The page says for itself what is wrong with the file.
    return fetch(request);
  }
}

/** Nothing is left of the page, and there is no network. */
function lost() {
  const text = [
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    "<title>Three accounts of one conflict</title><h1>Three accounts of one conflict</h1>",
    "<p>The browser has dropped its copy of this page, and there is no network to fetch it again.",
    '<p>Nothing of yours is lost. <a href="">Try again</a> once there is a connection.',
  ];
  return new Response(text.join("\n"), { headers: headers("text/html; charset=utf-8") });
}
