// WebKitGTK: its small browser on a display of its own, driven over plain WebDriver.
// Source: https://www.w3.org/TR/webdriver2/ and, for `webkitgtk:browserOptions`, `WebKitWebDriver`'s own manual.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { end, folder, freePort, remove, start as begin } from "./processes.mjs";
import { keepFindings, takeFindings } from "./watch.mjs";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Keys that are no letters, as WebDriver writes them. */
const KEYS = {
  Tab: "\uE004",
  Enter: "\uE007",
  Shift: "\uE008",
  Control: "\uE009",
  Alt: "\uE00A",
  Escape: "\uE00C",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowRight: "\uE014",
  ArrowDown: "\uE015",
  F6: "\uE036",
};

/** The browser's toolbar would keep its window wider than a telephone. */
const NARROW = "window * { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }";

/**
 * As it comes, the engine spoiled the module's memory in two of several hundred starts of this app, which then trapped
 * or panicked as it never does elsewhere; others report the like of its WebAssembly compiler, on Linux only. Without
 * the optimizing compiler none of 195 starts failed, and of some hundred later ones one did, so it is off here, as is
 * changing over to it within a function; what is left of it, `spoils` in `index.mjs` knows. Who looks into that sets both
 * to 1.
 * Source: https://bugs.webkit.org/show_bug.cgi?id=289009
 */
const COMPILER = { JSC_useOMGJIT: "0", JSC_useWasmOSR: "0" };

/** Longest time that one command may take, in milliseconds: a start of the browser on a busy machine. */
const COMMAND = 30_000;

