// What a browser test is made of. A test file reads:
//
//     import { assert, test } from "./harness.mjs";
//
//     test("a claim about the page", { viewport: { width: 390, height: 844 } }, async ({ page, open, accessible }) => {
//       await open("?screen=indicators");
//       await page.getByRole("heading", { name: "指標" }).waitFor();
//       await accessible();
//     });
//
// Each test gets a context of its own (empty storage) and fails when its page asks another host for
// anything, logs an error, throws, gets an error status or breaks its CSP, unless `allow` has a pattern for it. Where the
// engine itself failed it runs once more, and the end of the run says so.
// The tests are the same for every engine (see engines/); what one cannot do is left out by name, with the reason.
// Tests wait for conditions (locators wait by themselves, `until` for the rest), never for a time.

import assert from "node:assert/strict";
import { after, before, test as nodeTest } from "node:test";

import { expectAccessible } from "./axe.mjs";
import { failings, lacking, launch, mounted, visit } from "./browser.mjs";
import { serve } from "./server.mjs";
import { engine } from "./tools.mjs";

export { assert };

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

/**
 * A browser test. `options` are Playwright's context options, and
 * - `fault`: see server.mjs;
 * - `without`: engines in which the test is left out, each with the reason: `{ webkit: "…" }`;
 * - `timeout`: after how many milliseconds a test that hangs is given up;
 * - `allow`: patterns of what the page may do wrong in this test, against "kind: text" (see browser.mjs).
 *
 * The body is given
 * - `page`, `context`, `server`: Playwright's page and context, and the server (its `fault` can be set);
 * - `open(query)`: goes to the page with this query string and waits until the app has mounted;
 * - `goto(query)`: the same without waiting for the app;
 * - `reload()`: reads the page in again and waits until the app has mounted;
 * - `requests()`: the addresses of all requests so far;
 * - `accessible(options)`: fails on any barrier that axe finds (see axe.mjs);
 * - `until(claim, ...arguments)`: waits until a function, run in the page, returns true.
 */
export const test = (name, options, body) => {
  if (typeof options === "function") return test(name, {}, options);
  const { fault, allow = [], without = {}, timeout = 240_000, ...visitor } = options;
  const skip = without[engine] ?? lacking(visitor);
  const visitOn = async (server) => {
    const { context, page, watch } = await visit(browser, server, visitor);
    const goto = (query = "") => page.goto(new URL(query, server.url).href);
    const open = async (query) => {
      await goto(query);
      await mounted(page);
    };
    const reload = async () => {
      await page.reload();
      await mounted(page);
    };
    let complaints;
    try {
      await body({
        page,
        context,
        server,
        open,
        goto,
        reload,
        requests: () => [...watch.requests],
        accessible: async (wishes) => {
          // What is still on its way has no heading yet.
          await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
          await expectAccessible(page, wishes);
        },
        until: (claim, ...values) => page.waitForFunction(claim, ...values),
      });
    } catch (error) {
      // What the page complained of is often why the test failed.
      complaints = watch.complaints(allow);
      // The report prints the stack, which was written with the message as it was then.
      error.stack += list("\nThe page also did this:", complaints);
      return { error, complaints };
    } finally {
      await context.close();
    }
    complaints = watch.complaints(allow);
    const error = complaints.length && new assert.AssertionError({ message: list("The page must not do this:", complaints) });
    return { error, complaints };
  };
  const visitOnce = async () => {
    const server = await serve({ fault });
    try {
      return await visitOn(server);
    } catch (error) {
      // There is no browser any more to visit with, or to leave.
      return { error, complaints: [] };
    } finally {
      await server.close();
    }
  };
  return nodeTest(name, { timeout, skip }, async (context) => {
    let { error, complaints } = await visitOnce();
    const failing = [...complaints, String(error)].find((line) => failings.some((pattern) => pattern.test(line)));
    if (error && failing && !context.signal.aborted) {
      context.diagnostic(`ran again, because ${engine} itself failed: ${name}: ${failing.split("\n")[0]}`);
      ({ error } = await visitOnce());
    }
    if (error) throw error;
  });
};

const list = (title, lines) => (lines.length ? `${title}\n  ${lines.join("\n  ")}` : "");
