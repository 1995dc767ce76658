// ビジョン: 004 as a tree, from project and purpose to measure and activity.

import { assert, test } from "./harness.mjs";

test("the tree has the document's 3 projects with 8, 6 and 5 measures", async ({ page, open, accessible }) => {
  await open("?screen=vision");
  const projects = page.locator(".tree-project");
  await projects.first().waitFor();
  const measures = await projects.evaluateAll((all) => all.map((project) => project.querySelectorAll(".measure").length));
  assert.deepEqual(measures, [8, 6, 5]);
  const second = projects.nth(1);
  await second.getByRole("heading", { level: 3, name: /地域資源を活用した持続可能な観光地域づくりプロジェクト/ }).waitFor();
  await second.getByText(/^自然景観や地域の文化の組み合わせによるアドベンチャートラベルや.*推進する。$/).waitFor();
  // ③ of 水産資源 closes with 「など」, ようていカラマツ does not.
  const items = (name) => projects.first().locator("details").filter({ hasText: name }).locator("li").allInnerTexts();
  assert.deepEqual(await items("水産資源の持続的利用や新たな増養殖の推進"), [
    "トラウトサーモンなど新たな養殖の推進",
    "水産物のブランド化など付加価値向上に向けた取組の推進",
    "コウナゴなど適切な資源管理の推進",
    "藻場保全などブルーカーボンに関する取組の推進",
    "など",
  ]);
  assert.equal((await items("全道屈指の強度を持つ「ようていカラマツ」の利用促進")).length, 3);
  await accessible();
});

test("activities fold by keyboard, one by one and all at once", async ({ page, open }) => {
  await open("?screen=vision");
  const measure = page.locator("summary").filter({ hasText: "地域公共交通ネットワークの維持支援" });
  const activity = page.getByText("公共交通利用促進のための広報活動");
  await activity.waitFor();
  await measure.focus();
  await page.keyboard.press("Enter");
  await activity.waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "取組をすべてたたむ" }).click();
  await page.getByText("移住フェアなど後志をPRする場への出展等").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "取組をすべてひらく" }).click();
  await activity.waitFor();
});

test("from the vision lead ways to its projects, the sheet and the map", async ({ page, open }) => {
  await open("?screen=vision");
  await page.getByText("（仮称）後志地域３プロジェクトを支えるインフラ整備進捗図").first().waitFor();
  await page.getByText("◇◇整備事業 令和○年度着手、令和６年度事業中（進捗率○％）").waitFor();
  for (const [name, query] of [
    ["多様性を尊重し誰もが安全安心に暮らせる地域づくりプロジェクト", "?screen=project&id=shiribeshi-diverse-safe"],
    ["意見シートに書く", "?screen=opinions"],
    ["インフラ整備進捗図", "?screen=infrastructure"],
  ]) {
    const href = await page.getByRole("main").getByRole("link", { name }).first().getAttribute("href");
    assert.equal(href, query, name);
  }
});
