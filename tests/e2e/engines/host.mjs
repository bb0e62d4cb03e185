// A site of somebody else's that shows the app in a frame.
import { createServer } from "node:http";

/**
 * Serves a page with one frame under another name of this machine, so that browsers take it for another site.
 * `attributes` are the frame's own, such as `sandbox="allow-scripts"`.
 */
export async function host(address, attributes = "") {
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page that embeds</title>
<link rel="icon" href="data:,"><h1>A page that embeds</h1>
<iframe title="Parallax" width="800" height="600" ${attributes} src="${address}"></iframe></html>`;
  const server = createServer((_, response) =>
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page),
  );
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://localhost:${server.address().port}`;
  return {
    origin,
    url: `${origin}/`,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}
