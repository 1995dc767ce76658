// Starts the app and speaks for it when it cannot. src/first/body.js brings it in when the first paint has been seen, and
// has asked for the WebAssembly file.
// It has no list of the app's screens. Text is set as text, never as HTML (see the CSP in index.html).
//
// The "michishirube:" modules are given by xtask/npm/bundle.mjs: the glue that wasm-bindgen wrote, and the
// addresses of the charts and the screens' style sheets relative to this script. HOSTED is whether the build is for a
// host, or served for development only.

import charts from "michishirube:charts";
import start, { mount } from "michishirube:glue";
import sheets from "michishirube:sheets";

import { bring, element, firstPaint, nextFrame, reloadButton, say, showFailure, wait } from "./page.js";

/** Adds a style sheet to the page; resolves when it holds. One that did not arrive is asked for anew. */
const loadSheet = (href) => {
  const known = [...document.querySelectorAll("link[rel=stylesheet]")].find((link) => link.href === href);
  if (known) return known.arrival;
  const link = element("link", { rel: "stylesheet", href });
  link.arrival = new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error(`no style sheet at ${href}`));
    };
  });
  document.head.append(link);
  return link.arrival;
};

/** What a screen needs to be seen. */
const loadStyle = async (screen) => {
  await nextTurn();
  return loadSheet(new URL(sheets[screen], import.meta.url).href);
};

const loadCharts = () => bring(new URL(charts, import.meta.url).href);

/** Resolves when the element comes near the view. */
const whenNear = (id) =>
  new Promise((resolve) => {
    const place = document.getElementById(id);
    const watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        watch.disconnect();
        resolve();
      },
      { rootMargin: "400px" },
    );
    if (place) watch.observe(place);
    else resolve();
  });

/** Whether the first paint still stands, and somebody looks at it: then the app is made in short turns. */
const isStarting = () => !document.hidden && document.getElementById("boot") !== null;

/** How long a turn may go on before the browser does what waits, in milliseconds; a slow device takes several times as long. */
const TURN = 2;
let turnBegan = 0;

let turns = Promise.resolve();
/**
 * Resolves at once while the turn is short or nobody looks, else when the browser has done what waits; for one after
 * the other.
 */
const nextTurn = () =>
  (turns = turns.then(async () => {
    if (document.hidden || performance.now() - turnBegan < TURN) return;
    await (globalThis.scheduler?.yield?.() ?? wait(0));
    turnBegan = performance.now();
  }));

let stands;
/** Resolves when the app has taken the place of the first paint: only then all of it has sizes, and can take the focus. */
const standing = new Promise((resolve) => (stands = resolve));

/** Where the program says that it panicked: a file of its source with the line, and nothing of the visitor. */
let panicked = "";
const notePanic = (place) => {
  // Of a library's file, without the folders of the machine that built it.
  panicked = place.replace(/^.*[\\/]([^\\/]+[\\/]src[\\/])/, "$1");
};

/** The answer with the WebAssembly file, on its way: given by src/first/body.js. */
const { program } = globalThis.michishirube;

// What the app may ask of JavaScript: what a screen needs beside its WebAssembly, when it first needs it.
globalThis.michishirube = Object.freeze({
  loadCharts,
  loadStyle,
  whenNear,
  isStarting,
  nextTurn,
  whenStanding: () => standing,
  notePanic,
});

const DATA = [
  ["data/indicators.csv", say("評価指標（CSV）", "Indicators (CSV)")],
  ["data/observations.csv", say("実績値（CSV）", "Results (CSV)")],
  ["data/programs.csv", say("事業（CSV）", "Programmes (CSV)")],
  ["data/appearances.csv", say("事業の概要と予算（CSV）", "Outlines and budgets of programmes (CSV)")],
  ["data/README.md", say("データの説明", "About the data")],
];

const paragraph = (text) => element("p", {}, text);

/** Resolves when the screen stands in the app, or says why it cannot. */
const screenArrived = () =>
  new Promise((resolve) => {
    const app = document.getElementById("app");
    const isThere = () => !app.querySelector("[aria-busy=true]");
    const watch = new MutationObserver(() => {
      if (!isThere()) return;
      watch.disconnect();
      resolve();
    });
    watch.observe(app, { attributeFilter: ["aria-busy"], childList: true, subtree: true });
    if (isThere()) resolve();
  });

/** How many elements are laid out for the first time at once. */
const AT_A_TIME = 30;
/** How far the app is laid out before it is seen, in heights of the view: Chromium does so at once for what is nearer. */
const NEAR = 2.5;

/**
 * The parts of a page, each with the elements of the page that come with it, from one number to another: those up to the
 * next part. One with few elements has no parts of its own.
 */
