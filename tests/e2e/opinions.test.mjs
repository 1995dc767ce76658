// 意見シート: written, kept, handed over as CSV and on paper, gathered without losing or misquoting anybody.

import { readFile } from "node:fs/promises";

import { assert, test } from "./harness.mjs";

const WRITE = "?screen=opinions";
const GATHER = "?screen=opinions&section=gather";
const WINE = "道内一の収穫量を誇る醸造用ぶどうを活かしたワイナリーの集積とワイン製造におけるカーボンニュートラルの取組の普及促進";
const BUS = "地域公共交通ネットワークの維持支援";
const HEADING = "記入者,プロジェクト,施策id,施策,官民共創チームで臨む,連携する主体,意見";

const form = (page, name) => page.getByRole("group", { name: new RegExp(name) });
const tab = (page, name) => page.getByRole("navigation", { name: "意見シートの使い方" }).getByRole("link", { name: new RegExp(`^${name}`) });
const hand = (page, ...files) =>
  page.getByLabel("意見シートのCSV（いくつでも）").setInputFiles(
    files.map(([name, text]) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) })),
  );
const saved = async (page, press) => {
  const download = page.waitForEvent("download");
  await press();
  return readFile(await (await download).path());
};

/** One's own sheet, with an opinion on the wineries. */
const begin = async (page) => {
  await page.getByLabel("記入者").fill("小樽市 山田");
  const wine = form(page, WINE);
  await wine.getByText("候補", { exact: true }).click();
  await wine.getByLabel("連携する主体").fill("余市町");
  await page.getByText("19施策のうち1つに記入").waitFor();
};

test("two measures filled in by keyboard are there again after a reload", async ({ page, reload, open, accessible }) => {
  await open(WRITE);
  await page.getByLabel("記入者").focus();
  await page.keyboard.type("小樽市 山田");
  const [wine, bus] = [form(page, WINE), form(page, BUS)];
  await wine.getByRole("radio", { name: "未定" }).focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Tab");
  await page.keyboard.type("余市町、ワイナリー");
  await page.keyboard.press("Tab");
  await page.keyboard.type("まず栽培から。");
  await page.keyboard.press("Enter");
  await page.keyboard.type("二行目");
  await bus.getByLabel("意見", { exact: true }).focus();
  await page.keyboard.type("検討中");
  await page.getByText("19施策のうち2つに記入").waitFor();
  await page.getByText(/保存済み \d+:\d\d/).waitFor();
  await accessible();
  await reload();
  await page.getByText("19施策のうち2つに記入").waitFor();
  assert.equal(await page.getByLabel("記入者").inputValue(), "小樽市 山田");
  assert.ok(await wine.getByRole("radio", { name: "候補", exact: true }).isChecked());
  assert.equal(await wine.getByLabel("連携する主体").inputValue(), "余市町、ワイナリー");
  assert.equal(await wine.getByLabel("意見", { exact: true }).inputValue(), "まず栽培から。\n二行目");
  assert.ok(await bus.getByRole("radio", { name: "未定" }).isChecked());
  // Only what is filled in, and what is emptied meanwhile stays under the hand.
  await page.getByLabel("記入したものだけ").check();
  await form(page, "海業、マリンビジョンの取組推進").waitFor({ state: "hidden" });
  await bus.getByLabel("意見", { exact: true }).fill("");
  await page.getByText("19施策のうち1つに記入").waitFor();
  await bus.waitFor();
  await page.getByRole("link", { name: "ビジョンへ戻る" }).click();
  await page.getByText("意見：候補 1人").waitFor();
});

test("a text too long is refused with the reason, stays in its field, and is not cut", async ({ page, open, accessible }) => {
  await open(WRITE);
  const partners = form(page, WINE).getByLabel("連携する主体");
  await partners.fill("余市町");
  await partners.fill("あ".repeat(301));
  await page.getByRole("alert").getByText("連携する主体は300字までです。いま301字あるので、1字減らしてください。").waitFor();
  assert.equal((await partners.inputValue()).length, 301);
  assert.equal(await partners.getAttribute("aria-invalid"), "true");
  await accessible();
  await partners.fill("あ".repeat(300));
  await page.getByRole("alert").waitFor({ state: "detached" });
});

test("everything can be cleared, and that taken back", async ({ page, open }) => {
  await open(WRITE);
  await begin(page);
  await page.getByRole("button", { name: "すべて消す" }).click();
  await page.getByText("19施策のうち0つに記入").waitFor();
  assert.equal(await form(page, WINE).getByLabel("連携する主体").inputValue(), "");
  await page.getByRole("button", { name: "取り消す" }).click();
  await page.getByText("19施策のうち1つに記入").waitFor();
  assert.equal(await form(page, WINE).getByLabel("連携する主体").inputValue(), "余市町");
});

