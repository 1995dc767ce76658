// 予算: sums that agree with 002 at every level, the way down and back, the choice shared with 事業をさがす,
// and the indicators beside the money. Amounts are those of the budget table (文書002), in 千円.

import { readFile } from "node:fs/promises";

import { assert, test } from "./harness.mjs";

const AREAS = {
  道央広域連携地域: "48,941",
  道南連携地域: "18,204",
  道北連携地域: "17,426",
  オホーツク連携地域: "8,006",
  十勝連携地域: "2,182",
  "釧路・根室連携地域": "20,376",
};
const PLACES_OF_DOO = { 空知: "6,615", 石狩: "24,232", 後志: "3,304", 胆振: "9,995", 日高: "4,795" };

const heading = (page, name) => page.getByRole("heading", { level: 2, name, exact: true });
const tile = (page, name) => page.getByRole("listitem").getByRole("link", { name });
const table = (page) => page.getByRole("region", { name: /予算額の表/ });
/** The table's rows as [name, amount]. */
const amounts = async (page) =>
  table(page)
    .getByRole("row")
    .evaluateAll((rows) =>
      rows.slice(1).map((row) => [
        row.querySelector("th").firstChild.textContent,
        row.querySelector("td .figure, td").textContent.trim(),
      ]),
    );
const number = (text) => Number(text.replaceAll(",", ""));

test("every level has the document's sums, and its picture and table say the same", async ({ page, open }) => {
  await open("?screen=budget");
  await heading(page, "全体の予算").waitFor();
  await page.getByText("令和3年度の予算額は、31事業で1億1,513.5万円です。").waitFor();
  assert.deepEqual(Object.fromEntries(await amounts(page)), { ...AREAS, 合計: "115,135" });
  for (const [name, amount] of Object.entries(AREAS)) {
    await tile(page, new RegExp(`^${name}、${amount}千円`)).waitFor();
  }
  for (const [level, rows] of [["振興局", 14], ["プロジェクト", 21], ["事業", 31]]) {
    await page.getByRole("radio", { name: level, exact: true }).check({ force: true });
    await page.getByRole("heading", { level: 3, name: `${level}ごとの表` }).waitFor();
    const found = await amounts(page);
    assert.equal(found.length, rows + 1, level);
    assert.deepEqual(found.pop(), ["合計", "115,135"]);
    assert.equal(found.reduce((sum, [, amount]) => sum + number(amount), 0), 115_135, level);
  }
});

test("from the whole down to a programme by pointer, and back step by step", async ({ page, reload, open }) => {
  await open("?screen=budget");
  await tile(page, /^道央広域連携地域、/).click();
  await heading(page, "道央広域連携地域の予算").waitFor();
  await page.getByText("全体（115,135千円）の42.5%").waitFor();
  assert.deepEqual(Object.fromEntries(await amounts(page)), { ...PLACES_OF_DOO, 合計: "48,941" });
  await tile(page, /^空知、6,615千円/).click();
  await heading(page, "空知の予算").waitFor();
  await tile(page, /^そらち「炭鉱\(やま\)の記憶」の推進プロジェクト、5,715千円、86.4%/).click();
  await heading(page, "そらち「炭鉱(やま)の記憶」の推進プロジェクトの予算").waitFor();
  await tile(page, /^日本遺産「炭鉄港」広域連携推進事業、5,715千円、100.0%/).click();
  await page.getByRole("heading", { level: 1, name: "日本遺産「炭鉄港」広域連携推進事業" }).waitFor();

  await page.goBack();
  await heading(page, "そらち「炭鉱(やま)の記憶」の推進プロジェクトの予算").waitFor();
  await page.goBack();
  await heading(page, "空知の予算").waitFor();
  await page.getByRole("navigation", { name: "内訳の位置" }).getByRole("link", { name: "道央広域" }).click();
  await heading(page, "道央広域連携地域の予算").waitFor();
  await reload();
  await heading(page, "道央広域連携地域の予算").waitFor();
  await page.getByRole("navigation", { name: "内訳の位置" }).getByRole("link", { name: "全体" }).click();
  await heading(page, "全体の予算").waitFor();
  assert.deepEqual(Object.fromEntries(await amounts(page)), { ...AREAS, 合計: "115,135" });
});

test("the same way by keyboard: each step goes on from the heading of what is shown", async ({ page, open, until }) => {
  await open("?screen=budget");
  const arrives = async (name) => {
    await heading(page, name).waitFor();
    await until((text) => document.activeElement?.textContent === text, name);
  };
  await tile(page, /^オホーツク連携地域、/).focus();
  await page.keyboard.press("Enter");
  // One 振興局 with one project: what divides it are its two programmes.
  await arrives("オホーツク連携地域の予算");
  assert.deepEqual(await amounts(page), [
    ["地域に根ざすオホーツク愛創生事業", "1,393"],
    ["地域連携推進オホーツク活性化事業", "6,613"],
    ["合計", "8,006"],
  ]);
  const back = page.getByRole("navigation", { name: "内訳の位置" }).getByRole("link", { name: "全体" });
  await back.focus();
  await page.keyboard.press("Enter");
  await arrives("全体の予算");
  await page.goBack();
  await tile(page, /^地域に根ざすオホーツク愛創生事業、/).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "地域に根ざすオホーツク愛創生事業" }).waitFor();
});

