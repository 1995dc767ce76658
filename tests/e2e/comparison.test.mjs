// 試算の比較: the official plan and up to three scenarios, what differs, and pictures to take away.

import { readFile } from "node:fs/promises";

import { assert, test } from "./harness.mjs";

const KEY = "michishirube/draft/v1";
const COMPARISON = "?screen=comparison";
const HOSTILE = `</text><script>alert(1)</script>"&'`;

const scenario = (id, name, overrides, more = {}) => ({ id, name, overrides, ...more });
const LOWER = scenario("1", "目標を下げる", { "sns-followers": { target: "13000" } });
const WORSE = scenario("k3f9x2", "実績が悪い", { "sns-followers": { results: { 2023: "12000" } } });
const LATER = scenario("3", "期限を延ばす", { "local-employment-rate": { target_year: 2027 } });
const FINE = scenario("4", "小数2けた", { "sns-followers": { target: "15000" } }, { settings: { decimals: 2 } });

/** Before the page first starts: these scenarios, the first of them in use. */
const keep = (context, ...scenarios) =>
  context.addInitScript(
    ([key, record]) => {
      if (location.protocol.startsWith("http") && !localStorage.getItem(key)) localStorage.setItem(key, record);
    },
    [KEY, JSON.stringify({ version: 2, saved_at: 1, chosen: scenarios[0].id, scenarios })],
  );

const box = (page, name) => page.getByRole("checkbox", { name, exact: false });
/** The row of a figure of an indicator, as text. */
const row = async (page, indicator, figure) => {
  const body = page.locator(".comparison-table tbody").filter({ hasText: indicator });
  const found = body.getByRole("row").filter({ has: page.getByRole("rowheader", { name: figure, exact: true }) });
  return (await found.innerText()).replace(/\s+/g, " ");
};
const downloaded = async (page, name) => {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};

test("two scenarios stand beside the official plan with differences and what they mean", async ({ page, context, open, accessible }) => {
  await keep(context, LOWER, WORSE);
  await open("?screen=scenario&id=sns-followers");
  await page.getByRole("link", { name: "くらべる", exact: true }).click();
  await page.getByRole("heading", { name: "試算の比較", level: 1 }).waitFor();
  const columns = await page.locator(".comparison-table thead").getByRole("columnheader").allInnerTexts();
  assert.deepEqual(columns, ["項目", "公式の計画", "① 目標を下げる", "② 実績が悪い"]);
  assert.match(await row(page, "フォロワー数", "目標値"), /14,500人 13,000人 −1,500人 ※ 目標を下げた（届きやすくなる） 14,500人 ＝ 変わらない/);
  // 20,120 ÷ 14,500, ÷ 13,000, and 12,000 ÷ 14,500
  assert.match(
    await row(page, "フォロワー数", "進捗率"),
    /138\.8% 154\.8% \+16\.0ポイント ▲ 良くなる（実績は同じ） 82\.8% −56\.0ポイント ▼ 悪くなる/,
  );
  assert.match(await row(page, "フォロワー数", "最新の実績"), /20,120人.*＝ 変わらない.*12,000人.*−8,120人 ▼ 悪くなる/);
  // Only what differs is listed, until all is asked for.
  assert.equal(await page.locator(".comparison-table tbody").count(), 1);
  await page.getByRole("checkbox", { name: "違いがない指標も表示する" }).check();
  await page.locator(".comparison-table tbody").nth(11).waitFor();
  await accessible();
});

test("the chart has a line for each plan, named in its key and at its end, and its figures as a table", async ({ page, context, open }) => {
  await keep(context, LOWER, WORSE);
  await open(COMPARISON);
  const key = page.locator(".chart-key li");
  await key.first().waitFor();
  assert.deepEqual((await key.allInnerTexts()).map((text) => text.trim()), ["公式の計画", "① 目標を下げる", "② 実績が悪い"]);
  // Told apart by their marks, too.
  const marks = await key.evaluateAll((items) => items.map((item) => item.querySelector("svg > :last-child").tagName));
  assert.deepEqual(marks, ["circle", "circle", "rect"]);
  const chart = page.getByRole("img", { name: /フォロワー数を計画ごとに比べるグラフ/ });
  await chart.scrollIntoViewIfNeeded();
  await chart.locator("svg").getByText(/① (目標を下げる )?13,000人/).waitFor();
  // The other ends where the official plan does.
  await chart.locator("svg").getByText("公式・② 14,500人").waitFor();
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  await page.locator(".chart-spoken").filter({ hasText: "● 目標を下げる：基準値 6,522人" }).waitFor();
  await page.getByText("グラフの数値を表で見る").click();
  const last = page.locator(".picture").getByRole("row").filter({ hasText: "令和7年度" });
  assert.match(await last.innerText(), /目標値 14,500人\s+目標値 13,000人\s+目標値 14,500人/);
  await page.getByLabel("指標", { exact: true }).selectOption({ label: "新規高卒者管内企業就職率" });
  await page.getByRole("img", { name: /新規高卒者管内企業就職率を計画ごとに比べるグラフ/ }).waitFor();
  assert.match(page.url(), /screen=comparison&id=local-employment-rate/);
});

