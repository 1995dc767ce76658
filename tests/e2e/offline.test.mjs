// After the first visit the page works with the network off; a new build is kept whole beside the old one, says
// so, and never gets mixed with it. Without a worker, a file that is gone is explained.

import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after } from "node:test";
import { promisify } from "node:util";

import { mounted } from "./browser.mjs";
import { assert, test } from "./harness.mjs";
import { SCREENS } from "./screens.mjs";
import { SUB_PATH } from "./server.mjs";
import { dist, root } from "./tools.mjs";

const KEY = "michishirube/draft/v1";

const WITH_WORKER = {
  serviceWorkers: "allow",
  without: { webkit: "the page comes with a script of the driver: it is not the build's, and a worker keeps no other" },
};

const folders = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A copy of the release build, to be changed. */
const copyOfBuild = async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "michishirube-"));
  folders.push(folder);
  await cp(dist, folder, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
  return folder;
};

const finish = (folder, use) =>
  promisify(execFile)(process.execPath, ["xtask/npm/offline.mjs", root, folder, use], { cwd: root });

/** The next build: a sheet and the script that names it are others, so is the list that data/ hands out. */
const nextBuild = async () => {
  const folder = await copyOfBuild();
  const assets = path.join(folder, "assets");
  const find = async (start) => (await readdir(assets)).find((file) => file.startsWith(start));
  const replace = async (file, from, to) => {
    const text = await readFile(file, "utf8");
    assert.ok(text.includes(from));
    await writeFile(file, text.replaceAll(from, to));
  };
  const [sheet, boot] = [await find("sheet-areas-"), await find("boot-")];
  await rename(path.join(assets, sheet), path.join(assets, "sheet-areas-NEWSHEET.css"));
  await replace(path.join(assets, boot), sheet, "sheet-areas-NEWSHEET.css");
  await rename(path.join(assets, boot), path.join(assets, "boot-NEWBUILD.js"));
  await replace(path.join(folder, "index.html"), boot, "boot-NEWBUILD.js");
  await writeFile(path.join(folder, "data/areas.csv"), "new\n");
  await finish(folder, "hosted");
  return { folder, sheet, boot };
};

const version = (page) => page.evaluate(() => document.documentElement.dataset.version);
const versionOf = async (folder) => /data-version="(\w+)"/.exec(await readFile(path.join(folder, "index.html"), "utf8"))[1];

/** Waits until a claim of the page, one that has to wait itself, is true; also across a reload by the page. */
const eventually = async (page, claim, value) => {
  for (;;) {
    if (await page.evaluate(claim, value).catch(() => false)) return;
    await page.evaluate(() => new Promise(requestAnimationFrame)).catch(() => {});
  }
};

/** Waits until a worker keeps the version of this page and answers for the page. */
const isKept = (page) =>
  eventually(page, async () => {
    const { version } = document.documentElement.dataset;
    const active = (await navigator.serviceWorker.getRegistration())?.active;
    const kept = (await caches.keys()).some((name) => name.endsWith(` ${version}`));
    return navigator.serviceWorker.controller === active && active?.state === "activated" && kept;
  });

/** The sheets that the page has. */
const sheets = (page) => page.evaluate(() => [...document.querySelectorAll("link[rel=stylesheet]")].map(({ href }) => href));

const notice = (page) => page.getByRole("status").filter({ hasText: "新しい版があります。" });

const go = async (page, name) => {
  await page.getByRole("navigation", { name: "主なページ" }).getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
};

// The browser looks for a new worker, and finds no host.
const NO_HOST = { ...WITH_WORKER, allow: [/ERR_(CONNECTION_REFUSED|INTERNET_DISCONNECTED)/] };

