// Registers the service worker where it belongs, and tells the app what has become of it: the root's attribute
// `data-offline` holds a state, and the event `parallax-offline` says that it has changed. The event `parallax-update` of
// the app is the reader's consent to a new release.
(() => {
  "use strict";

  const root = document.documentElement;
  const release = document.querySelector("meta[name=parallax-release]")?.content;
  /** Milliseconds after which a tab that is looked at again asks for a new release. */
  const HOUR = 3600000;
  /** Milliseconds that a worker may take to say which release it brings. */
  const ANSWER = 2000;

  function tell(state) {
    root.dataset.offline = state;
    document.dispatchEvent(new Event("parallax-offline"));
  }

  function container() {
    try {
      return navigator.serviceWorker;
    } catch {
      return undefined;
    }
  }

  /** Which release a worker brings; none, where it withdraws the app and does not answer. */
  const releaseOf = (worker) =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data);
      worker.postMessage("release", [port2]);
      setTimeout(resolve, ANSWER);
    });

  async function keep() {
    if (window.top !== window) return tell("framed");
    if (!isSecureContext) return tell("insecure");
    const workers = container();
    if (!workers) return tell("unsupported");

    let registration;
    let agreed = false;
    document.addEventListener("parallax-update", () => {
      agreed = true;
      // Another tab may have taken it already.
      if (registration.waiting) registration.waiting.postMessage("take over");
      else location.reload();
    });
    workers.addEventListener("controllerchange", () => agreed && location.reload());
    workers.addEventListener("message", ({ data }) => typeof data === "string" && console.warn(`not kept: ${data}`));

    /** A release that waits is offered, unless this tab already shows it. */
    async function offer(worker) {
      if ((await releaseOf(worker)) === release) worker.postMessage("take over");
      else tell("update");
    }

    /** What works now may be another release than the one this tab shows. */
    async function settle(worker) {
      const theirs = await releaseOf(worker);
      tell(!theirs ? "withdrawn" : theirs === release ? "ready" : "update");
    }

    function follow(worker) {
      if (!worker) return;
      worker.addEventListener("statechange", () => {
        if (worker.state === "installed" && registration.active) offer(worker);
        if (worker.state === "activated") settle(worker);
        if (worker.state !== "redundant") return;
        // A release that could not be fetched leaves what there is as it is.
        if (registration.waiting) offer(registration.waiting);
        else if (registration.active) settle(registration.active);
        else tell("failed");
      });
    }

    tell("preparing");
    try {
      registration = await workers.register("sw.js", { updateViaCache: "none" });
    } catch (error) {
      console.warn(`not kept: ${error.message}`);
      // Without a network, what has been kept serves on.
      return tell(workers.controller ? "ready" : "failed");
    }
    registration.addEventListener("updatefound", () => follow(registration.installing));
    follow(registration.installing);
    if (registration.active) settle(registration.active);
    if (registration.waiting) offer(registration.waiting);

    let asked = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "visible" || Date.now() - asked < HOUR) return;
      asked = Date.now();
      registration.update().catch(() => {});
    });
  }

  /** The edition of one file is offered where the host has it. */
  async function offerFile() {
    if (!navigator.onLine) return;
    const name = "parallax.html";
    const answer = await fetch(name, { method: "HEAD" });
    await answer.text();
    if (!answer.ok) return;
    root.dataset.file = name;
    tell(root.dataset.offline);
  }

  keep();
  offerFile().catch(() => {});
})();
