// プロジェクト: the list, the page of each as Plan, Do, Check, Act, and the way from a figure to its document.

import { assert, test } from "./harness.mjs";

const heading = (page, level, name) => page.getByRole("heading", { level, name });
const part = (page, name) => page.getByRole("region", { name });
const link = (scope, name) => scope.getByRole("link", { name, exact: true });

test("a reviewed project's page has plan, activities, rates and what comes next", async ({ page, open, accessible }) => {
  await open("?screen=project&id=sorachi-appeal");
  await heading(page, 1, "地域の歴史や資源を活かした空知の魅力発信プロジェクト").waitFor();
  // 001, プロジェクト3.
  const plan = part(page, "Plan 計画");
  await plan.getByText("北海道ブランドの強化や国内外との人と物の流れの創出を推進する。").waitFor();
  assert.match(await plan.getByRole("row", { name: /公式SNSのフォロワー数/ }).innerText(), /6,522人[^]*14,500人[^]*\+7,978人/);

  const done = part(page, "Do 実行");
  assert.equal(await done.getByRole("heading", { level: 3 }).count(), 4);
  const figures = await done.locator(".noted-figures .figure").allInnerTexts();
  assert.deepEqual(figures, ["約46万回", "1,782回", "5290回"]);
  const fair = done.getByRole("listitem").filter({ has: heading(page, 3, "そらちエゾシカフェア2023") });
  assert.deepEqual(
    await fair.locator("time").evaluateAll((times) => times.map((time) => [time.textContent, time.dateTime])),
    [
      ["令和5年11月1日", "2023-11-01"],
      ["23日", "2023-11-23"],
    ],
  );
  await fair.getByText("空知管内の飲食店24店舗").waitFor();
  assert.deepEqual(await fair.getByRole("list", { name: "実施する人" }).getByRole("listitem").allInnerTexts(), ["振興局", "市町"]);

  const check = part(page, "Check 評価");
  assert.match(await check.getByRole("row", { name: /公式SNSのフォロワー数/ }).innerText(), /20,120人[^]*138\.8%[^]*170\.4%/);
  assert.match(await check.getByRole("row", { name: /管内への観光入込客数/ }).innerText(), /1,159\.6万人[^]*R5は集計中[^]*−157\.4%/);
  await check.getByText("3倍程度まで大幅に伸びており、政策効果の発現が見られる。").waitFor();

  const act = part(page, "Act 改善");
  await act.getByText("移住者ロールモデルの紹介").waitFor();
  await act.getByText("北海道空知地域創生協議会").first().waitFor();
  const related = act.getByRole("listitem").filter({ has: heading(page, 4, "北海道空知魅力発信事業") });
  assert.match(await related.innerText(), /③④/);
  await accessible();

  // The way through the page is by keyboard as well, and stays out of the address.
  await link(page.getByRole("navigation", { name: "このページのなか" }), /Check 評価/).press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "check");
  assert.equal(new URL(page.url()).hash, "");
});

test("a relisted indicator says where else it stands, on every page that lists it", async ({ page, open }) => {
  await open("?screen=project&id=relations");
  const check = part(page, "Check 評価");
  const row = check.getByRole("row", { name: /新規高卒者管内企業就職率/ });
  assert.match(await row.innerText(), /再掲：未来技術の導入などによる産業振興・担い手確保プロジェクトにも載っています/);
  await link(row, "未来技術の導入などによる産業振興・担い手確保プロジェクト").click();
  await heading(page, 1, "未来技術の導入などによる産業振興・担い手確保プロジェクト").waitFor();
  const first = part(page, "Check 評価").getByRole("row", { name: /新規高卒者管内企業就職率/ });
  assert.match(await first.innerText(), /空知と多様な形で関わりを持つ人材創出プロジェクトにも載っています/);
  assert.doesNotMatch(await first.innerText(), /再掲/);

  await open("?screen=indicators");
  const list = page.getByRole("table").first();
  await list.getByText("再掲：地域の歴史や資源を活かした空知の魅力発信プロジェクトにも載っています").waitFor();
});

test("programme, project, indicator and budget lead to each other", async ({ page, open }) => {
  await open("?screen=program&id=tantetsuko-wide-area");
  await link(page, "日本遺産「炭鉄港」を活用した交流人口拡大プロジェクト").click();
  await heading(page, 1, "日本遺産「炭鉄港」を活用した交流人口拡大プロジェクト").waitFor();
  await link(part(page, "Check 評価"), "炭鉄港推進協議会構成市町の観光入込客数").click();
  await heading(page, 1, "炭鉄港推進協議会構成市町の観光入込客数").waitFor();
  await link(page, "日本遺産「炭鉄港」を活用した交流人口拡大プロジェクト").first().click();
  const act = part(page, "Act 改善");
  // 002 lists the same programme under another project, with 5,715 千円.
  await act.getByText("令和3年度の予算額は5,715千円（571.5万円）です。").waitFor();
  await link(act, "そらち「炭鉱(やま)の記憶」の推進プロジェクト").click();
  await heading(page, 1, "そらち「炭鉱(やま)の記憶」の推進プロジェクト").waitFor();
  await link(page, "予算の画面で見る").first().click();
  await heading(page, 1, "予算").waitFor();
  assert.match(page.url(), /screen=budget&project=sorachi-coal-memory/);
});

