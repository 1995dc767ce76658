// Times the release build in Chromium: the start, and the interactions listed in interactions.mjs.
//
// Usage: node times.mjs [--runs=N] [--throttle=N]   (cargo xtask bench runs it without options)
// A time runs from just before the input event until the document shows the result and its layout is done,
// on the page's own clock. --throttle slows the processor down N times, as a phone would.

import { launch, mounted, visit } from "../e2e/browser.mjs";
import { serve } from "../e2e/server.mjs";
import interactions from "./interactions.mjs";
import { option } from "./option.mjs";

const WARM_UPS = 3;
const runs = option("runs", 15);
const throttle = option("throttle", 1);

/** Runs in the page: one interaction, from its event to the settled document. */
const inPage = async (act, settled, run) => {
  const find = (selector) => {
    const found = document.querySelector(selector);
    if (!found) throw new Error(`nothing matches ${selector}`);
    return found;
  };
  globalThis.api = {
    click: (selector) => find(selector).click(),
    input(selector, value) {
      const field = find(selector);
      field.value = value;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
  };
  const nextTask = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  const start = performance.now();
  act(run);
  // Updates may come in the same task, in a microtask after it, or in a task of their own.
  await null;
  while (!settled(run)) {
    if (performance.now() - start > 10_000) throw new Error(`run ${run} did not settle in 10 s`);
    await nextTask();
  }
  document.body.getBoundingClientRect(); // Asks for the layout, which belongs to the answer.
  return performance.now() - start;
};

const open = async (browser, server, query = "") => {
  const { context, page } = await visit(browser, server);
  if (throttle > 1) {
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  }
  await page.goto(new URL(query, server.url).href);
  await mounted(page);
  return { context, page };
};

/** The time from the navigation until the app had mounted, in fresh contexts. */
const start = async (browser, server) => {
  const times = [];
  for (let run = 0; run < Math.min(runs, 7); run += 1) {
    const { context, page } = await visit(browser, server);
    await page.addInitScript(() => {
      // The last removal of #boot by the app is its mounting.
      new MutationObserver((_records, observer) => {
        if (document.body && document.readyState !== "loading" && !document.getElementById("boot")) {
          globalThis.mountedAt = performance.now();
          observer.disconnect();
        }
      }).observe(document, { childList: true, subtree: true });
    });
    if (throttle > 1) {
      const session = await context.newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
    }
    await page.goto(server.url);
    await page.waitForFunction(() => globalThis.mountedAt !== undefined);
    times.push(await page.evaluate(() => globalThis.mountedAt));
    await context.close();
  }
  return times;
};

const interact = async (browser, server, { query, ready, act, settled }) => {
  const { context, page } = await open(browser, server, query);
  await page.locator(ready).first().waitFor();
  const source = (method) => `(${String(method).replace(/^(async )?(?!function|\()/, "$1function ")})`;
  const times = [];
  for (let run = 0; run < WARM_UPS + runs; run += 1) {
    const time = await page.evaluate(`(${inPage})(${source(act)}, ${source(settled)}, ${run})`);
    if (run >= WARM_UPS) times.push(time);
  }
  await context.close();
  return times;
};

const row = (name, times) => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.ceil(share * sorted.length) - 1];
  const cell = (time) => time.toFixed(1).padStart(8);
  console.log(`${cell(at(0.5))} ${cell(at(0.95))} ${String(times.length).padStart(5)}  ${name}`);
};

const server = await serve();
const browser = await launch();
try {
  if (throttle > 1) console.log(`(processor slowed down ${throttle} times)`);
  console.log(`${"median".padStart(8)} ${"95 %".padStart(8)} ${"runs".padStart(5)}  what`);
  row("start: from navigation to mounted app, nothing cached", await start(browser, server));
  for (const interaction of interactions) row(interaction.name, await interact(browser, server, interaction));
  if (!interactions.length) console.log("no interactions listed (see tests/bench/interactions.mjs)");
} finally {
  await browser.close();
  await server.close();
}
