// The installable app: kept whole or not at all, read without a network, renewed only when the reader agrees.
import assert from "node:assert/strict";
import { readers, stands } from "./app.mjs";
import { deploy, hex, listOf, publish } from "./release.mjs";

const promise = readers({ base: "/school/parallax/", keeper: true });

/** What a browser reports of a network that is not there, or of a fault that the test has set. */
const REPORTED = [/Failed to load resource/, /ERR_/, /not kept/, /failed: /, /404|500/, /A bad HTTP response/];

const VIEW = "v1/compare/2020-war";

/** What keeps the app has come to this state. */
const comesTo = (page, state) =>
  page.waitForFunction((state) => document.documentElement.dataset.offline === state, state);

const standing = (page) => page.locator(".kept").innerText();

/** Names of the caches, and for each what it holds, by digest. */
const caches = (page) =>
  page.evaluate(async () => {
    const found = {};
    for (const name of await window.caches.keys()) {
      const cache = await window.caches.open(name);
      found[name] = {};
      for (const request of await cache.keys()) {
        const bytes = await (await cache.match(request)).arrayBuffer();
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
        found[name][new URL(request.url).pathname] = [...digest].map((b) => b.toString(16).padStart(2, "0")).join("");
      }
    }
    return found;
  });

/** What ought to be kept of a release. */
const whole = (list, base) =>
  Object.fromEntries(Object.entries(list.files).map(([name, [digest]]) => [`${base}${name}`, digest]));

const BASE = "/school/parallax/";

promise("F4 After one visit everything can be read without a network, from a cold start", {}, async (visit) => {
  const { page, server, watch, go } = visit;
  await go(VIEW);
  await comesTo(page, "ready");
  await page.waitForFunction(() => document.documentElement.dataset.file);
  assert.equal(await standing(page), "Can be read without a network. Take the whole with you as one file");
  const list = listOf(server);
  assert.deepEqual(await caches(page), { [`parallax ${BASE} ${list.release}`]: whole(list, BASE) });
  watch.provoke(...REPORTED);
  await server.goAway();
  const cold = await page.context().newPage();
  await page.close();
  await cold.goto(`${server.url}#v1/read/letter`);
  await stands(cold);
  assert.match(await cold.title(), /^Letter to the UN/);
  await cold.goto(`${server.url}index.html#v1/claims`);
  await cold.reload();
  await stands(cold);
  assert.match(await cold.title(), /^Claims/);
  await comesTo(cold, "ready");
  await server.comeBack();
});

promise("F6 Where a browser keeps nothing, it is said once, and everything can be read", {
  script: () => {
    Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined });
  },
}, async ({ page, go }) => {
  await go(VIEW);
  await comesTo(page, "unsupported");
  assert.match(await standing(page), /^Not kept for reading without a network: this browser, or this window/);
});

promise("F6 Where a browser refuses its service workers with an error, the app runs", {
  script: () => {
    Object.defineProperty(Navigator.prototype, "serviceWorker", {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  },
}, async ({ page, go }) => {
  await go(VIEW);
  await comesTo(page, "unsupported");
});

promise("F3 A tab stays on its release until the reader agrees, and keeps its view", {}, async (visit) => {
  const { page, server, watch, go } = visit;
  await go(VIEW);
  await comesTo(page, "ready");
  const first = listOf(server);
  await page.locator("#period-2020-war .place").first().click();
  await page.locator("#panel").waitFor();
  const view = await page.evaluate(() => location.hash);
  const second = deploy(server);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await comesTo(page, "update");
  const notice = page.locator(".update", { hasText: "A new release is there." });
  await notice.waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("meta[name=parallax-release]").content), first.release);
  assert.equal(await page.evaluate(() => location.hash), view);
  assert.equal((await page.evaluate(() => window.caches.keys())).length, 2, "both releases are kept");
  await notice.getByRole("button", { name: "Load the new release" }).click();
  await page.waitForFunction(
    (release) => document.querySelector("meta[name=parallax-release]")?.content === release,
    second.release,
  );
  await stands(page);
  await page.locator("#panel").waitFor();
  assert.equal(await page.evaluate(() => location.hash), view, "the view is as it was");
  await comesTo(page, "ready");
  watch.provoke(...REPORTED);
  await server.goAway();
  await page.reload();
  await stands(page);
  assert.equal(await page.evaluate(() => document.querySelector("meta[name=parallax-release]").content), second.release);
  await server.comeBack();
});

