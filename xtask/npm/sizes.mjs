// Prints "bytes<TAB>brotli bytes<TAB>path" for every file under a folder, in order of path.
// What an interrupted Trunk build leaves in ".stage" is not part of the folder, and the compressed form of a file
// is its weight, not one more file.
//
// Usage: node sizes.mjs <folder>

import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

import { brotli, isCompressed } from "./compression.mjs";

const [folder] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true })
  .filter((file) => !file.startsWith(".stage") && !isCompressed(file))
  .map((file) => path.join(folder, file))
  .filter((file) => statSync(file).isFile())
  .sort();

for (const file of files) {
  const bytes = readFileSync(file);
  console.log(`${bytes.length}\t${brotli(bytes).length}\t${path.relative(folder, file).split(path.sep).join("/")}`);
}
