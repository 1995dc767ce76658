// 共有: a scenario handed over as a link or a file is looked at before it is kept, and never replaces one's own.

import { readFile } from "node:fs/promises";

import { assert, test } from "./harness.mjs";

const SNS = "?screen=scenario&id=sns-followers";
// Made with version 1 of the form: 「フォロワーを増やす案」, target 13,000人, a result of 21,000.0人, bands 90/70/40, two decimals.
const LINK =
  "#shared.GrZ52h7jg5Xjgqnjg63jg6_jg7zjgpLlopfjgoTjgZnmoYgu55uu5qiZ44KS5LiL44GS44CBCuWun-e4vuOBjOS8uOOBs-OBn-WgtOWQiOOAggG0AYwBUAACAAABDXNucy1mb2xsb3dlcnMBkMsBAAAAAecPoNEZAQ.1";
const SHARED = `?screen=scenario${LINK}`;

const field = (page, name) => page.getByRole("textbox", { name, exact: true });
const button = (page, name) => page.getByRole("button", { name, exact: true });
const title = (page, name) => page.getByRole("heading", { level: 1, name, exact: true });
const KEPT = "michishirube/draft/v1";
const kept = (page) => page.evaluate((key) => JSON.parse(localStorage.getItem(key)), KEPT);

test("a scenario goes by link to somebody else, who reads it first and keeps it beside the own", async ({ page, context, open, server, requests, accessible }) => {
  await open(SNS);
  await field(page, "目標値").fill("13000");
  await page.getByRole("link", { name: "試算：1件変更中" }).waitFor();
  await page.getByText("リンクとQRコードで渡す").click();
  const address = field(page, "共有リンク");
  const link = await address.inputValue();
  assert.ok(link.startsWith(`${server.url}?screen=scenario#shared.`), link);
  await page.getByText(`リンクの長さ：${link.length}文字`).waitFor();
  await page.getByRole("img", { name: "共有リンクのQRコード" }).waitFor();
  await accessible();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await button(page, "共有リンクをコピー").click();
  await page.getByRole("status").filter({ hasText: "コピーしました。" }).waitFor();
  // Not every engine lets a script read the clipboard, but all let a person paste.
  await field(page, "目標値").fill("");
  await page.keyboard.press("Control+v");
  assert.equal(await field(page, "目標値").inputValue(), link);

  const other = await context.browser().newContext({ locale: "ja-JP" });
  try {
    const reader = await other.newPage();
    const asked = [];
    reader.on("request", (request) => asked.push(request.url()));
    // Something of their own.
    await reader.goto(new URL("?screen=scenario&id=local-employment-rate", server.url).href);
    await field(reader, "目標値").fill("70");
    await reader.getByRole("link", { name: "試算：1件変更中" }).waitFor();
    const own = await kept(reader);
    await reader.goto(link);
    await title(reader, "共有された試算").waitFor();
    await reader.getByText("目標値 14,500人 → 13,000人").waitFor();
    const row = reader.getByRole("row").filter({ hasText: "フォロワー数" });
    assert.match(await row.innerText(), /138\.8%\s*154\.8%/);
    assert.deepEqual((await kept(reader)).scenarios, own.scenarios);

    await button(reader, "自分の試算として取っておく").click();
    await title(reader, "試算").waitFor();
    assert.equal(new URL(reader.url()).hash, "");
    const both = (await kept(reader)).scenarios;
    assert.equal(both.length, 2);
    assert.deepEqual(both[0], own.scenarios[0]);
    assert.deepEqual(both[1].overrides, { "sns-followers": { target: "13000" } });
    // No request carries what was tried.
    assert.ok(asked.length > 0);
    for (const url of [...asked, ...requests()]) assert.doesNotMatch(url, /shared|#/, url);
  } finally {
    await other.close();
  }
});

test("a shared scenario is only read: closing it leaves no trace", async ({ page, open, accessible }) => {
  await open(SHARED);
  await title(page, "共有された試算").waitFor();
  assert.equal(await page.title(), "共有された試算｜みちしるべ");
  await page.getByRole("heading", { name: "フォロワーを増やす案" }).waitFor();
  await page.getByText("目標を下げ、").waitFor();
  await page.getByText("評価の区切り A 90%以上・B 70%以上・C 40%以上").waitFor();
  await page.getByText("令和5年度の実績 20,120人 → 21,000.0人").waitFor();
  await page.getByRole("cell", { name: "161.54%" }).waitFor();
  assert.equal(await page.getByRole("textbox").count(), 0);
  await accessible();
  await button(page, "閉じる").click();
  await title(page, "試算").waitFor();
  assert.match(page.url(), /\?screen=scenario$/);
  assert.equal(await kept(page), null);
});

test("the way on drops a shared scenario from the address, and the way back shows it again", async ({ page, open }) => {
  await open(SHARED);
  await title(page, "共有された試算").waitFor();
  // Another count of years is no way on.
  await button(page, "表示設定").click();
  await page.getByRole("radio", { name: "西暦（2023年度）" }).check();
  await page.getByText("2023年度の実績 20,120人 → 21,000.0人").waitFor();
  assert.equal(new URL(page.url()).hash, LINK);
  await page.keyboard.press("Escape");
  await page.getByRole("table").getByRole("link", { name: /フォロワー数/ }).click();
  await title(page, "共有された試算").waitFor({ state: "detached" });
  assert.equal(new URL(page.url()).hash, "");
  await page.goBack();
  await title(page, "共有された試算").waitFor();
  assert.equal(new URL(page.url()).hash, LINK);
});

test("a link pasted into the address of an open page is opened, other fragments are let alone", async ({ page, open, until }) => {
  await open(SNS);
  await page.evaluate(() => {
    location.hash = "#main";
  });
  await title(page, "試算").waitFor();
  await page.evaluate((link) => {
    location.hash = link;
  }, LINK);
  await title(page, "共有された試算").waitFor();
  await until(() => document.activeElement?.id === "page-title");
});

for (const [what, link, says] of [
  ["damaged", LINK.replace("GrZ5", "GrZ6"), "リンクの一部が書きかわっています。"],
  ["truncated", LINK.slice(0, 90), "リンクが途中で切れています。"],
  ["foreign", "#shared.<b>x</b>.1", "みちしるべの共有リンクではありません。"],
  ["future", LINK.replace(/1$/, "2"), "新しい版のみちしるべで作られたリンクです。"],
  ["too long", `#shared.${"A".repeat(40_000)}.1`, "リンクが長すぎて読み取れません。"],
]) {
  test(`a ${what} link says so and breaks nothing`, async ({ page, open, accessible }) => {
    await open(SNS);
    await field(page, "目標値").fill("13000");
    await page.getByRole("link", { name: "試算：1件変更中" }).waitFor();
    const own = await kept(page);
    await page.goto("about:blank");
    await open(`?screen=scenario${link}`);
    await page.getByRole("alert").filter({ hasText: says }).waitFor();
    await page.getByText("自分の試算はそのままです。").waitFor();
    assert.equal(await button(page, "自分の試算として取っておく").count(), 0);
    await accessible();
    await button(page, "閉じる").click();
    await title(page, "試算").waitFor();
    await page.getByRole("link", { name: "試算：1件変更中" }).waitFor();
    assert.deepEqual((await kept(page)).scenarios, own.scenarios);
  });
}

test("what somebody wrote into a shared scenario is text", { viewport: { width: 320, height: 800 } }, async ({ page, open, accessible }) => {
  await open(SNS);
  // Firefox breaks off what is on its way when a page is left, and that is an error.
  await field(page, "目標値").waitFor();
  const name = "<img src=x onerror=alert(1)>";
  await page.evaluate(
    ([key, name]) =>
      localStorage.setItem(
        key,
        JSON.stringify({ version: 2, saved_at: 0, chosen: "1", scenarios: [{ id: "1", name, description: "い".repeat(1000), overrides: {} }] }),
      ),
    [KEPT, name],
  );
  await open(SNS);
  await page.getByText("リンクとQRコードで渡す").click();
  // 1,000 letters of three bytes each.
  await page.getByText("リンクが2,000文字を超えています。").waitFor();
  await page.getByText("QRコードにできません。").waitFor();
  await accessible();
  const link = await field(page, "共有リンク").inputValue();
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByRole("heading", { name }).waitFor();
  assert.equal(await page.locator("main img").count(), 0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(wide, 0);
  await accessible();
});

test("a QR code is black on white in the dark, too", { colorScheme: "dark" }, async ({ page, open, accessible }) => {
  await open(SNS);
  await page.getByText("リンクとQRコードで渡す").click();
  const code = page.getByRole("img", { name: "共有リンクのQRコード" });
  await code.waitFor();
  const colours = await code.evaluate((svg) => [...svg.children].map((shape) => getComputedStyle(shape).fill));
  assert.deepEqual(colours, ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  const { width } = await code.boundingBox();
  assert.ok(width > 200 && width <= 320, `${width}`);
  await accessible();
});

test("a scenario goes by file, of this version and the first, and stands beside the own", async ({ page, open, accessible }) => {
  await open(SNS);
  await field(page, "目標値").fill("13000");
  await page.getByRole("link", { name: "試算：1件変更中" }).waitFor();
  const download = page.waitForEvent("download");
  await button(page, "この試算をファイルに保存").click();
  const file = await (await download).path();
  const saved = JSON.parse(await readFile(file, "utf8"));
  assert.equal(saved.version, 2);
  const input = page.getByLabel("試算のファイルを開く");
  const hand = (name, text) => input.setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await hand("a.json", JSON.stringify(saved));
  await page.getByRole("status").filter({ hasText: "「a.json」の試算1件を、自分の試算に加えました。" }).waitFor();
  await hand("b.json", JSON.stringify({ version: 1, saved_at: 1, overrides: { "sns-followers": { target: "12000" } } }));
  await page.getByRole("status").filter({ hasText: "「b.json」の試算1件を" }).waitFor();
  const targets = (await kept(page)).scenarios.map((scenario) => scenario.overrides["sns-followers"].target);
  assert.deepEqual(targets, ["13000", "13000", "12000"]);
  const all = page.waitForEvent("download");
  await button(page, "3件の試算をすべて保存").click();
  assert.equal(JSON.parse(await readFile(await (await all).path(), "utf8")).scenarios.length, 3);
  await accessible();
});

test("a file that cannot be opened says where it is wrong and what to do", async ({ page, open, accessible }) => {
  await open(SNS);
  const input = page.getByLabel("試算のファイルを開く");
  for (const [text, says] of [
    ['{"version":2,\n "saved_at": x}', "2行目の14文字目から、JSONとして読めません。"],
    ['{"version":2,"saved_at":0,"chosen":"1",\n"scenarios":[{"id":"1","overrides":{"x":{"target":5}}}]}', "2行目の"],
    ['{"version":9,"saved_at":0}', "新しい版のみちしるべで作られたファイルです。"],
    ["指標,目標値\n", "1行目の1文字目から、JSONとして読めません。"],
    ["{}", "試算のファイルではありません。"],
    ['{"version":2,"saved_at":0,"chosen":"1","scenarios":[]}', "試算が1件も入っていません。"],
  ]) {
    await input.setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await page.getByRole("status").filter({ hasText: `「x.json」を開けませんでした。${says}` }).waitFor();
  }
  await accessible();
  await page.getByText("まだ何も変えていません").waitFor();
});
