// Lighthouse finds nothing to better in accessibility, good practice and search on any screen. What it says of
// speed depends on the machine: `cargo xtask bench` reports it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { startLighthouse } from "./lighthouse.mjs";
import { SCREENS } from "./screens.mjs";
import { serve } from "./server.mjs";
import { engine } from "./tools.mjs";

const elsewhere = engine !== "chromium" && "Lighthouse knows Chromium only";

const CATEGORIES = ["accessibility", "best-practices", "seo"];

let server, lighthouse;
before(async () => {
  if (elsewhere) return;
  server = await serve({ compressed: true });
  lighthouse = await startLighthouse();
});
after(async () => {
  await lighthouse?.close();
  await server?.close();
});

/** What kept a category from full marks: 「title (id): what it found」. */
const faults = ({ auditRefs }, audits) =>
  auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => `${audits[id].title} (${id}): ${JSON.stringify(audits[id].details?.items ?? []).slice(0, 600)}`);

for (const [name, query] of Object.entries(SCREENS)) {
  test(`Lighthouse gives ${name} full marks but for speed`, { timeout: 120_000, skip: elsewhere }, async () => {
    const { categories, audits } = await lighthouse.audit(new URL(query, server.url).href, {
      onlyCategories: CATEGORIES,
      throttlingMethod: "provided",
    });
    for (const category of CATEGORIES) {
      assert.equal(categories[category].score, 1, `${category}: ${faults(categories[category], audits).join("; ")}`);
    }
  });
}
