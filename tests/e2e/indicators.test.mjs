// 指標: the list as the paper prints it, and a page per indicator.

import { assert, test } from "./harness.mjs";
import { PAPER_TOLD, readPdf } from "./pdf.mjs";

/** 001, 評価指標（KPI）一覧: baseline, R3 to R5, target, 進捗率; and the 達成率 the page adds. */
const PAPER = [
  ["炭鉄港推進協議会構成市町の観光入込客数", "7,250千人", "7,487", "10,530", "集計中", "7,468千人", "—", "1,504.6%"],
  ["空知の耕作面積の維持", "113,600ha", "113,600", "113,500", "113,500", "113,600ha", "99.9%", "未達"],
  ["新規高卒者管内企業就職率", "60.9%", "59.5", "60.3", "52.0", "63.9%", "81.4%", "−296.7%"],
  ["「そらち・デ・ビュー」公式SNSのフォロワー数", "6,522人", "10,101", "14,221", "20,120", "14,500人", "138.8%", "170.4%"],
  ["管内への観光入込客数", "1,232万人", "852", "1,159.6", "集計中", "1,278万人", "—", "−157.4%"],
  ["移住相談件数", "574件", "777", "821", "集計中", "687件", "—", "218.6%"],
  ["新規高卒者管内企業就職率", "60.9%", "59.5", "60.3", "52.0", "63.9%", "81.4%", "−296.7%"],
  ["移住相談件数", "574件", "777", "821", "集計中", "687件", "—", "218.6%"],
  ["認定こども園設置数", "20カ所", "20", "20", "20", "22カ所", "90.9%", "0.0%"],
];

test("the list has the paper's nine rows, with both rates", async ({ page, open, accessible }) => {
  await open("?screen=indicators");
  const table = page.getByRole("region", { name: "評価指標の一覧" }).first().getByRole("table");
  // Not the headings, nor the rows that name a project.
  const rows = table.getByRole("row").filter({ has: page.getByRole("cell") });
  await rows.first().waitFor();
  assert.equal(await rows.count(), PAPER.length);
  for (const [at, [name, ...figures]] of PAPER.entries()) {
    const row = rows.nth(at);
    assert.equal(await row.getByRole("link").first().innerText(), name);
    const cells = await row.getByRole("cell").allInnerTexts();
    const first = cells.map((text) => text.trim().split(/\s/)[0]);
    const [baseline, r3, r4, r5, , , target, official, attainment] = first;
    assert.deepEqual([baseline, r3, r4, r5, target, official, attainment], figures, name);
  }
  assert.equal(await table.getByText("再掲").count(), 2);
  await accessible();
});

test("relisted rows can be put together", async ({ page, open }) => {
  await open("?screen=indicators");
  await page.getByRole("checkbox", { name: "再掲をまとめる（9行を7指標に）" }).check();
  const rows = page
    .getByRole("region", { name: "評価指標の一覧" })
    .first()
    .getByRole("row")
    .filter({ has: page.getByRole("link") });
  await rows.nth(7).waitFor({ state: "detached" });
  assert.equal(await rows.count(), 7);
});

test("an indicator's page explains its rates, with the numbers put in", async ({ page, open, accessible }) => {
  await open("?screen=indicator&id=local-employment-rate");
  await page.getByRole("heading", { level: 1, name: "新規高卒者管内企業就職率" }).waitFor();
  await page.getByText("基準値の60.9%を下回っているため、達成率はマイナスです。").first().waitFor();
  await page.getByText("52.0 ÷ 63.9 × 100 = 81.4").waitFor();
  await page.getByText("(52.0 − 60.9) ÷ (63.9 − 60.9) × 100 = −296.7").waitFor();
  await page.getByText("年に+11.90ポイント").waitFor();
  const projection = page.getByRole("region", { name: "見込み" });
  assert.match(await projection.getByRole("row", { name: /直近1年/ }).innerText(), /43\.70%\s*届かない/);
  await page.getByText("文書001").first().waitFor();
  await accessible();
});

