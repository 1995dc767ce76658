// The way back through what people enter on 意見シート, インフラ整備進捗図 and 報告書: there and back, in words,
// and another tab's work stays.

import { assert, test } from "./harness.mjs";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const said = (page, text) => page.getByRole("status").filter({ hasText: text }).waitFor();
const isOff = (page, name) => button(page, name).getAttribute("aria-disabled");
const hand = (page, label, name, text) =>
  page.getByLabel(label).setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const another = async (context, server, query) => {
  const other = await context.newPage();
  await other.goto(new URL(query, server.url).href);
  return other;
};

const WRITE = "?screen=opinions";
const GATHER = "?screen=opinions&section=gather";
const WINE = "道内一の収穫量を誇る醸造用ぶどうを活かしたワイナリーの集積とワイン製造におけるカーボンニュートラルの取組の普及促進";
const BUS = "地域公共交通ネットワークの維持支援";
const form = (page, name) => page.getByRole("group", { name: new RegExp(name) });

test("意見シート: every edit goes back and forward, the fields follow, another tab's opinion stays", async ({
  page,
  context,
  open,
  server,
  accessible,
}) => {
  await open(WRITE);
  assert.equal(await isOff(page, "元に戻す"), "true");
  const wine = form(page, WINE);
  const partners = wine.getByLabel("連携する主体");
  await page.getByLabel("記入者").fill("小樽市 山田");
  await wine.getByText("候補", { exact: true }).click();
  await partners.fill("余市町");
  await page.getByText("19施策のうち1つに記入").waitFor();
  const other = await another(context, server, WRITE);
  await form(other, BUS).getByLabel("意見", { exact: true }).fill("残す");
  await page.getByText("19施策のうち2つに記入").waitFor();
  await page.bringToFront();

  // What was refused goes, too, when the text under it is taken back.
  await partners.fill("あ".repeat(301));
  await page.getByRole("alert").waitFor();
  await button(page, "元に戻す").click();
  await said(page, "元に戻しました：①-2の連携する主体を記入");
  await page.getByRole("alert").waitFor({ state: "detached" });
  assert.equal(await partners.inputValue(), "");
  await page.keyboard.press("Control+z");
  await said(page, "元に戻しました：①-2の判断を 未定 から 候補 に変更");
  assert.ok(await wine.getByRole("radio", { name: "未定" }).isChecked());
  await page.keyboard.press("Control+z");
  await said(page, "元に戻しました：記入者を「小樽市 山田」に変更");
  assert.equal(await page.getByLabel("記入者").inputValue(), "");
  assert.equal(await isOff(page, "元に戻す"), "true");
  assert.equal(await form(page, BUS).getByLabel("意見", { exact: true }).inputValue(), "残す");
  await accessible();

  await page.keyboard.press("Control+Shift+Z");
  await said(page, "やり直しました：記入者を「小樽市 山田」に変更");
  assert.equal(await page.getByLabel("記入者").inputValue(), "小樽市 山田");
  await page.keyboard.press("Control+y");
  await said(page, "やり直しました：①-2の判断を 未定 から 候補 に変更");
  assert.ok(await wine.getByRole("radio", { name: "候補", exact: true }).isChecked());
  await button(page, "やり直す").click();
  await said(page, "やり直しました：①-2の連携する主体を記入");
  assert.equal(await partners.inputValue(), "余市町");
  assert.equal(await isOff(page, "やり直す"), "true");

  // While text is written, the keys are the browser's own.
  await partners.press("End");
  await page.keyboard.type("、仁木町");
  await page.keyboard.press("Control+z");
  assert.equal(await page.locator(".turned").innerText(), "");
  assert.ok(await wine.getByRole("radio", { name: "候補", exact: true }).isChecked());
});

test("意見シート: files and deletions go back and forward", async ({ page, open }) => {
  await open(GATHER);
  await hand(
    page,
    "意見シートのCSV（いくつでも）",
    "b.csv",
    "記入者,施策id,官民共創チームで臨む\r\n佐藤,shiribeshi-diverse-safe/4,候補\r\n",
  );
  const row = page.getByRole("row", { name: /佐藤/ });
  await row.waitFor();
  await page.getByText("いま行ったこと：「b.csv」から1件を取り込み").waitFor();
  await page.keyboard.press("Control+z");
  await row.waitFor({ state: "detached" });
  await said(page, "元に戻しました：「b.csv」から1件を取り込み");
  await page.keyboard.press("Control+Shift+Z");
  await row.getByRole("button", { name: /^消す/ }).click();
  await row.waitFor({ state: "detached" });
  await button(page, "元に戻す").click();
  await row.waitFor();
  await said(page, "元に戻しました：「佐藤」のシートを削除");
});