test("a project of the budget table alone says what is not known", async ({ page, open, accessible }) => {
  await open("?screen=project&id=ishikari-global-tourism");
  await page
    .getByText("もとになった文書に載っているのは、事業、予算額です。目的、施策、評価指標（KPI）、取組と評価は載っていません。")
    .waitFor();
  assert.equal(await page.getByRole("heading", { name: /Plan|Do|Check|Act/ }).count(), 0);
  // 002, 石狩: 7,000 + 9,515.
  assert.match(await page.getByRole("row", { name: /^計 2事業/ }).innerText(), /16,515/);
  await accessible();
  await link(page, "いしかり地域戦略推進プロジェクト").click();
  await heading(page, 1, "いしかり地域戦略推進プロジェクト").waitFor();
});

test("a project of the vision has purpose and measures, and leads to the opinion sheet", async ({ page, open, accessible }) => {
  await open("?screen=project&id=shiribeshi-primary-brand");
  await heading(page, 2, "施策（8件）").waitFor();
  const measure = page.getByRole("listitem").filter({ has: heading(page, 3, "水産資源の持続的利用や新たな増養殖の推進") });
  assert.match(await measure.innerText(), /藻場保全などブルーカーボンに関する取組の推進\s*など$/);
  await accessible();
  await link(page, "ビジョンの画面で見る").waitFor();
  await link(page, "施策への意見を書く（意見シート）").click();
  await heading(page, 1, "意見シート").waitFor();
});

test("a project of budget table and policy has both", async ({ page, open }) => {
  await open("?screen=project&id=kita-hokkaido-visits");
  await page.getByText("空港運営の一括民間委託を契機とした航空ネットワークの充実・強化").waitFor();
  // 003: 2,260万人(R1) → 2,504万人(R7); 002: 3,810 + 3,212 + 5,013 + 2,138.
  assert.match(await page.getByRole("row", { name: /道北連携地域/ }).innerText(), /2,260万人[^]*2,504万人/);
  assert.match(await page.getByRole("row", { name: /^計 4事業/ }).innerText(), /14,173/);
});

test("the list is chosen by the areas that other lists share", async ({ page, open, accessible }) => {
  await open("?screen=programs&area=tokachi&category=education");
  await page.getByRole("navigation", { name: "主なページ" }).getByRole("link", { name: "プロジェクト" }).click();
  // 002: 2 projects of 十勝; 003: 1.
  await page.getByText(/^32件のうち\s*3\s*件$/).waitFor();
  await page.getByText("ほかに選ばれている条件（1件）は、プロジェクトの一覧では使いません。").waitFor();
  await accessible();
  await page.getByRole("checkbox", { name: /^道南連携地域 4/ }).check();
  await page.getByText(/^32件のうち\s*7\s*件$/).waitFor();
  await page.getByRole("button", { name: "十勝連携地域 を外す" }).click();
  await page.getByText(/^32件のうち\s*4\s*件$/).waitFor();
  await link(page, "縄文遺跡群を活用した魅力発信と誘客促進プロジェクト").click();
  await heading(page, 1, "縄文遺跡群を活用した魅力発信と誘客促進プロジェクト").waitFor();
  await link(page, "プロジェクトの一覧へ戻る").click();
  await page.getByRole("button", { name: "すべて解除" }).click();
  await page.getByText(/^32件のうち\s*32\s*件$/).waitFor();
  assert.doesNotMatch(page.url(), /area|category/);
});

test("a choice that leaves no project says so", async ({ page, open, accessible }) => {
  await open("?screen=projects&area=tokachi&document=004");
  await page.getByText("条件に合うプロジェクトはありません。").waitFor();
  await accessible();
});

test("from a figure to its document and section in one step, and on to what stands there", async ({ page, open, accessible }) => {
  await open("?screen=indicator&id=farmland-area");
  await link(page, "道央広域連携地域政策展開方針の推進管理について").first().click();
  await heading(page, 1, "道央広域連携地域政策展開方針の推進管理について").waitFor();
  const section = part(page, "評価指標（KPI）一覧");
  await section.getByText("ごらんの数字や文の出どころです。").waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "評価指標（KPI）一覧");
  await page.waitForFunction(() => {
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  // 001, the list: 113,600ha (R2), 113,600ha (R7).
  await section.getByText("113,600ha（R2）→ 113,600ha（R7）").waitFor();
  await accessible();
  await link(section, "空知の耕作面積の維持").click();
  await heading(page, 1, "空知の耕作面積の維持").waitFor();
  await page.goBack();
  await section.getByText("ごらんの数字や文の出どころです。").waitFor();
});

test("a document without a title of its own says that the editors gave it one", async ({ page, open }) => {
  await open("?screen=document&id=000");
  await page.getByText("原典に題がないため、編集部が付けました").waitFor();
  assert.equal(await page.getByText("ごらんの数字や文の出どころです。").count(), 0);
});

test("long names and tables fit a narrow phone", { viewport: { width: 320, height: 640 } }, async ({ page, open, accessible }) => {
  for (const query of [
    "?screen=projects",
    "?screen=project&id=relations",
    "?screen=project&id=kita-hokkaido-visits",
    "?screen=project&id=shiribeshi-sustainable-tourism",
    "?screen=document&id=004&section=付図",
  ]) {
    await open(query);
    await heading(page, 1).waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${query} is ${wide} px too wide`);
    await accessible();
  }
});
