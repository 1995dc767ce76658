// How long each screen keeps the browser from answering while it starts: in Chromium, on a phone's view, with the processor
// really held back. (Lighthouse multiplies what it saw at full speed, and so knows nothing of turns that end by the clock.)
//
// Usage: node tasks.mjs [--runs=N] [--throttle=N]   (cargo xtask bench runs it without options)
// Of several visits the median of each: the longest task that ends after the first paint, and what all of them take
// beyond 50 ms each (Total Blocking Time), both 0 where none is longer than that; and when the app has taken over.

import { launch, mounted, visit } from "../e2e/browser.mjs";
import { SCREENS } from "../e2e/screens.mjs";
import { serve } from "../e2e/server.mjs";
import { option } from "./option.mjs";

const runs = option("runs", 3);
const throttle = option("throttle", 4);

const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
/** What a task may take before it counts, in milliseconds. */
const FREE = 50;
/** How long the page is watched after it stands: charts come then. In milliseconds, as they pass. */
const AFTER = 1500;

/** Runs in the page before all else: notes what is to be known of its start. */
const watch = () => {
  globalThis.noted = { tasks: [] };
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("longtask", ({ startTime, duration }) => noted.tasks.push([startTime, startTime + duration]));
  observe("paint", ({ name, startTime }) => name === "first-contentful-paint" && (noted.painted = startTime));
  new MutationObserver((_, observer) => {
    if (document.readyState === "loading" || document.getElementById("boot")) return;
    noted.takenOver = performance.now();
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
};

/** One visit with empty caches: longest task, blocking time, takeover. */
const measured = async (browser, server, query) => {
  const { context, page } = await visit(browser, server, PHONE);
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  await page.addInitScript(watch);
  await page.goto(new URL(query, server.url).href);
  // Playwright asks the page for what it waits for; that would count, too.
  await new Promise((resolve) => setTimeout(resolve, 500 * throttle));
  await mounted(page);
  await page.waitForTimeout(AFTER);
  const { tasks, painted, takenOver } = await page.evaluate(() => globalThis.noted);
  await context.close();
  const after = tasks.map(([from, to]) => to - Math.max(from, painted)).filter((time) => time > FREE);
  return [Math.max(0, ...after), after.reduce((sum, time) => sum + time - FREE, 0), takenOver];
};

const row = (cells, name) => console.log(`${cells.map((cell) => String(cell).padStart(12)).join("")}  ${name}`);
const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

const server = await serve({ compressed: true });
const browser = await launch();
try {
  row(["longest", "blocking", "taken over"], `screen (processor slowed down ${throttle} times)`);
  for (const [name, query] of Object.entries(SCREENS)) {
    const visits = [];
    for (let run = 0; run < runs; run += 1) visits.push(await measured(browser, server, query));
    row([0, 1, 2].map((at) => Math.round(median(visits.map((visit) => visit[at])))), name);
  }
} finally {
  await browser.close();
  await server.close();
}
