// Lighthouse by its own command, in a Node and a Chromium of its own for each visit: what Google's audit of a page says.

import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

import { FLAGS } from "./engines/chromium.mjs";
import { modules, program } from "./tools.mjs";

const execute = promisify(execFile);
const command = path.join(modules, "lighthouse", "cli", "index.js");
/** The browser's flags as the command takes them, what holds spaces in quotes. */
const browserFlags = ["--headless=new", ...FLAGS].map((flag) => flag.replace(/=(.* .*)$/, '="$1"')).join(" ");

const visit = async (url, options) => {
  const { stdout } = await execute(
    process.execPath,
    [
      command,
      url,
      "--quiet",
      "--output=json",
      "--no-enable-error-reporting",
      "--disable-full-page-screenshot",
      // Of some crashes of its tab Lighthouse hears nothing, and waits.
      "--max-wait-for-load=30000",
      `--chrome-flags=${browserFlags}`,
      ...options,
    ],
    { env: { ...process.env, CHROME_PATH: program }, maxBuffer: 2 ** 26 },
  );
  return JSON.parse(stdout);
};

/**
 * Lighthouse's result of one visit with empty caches; `options` as its command takes them.
 *
 * Once in some hundred visits the tab crashes under the audit, each time on another page: that says nothing of the page,
 * and it is visited again. A page that crashes its tab does so then, too. Lighthouse tells of such a crash outside of
 * what its caller waits for as well, which would end the test that asked; hence a process of its own.
 */
export const audit = async (url, ...options) => {
  try {
    return await visit(url, options);
  } catch (error) {
    console.warn(`The audit of ${url} broke off and is repeated: ${error.stderr || error.message}`);
    return visit(url, options);
  }
};
