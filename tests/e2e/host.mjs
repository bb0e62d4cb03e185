// Pages of others that embed a view: what each host does around a frame, as its documentation says.
import { createServer } from "node:http";

/** Serves pages of one host at an origin of its own. `pages` maps a path to HTML. */
export async function host(pages) {
  const server = createServer((request, response) => {
    const page = pages[request.url.split("?")[0]];
    // Browsers ask every host for an icon.
    response.writeHead(page ? 200 : 204, { "Content-Type": "text/html; charset=utf-8" });
    response.end(page && `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><main>${page}</main>`);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  // Another host name, not only another port: a site of its own.
  const origin = `http://localhost:${server.address().port}`;
  return {
    origin,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    },
  };
}

/** Keeps every message that frames send, for the test to look at. */
const HEAR = `<script>
  window.heard = [];
  addEventListener("message", ({ data }) => heard.push(data));
</script>`;

/** A frame that shows an address, with attributes of its own. */
export const frame = (src, attributes = "") => `${HEAR}<iframe id="frame" src="${src}" title="A view" ${attributes}></iframe>`;

/** As the app's share dialog gives it, but for the address. */
export const plain = (src, size = 'width="600" height="400"') =>
  frame(src, `${size} sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"`);

/** WordPress: a secret behind the address, the frame hidden until a message brings the secret back.
 *  Source: wp-includes/js/wp-embed.js and the functions around get_post_embed_html, WordPress 6. */
export const wordpress = (src) => `${HEAR}
  <iframe id="frame" class="wp-embedded-content" sandbox="allow-scripts" security="restricted" data-secret="a1B2c3D4e5"
    src="${src}#?secret=a1B2c3D4e5" style="position:absolute;visibility:hidden" width="600" height="200" title="A view"></iframe>
  <script>
    const frame = document.getElementById("frame");
    addEventListener("message", ({ data, source }) => {
      if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
      if (frame.dataset.secret !== data.secret || source !== frame.contentWindow) return;
      frame.removeAttribute("style");
      if (data.message === "height") frame.height = Math.max(200, Math.min(1000, parseInt(data.value, 10)));
    });
    frame.addEventListener("load", () =>
      frame.contentWindow.postMessage({ message: "ready", secret: frame.dataset.secret }, "*"),
    );
  </script>`;

/** Canvas: a string of JSON with a subject. Source: Canvas LMS, "LTI Window postMessage", lti.frameResize. */
export const canvas = (src) => `${frame(src, 'width="600" height="300" sandbox="allow-scripts"')}
  <script>
    addEventListener("message", ({ data, source }) => {
      const frame = document.getElementById("frame");
      if (source !== frame.contentWindow || typeof data !== "string") return;
      let message;
      try { message = JSON.parse(data); } catch { return; }
      if (message.subject === "lti.frameResize") frame.style.height = parseInt(message.height, 10) + "px";
    });
  </script>`;

/** AMP: amp-iframe with "resizable". Source: amp-iframe, "Iframe resizing". */
export const amp = (src) => `${frame(src, 'width="600" height="300" sandbox="allow-scripts"')}
  <script>
    addEventListener("message", ({ data, source }) => {
      const frame = document.getElementById("frame");
      if (source !== frame.contentWindow || data?.sentinel !== "amp" || data.type !== "embed-size") return;
      frame.height = data.height;
    });
  </script>`;

/** H5P: greets, asks to prepare, resizes. Source: h5p-resizer.js of h5p-php-library. */
export const h5p = (src) => `${frame(src, 'width="600" height="300" sandbox="allow-scripts"')}
  <script>
    const frame = document.getElementById("frame");
    addEventListener("message", ({ data, source }) => {
      if (data?.context !== "h5p" || source !== frame.contentWindow) return;
      const respond = (action) => source.postMessage({ context: "h5p", action }, "*");
      if (data.action === "hello") respond("hello");
      if (data.action === "prepareResize" && (frame.clientHeight !== data.scrollHeight || data.scrollHeight !== data.clientHeight)) {
        frame.style.height = data.clientHeight + "px";
        respond("resizePrepared");
      }
      if (data.action === "resize") frame.style.height = data.scrollHeight + "px";
    });
    frame.addEventListener("load", () => frame.contentWindow.postMessage({ context: "h5p", action: "ready" }, "*"));
  </script>`;

/** Pym: a child with an id in its address; strings joined by a delimiter. Source: pym.js 1.3, "Parent". */
export const pym = (src) => `${frame(src.replace("embed.html", "embed.html?initialWidth=600&childId=graphic"), 'width="600" height="300"')}
  <script>
    const MESSAGE = /^pymxPYMxgraphicxPYMx(\\S+)xPYMx(.*)$/;
    addEventListener("message", ({ data, source }) => {
      const frame = document.getElementById("frame");
      const [, type, value] = (typeof data === "string" && MESSAGE.exec(data)) || [];
      if (source !== frame.contentWindow || type !== "height") return;
      frame.height = parseInt(value, 10) + "px";
    });
  </script>`;

/** A page that uses the project's own script for hosts. */
export const own = (src, script) =>
  `${frame(src, 'width="600" height="300" sandbox="allow-scripts"')}<iframe id="other" title="Another"></iframe>
  <script src="${script}" defer></script>`;
