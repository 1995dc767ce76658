// ホーム stands in the page before the app has arrived, and the app takes it over without a jump.

import { expectAccessible } from "./axe.mjs";
import { mounted } from "./browser.mjs";
import { assert, test } from "./harness.mjs";

const isWasm = (path) => path.endsWith(".wasm");

/** Holds the WebAssembly back; gives what lets it go. */
const holdBack = (server) => {
  let release;
  const until = new Promise((resolve) => (release = resolve));
  server.fault = (path) => isWasm(path) && { until };
  return release;
};

/** What stands in a place, element by element, without the marks that the app finds its place by. */
const markup = (page, place) =>
  page.locator(place).evaluate((element) => element.innerHTML.replaceAll("<!---->", "").replaceAll("><", ">\n<").split("\n"));

/** What stands below the top of a screen that is on its way. */
const loading = (page) => page.locator(".first").getByText("読み込んでいます…");

const VIEWPORTS = [
  { viewport: { width: 320, height: 640 } },
  { viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
  { viewport: { width: 1440, height: 900 }, forcedColors: "active" },
];
for (const visitor of VIEWPORTS) {
  test(`ホーム is there before the app, which moves nothing (${JSON.stringify(visitor)})`, visitor, async ({ page, context, server, goto, accessible }) => {
    const release = holdBack(server);
    // From the first paint on, nothing in view may move.
    await context.addInitScript(() => {
      globalThis.shifts = [];
      new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
    });
    await goto();
    await page.getByRole("heading", { level: 1, name: "いま、どこまで進んでいるか" }).waitFor();
    await page.getByRole("row").filter({ hasText: "新規高卒者管内企業就職率" }).getByText("−296.7%").waitFor();
    assert.equal(await page.locator("#boot").isVisible(), false);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await accessible();

    await page.locator(".first:lang(ja) [data-to-come]").first().waitFor({ state: "detached" });
    const before = await markup(page, ".first:lang(ja)");
    release();
    await mounted(page);
    assert.deepEqual(await markup(page, "#app"), before);
    assert.deepEqual(await page.evaluate(() => globalThis.shifts), []);
  });
}

test("the app takes the focus and the open menu over from the first paint", { viewport: { width: 390, height: 844 } }, async ({ page, server, goto }) => {
  const release = holdBack(server);
  await goto();
  await page.getByRole("button", { name: "メニュー" }).click();
  const link = page.getByRole("navigation", { name: "主なページ" }).getByRole("link", { name: "予算" });
  await link.focus();
  release();
  await page.locator(".first:lang(ja)").waitFor({ state: "detached" });
  await page.locator("a:focus", { hasText: "予算" }).waitFor();
  await link.press("Enter");
  await page.getByRole("heading", { level: 1, name: "予算" }).waitFor();
});

for (const [screen, name] of [["?screen=scenario&id=certified-kodomoen", "試算"], ["?screen=opinions", "意見シート"]]) {
  test(`the top of ${name} is there before the app, and stays where it is`, async ({ page, server, goto }) => {
    const release = holdBack(server);
    await goto(screen);
    const title = page.getByRole("heading", { level: 1, name });
    await title.waitFor();
    await loading(page).waitFor();
    await expectAccessible(page);
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("header [aria-current], main h1, main .lead")]
          .filter((element) => element.getClientRects().length)
          .map((element) => [element.textContent, JSON.stringify(element.getBoundingClientRect())]),
      );
    const before = await places();
    assert.equal(before.length, 3);
    release();
    await page.locator(".first").first().waitFor({ state: "detached" });
    assert.deepEqual(await places(), before);
    assert.equal(await loading(page).count(), 0);
  });
}

/** The first texts of the page that is seen, each with its place. */
const firstTexts = (page, count) =>
  page.evaluate(
    (count) =>
      [...document.querySelectorAll("main :is(h1, h2, h3, p, dt, dd)")]
        .filter((element) => element.getClientRects().length && !element.closest("[aria-busy]") && element.textContent.trim())
        .slice(0, count)
        .map((element) => [element.textContent.trim(), JSON.stringify(element.getBoundingClientRect())]),
    count,
  );