promise("F3 A second tab goes on with its release while the first takes the new one", {}, async (visit) => {
  const { page, server, go } = visit;
  await go(VIEW);
  await comesTo(page, "ready");
  const other = await page.context().newPage();
  await other.goto(`${server.url}#v1/compare/1992`);
  await stands(other);
  await comesTo(other, "ready");
  const first = listOf(server);
  deploy(server);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await comesTo(page, "update");
  await page.getByRole("button", { name: "Load the new release" }).click();
  await page.waitForFunction(() => document.querySelector("meta[name=parallax-release]").content.startsWith("2222"));
  await stands(page);
  assert.equal(await other.evaluate(() => document.querySelector("meta[name=parallax-release]").content), first.release);
  // Its chunk is gone from the server; what was kept of its release has it still.
  await other.evaluate(() => (location.hash = "v1/claims"));
  await other.getByRole("heading", { level: 1, name: "Claims and figures" }).waitFor();
  await other.locator("main .claim, main [id='entry-may-2021']").first().waitFor();
  assert.equal(await other.evaluate(() => document.querySelector("meta[name=parallax-release]").content), first.release);
  // It goes on being told of the release that it could take, and takes it when its reader agrees.
  await comesTo(other, "update");
  await other.getByRole("button", { name: "Load the new release" }).click();
  await other.waitForFunction(() => document.querySelector("meta[name=parallax-release]").content.startsWith("2222"));
});

promise("F3 Loading the page again is no consent to a new release", {}, async (visit) => {
  const { page, server, go } = visit;
  await go(VIEW);
  await comesTo(page, "ready");
  const first = listOf(server);
  deploy(server);
  await page.reload();
  await stands(page);
  assert.equal(await page.evaluate(() => document.querySelector("meta[name=parallax-release]").content), first.release);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await comesTo(page, "update");
});

promise("F1 A release that is not whole on the server yet is nobody’s misfortune", {}, async (visit) => {
  const { page, server, watch, go } = visit;
  await go(VIEW);
  await comesTo(page, "ready");
  watch.provoke(...REPORTED, /rejected|ServiceWorker/);
  const first = listOf(server);
  const second = deploy(server);
  server.drop(Object.keys(second.files).find((name) => name.endsWith("_bg.wasm")));
  await page.goto("about:blank");
  await page.goto(`${server.url}#${VIEW}`);
  await stands(page);
  assert.equal(await page.evaluate(() => document.querySelector("meta[name=parallax-release]").content), first.release);
});

promise("A tab that has asked for the new release by itself is offered nothing", {}, async (visit) => {
  const { page, server, go, becomes } = visit;
  await go(VIEW);
  await comesTo(page, "ready");
  const second = deploy(server);
  await page.goto(`${server.url}?retry#${VIEW}`);
  await stands(page);
  assert.equal(await page.evaluate(() => document.querySelector("meta[name=parallax-release]").content), second.release);
  assert.equal(await page.evaluate(() => location.search), "", "the word is gone once it has done its work");
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await becomes(() => page.evaluate(() => window.caches.keys()), [`parallax ${BASE} ${second.release}`]);
  await comesTo(page, "ready");
  assert.equal(await page.getByRole("button", { name: "Load the new release" }).count(), 0);
});

promise("F3 A release that fails does not take away the one that waits", {}, async (visit) => {
  const { page, server, watch, go } = visit;
  await go(VIEW);
  await comesTo(page, "ready");
  watch.provoke(...REPORTED, /rejected|ServiceWorker/);
  deploy(server);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await comesTo(page, "update");
  const third = deploy(server, "3333333333333333");
  server.drop(Object.keys(third.files).find((name) => name.endsWith("_bg.wasm")));
  assert.equal(await installed(page), "redundant");
  await comesTo(page, "update");
  await page.getByRole("button", { name: "Load the new release" }).waitFor();
});

promise("F4 A browser that refuses its caches shows the page from the network", {}, async (visit) => {
  const { page, server, go } = visit;
  await go(VIEW);
  await comesTo(page, "ready");
  server.put(
    "sw.js",
    `for (const name of ["keys", "open", "match"]) CacheStorage.prototype[name] = () => Promise.reject(new DOMException("no", "SecurityError"));\nself.skipWaiting();\n${server.file(/^sw\.js$/)}`.replace("event.waitUntil(install())", "0").replace("event.waitUntil(activate())", "event.waitUntil(clients.claim())"),
  );
  await page.evaluate(async () => {
    const changed = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
    await (await navigator.serviceWorker.getRegistration()).update();
    await changed;
  });
  await page.reload();
  await stands(page);
});

promise("F4 Wrong bytes in what is kept are passed by when the page is tried again", {}, async (visit) => {
  const { page, server, watch, go } = visit;
  await go(VIEW);
  await comesTo(page, "ready");
  watch.provoke(...REPORTED, /parallax-/);
  const name = Object.keys(listOf(server).files).find((name) => name.endsWith("_bg.wasm"));
  await page.evaluate(async (name) => {
    const [key] = await window.caches.keys();
    await (await window.caches.open(key)).put(name, new Response("half", { headers: { "Content-Type": "application/wasm" } }));
  }, name);
  await page.reload();
  await stands(page);
});

