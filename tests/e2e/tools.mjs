// The pinned npm packages, which live outside the repository, and the places the tests work with.

import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const modules = process.env.MICHISHIRUBE_NODE_MODULES;
const browser = process.env.CHROMIUM;
if (!modules || !browser) {
  throw new Error("run this through cargo xtask (test --e2e, shots or bench), which sets up its tools");
}

const require = createRequire(path.join(modules, "index.js"));

export const { chromium } = require("playwright-core");
/** Reads PDFs, in Node alone. */
export const unpdf = require("unpdf");
/** Packages that are modules only, given by name when they are wanted. */
export const load = (name) => import(pathToFileURL(require.resolve(name)).href);
export const axeSource = require("axe-core").source;

/** The Chromium program to test with. */
export const browserProgram = browser;
/** The root of the project. */
export const root = fileURLToPath(new URL("../../", import.meta.url));
/** The release build. */
export const dist = path.join(root, "dist");
