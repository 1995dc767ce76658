// Makes the service worker of a finished build, <folder>/sw.js: src/offline/worker.js with the version of the
// build and the digests of all its files, so that the browser keeps just these. The version goes into the page.
//
// Usage: node offline.mjs <project root> <folder> <hosted|served>
// A build that is served for development gets src/offline/away.js in its place: an old build that a browser
// keeps would haunt the one who works on a new one.
// MICHISHIRUBE_NODE_MODULES names the folder with the pinned packages.

import { createHash } from "node:crypto";
import { readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

import { isCompressed } from "./compression.mjs";
import { digest } from "./hashed.mjs";

const [root, folder, use] = process.argv.slice(2);
const esbuild = createRequire(path.join(process.env.MICHISHIRUBE_NODE_MODULES, "index.js"))("esbuild");
const workerFile = path.join(folder, "sw.js");
const pageFile = path.join(folder, "index.html");

/** Every file that a visitor may need, by its path as the page's addresses have it, with its digest. */
const digests = async () => {
  const found = [];
  for (const name of await readdir(folder, { recursive: true })) {
    const file = path.join(folder, name);
    if (isCompressed(name) || file === workerFile || !(await stat(file)).isFile()) continue;
    const address = name.split(path.sep).join("/");
    // The page is asked for by the path it lies under; some hosts lead index.html there.
    found.push([address === "index.html" ? "" : address, digest(await readFile(file))]);
  }
  return Object.fromEntries(found.sort(([one], [other]) => (one < other ? -1 : 1)));
};

const hosted = async () => {
  const page = await readFile(pageFile, "utf8");
  const bare = page.replace(/ data-version="[^"]*"/, "");
  await writeFile(pageFile, bare);
  const version = createHash("sha256").update(JSON.stringify(await digests())).digest("hex").slice(0, 12);
  await writeFile(pageFile, bare.replace(/<html [^>]*/, (tag) => `${tag} data-version="${version}"`));
  const build = `export const version = ${JSON.stringify(version)}, files = ${JSON.stringify(await digests())};`;
  return {
    name: "build",
    setup(plugin) {
      plugin.onResolve({ filter: /^michishirube:build$/ }, ({ path: name }) => ({ path: name, namespace: "build" }));
      plugin.onLoad({ filter: /.*/, namespace: "build" }, () => ({ contents: build, loader: "js" }));
    },
  };
};

await rm(workerFile, { force: true });
await esbuild.build({
  absWorkingDir: root,
  entryPoints: [use === "hosted" ? "src/offline/worker.js" : "src/offline/away.js"],
  outfile: workerFile,
  bundle: true,
  // A worker as a module is not known to every browser that the page is for.
  format: "iife",
  charset: "utf8",
  target: ["chrome111", "edge111", "firefox115", "safari16.4"],
  minify: use === "hosted",
  logLevel: "warning",
  plugins: use === "hosted" ? [await hosted()] : [],
});
