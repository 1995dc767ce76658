// 地域 and しくみ: chosen by pointer and by key, carried to the other screens, added up in the tables.
// Figures are those of 002 (budgets) and 003 (3 主なプロジェクト); programmes and named projects are counted
// in 000, 001, 002, 003 and 004 by hand.

import { assert, test } from "./harness.mjs";

const tile = (page, name) => page.locator(".tiles").getByRole("button", { name });
const area = (page, name) => page.getByRole("list", { name: "連携地域" }).getByRole("button", { name });
const panel = (page, name) => page.getByRole("region", { name, exact: true });
const pressed = (button) => button.getAttribute("aria-pressed");
/** The figures of a table's column, row by row; the last is the total. */
const column = async (page, table, number) => {
  const cells = await page.locator(`.${table} tbody tr > :nth-child(${number})`).allInnerTexts();
  return cells.map((text) => Number(text.split("\n")[0].replaceAll(",", "")));
};
const sum = (numbers) => numbers.reduce((whole, number) => whole + number, 0);

test("a tile chooses its 振興局, and the choice goes with the reader", async ({ page, open, accessible }) => {
  await open("?screen=areas");
  await panel(page, "北海道全体").waitFor();
  await tile(page, /宗谷/).click();
  const soya = panel(page, "宗谷");
  await soya.getByText("4,108千円").waitFor();
  await soya.getByText("記載なし").waitFor();
  await soya.getByRole("link", { name: "魅力ある地域資源を活かした「きた北海道」への来訪促進プロジェクト" }).waitFor();
  await soya.getByText("2,260万人（R1） → 2,504万人（R7）").waitFor();
  assert.match(page.url(), /\?screen=areas&subprefecture=soya$/);
  await accessible();

  await soya.getByRole("link", { name: "事業をさがす（2件）" }).click();
  await page.getByRole("heading", { name: /^43件のうち\s*2\s*件$/ }).waitFor();
  const names = await page.locator(".program-list h3").allTextContents();
  assert.deepEqual(names, ["てっぺん宗谷de ポストコロナ観光地づくり推進事業", "宗谷New Normal促進支援事業"]);
  await page.goBack();
  await soya.getByRole("link", { name: "予算を見る" }).click();
  await page.getByRole("heading", { level: 2, name: "宗谷の予算", exact: true }).waitFor();
  await page.getByRole("region", { name: /予算額の表/ }).getByText("4,108").first().waitFor();
  await page.goBack();
  await soya.getByRole("link", { name: "プロジェクトを見る（2件）" }).click();
  await page.getByText(/^32件のうち\s*2\s*件$/).first().waitFor();
});

test("by keyboard: chosen, added to, taken away again, and read out", async ({ page, open, until }) => {
  await open("?screen=areas");
  await tile(page, /宗谷/).focus();
  await page.keyboard.press("Space");
  await panel(page, "宗谷").waitFor();
  // The next tile on the way is the one below to the left.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await panel(page, "留萌・宗谷").waitFor();
  await until(() => document.querySelector("[role=status]")?.textContent.includes("留萌・宗谷：事業4件、予算額10,404千円"));
  assert.equal(await pressed(tile(page, /留萌/)), "true");
  await page.keyboard.press("Enter");
  await panel(page, "宗谷").waitFor();

  // An area takes the place of single 振興局, and holds its own.
  await area(page, /道北/).focus();
  await page.keyboard.press("Enter");
  await panel(page, "道北連携地域").waitFor();
  assert.equal(await page.locator(".tile.is-within").count(), 3);
  assert.equal(await pressed(tile(page, /宗谷/)), "false");
  assert.equal(await page.locator(".map-seat.is-chosen").count(), 3);
  await panel(page, "道北連携地域").getByText("全51件のうち").waitFor();
  await page.getByRole("button", { name: "地域の選択をすべて外す" }).click();
  await panel(page, "北海道全体").waitFor();
});

test("a name on the map chooses too, and what else is chosen is kept but not counted", async ({ page, open }) => {
  await open("?screen=areas&category=education");
  await page.getByText("地域のほかに選ばれている条件（1件）は、この画面の数字には使いません。").waitFor();
  await page.locator(".map-seat", { hasText: "根室" }).click();
  const nemuro = panel(page, "根室");
  await nemuro.getByText("9,078千円").waitFor();
  assert.match(page.url(), /category=education&subprefecture=nemuro/);
  // The link leads to the two programmes that were counted.
  await nemuro.getByRole("link", { name: "事業をさがす（2件）" }).click();
  await page.getByRole("heading", { name: /^43件のうち\s*2\s*件$/ }).waitFor();
});

