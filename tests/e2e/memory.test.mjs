// What a page remembers of screens and figures that are gone: nothing.

import { watchMemory, wasmBytes } from "./edits.mjs";
import { assert, test } from "./harness.mjs";

/** A page of WebAssembly's memory, in which it grows. */
const PAGE = 65_536;

test("going from indicator to indicator in 試算 takes no more memory each time", async ({ page, context, open }) => {
  await watchMemory(context);
  await open("?screen=scenario");
  await page.locator(".lab-editor .number-field input").first().waitFor();
  const goRound = (times) =>
    page.evaluate(async (rounds) => {
      const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      for (let round = 0; round < rounds; round += 1) {
        for (const choice of document.querySelectorAll(".lab-choice")) {
          choice.click();
          await drawn();
        }
      }
    }, times);
  await goRound(4);
  const before = await wasmBytes(page);
  await goRound(12);
  const grown = (await wasmBytes(page)) - before;
  // An effect or memo that does not leave what it read makes it a dozen pages.
  assert.ok(grown <= 2 * PAGE, `144 changes of the indicator took ${grown} bytes`);
});
