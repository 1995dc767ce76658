// What 10,000 edits in 試算 leave in the memory of the page, in Chromium on the release build.
//
// Usage: node memory.mjs [--edits=N]   (cargo xtask bench runs it without options)
// The first edits do not count: they fill the history up to its limit and have the browser compile and cache.

import { edit, measure, watchMemory } from "../e2e/edits.mjs";
import { launch, mounted, visit } from "../e2e/browser.mjs";
import { serve } from "../e2e/server.mjs";

const WARM_UP = 1000;
const STAGES = 4;
const edits = Number(process.argv.find((word) => word.startsWith("--edits="))?.split("=")[1] ?? 10_000);

const row = (cells, what) => console.log(`${cells.map((cell) => String(cell).padStart(11)).join("")}  ${what}`);
const rowOf = ({ wasm, heap, nodes, listeners }, what) => row([wasm, heap, nodes, listeners], what);

const server = await serve();
const browser = await launch();
try {
  const { context, page } = await visit(browser, server);
  await watchMemory(context);
  await page.goto(new URL("?screen=scenario", server.url).href);
  await mounted(page);
  await page.locator(".lab-editor .number-field input").first().waitFor();
  await page.locator("[role=img]").first().scrollIntoViewIfNeeded();
  row(["wasm", "JS heap", "nodes", "listeners"], "after");
  rowOf(await measure(page), "opening the page");
  await edit(page, WARM_UP);
  const before = await measure(page);
  rowOf(before, `${WARM_UP} edits to warm up`);
  const start = performance.now();
  let after = before;
  for (let stage = 1; stage <= STAGES; stage += 1) {
    await edit(page, edits / STAGES);
    after = await measure(page);
    rowOf(after, `${(edits / STAGES) * stage} more`);
  }
  const grown = Object.keys(before).map((key) => after[key] - before[key]);
  row(grown, `growth over ${edits} edits, in ${((performance.now() - start) / 1000).toFixed(0)} s`);
} finally {
  await browser.close();
  await server.close();
}
