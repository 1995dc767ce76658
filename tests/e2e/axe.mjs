// Checks a page against WCAG 2.2 A and AA and axe's best practices.

import { axeSource, engine } from "./tools.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

const describe = ({ id, impact, help, nodes }) =>
  [
    `${id} (${impact}): ${help}`,
    ...nodes.map(({ target, html, failureSummary }) =>
      [`  at ${target.join(" ")}`, `     ${html.slice(0, 200)}`, failureSummary.replace(/^/gm, "     ")].join("\n"),
    ),
  ].join("\n");

/**
 * Fails when axe finds anything wrong with the page as it is now. `options`: `include`, a selector of the
 * part to look at; `rules`, as axe takes them, to switch one off with a reason in the test.
 *
 * In one engine: axe judges markup, names and colours, which are the same in all, and takes half a minute for a large
 * page in the slowest.
 */
export const expectAccessible = async (page, { include = "html", rules = {} } = {}) => {
  if (engine !== "chromium") return;
  const run = `axe.run(${JSON.stringify(include)}, ${JSON.stringify({
    runOnly: { type: "tag", values: TAGS },
    rules,
    resultTypes: ["violations"],
  })}).then(({ violations }) => JSON.stringify(violations))`;
  // Not through the page's own script, so that its CSP stays as it is.
  const violations = JSON.parse(await page.evaluate(`(() => { ${axeSource}; return ${run}; })()`));
  if (violations.length) {
    throw new Error(`axe found ${violations.length} kinds of barriers:\n${violations.map(describe).join("\n")}`);
  }
};
