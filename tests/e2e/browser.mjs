// One browser a test file, one context a visit, and a watch over all that a page must not do.

import { engine } from "./tools.mjs";

/**
 * The browser that a run is for: `launch(flags)` starts it, with flags where a test is of what people set in the
 * browser; `lacking(options)` is the reason why it cannot give a visitor these options, if it cannot; `noise` are the
 * complaints that it alone makes of a page that is right; `failings` those of which the engine itself is to blame.
 */
export const { launch, lacking = () => undefined, noise = [], failings = [] } = await import(`./engines/${engine}.mjs`);

/**
 * Opens a context and a page as a visitor has them. Options are Playwright's context options, among them
 * `viewport`, `colorScheme`, `javaScriptEnabled`, `reducedMotion`, `acceptDownloads`, `permissions`.
 */
export const visit = async (browser, server, options = {}) => {
  const context = await browser.newContext({
    server,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    viewport: { width: 1280, height: 800 },
    reducedMotion: "reduce",
    // What a page asks for is what the server is asked for; offline.test.mjs allows it.
    serviceWorkers: "block",
    ...options,
  });
  // Two engines on a busy machine may take their time.
  context.setDefaultTimeout(40_000);
  const watch = await watchOver(context, server.origin);
  return { context, page: await context.newPage(), watch };
};

/** Waits until the app has taken the place of the first paint, and all of it is laid out: what is not has no text. */
export const mounted = async (page) => {
  await page.locator("#boot").waitFor({ state: "detached" });
  await page.waitForFunction(() => !document.querySelector("[data-to-come]"));
};

/** Records what must not happen in a context: foreign requests, errors, breaches of the CSP. */
const watchOver = async (context, origin) => {
  const requests = [];
  const complaints = [];
  const complain = (kind, text) => complaints.push({ kind, text });

  context.on("request", (request) => {
    const url = request.url();
    requests.push(url);
    const local = url.startsWith(`${origin}/`) || /^(data|blob):/.test(url);
    if (!local) complain("foreign request", url);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) complain("failed request", `${response.status()} ${response.url()}`);
  });
  context.on("console", (message) => {
    if (message.type() === "error") complain("console error", message.text());
  });
  context.on("weberror", (error) => complain("page error", String(error.error())));
  await context.exposeBinding("__cspBreach", (_source, text) => complain("CSP breach", text));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      globalThis.__cspBreach(
        `${effectiveDirective} forbids ${blockedURI} (${sourceFile}:${lineNumber}) ${sample}`,
      );
    });
  });

  return {
    /** The addresses of all requests so far. */
    requests,
    /** What the page did wrong so far, as "kind: text", without what a pattern in `allow` matches. */
    complaints: (allow = []) =>
      complaints
        .map(({ kind, text }) => `${kind}: ${text}`)
        .filter((line) => ![...allow, ...noise].some((pattern) => pattern.test(line))),
  };
};