const partsOf = (...pages) => {
  const parts = [];
  let count = 0;
  const add = (part) => {
    if (part.matches("section, article, figure, details, li, tr, footer")) parts.push({ part, from: count, to: count });
    count += 1;
    // What is folded away has no sizes: to ask for those of its parts would have them made.
    if (!part.matches("details:not([open])")) {
      const within = part.getElementsByTagName("*").length;
      if (within > AT_A_TIME / 2) for (const each of part.children) add(each);
      else count += within;
    }
    if (parts.length) parts.at(-1).to = count;
  };
  pages.forEach(add);
  return parts;
};

/** The first of some parts: as many as are laid out at once, and one at least. */
const firstOf = (parts) => parts.filter(({ to }, at) => at === 0 || to - parts[0].from <= AT_A_TIME);

const arrive = ({ part }) => delete part.dataset.toCome;

/**
 * Has the app laid out where it will stand while the first paint is still seen, in turns and as far as is near the view: a
 * page in one go would keep the browser from answering. Gives the parts that are to come.
 */
const layOutNear = async () => {
  const app = document.getElementById("app");
  let parts = partsOf(...app.querySelectorAll("main, footer"));
  for (const { part } of parts) part.dataset.toCome = "";
  app.dataset.unseen = "";
  // Only what is not within a part that is to come has a place. A few at a time: each makes room for the next, and to
  // ask where one is costs a layout.
  const isNear = ({ part }) => !part.parentElement.closest("[data-to-come]") && part.getBoundingClientRect().top < NEAR * innerHeight + scrollY;
  for (;;) {
    const near = firstOf(parts.filter(isNear));
    if (!near.length) return parts;
    near.forEach(arrive);
    parts = parts.filter((each) => !near.includes(each));
    await nextTurn();
  }
};

/** Has what is further down laid out in turns. What somebody scrolls to meanwhile is laid out at once. */
const layOutRest = async (parts) => {
  await nextFrame();
  await nextFrame();
  while (parts.length) {
    for (const each of parts.splice(0, firstOf(parts).length)) arrive(each);
    // To ask where something is has it laid out now, and not with all else that a frame has to do.
    document.body.getBoundingClientRect();
    await nextTurn();
  }
};

/**
 * Puts the app in the place of the first paint. Of ホーム that is its like: what had the focus has it again, and
 * the menu that was open is open.
 */
const takeOver = () => {
  const [app, boot] = ["app", "boot"].map((id) => document.getElementById(id));
  const first = firstPaint();
  /** The element of the app that stands where this one stands in the first paint. */
  const twin = (element) => {
    if (element === first) return app;
    const place = [...element.parentElement.children].indexOf(element);
    const found = twin(element.parentElement)?.children[place];
    return found?.tagName === element.tagName ? found : undefined;
  };
  const focused = first?.contains(document.activeElement) && twin(document.activeElement);
  const open = first?.querySelector(":popover-open");
  const twinOfOpen = open && twin(open);
  boot?.remove();
  for (const each of document.querySelectorAll(".first, template.head, template.beginnings")) each.remove();
  delete app.dataset.unseen;
  twinOfOpen?.showPopover();
  if (focused) focused.focus({ preventScroll: true });
  stands();
};

/** Says in the page's first paint why the app did not start, and where the data is. */
const showStartFailure = (reason) => {
  const links = DATA.map(([href, text]) => element("li", {}, element("a", { href }, text)));
  const isShown = showFailure(
    element("h2", {}, say("画面を始められませんでした", "The page could not start")),
    paragraph(reason),
    paragraph(say("このブラウザーに保存された下書きには、手を付けていません。", "The drafts saved in this browser have not been touched.")),
    element("p", { className: "boot-ways" }, reloadButton(), ...draftsButton()),
    paragraph(say("もとになるデータは、ここから見られます。", "The underlying data can be seen here.")),
    element("ul", {}, ...links),
  );
  if (!isShown) showStopped();
};

/** What this browser keeps of the app, as the file that 「すべてをファイルに保存」 on データ gives; nothing where there is none. */
const keptDrafts = () => {
  try {
    const ours = Object.entries(localStorage).filter(([key]) => key.startsWith("michishirube/"));
    return ours.length ? JSON.stringify(Object.fromEntries(ours.sort()), null, 2) : undefined;
  } catch {
    return undefined;
  }
};

