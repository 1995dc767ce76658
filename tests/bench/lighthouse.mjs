// What Lighthouse says of the speed of every screen: its mobile preset with a simulated slow 4G and a processor four
// times slower, on the release build sent as a good host sends it.
//
// Usage: node lighthouse.mjs [--runs=N]   (cargo xtask bench runs it without options)
// Of several runs the middle one by its score, as Lighthouse advises. Times in milliseconds.

import { audit } from "../e2e/lighthouse.mjs";
import { SCREENS } from "../e2e/screens.mjs";
import { serve } from "../e2e/server.mjs";
import { option } from "./option.mjs";

const runs = option("runs", 1);
const HEADS = ["score", "FCP", "LCP", "TBT", "CLS", "KB"];

/** What Lighthouse found this machine to be worth; below 1000 its slowdown of four times is too much, it says. */
let index;

const measured = ({ categories, audits, environment }) => {
  index = environment.benchmarkIndex;
  const value = (id) => audits[id].numericValue;
  const bytes = audits["network-requests"].details.items.reduce((sum, { transferSize }) => sum + transferSize, 0);
  return {
    score: Math.round(categories.performance.score * 100),
    cells: [
      Math.round(value("first-contentful-paint")),
      Math.round(value("largest-contentful-paint")),
      Math.round(value("total-blocking-time")),
      value("cumulative-layout-shift").toFixed(3),
      Math.round(bytes / 1000),
    ],
  };
};

const row = (cells, name) => console.log(`${cells.map((cell) => String(cell).padStart(7)).join("")}  ${name}`);

const server = await serve({ compressed: true });
try {
  row(HEADS, "screen");
  for (const [name, query] of Object.entries(SCREENS)) {
    const results = [];
    for (let run = 0; run < runs; run += 1) {
      results.push(measured(await audit(new URL(query, server.url).href, "--only-categories=performance")));
    }
    const { score, cells } = results.sort((a, b) => a.score - b.score)[Math.floor((runs - 1) / 2)];
    row([score, ...cells], name);
  }
  console.log(`\nthis machine by Lighthouse's own benchmark: ${Math.round(index)}`);
} finally {
  await server.close();
}
