// The page in English: all of it, with what stays Japanese marked as Japanese; drafts and links are the same in both.

import { mounted } from "./browser.mjs";
import { assert, test } from "./harness.mjs";
import { SCREENS } from "./screens.mjs";

const ENGLISH = { locale: "en-GB" };

/** Texts and spoken names in Japanese letters that are not marked as Japanese, each with where it stands. */
const unmarked = (page) =>
  page.evaluate(() => {
    const japanese = /[\u3041-\u30fa\u30fc-\u30ff\u3400-\u9fff]/;
    const isMarked = (element) => element.closest("[lang]")?.lang === "ja";
    const place = (element) => `${element.localName}.${element.className?.baseVal ?? element.className}`;
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const { parentElement, data } = walk.currentNode;
      if (japanese.test(data) && !isMarked(parentElement) && !parentElement.closest("script, noscript, .first:lang(ja)")) found.push(`${place(parentElement)}: ${data.trim()}`);
    }
    for (const element of document.body.querySelectorAll("[aria-label], [title], [alt], [placeholder], [data-label]")) {
      for (const name of ["aria-label", "title", "alt", "placeholder", "data-label"]) {
        const text = element.getAttribute(name);
        if (text && japanese.test(text) && !isMarked(element)) found.push(`${place(element)}[${name}]: ${text}`);
      }
    }
    return found;
  });

for (const [name, query] of Object.entries(SCREENS)) {
  test(`${name} is in English throughout, fits, and is accessible`, { ...ENGLISH, viewport: { width: 320, height: 640 } }, async ({ page, open, accessible }) => {
    await open(query);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    assert.match(await page.title(), /Michishirube/);
    assert.deepEqual(await unmarked(page), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0, "nothing is wider than the window");
    await accessible();
  });
}

test("a browser that speaks neither gets English, one that speaks both gets what it prefers", { locale: "de-DE" }, async ({ page, open }) => {
  await open();
  await page.getByRole("heading", { level: 1, name: "How far have we come?" }).waitFor();
});

test("the first paint is in English for who reads English, and the app moves nothing", ENGLISH, async ({ page, server, goto }) => {
  let arrive;
  server.fault = (file) => (file.endsWith(".wasm") ? { until: new Promise((resolve) => (arrive = resolve)) } : undefined);
  await goto();
  await page.getByRole("heading", { level: 1, name: "How far have we come?" }).waitFor();
  assert.deepEqual(await unmarked(page), []);
  await page.getByRole("button", { name: "Display" }).click();
  await page.getByRole("radio", { name: "English" }).waitFor();
  const text = (selector) => page.locator(`${selector} main`).textContent();
  const before = await text(".first:lang(en)");
  arrive();
  await mounted(page);
  assert.equal(await text("#app"), before);
  // What was open still is.
  assert.ok(await page.getByRole("radio", { name: "English" }).isVisible());
});

test("the language is chosen in the settings and kept, and so are drafts", async ({ page, reload, open }) => {
  await open("?screen=scenario&id=certified-kodomoen");
  await page.getByRole("textbox", { name: "目標値" }).fill("12");
  await page.getByText("保存済み").waitFor();
  await page.getByRole("button", { name: "表示設定" }).click();
  await page.getByText("English", { exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "What-if" }).waitFor();
  assert.equal(await page.getByRole("textbox", { name: "Target", exact: true }).inputValue(), "12");
  await reload();
  await page.getByRole("button", { name: "Display" }).click();
  await page.getByText("日本語", { exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "試算" }).waitFor();
  assert.equal(await page.getByRole("textbox", { name: "目標値" }).inputValue(), "12");
});

test("in English a programme is found by its English and by its Japanese name", ENGLISH, async ({ page, open }) => {
  await open("?screen=programs");
  const words = page.getByRole("searchbox");
  const found = () => page.evaluate(() => [...document.querySelectorAll("main h3")].map(({ textContent }) => textContent));
  await words.fill("Best Performance");
  await page.waitForFunction(() => document.querySelectorAll("main article, main .program-card").length === 1);
  const [english] = await found();
  assert.match(english, /Best Performance/);
  await words.fill("空知農業ベストパフォーマンス");
  await page.waitForFunction(() => document.querySelectorAll("main article, main .program-card").length === 1);
  assert.deepEqual(await found(), [english]);
});