test("up to three are chosen by keyboard, the link keeps the choice, and what is barred says why", async ({ page, context, open, accessible }) => {
  await keep(context, LOWER, WORSE, LATER, FINE);
  await open(COMPARISON);
  assert.ok(await box(page, "小数2けた").isDisabled());
  await page.getByText("比べられるのは3つまでです。").waitFor();
  await accessible();
  await box(page, "実績が悪い").focus();
  await page.keyboard.press("Space");
  await page.locator("input:focus").waitFor();
  await page.getByText("比べられるのは3つまでです。").waitFor({ state: "detached" });
  await box(page, "小数2けた").focus();
  await page.keyboard.press("Space");
  await page.getByRole("columnheader", { name: "③ 小数2けた 率の表示 小数2けた" }).waitFor();
  assert.match(page.url(), /plans=1\.3\.4/);
  // Its own decimals; the difference has those of the official plan.
  assert.match(await row(page, "フォロワー数", "進捗率"), /134\.13% −4\.7ポイント ▼ 悪くなる（実績は同じ）/);
  await page.goBack();
  await page.getByRole("columnheader", { name: "② 期限を延ばす" }).waitFor();
  await box(page, "期限を延ばす").uncheck();
  assert.ok(await box(page, "目標を下げる").isDisabled());
  await page.getByText("少なくとも1つは選びます。").waitFor();
});

test("a link to scenarios of another browser says that they are not here", async ({ page, context, open }) => {
  await keep(context, LOWER, WORSE);
  await open(`${COMPARISON}&plans=k3f9x2.zz`);
  await page.getByRole("status").filter({ hasText: "リンクにある試算のうち1つは、この端末にありません。" }).waitFor();
  assert.ok(await box(page, "実績が悪い").isChecked());
  assert.ok(!(await box(page, "目標を下げる").isChecked()));
});

test("the picture is a whole SVG file in which a name is only a text, and a sharp PNG", async ({ page, context, open }) => {
  await keep(context, { ...LOWER, name: HOSTILE }, WORSE);
  await open(COMPARISON);
  const { name, bytes } = await downloaded(page, "図をSVGで保存");
  assert.equal(name, "michishirube-hikaku.svg");
  await page.getByText("図をSVGで保存しました。").waitFor();
  const text = bytes.toString("utf8");
  // The app's own page lets no text be parsed.
  const reader = await context.newPage();
  const picture = await reader.evaluate((svg) => {
    const file = new DOMParser().parseFromString(svg, "image/svg+xml");
    const texts = [...file.querySelectorAll("text")].map((element) => element.textContent);
    return {
      broken: file.querySelector("parsererror")?.textContent ?? "",
      title: file.querySelector("title")?.textContent,
      texts,
      foreign: file.querySelectorAll("script, image, use, style, foreignObject, [href]").length,
      width: Number(file.documentElement.getAttribute("width")),
      height: Number(file.documentElement.getAttribute("height")),
    };
  }, text);
  await reader.close();
  assert.equal(picture.broken, "");
  assert.match(picture.title, /公式の計画と試算の比較：.*フォロワー数（人）/);
  assert.ok(picture.texts.includes(`① ${HOSTILE}`), picture.texts.join("\n"));
  assert.ok(picture.texts.some((line) => line.startsWith("公式の数値の出典：")));
  assert.ok(picture.texts.includes("+16.0ポイント") || picture.texts.includes("公式との差 +16.0ポイント"));
  assert.equal(picture.foreign, 0);
  assert.equal(picture.width, 1200);

  const png = await downloaded(page, "図をPNGで保存");
  assert.equal(png.name, "michishirube-hikaku.png");
  assert.deepEqual([...png.bytes.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  assert.equal(png.bytes.readUInt32BE(16), 2 * picture.width);
  assert.equal(png.bytes.readUInt32BE(20), 2 * picture.height);
});

for (const options of [
  { viewport: { width: 320, height: 640 } },
  { viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
  { viewport: { width: 1440, height: 900 }, forcedColors: "active" },
]) {
  test(`four plans fit and are accessible (${JSON.stringify(options)})`, options, async ({ page, context, open, accessible }) => {
    await keep(context, { ...LOWER, name: "とても長い名前のついた試算でも表と図からはみ出さない" }, WORSE, LATER);
    await open(COMPARISON);
    const chart = page.getByRole("img", { name: /比べるグラフ/ });
    await chart.scrollIntoViewIfNeeded();
    await chart.locator("svg").waitFor();
    const fits = await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
    assert.ok(fits);
    await accessible();
  });
}
