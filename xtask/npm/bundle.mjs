// Bundles the JavaScript and the style sheets into <staging>/assets with hashed names, links them
// from <staging>/index.html, and removes the files that Trunk left for this step.
//
// Usage: node bundle.mjs <project root> <staging folder> <debug|release> <hosted|served>
// MICHISHIRUBE_NODE_MODULES names the folder with the pinned packages.

import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

import { digest, hashed } from "./hashed.mjs";

const [root, staging, profile, use] = process.argv.slice(2);
const modules = process.env.MICHISHIRUBE_NODE_MODULES;
const release = profile === "release";
const esbuild = createRequire(path.join(modules, "index.js"))("esbuild");

// What `cargo xtask finish` took the program apart into: the first part with its glue, the other
// parts, and the script that loads those.
const split = path.join(staging, "split");
const glue = path.join(split, "michishirube.js");
const wasm = path.join(split, "michishirube_bg.wasm");
const loader = path.join(split, "__wasm_split.js");
const placeholder = /[ \t]*<!-- assets:.*?-->[ \t]*\n?/s;

/** What both bundles have in common. */
const common = {
  absWorkingDir: root,
  outdir: path.join(staging, "assets"),
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  bundle: true,
  format: "esm",
  charset: "utf8",
  target: ["chrome111", "edge111", "firefox115", "safari16.4"],
  nodePaths: [modules],
  minify: release,
  sourcemap: release ? false : "linked",
  // The licences of what is bundled are in licences.txt (see licences.mjs).
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
  // wasm-bindgen names the same loader once for each part.
  logOverride: { "duplicate-object-key": "silent" },
};

/** The file that a build made from an entry point or copied from a path. */
const output = ({ metafile }, from, extension) => {
  const made = ([file, { entryPoint, inputs }]) =>
    file.endsWith(extension) &&
    (entryPoint === from || Object.keys(inputs).some((input) => path.resolve(root, input) === from));
  const found = Object.entries(metafile.outputs).find(made);
  if (!found) throw new Error(`the bundle has no output for ${from}`);
  return path.resolve(root, found[0]);
};

/**
 * Names a script by its bytes alone; gives that name. In the hash of what comes from the packages, esbuild counts where
 * they lie: a build on another machine would have everybody fetch the same file anew.
 */
const byContent = async (file, name) => {
  const named = hashed(name, "js", await readFile(file));
  await rename(file, path.join(common.outdir, named));
  return named;
};

// The charts are bundles of their own: shared chunks would be one more file before the first screen. ECharts is the
// script of a worker, and a small file is what the page asks it with.
const echarts = await esbuild.build({ ...common, format: "iife", entryPoints: { echarts: "src/chart/echarts/worker.js" } });
const charts = await esbuild.build({
  ...common,
  entryPoints: { charts: "src/chart/echarts/page.js" },
  define: { ECHARTS: JSON.stringify(`./${await byContent(output(echarts, "src/chart/echarts/worker.js", ".js"), "echarts")}`) },
});
const chartFile = path.basename(output(charts, "src/chart/echarts/page.js", ".js"));

// So is what is loaded when the first screen has been seen.
const offline = await esbuild.build({ ...common, entryPoints: { offline: "src/offline/page.js" } });
const offlineFile = path.basename(output(offline, "src/offline/page.js", ".js"));

/** Writes a WebAssembly file to the assets under a hashed name; gives that name. */
const writeWasm = async (name, bytes) => {
  const file = hashed(name, "wasm", bytes);
  await writeFile(path.join(common.outdir, file), bytes);
  return file;
};

/** A number as WebAssembly writes it (LEB128). */
const leb = (number) => (number < 128 ? [number] : [(number & 127) | 128, ...leb(number >>> 7)]);

/**
 * One file for what three or more parts share: a fetch for each of some thirty chunks keeps the browser busier than what
 * comes with them. A module of nothing but custom sections, so that every host knows and compresses it as WebAssembly.
 * Gives the loader that takes the chunks out of it.
 */
