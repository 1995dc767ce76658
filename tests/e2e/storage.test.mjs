// What this browser keeps: a draft outlives the tab, tabs agree, and no broken, foreign or refused
// storage loses anything.

import { readFile } from "node:fs/promises";

import { assert, test } from "./harness.mjs";

const KEY = "michishirube/draft/v1";
const SNS = "?screen=scenario&id=sns-followers";
const target = (page) => page.getByRole("textbox", { name: "目標値", exact: true });
// The changes to an indicator in the first of the scenarios.
const changes = (record, id) => record.scenarios[0].overrides[id];
const kept = (page) => page.evaluate((key) => localStorage.getItem(key), KEY);

test("a draft is there again after the tab was closed", async ({ page, context, open, server }) => {
  await open(SNS);
  await target(page).fill("13000");
  await page.getByText(/保存済み \d+:\d\d/).waitFor();
  await page.close();
  const again = await context.newPage();
  await again.goto(new URL(SNS, server.url).href);
  await again.locator(".outcome").getByText("154.8%").waitFor();
  assert.equal(await target(again).inputValue(), "13,000");
});

test("two tabs agree, and neither loses the other's edits", async ({ page, context, open, server }) => {
  await open(SNS);
  const other = await context.newPage();
  await other.goto(new URL(SNS, server.url).href);
  await target(other).fill("13000");
  await page.locator(".outcome").getByText("154.8%").waitFor();
  assert.equal(await target(page).inputValue(), "13,000");
  await page.getByRole("textbox", { name: "令和6年度の実績" }).fill("22000");
  await other.getByRole("link", { name: "試算：2件変更中" }).waitFor();
  const record = JSON.parse(await kept(page));
  assert.deepEqual(changes(record, "sns-followers"), { target: "13000", results: { 2024: "22000" } });
});

test("the record of the first version is read, and kept in the new form with the next edit", async ({ page, context, open }) => {
  const first = await readFile(new URL("../../core/tests/records/scenario-v1.json", import.meta.url), "utf8");
  await context.addInitScript(([key, record]) => {
    if (!localStorage.getItem(key)) localStorage.setItem(key, record);
  }, [KEY, first]);
  await open(SNS);
  assert.equal(await target(page).inputValue(), "13,000");
  await page.getByRole("link", { name: "試算：6件変更中" }).waitFor();
  await target(page).fill("12500");
  await page.getByText(/保存済み/).waitFor();
  const record = JSON.parse(await kept(page));
  const expected = JSON.parse(first).overrides;
  expected["sns-followers"].target = "12500";
  assert.equal(record.version, 2);
  assert.deepEqual(record.scenarios[0].overrides, expected);
});

test("a figure that two tabs changed differently is kept in both ways", async ({ page, context, open, server }) => {
  await context.addInitScript(() => {
    const setItem = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...arguments_) {
      if (globalThis.full) throw new DOMException("full", "QuotaExceededError");
      setItem.apply(this, arguments_);
    };
  });
  await open(SNS);
  await page.evaluate(() => (globalThis.full = true));
  await target(page).fill("13000");
  await page.getByText("試算を保存できません。").waitFor();
  const other = await context.newPage();
  await other.goto(new URL(SNS, server.url).href);
  await target(other).fill("12000");
  await other.getByText(/保存済み/).waitFor();
  const list = page.getByRole("combobox", { name: "いまの試算" });
  await list.locator("option", { hasText: "わたしの試算（保存前の値）（1件変更）" }).waitFor({ state: "attached" });
  assert.equal(await target(page).inputValue(), "12,000");
  await list.selectOption({ label: "わたしの試算（保存前の値）（1件変更）" });
  await page.getByText("別のタブが同じ値を先に保存したため").waitFor();
  await page.locator(".outcome").getByText("154.8%").waitFor();
  await page.evaluate(() => (globalThis.full = false));
  await page.getByRole("textbox", { name: "令和6年度の実績" }).fill("22000");
  await page.getByText(/保存済み/).waitFor();
  const record = JSON.parse(await kept(page));
  assert.deepEqual(record.scenarios.map(({ overrides }) => overrides["sns-followers"].target), ["12000", "13000"]);
});

const unreadable = {
  "is broken": "{ \"version\": 1, \"overr",
  "is of a future version": JSON.stringify({ version: 99, saved_at: 1, scenarios: [], more: [1] }),
  "is something else": JSON.stringify(["<img src=x onerror=alert(1)>"]),
};
for (const [how, text] of Object.entries(unreadable)) {
  test(`a record that ${how} is set aside, offered as a download, and never lost`, async ({ page, reload, context, open, accessible }) => {
    await context.addInitScript(([key, record]) => {
      if (!sessionStorage.getItem("planted")) {
        localStorage.setItem(key, record);
        sessionStorage.setItem("planted", "yes");
      }
    }, [KEY, text]);
    await open(SNS);
    await page.getByText("前の下書きの記録を読み取れませんでした。").waitFor();
    await accessible();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "記録をファイルに保存" }).click();
    assert.equal(await readFile(await (await download).path(), "utf8"), text);
    // Work goes on, and the record is still there after a new start.
    await target(page).fill("13000");
    await page.getByText(/保存済み/).waitFor();
    await reload();
    await page.getByText("前の下書きの記録を読み取れませんでした。").waitFor();
    assert.equal(await target(page).inputValue(), "13,000");
    await page.getByRole("button", { name: "この記録を消す" }).click();
    await page.getByText("前の下書きの記録を読み取れませんでした。").waitFor({ state: "detached" });
  });
}

/** Makes localStorage throw, as browsers do when it is blocked or full. */
const refuse = {
  blocked: () => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  },
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  },
};
for (const [how, script] of Object.entries(refuse)) {
  test(`with storage ${how} the page says so, goes on in memory, and offers the draft as a file`, async ({ page, context, open, accessible }) => {
    await context.addInitScript(script);
    await open(SNS);
    await target(page).fill("13000");
    await page.locator(".outcome").getByText("154.8%").waitFor();
    await page.getByText("試算を保存できません。").waitFor();
    await page.getByText(how === "full" ? "保存領域がいっぱいです" : "保存の機能が使えない").waitFor();
    await accessible();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "試算をファイルに保存", exact: true }).click();
    const record = JSON.parse(await readFile(await (await download).path(), "utf8"));
    assert.equal(changes(record, "sns-followers").target, "13000");
    await page.getByRole("link", { name: "指標", exact: true }).click();
    await page.getByRole("link", { name: "試算：1件変更中" }).click();
    await page.getByRole("link", { name: /フォロワー数[^]*→ 154\.8%/ }).waitFor();
  });
}