/** How a new release's installation ends: "installed" or "redundant". */
const installed = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const found = new Promise((resolve) =>
      registration.addEventListener("updatefound", () => resolve(registration.installing), { once: true }),
    );
    await registration.update().catch(() => {});
    const worker = await found;
    if (worker.state !== "installing") return worker.state;
    return new Promise((resolve) => worker.addEventListener("statechange", () => resolve(worker.state), { once: true }));
  });

const FAULTS = [
  ["answers 404", () => ({ status: 404 })],
  ["answers 500", () => ({ status: 500 })],
  ["has other bytes", () => ({ bytes: Buffer.from("not what was asked for") })],
  ["is a web page", () => ({ html: true })],
  ["breaks off", (file) => ({ cut: Math.floor(file.length / 2) })],
];

// F1 and F2: every file that is kept, with each fault. The new release must not take anything of the old one's over,
// or the fault would not be met: its worker lists each file under a name of its own.
promise("F1 A release of which one file fails is not installed, whichever file and fault", {}, async (visit) => {
  const { page, server, watch, go } = visit;
  await go(VIEW);
  await comesTo(page, "ready");
  watch.provoke(...REPORTED, /rejected|Rejected|ServiceWorker/);
  const before = await caches(page);
  const first = listOf(server);
  let number = 0;
  for (const failing of Object.keys(first.files)) {
    for (const [what, fault] of FAULTS) {
      const list = { ...structuredClone(first), release: (0x3000 + number++).toString(16).padStart(16, "0") };
      // Another name, same bytes: it has to be fetched. The page's name cannot change; its bytes do.
      const name = failing === "index.html" ? failing : `again-${number}-${failing}`;
      const content = server.file(new RegExp(`^${failing.replaceAll(".", "\\.")}$`));
      const bytes = name === failing ? Buffer.concat([content, Buffer.from(`<!-- ${number} -->`)]) : content;
      server.put(name, bytes);
      list.files[name] = [hex(bytes), list.files[failing][1]];
      publish(server, list);
      const pattern = name === failing ? /^$|^index\.html$/ : new RegExp(`^${name.replaceAll(".", "\\.")}$`);
      server.fail(pattern, fault(bytes));
      assert.equal(await installed(page), "redundant", `${failing} ${what}`);
      server.mend();
    }
  }
  assert.ok(number >= 40, `${number} faults were tried`);
  assert.deepEqual(await caches(page), before, "nothing is kept of them");
  await comesTo(page, "ready");
  await server.goAway();
  await page.reload();
  await stands(page);
  await server.comeBack();
  // The last of them installs once nothing is wrong with it any more: the faults were what stood in its way.
  publish(server, { ...listOf(server), release: "4444444444444444" });
  assert.equal(await installed(page), "installed");
});

promise("F1 A release of which one file never comes leaves the old one whole", {}, async (visit) => {
  const { page, server, watch, go, becomes } = visit;
  await go(VIEW);
  await comesTo(page, "ready");
  const before = await caches(page);
  watch.provoke(...REPORTED);
  deploy(server);
  server.fail(/^$|^index\.html$/, { stall: 100 });
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  const installing = () => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration()).installing));
  await becomes(installing, true);
  await page.reload();
  await stands(page);
  assert.deepEqual(await caches(page), before);
  assert.equal(await page.getByRole("button", { name: "Load the new release" }).count(), 0);
});

promise("F4 A file that the browser has dropped is fetched again, and checked", {}, async (visit) => {
  const { page, server, watch, go } = visit;
  await go(VIEW);
  await comesTo(page, "ready");
  const list = listOf(server);
  const dropped = Object.keys(list.files).find((name) => name.startsWith("corpus-"));
  const drop = () =>
    page.evaluate(async (name) => {
      const [key] = await window.caches.keys();
      return (await window.caches.open(key)).delete(name);
    }, dropped);
  assert.ok(await drop());
  await page.reload();
  await stands(page);
  assert.deepEqual(Object.values(await caches(page))[0], whole(list, BASE), "it is kept again");
  watch.provoke(...REPORTED, /corpus-/);
  await drop();
  await server.goAway();
  await page.goto("about:blank");
  await page.goto(`${server.url}#${VIEW}`);
  await page.getByText(/The app could not be loaded\. corpus-\w+\.json: /).waitFor();
  assert.ok((await page.locator(".passage .text:visible").count()) > 0, "the first rows can be read");
  await server.comeBack();
  await page.getByRole("button", { name: "Try again" }).click();
  await stands(page);
});

