// What tells one content from another: in names, which a host may have browsers keep for ever, and for the browser to check.

import { createHash } from "node:crypto";

/** The name with the hash of the file's bytes before its extension, in the form of esbuild's. */
export const hashed = (name, extension, bytes) =>
  `${name}-${createHash("sha256").update(bytes).digest("hex").slice(0, 8).toUpperCase()}.${extension}`;

/** The digest of a content, as the browser checks it (in a policy, or as "integrity"). */
export const digest = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
