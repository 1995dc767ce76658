// インフラ整備進捗図: empty at first; works are added, moved, edited, deleted, handed out and in, printed.

import { readFile } from "node:fs/promises";

import { assert, test } from "./harness.mjs";
import { PAPER_TOLD, UNPRINTED, readPdf } from "./pdf.mjs";

const MAP = "?screen=infrastructure";
const KEY = "michishirube/infrastructure/v1";

const button = (page, name) => page.getByRole("button", { name, exact: true });
const field = (page, name) => page.getByRole("textbox", { name, exact: true });
const choice = (page, name) => page.getByRole("combobox", { name, exact: true });
const act = (page, verb, name) => row(page, name).getByRole("button", { name: new RegExp(`^${verb}`) });
const map = (page) => page.getByRole("img", { name: /後志管内の地図/ });
const row = (page, name) => page.getByRole("row").filter({ hasText: name });

/** Fills the form of a new work; `place` says where. */
const add = async (page, { name, kind = "道路", place, ...texts }) => {
  await button(page, "事業を加える").click();
  await field(page, "事業名＊").fill(name);
  await choice(page, "種別＊").selectOption(kind);
  await place();
  for (const [label, text] of Object.entries(texts)) await field(page, label).fill(text);
  await button(page, "この内容で加える").click();
};
const unmapped = (page) => () => page.getByRole("radio", { name: "図示しない（吹き出しに書く）" }).check();
const town = (page, name) => () => choice(page, "市町村").selectOption(name);

/** Chooses a file and waits until something is said of it. */
const hand = async (page, name, mimeType, text) => {
  await page.getByLabel("読み込む").setInputFiles({ name, mimeType, buffer: Buffer.from(text) });
  await page.getByRole("status").filter({ hasText: `「${name}」` }).waitFor();
};
const exported = async (page, name) => {
  const download = page.waitForEvent("download");
  await button(page, name).click();
  return readFile(await (await download).path(), "utf8");
};

test("the map ships empty, says why, and names the 20 municipalities", async ({ page, open, accessible }) => {
  await open(MAP);
  await page.getByRole("heading", { name: "インフラ整備進捗図", level: 1 }).waitFor();
  await page.getByText("個々の事業は載っていないため、はじめは空です。").waitFor();
  await page.getByRole("heading", { name: "（仮称）後志地域３プロジェクトを支えるインフラ整備進捗図" }).waitFor();
  const names = await map(page).locator(".plan-town").allTextContents();
  assert.equal(new Set(names).size, 20);
  for (const name of ["小樽市", "積丹町", "黒松内町", "留寿都村"]) assert.ok(names.includes(name), name);
  assert.equal(await map(page).locator(".plan-number").count(), 0);
  await accessible();
});

test("a work is added by municipality with the keyboard alone, and outlives the tab", async ({ page, reload, open }) => {
  await open(MAP);
  await button(page, "事業を加える").focus();
  await page.keyboard.press("Enter");
  await page.locator("#work-field-0:focus").waitFor();
  await page.keyboard.type("○○整備事業");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.getByRole("radio", { name: "市町村を選ぶ" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await page.keyboard.type("R2");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "「○○整備事業」を加えました。" }).waitFor();
  await page.locator("#work-add:focus").waitFor();
  await reload();
  await row(page, "○○整備事業").getByText("令和２年度着手、令和６年度事業中", { exact: true }).waitFor();
  assert.deepEqual(await map(page).locator(".plan-number").allTextContents(), ["1"]);
  await map(page).getByText("○○整備事業", { exact: true }).waitFor();
});

test("a work is placed by clicking the map, and carried elsewhere by arrow keys", async ({ page, open, accessible }) => {
  await open(MAP);
  await add(page, {
    name: "○○港整備事業",
    kind: "港湾",
    place: async () => {
      await page.getByRole("radio", { name: "地図上の点で示す" }).check();
      await map(page).click({ position: { x: 100, y: 100 } });
      await page.waitForFunction(() => document.getElementById("work-field-3").value !== "");
      await accessible();
    },
  });
  const place = () => row(page, "○○港整備事業").getByText(/北緯/).innerText();
  const before = await place();
  // Near the upper left corner of 42.5–43.4° north, 139.7–141.3° east.
  const [north, east] = before.match(/[\d.]+/g).map(Number);
  assert.ok(north > 43.1 && north < 43.4 && east > 139.7 && east < 140.1, before);
  await act(page, "移す", "○○港整備事業").click();
  await page.locator("#work-pin:focus").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByRole("status").filter({ hasText: "書き換えました" }).waitFor();
  const [southward, eastward] = (await place()).match(/[\d.]+/g).map(Number);
  assert.equal((north - southward).toFixed(4), "0.0050");
  assert.equal((eastward - east).toFixed(4), "0.0005");
});

