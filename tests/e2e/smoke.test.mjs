// The page starts under a sub-path, keeps to its own host, and says so in Japanese when it cannot start.

import { readFile } from "node:fs/promises";

import { expectAccessible } from "./axe.mjs";
import { assert, test } from "./harness.mjs";
import { SUB_PATH } from "./server.mjs";

const DATA = ["indicators.csv", "observations.csv", "programs.csv", "appearances.csv", "README.md"];
const isWasm = (path) => path.endsWith(".wasm");

/** The links to the data are there, point below the sub-path, and can be followed. */
const dataCanBeReached = async (page) => {
  for (const name of DATA) {
    const link = page.locator(`:is(.boot-failure, #boot) a[href="data/${name}"]`);
    await link.waitFor();
    const href = await link.evaluate((anchor) => anchor.href).catch(() => new URL(`data/${name}`, page.url()).href);
    assert.ok(new URL(href).pathname.startsWith(SUB_PATH));
    const response = await page.request.get(href);
    assert.equal(response.status(), 200, href);
  }
};

for (const colorScheme of ["light", "dark"]) {
  test(`the page starts under a sub-path (${colorScheme})`, { colorScheme }, async ({ page, open, accessible, requests }) => {
    await open();
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    assert.match(await page.title(), /みちしるべ/);
    assert.equal(await page.locator("#boot").count(), 0);
    assert.equal(requests().filter((url) => url.includes("_bg-")).length, 1, "the first part is fetched once");
    assert.equal(requests().filter((url) => /split_(programs|indicators|data)/.test(url)).length, 0, "other screens wait");
    assert.equal(requests().filter((url) => url.includes("echarts")).length, 0, "charts wait until they are needed");
    await accessible();
  });
}

test("a query string of any kind still opens the page", async ({ page, open }) => {
  for (const query of ["?screen=%E0%A4%A&unknown=1&=&&", "?screen=1&id=-", "?screen=indicator&id=constructor", '?screen="]']) {
    await open(query);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
  }
});

test("without JavaScript the page says so and links to the data", { javaScriptEnabled: false }, async ({ page, goto }) => {
  await goto();
  // Playwright's text locators look past <noscript>.
  const message = page.locator("noscript p").first();
  await message.waitFor();
  assert.match(await message.innerText(), /JavaScriptが必要です/);
  assert.equal(await page.getByText("読み込んでいます…").isVisible(), false);
  await dataCanBeReached(page);
});

const isScript = (path) => path.startsWith("assets/boot-");

test("what a page begins with is there while the app is on its way", async ({ page, server, goto }) => {
  let release;
  const until = new Promise((resolve) => (release = resolve));
  server.fault = (path) => isScript(path) && { until };
  const arrival = goto("?screen=program&id=tantetsuko-wide-area");
  await page.getByRole("heading", { level: 1, name: "日本遺産「炭鉄港」広域連携推進事業" }).waitFor();
  await page.locator(".first").getByText("読み込んでいます…").waitFor();
  await expectAccessible(page);
  release();
  await arrival;
  await page.locator("#boot").waitFor({ state: "detached" });
});

for (const [query, screen] of [["", "ホーム"], ["?screen=program&id=tantetsuko-wide-area", "事業のページ"]]) {
  test(
    `when the app does not arrive ${screen} says so and can be reloaded`,
    { fault: (path) => isScript(path) && { status: 404 }, allow: [/^console error/, /^failed request: 404 .*boot-/, /^page error: Loading module/] },
    async ({ page, server, goto, accessible }) => {
      await goto(query);
      const alert = page.getByRole("alert");
      await alert.getByText("必要なファイルを読み込めませんでした").waitFor();
      assert.equal(await page.getByText("読み込んでいます…").count(), 0);
      await accessible();

      server.fault = undefined;
      await alert.getByRole("button", { name: "再読み込みする" }).click();
      await page.locator("#boot").waitFor({ state: "detached" });
    },
  );
}