test("after the first visit every screen opens with the network off, and drafts are kept", { ...NO_HOST, timeout: 400_000 }, async ({ page, context, server, open }) => {
  await open();
  await isKept(page);
  const failed = [];
  context.on("requestfailed", (request) => {
    // What was on its way when the page was left did not fail.
    if (!request.failure().errorText.includes("ABORTED")) failed.push(request.url());
  });
  await context.setOffline(true);
  await server.close();

  await page.reload();
  await mounted(page);
  for (const [name, query] of Object.entries(SCREENS)) {
    await open(query);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    assert.equal(await page.getByText("読み込めませんでした").count(), 0, name);
  }
  await open(SCREENS.指標のページ);
  const chart = page.getByRole("img", { name: /推移のグラフ/ });
  await chart.scrollIntoViewIfNeeded();
  await chart.locator("svg").waitFor();

  await open("?screen=scenario&id=farmland-area");
  await page.locator("#farmland-area-target").fill("1,200,000");
  await page.waitForFunction((key) => localStorage.getItem(key)?.includes("1200000"), KEY);
  await page.reload();
  await mounted(page);
  assert.equal((await page.locator("#farmland-area-target").inputValue()).replaceAll(",", ""), "1200000");

  await open("?screen=data");
  // The browser's switch also holds back downloads of what the page has already; the server stays away.
  await context.setOffline(false);
  await eventually(page, () => performance.getEntriesByType("resource").some(({ name }) => name.includes("/assets/offline-")));
  const arrival = page.waitForEvent("download");
  await page.getByRole("link", { name: /indicators\.csv/ }).first().click();
  const download = await arrival;
  assert.deepEqual(await readFile(await download.path()), await readFile(path.join(dist, "data/indicators.csv")));
  await page.goto(new URL("licences.txt", server.url).href);
  await page.getByText("Third-party software").first().waitFor();
  assert.deepEqual(failed.filter((url) => url !== new URL("sw.js", server.url).href), []);
});

test("what was opened on the first visit goes on when the network goes", NO_HOST, async ({ page, server, open, requests }) => {
  await open();
  await isKept(page);
  await server.close();
  await go(page, "地域");
  await go(page, "報告書");
  assert.ok(requests().every((url) => new URL(url).pathname.startsWith(SUB_PATH)));
});

test("a new build is told, waits for a reload, and leaves open pages their own files", WITH_WORKER, async ({ page, context, server, open, accessible, until }) => {
  const next = await nextBuild();
  await open("?screen=scenario&id=farmland-area");
  await isKept(page);
  await page.locator("#farmland-area-target").fill("1,200,000");
  const before = await version(page);

  server.folder = next.folder;
  const visitor = await context.newPage();
  // The visit that finds the new build is still answered by the old one, at once and wholly.
  await visitor.goto(server.url);
  await mounted(visitor);
  assert.equal(await version(visitor), before);
  for (const each of [page, visitor]) await notice(each).waitFor();
  await accessible();

  // The old pages go on, with files that the host does not have any more.
  assert.equal((await page.request.get(new URL(`assets/${next.sheet}`, server.url).href)).status(), 404);
  await go(page, "地域");
  assert.ok((await sheets(page)).some((href) => href.endsWith(next.sheet)));
  const areas = () => page.evaluate(async () => (await fetch("data/areas.csv")).text());
  assert.notEqual(await areas(), "new\n");

  await notice(page).getByRole("button", { name: "再読み込みする" }).click();
  await until((old) => document.documentElement.dataset.version !== old, before);
  await mounted(page);
  assert.equal(await version(page), await versionOf(next.folder));
  await go(page, "試算");
  await page.goto(new URL("?screen=areas", server.url).href);
  await mounted(page);
  assert.ok((await sheets(page)).some((href) => href.endsWith("sheet-areas-NEWSHEET.css")));
  assert.equal(await areas(), "new\n");
  assert.equal(await notice(page).count(), 0);

  // The other page was not asked yet and still has the old build.
  await go(visitor, "地域");
  assert.ok((await sheets(visitor)).some((href) => href.endsWith(next.sheet)));

  await page.goto(new URL("?screen=scenario&id=farmland-area", server.url).href);
  await mounted(page);
  assert.equal((await page.locator("#farmland-area-target").inputValue()).replaceAll(",", ""), "1200000");
});

test("the old build is forgotten when no page has it any more", WITH_WORKER, async ({ page, server, open }) => {
  await open();
  await isKept(page);
  const original = await version(page);
  const [first, second] = [await nextBuild(), await nextBuild()];
  await writeFile(path.join(second.folder, "data/areas.csv"), "newer\n");
  await finish(second.folder, "hosted");
  const versions = [await versionOf(first.folder), await versionOf(second.folder)];
  for (const { folder } of [first, second]) {
    server.folder = folder;
    await page.reload();
    await mounted(page);
    // Firefox asks for a newer worker a second after a visit: on a busy machine it may come before this reload.
    if ((await version(page)) !== (await versionOf(folder))) {
      await notice(page).waitFor();
      await page.reload();
      await mounted(page);
    }
    await isKept(page);
    assert.equal(await version(page), await versionOf(folder));
  }
  await eventually(page, async (old) => !(await caches.keys()).some((name) => name.endsWith(` ${old}`)), original);
  const kept = await page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("michishirube ")));
  assert.ok(kept.some((name) => name.endsWith(` ${versions.at(-1)}`)));
  // The page that was open while the second came had the first.
  assert.deepEqual(kept.filter((name) => !versions.includes(name.split(" ").at(-1))), []);
  assert.ok(kept.every((name) => name.includes(SUB_PATH)), "another path of the origin has its own");
});