const withCommon = async (script) => {
  const pieces = [Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])];
  let length = pieces[0].length;
  const chunk = /\/\* ([\w, ]+) \*\/\s*const \w+ = makeLoad\(\(\) => \{\s*const src = (fetch\(new URL\("\.\/(chunk_\d+)\.wasm", import\.meta\.url\)\));/g;
  for (const [, users, fetching, name] of [...script.matchAll(chunk)]) {
    if (users.split(", ").length < 3) continue;
    const file = path.join(split, `${name}.wasm`);
    const bytes = await readFile(file);
    const head = Buffer.from([name.length, ...Buffer.from(name)]);
    const section = Buffer.from([0, ...leb(head.length + bytes.length), ...head]);
    script = script.replace(fetching, `piece(${length + section.length}, ${length + section.length + bytes.length})`);
    pieces.push(section, bytes);
    length += section.length + bytes.length;
    await rm(file);
  }
  if (pieces.length === 1) throw new Error("no chunk is shared by three parts, or the loader is written in another way");
  const file = await writeWasm("common", Buffer.concat(pieces));
  script = script.replace(/fetch\(new URL\(("\.\/\w+\.wasm"), import\.meta\.url\)\)/g, "ask($1)");
  return `${script}
/** Each in its turn: to ask for a file takes a browser some milliseconds, and a screen is made of a dozen. */
const ask = async (address) => {
  await globalThis.michishirube.nextTurn();
  return fetch(new URL(address, import.meta.url));
};
let arrival;
const fetchCommon = async () => {
  const response = await ask("./${file}");
  if (!response.ok) throw new Error(\`\${response.status} for \${response.url}\`);
  return response.arrayBuffer();
};
/** A chunk as if it had a file of its own. What did not arrive is asked for anew. */
const piece = async (from, to) => {
  arrival ??= fetchCommon().catch((error) => {
    arrival = undefined;
    throw error;
  });
  const bytes = await arrival;
  // What comes at a time the browser takes in at a time.
  await globalThis.michishirube.nextTurn();
  return new Response(bytes.slice(from, to), { headers: { "Content-Type": "application/wasm" } });
};
`;
};

/** Copies the other parts to the assets under hashed names; gives the loader with those names. */
const partsLoader = async () => {
  await mkdir(common.outdir, { recursive: true });
  let script = await withCommon(await readFile(loader, "utf8"));
  for (const name of (await readdir(split)).filter((file) => file.endsWith(".wasm") && file !== path.basename(wasm))) {
    const file = await writeWasm(path.basename(name, ".wasm"), await readFile(path.join(split, name)));
    if (!script.includes(`"./${name}"`)) throw new Error(`nothing loads ${name}`);
    script = script.replaceAll(`"./${name}"`, `"./${file}"`);
  }
  return script;
};
const loaderScript = await partsLoader();

// What comes with a screen: a sheet of its own, in its place among the layers.
const sheets = {
  name: "sheets",
  setup(build) {
    build.onResolve({ filter: /^sheet:/ }, ({ path: sheet }) => ({ path: sheet.slice("sheet:".length), namespace: "sheet" }));
    build.onLoad({ filter: /.*/, namespace: "sheet" }, ({ path: name }) => ({
      contents: `@import "./style/screens/${name}.css" layer(screens);`,
      loader: "css",
      resolveDir: root,
    }));
  },
};
const screens = (await readdir(path.join(root, "style/screens"))).map((file) => path.basename(file, ".css"));
const styles = await esbuild.build({
  ...common,
  entryPoints: screens.map((name) => ({ in: `sheet:${name}`, out: `sheet-${name}` })),
  plugins: [sheets],
});
/** The files of the sheets by their names. */
const sheetFiles = Object.fromEntries(
  Object.entries(styles.metafile.outputs)
    .filter(([, { entryPoint }]) => entryPoint?.startsWith("sheet:"))
    .map(([file, { entryPoint }]) => [entryPoint.slice("sheet:".length), `./${path.basename(file)}`]),
);

/** Gives src/boot.js what was built: the glue as a module, the sheets and the charts as files. */
const built = {
  name: "built",
  setup(build) {
    build.onResolve({ filter: /^michishirube:glue$/ }, () => ({ path: glue }));
    build.onResolve({ filter: /^michishirube:sheets$/ }, () => ({ path: "sheets", namespace: "built" }));
    build.onLoad({ filter: /^sheets$/, namespace: "built" }, () => ({ contents: JSON.stringify(sheetFiles), loader: "json" }));
    build.onLoad({ filter: /__wasm_split\.js$/ }, () => ({ contents: loaderScript, loader: "js" }));
    build.onResolve({ filter: /^michishirube:charts$/ }, () => ({ path: "charts", namespace: "built" }));
    build.onLoad({ filter: /^charts$/, namespace: "built" }, () => ({ contents: `export default "./${chartFile}"` }));
    build.onResolve({ filter: /^\.\/offline\/page\.js$/ }, () => ({ path: `./${offlineFile}`, external: true }));
  },
};

const page = await esbuild.build({
  ...common,
  entryPoints: { boot: "src/boot.js", style: "style/main.css" },
  define: { HOSTED: String(use === "hosted") },
  loader: { ".svg": "dataurl", ".woff2": "file" },
  plugins: [built],
});

/** The address of an output, relative to index.html. */
const address = (from, extension) =>
  path.relative(staging, output(page, from, extension)).split(path.sep).join("/");

const style = `<link rel="stylesheet" href="${address("style/main.css", ".css")}">`;
const program = await writeWasm("michishirube_bg", await readFile(wasm));
// Asked for by src/first/body.js: nothing but the style is to keep the first paint waiting.
const app = `<div id="app" data-script="${address("src/boot.js", ".js")}" data-program="assets/${program}"></div>`;

const indexFile = path.join(staging, "index.html");
const source = await readFile(indexFile, "utf8");
const mount = '<div id="app"></div>';
if (!placeholder.test(source)) throw new Error("index.html has no <!-- assets: … --> placeholder");
if (!source.includes(mount)) throw new Error(`index.html has no ${mount}`);
const linked = source
  .replace(placeholder, `  ${style}\n`)
  .replace(mount, app)
  .replace(/[ \t]*<link data-trunk [^>]*>[ \t]*\n?/g, "");

/** Puts the scripts that stand in the page itself into it, and their digests into its policy. */
const withScripts = async (html) => {
  const digests = [];
  for (const [tag, entry] of [...html.matchAll(/<script data-inline="([^"]+)"><\/script>/g)]) {
    const { outputFiles } = await esbuild.build({ ...common, format: "iife", entryPoints: [entry], sourcemap: false, write: false });
    const script = outputFiles[0].text.trim();
    if (/<\/script|<!--/i.test(script)) throw new Error(`${entry} would end its element`);
    digests.push(`'${digest(script)}'`);
    html = html.replace(tag, () => `<script>${script}</script>`);
  }
  // The host says the same in its headers.
  const recipe = await readFile(path.join(root, "deploy/nginx.conf"), "utf8");
  if (release && !recipe.includes(digests.join(" "))) {
    throw new Error(`deploy/nginx.conf must have these digests in its Content-Security-Policy: ${digests.join(" ")}`);
  }
  return html.replace("'inline-scripts'", digests.join(" "));
};

const small = (html) => html.replace(/<!--.*?-->/gs, "").replace(/^[ \t]+/gm, "").replace(/\n{2,}/g, "\n");
await writeFile(indexFile, await withScripts(release ? small(linked) : linked));

const leftovers = ["michishirube.js", "michishirube_bg.wasm", "michishirube.d.ts", "michishirube_bg.wasm.d.ts", "snippets", "split"];
for (const leftover of leftovers) {
  await rm(path.join(staging, leftover), { force: true, recursive: true });
}
