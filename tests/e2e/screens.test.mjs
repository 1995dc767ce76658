// Every screen, in every light and width: no barrier that axe finds, and nothing wider than the window.

import { readFile } from "node:fs/promises";

import { assert, test } from "./harness.mjs";
import { SCREENS } from "./screens.mjs";

const LOOKS = {
  "320 px": { viewport: { width: 320, height: 640 } },
  "768 px, dark": { viewport: { width: 768, height: 1024 }, colorScheme: "dark" },
  "1440 px, forced colors": { viewport: { width: 1440, height: 900 }, forcedColors: "active" },
};

for (const [look, options] of Object.entries(LOOKS)) {
  test(`every screen is accessible and fits at ${look}`, options, async ({ page, open, accessible }) => {
    for (const [name, query] of Object.entries(SCREENS)) {
      await open(query);
      await page.getByRole("heading", { level: 1 }).waitFor();
      const chart = page.getByRole("img", { name: /推移のグラフ/ });
      if (await chart.count()) {
        await chart.scrollIntoViewIfNeeded();
        await chart.locator("svg").waitFor();
      }
      const { wide, window } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        window: document.documentElement.clientWidth,
      }));
      assert.ok(wide <= window, `${name} is ${wide} px wide in ${window}`);
      await accessible().catch((error) => {
        error.message = `${name}: ${error.message}`;
        throw error;
      });
    }
  });
}

// A4 within its margins. What lies across says so in its style.
const ACROSS = ["事業の表", "指標", "意見シート", "インフラ整備進捗図", "報告書"];
const PAPERS = {
  upright: { width: 718, screens: Object.keys(SCREENS).filter((name) => !ACROSS.includes(name)) },
  across: { width: 1016, screens: ACROSS },
};

for (const [paper, { width, screens }] of Object.entries(PAPERS)) {
  for (const locale of ["ja-JP", "en-US"]) {
    const viewport = { width, height: 1000 };
    test(`nothing of any screen is cut off on paper (${paper}, ${locale})`, { viewport, locale }, async ({ page, open }) => {
      for (const name of screens) {
        await open(SCREENS[name]);
        await page.waitForFunction(() => !document.querySelector("[aria-busy=true], [data-to-come]"));
        await page.emulateMedia({ media: "print" });
        const wide = await page.evaluate(() =>
          [document.documentElement, ...document.querySelectorAll(".table-region, nav ul")]
            .filter((box) => box.scrollWidth > box.clientWidth + 1)
            .map((box) => `${box.className || box.tagName}: ${box.scrollWidth} px in ${box.clientWidth}`),
        );
        assert.deepEqual(wide, [], name);
        await page.emulateMedia({ media: "screen" });
      }
    });
  }
}

test("the data page names every document and hands out every file", async ({ page, open }) => {
  await open("?screen=data");
  for (const slug of ["000", "001", "002", "003", "004"]) {
    await page.getByRole("cell", { name: slug, exact: true }).first().waitFor();
  }
  const files = await page.locator(".files a").evaluateAll((anchors) => anchors.map((anchor) => anchor.href));
  assert.ok(files.length > 20);
  files.push(await page.getByRole("link", { name: "licences.txt" }).evaluate((anchor) => anchor.href));
  for (const href of files) {
    const response = await page.request.get(href);
    assert.equal(response.status(), 200, href);
  }
  await page.getByText("分類と理由をすべて見る（158件）").click();
  await page.getByRole("row", { name: /日本遺産「炭鉄港」広域連携推進事業[^]*中学生の相互交流とガイド養成/ }).waitFor();
});

test("the whole dataset is handed out as JSON, and its history and every editorial addition are listed", async ({ page, open }) => {
  await open("?screen=data");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "データをまとめてJSONで保存" }).click();
  const whole = JSON.parse(await readFile(await (await download).path(), "utf8"));
  assert.equal(whole.format, "michishirube-dataset");
  assert.deepEqual([whole.projects.length, whole.programs.length, whole.indicators.length], [32, 43, 12]);
  await page.getByRole("heading", { name: "データの更新履歴" }).waitFor();
  await page.getByRole("listitem").filter({ hasText: "文書000の題" }).waitFor();
});

test(
  "when a screen's own file does not arrive the page says so, and a retry brings it",
  { allow: [/^failed request: 503/, /^console error/] },
  async ({ page, open, server, accessible }) => {
    await open();
    server.fault = (path) => /split_|chunk_|common-|sheet-/.test(path) && { status: 503 };
    await page.getByRole("navigation", { name: "主なページ" }).getByRole("link", { name: "データ" }).click();
    await page.getByText("この画面を読み込めませんでした。").waitFor();
    await accessible({ rules: { "page-has-heading-one": { enabled: false } } });
    server.fault = undefined;
    await page.getByRole("button", { name: "もう一度読み込む" }).click();
    await page.getByRole("heading", { level: 1, name: "データ" }).waitFor();
    // The heading that arrived late still has the focus.
    await page.waitForFunction(() => document.activeElement?.id === "page-title");
  },
);
