// WebKitGTK's MiniBrowser, driven by Selenium through W3C WebDriver.
//
// WebDriver knows no contexts, no scripts before those of the page and no list of what a page asks for. A
// test has a server of its own, so it has an origin and a storage of its own; that server also hands out what
// has to run first in the page, and knows what was asked for (see server.mjs, `visitor`). What MiniBrowser
// shows is a matter of how it is started: there is one for each look that a test file asks for.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { esbuild, modules, program, selenium } from "../tools.mjs";
import { downloaded } from "./downloads.mjs";
import { Page } from "./webkit/page.mjs";

/** Where Debian's libraries keep the browser that their driver drives. */
const miniBrowser = async () => {
  for (const folder of ["/usr/lib", ...(await readdir("/usr/lib")).map((name) => `/usr/lib/${name}`)]) {
    for (const library of ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"]) {
      const files = await readdir(path.join(folder, library)).catch(() => []);
      if (files.includes("MiniBrowser")) return path.join(folder, library, "MiniBrowser");
    }
  }
  throw new Error("there is no MiniBrowser beside WebKitWebDriver");
};

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

const companions = [];
process.once("exit", () => companions.forEach((companion) => companion.kill()));

/** Starts a program that ends with the tests: they do not wait for it, also when its browser is gone. */
const accompany = (name, args, options) => {
  const companion = spawn(name, args, options);
  companion.unref();
  companions.push(companion);
  return companion;
};

/**
 * A screen in memory, since MiniBrowser has no headless way. Each browser has its own: a window that lies under
 * another is hardly drawn; so those of one test stand beside each other.
 */
const screen = async () => {
  const server = accompany("Xvfb", ["-displayfd", "1", "-screen", "0", "6000x1400x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [number] = await Promise.race([
    once(server.stdout, "data"),
    once(server, "exit").then(() => Promise.reject(new Error("Xvfb does not start"))),
  ]);
  // Not closed: Xvfb ends where it cannot write the end of the line.
  server.stdout.unref();
  return { display: `:${String(number).trim()}`, close: () => server.kill() };
};

/** A driver with its browser, and a home of their own. */
const start = async ({ colorScheme, reducedMotion }) => {
  const home = await mkdtemp(path.join(tmpdir(), "michishirube-webkit-"));
  await mkdir(path.join(home, "gtk-3.0"));
  const settings = `[Settings]\ngtk-enable-animations=${reducedMotion === "reduce" ? 0 : 1}\n`;
  await writeFile(path.join(home, "gtk-3.0/settings.ini"), settings);
  // A window may be no narrower than what MiniBrowser puts into it.
  await writeFile(path.join(home, "gtk-3.0/gtk.css"), "* { min-width: 0; margin: 0; padding: 0; font-size: 1px; }");
  const { display, close } = await screen();
  const port = await freePort();
  const driver = accompany(program, [`--port=${port}`], {
    stdio: "ignore",
    // What is downloaded lands in the home.
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: "x11",
      HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_CACHE_HOME: home,
      XDG_DATA_HOME: home,
      TZ: "Asia/Tokyo",
    },
  });
  const looks = colorScheme === "dark" ? ["--dark-mode"] : [];
  const args = ["--automation", "--javascript-can-open-windows-automatically=TRUE", ...looks];
  const build = () =>
    new selenium.Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary, args } })
      .build();
  const binary = await miniBrowser();
  const session = await answering(build);
  await session.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
  const first = await session.getWindowHandle();
  return {
    session,
    first,
    home,
    current: first,
    queue: Promise.resolve(),
    isThere: () => session.manage().getTimeouts().then(() => true, () => false),
    close: async () => {
      // A browser that is gone does not answer; the rest of the tests wait for this end.
      await Promise.race([session.quit().catch(() => {}), sleep(10_000, undefined, { ref: false })]);
      driver.kill("SIGKILL");
      close();
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};

/** A driver takes a moment until it listens. */
const answering = async (build) => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await build();
    } catch (error) {
      if (attempt === 100 || !/ECONNREFUSED/.test(error.message)) throw error;
      await sleep(50);
    }
  }
};

export const lacking = ({ forcedColors, javaScriptEnabled = true }) => {
  if (forcedColors) return "WebKit knows no forced colours";
  if (!javaScriptEnabled) return "what WebDriver finds in WebKit it finds by a script";
};

