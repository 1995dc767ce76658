// Names that a host may have browsers keep for ever: they change with what is in the file.

import { createHash } from "node:crypto";

/** The name with the hash of the file's bytes before its extension, in the form of esbuild's. */
export const hashed = (name, extension, bytes) =>
  `${name}-${createHash("sha256").update(bytes).digest("hex").slice(0, 8).toUpperCase()}.${extension}`;
