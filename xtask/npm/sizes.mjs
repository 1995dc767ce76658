// Prints "bytes<TAB>brotli bytes<TAB>path" for every file under a folder, in order of path.
// What an interrupted Trunk build leaves in ".stage" is not part of the folder.
//
// Usage: node sizes.mjs <folder>

import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const [folder] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true })
  .filter((file) => !file.startsWith(".stage"))
  .map((file) => path.join(folder, file))
  .filter((file) => statSync(file).isFile())
  .sort();

for (const file of files) {
  const bytes = readFileSync(file);
  const brotli = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  console.log(`${bytes.length}\t${brotli.length}\t${path.relative(folder, file).split(path.sep).join("/")}`);
}
