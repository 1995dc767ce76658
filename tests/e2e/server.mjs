// A plain static server for the release build under a sub-path, as any host would serve it.
// It can be told to fail or delay files, to test what the page says then.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";

import { dist } from "./tools.mjs";

export const SUB_PATH = "/michishirube/";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".toml": "application/toml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** The page with a script before all others. */
const withScript = (page) => page.toString("utf8").replace("<head>", '<head>\n<script src="e2e"></script>');

const textOf = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
};

/**
 * Starts a server on a free port.
 *
 * `fault(path)`, given a path below the sub-path ("assets/x.wasm", "" for the page), may return
 * `{ status }` to answer with that and nothing else, `{ body, type }` to answer with that text,
 * `{ until: promise }` to wait first, or nothing to serve the file. Set it at any time through
 * `server.fault = …`. So can the folder that is served, `server.folder`: a new build is one of its own.
 *
 * `compressed` sends the brotli forms that the build has laid beside the files, as a good host does.
 *
 * `visitor`, of an engine that needs help (see engines/webkit.mjs): `script()` is run first in the page, what
 * it posts to "e2e" comes to `told`, and every answer is reported to `seen`.
 *
 * Returns `{ origin, url, fault, folder, close }`; `url` is the address of the page.
 */
export const serve = async ({ fault, folder = dist, compressed = false } = {}) => {
  const server = { fault, folder };
  const answer = async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const below = pathname.startsWith(SUB_PATH) ? decodeURIComponent(pathname.slice(SUB_PATH.length)) : null;
    const { visitor } = server;
    if (visitor && below === "e2e") {
      if (request.method === "POST") visitor.told(JSON.parse(await textOf(request)));
      response.writeHead(200, { "Content-Type": TYPES[".js"], "Cache-Control": "no-store" });
      response.end(request.method === "POST" ? "" : visitor.script());
      return;
    }
    const send = (status, type, body, headers = {}) => {
      visitor?.seen(`${server.origin}${request.url}`, status);
      response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store", ...headers });
      response.end(body);
    };
    if (below === null || !["GET", "HEAD"].includes(request.method)) {
      send(404, TYPES[".txt"], "outside the sub-path");
      return;
    }
    const injected = server.fault?.(below);
    await injected?.until;
    if (injected?.status || injected?.body !== undefined) {
      send(injected.status ?? 200, injected.type ?? TYPES[".txt"], injected.body ?? "");
      return;
    }
    const { folder } = server;
    const file = path.join(folder, below.endsWith("/") || below === "" ? `${below}index.html` : below);
    try {
      if (!file.startsWith(folder + path.sep)) throw new Error("outside the folder");
      const type = TYPES[path.extname(file)] ?? "application/octet-stream";
      const brotli = compressed && (await readFile(`${file}.br`).catch(() => undefined));
      if (brotli) {
        send(200, type, brotli, { "Content-Encoding": "br" });
        return;
      }
      const bytes = await readFile(file);
      send(200, type, visitor && type === TYPES[".html"] ? withScript(bytes) : bytes);
    } catch {
      send(404, TYPES[".txt"], "no such file");
    }
  };
  const http = createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error));
  });
  await new Promise((resolve) => http.listen(0, "127.0.0.1", resolve));
  server.origin = `http://127.0.0.1:${http.address().port}`;
  server.url = `${server.origin}${SUB_PATH}`;
  server.close = () =>
    new Promise((resolve) => {
      http.close(resolve);
      http.closeAllConnections();
    });
  return server;
};
