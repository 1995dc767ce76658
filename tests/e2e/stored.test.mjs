// この端末に保存されているもの: all that this browser keeps can be seen, taken away, deleted and put back.

import { readFile } from "node:fs/promises";

import { assert, test } from "./harness.mjs";

const stored = (page) => page.getByRole("region", { name: "この端末に保存されているもの" }).first();

test("everything kept is listed with its size, taken away, deleted, and put back", async ({ page, context, open, server, accessible }) => {
  await open("?screen=scenario&id=sns-followers");
  await page.getByRole("textbox", { name: "目標値", exact: true }).fill("13000");
  await page.getByText(/保存済み/).waitFor();
  await page.evaluate(() => localStorage.setItem("someone-else", "stays"));
  await open("?screen=data");
  const row = stored(page).getByRole("row", { name: /^試算/ });
  await row.getByText(/約0\.\dKB/).waitFor();
  assert.equal(await stored(page).getByText("someone-else").count(), 0);
  await accessible();

  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "すべてをファイルに保存" }).click();
  const all = JSON.parse(await readFile(await (await download).path(), "utf8"));
  assert.equal(JSON.parse(all["michishirube/draft/v1"]).scenarios[0].overrides["sns-followers"].target, "13000");

  // Another tab follows, and what belongs to others on this origin stays.
  const other = await context.newPage();
  await other.goto(new URL("?screen=scenario&id=sns-followers", server.url).href);
  await other.getByRole("link", { name: "試算：1件変更中" }).waitFor();
  await page.getByRole("button", { name: "すべて消す" }).click();
  await page.getByText("いまは何も保存していません。").waitFor();
  await other.getByText("まだ何も変えていません").waitFor();
  assert.equal(await page.getByRole("link", { name: /件変更中/ }).count(), 0);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), ["someone-else"]);

  await page.getByRole("button", { name: "消したものを元に戻す" }).click();
  await page.getByText("元に戻しました。").waitFor();
  await page.getByRole("link", { name: "試算：1件変更中" }).waitFor();
  await other.locator(".outcome").getByText("154.8%").waitFor();
});