promise("F4 Without the page and without a network, there are words instead of nothing", {}, async (visit) => {
  const { page, server, watch, go } = visit;
  await go(VIEW);
  await comesTo(page, "ready");
  watch.provoke(...REPORTED);
  await page.evaluate(async () => {
    const [key] = await window.caches.keys();
    await (await window.caches.open(key)).delete("index.html");
  });
  await server.goAway();
  await page.goto(`${server.url}?cold`);
  await page.getByText("The browser has dropped its copy of this page").waitFor();
  await server.comeBack();
  await page.getByRole("link", { name: "Try again" }).click();
  await stands(page);
});

promise("F5 Where there is no room to keep the app, it runs, and says so", {}, async (visit) => {
  const { page, server, watch, go } = visit;
  watch.provoke(...REPORTED, /Quota|quota/);
  server.put(
    "sw.js",
    `Cache.prototype.put = () => Promise.reject(new DOMException("full", "QuotaExceededError"));\n${server.file(/^sw\.js$/)}`,
  );
  await go(VIEW);
  await comesTo(page, "failed");
  assert.match(await standing(page), /files could not all be fetched or stored/);
  assert.deepEqual(await page.evaluate(() => window.caches.keys()), []);
});

promise("F7 Caches of other apps on the same origin are left alone", {}, async (visit) => {
  const { page, server, watch, go, becomes } = visit;
  const theirs = ["workbox-precache", "parallax /school/ 1111", "parallax /school/parallax/room/ 1111", "parallax"];
  // Browsers ask for an icon where a page names none.
  watch.provoke(/404/);
  await page.goto(`${server.url}kill.js`);
  await page.evaluate(async (names) => {
    for (const name of names) await (await window.caches.open(name)).put("/theirs", new Response(name));
  }, theirs);
  await go(VIEW);
  await comesTo(page, "ready");
  const own = async () => (await page.evaluate(() => window.caches.keys())).filter((name) => !theirs.includes(name));
  const releases = [listOf(server).release];
  for (const release of ["2222222222222222", "4444444444444444"]) {
    deploy(server, release);
    releases.push(release);
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
    await comesTo(page, "update");
    await page.getByRole("button", { name: "Load the new release" }).click();
    await page.waitForFunction(
      (release) => document.querySelector("meta[name=parallax-release]")?.content === release,
      release,
    );
    await stands(page);
    await comesTo(page, "ready");
  }
  await becomes(own, releases.slice(-1).map((release) => `parallax ${BASE} ${release}`));
  watch.provoke(...REPORTED);
  server.put("sw.js", server.file(/^kill\.js$/));
  await page.reload();
  const others = async () => (await page.evaluate(() => window.caches.keys())).sort();
  await becomes(others, [...theirs].sort());
});

promise("F10 A release that withdraws the app removes what was kept, and its worker, in one visit", {}, async (visit) => {
  const { page, server, go, becomes } = visit;
  await go(VIEW);
  await comesTo(page, "ready");
  server.put("sw.js", server.file(/^kill\.js$/));
  await page.reload();
  await stands(page);
  const left = () =>
    page.evaluate(async () => [
      await window.caches.keys(),
      (await navigator.serviceWorker.getRegistrations()).map(({ active }) => active?.state),
    ]);
  await becomes(left, [[], []]);
  await comesTo(page, "withdrawn");
  assert.match(await standing(page), /^Not kept for reading without a network: this site has withdrawn that\./);
  await page.reload();
  await stands(page);
});

promise("A network that wants a login first does not take the page’s place", {}, async (visit) => {
  const { page, server, go } = visit;
  await go(VIEW);
  await comesTo(page, "ready");
  server.fail(/^$|^index\.html$/, { html: true });
  await page.reload();
  await stands(page);
  assert.match(await page.title(), /^The war of autumn 2020/);
});

promise("A network that hangs is not waited for", {}, async (visit) => {
  const { page, server, watch, go } = visit;
  await go(VIEW);
  await comesTo(page, "ready");
  watch.provoke(...REPORTED);
  server.fail(/./, { stall: 0 });
  server.fail(/^$/, { stall: 0 });
  await page.reload();
  await stands(page);
});

promise("E7 Under a sub-path, on a host that knows no types, the app boots and is kept", {}, async (visit) => {
  const { page, server, watch, go } = visit;
  // Scripts and styles of unknown type are refused by every browser once a host forbids guessing.
  server.fail(/\.(wasm|json|webmanifest|svg)$/, { type: "application/octet-stream" });
  await go(VIEW);
  await comesTo(page, "ready");
  watch.provoke(...REPORTED);
  await server.goAway();
  await page.reload();
  await stands(page);
  await server.comeBack();
});