export const failings = [
  // Now and then WebKit on Linux stops a program that runs everywhere else with these words; others have it, too:
  // https://bugs.webkit.org/show_bug.cgi?id=259441
  /^page error: RuntimeError: Out of bounds memory access/,
  // The browser itself has ended: seen once, on a machine with more to do than the tests.
  /^NoSuchSessionError/,
];

export const launch = async () => {
  const { outputFiles } = await esbuild.build({
    entryPoints: [new URL("./webkit/inpage.mjs", import.meta.url).pathname],
    bundle: true,
    format: "iife",
    write: false,
    nodePaths: [modules],
  });
  const library = outputFiles[0].text;
  const browsers = new Map();
  return {
    newContext: async ({ server, ...options }) => {
      const look = JSON.stringify([options.colorScheme, options.reducedMotion]);
      const former = await browsers.get(look);
      if (former && !(await former.isThere())) {
        await former.close();
        browsers.delete(look);
      }
      if (!browsers.has(look)) browsers.set(look, start(options));
      return new Context(await browsers.get(look), server, options, library);
    },
    close: async () => {
      for (const browser of browsers.values()) await (await browser).close();
    },
  };
};

/** What Playwright calls a context, as far as the tests use it. */
class Context {
  #scripts = [];
  #bindings = new Map();
  #listeners = { request: [], response: [], console: [], weberror: [], pageerror: [] };
  #pages = [];
  timeout = 20_000;

  constructor(browser, server, { viewport = { width: 1280, height: 720 }, serviceWorkers, locale = "en" }, library) {
    Object.assign(this, { driven: browser, server, viewport });
    this.#scripts.push(library);
    this.#scripts.push(`Object.defineProperty(navigator, "languages", { value: ${JSON.stringify([locale])}, configurable: true })`);
    if (serviceWorkers === "block") this.#scripts.push('Object.defineProperty(navigator, "serviceWorker", { value: undefined })');
    // The server does not know who asks: those who visit it together hear of all that is asked for.
    const { visitor } = server;
    server.visitor = {
      script: () => [visitor?.script() ?? [], ...this.#scripts].flat().join(";\n"),
      told: ({ kind, values }) => {
        visitor?.told({ kind, values });
        this.#told(kind, values);
      },
      seen: (url, status) => {
        visitor?.seen(url, status);
        this.emit("request", { url: () => url });
        this.emit("response", { url: () => url, status: () => status });
      },
    };
  }

  #told(kind, values) {
    const [text] = values;
    if (kind === "console") this.emit("console", { type: () => "error", text: () => text });
    else if (kind === "weberror") this.emit("weberror", { error: () => text });
    else if (kind === "request") this.emit("request", { url: () => text });
    else this.#bindings.get(kind)?.({}, ...values);
  }

  on(event, listener) {
    this.#listeners[event].push(listener);
  }

  emit(event, value) {
    for (const listener of this.#listeners[event]) listener(value);
  }

  setDefaultTimeout(milliseconds) {
    this.timeout = milliseconds;
  }

  async exposeBinding(name, callback) {
    this.#bindings.set(name, callback);
    this.#scripts.push(`globalThis[${JSON.stringify(name)}] = (...values) => inpage.tell(${JSON.stringify(name)}, values)`);
  }

  async addInitScript(script, value) {
    this.#scripts.push(`(${script})(${JSON.stringify(value)})`);
  }

  async newPage() {
    const open = this.#pages.filter((page) => !page.isClosed());
    // The first is under the pointer, in the middle of the screen, and so has the focus.
    const free = [2980, 0, 1490, 4480].find((left) => open.every((page) => page.left !== left)) ?? 2980;
    const page = await Page.open(this, free);
    this.#pages.push(page);
    return page;
  }

  /** The browser of somebody else, who shares nothing with this one. */
  browser = () => ({
    newContext: async (options = {}) => {
      const other = await start({});
      const context = new Context(other, this.server, options, "");
      const close = context.close.bind(context);
      context.close = async () => {
        await close();
        await other.close();
      };
      return context;
    },
  });

  async grantPermissions() {}

  download(isOver) {
    return downloaded(this.driven.home, isOver);
  }

  async close() {
    for (const page of this.#pages) await page.close();
  }
}