test("a work is edited, deleted, and brought back", async ({ page, open }) => {
  await open(MAP);
  await add(page, { name: "○○整備事業", place: town(page, "余市町") });
  await act(page, "書き換える", "○○整備事業").click();
  await page.getByRole("radio", { name: "完成", exact: true }).check();
  await choice(page, "市町村").selectOption("仁木町");
  await button(page, "この内容で書き換える").click();
  await row(page, "○○整備事業").getByText("令和６年度完成", { exact: true }).waitFor();
  await row(page, "○○整備事業").getByText("仁木町").waitFor();
  await act(page, "消す", "○○整備事業").click();
  await page.getByText("まだ事業がありません。").waitFor();
  // The button in its row is gone: the way back is at hand.
  await page.locator("button:focus", { hasText: "元に戻す" }).press("Enter");
  await row(page, "○○整備事業").getByText("仁木町").waitFor();
});

test("what cannot be read is said beside its field, stays as typed, and nothing is saved", async ({ page, open, accessible }) => {
  await open(MAP);
  await add(page, { name: "○○整備事業", place: town(page, "岩内町") });
  await act(page, "書き換える", "○○整備事業").click();
  await field(page, "着手年度").fill("来年");
  await field(page, "進捗率（％）").fill("140");
  await button(page, "この内容で書き換える").click();
  await page.getByText("「来年」は年度として読めません。令和6、R6、2024 のように入れてください").waitFor();
  await page.getByText("0から100までの数字にしてください。").waitFor();
  await page.getByRole("textbox", { name: "着手年度" }).and(page.locator(":focus")).waitFor();
  assert.equal(await field(page, "着手年度").inputValue(), "来年");
  assert.equal(await field(page, "着手年度").getAttribute("aria-invalid"), "true");
  await accessible();
  await row(page, "○○整備事業").getByText("令和６年度事業中", { exact: true }).waitFor();
  await field(page, "着手年度").fill("R7");
  await page.getByText("当該年度より後です。").waitFor();
  await field(page, "着手年度").fill("R4");
  await field(page, "進捗率（％）").fill("62.5");
  await page.keyboard.press("Enter");
  await row(page, "○○整備事業").getByText("令和４年度着手、令和６年度事業中（進捗率６２．５％）").waitFor();
});

test("a form left by Escape can be gone back to", async ({ page, open }) => {
  await open(MAP);
  await button(page, "事業を加える").click();
  await field(page, "事業名＊").fill("書きかけの事業");
  await page.keyboard.press("Escape");
  await page.getByRole("status").filter({ hasText: "保存せずに閉じました。" }).waitFor();
  await page.locator("#work-add:focus").waitFor();
  await button(page, "書きかけに戻る").click();
  assert.equal(await field(page, "事業名＊").inputValue(), "書きかけの事業");
});

test("what cannot be mapped stands in a callout worded as the document's examples", async ({ page, open }) => {
  await open(MAP);
  await add(page, { name: "○○整備事業", place: unmapped(page), 着手年度: "R2" });
  await act(page, "書き換える", "○○整備事業").click();
  await page.getByRole("radio", { name: "完成予定" }).check();
  await button(page, "この内容で書き換える").click();
  await add(page, { name: "◇◇整備事業", place: unmapped(page), 着手年度: "R3", "進捗率（％）": "40" });
  const callouts = page.getByRole("region", { name: "図示できない情報" }).locator("li p");
  await callouts.nth(1).waitFor();
  // 004 付図: 「○○整備事業 令和○年度着手、令和６年度事業中・完成予定」「◇◇整備事業 令和○年度着手、令和６年度事業中（進捗率○％）」
  assert.deepEqual(await callouts.allTextContents(), [
    "○○整備事業 令和２年度着手、令和６年度事業中・完成予定",
    "◇◇整備事業 令和３年度着手、令和６年度事業中（進捗率４０％）",
  ]);
  assert.equal(await map(page).locator(".plan-number").count(), 0);
});

test("the sample is marked wherever it goes, and leaves in one step", async ({ page, open, accessible }) => {
  await open(MAP);
  await add(page, { name: "○○整備事業", place: town(page, "共和町") });
  await button(page, "見本を読み込む").click();
  await page.getByText("架空の見本が6件入っています。").waitFor();
  await map(page).getByText("架空の事業を含む", { exact: true }).waitFor();
  assert.equal(await page.getByRole("row").filter({ hasText: "【見本】" }).count(), 6);
  await accessible();
  assert.equal((await exported(page, "CSVで書き出す")).split("\r\n").filter((line) => line.endsWith(",見本")).length, 7);
  assert.equal((await exported(page, "GeoJSONで書き出す")).match(/"見本": true/g).length, 6);
  await page.emulateMedia({ media: "print" });
  await page.getByText("見本：架空の事業を含みます").waitFor();
  await page.emulateMedia({ media: "screen" });
  await button(page, "見本を消す").click();
  await page.getByText("架空の見本が6件入っています。").waitFor({ state: "detached" });
  assert.equal(await page.getByRole("row").filter({ hasText: "整備事業" }).count(), 1);
});

