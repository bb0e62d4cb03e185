// Programs and folders that a test run leaves nothing of, however it ends.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const groups = new Set();
const folders = new Set();

/** Starts a program that leads a group of its own, so that what it starts in turn ends with it. */
export function start(program, words, options) {
  const child = spawn(program, words, { ...options, detached: true });
  child.on("error", () => groups.delete(child));
  groups.add(child);
  return child;
}

/** Ends a program with all that it has started, and waits until it has ended. */
export async function end(child) {
  const ended = child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
  const exit = ended ? undefined : new Promise((done) => child.once("exit", done));
  kill(child);
  await exit;
}

function kill(child) {
  if (!groups.delete(child) || child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    // Nobody of the group is left.
    if (error.code !== "ESRCH") throw error;
  }
}

/** A new, empty folder. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), "parallax-e2e-"));
  folders.add(path);
  return path;
}

/** Removes a folder; what ends just now may still be writing into it. */
export function remove(path) {
  rmSync(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  folders.delete(path);
}

/** A port that nobody listens on. */
export function freePort() {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

process.on("exit", () => {
  for (const child of groups) kill(child);
  for (const path of folders) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
});
for (const [signal, number] of [
  ["SIGHUP", 1],
  ["SIGINT", 2],
  ["SIGTERM", 15],
])
  process.once(signal, () => process.exit(128 + number));
