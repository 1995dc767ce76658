// The first paint: of a screen that is not ホーム shows what of it is here already, and asks for the app when that has been
// seen. Stands at the end of the page itself (xtask/npm/bundle.mjs), known to the page's policy by its digest: a
// file would be one more journey before anything is seen. It has no list of the app's screens.

import { bring, element, firstPaint, nextFrame, reloadButton, say, showFailure, wait } from "../page.js";
import { templateOf } from "./wanted.js";

const root = document.documentElement;

/**
 * Leptos makes the parts of a view that never change from HTML text, and the CSP forbids that but for what
 * this policy lets through: markup without anything that could run or bring in what runs. Whatever text
 * reaches `innerHTML` by mistake is held to the same rule; texts of scripts have no policy at all.
 */
const allowMarkupOfViews = () => {
  const active = /<\s*(script|style|link|meta|base|iframe|frame|object|embed)\b|[\s"'/]on\w+\s*=|javascript:|srcdoc/i;
  globalThis.trustedTypes?.createPolicy("default", {
    createHTML: (html) => (active.test(html) ? null : html),
  });
};

/** Shows that a screen is on its way, below what is there of it already: a part of the screen, as wide as that is. */
const showOnItsWay = (main, part) => {
  const isWide = part?.firstElementChild.matches(".wrap-wide");
  const note = element("p", { className: isWide ? "wrap wrap-wide" : "wrap", role: "status" }, say("読み込んでいます…", "Loading…"));
  note.setAttribute("aria-busy", "true");
  // The place of notices has its distance to what follows.
  main.replaceChildren(main.firstElementChild, part ?? "", note);
};

/** Shows what the page of one thing begins with, if that comes (src/first/head.js has asked for it); gives when. */
const showBeginning = async (main) => {
  const markup = await globalThis.michishirube.beginning;
  if (!markup) return undefined;
  const template = document.createElement("template");
  template.innerHTML = markup;
  showOnItsWay(main, template.content);
  return performance.now();
};

/**
 * Makes the first paint of a screen that is not ホーム: the frame of ホーム, with the top of the screen in it where that
 * stands in the page (xtask/npm/prerender.mjs). Gives what resolves when more of it is shown, or cannot be.
 */
const showHead = () => {
  const main = firstPaint()?.querySelector("main");
  if (!main) return;
  // A scenario from somebody else is shown in place of the screen.
  const head = location.hash ? undefined : templateOf("head");
  showOnItsWay(main, head?.content.cloneNode(true));
  const links = firstPaint().querySelectorAll("header nav a");
  for (const link of links) link.removeAttribute("aria-current");
  const beginnings = templateOf("beginnings");
  links[(head ?? beginnings)?.dataset.here]?.setAttribute("aria-current", "page");
  root.dataset.elsewhere = "known";
  return beginnings ? showBeginning(main) : undefined;
};

/** Says that the script itself did not arrive, which would say what else does not. */
const showMissing = () => {
  const words = say("必要なファイルを読み込めませんでした。通信の状態を確かめて、再読み込みしてください。", "A file that is needed did not arrive. Check the connection and reload.");
  showFailure(element("p", {}, words), element("p", { className: "boot-ways" }, reloadButton()));
};

/** Resolves when the browser says that something came to the screen at this time or later: not every one says when. */
const seen = (since) =>
  new Promise((resolve) => {
    const type = "largest-contentful-paint";
    const saysWhen = PerformanceObserver.supportedEntryTypes.includes(type);
    const watch = (list) => (!saysWhen || list.getEntries().some(({ startTime }) => startTime >= since)) && resolve();
    new PerformanceObserver(watch).observe({ type: saysWhen ? type : "paint", buffered: true });
  });

/** Resolves when what came to the page at this time has been painted, or patience ends; where nobody looks, nothing is. */
const painted = async (since, patience) => {
  if (document.hidden) return;
  const isSeen = seen(since);
  // From a frame to the screen it takes one more.
  await nextFrame();
  await nextFrame();
  await Promise.race([isSeen, wait(patience)]);
};

/** Has what of ホーム is out of view laid out with the frames that follow, before somebody comes there. */
const layOutRest = async () => {
  for (const part of firstPaint().querySelectorAll("[data-to-come]")) {
    await nextFrame();
    delete part.dataset.toCome;
  }
};

/** How long the app waits for what is to be seen before it, in milliseconds. */
const PATIENCE = 1500;
/** How long it waits to be told that more is seen: of what is not larger than what was there, the browser says nothing. */
const SHORT_PATIENCE = 100;

/** Asks for the app when the first paint has been seen: from here on nothing keeps that from being read. */
const start = async (since, beginning) => {
  await painted(since, PATIENCE);
  if (beginning) {
    const shown = await Promise.race([beginning, wait(PATIENCE)]);
    if (shown) await painted(shown, SHORT_PATIENCE);
  }
  layOutRest();
  const { script, program } = document.getElementById("app").dataset;
  // Script and program come side by side. src/boot.js takes it, says so when it did not arrive, and puts its own here.
  const answer = fetch(program);
  answer.catch(() => {});
  globalThis.michishirube = { program: answer };
  try {
    await bring(new URL(script, document.baseURI).href);
  } catch (error) {
    console.error("michishirube: the app did not arrive:", error);
    showMissing();
  }
};

allowMarkupOfViews();
// ホーム was in the page before this script.
if ("elsewhere" in root.dataset) start(performance.now(), showHead());
else start(0);
