// What a host sends in place of a file, and which files are worth it.

import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** The brotli form, at the best quality. */
export const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

/** The gzip form, at the best level. */
export const gzip = (bytes) => gzipSync(bytes, { level: 9 });

/** Whether the file is such a form of the file beside it. */
export const isCompressed = (file) => /\.(br|gz)$/.test(file);

/** Whether a host has something to gain: pictures (PNG) are compressed already. */
export const isCompressible = (file) => /\.(css|csv|html|js|json|md|svg|toml|topojson|txt|wasm|webmanifest)$/.test(file);
