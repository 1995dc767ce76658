// Shrinks WebAssembly files in place, as `wasm-opt -Oz` does: node shrink.mjs <file>…
//
// One process for all: wasm-opt of the same package takes longer to start than most of our files
// take to shrink. Trunk is told not to run one: it would take whatever is on PATH, and some are too
// old for what rustc writes.

import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const module = join(process.env.MICHISHIRUBE_NODE_MODULES, "binaryen/index.js");
const { default: binaryen } = await import(pathToFileURL(module).href);

const { Features } = binaryen;
// What rustc's WebAssembly may use.
const USED =
  Features.BulkMemory |
  Features.BulkMemoryOpt |
  Features.Multivalue |
  Features.MutableGlobals |
  Features.NontrappingFPToInt |
  Features.ReferenceTypes |
  Features.SignExt;

// -Oz.
binaryen.setOptimizeLevel(2);
binaryen.setShrinkLevel(2);

const start = performance.now();
let [before, after] = [0, 0];
for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file);
  const wasm = binaryen.readBinary(bytes);
  wasm.setFeatures(USED);
  wasm.optimize();
  const shrunk = wasm.emitBinary();
  wasm.dispose();
  writeFileSync(file, shrunk);
  before += bytes.length;
  after += shrunk.length;
  console.log(`${basename(file)}: ${bytes.length} → ${shrunk.length} bytes`);
}
const seconds = (performance.now() - start) / 1000;
console.log(`binaryen -Oz: ${before} → ${after} bytes in ${seconds.toFixed(1)} s`);