for (const [query, name] of [
  ["?screen=indicator&id=sorachi-visitors", "管内への観光入込客数"],
  ["?screen=program&id=tantetsuko-wide-area", "日本遺産「炭鉄港」広域連携推進事業"],
  ["?screen=project&id=sorachi-appeal", /空知/],
  ["?screen=document&id=001", /推進管理/],
]) {
  test(`what ${query} begins with is there before the app, and stays where it is`, { viewport: { width: 390, height: 844 } }, async ({ page, server, goto }) => {
    const release = holdBack(server);
    await goto(query);
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await loading(page).waitFor();
    await expectAccessible(page);
    const before = await firstTexts(page, 8);
    // The last of them may be cut off.
    before.pop();
    assert.ok(before.length >= 3, JSON.stringify(before));
    const here = (place) => page.locator(`${place} header nav a[aria-current]`).allTextContents();
    const place = await here(".first:lang(ja)");
    assert.equal(place.length, 1);
    release();
    await page.locator(".first").first().waitFor({ state: "detached" });
    assert.deepEqual(await firstTexts(page, before.length), before);
    assert.deepEqual(await here("#app"), place);
    assert.equal(await loading(page).count(), 0);
  });
}

test("what a page begins with takes one file beside the style", async ({ page, open, requests }) => {
  await open("?screen=program&id=tantetsuko-wide-area");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const of = (part) => requests().filter((url) => url.includes(part)).length;
  assert.deepEqual([of(".css"), of("beginnings-program-ja")], [1, 1]);
});

test("what a page begins with may fail to come: the page comes all the same", { allow: [/503/] }, async ({ page, server, goto }) => {
  server.fault = (path) => path.includes("beginnings-") && { status: 503 };
  await goto("?screen=indicator&id=sorachi-visitors");
  await page.getByRole("heading", { level: 2, name: "これから" }).waitFor();
});

test("what a page begins with may never come: the page comes all the same", async ({ page, server, goto }) => {
  let release;
  server.fault = (path) => path.includes("beginnings-") && { until: new Promise((resolve) => (release = resolve)) };
  await goto("?screen=indicator&id=sorachi-visitors");
  await page.getByRole("heading", { level: 2, name: "これから" }).waitFor();
  release();
});

test("a screen whose file does not come stands there with the reason", { allow: [/503/, /^console error/] }, async ({ page, server, open }) => {
  server.fault = (path) => path.includes("split_") && { status: 503 };
  await open("?screen=data");
  await page.getByText("この画面を読み込めませんでした。").waitFor();
  server.fault = undefined;
  await page.getByRole("button", { name: "もう一度読み込む" }).click();
  await page.getByRole("heading", { level: 1, name: "データ" }).waitFor();
});

test("a link to a section of a document shows the section when the page has arrived", { viewport: { width: 390, height: 844 } }, async ({ page, open }) => {
  await open("?screen=indicator&id=sorachi-visitors");
  const link = page.locator(".source-note a").first();
  const address = new URL(await link.evaluate((element) => element.href)).search;
  assert.match(address, /section=/);
  await open(address);
  await page.locator("h2:focus").waitFor();
  await page.getByText("ごらんの数字や文の出どころです。").waitFor();
});

test("the colours chosen earlier hold from the first paint", async ({ page, server, open, goto }) => {
  await open();
  await page.getByRole("button", { name: "表示設定" }).click();
  await page.getByRole("radio", { name: "暗い" }).check();
  const release = holdBack(server);
  await goto();
  await page.locator("html[data-theme=dark] .first:lang(ja)").waitFor({ state: "attached" });
  release();
  await page.locator(".first:lang(ja)").waitFor({ state: "detached" });
});

test("a link of the first paint works before the app is there", async ({ page, server, goto }) => {
  const release = holdBack(server);
  await goto();
  await page.getByRole("link", { name: /^教育/ }).click();
  await loading(page).waitFor();
  release();
  await page.getByRole("heading", { level: 1, name: "事業をさがす" }).waitFor();
  assert.match(page.url(), /category=education/);
});

test("ためしてみる is fetched when it comes near the view", { viewport: { width: 1440, height: 900 } }, async ({ page, open, requests }) => {
  await open();
  await page.getByRole("heading", { name: "ためしてみる" }).waitFor();
  assert.equal(requests().filter((url) => url.includes("split_")).length, 0);
  await page.getByRole("heading", { name: "ためしてみる" }).scrollIntoViewIfNeeded();
  await page.getByRole("textbox", { name: "試す目標値" }).waitFor();
});
