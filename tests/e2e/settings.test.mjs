// 計算の設定: bands, year, decimals and tolerance of a scenario; kept with it, said wherever it is shown, taken back.

import { assert, test } from "./harness.mjs";

const SNS = "?screen=scenario&id=sns-followers";
const field = (page, name) => page.getByRole("textbox", { name, exact: true });
const choice = (page, name) => page.getByRole("combobox", { name, exact: true });
const button = (page, name) => page.getByRole("button", { name, exact: true });
const outcome = (page) => page.locator(".outcome");
const line = (page) => page.locator(".overlay-line");
const says = (page, text) => line(page).filter({ hasText: `この試算の設定：${text}` }).waitFor();
const badge = (page, text) => outcome(page).locator(".band", { hasText: text }).waitFor();
const unfold = (page) => page.locator(".method > summary").click();

test("other bands change the badge, are said under the title, and are taken back", async ({ page, open, accessible }) => {
  await open(SNS);
  await badge(page, "A：目標へのペースどおりか、それ以上");
  assert.equal(await line(page).count(), 0);
  await unfold(page);
  assert.equal(await button(page, "標準に戻す").getAttribute("aria-disabled"), "true");
  // The result is at 284 % of the pace.
  await field(page, "Aの区切り").fill("３００％");
  await badge(page, "B：ペースの80%以上");
  await outcome(page).getByText("公式 A").waitFor();
  await says(page, "評価の区切り A 300%以上・B 80%以上・C 50%以上");
  await accessible();
  // Folded, it is said all the same.
  await unfold(page);
  await says(page, "評価の区切り A 300%以上");
  await button(page, "元に戻す").click();
  await badge(page, "A：目標へのペースどおりか、それ以上");
  await line(page).waitFor({ state: "detached" });
  await unfold(page);
  assert.equal(await field(page, "Aの区切り").inputValue(), "100");
  await button(page, "やり直す").click();
  await badge(page, "B：ペースの80%以上");
  assert.equal(await field(page, "Aの区切り").inputValue(), "300");
  await button(page, "標準に戻す").click();
  await badge(page, "A：目標へのペースどおりか、それ以上");
  assert.equal(await field(page, "Aの区切り").inputValue(), "100");
  await page.locator("button:focus", { hasText: "標準に戻す" }).waitFor();
  // The way back to the usual is a step of its own.
  await button(page, "元に戻す").click();
  await badge(page, "B：ペースの80%以上");
});

test("rates have as many decimals as are chosen, the official ones have one, and a reload keeps it", async ({ page, reload, open }) => {
  await open(SNS);
  await unfold(page);
  // 001: 20,120 ÷ 14,500.
  for (const [decimals, rate] of [["0", "139%"], ["3", "138.759%"], ["2", "138.76%"]]) {
    await choice(page, "率の小数").selectOption(decimals);
    await outcome(page).getByText(rate, { exact: true }).waitFor();
    await outcome(page).getByText("公式との差はありません").waitFor();
    await page.getByRole("link", { name: new RegExp(`フォロワー数[^]*進捗率 ${rate}`) }).waitFor();
  }
  await field(page, "目標値").fill("13000");
  await outcome(page).getByText("154.77%", { exact: true }).waitFor();
  await outcome(page).getByText("公式 138.8%", { exact: true }).waitFor();
  await outcome(page).getByText("進捗率 +16.01ポイント（公式 138.76%）").waitFor();
  await page.getByText("保存済み").waitFor();
  await reload();
  await outcome(page).getByText("154.77%", { exact: true }).waitFor();
  await says(page, "率の表示 小数2けた");
  await unfold(page);
  assert.equal(await choice(page, "率の小数").inputValue(), "2");
  // What is undone shows in the choice, too.
  await choice(page, "率の小数").selectOption("0");
  await outcome(page).getByText("155%", { exact: true }).waitFor();
  await button(page, "元に戻す").click();
  await outcome(page).getByText("154.77%", { exact: true }).waitFor();
  assert.equal(await choice(page, "率の小数").inputValue(), "2");
});

test("another year makes the rate, and each rate says of which year it is", async ({ page, open }) => {
  await open("?screen=scenario&id=local-employment-rate");
  await unfold(page);
  await choice(page, "進捗率の年度").selectOption({ label: "令和3年度" });
  // 59.5 ÷ 63.9
  await outcome(page).getByText("93.1%", { exact: true }).waitFor();
  await outcome(page).getByText("R3の実績で").waitFor();
  await outcome(page).getByText("R5の実績で").waitFor();
  await outcome(page).getByText("公式 81.4%", { exact: true }).waitFor();
  await says(page, "進捗率の年度 令和3年度");
});