export async function start() {
  const home = folder();
  mkdirSync(join(home, "gtk-3.0"));
  writeFileSync(join(home, "gtk-3.0/gtk.css"), NARROW);
  const screen = begin(process.env.XVFB, ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const programs = [screen];
  const close = async () => {
    for (const program of programs.reverse()) await end(program);
    remove(home);
  };
  try {
    const display = await displayOf(screen);
    const driver = driverOf(programs, {
      ...COMPILER,
      ...process.env,
      DISPLAY: `:${display}`,
      GDK_BACKEND: "x11",
      HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: home,
      XDG_DATA_HOME: home,
      NO_AT_BRIDGE: "1",
    });
    const { sessionId, capabilities, command } = await driver.session();
    await command("DELETE", `/session/${sessionId}`);
    const off = Object.keys(COMPILER).filter((option) => (process.env[option] ?? COMPILER[option]) === "0");
    const version = `WebKitGTK ${capabilities.browserVersion}, without ${off.join(" and ") || "nothing"}`;
    return { version, open: (options) => open(driver, options), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The number of the display that it has found free. */
function displayOf(screen) {
  return new Promise((found, failed) => {
    screen.once("error", failed);
    screen.once("exit", (code) => failed(new Error(`Xvfb ended with ${code}`)));
    screen.stdio[3].once("data", (bytes) => found(String(bytes).trim()));
  });
}

function commands(address) {
  return async (method, path, body = {}) => {
    const what = `${method} ${path.replace(/^\/session\/[^/]+/, "")}`;
    const response = await fetch(address + path, {
      method,
      body: method === "POST" ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(COMMAND),
    }).catch((error) => {
      throw new Error(`${what}: ${error.message}`, { cause: error });
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${what}: ${value.error}: ${value.message}`);
    return value;
  };
}

/**
 * Sessions of a driver, which is started when one is asked for. At times it, or the browser that it starts, hangs before
 * there is a page to be tested: then it is ended, and another one is started.
 */
function driverOf(programs, env) {
  let running;
  async function started() {
    const port = await freePort();
    const program = begin(process.env.WEBKIT_DRIVER, [`--port=${port}`, "--replace-on-new-session"], { stdio: "ignore", env });
    programs.push(program);
    const command = commands(`http://127.0.0.1:${port}`);
    await answers(program, command);
    return { program, command };
  }
  async function session(attempts = 3) {
    try {
      running ??= await started();
      return { ...(await running.command("POST", "/session", WISHES)), command: running.command };
    } catch (error) {
      if (running) await end(running.program);
      running = undefined;
      if (attempts === 1) throw error;
      return session(attempts - 1);
    }
  }
  return { session };
}

/** Waits until the driver takes commands; it says so to nobody who does not ask. */
async function answers(driver, command) {
  let failure;
  driver.once("error", (error) => (failure = error));
  driver.once("exit", (code) => (failure = new Error(`WebKitWebDriver ended with ${code}`)));
  const deadline = Date.now() + COMMAND;
  for (;;) {
    if (failure) throw failure;
    try {
      return await command("GET", "/status");
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((later) => setTimeout(later, 20));
    }
  }
}

/** Without a `binary` of its own the driver starts the browser that it was packaged with. */
const { WEBKIT_BROWSER: binary } = process.env;
const WISHES = {
  capabilities: { alwaysMatch: { "webkitgtk:browserOptions": { args: ["--automation"], ...(binary && { binary }) } } },
};

async function open(driver, { width, height, patience }) {
  const { sessionId, command } = await driver.session();
  const send = (method, path, body) => command(method, `/session/${sessionId}${path}`, body);
  const run = (expression) => send("POST", "/execute/sync", { script: `return (${expression})`, args: [] });
  const find = (selector) => send("POST", "/element", { using: "css selector", value: selector });
  const clickOn = async (selector) => send("POST", `/element/${(await find(selector))[ELEMENT]}/click`);
  const findings = [];
  const within = async (frame, step) => {
    await send("POST", "/frame", { id: frame });
    try {
      return await step();
    } finally {
      await send("POST", "/frame/parent");
    }
  };
  const take = async () => {
    const read = async () => findings.push(...(await run(`(${takeFindings})()`)));
    await read();
    const frames = await run("document.querySelectorAll('iframe').length");
    for (let frame = 0; frame < frames; frame++) await within(frame, read);
  };
  /** What a page says is lost with it. */
  const leaving = (step) => async (value) => {
    await take();
    await step(value);
    await run(`(${keepFindings})()`);
  };

  /** Sets the window so that the page itself has the size. */
  async function resize({ width, height }) {
    const [across, down] = await run("[outerWidth - innerWidth, outerHeight - innerHeight]");
    await send("POST", "/window/rect", { width: width + across, height: height + down });
    // The page hears of it after the window.
    const deadline = Date.now() + patience;
    for (;;) {
      const got = await run("new Promise((done) => requestAnimationFrame(() => done([innerWidth, innerHeight])))");
      if (got.join() === [width, height].join()) return;
      if (Date.now() > deadline) throw new Error(`the page has ${got} instead of ${[width, height]}`);
    }
  }

  await resize({ width, height });
  return {
    go: leaving((url) => send("POST", "/url", { url })),
    async evaluate(expression, frame) {
      return frame === undefined ? run(expression) : within(await find(frame), () => run(expression));
    },
    click: clickOn,
    choose: (selector, value) => clickOn(`${selector} option[value="${value}"]`),
    async press(key) {
      const keys = key.split("+").map((name) => KEYS[name] ?? name);
      const actions = [
        ...keys.map((value) => ({ type: "keyDown", value })),
        ...keys.toReversed().map((value) => ({ type: "keyUp", value })),
      ];
      await send("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
    },
    resize,
    screenshot: async () => Buffer.from(await send("GET", "/screenshot"), "base64"),
    reload: leaving(() => send("POST", "/refresh")),
    // The driver's own way at times waits for a load that a step between fragments never brings.
    back: () => run("history.back()"),
    forward: () => run("history.forward()"),
    cookies: async () => (await send("GET", "/cookie")).map(({ name }) => name),
    async findings() {
      await take();
      return findings;
    },
    /** The driver hears of none; a request to another place violates the policy, and is heard of so. */
    requests: () => [],
    close: () => send("DELETE", ""),
  };
}