test("the CSV has every measure, a BOM, and no cell that a spreadsheet would calculate", async ({ page, open }) => {
  await open(WRITE);
  await begin(page);
  await form(page, WINE).getByLabel("意見", { exact: true }).fill('=1+1, "引用"');
  const bytes = await saved(page, () => page.getByRole("button", { name: "CSVに書き出す" }).click());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  const lines = bytes.toString("utf8").slice(1).split("\r\n");
  assert.equal(lines[0], HEADING);
  assert.equal(lines.length, 21);
  assert.equal(
    lines[2],
    `小樽市 山田,農林水産業の持続的発展・ブランド化推進プロジェクト,shiribeshi-primary-brand/2,${WINE},候補,余市町,"'=1+1, ""引用"""`,
  );
});

test("files are gathered: bad rows named, contradictions decided, divided opinions shown, a sheet taken away and back", async ({
  page,
  open,
  accessible,
}) => {
  await open(WRITE);
  await begin(page);
  await tab(page, "集める").click();
  await hand(
    page,
    [
      "余市町.csv",
      `\ufeff意見,記入者,施策ID,官民共創（候補／候補でない）\r\n今はまだ,余市町 佐藤,shiribeshi-primary-brand/2,×\r\n,余市町 佐藤,shiribeshi-diverse-safe/4,たぶん\r\n<img src=x onerror=alert(1)>,余市町 佐藤,shiribeshi-diverse-safe/4,○\r\n`,
    ],
    ["山田.csv", `${HEADING}\r\n小樽市　山田,,shiribeshi-primary-brand/2,,候補でない,,考えなおした\r\n`],
  );
  await page.getByText("2件の意見を読み取りました（新しい意見 2件）。").waitFor();
  const problem = page.getByRole("region", { name: "余市町.csvで取り込めなかったところ" }).getByRole("row").nth(1);
  assert.match(
    await problem.innerText(),
    /3行目\s*官民共創チームで臨む\s*「たぶん」は使えません。候補・候補でない・未定 のどれかにしてください。/,
  );
  await page.getByText("1件の意見を読み取りました（食い違い 1件）。").waitFor();
  await tab(page, "集める\\s*食い違い\\s*1\\s*件").waitFor();
  await accessible();

  // Nothing is decided without the person.
  const conflict = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 4, name: new RegExp(WINE) }) });
  assert.match(await conflict.innerText(), /いまの内容[^]*候補[^]*余市町[^]*ファイル「山田.csv」の内容[^]*候補でない[^]*考えなおした/);
  await conflict.getByRole("button", { name: /^両方残す/ }).click();
  await conflict.waitFor({ state: "detached" });
  await page.getByRole("row", { name: /小樽市 山田（2）|小樽市　山田（2）/ }).waitFor();

  await tab(page, "まとめ").click();
  await page.getByText("3人の意見です。19施策のうち2つに意見があります。").waitFor();
  await page.getByText("意見が分かれているのは、①-2です。").waitFor();
  const row = page.getByRole("row").filter({ hasText: WINE });
  assert.match(await row.innerText(), /意見が分かれている\s*1人\s*2人\s*0人/);
  // What people write is text.
  await page.getByText("<img src=x onerror=alert(1)>").first().waitFor();
  assert.equal(await page.locator("main img").count(), 0);
  await accessible();
  const all = (await saved(page, () => page.getByRole("button", { name: "全員の意見をCSVに書き出す" }).click())).toString("utf8");
  assert.equal(all.split("\r\n").length, 1 + 4 + 1);

  await tab(page, "集める").click();
  await page.getByRole("button", { name: /^消す\s*（余市町 佐藤のシート）/ }).click();
  await page.getByRole("row", { name: /余市町 佐藤/ }).waitFor({ state: "detached" });
  await page.getByText("いま行ったこと：「余市町 佐藤」のシートを削除").waitFor();
  // The button is gone with its row: the reader goes on from the heading.
  await page.waitForFunction(() => document.activeElement?.textContent === "ほかの人の意見を集める");
  await page.getByRole("button", { name: "取り消す" }).click();
  await page.getByRole("row", { name: /余市町 佐藤/ }).waitFor();
  // What was handed out brings nothing new.
  await hand(page, ["全員.csv", all]);
  await page.getByText("4件の意見を読み取りました（同じ内容 4件）。").waitFor();
});