test("what is chosen in 事業をさがす is chosen here, and the other way round", async ({ page, open }) => {
  const menu = page.getByRole("navigation", { name: "メイン" }).or(page.getByRole("banner"));
  await open("?screen=programs&area=donan&q=縄文");
  await menu.getByRole("link", { name: "予算", exact: true }).first().click();
  await heading(page, "道南連携地域の、選んだ条件に合う予算").waitFor();
  assert.deepEqual((await amounts(page)).pop(), ["合計", "7,000"]);
  await page.getByRole("button", { name: "ことば：縄文 を外す" }).click();
  await heading(page, "道南連携地域の予算").waitFor();
  assert.deepEqual((await amounts(page)).pop(), ["合計", "18,204"]);
  // Counts are those of budget rows: two of the five belong to 檜山.
  await page.getByText("振興局", { exact: true }).first().click();
  await page.getByRole("checkbox", { name: /^檜山 2/ }).check();
  await heading(page, "檜山の予算").waitFor();
  await menu.getByRole("link", { name: "事業をさがす", exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name: "事業をさがす" }).waitFor();
  await page.getByRole("button", { name: "道南連携地域 を外す" }).waitFor();
  await page.getByRole("button", { name: "檜山 を外す" }).waitFor();
});

test("a choice without any budget says so and what to loosen", async ({ page, open, accessible }) => {
  await open("?screen=budget&document=000");
  await page.getByText("予算額が書かれているのは、令和3年度の31事業だけです。").waitFor();
  await accessible();
  await page.getByRole("button", { name: /「文書」の条件を外す（31件になります）/ }).click();
  await heading(page, "全体の予算").waitFor();
});

test("千円 and 万円, and the order by amount, are in the link", async ({ page, reload, open }) => {
  await open("?screen=budget&subprefecture=kushiro");
  await heading(page, "釧路の予算").waitFor();
  assert.deepEqual((await amounts(page)).map(([, amount]) => amount), ["7,000", "298", "4,000", "11,298"]);
  await page.getByRole("combobox", { name: "並べ替え" }).selectOption({ label: "予算の多い順" });
  await page.getByRole("radio", { name: "万円" }).check({ force: true });
  await page.getByText("全体（11,513.5万円）の9.8%").waitFor();
  assert.match(page.url(), /sort=budget&unit=man/);
  await reload();
  await heading(page, "釧路の予算").waitFor();
  assert.deepEqual((await amounts(page)).map(([, amount]) => amount), ["700.0", "400.0", "29.8", "1,129.8"]);
});

test("indicators stand beside the money of their own project, and elsewhere the page says there are none", async ({ page, open }) => {
  await open("?screen=budget&project=kita-hokkaido-visits");
  const indicators = page.getByRole("region", { name: "予算のあるプロジェクトの評価指標" });
  await indicators.getByRole("link", { name: "観光入込客数(道北連携地域)" }).waitFor();
  await indicators.getByText("実績の記載なし").waitFor();
  await open("?screen=budget&project=shinkansen-exchange");
  await page
    .getByText("「新幹線開業を活かした交流人口拡大プロジェクト」は、このデータの文書に評価指標の記載がありません。")
    .waitFor();
  // 002: 渡島 7,000 and 檜山 3,891.
  assert.deepEqual(await amounts(page), [["渡島", "7,000"], ["檜山", "3,891"], ["合計", "10,891"]]);
});

test("the rows shown can be saved for a spreadsheet", async ({ page, open }) => {
  await open("?screen=budget&subprefecture=sorachi");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "この2事業をCSVで保存" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  const lines = text.trimEnd().split("\r\n");
  assert.equal(lines[0], "\ufeff年度,連携地域,振興局,プロジェクト,事業,予算額（千円）,文書,文書の中の場所");
  assert.equal(lines.length, 3);
  assert.match(lines[2], /^2021,道央広域連携地域,空知,空知の魅力発信プロジェクト,空知地域エゾシカ肉有効活用需要喚起事業,900,002,/);
});

const LOOKS = {
  "320 px": { viewport: { width: 320, height: 640 } },
  "768 px, dark": { viewport: { width: 768, height: 1024 }, colorScheme: "dark" },
  "1440 px, forced colors": { viewport: { width: 1440, height: 900 }, forcedColors: "active" },
};

for (const [look, options] of Object.entries(LOOKS)) {
  test(`every level is accessible, fits, and has no cut figure at ${look}`, options, async ({ page, open, accessible }) => {
    for (const query of ["", "&by=subprefecture", "&by=project&unit=man", "&by=program", "&subprefecture=sorachi"]) {
      await open(`?screen=budget${query}`);
      await table(page).waitFor();
      const { wide, window, cut } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        window: document.documentElement.clientWidth,
        cut: [...document.querySelectorAll(".money-amount")]
          .filter((amount) => amount.scrollWidth > amount.clientWidth + 1)
          .map((amount) => amount.innerText),
      }));
      assert.ok(wide <= window, `${query} is ${wide} px wide in ${window}`);
      assert.deepEqual(cut, [], query);
      await accessible();
    }
  });
}