const broken = {
  "is missing": { status: 404 },
  "is not WebAssembly": { body: "<!doctype html>", type: "text/html" },
  "is cut off": { body: "\0asm", type: "application/wasm" },
};
for (const [how, answer] of Object.entries(broken)) {
  test(
    `when the WebAssembly file ${how} the page says so and can be reloaded`,
    {
      fault: (path) => isWasm(path) && answer,
      allow: [/^console error: .*(michishirube: the app did not start|Failed to load resource)/, /^failed request: 404 .*\.wasm$/],
    },
    async ({ page, server, goto, accessible }) => {
      await goto();
      const alert = page.getByRole("alert");
      await alert.getByText("画面を始められませんでした").waitFor();
      await alert.getByText("必要なファイルを読み込めませんでした").waitFor();
      await alert.getByText("下書きには、手を付けていません").waitFor();
      assert.equal(await page.getByText("読み込んでいます…").count(), 0);
      await dataCanBeReached(page);
      await accessible();

      server.fault = undefined;
      await alert.getByRole("button", { name: "再読み込みする" }).click();
      await page.locator("#boot").waitFor({ state: "detached" });
    },
  );
}

test(
  "a browser without WebAssembly is told so",
  async ({ page, context, goto }) => {
    await context.addInitScript(() => {
      delete globalThis.WebAssembly;
    });
    await goto();
    await page.getByRole("alert").getByText("WebAssembly").waitFor();
    await dataCanBeReached(page);
  },
);

test(
  "when the app stops for good a panel says so, keeps the drafts and offers to reload",
  { allow: [/^page error: .*RuntimeError/, /^page error: .*unreachable/, /^console error: /] },
  async ({ page, open, accessible }) => {
    await open();
    await page.evaluate(() => {
      localStorage.setItem("smoke", "kept");
      localStorage.setItem("michishirube/draft/v1", "a draft");
      history.replaceState(null, "", "?screen=programs&q=秘密のことば");
      // As the panic hook in src/main.rs does.
      globalThis.michishirube.notePanic("/home/somebody/registry/leptos-0.8.23/src/view.rs:12");
      // What a Rust panic is to JavaScript: a module whose only function is `unreachable`.
      const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 112, 0, 0, 10, 5, 1, 3, 0, 0, 11];
      WebAssembly.instantiate(new Uint8Array(bytes)).then(({ instance }) => queueMicrotask(instance.exports.p));
    });
    const panel = page.getByRole("alertdialog", { name: "問題が起きて画面が止まりました" });
    await panel.waitFor();
    await panel.getByText("保存できていた下書きは、この端末に残っています。").waitFor();
    await panel.getByText("問題を知らせるときの文").click();
    const report = await panel.locator("pre").innerText();
    assert.match(report, /^版 \w{12}\n画面 programs\n場所 leptos-0\.8\.23\/src\/view\.rs:12\n種類 RuntimeError\nブラウザー Mozilla/);
    assert.doesNotMatch(report, /somebody|秘密|draft/);
    await accessible();
    const download = page.waitForEvent("download");
    await panel.getByRole("button", { name: "下書きをファイルに保存" }).click();
    const saved = JSON.parse(await readFile(await (await download).path(), "utf8"));
    assert.equal(saved["michishirube/draft/v1"], "a draft");
    await panel.getByRole("button", { name: "再読み込みする" }).click();
    await page.locator("#boot-stopped").waitFor({ state: "detached" });
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    assert.equal(await page.evaluate(() => localStorage.getItem("smoke")), "kept");
  },
);

test(
  "an ordinary error does not stop the page",
  { allow: [/^page error: Error: ordinary/] },
  async ({ page, open }) => {
    await open();
    const thrown = page.waitForEvent("pageerror");
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error("ordinary");
      });
    });
    await thrown;
    assert.equal(await page.locator("#boot-stopped").count(), 0);
  },
);

test(
  "markup that could run or bring in what runs is refused wherever it comes from",
  { allow: [/^console error: .*TrustedHTML/, /^CSP breach: require-trusted-types-for/, /^page error: .*require-trusted-types-for/] },
  async ({ page, open }) => {
    await open();
    const refused = (html) =>
      page.evaluate((text) => {
        try {
          document.createElement("template").innerHTML = text;
          return false;
        } catch {
          return true;
        }
      }, html);
    for (const html of [
      "<img src=x onerror=alert(1)>",
      "<svg/onload=alert(1)>",
      "<script>alert(1)</script>",
      "<iframe srcdoc=x></iframe>",
      '<a href="javascript:alert(1)">x</a>',
      "<object data=x></object>",
    ]) {
      assert.equal(await refused(html), true, html);
    }
    assert.equal(await refused('<p class="note">進捗率 <strong>81.4%</strong></p>'), false);
  },
);
