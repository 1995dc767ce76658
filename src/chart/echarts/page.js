// What the page asks of ECharts in its worker (worker.js), and what it makes of the answer. Loaded on demand by
// src/boot.js. ECHARTS, the address of the worker relative to this script, is given by xtask/npm/bundle.mjs.

// The only script address that this file may make (see the CSP in index.html).
const script = new URL(ECHARTS, import.meta.url).href;
const policy = globalThis.trustedTypes?.createPolicy("charts", { createScriptURL: (asked) => (asked === script ? asked : null) });

let worker;
/** Those who wait for a picture, by their ticket. */
const waiting = new Map();
let tickets = 0;

/** Answers everybody who waits for this worker, and forgets it: the next drawing starts a new one. */
const giveUp = (given, reason) => {
  if (given !== worker) return;
  worker.terminate();
  worker = undefined;
  for (const { reject } of waiting.values()) reject(reason);
  waiting.clear();
};

const start = () => {
  const started = new Worker(policy?.createScriptURL(script) ?? script);
  started.onmessage = ({ data: { ticket, picture, error } }) => {
    const { resolve, reject } = waiting.get(ticket);
    waiting.delete(ticket);
    if (picture) resolve(picture);
    else reject(new Error(error));
  };
  started.onerror = (event) => {
    event.preventDefault();
    // Not of a page that is being left (see `bring` in src/page.js).
    setTimeout(() => giveUp(started, new Error(event.message || "the worker of the charts did not start")), 1000);
  };
  return started;
};

const ask = (drawing) =>
  new Promise((resolve, reject) => {
    worker ??= start();
    tickets += 1;
    waiting.set(tickets, { resolve, reject });
    worker.postMessage({ ticket: tickets, drawing });
  });

const SVG = "http://www.w3.org/2000/svg";

/** The element that a worker described. Texts are set as text; style is set as the CSP allows. */
const made = ({ tag, attributes, text, children }) => {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of attributes) {
    if (name === "style") element.style.cssText = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(text ?? "", ...children.map(made));
  return element;
};

/** Draws in `element`; resolves with where the picture has what (see worker.js). */
export const draw = async (element, drawing) => {
  const { fontFamily } = getComputedStyle(element);
  const { svg, ...places } = await ask({ ...drawing, fontFamily });
  element.replaceChildren(made(svg));
  return places;
};
