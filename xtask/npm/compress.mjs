// Writes the brotli and the gzip form of every file that is worth it beside the file, for hosts that send files
// as they lie there (gzip_static, brotli_static). A form that is not smaller is left out.
//
// Usage: node compress.mjs <folder>

import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

import { brotli, gzip, isCompressed, isCompressible } from "./compression.mjs";

const [folder] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true })
  .map((file) => path.join(folder, file))
  .filter((file) => statSync(file).isFile());

// A form of an earlier file would be sent in place of the file of now.
for (const file of files.filter(isCompressed)) rmSync(file);

for (const file of files.filter(isCompressible)) {
  const bytes = readFileSync(file);
  for (const [extension, form] of [["br", brotli(bytes)], ["gz", gzip(bytes)]]) {
    if (form.length < bytes.length) writeFileSync(`${file}.${extension}`, form);
  }
}
