// Chromium, driven by Playwright through the debugger.

import { chromium, program } from "../tools.mjs";

/** What keeps Chromium to itself and to the page. */
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A page that asks for another host finds none.
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

export const launch = async (flags = []) => {
  const browser = await chromium.launch({ executablePath: program, headless: true, args: [...FLAGS, ...flags] });
  return {
    newContext: ({ server: _, ...options }) => browser.newContext(options),
    close: () => browser.close(),
  };
};
