// Downloads, in engines that tell of none: the file is found where the browser puts it.

import { mkdtemp, readdir, rename, stat } from "node:fs/promises";
import path from "node:path";

const files = async (folder) => {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
};

/**
 * The next file in the folder, with the two methods of Playwright's downloads that the tests use. Not looked for any
 * longer when nobody waits: it would be that of the next test.
 */
export const downloaded = async (folder, isOver) => {
  const before = new Set(await files(folder));
  let seen;
  for (const end = Date.now() + 60_000; Date.now() < end && !isOver(); await new Promise((resolve) => setTimeout(resolve, 20))) {
    const found = (await files(folder)).filter((name) => !before.has(name));
    // While a file is on its way another one stands beside it, or in its place.
    if (found.length !== 1 || /\.(part|wkdownload)$/.test(found[0])) continue;
    const file = path.join(folder, found[0]);
    const size = await stat(file).then((known) => known.size).catch(() => 0);
    // Firefox writes under another name and changes that at the end: the name that stays is the right one.
    const now = `${found[0]} ${size}`;
    const stays = size > 0 && seen?.what === now;
    if (!stays) seen = { what: now, since: Date.now() };
    if (!stays || Date.now() - seen.since < 100) continue;
    // Out of the way, so that a second file may have the name.
    const away = path.join(await mkdtemp(path.join(folder, "taken-")), found[0]);
    await rename(file, away);
    return { suggestedFilename: () => found[0], path: async () => away };
  }
  throw new Error("nothing was downloaded");
};