test("one's own sheet from another browser is taken over on request", async ({ page, open }) => {
  await open(GATHER);
  await hand(page, ["私.csv", `${HEADING}\r\n小樽市 山田,,shiribeshi-diverse-safe/4,,候補,バス会社,\r\n`]);
  await page.getByRole("row", { name: /小樽市 山田/ }).waitFor();
  await tab(page, "書く").click();
  await page.getByLabel("記入者").fill("小樽市　山田");
  await tab(page, "集める").click();
  await page.getByRole("button", { name: "自分のシートにまとめる" }).click();
  await page.getByText("まだほかの人のシートはありません。").waitFor();
  await tab(page, "書く").click();
  assert.equal(await form(page, BUS).getByLabel("連携する主体").inputValue(), "バス会社");
});

test("Excel's plain CSV (Shift_JIS) is read, and a workbook is refused with the way to do it", async ({ page, open }) => {
  await open(GATHER);
  // 記入者,施策id,官民共創チームで臨む / 佐藤,shiribeshi-diverse-safe/4,候補
  const sjis = Buffer.concat([
    Buffer.from("8b4c93fc8ed22c8e7b8df469642c8aaf96af8ba4916e8360815b838082c597d582de0d0a", "hex"),
    Buffer.from("8db293a12c736869726962657368692d646976657273652d736166652f342c8cf395e20d0a", "hex"),
  ]);
  await page.getByLabel("意見シートのCSV（いくつでも）").setInputFiles([{ name: "excel.csv", mimeType: "text/csv", buffer: sjis }]);
  await page.getByRole("row", { name: /佐藤\s*1件/ }).waitFor();
  await page
    .getByLabel("意見シートのCSV（いくつでも）")
    .setInputFiles([{ name: "a.xlsx", mimeType: "text/csv", buffer: Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0]) }]);
  await page.getByText("「CSV UTF-8」の形で保存し直してください。").waitFor();
});

test("the paper has all 19 measures and nothing of the page around it", async ({ page, open }) => {
  await open(WRITE);
  await begin(page);
  await page.emulateMedia({ media: "print" });
  const paper = page.locator(".opinion-paper");
  await paper.waitFor();
  const rows = await paper.locator("tbody tr:not(.group-head)").allInnerTexts();
  assert.equal(rows.length, 19);
  assert.match(rows[1], /①-2[^]*✓[^]*候補[^]*余市町/);
  for (const hidden of [".site-header", ".site-footer", ".opinions-screen"]) {
    assert.ok(!(await page.locator(hidden).isVisible()), hidden);
  }
  assert.match(await paper.innerText(), /☆施策・取組の中には、官民共創チームを設置して取り組む方が効果的なものもある/);
  // For a pen: the same without what was filled in.
  await page.evaluate(() => (window.print = () => {}));
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "手書き用の空欄で印刷する" }).click();
  await page.emulateMedia({ media: "print" });
  assert.ok(!(await paper.getByText("余市町").isVisible()));
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await paper.getByText("余市町").waitFor();
});

test("every use of the sheet fits 320 px", { viewport: { width: 320, height: 640 } }, async ({ page, open, accessible }) => {
  await open(WRITE);
  await begin(page);
  await tab(page, "集める").click();
  await hand(page, ["b.csv", `${HEADING}\r\n${"とても長い名前の団体".repeat(5)},,shiribeshi-primary-brand/2,,候補でない,,${"長".repeat(200)}\r\n小樽市 山田,,shiribeshi-primary-brand/2,,未定,,ちがう\r\n,,x,,候補,,\r\n`]);
  await page.getByText(/次の2か所は取り込めませんでした/).waitFor();
  for (const name of ["書く", "集める", "まとめ"]) {
    await tab(page, name).click();
    const { wide, window } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }));
    assert.ok(wide <= window, `${name} is ${wide} px wide in ${window}`);
    await accessible();
  }
});

test("without storage the page says so and hands out what was written", async ({ page, context, open, accessible }) => {
  await context.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await open(WRITE);
  await page.getByLabel("記入者").fill("山田");
  await form(page, BUS).getByLabel("意見", { exact: true }).fill("残す");
  await page.getByText("意見を保存できません。").waitFor();
  await page.getByText("保存していません（このページを閉じると消えます）").waitFor();
  await accessible();
  const notice = page.locator(".notice").filter({ hasText: "意見を保存できません。" });
  const text = (await saved(page, () => notice.getByRole("button", { name: "CSVに書き出す" }).click())).toString("utf8");
  assert.match(text, /山田,[^]*,未定,,残す\r\n$/);
});
