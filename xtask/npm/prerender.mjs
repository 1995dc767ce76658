// Puts ホーム into a finished build's <folder>/index.html as the app makes it, so that a visitor reads it before the
// WebAssembly has arrived: runs the built app in Node, in a document without a browser (happy-dom).
//
// Usage: node prerender.mjs <folder>
// MICHISHIRUBE_NODE_MODULES names the folder with the pinned packages.

import { readFile, readdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [folder] = process.argv.slice(2);
const require = createRequire(path.join(process.env.MICHISHIRUBE_NODE_MODULES, "index.js"));
const { Window } = await import(pathToFileURL(require.resolve("happy-dom")).href);

const pageFile = path.join(folder, "index.html");
const page = await readFile(pageFile, "utf8");
const PLACE = '<div id="first"></div>';
if (page.split(PLACE).length !== 2) throw new Error(`index.html has not one ${PLACE}`);

const window = new Window({ url: "https://michishirube.invalid/", settings: { disableJavaScriptEvaluation: true } });
window.document.write('<!doctype html><html lang="ja"><head></head><body><div id="app"></div></body></html>');

/** Has the program find a browser's things where it looks for them. */
const provide = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
for (const name of Object.getOwnPropertyNames(window)) if (!(name in globalThis)) provide(name, window[name]);
for (const name of ["document", "navigator", "location", "history", "localStorage", "sessionStorage", "Event", "EventTarget"]) {
  provide(name, window[name]);
}
for (const name of ["addEventListener", "removeEventListener", "dispatchEvent", "matchMedia", "requestAnimationFrame", "scrollTo"]) {
  provide(name, window[name].bind(window));
}
provide("window", globalThis);
provide("self", globalThis);
// The program asks whether its global is a window.
provide("Window", class { static [Symbol.hasInstance](asked) { return asked === globalThis || asked === window; } });
// Nothing comes near a view that is not there.
provide("IntersectionObserver", class { observe() {} disconnect() {} });
provide("fetch", async (address) =>
  new Response(await readFile(new URL(address)), { headers: { "Content-Type": "application/wasm" } }));

const boot = (await readdir(path.join(folder, "assets"))).find((name) => /^boot-\w+\.js$/.test(name));
await import(pathToFileURL(path.join(folder, "assets", boot)).href);
const app = window.document.getElementById("app");
const started = Date.now();
while (!app.querySelector("main h1")) {
  if (Date.now() - started > 20_000) throw new Error("the app did not make ホーム in Node");
  await new Promise((resolve) => setTimeout(resolve, 20));
}
// What follows from the first view at once (the page's title, what is kept) is there, too.
await new Promise((resolve) => setTimeout(resolve, 50));

const alert = app.querySelector("[role=alert]");
if (alert) throw new Error(`ホーム in Node says: ${alert.textContent}`);
// The marks that the app finds its place by are nothing to a page that is only read.
const html = app.innerHTML.replaceAll("<!---->", "");
if (/<[^>]* (style|on\w+)=/.test(html)) throw new Error("ホーム has an inline style or handler, which the policy forbids");
await writeFile(pageFile, page.replace(PLACE, () => `<div id="first">${html}</div>`));
console.log(`ホーム in the page: ${Math.round(html.length / 1000)} thousand characters`);
process.exit(0);
