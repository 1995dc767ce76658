// View state is the link: copied, reloaded, gone back to, or broken.

import { assert, test } from "./harness.mjs";

const h1 = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();

test("back and forward work, and the focus arrives at the new page's heading", async ({ page, open, until }) => {
  await open();
  const nav = page.getByRole("navigation", { name: "主なページ" });
  await nav.getByRole("link", { name: "指標" }).click();
  await h1(page, "指標");
  await until(() => document.activeElement?.id === "page-title");
  await page.getByRole("link", { name: "移住相談件数" }).first().click();
  await h1(page, "移住相談件数");
  assert.equal(await page.title(), "移住相談件数｜みちしるべ");
  await page.goBack();
  await h1(page, "指標");
  await page.goBack();
  await h1(page, "いま、どこまで進んでいるか");
  await page.goForward();
  await h1(page, "指標");
});

test("a link with parts that mean nothing shows the nearest page and says what it ignored", async ({ page, open, accessible }) => {
  await open("?screen=programs&category=education&category=%3Cb%3Enope&sort=sideways&foo=1");
  await page.getByRole("heading", { name: /^43件のうち\s*3\s*件$/ }).waitFor();
  const notice = page.getByRole("status").filter({ hasText: "リンクの一部を読み取れなかった" });
  assert.match(await notice.innerText(), /category=<b>nope ・ sort=sideways ・ foo=1/);
  await accessible();
  await notice.getByRole("button", { name: "閉じる" }).click();
  await notice.waitFor({ state: "detached" });

  await open("?screen=indicator&id=nothing");
  await h1(page, "指標");
  await page.getByText("id=nothing").waitFor();
  await open("?screen=elsewhere");
  await h1(page, "いま、どこまで進んでいるか");
});

test(
  "the link of what is shown can be copied",
  { permissions: ["clipboard-read", "clipboard-write"] },
  async ({ page, open }) => {
    await open("?screen=programs&sdg=9&layout=table");
    await page.getByRole("button", { name: "この画面のリンクをコピー" }).click();
    await page.getByText("コピーしました。").waitFor();
    // Not every engine lets a script read the clipboard, but all let a person paste.
    await page.getByRole("searchbox").fill("");
    await page.keyboard.press("Control+v");
    const copied = await page.getByRole("searchbox").inputValue();
    await open(new URL(copied).search);
    await page.getByRole("heading", { name: /^43件のうち\s*9\s*件$/ }).waitFor();
    assert.equal(new URL(copied).pathname, new URL(page.url()).pathname);
  },
);

test("a whole journey by keyboard alone", async ({ page, open, until }) => {
  await open();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "本文へ移動");
  await page.keyboard.press("Enter");
  await until(() => document.activeElement?.id === "page-title");
  const tabTo = async (claim) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press("Tab");
      if (await page.evaluate(claim)) return;
    }
    assert.fail(`not reached by Tab: ${claim}`);
  };
  await tabTo(() => document.activeElement.textContent.startsWith("教育"));
  await page.keyboard.press("Enter");
  await h1(page, "事業をさがす");
  await tabTo(() => document.activeElement.closest("label")?.textContent.startsWith("教育"));
  await page.keyboard.press("Space");
  await page.getByRole("heading", { name: /^43件のうち\s*43\s*件$/ }).waitFor();
});

test("on a phone the pages are behind a button, which the keyboard opens and a choice closes", { viewport: { width: 390, height: 844 } }, async ({ page, open, accessible }) => {
  await open();
  const pages = page.getByRole("navigation", { name: "主なページ" });
  assert.equal(await pages.isVisible(), false);
  await page.getByRole("button", { name: "メニュー" }).press("Enter");
  await accessible();
  await pages.getByRole("link", { name: "指標" }).click();
  await page.getByRole("heading", { level: 1, name: "指標" }).waitFor();
  await pages.waitFor({ state: "hidden" });
  await page.waitForFunction(() => document.activeElement?.id === "page-title");
});
