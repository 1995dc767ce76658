// Times how long every figure of 200,000 made-up indicators over 7 years takes in Chromium, by the WebAssembly
// of tests/bench/src.
//
// Usage: node evaluate.mjs <name>=<file>… [--runs=N]   (cargo xtask bench runs it)
// "best" is what the machine can do when nothing else runs on it; "first" is the first run of a fresh page, which
// the browser has not optimized yet.

import { readFileSync } from "node:fs";

import { launch } from "../e2e/browser.mjs";

const INDICATORS = 200_000;
const WARM_UPS = 10;
/** What one recomputation may take: a frame at 60 Hz. */
const WISH = 16;

const BANDS = ["A", "B", "C", "D", "後退", "維持", "未達", "判定なし"];

const words = process.argv.slice(2);
const runs = Number(words.find((word) => word.startsWith("--runs="))?.split("=")[1] ?? 50);
const builds = words.filter((word) => !word.startsWith("--")).map((word) => word.split("="));

/** Runs in the page. */
const inPage = async ([base64, indicators, times]) => {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const { instance } = await WebAssembly.instantiate(bytes, {});
  const { prepare, evaluate_all, project_all, counted, digest, expected_digest, memory } = instance.exports;
  prepare(indicators);
  const time = async (work) => {
    const found = [];
    for (let run = 0; run < times; run += 1) {
      const start = performance.now();
      work();
      found.push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve));
    }
    return found;
  };
  const evaluate = await time(evaluate_all);
  const project = await time(project_all);
  const bands = Array.from({ length: 8 }, (_, band) => counted(band));
  const megabytes = memory.buffer.byteLength / 1e6;
  // Checked last, so that nothing has warmed up the first run.
  prepare(2000);
  if (digest() !== expected_digest()) throw new Error("the browser computes other figures than the tests");
  return { evaluate, project, bands, megabytes };
};

const row = (name, [first, ...rest]) => {
  const sorted = rest.slice(WARM_UPS - 1).sort((a, b) => a - b);
  const median = sorted[Math.ceil(sorted.length / 2) - 1];
  const cells = [sorted[0], median, sorted.at(-1), first].map((time) => time.toFixed(1).padStart(8)).join(" ");
  console.log(`${cells} ${String(sorted.length).padStart(5)}  ${name}`);
  return median;
};

const browser = await launch();
try {
  const heads = ["best", "median", "worst", "first"].map((head) => head.padStart(8)).join(" ");
  console.log(`${heads} ${"runs".padStart(5)}  what`);
  for (const [name, file] of builds) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const wasm = readFileSync(file).toString("base64");
    const { evaluate, project, bands, megabytes } = await page.evaluate(inPage, [wasm, INDICATORS, WARM_UPS + runs]);
    const median = row(`every figure of ${INDICATORS} indicators × 7 years, ${name}`, evaluate);
    const verdict = median < WISH ? "under" : "not under";
    const counts = BANDS.map((band, place) => `${band} ${bands[place]}`).join(", ");
    console.log(`${" ".repeat(44)}${verdict} the wish of ${WISH} ms, in ${megabytes.toFixed(0)} MB: ${counts}`);
    row(`their three projections as well, ${name}`, project);
    await context.close();
  }
} finally {
  await browser.close();
}
