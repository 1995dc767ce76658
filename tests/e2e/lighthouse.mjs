// Lighthouse on a Chromium of its own: what Google's audit of a page says.

import { readFile } from "node:fs/promises";
import path from "node:path";

import { FLAGS } from "./engines/chromium.mjs";
import { program, load } from "./tools.mjs";

/** Starts the browser. `audit(url, flags)` gives Lighthouse's result of one visit with empty caches. */
export const startLighthouse = async () => {
  const [{ default: lighthouse }, { launch }] = [await load("lighthouse"), await load("chrome-launcher")];
  const start = () =>
    launch({
      chromePath: program,
      chromeFlags: ["--headless=new", "--enable-logging=stderr", ...FLAGS],
      ignoreDefaultFlags: false,
      logLevel: "error",
    });
  let chrome = await start();

  const visit = async (url, flags) => {
    const { lhr } = await lighthouse(url, {
      port: chrome.port,
      output: "json",
      logLevel: "error",
      disableFullPageScreenshot: true,
      ...flags,
    });
    if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
    return lhr;
  };

  /** What the browser said before its end. */
  const lastWords = async () => {
    const log = await readFile(path.join(chrome.userDataDir ?? "", "chrome-err.log"), "utf8").catch(() => "");
    return log.split("\n").slice(-20).join("\n");
  };

  return {
    /**
     * Once in some hundred visits the tab crashes under the audit (TARGET_CRASHED), each time on another page, and the
     * browser answers nothing afterwards. That says nothing of the page: it is visited again in a new browser. A page
     * that crashes its tab does so there, too.
     */
    async audit(url, flags) {
      try {
        return await visit(url, flags);
      } catch (error) {
        console.warn(`The audit of ${url} broke off and is repeated: ${error?.code ?? error?.message}\n${await lastWords()}`);
        chrome.kill();
        chrome = await start();
        return visit(url, flags);
      }
    },
    close: () => chrome.kill(),
  };
};
