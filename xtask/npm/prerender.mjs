// Puts ホーム, and of the other screens what stands at their top, into a finished build's <folder>/index.html as the
// app makes it, in each language, so that a visitor reads it before the WebAssembly has arrived: runs the built app in
// Node, in a document without a browser (happy-dom). What the page of one programme, indicator and so on begins with
// goes into files for some of its kind each.
//
// Usage: node prerender.mjs <folder> [language]
// With a language it writes those of this one to its output instead, as JSON: an app runs once in a process.
// MICHISHIRUBE_NODE_MODULES names the folder with the pinned packages.

import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

import { fileOf } from "../../src/first/wanted.js";
import { hashed } from "./hashed.mjs";

const [folder, language] = process.argv.slice(2);

/** The screens whose top is the same whatever the address says beside it. */
const SCREENS = [
  "programs", "projects", "indicators", "scenario", "comparison", "budget", "areas", "policy", "vision", "opinions",
  "infrastructure", "report", "data", "accessibility",
];
/** The screens that show one of a kind, and the data that names them. */
const KINDS = { program: "programs.csv", project: "projects.csv", indicator: "indicators.csv", document: "documents.csv" };

/** How many characters of beginnings go into one file, about: a few thousand bytes on their way. */
const BEGINNINGS = 16_000;

const pageFile = path.join(folder, "index.html");
if (!language) {
  let page = await readFile(pageFile, "utf8");
  for (const each of ["ja", "en"]) {
    const place = `<div class="first" lang="${each}"></div>`;
    if (page.split(place).length !== 2) throw new Error(`index.html has not one ${place}`);
    const made = await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), folder, each], {
      maxBuffer: 1 << 24,
    });
    const { home, heads, beginnings } = JSON.parse(made.stdout);
    const tops = heads.map(
      ({ screen, here, html }) =>
        `<template class="head" lang="${each}" data-screen="${screen}" data-here="${here}">${html}</template>`,
    );
    const lists = [];
    for (const { screen, here, pages } of beginnings) {
      const count = Math.ceil(JSON.stringify(pages).length / BEGINNINGS);
      const files = [];
      for (let which = 0; which < count; which += 1) {
        const json = JSON.stringify(Object.fromEntries(Object.entries(pages).filter(([id]) => fileOf(id, count) === which)));
        files.push(`assets/${hashed(`beginnings-${screen}-${each}`, "json", json)}`);
        await writeFile(path.join(folder, files.at(-1)), json);
      }
      lists.push(
        `<template class="beginnings" lang="${each}" data-screen="${screen}" data-here="${here}" data-files="${files.join(" ")}"></template>`,
      );
    }
    page = page.replace(place, () => place.replace("></", `>${home}</`) + tops.join(""));
    // Before the first of the scripts, which asks for a file of these.
    page = page.replace("<script>", () => `${lists.join("")}<script>`);
    console.log(`ホーム in the page (${each}): ${Math.round(home.length / 1000)} thousand characters`);
  }
  await writeFile(pageFile, page);
  process.exit(0);
}

const require = createRequire(path.join(process.env.MICHISHIRUBE_NODE_MODULES, "index.js"));
const { Window } = await import(pathToFileURL(require.resolve("happy-dom")).href);

const window = new Window({ url: "https://michishirube.invalid/", settings: { disableJavaScriptEvaluation: true } });
window.document.write(`<!doctype html><html lang="${language}"><head></head><body><div id="app"></div></body></html>`);

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