const MAP = "?screen=infrastructure";
const names = (page) => page.locator(".work-table tbody strong").allTextContents();
const work = (page, name) => page.getByRole("row").filter({ hasText: name });

test("インフラ整備進捗図: works come back to their places, another tab's stays, an open form follows", async ({
  page,
  context,
  open,
  server,
  accessible,
}) => {
  await open(MAP);
  assert.equal(await isOff(page, "元に戻す"), "true");
  const head = "事業名,種別,市町村,状況\r\n";
  await hand(page, "読み込む", "works.csv", `${head}一の事業,道路,小樽市,事業中\r\n二の事業,道路,余市町,事業中\r\n`);
  await work(page, "二の事業").waitFor();
  await work(page, "一の事業").getByRole("button", { name: /^消す/ }).click();
  await work(page, "一の事業").waitFor({ state: "detached" });
  const other = await another(context, server, MAP);
  await hand(other, "読み込む", "others.csv", `${head}三の事業,公園,仁木町,完成\r\n`);
  await work(page, "三の事業").waitFor();
  await page.bringToFront();

  await button(page, "元に戻す").click();
  await said(page, "元に戻しました：「一の事業」を削除");
  await work(page, "一の事業").waitFor();
  assert.deepEqual(await names(page), ["一の事業", "二の事業", "三の事業"]);
  await page.keyboard.press("Control+z");
  await said(page, "元に戻しました：「works.csv」から2件を取り込み");
  await work(page, "二の事業").waitFor({ state: "detached" });
  assert.deepEqual(await names(page), ["三の事業"]);
  await accessible();
  await page.keyboard.press("Control+Shift+Z");
  await page.keyboard.press("Control+y");
  await said(page, "やり直しました：「一の事業」を削除");
  await work(page, "一の事業").waitFor({ state: "detached" });
  assert.deepEqual(await names(page), ["二の事業", "三の事業"]);

  await work(page, "二の事業").getByRole("button", { name: /^書き換える/ }).click();
  const rate = page.getByRole("textbox", { name: "進捗率（％）", exact: true });
  await rate.fill("40");
  await button(page, "この内容で書き換える").click();
  await said(page, "「二の事業」を書き換えました。");
  await work(page, "二の事業").getByRole("button", { name: /^書き換える/ }).click();
  assert.equal(await rate.inputValue(), "40");
  await button(page, "元に戻す").click();
  await said(page, "元に戻しました：「二の事業」の進捗率を書きかえ");
  await page.waitForFunction(() => document.getElementById("work-field-8").value === "");
  await button(page, "やめる").click();

  await button(page, "すべて消す").click();
  await page.getByText("まだ事業がありません。").waitFor();
  await page.locator("button:focus", { hasText: "元に戻す" }).press("Enter");
  await said(page, "元に戻しました：事業をすべて削除（2件）");
  await work(page, "三の事業").waitFor();
});

test("報告書: own words and the year go back and forward, another tab's words stay", async ({
  page,
  context,
  open,
  server,
  accessible,
}) => {
  await open("?screen=report");
  assert.equal(await isOff(page, "元に戻す"), "true");
  await page.getByText("自分の文章を入れる").click();
  const outlook = page.getByRole("textbox", { name: "対応方向" });
  const title = page.getByRole("textbox", { name: "題名" });
  const year = page.getByRole("combobox", { name: "実績の年度" });
  await outlook.fill("一つ目の方針。");
  await year.selectOption("令和6年度");
  const other = await another(context, server, "?screen=report");
  await other.getByText("自分の文章を入れる").click();
  await other.getByRole("textbox", { name: "題名" }).fill("ほかのタブの題");
  await page.getByRole("heading", { level: 3, name: "ほかのタブの題" }).waitFor();
  await page.bringToFront();

  await year.focus();
  await page.keyboard.press("Control+z");
  await said(page, "元に戻しました：実績の年度を 令和5年度 から 令和6年度 に変更");
  assert.equal(await year.inputValue(), "2023");
  await button(page, "元に戻す").click();
  await said(page, "元に戻しました：「対応方向」を記入");
  assert.equal(await outlook.inputValue(), "");
  assert.equal(await title.inputValue(), "ほかのタブの題");
  await accessible();
  await page.keyboard.press("Control+Shift+Z");
  await said(page, "やり直しました：「対応方向」を記入");
  assert.equal(await outlook.inputValue(), "一つ目の方針。");
  await page.keyboard.press("Control+y");
  await said(page, "やり直しました：実績の年度を 令和5年度 から 令和6年度 に変更");
  assert.equal(await year.inputValue(), "2024");
  assert.equal(await title.inputValue(), "ほかのタブの題");
});