test("the projection says what it assumes, when the target is met, and how it held", async ({ page, open, accessible }) => {
  // 001: 1,232 (R1), 852 (R3), 1,159.6 (R4), R5 集計中; only +307.6 a year leads to 1,278.
  await open("?screen=indicator&id=sorachi-visitors");
  const projection = page.getByRole("region", { name: "見込み" });
  await projection.getByRole("columnheader", { name: "目標に届く年度" }).waitFor();
  const row = (name) => projection.getByRole("row", { name });
  const met = (name) => row(name).getByRole("cell").last().innerText();
  assert.equal((await met(/直近1年の伸び/)).trim(), "令和5年度");
  assert.equal((await met(/基準年からの平均/)).trim(), "このままでは届かない");
  assert.equal((await met(/最小二乗法/)).trim(), "このままでは届かない");
  await row(/直近1年の伸び/).getByText("R3の852万人からR4の1,159.6万人まで、1年で+307.60万人。これが毎年続くと仮定").waitFor();
  await page.getByText("確かめられる年がないため、あてはまりは計算しません。").waitFor();

  // The same year in the chosen era.
  await open("?screen=indicator&id=sorachi-visitors&era=seireki");
  await row(/直近1年の伸び/).waitFor();
  assert.equal((await met(/直近1年の伸び/)).trim(), "2023年度");

  // 001: 6,522 (R2), 10,101, 14,221, 20,120 (R5) of 14,500: met, and R5 alone can be checked.
  await open("?screen=indicator&id=sns-followers");
  await row(/直近1年の伸び/).waitFor();
  for (const rule of [/直近1年の伸び/, /基準年からの平均/, /最小二乗法/]) {
    assert.equal((await met(rule)).trim(), "すでに届いている");
  }
  await page.getByText("確かめられる年が1年しかないため、あてはまりは計算しません。").waitFor();
  await accessible();
});

test("the chart is drawn in Japanese as SVG, on demand, and has its table", async ({ page, open, requests, accessible }) => {
  await open("?screen=indicator&id=local-employment-rate");
  const chart = page.getByRole("img", { name: /新規高卒者管内企業就職率の推移のグラフ/ });
  await chart.scrollIntoViewIfNeeded();
  await chart.locator("svg").getByText("目標値 63.9%").waitFor();
  assert.equal(requests().filter((url) => /echarts/.test(url)).length, 1);
  await page.getByText("グラフの数値を表で見る").click();
  const table = page.getByRole("region", { name: "新規高卒者管内企業就職率の推移（%）" });
  assert.match(await table.getByRole("row", { name: /令和5年度/ }).innerText(), /52\.0%[^]*63\.15%/);
  await accessible();
});

test("a year that is pointed at by key or pointer says what the chart has there", async ({ page, open, accessible }) => {
  await open("?screen=indicator&id=local-employment-rate");
  const chart = page.getByRole("img", { name: /推移のグラフ/ });
  await chart.scrollIntoViewIfNeeded();
  await chart.locator("svg").getByText("目標値 63.9%").waitFor();
  const note = (year) => chart.getByText(new RegExp(`^${year}`));
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  await note("令和2年度").waitFor();
  await page.getByRole("status").filter({ hasText: /^令和2年度/ }).waitFor({ state: "attached" });
  await page.keyboard.press("ArrowRight");
  await note("令和3年度").waitFor();
  await accessible();
  await page.keyboard.press("Escape");
  await note("令和3年度").waitFor({ state: "detached" });
  const { width, height } = await chart.boundingBox();
  await chart.click({ position: { x: width - 10, y: height / 2 } });
  await note("令和6年度").waitFor();
  await page.getByRole("heading", { level: 1 }).click();
  await note("令和6年度").waitFor({ state: "detached" });
});

