// 逆算: a wanted rate is answered in sentences, and an answer goes into the draft.

import { assert, test } from "./harness.mjs";

test("the result a rate needs is said and put into the draft", async ({ page, open, accessible }) => {
  await open("?screen=scenario&id=local-employment-rate");
  await page.getByText("進捗率100%には、令和6年度の実績が 63.9% 必要です").waitFor();
  await accessible();
  await page.getByRole("button", { name: /この値を試算に入れる.*令和6年度の実績/ }).click();
  await page.getByText("令和6年度の実績に 63.9% を入れました。").waitFor();
  assert.equal(await page.getByRole("textbox", { name: "令和6年度の実績", exact: true }).inputValue(), "63.9");
});

test("a rate that cannot be read stays in its field and says why", async ({ page, open, accessible }) => {
  await open("?screen=scenario&id=local-employment-rate");
  const rate = page.getByRole("textbox", { name: "ほしい率", exact: true });
  await rate.fill("99.5");
  await page.getByRole("alert").getByText("1から100,000までの整数で入れてください。").waitFor();
  assert.equal(await rate.getAttribute("aria-invalid"), "true");
  await accessible();
  await rate.fill("50");
  await page.getByRole("radio", { name: "達成率" }).check();
  await page.getByText("達成率50%には、令和6年度の実績が 62.4% 必要です").waitFor();
});
