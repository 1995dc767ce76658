// The pinned npm packages, which live outside the repository, and the places the tests work with.

import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the npm packages. */
export const modules = process.env.MICHISHIRUBE_NODE_MODULES;
/** The engine to test: "chromium", "firefox" or "webkit". */
export const engine = process.env.MICHISHIRUBE_ENGINE ?? "chromium";
/** Its program: a browser, and of WebKit the driver. */
export const program = process.env[engine.toUpperCase()];
if (!modules || !program) {
  throw new Error("run this through cargo xtask (test --e2e, shots or bench), which sets up its tools");
}

const require = createRequire(path.join(modules, "index.js"));

export const { chromium, firefox } = require("playwright-core");
/** Reads PDFs, in Node alone. */
export const unpdf = require("unpdf");
export const esbuild = require("esbuild");
/** The W3C WebDriver client, for the engine that Playwright cannot drive. */
export const selenium = engine === "webkit" ? require("selenium-webdriver") : undefined;
export const axeSource = require("axe-core").source;

/** The root of the project. */
export const root = fileURLToPath(new URL("../../", import.meta.url));
/** The release build. */
export const dist = path.join(root, "dist");