// In the place of src/first/body.js.
const [, script, program] = /<div id="app" data-script="([^"]+)" data-program="([^"]+)">/.exec(await readFile(pageFile, "utf8"));
const fileUrl = (name) => pathToFileURL(path.join(folder, name)).href;
provide("michishirube", { program: fetch(fileUrl(program)) });
await import(fileUrl(script));
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
const markup = (element) => element.innerHTML.replaceAll("<!---->", "");
// Of ホーム, what is out of view has its turn after the first paint (src/first/body.js).
const sections = [...app.querySelectorAll("main section")];
for (const section of sections) section.dataset.toCome = "";
let html = markup(app);
for (const section of sections) delete section.dataset.toCome;
// Both stand in the page, and names are given once: those of the Japanese one are the plain ones.
if (language !== "ja") {
  html = html
    .replace(/ (id|for|aria-labelledby|aria-describedby|aria-controls|popovertarget)="([^"]+)"/g, (_, name, ids) => {
      const own = ids.split(" ").map((id) => `${id}-${language}`);
      return ` ${name}="${own.join(" ")}"`;
    })
    .replace(/ href="#([^"]+)"/g, (_, id) => ` href="#${id}-${language}"`);
}
if (/<[^>]* (style|on\w+)=/.test(html)) throw new Error("ホーム has an inline style or handler, which the policy forbids");

// No sheet is waited for where nothing is seen.
window.document.head.append = (link) => queueMicrotask(() => link.onload?.());
/** How many characters of a page fill the first window, about. */
const WINDOW = language === "en" ? 1200 : 700;
/** What does nothing before the app is there. The label of terms stands before them. */
const CONTROLS = "button, input, select, textarea, details, [popover], .chart, .terms";

/** What a screen begins with: down to its title and lead, or on to the first control or the end of the window. */
const topOf = (title, isTitleAll) => {
  let screen = title;
  while (screen.parentElement.localName !== "main") screen = screen.parentElement;
  const top = screen.cloneNode(true);
  const last = isTitleAll ? top.querySelector(".page-title") : undefined;
  let left = WINDOW;
  const cut = (element) => {
    for (const node of [...element.childNodes]) {
      if (left <= 0 || node.nodeType === 8) node.remove();
      else if (node.nodeType === 3) left -= node.textContent.trim().length;
      else if (node.matches(CONTROLS)) {
        left = 0;
        node.remove();
      } else {
        cut(node);
        // What the cut has left empty.
        if (left <= 0 && !node.textContent.trim()) node.remove();
        if (node === last) left = 0;
      }
    }
  };
  cut(top);
  return top.outerHTML;
};

const title = () => app.querySelector("main .page-title");
title().dataset.of = "home";
/** Goes to a screen and waits until it is there. */
const arriveAt = async (query) => {
  window.history.pushState({}, "", query);
  window.dispatchEvent(new window.Event("popstate"));
  const from = Date.now();
  // Of the screen before, it would be that of the screen before.
  while (!title() || app.querySelector("[aria-busy=true]") || title().dataset.of) {
    if (Date.now() - from > 20_000) throw new Error(`the app did not make ${query} in Node`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
};

/** Which of the header's links is the one of this screen. */
const here = () => [...app.querySelectorAll("header nav a")].findIndex((link) => link.getAttribute("aria-current"));

const heads = [];
for (const screen of SCREENS) {
  await arriveAt(`?screen=${screen}`);
  heads.push({ screen, here: here(), html: topOf(title(), true) });
  title().dataset.of = screen;
}

const beginnings = [];
for (const [screen, data] of Object.entries(KINDS)) {
  const rows = (await readFile(path.join(folder, "data", data), "utf8")).split("\n").slice(1);
  const pages = {};
  for (const id of rows.map((row) => row.split(",")[0]).filter(Boolean)) {
    if (!/^[\w-]+$/.test(id)) throw new Error(`data/${data} has an id that is none: ${id}`);
    await arriveAt(`?screen=${screen}&id=${id}`);
    pages[id] = topOf(title(), false);
    title().dataset.of = id;
  }
  beginnings.push({ screen, here: here(), pages });
}

// The program may have said something to the console; the place of the result is the standard output alone.
process.stdout.write(JSON.stringify({ home: html, heads, beginnings }), () => process.exit(0));