test("the tiles show numbers or money, in the unit asked for, and the link says which", async ({ page, open, accessible }) => {
  await open("?screen=areas&map=budget&unit=man");
  await page.getByRole("heading", { name: "振興局ごとの令和3年度の予算額（万円）" }).waitFor();
  assert.match(await tile(page, /石狩/).innerText(), /2,423\.2/);
  assert.match(await area(page, /道央広域/).innerText(), /4,894\.1万円/);
  await page.getByText("千円", { exact: true }).first().click();
  await page.getByRole("heading", { name: "振興局ごとの令和3年度の予算額（千円）" }).waitFor();
  assert.match(await tile(page, /石狩/).innerText(), /24,232/);
  await page.getByText("プロジェクトの数", { exact: true }).click();
  await page.getByRole("heading", { name: "振興局ごとのプロジェクトの数（件）" }).waitFor();
  // 001 has four projects of 空知, 002 two more.
  assert.match(await tile(page, /空知/).innerText(), /\n6$/);
  assert.match(page.url(), /map=projects/);
  await page.getByText("方針が数える51プロジェクトの、振興局ごとの内訳は文書にありません").waitFor();
  await accessible();
});

test("the tables say the same and add up", async ({ page, open }) => {
  await open("?screen=areas");
  await page.getByRole("region", { name: /連携地域ごとのプロジェクト/ }).waitFor();
  assert.deepEqual(await column(page, "area-table", 2), [18, 6, 13, 5, 4, 5, 51]);
  const budgets = await column(page, "area-table", 5);
  assert.deepEqual(budgets, [48_941, 18_204, 17_426, 8_006, 2_182, 20_376, 115_135]);
  const places = await column(page, "place-table", 6);
  const total = places.pop();
  assert.equal(places.length, 14);
  assert.equal(sum(places), total);
  assert.equal(total, 115_135);
  const programs = await column(page, "place-table", 5);
  assert.equal(programs.pop(), 43);
  assert.equal(sum(programs), 43);
});

test("every tile is whole at 320 px", { viewport: { width: 320, height: 640 } }, async ({ page, open }) => {
  await open("?screen=areas&map=budget");
  await tile(page, /オホーツク/).waitFor();
  const cut = await page.locator(".tile").evaluateAll((tiles) =>
    tiles
      // Engines round parts of a pixel in different ways.
      .filter((tile) => tile.scrollWidth > tile.clientWidth + 1 || tile.scrollHeight > tile.clientHeight + 1)
      .map((tile) => tile.innerText),
  );
  assert.deepEqual(cut, []);
});

test("しくみ says what the policy is in its own words, and how it goes round", async ({ page, open, accessible }) => {
  await open("?screen=areas");
  await page.getByRole("link", { name: "連携地域と方針のしくみ" }).click();
  await page.getByRole("heading", { level: 1, name: "しくみ" }).waitFor();
  await page.getByText("令和3年度（令和4年1月）から概ね4年を推進期間として策定").waitFor();
  for (const part of ["地域のめざす姿", "これまでの取組と課題", "主な施策の展開方向", "地域重点政策ユニット"]) {
    await page.getByRole("heading", { level: 3, name: part }).waitFor();
  }
  const steps = page.getByRole("list", { name: "PDCAサイクル" }).getByRole("listitem");
  assert.deepEqual(
    (await steps.allInnerTexts()).map((text) => text.split(/\s/)[0]),
    ["Plan", "Do", "Check", "Act"],
  );
  await page.getByRole("row", { name: /釧路・根室[^]*ゼロカーボン北海道[^]*47\.4万kW（R1） → 79\.9万kW（R7）/ }).waitFor();
  assert.deepEqual(await column(page, "example-table", 2), [18, 6, 13, 5, 4, 5, 51]);
  await accessible();
  await page.getByRole("link", { name: "地域ごとに見る" }).click();
  await page.getByRole("heading", { level: 1, name: "地域" }).waitFor();
});
