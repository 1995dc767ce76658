// ホーム stands in the page before the app has arrived, and the app takes it over without a jump.

import { expectAccessible } from "./axe.mjs";
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
  test(`ホーム is there before the app, which moves nothing (${JSON.stringify(visitor)})`, visitor, async ({ page, context, server, goto, accessible, until }) => {
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

    const before = await markup(page, ".first:lang(ja)");
    release();
    await page.locator(".first:lang(ja)").waitFor({ state: "detached" });
    assert.deepEqual(await markup(page, "#app"), before);
    await until(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))));
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
