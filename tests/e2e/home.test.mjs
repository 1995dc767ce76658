// ホーム: the figures that matter, what needs attention, and the ways in.

import { assert, test } from "./harness.mjs";

test("the first screen says how far the indicators have come", async ({ page, open }) => {
  await open();
  await page.getByRole("heading", { level: 1, name: "いま、どこまで進んでいるか" }).waitFor();
  const card = (title) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });
  // 001: three of the nine rows are over 90 %, four are 集計中.
  assert.match(await card("進捗率が90%を超える").innerText(), /3\s*／9指標/);
  assert.match(await card("実績を集計中").innerText(), /4\s*／9指標/);
  assert.match(await card("基準値を下回る").innerText(), /3\s*／7指標[^]*新規高卒者管内企業就職率など/);
  assert.match(await card("事業と予算").innerText(), /43\s*事業[^]*31件の合計は1億1,513\.5万円/);

  const row = page.getByRole("row").filter({ hasText: "新規高卒者管内企業就職率" });
  assert.match(await row.innerText(), /81\.4%[^]*−296\.7%[^]*後退/);
});

test("a category and a goal each lead to their programmes in one tap", async ({ page, open }) => {
  await open();
  await page.getByRole("link", { name: /^教育/ }).click();
  await page.getByRole("heading", { level: 1, name: "事業をさがす" }).waitFor();
  assert.match(page.url(), /category=education/);
  await page.goBack();
  await page.getByRole("link", { name: /気候変動に具体的な対策を/ }).click();
  await page.getByRole("heading", { name: /^43件のうち\s*2\s*件$/ }).waitFor();
});

test("a target tried out on the first screen is a draft everywhere", async ({ page, open }) => {
  await open();
  await page.getByRole("heading", { name: "ためしてみる" }).scrollIntoViewIfNeeded();
  const field = page.getByRole("textbox", { name: "試す目標値" });
  await field.fill("13,000");
  await page.getByText("154.8%").first().waitFor();
  await page.getByText("公式 138.8%").waitFor();
  const state = page.getByRole("link", { name: "試算：1件変更中" });
  await state.click();
  await page.getByRole("heading", { level: 1, name: "試算" }).waitFor();
});

test("a word of the page is explained where it is used, by keyboard too", async ({ page, open, accessible }) => {
  await open();
  const word = page.getByRole("button", { name: "達成率" });
  const meaning = page.getByText("始める前の値から目標値までの道のりを");
  await word.focus();
  await page.keyboard.press("Enter");
  await meaning.waitFor();
  await accessible();
  await page.keyboard.press("Escape");
  await meaning.waitFor({ state: "hidden" });
  assert.equal(await word.evaluate((button) => button === document.activeElement), true);
});