const draftsButton = () => {
  const drafts = keptDrafts();
  if (!drafts) return [];
  const save = () => {
    const href = URL.createObjectURL(new Blob([drafts], { type: "application/json" }));
    element("a", { href, download: "michishirube-hozon.json" }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
  };
  return [element("button", { type: "button", className: "button", onclick: save }, say("下書きをファイルに保存", "Save drafts as a file"))];
};

/** What helps to find the fault, and says nothing of the visitor: no address, no search words, no drafts. */
const report = (error) => {
  const unknown = say("不明", "unknown");
  return [
    `${say("版", "Version")} ${document.documentElement.dataset.version ?? say("開発用", "for development")}`,
    `${say("画面", "Screen")} ${/^\w*$/.exec(new URLSearchParams(location.search).get("screen") ?? "home")?.[0] ?? unknown}`,
    `${say("場所", "Place")} ${panicked || unknown}`,
    `${say("種類", "Kind")} ${error?.name ?? unknown}`,
    `${say("ブラウザー", "Browser")} ${navigator.userAgent}`,
  ].join("\n");
};

/** Covers the page when the running app has stopped for good. */
const showStopped = (error) => {
  if (document.getElementById("boot-stopped")) return;
  const text = report(error);
  const said = element("p", { role: "status" });
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => (said.textContent = say("コピーしました。", "Copied.")),
      () => (said.textContent = say("コピーできませんでした。上の文を選んでコピーしてください。", "Could not be copied. Select the text above and copy it.")),
    );
  const panel = element(
    "dialog",
    { id: "boot-stopped", className: "boot-failure", role: "alertdialog" },
    element("h2", { id: "boot-stopped-title" }, say("問題が起きて画面が止まりました", "Something went wrong and the page has stopped")),
    paragraph(say("みちしるべの中の誤りで、操作のせいではありません。保存できていた下書きは、この端末に残っています。再読み込みすると、続きから使えます。", "It is a mistake in Michishirube, not something you did. Drafts that had been saved are still on this device. Reload to go on from there.")),
    element("p", { className: "boot-ways" }, reloadButton(), ...draftsButton()),
    element(
      "details",
      {},
      element("summary", {}, say("問題を知らせるときの文", "Text for reporting the problem")),
      paragraph(say("このサイトを置いている人に知らせるときに使えます。入力した内容や、見ていたページのアドレスは入っていません。", "You can send it to whoever runs this site. Nothing you entered and no address of a page you saw is in it.")),
      element("pre", { tabIndex: 0 }, text),
      element("p", {}, element("button", { type: "button", className: "button", onclick: copy }, say("文をコピー", "Copy the text"))),
      said,
    ),
  );
  panel.setAttribute("aria-labelledby", "boot-stopped-title");
  document.body.append(panel);
  panel.showModal();
};

/** A Rust panic reaches JavaScript as a RuntimeError (`unreachable`); an overflowing stack as a RangeError. */
const stopsTheApp = (error) =>
  error instanceof WebAssembly.RuntimeError ||
  (error instanceof RangeError && /wasm/.test(error.stack ?? ""));

const RELOAD = say("再読み込みしても直らないときは、時間をおいて開いてください。", "If that does not help, try again later.");

/** The compiled WebAssembly; a host that gives the file another type than it should is borne with. */
const compile = async () => {
  const response = await program;
  if (!response.ok) throw new Error(`${response.status} for ${response.url}`);
  const typed = response.headers.get("Content-Type") === "application/wasm";
  return typed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
};

/** Has the browser keep the build, once nobody waits for the network any more (see src/offline/). */
const keepForLater = () => HOSTED && setTimeout(() => import("./offline/page.js").catch(() => {}), 1000);

const boot = async () => {
  if (typeof WebAssembly !== "object") {
    showStartFailure(
      say("お使いのブラウザーでは、このページに必要な仕組み（WebAssembly）が使えません。ブラウザーを新しくするか、別のブラウザーで開いてください。", "This browser cannot run what the page needs (WebAssembly). Update the browser, or open the page in another one."),
    );
    return;
  }
  let started = false;
  let breakOff;
  const broken = new Promise((_, reject) => (breakOff = reject));
  const watch = (error) => stopsTheApp(error) && (started ? showStopped : breakOff)(error);
  addEventListener("error", (event) => watch(event.error));
  addEventListener("unhandledrejection", (event) => watch(event.reason));
  let leaving = false;
  const leave = () => (leaving = true);
  addEventListener("beforeunload", leave);

  let reason = say("必要なファイルを読み込めませんでした。通信の状態を確かめて、再読み込みしてください。", "A file that is needed did not arrive. Check the connection and reload. ") + RELOAD;
  try {
    const module = await compile();
    reason = say("ページの準備の途中で問題が起きました。", "Something went wrong while the page was getting ready. ") + RELOAD;
    await nextTurn();
    await start({ module_or_path: module });
    await nextTurn();
    // What is read already stays until there is more to read.
    await Promise.race([mount().then(screenArrived), broken]);
    await nextTurn();
    const rest = document.hidden ? [] : await Promise.race([layOutNear(), broken]);
    await nextTurn();
    started = true;
    takeOver();
    layOutRest(rest);
    keepForLater();
  } catch (error) {
    // Firefox breaks off what is on its way as soon as a link is followed: a failure only if the page stays.
    if (leaving) await wait(5000);
    console.error("michishirube: the app did not start:", error);
    showStartFailure(reason);
  } finally {
    // Some browsers do not keep a page for the way back that asks to be told of this.
    removeEventListener("beforeunload", leave);
  }
};

boot();
