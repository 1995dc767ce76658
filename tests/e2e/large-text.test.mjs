// With the browser's text at 200 % every screen fits the window, and axe finds no barrier.

import assert from "node:assert/strict";
import { test } from "node:test";

import { expectAccessible } from "./axe.mjs";
import { launch, mounted, visit } from "./browser.mjs";
import { SCREENS } from "./screens.mjs";
import { serve } from "./server.mjs";
import { engine } from "./tools.mjs";

const elsewhere = engine !== "chromium" && "only Chromium takes the setting when it is started";

test("every screen is accessible and fits with text at 200 %", { timeout: 240_000, skip: elsewhere }, async () => {
  const server = await serve();
  // As people set it: the page's own sizes and its breakpoints follow.
  const browser = await launch(["--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"]);
  try {
    const { page } = await visit(browser, server.origin, { viewport: { width: 1024, height: 768 } });
    for (const [name, query] of Object.entries(SCREENS)) {
      await page.goto(new URL(query, server.url).href);
      await mounted(page);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
      const { size, wide, window } = await page.evaluate(() => ({
        size: getComputedStyle(document.documentElement).fontSize,
        wide: document.documentElement.scrollWidth,
        window: document.documentElement.clientWidth,
      }));
      assert.equal(size, "32px", "the setting holds");
      assert.ok(wide <= window, `${name} is ${wide} px wide in ${window}`);
      await expectAccessible(page).catch((error) => {
        error.message = `${name}: ${error.message}`;
        throw error;
      });
    }
  } finally {
    await browser.close();
    await server.close();
  }
});