test(
  "a build in the middle of its deployment is not kept; the next visit gets it whole",
  { ...WITH_WORKER, allow: [/digest/, /ServiceWorker|service worker/i] },
  async ({ page, server, open }) => {
    const next = await nextBuild();
    await open();
    await isKept(page);
    const before = await version(page);
    // The new worker has arrived, the page is still the old one.
    const oldPage = await readFile(path.join(dist, "index.html"), "utf8");
    server.folder = next.folder;
    server.fault = (below) => below === "" && { body: oldPage, type: "text/html" };
    const refused = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.update();
      const { installing } = registration;
      if (!installing) return "nothing";
      return new Promise((resolve) => {
        installing.onstatechange = () => resolve(installing.state);
      });
    });
    assert.equal(refused, "redundant");
    await page.reload();
    await mounted(page);
    assert.equal(await version(page), before);
    assert.equal(await notice(page).count(), 0);

    server.fault = undefined;
    await page.reload();
    await notice(page).waitFor();
    await page.reload();
    await mounted(page);
    assert.equal(await version(page), await versionOf(next.folder));
  },
);

test("a build that is served for development takes an earlier worker away", WITH_WORKER, async ({ page, server, open }) => {
  await open();
  await isKept(page);
  const folder = await copyOfBuild();
  await finish(folder, "served");
  server.folder = folder;
  await page.reload();
  await eventually(page, async () => !(await navigator.serviceWorker.getRegistration()) && (await caches.keys()).length === 0);
});

test(
  "without a worker, a file that a new build has taken away is explained, and opening the page anew brings the build",
  { allow: [/^failed request: 404/, /^console error/] },
  async ({ page, server, open }) => {
    const next = await nextBuild();
    await open("?screen=scenario&id=farmland-area");
    await page.locator("#farmland-area-target").fill("1,200,000");
    server.folder = next.folder;
    await page.getByRole("link", { name: "地域", exact: true }).first().click();
    await page.getByText("この画面を読み込めませんでした。").waitFor();
    await page.getByText("下書きはこの端末に残っています").waitFor();
    await page.getByRole("link", { name: "ページを開き直す" }).click();
    await page.getByRole("heading", { level: 1, name: "地域" }).waitFor();
    assert.equal(await version(page), await versionOf(next.folder));
    await page.goto(new URL("?screen=scenario&id=farmland-area", server.url).href);
    await mounted(page);
    assert.equal((await page.locator("#farmland-area-target").inputValue()).replaceAll(",", ""), "1200000");
  },
);

const UNTOLD = "only Chromium says how it understands the manifest";

test("the page can be installed: its manifest, its icons and their sizes hold", { without: { firefox: UNTOLD, webkit: UNTOLD } }, async ({ page, context, server, open }) => {
  await open();
  await page.locator("link[rel=manifest]").waitFor({ state: "attached" });
  const session = await context.newCDPSession(page);
  const { url, errors, data } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  assert.equal(url, new URL("manifest.webmanifest", server.url).href);
  const manifest = JSON.parse(data);
  assert.equal(manifest.short_name, "みちしるべ");
  for (const key of ["start_url", "scope"]) assert.equal(new URL(manifest[key], url).href, server.url);
  const pictures = manifest.icons.filter(({ type }) => type === "image/png");
  assert.deepEqual(pictures.map(({ sizes, purpose }) => [sizes, purpose ?? "any"]), [["192x192", "any"], ["512x512", "any"], ["512x512", "maskable"]]);
  for (const { src, sizes } of pictures) {
    const bytes = await (await page.request.get(new URL(src, url).href)).body();
    // Width and height stand at fixed places of a PNG.
    assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, src);
  }
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== "in-incognito"), []);
});