test("a 維持型 within the tolerance is kept, and is said to fall short", async ({ page, open }) => {
  await open("?screen=scenario&id=farmland-area");
  await badge(page, "未達：維持する目標を下回っている");
  await unfold(page);
  await field(page, "維持型の許容").fill("0.5");
  await badge(page, "維持：維持する目標を下回っているが、許容の範囲内（目標の0.5%まで）");
  await outcome(page).getByText("公式 未達").first().waitFor();
  await outcome(page).getByText("（差は−100ha、−0.1%）が、許容の範囲内（目標の0.5%まで）です。").waitFor();
  // On its own page the target itself is still to be reached.
  await open("?screen=indicator&id=farmland-area");
  await page.getByText("計算の設定を変えた試算があります。").waitFor();
  assert.equal(await line(page).count(), 0);
  await page.getByRole("checkbox", { name: "試算の値で見る" }).check();
  await says(page, "維持型の許容 目標の0.5%まで");
  await page.getByText("目標の113,600haを下回っていますが、許容の範囲内（目標の0.5%まで）です。").waitFor();
  await page.getByText("年に+50.0haの変化が必要です。").waitFor();
  await page.getByText("許容を入れずに、維持する目標そのものに届くかどうかを見ます。").waitFor();
});

test("name and settings are said where the draft is laid over, and official figures stay as they are", async ({ page, open, accessible }) => {
  await open(SNS);
  await button(page, "名前と説明").click();
  await field(page, "名前").fill("控えめの案");
  await unfold(page);
  await choice(page, "率の小数").selectOption("2");
  await field(page, "Bの区切り").fill("90");
  await says(page, "評価の区切り A 100%以上・B 90%以上・C 50%以上、率の表示 小数2けた");
  await page.getByText("保存済み").waitFor();

  await open("?screen=indicators");
  const row = page.getByRole("row").filter({ hasText: "フォロワー数" }).first();
  await row.getByText("138.8%", { exact: true }).waitFor();
  assert.equal(await line(page).count(), 0);
  await page.getByRole("checkbox", { name: "試算の値を重ねる" }).check();
  await row.getByText("138.76%", { exact: true }).waitFor();
  await page.getByText("「控えめの案」の値を重ねています。").waitFor();
  await says(page, "評価の区切り A 100%以上・B 90%以上・C 50%以上、率の表示 小数2けた");
  await page.getByText("表の読み方：進捗率・達成率・判定").click();
  await page.locator(".band-legend li").filter({ hasText: "B：ペースの90%以上" }).waitFor();
  await accessible();

  await open("?screen=report");
  await page.getByText("試算を重ねる", { exact: true }).click();
  await page.locator(".cover").getByText("この報告書は試算「控えめの案」です。計算の設定を変えており、公式の報告書ではありません。").waitFor();
  await page.locator(".cover").getByText("計算の設定：率の表示 小数2けた。").waitFor();
  await page.locator(".paper").getByText("138.76%").first().waitFor();
  await says(page, "評価の区切り");
  await accessible();

  await open("");
  await page.getByRole("heading", { name: "ためしてみる" }).scrollIntoViewIfNeeded();
  await page.getByText("この試算は、計算の設定を変えています。").waitFor();
});

test("the report says whose year it is on, and its own choice wins", async ({ page, open }) => {
  await open(SNS);
  await unfold(page);
  await choice(page, "進捗率の年度").selectOption({ label: "令和4年度" });
  await page.getByText("保存済み").waitFor();
  await open("?screen=report");
  await page.getByText("試算を重ねる", { exact: true }).click();
  await page.getByText("試算の設定の年度（令和4年度）です。").waitFor();
  assert.equal(await choice(page, "実績の年度").inputValue(), "2022");
  await choice(page, "実績の年度").selectOption({ label: "令和5年度" });
  await page.getByText("試算の設定の年度（令和4年度）より、ここで選んだ年度が優先します。").waitFor();
});

test("what cannot be taken says which limits hold, and the last sound settings stay in force", async ({ page, open, accessible }) => {
  await open(SNS);
  await unfold(page);
  const [a, b] = [field(page, "Aの区切り"), field(page, "Bの区切り")];
  await a.fill("300");
  await badge(page, "B：");
  await a.fill("70");
  await page.getByRole("alert").getByText("A、B、C の順に小さくなるように、Bの区切りの80%より大きくしてください。").waitFor();
  await page.getByRole("alert").getByText("A、B、C の順に小さくなるように、Aの区切りの70%より小さくしてください。").waitFor();
  assert.equal(await a.getAttribute("aria-invalid"), "true");
  assert.equal(await b.getAttribute("aria-invalid"), "true");
  await says(page, "評価の区切り A 300%以上・B 80%以上・C 50%以上");
  const tolerance = field(page, "維持型の許容");
  await tolerance.fill("101");
  await page.getByRole("alert").getByText("0から100までの割合で入れてください。").waitFor();
  await accessible();
  // With B below it, A is sound as it stands.
  await b.fill("60");
  await says(page, "評価の区切り A 70%以上・B 60%以上・C 50%以上");
  assert.equal(await a.getAttribute("aria-invalid"), null);
  assert.equal(await a.inputValue(), "70");
  assert.equal(await tolerance.inputValue(), "101");
  await button(page, "標準に戻す").click();
  await line(page).waitFor({ state: "detached" });
  assert.equal(await tolerance.inputValue(), "0");
  assert.equal(await page.locator(".method").getByRole("alert").count(), 0);
});
