// Lighthouse finds nothing to better in accessibility, good practice and search on any screen. What it says of
// speed depends on the machine: `cargo xtask bench` reports it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { audit } from "./lighthouse.mjs";
import { SCREENS } from "./screens.mjs";
import { serve } from "./server.mjs";
import { engine } from "./tools.mjs";

const elsewhere = engine !== "chromium" && "Lighthouse knows Chromium only";

const CATEGORIES = ["accessibility", "best-practices", "seo"];

let server;
before(async () => {
  if (!elsewhere) server = await serve({ compressed: true });
});
after(() => server?.close());

/** What kept a category from full marks: 「title (id): what it found」. */
const faults = ({ auditRefs }, audits) =>
  auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => `${audits[id].title} (${id}): ${JSON.stringify(audits[id].details?.items ?? []).slice(0, 600)}`);

for (const [name, query] of Object.entries(SCREENS)) {
  test(`Lighthouse gives ${name} full marks but for speed`, { timeout: 180_000, skip: elsewhere }, async () => {
    const { categories, audits } = await audit(new URL(query, server.url).href, `--only-categories=${CATEGORIES}`);
    for (const category of CATEGORIES) {
      assert.equal(categories[category].score, 1, `${category}: ${faults(categories[category], audits).join("; ")}`);
    }
  });
}