for (const [name, type, label] of [
  ["works.csv", "text/csv", "CSVで書き出す"],
  ["works.geojson", "application/geo+json", "GeoJSONで書き出す"],
]) {
  test(`what ${label} gives can be read again after everything was deleted`, async ({ page, open }) => {
    await open(MAP);
    await button(page, "見本を読み込む").click();
    await page.getByText("架空の見本が6件入っています。").waitFor();
    const works = () =>
      page.evaluate((key) => JSON.parse(localStorage.getItem(key)).entries.map(({ work }) => work), KEY);
    const before = await works();
    const text = await exported(page, label);
    await button(page, "すべて消す").click();
    await page.getByText("まだ事業がありません。").waitFor();
    await hand(page, name, type, text);
    await page.getByRole("status").filter({ hasText: "6件を加えました。" }).waitFor();
    assert.deepEqual(await works(), before);
  });
}

test("of a file with one bad row the good ones are kept, and the bad one is named", async ({ page, open, accessible }) => {
  await open(MAP);
  const csv = "事業名,種別,市町村,着手年度,状況,進捗率\r\n一の事業,道路,小樽市,R2,事業中,40\r\n二の事業,道路,小樽市,R2,事業中,140\r\n三の事業,公園,,,完成,\r\n";
  await hand(page, "works.csv", "text/csv", csv);
  await page.getByRole("status").filter({ hasText: "2件を加えました。" }).waitFor();
  await page.getByText("3行目「進捗率」：0から100までの数字にしてください。").waitFor();
  await row(page, "三の事業").waitFor();
  await accessible();
  await hand(page, "lines.geojson", "application/geo+json", '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"LineString","coordinates":[]},"properties":{}}]}');
  await page.getByText(/1番目の地物「geometry」：形が「LineString」です。/).waitFor();
  await page.getByText("「lines.geojson」から加えられる事業はありませんでした。").waitFor();
});

test("hostile text is shown as text", async ({ page, open }) => {
  await open(MAP);
  const name = "<img src=x onerror=alert(1)>";
  await add(page, { name, place: town(page, "泊村"), 当該年度の事業内容: "=HYPERLINK(\"x\")" });
  await row(page, name).waitFor();
  assert.equal(await page.locator("main img").count(), 0);
  assert.match(await exported(page, "CSVで書き出す"), /'=HYPERLINK/);
});

test("paper is A4 or A3 across, and holds the map and nothing of the site", { without: PAPER_TOLD }, async ({ page, open }) => {
  await open(MAP);
  await button(page, "見本を読み込む").click();
  await page.getByText("架空の見本が6件入っています。").waitFor();
  for (const [name, width, height] of [
    ["A4", 842, 595],
    ["A3", 1191, 842],
  ]) {
    await page.getByText(name, { exact: true }).click();
    const pages = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const sizes = pages.map((one) => [Math.round(one.width), Math.round(one.height)]);
    assert.deepEqual(sizes, [[width, height]], name);
  }
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("banner").isVisible(), false);
  assert.equal(await page.getByRole("table").isVisible(), false);
  assert.equal(await page.locator(".plan-paper svg.plan").isVisible(), true);
});

test("what finds no room beside the printed map stands overleaf", { without: UNPRINTED }, async ({ page, open }) => {
  await open(MAP);
  const lines = Array.from({ length: 30 }, (_, at) => `第${at + 1}号整備事業,道路,小樽市,事業中,工事${at + 1}`);
  await hand(page, "works.csv", "text/csv", ["事業名,種別,市町村,状況,当該年度の事業内容", ...lines].join("\r\n"));
  await page.getByRole("status").filter({ hasText: "30件を加えました。" }).waitFor();
  assert.equal((await readPdf(await page.pdf({ preferCSSPageSize: true }))).length, 2);
});

test("with a long list nothing is wider than a phone", { viewport: { width: 320, height: 640 } }, async ({ page, open, accessible }) => {
  await open(MAP);
  await button(page, "見本を読み込む").click();
  await page.getByText("架空の見本が6件入っています。").waitFor();
  await add(page, { name: "長".repeat(60), place: town(page, "ニセコ町"), 備考: "x".repeat(200) });
  const wide = () => page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  const [content, window] = await wide();
  assert.ok(content <= window, `${content} > ${window}`);
  await button(page, "事業を加える").click();
  await accessible();
});
