// Takes pictures of the release build, to be looked at by people.
//
// Usage: cargo xtask shots <folder> [query ...] [--widths=390,768,1440] [--schemes=light,dark] [--pdf]
//
// A query is what follows the page's address ("?screen=budget"; "" or nothing is the first screen). Each is
// taken as a full-page PNG at every width in every colour scheme; --pdf adds the A4 print of each.

import { mkdir } from "node:fs/promises";
import path from "node:path";

import { launch, mounted, visit } from "./browser.mjs";
import { serve } from "./server.mjs";

const words = process.argv.slice(2);
const option = (name, otherwise) =>
  words.find((word) => word.startsWith(`--${name}=`))?.split("=")[1].split(",") ?? otherwise;
const widths = option("widths", ["390", "768", "1440"]).map(Number);
const schemes = option("schemes", ["light", "dark"]);
const pdf = words.includes("--pdf");
const [folder, ...given] = words.filter((word) => !word.startsWith("--"));
const queries = given.length ? given : [""];

/** A file name that says what was asked for. */
const slug = (query) => query.replace(/^\?/, "").replace(/[^\p{L}\p{N}.]+/gu, "-").replace(/^-|-$/g, "") || "first";

/** Waits until the page is drawn: the app mounted, fonts there, nothing marked as busy, two frames on. */
const drawn = async (page) => {
  await mounted(page);
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
};

await mkdir(folder, { recursive: true });
const server = await serve();
const browser = await launch();
const wrong = new Set();
try {
  for (const query of queries) {
    for (const width of widths) {
      for (const colorScheme of schemes) {
        const options = { viewport: { width, height: width < 600 ? 844 : 900 }, colorScheme };
        const { context, page, watch } = await visit(browser, server, options);
        await page.goto(new URL(query, server.url).href);
        await drawn(page);
        const name = `${slug(query)}-${width}-${colorScheme}`;
        await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
        console.log(`${name}.png`);
        if (pdf && width === widths.at(-1) && colorScheme === schemes[0]) {
          await page.pdf({ path: path.join(folder, `${slug(query)}.pdf`), preferCSSPageSize: true, printBackground: true });
          console.log(`${slug(query)}.pdf`);
        }
        for (const complaint of watch.complaints()) wrong.add(`${query || "(first)"}: ${complaint}`);
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
}
if (wrong.size) {
  console.error(`\nThe pages also did this:\n  ${[...wrong].join("\n  ")}`);
  process.exitCode = 1;
}