test("a chart follows the theme, and is light on paper", async ({ page, open, until }) => {
  await open("?screen=indicator&id=local-employment-rate");
  await page.getByRole("img", { name: /推移のグラフ/ }).scrollIntoViewIfNeeded();
  const isColored = (color) =>
    until(
      ([text, wanted]) => [...document.querySelectorAll(".chart text")].some((each) => each.textContent === text && getComputedStyle(each).fill === wanted),
      ["目標値 63.9%", color],
    );
  const choose = (theme) => page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
  await choose("light");
  await isColored("rgb(186, 0, 13)");
  await choose("dark");
  await isColored("rgb(255, 143, 143)");
  await page.emulateMedia({ media: "print" });
  await isColored("rgb(186, 0, 13)");
});

for (const file of ["echarts", "charts"]) {
  test(
    `when a file of the charts (${file}) cannot be loaded the page says so, the table stays, and a retry works`,
    { fault: (path) => path.startsWith(`assets/${file}-`) && { status: 503 }, allow: [/^failed request: 503/, /^console error/, /^page error: Loading (module|Worker)/] },
    async ({ page, open, server }) => {
      await open("?screen=indicator&id=sns-followers");
      const message = page.getByText("グラフを表示できませんでした。下の表で同じ数値を確かめられます。");
      await page.getByRole("img", { name: /推移のグラフ/ }).scrollIntoViewIfNeeded();
      await message.waitFor();
      await page.getByText("グラフの数値を表で見る").click();
      await page.getByRole("row", { name: /令和5年度/ }).getByText("20,120人").waitFor();
      server.fault = undefined;
      await page.getByRole("button", { name: "もう一度読み込む" }).click();
      await page.getByRole("img", { name: /推移のグラフ/ }).locator("svg").getByText(/目標値/).waitFor();
    },
  );
}

test("the list lies across the paper with all its columns", { without: PAPER_TOLD }, async ({ page, open }) => {
  await open("?screen=indicators");
  await page.getByRole("columnheader", { name: "推移" }).waitFor();
  const pages = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  for (const { width, height, items } of pages) {
    assert.ok(width > height, `${width} × ${height}`);
    for (const { text, right } of items) assert.ok(right < width, `${text} ends at ${right} of ${width}`);
  }
  const heads = pages.flatMap(({ items }) => items).filter(({ text }) => text === "推移");
  assert.ok(heads.length > 0);
  for (const { right } of heads) assert.ok(right < pages[0].width - 34, "within the margin");
});

test("a chart of a wide window is printed whole", { viewport: { width: 1440, height: 900 }, without: PAPER_TOLD }, async ({ page, open }) => {
  await open("?screen=indicator&id=sns-followers");
  const chart = page.getByRole("img", { name: /推移のグラフ/ });
  await chart.scrollIntoViewIfNeeded();
  await chart.locator("svg").getByText(/目標値/).waitFor();
  const [{ width, items }] = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  const years = items.filter(({ text }) => /^R[2-7]$/.test(text));
  assert.deepEqual(years.map(({ text }) => text).sort(), ["R2", "R3", "R4", "R5", "R6", "R7"]);
  for (const { text, right } of years) assert.ok(right < width - 24, `${text} ends at ${right} of ${width}`);
});

test("a chart that nobody came near is printed as its table", { viewport: { width: 320, height: 60 }, without: PAPER_TOLD }, async ({ page, open }) => {
  await open("?screen=indicator&id=sns-followers");
  await page.getByText("グラフの数値を表で見る").waitFor({ state: "attached" });
  const [{ text }] = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  assert.match(text, /令和3年度（2021年度）10,101人/);
  assert.doesNotMatch(text, /グラフを読み込んでいます/);
});

test("years print in either era, and the link keeps the choice", async ({ page, open }) => {
  await open("?screen=indicators");
  await page.getByRole("columnheader", { name: "R5" }).first().waitFor();
  await page.getByRole("button", { name: "表示設定" }).click();
  await page.getByRole("radio", { name: /西暦/ }).check();
  await page.getByRole("columnheader", { name: "2023" }).first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "認定こども園設置数" }).first().click();
  await page.getByText("2023年度は、目標の22カ所に対して20カ所です。").first().waitFor();
  assert.match(page.url(), /era=seireki/);
});
