// 事業をさがす: facets with live counts, search, order, empty results, and a page per programme.

import { assert, test } from "./harness.mjs";

const count = (page, number) => page.getByRole("heading", { name: new RegExp(`^43件のうち\\s*${number}\\s*件$`) });
const facet = (page, name) => page.getByRole("checkbox", { name });
// A card that is out of sight is not laid out, and has no other text than this.
const shown = (page) => page.locator(".program-list h3").allTextContents();

test("any within a facet, all across facets, and counts that leave out the facet's own choice", async ({ page, open }) => {
  await open("?screen=programs&tags=source");
  await count(page, 43).waitFor();
  await facet(page, /^地域資源 4/).check();
  await count(page, 4).waitFor();
  // The counts of other categories do not fall with the choice of one.
  await facet(page, /^教育 1/).check();
  await count(page, 5).waitFor();
  await facet(page, /^道南連携地域 0/).waitFor();
  await facet(page, /^道央広域連携地域 5/).check();
  await count(page, 5).waitFor();
  assert.match(page.url(), /category=local-resources&category=education&area=doo/);

  await page.getByRole("button", { name: "教育 を外す" }).click();
  await count(page, 4).waitFor();
  await page.goBack();
  await count(page, 5).waitFor();
  await page.getByRole("button", { name: "すべて解除" }).click();
  await count(page, 43).waitFor();
  assert.equal(await facet(page, /^地域資源/).isChecked(), false);
});

test("search folds width, case and kana, and the link carries it", async ({ page, reload, open, until }) => {
  await open("?screen=programs");
  const search = page.getByRole("searchbox", { name: "ことばでさがす" });
  const found = [];
  for (const words of ["ワイン", "わいん", "ﾜｲﾝ"]) {
    await search.fill(words);
    await until((text) => location.search.includes(encodeURIComponent(text)), words);
    found.push(await shown(page));
  }
  assert.ok(found[0].length > 0 && found[0].length < 43);
  assert.deepEqual(found[1], found[0]);
  assert.deepEqual(found[2], found[0]);
  await reload();
  await page.getByRole("searchbox").waitFor();
  assert.deepEqual(await shown(page), found[0]);
});

test("an empty result says what to loosen and how many that brings", async ({ page, open, accessible }) => {
  await open("?screen=programs&category=education&area=tokachi");
  await page.getByText("条件に合う事業はありません。").waitFor();
  await accessible();
  const loosen = page.getByRole("button", { name: /「カテゴリー」の条件を外す（2件になります）/ });
  await loosen.click();
  await count(page, 2).waitFor();
});

test("orders by budget, and shows the same programmes as a table", async ({ page, open, accessible }) => {
  await open("?screen=programs&document=002");
  await count(page, 31).waitFor();
  await page.getByRole("combobox", { name: "並べ替え" }).selectOption({ label: "予算の多い順" });
  await page.getByText("表", { exact: true }).click();
  const rows = page.getByRole("table").getByRole("row");
  await rows.nth(31).waitFor();
  // 002: the largest budget is 9,515 千円 (石狩), the smallest 298 (釧路).
  assert.match(await rows.nth(1).innerText(), /ポストコロナいしかり地域戦略推進プロジェクト[^]*9,515/);
  assert.match(await rows.nth(31).innerText(), /釧路[^]*298/);
  await accessible();
});

test("the documents' own tags only: the editors' goals disappear", async ({ page, open }) => {
  await open("?screen=programs&sdg=8");
  await page.getByText("編集部による分類").first().waitFor();
  await facet(page, /原典の分類のみ/).check();
  await page.getByText("条件に合う事業はありません。").waitFor();
  await page.getByRole("button", { name: "「原典の分類のみ」をやめる" }).click();
  await count(page, 35).waitFor();
});

test("a programme's page has every document, the reasons of its tags, and its project's indicators", async ({ page, open }) => {
  await open("?screen=programs&q=炭鉄港");
  await page.getByRole("link", { name: "日本遺産「炭鉄港」広域連携推進事業" }).click();
  await page.getByRole("heading", { level: 1, name: "日本遺産「炭鉄港」広域連携推進事業" }).waitFor();
  await page.getByText("この事業は3つの文書に出ています").waitFor();
  await page.getByText("5,715千円（571.5万円）").waitFor();
  await page.getByText("編集部による分類：中学生の相互交流とガイド養成").waitFor();
  await page.getByText("JRヘルシーウォーキングでの炭鉄港コースの設定").waitFor();
  await page.getByRole("link", { name: "炭鉄港推進協議会構成市町の観光入込客数" }).waitFor();
  await page.getByRole("link", { name: "事業の一覧へ戻る" }).click();
  assert.equal(await page.getByRole("searchbox").inputValue(), "炭鉄港");
});

test("on a phone the filters open from a button", { viewport: { width: 390, height: 844 } }, async ({ page, open, accessible }) => {
  await open("?screen=programs&category=education");
  const toggle = page.getByRole("button", { name: "絞り込み（1件選択中）" });
  assert.equal(await facet(page, /^教育/).isVisible(), false);
  await toggle.click();
  await facet(page, /^教育/).uncheck();
  await count(page, 43).waitFor();
  await accessible();
});
