// Runs first in every page of an engine that Playwright cannot drive: finds elements as Playwright's locators
// do, and tells the server what must not happen.

import { computeAccessibleName, getRole } from "dom-accessibility-api";

const inOneLine = (text) => text.replace(/[\u200b\u00ad]/g, "").trim().replace(/\s+/g, " ");

/** How a text is compared: a wanted text is part of it in any case, or all of it (`exact`); a pattern is found in it. */
const comparison = (wanted, exact) => {
  if (typeof wanted !== "string") {
    const pattern = new RegExp(wanted.pattern, wanted.flags);
    return (text) => pattern.test(text);
  }
  const line = inOneLine(wanted);
  if (exact) return (text) => inOneLine(text) === line;
  return (text) => inOneLine(text).toLowerCase().includes(line.toLowerCase());
};

const SILENT = "script, style, noscript, head";
/** The text in a node; those of its parts are kept in `known`. */
const textOf = (node, known = new Map()) => {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches(SILENT)) return "";
  if (node.matches("input[type=submit], input[type=button]")) return node.value;
  if (!known.has(node)) known.set(node, [...node.childNodes].map((child) => textOf(child, known)).join(""));
  return known.get(node);
};

/** The innermost elements whose text is as wanted. */
const byText = (root, fits) => {
  const known = new Map();
  const as = new Map();
  const isWanted = (element) => {
    if (!as.has(element)) as.set(element, !element.closest(SILENT) && fits(textOf(element, known)));
    return as.get(element);
  };
  const elements = [...(root === document ? [] : [root]), ...root.querySelectorAll("*")];
  return elements.filter((element) => isWanted(element) && ![...element.children].some(isWanted));
};

/** Whether assistive technology is told of an element. */
const told = (element) => {
  if (element.closest("[aria-hidden=true]")) return false;
  let boxed = element;
  while (boxed && getComputedStyle(boxed).display === "contents") boxed = boxed.parentElement;
  return boxed?.checkVisibility({ visibilityProperty: true }) ?? false;
};

const SECTIONS = "article, aside, main, nav, section";
const roleOf = (element) => {
  if (element.hasAttribute("role")) return getRole(element);
  switch (element.localName) {
    case "th":
      return element.scope.startsWith("row") ? "rowheader" : "columnheader";
    case "header":
    case "footer":
      return element.closest(SECTIONS) ? null : getRole(element);
    default:
      return getRole(element);
  }
};

const levelOf = (element) => Number(element.getAttribute("aria-level") ?? element.localName.match(/^h([1-6])$/)?.[1]);

const labelsOf = (element) => {
  const ids = element.getAttribute("aria-labelledby");
  if (ids) return ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "");
  const label = element.getAttribute("aria-label");
  if (label?.trim()) return [label];
  return [...(element.labels ?? [])].map((one) => textOf(one));
};

const inOrder = (elements) =>
  [...new Set(elements)].sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));

/** What each step of a locator makes of the elements so far. */
const STEPS = {
  css: (elements, { css }) => elements.flatMap((element) => [...element.querySelectorAll(css)]),
  text: (elements, { text, exact }) => elements.flatMap((element) => byText(element, comparison(text, exact))),
  label: (elements, { label, exact }) => {
    const fits = comparison(label, exact);
    return elements.flatMap((element) => [...element.querySelectorAll("*")].filter((one) => labelsOf(one).some(fits)));
  },
  role: (elements, { role, name, exact, level }) => {
    const fits = name === undefined ? () => true : comparison(name, exact);
    return elements.flatMap((element) =>
      [...element.querySelectorAll("*")].filter(
        (one) =>
          roleOf(one) === role &&
          (level === undefined || levelOf(one) === level) &&
          told(one) &&
          (name === undefined || fits(inOneLine(computeAccessibleName(one)))),
      ),
    );
  },
  hasText: (elements, { hasText }) => {
    const fits = comparison(hasText);
    return elements.filter((element) => fits(textOf(element)));
  },
  has: (elements, { has }) => elements.filter((element) => find(has, element).length),
  and: (elements, { and }) => {
    const others = new Set(find(and));
    return elements.filter((element) => others.has(element));
  },
  or: (elements, { or }) => [...elements, ...find(or)],
  nth: (elements, { nth }) => elements.slice(nth, nth === -1 ? undefined : nth + 1),
};

/** The elements of a locator, given as its steps. */
const find = (steps, root = document) =>
  steps.reduce((elements, step) => {
    const [kind] = Object.keys(step).filter((key) => key in STEPS);
    const found = STEPS[kind](elements, step);
    return kind === "nth" ? found : inOrder(found);
  }, [root]);

const visible = (element) => {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
};

/** Puts a text in place of a field's, as one who types it over. */
const fill = (field, text) => {
  field.focus();
  field.select();
  document.execCommand(text === "" ? "delete" : "insertText", false, text);
};

/** Gives files to a field for them. */
const hand = (field, files) => {
  const transfer = new DataTransfer();
  for (const { name, mimeType, bytes } of files) {
    transfer.items.add(new File([Uint8Array.from(bytes)], name, { type: mimeType }));
  }
  field.files = transfer.files;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
};

// What is told is on its way for a moment; `said` waits for it.
const home = new URL("e2e", location.href.replace(/[?#].*/, "")).href;
const send = fetch.bind(globalThis);
const onTheWay = new Set();
const tell = (kind, values) => {
  const body = JSON.stringify({ kind, values });
  const posted = send(home, { method: "POST", body, keepalive: true }).catch(() => {});
  onTheWay.add(posted);
  posted.then(() => onTheWay.delete(posted));
};
const said = async () => {
  await Promise.all(onTheWay);
  const foreign = performance.getEntriesByType("resource").map(({ name }) => name);
  return foreign.filter((name) => !name.startsWith(`${location.origin}/`) && !/^(data|blob):/.test(name));
};

addEventListener("error", (event) => tell("weberror", [String(event.error ?? event.message)]));
addEventListener("unhandledrejection", (event) => tell("weberror", [String(event.reason)]));
const error = console.error.bind(console);
console.error = (...values) => {
  tell("console", [values.map(String).join(" ")]);
  error(...values);
};

/** Where to press an element, in the window's coordinates, once it rests and nothing else lies over it. */
const target = async (element, position) => {
  const before = element.getBoundingClientRect();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const { left, top, width, height } = element.getBoundingClientRect();
  if (left !== before.left || top !== before.top || !element.isConnected) return null;
  const x = Math.floor(left + (position?.x ?? width / 2));
  const y = Math.floor(top + (position?.y ?? height / 2));
  const hit = document.elementFromPoint(x, y);
  const named = hit?.closest("label")?.control;
  return hit && (element.contains(hit) || hit.contains(element) || named === element) ? { x, y } : null;
};

/** WebKit ends a text with the end of its last line. */
const innerText = (element) => element.innerText.replace(/\n+$/, "");

globalThis.inpage = { find, innerText, visible, target, fill, hand, tell, said };
