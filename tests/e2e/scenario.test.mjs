// 試算: every figure editable, everything follows at once, nothing typed is lost.

import { assert, test } from "./harness.mjs";

const SNS = "?screen=scenario&id=sns-followers";
const field = (page, name) => page.getByRole("textbox", { name, exact: true });
const outcome = (page) => page.locator(".outcome");
const button = (page, name) => page.getByRole("button", { name, exact: true });
const said = (page, text) => page.getByRole("status").filter({ hasText: text }).waitFor();

test("a target changes both rates, the list, the chart and the difference at once", async ({ page, open, accessible }) => {
  await open(SNS);
  await field(page, "目標値").fill("１万３千");
  await outcome(page).getByText("154.8%").waitFor();
  await outcome(page).getByText("公式 138.8%").waitFor();
  await outcome(page).getByText("公式との差：進捗率 +16.0ポイント、達成率 +39.5ポイント").waitFor();
  await page.getByRole("link", { name: /フォロワー数[^]*進捗率 138\.8% → 154\.8%/ }).waitFor();
  await page.getByText("公式は 14,500人").waitFor();
  const chart = page.getByRole("img", { name: /推移のグラフ/ });
  await chart.scrollIntoViewIfNeeded();
  await chart.locator("svg").getByText(/13,000人/).waitFor();
  await accessible();
});

test("results, baseline and target year change what follows from them", async ({ page, open }) => {
  await open("?screen=scenario&id=local-employment-rate");
  await field(page, "令和6年度の実績").fill("62.4");
  // (62.4 − 60.9) ÷ (63.9 − 60.9)
  await outcome(page).getByText("50.0%", { exact: true }).waitFor();
  await field(page, "基準値（令和2年度）").fill("61.4");
  // (62.4 − 61.4) ÷ (63.9 − 61.4)
  await outcome(page).getByText("40.0%", { exact: true }).waitFor();
  await field(page, "目標年度").fill("Ｒ８");
  await page.getByText("公式は 令和6年度").waitFor();
  await page.getByRole("link", { name: "試算：3件変更中" }).waitFor();
});

test("text that is no number stays in the field, says why, and the last good figure stays in force", async ({ page, open, accessible }) => {
  await open(SNS);
  const target = field(page, "目標値");
  await target.fill("13000");
  await outcome(page).getByText("154.8%").waitFor();
  await target.fill("13000あ");
  await page.getByRole("alert").getByText("「13000あ」は数字として読めません。").waitFor();
  assert.equal(await target.getAttribute("aria-invalid"), "true");
  assert.equal(await target.inputValue(), "13000あ");
  await outcome(page).getByText("154.8%").waitFor();
  await accessible();
  await field(page, "目標年度").fill("令和元年");
  await page.getByText("目標年度は、基準年度より後の年度にしてください。").waitFor();
  await target.fill("13,500");
  await outcome(page).getByText("149.0%").waitFor();
  assert.equal(await target.getAttribute("aria-invalid"), null);
});

test("the slider moves the target by keyboard", async ({ page, open }) => {
  await open(SNS);
  const slider = page.getByRole("slider", { name: "目標値（スライダー）" });
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  assert.equal(await field(page, "目標値").inputValue(), "14,000");
  await outcome(page).getByText("143.7%").waitFor();
});

test("one figure, one indicator or all go back to the official ones, and that can be undone", async ({ page, open }) => {
  await open(SNS);
  await field(page, "目標値").fill("13000");
  await field(page, "令和5年度の実績").fill("21000");
  await page.getByRole("button", { name: /^戻す.*令和5年度の実績/ }).click();
  assert.equal(await field(page, "令和5年度の実績").inputValue(), "20,120");
  await outcome(page).getByText("154.8%").waitFor();
  await page.getByRole("button", { name: "すべて公式に戻す" }).click();
  assert.equal(await field(page, "目標値").inputValue(), "14,500");
  await page.getByText("まだ何も変えていません").waitFor();
  await button(page, "元に戻す").click();
  await outcome(page).getByText("154.8%").waitFor();
  assert.equal(await field(page, "目標値").inputValue(), "13,000");
  await said(page, "元に戻しました：すべて公式に戻した（1件）");
});

