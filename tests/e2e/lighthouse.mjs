// Lighthouse on a Chromium of its own: what Google's audit of a page says.

import { FLAGS } from "./engines/chromium.mjs";
import { program, load } from "./tools.mjs";

/** Starts the browser. `audit(url, flags)` gives Lighthouse's result of one visit with empty caches. */
export const startLighthouse = async () => {
  const [{ default: lighthouse }, { launch }] = [await load("lighthouse"), await load("chrome-launcher")];
  const chrome = await launch({
    chromePath: program,
    chromeFlags: ["--headless=new", ...FLAGS],
    ignoreDefaultFlags: false,
    logLevel: "error",
  });
  return {
    async audit(url, flags) {
      const { lhr } = await lighthouse(url, {
        port: chrome.port,
        output: "json",
        logLevel: "error",
        disableFullPageScreenshot: true,
        ...flags,
      });
      if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
      return lhr;
    },
    close: () => chrome.kill(),
  };
};
