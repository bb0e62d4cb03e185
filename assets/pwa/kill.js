// Withdraws the app from browsers that have installed it: served under the name of sw.js, it removes what that has kept,
// and itself. The page then loads from the network, as if for the first time.
"use strict";

const OWN = `parallax ${new URL(registration.scope).pathname} `;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(withdraw()));

async function withdraw() {
  const own = (await caches.keys()).filter((name) => name.startsWith(OWN));
  await Promise.all(own.map((name) => caches.delete(name)));
  await registration.unregister();
}