test("every edit goes back and forward again by keyboard, in words, and another tab's edits stay", async ({ page, context, open, server, accessible }) => {
  await open(SNS);
  const [target, result] = [field(page, "目標値"), field(page, "令和6年度の実績")];
  assert.equal(await button(page, "元に戻す").getAttribute("aria-disabled"), "true");
  const official = await result.inputValue();
  await target.fill("13000");
  await outcome(page).getByText("154.8%", { exact: true }).waitFor();
  await result.fill("22000");
  await page.getByRole("link", { name: "試算：2件変更中" }).waitFor();
  const other = await context.newPage();
  await other.goto(new URL(SNS, server.url).href);
  await field(other, "基準値（令和2年度）").fill("6000");
  await page.getByRole("link", { name: "試算：3件変更中" }).waitFor();
  await page.bringToFront();

  // What cannot be read goes, too, when the figure under it is taken back.
  await result.fill("22000あ");
  await page.locator(".number-field").getByRole("alert").waitFor();
  await page.keyboard.press("Control+z");
  await said(page, /元に戻しました：.*フォロワー数の令和6年度の実績を .*22,000人 に変更/);
  await page.locator(".number-field").getByRole("alert").waitFor({ state: "detached" });
  assert.equal(await result.inputValue(), official);
  await outcome(page).getByText("154.8%", { exact: true }).waitFor();
  await page.keyboard.press("Control+z");
  await said(page, /元に戻しました：.*フォロワー数の目標値を 14,500人 から 13,000人 に変更/);
  await outcome(page).getByText("138.8%", { exact: true }).waitFor();
  assert.equal(await target.inputValue(), "14,500");
  assert.equal(await field(page, "基準値（令和2年度）").inputValue(), "6,000");
  await page.getByRole("link", { name: "試算：1件変更中" }).waitFor();
  await accessible();

  await page.keyboard.press("Control+Shift+Z");
  await said(page, /やり直しました：.*フォロワー数の目標値を 14,500人 から 13,000人 に変更/);
  await outcome(page).getByText("154.8%", { exact: true }).waitFor();
  assert.equal(await target.inputValue(), "13,000");
  await page.keyboard.press("Control+y");
  await page.getByRole("link", { name: "試算：3件変更中" }).waitFor();
  assert.equal(await result.inputValue(), "22,000");
  assert.equal(await field(page, "基準値（令和2年度）").inputValue(), "6,000");

  // At the end of the way the button keeps the focus.
  await button(page, "元に戻す").press("Enter");
  await button(page, "元に戻す").press("Enter");
  await page.getByRole("link", { name: "試算：1件変更中" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent.includes("元に戻す"));
  assert.equal(await button(page, "元に戻す").getAttribute("aria-disabled"), "true");
});

test("the list of indicators can be seen with the draft laid over it", async ({ page, open }) => {
  await open(SNS);
  await field(page, "目標値").fill("13000");
  await page.getByRole("link", { name: "指標の一覧に試算を重ねて見る" }).click();
  const row = page.getByRole("row").filter({ hasText: "フォロワー数" }).first();
  assert.match(await row.innerText(), /試算\s*13,000人[^]*公式 14,500人[^]*154\.8%/);
});

const list = (page) => page.getByRole("combobox", { name: "いまの試算" });
const entries = async (page) => (await list(page).locator("option").allTextContents()).map((text) => text.trim());

test("scenarios are made, named, described, copied and chosen, each with its own figures", async ({ page, reload, open, accessible }) => {
  await open(SNS);
  await field(page, "目標値").fill("13000");
  await button(page, "新しい試算").click();
  const name = page.getByRole("textbox", { name: "名前", exact: true });
  await page.locator("#scenario-name:focus").waitFor();
  assert.equal(await field(page, "目標値").inputValue(), "14,500");
  await name.fill("控えめの案");
  await page.getByRole("textbox", { name: "説明", exact: true }).fill("実績は据え置き。\n<b>目標だけ</b>を下げる。");
  await field(page, "目標値").fill("12000");
  await accessible();
  await button(page, "複製").click();
  await page.locator("#scenario-name:focus").waitFor();
  await outcome(page).getByText("167.7%").waitFor();
  assert.deepEqual(await entries(page), [
    "わたしの試算（1件変更）",
    "控えめの案（1件変更）",
    "控えめの案の複製（1件変更）",
  ]);
  await list(page).selectOption({ label: "わたしの試算（1件変更）" });
  await outcome(page).getByText("154.8%").waitFor();
  // The link says which, and back returns to the one before.
  assert.match(page.url(), /plan=1/);
  await page.goBack();
  await outcome(page).getByText("167.7%").waitFor();
  await reload();
  assert.equal(await field(page, "目標値").inputValue(), "12,000");
  await page.getByText("<b>目標だけ</b>を下げる。").waitFor();
});

test("a deleted scenario comes back with everything, and the last one leaves a new one", async ({ page, open, accessible }) => {
  await open(SNS);
  await button(page, "新しい試算").click();
  await page.getByRole("textbox", { name: "名前", exact: true }).fill("消す案");
  await field(page, "目標値").fill("12000");
  await button(page, "削除").click();
  await said(page, "「消す案」を削除しました。「元に戻す」で戻せます。いまの試算は「わたしの試算」です。");
  assert.deepEqual(await entries(page), ["わたしの試算"]);
  await page.locator("#scenario-list:focus").waitFor();
  await button(page, "元に戻す").click();
  await said(page, "元に戻しました：「消す案」を削除");
  assert.deepEqual(await entries(page), ["わたしの試算", "消す案（1件変更）"]);
  await outcome(page).getByText("167.7%").waitFor();
  assert.equal(await field(page, "目標値").inputValue(), "12,000");
  await button(page, "削除").click();
  await button(page, "削除").click();
  assert.deepEqual(await entries(page), ["わたしの試算"]);
  await accessible();
});

test("a step back goes to the scenario it belongs to, and away from one that is gone with it", async ({ page, open }) => {
  await open(SNS);
  await field(page, "目標値").fill("13000");
  await button(page, "新しい試算").click();
  await page.getByRole("textbox", { name: "名前", exact: true }).fill("控えめの案");
  await field(page, "目標値").fill("12000");
  await list(page).selectOption({ label: "わたしの試算（1件変更）" });
  await outcome(page).getByText("154.8%").waitFor();
  await button(page, "元に戻す").click();
  await said(page, /元に戻しました：.*目標値を 14,500人 から 12,000人 に変更/);
  await page.waitForFunction(() => document.querySelector("#scenario-list").selectedOptions[0].text.includes("控えめの案"));
  await outcome(page).getByText("138.8%").waitFor();
  // The name, and then its being made.
  await button(page, "元に戻す").click();
  await button(page, "元に戻す").click();
  await outcome(page).getByText("154.8%").waitFor();
  assert.deepEqual(await entries(page), ["わたしの試算（1件変更）"]);
  assert.match(page.url(), /plan=1/);
  assert.equal(await page.getByText("リンクの示す試算は、この端末にありません").count(), 0);
  await button(page, "やり直す").click();
  await page.waitForFunction(() => document.querySelector("#scenario-list").selectedOptions.length && document.querySelectorAll("#scenario-list option").length === 2);
  assert.doesNotMatch(page.url(), /plan=1(&|$)/);
});

test("a link to a scenario of another device says so and shows one's own", async ({ page, open }) => {
  await open(`${SNS}&plan=zzz`);
  await page.getByText("リンクの示す試算は、この端末にありません").waitFor();
  assert.deepEqual(await entries(page), ["わたしの試算"]);
});
