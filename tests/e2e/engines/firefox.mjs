// Firefox as Debian has it, driven by Playwright through WebDriver BiDi.
//
// BiDi in Firefox ESR knows no media features, no scripts switched off and no downloads of a blob. The first
// two are preferences of a whole browser, so there is one browser for each look that a test file asks for;
// a download is found where Firefox puts it.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { firefox, program } from "../tools.mjs";
import { downloaded } from "./downloads.mjs";
import { showMedia } from "./media.mjs";

const preferences = ({ colorScheme, reducedMotion, forcedColors, javaScriptEnabled = true }) => ({
  "layout.css.prefers-color-scheme.content-override": colorScheme === "dark" ? 0 : 1,
  "ui.prefersReducedMotion": reducedMotion === "reduce" ? 1 : 0,
  "browser.display.document_color_use": forcedColors === "active" ? 2 : 1,
  "javascript.enabled": javaScriptEnabled,
  // The clipboard without the menu in which a person would allow it.
  "dom.events.testing.asyncClipboard": true,
});

/** Now and then a Firefox without a screen hangs as it starts: another one is started in its place. */
const start = async (options, attempts = 3) => {
  try {
    return await firefox.launch({ channel: "moz-firefox", executablePath: program, headless: true, timeout: 60_000, ...options });
  } catch (error) {
    if (attempts === 1) throw error;
    return start(options, attempts - 1);
  }
};

/** A page that is left breaks off what is on its way, and Firefox has the page hear of it as of an error. */
export const noise = [
  /^console error: Error$/,
  /^console error: the charts could not be loaded.*error loading dynamically imported module/,
  /ServiceWorker intercepted the request/,
];

export const launch = async () => {
  const downloads = await mkdtemp(path.join(tmpdir(), "michishirube-firefox-"));
  const browsers = new Map();
  const browserFor = (options) => {
    const firefoxUserPrefs = preferences(options);
    const look = JSON.stringify(firefoxUserPrefs);
    if (!browsers.has(look)) {
      browsers.set(look, start({ downloadsPath: downloads, firefoxUserPrefs }));
    }
    return browsers.get(look);
  };
  return {
    newContext: async (options) => {
      const { server: _, colorScheme, reducedMotion, forcedColors, javaScriptEnabled, permissions: __, ...rest } = options;
      const browser = await browserFor({ colorScheme, reducedMotion, forcedColors, javaScriptEnabled });
      const context = await browser.newContext(rest);
      const newPage = context.newPage.bind(context);
      context.newPage = async () => complete(await newPage(), downloads);
      // On its way to an address a page may be an empty one, which has no storage.
      const addInitScript = context.addInitScript.bind(context);
      context.addInitScript = (script, value) =>
        addInitScript(`if (location.protocol.startsWith("http")) (${script})(${JSON.stringify(value)})`);
      // Those that the tests ask for are given by the preferences.
      context.grantPermissions = async () => {};
      return context;
    },
    close: async () => {
      for (const browser of browsers.values()) await browser.then((started) => started.close()).catch(() => {});
      await rm(downloads, { recursive: true, force: true });
    },
  };
};

/** Gives a page what Playwright cannot do for it here. */
const complete = (page, downloads) => {
  const waitForEvent = page.waitForEvent.bind(page);
  page.waitForEvent = (event, ...options) =>
    event === "download" ? downloaded(downloads, () => page.isClosed()) : waitForEvent(event, ...options);
  // Firefox prints on the paper it is told, and counts in centimetres what Playwright gives it in inches.
  const pdf = page.pdf.bind(page);
  page.pdf = () => pdf({ printBackground: true, width: "29.7in", height: "21in" });
  page.emulateMedia = ({ media }) => page.evaluate(showMedia, media);
  return page;
};
