// No text that a person, a link, a record or a file brings is ever more than a text: nothing of it runs, nothing of
// it becomes markup, and it is shown as it is.

import { assert, test } from "./harness.mjs";
import { HOSTILE } from "./hostile.mjs";

assert.ok(new Set(HOSTILE).size >= 100);

const WRITING = {
  事業をさがす: "?screen=programs",
  予算: "?screen=budget",
  試算: "?screen=scenario&id=sns-followers",
  意見シート: "?screen=opinions",
  インフラ整備進捗図: "?screen=infrastructure",
  報告書: "?screen=report",
};

/** What is read of a text: signs that cannot be seen and spaces make no difference. */
const read = (text) => text.toWellFormed().replace(/[\s\p{C}]+/gu, "");

/** Fails when anything ran, or anything stands in the page that only markup from a text could have put there. */
const harmless = async (page, after) => {
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    const markup = all.filter(
      (element) =>
        element.matches("img, iframe, object, embed, base, marquee, video, audio, math, portal, template, style, isindex, meta[http-equiv=refresh], foreignObject, animate, #app script") ||
        [...element.attributes].some(({ name, value }) => /^on/i.test(name) || (/href|src|action/i.test(name) && /^\s*(javascript|data:text|https?:\/\/example)/i.test(value))),
    );
    return { ran: "pwned" in globalThis, markup: markup.map((element) => element.outerHTML.slice(0, 200)) };
  });
  assert.deepEqual(found, { ran: false, markup: [] }, after);
};

/** Opens what is folded, and forms that a button brings. */
const unfold = async (page) => {
  for (const name of ["名前と説明", "事業を加える"]) {
    const button = page.getByRole("button", { name, exact: true });
    if (await button.count()) await button.click();
  }
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
};

for (const [name, query] of Object.entries(WRITING)) {
  test(`what is typed on ${name} is text`, async ({ page, open, until }) => {
    await open(query);
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await until(() => !document.querySelector("[aria-busy=true]"));
    await unfold(page);
    const fields = await page.evaluate(async (texts) => {
      const FIELDS = "main :is(input[type=text], input[type=search], textarea)";
      const settled = () => new Promise((resolve) => setTimeout(resolve));
      let most = 0;
      for (const text of texts) {
        const fields = [...document.querySelectorAll(FIELDS)];
        most = Math.max(most, fields.length);
        for (const field of fields) {
          field.value = text;
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }
        await settled();
        if ("pwned" in globalThis) throw new Error(`it ran: ${text}`);
      }
      return most;
    }, HOSTILE);
    assert.ok(fields > 0, "there are fields to type in");
    await harmless(page, name);
  });
}

test("what a link says is text, in every parameter of every screen", async ({ page, open, until }) => {
  const PARAMETERS = ["q", "sort", "layout", "tags", "rows", "figures", "plan", "plans", "by", "unit", "map", "section", "era", "category", "sdg", "area", "other"];
  const SCREENS = ["home", "programs", "program", "indicators", "indicator", "scenario", "comparison", "projects", "budget", "areas", "vision", "opinions", "infrastructure", "report", "data", "document"];
  await open();
  const link = (text, screen) => `?${new URLSearchParams([["screen", screen ?? text], ["id", text], ...PARAMETERS.map((name) => [name, text])])}`;
  for (const [at, text] of HOSTILE.entries()) {
    const screen = SCREENS[at % SCREENS.length];
    // As a visit where the text names the screen, else as a step in the open page.
    if (at % 10 === 0) await open(link(text));
    await page.evaluate((address) => {
      history.pushState(null, "", address);
      dispatchEvent(new PopStateEvent("popstate"));
    }, link(text, screen));
    await until(() => !document.querySelector("[aria-busy=true]"));
    const notice = page.getByRole("status").filter({ hasText: "無視した部分：" });
    await notice.waitFor();
    assert.ok(read(await notice.innerText()).includes(read(`sort=${text}`)), text);
    await harmless(page, text);
  }
});

/** A record of the first kind with a scenario for each text. */
const scenarios = (texts) => ({
  version: 2,
  saved_at: 0,
  chosen: "1",
  scenarios: texts.map((text, at) => ({
    id: (at + 1).toString(36),
    name: text.toWellFormed(),
    description: text.toWellFormed(),
    overrides: { "sns-followers": { target: "13000" }, [text.toWellFormed()]: { target: "1" } },
  })),
});
const FULL = 90;
const HALVES = [HOSTILE.slice(0, FULL), HOSTILE.slice(FULL)];

/** The names in the list of scenarios, as they are read. */
const names = (page) =>
  page.locator("#scenario-list option").evaluateAll((options) => options.map((option) => option.textContent.replace(/（\d+件変更）$/, "")));

test("what a record holds is text: scenarios in 試算, 試算の比較, 指標 and 報告書", async ({ page, open, until }) => {
  for (const texts of HALVES) {
    await open("?screen=scenario");
    await page.evaluate((record) => localStorage.setItem("michishirube/draft/v1", record), JSON.stringify(scenarios(texts)));
    await open("?screen=scenario&id=sns-followers");
    await page.locator("#scenario-list").waitFor();
    const found = (await names(page)).map(read);
    const wanted = texts.map((text) => read(text) || "わたしの試算");
    // A name is cut at its limit; what it begins with is there.
    for (const [at, name] of wanted.entries()) assert.ok(name.startsWith(found[at]) || found[at].startsWith(name), `${found[at]} for ${name}`);
    const ids = texts.map((_, at) => (at + 1).toString(36));
    for (let at = 0; at < ids.length; at += 3) {
      const plans = ids.slice(at, at + 3);
      for (const query of [`?screen=comparison&id=sns-followers&plans=${plans.join(".")}`, `?screen=indicators&figures=draft&plan=${plans[0]}`, `?screen=report&figures=draft&plan=${plans[1] ?? plans[0]}`]) {
        await page.evaluate((address) => {
          history.pushState(null, "", address);
          dispatchEvent(new PopStateEvent("popstate"));
        }, query);
        await until(() => !document.querySelector("[aria-busy=true]"));
        await page.getByRole("heading", { level: 1 }).waitFor();
      }
      await harmless(page, texts.slice(at, at + 3).join(" "));
    }
  }
});

test("what a record holds is text: own words, opinions and works, also when nothing of it can be read", async ({ page, open, until }) => {
  const SCREENS = { report: "?screen=report", opinions: "?screen=opinions&section=summary", infrastructure: "?screen=infrastructure" };
  const MARK = "仮の文字";
  await open("?screen=report");
  const seen = {};
  for (const [kind, query] of Object.entries({ ...SCREENS, opinions: "?screen=opinions" })) {
    await open(query);
    await until(() => !document.querySelector("[aria-busy=true]"));
    if (kind === "infrastructure") {
      await page.getByRole("button", { name: "見本を読み込む" }).click();
    } else {
      await unfold(page);
      await page.evaluate((text) => {
        for (const field of document.querySelectorAll("main :is(input[type=text], textarea)")) {
          field.value = text;
          field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        }
      }, MARK);
    }
    const key = `michishirube/${kind}/v1`;
    await until((key) => localStorage.getItem(key) !== null, key);
    seen[kind] = await page.evaluate((key) => localStorage.getItem(key), key);
  }
  for (const [kind, query] of Object.entries(SCREENS)) {
    const record = JSON.parse(seen[kind]);
    let at = 0;
    let count = 0;
    const next = () => HOSTILE[at++ % HOSTILE.length].toWellFormed();
    // Every text that somebody may have written, and none of those that the form gives.
    const planted = (value, key) => {
      if (typeof value === "string") {
        const free = value === MARK || ["name", "note", "content"].includes(key);
        count += free;
        return free ? next() : value;
      }
      if (Array.isArray(value)) return value.map((each) => planted(each));
      return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, planted(each, key)])) : value;
    };
    while (at < HOSTILE.length) {
      const text = JSON.stringify(planted(record));
      assert.ok(count > 0, `${kind} has texts: ${seen[kind]}`);
      await page.evaluate(([key, text]) => localStorage.setItem(key, text), [`michishirube/${kind}/v1`, text]);
      await open(query);
      await until(() => !document.querySelector("[aria-busy=true]"));
      await harmless(page, text);
    }
  }
  await open("?screen=data");
  await page.getByRole("heading", { name: "この端末に保存されているもの" }).waitFor();
  await harmless(page, "この端末に保存されているもの");
});

test("what a file brings is text, and so is its name", async ({ page, open, until }) => {
  const give = (label, name, type, text) => page.getByLabel(label).setInputFiles({ name, mimeType: type, buffer: Buffer.from(text) });
  const cell = (text) => `"${text.toWellFormed().replaceAll('"', '""')}"`;
  const fileName = "<img src=x onerror=pwned=1>";

  await open("?screen=scenario&id=sns-followers");
  await give("試算のファイルを開く", `${fileName}.json`, "application/json", JSON.stringify(scenarios(HALVES[0])));
  await page.getByRole("status").filter({ hasText: `「${fileName}.json」の試算${FULL}件を、自分の試算に加えました。` }).waitFor();
  await harmless(page, "試算");

  await open("?screen=infrastructure");
  const works = HOSTILE.map((text) => [cell(text.slice(0, 60)), "道路", "小樽市", "事業中", cell(text), cell(text)].join(","));
  await give("読み込む", `${fileName}.csv`, "text/csv", ["事業名,種別,市町村,状況,当該年度の事業内容,備考", ...works].join("\r\n"));
  await page.getByRole("status").filter({ hasText: `「${fileName}.csv」` }).waitFor();
  await harmless(page, "事業のCSV");
  const points = HOSTILE.map((text) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [140.74, 42.9] },
    properties: { 事業名: text.toWellFormed().slice(0, 60), 種別: text.toWellFormed().slice(0, 20), 状況: text.toWellFormed(), 備考: text.toWellFormed() },
  }));
  await give("読み込む", `${fileName}.geojson`, "application/geo+json", JSON.stringify({ type: "FeatureCollection", features: points }));
  await page.getByRole("status").filter({ hasText: `「${fileName}.geojson」` }).waitFor();
  await harmless(page, "事業のGeoJSON");

  await open("?screen=opinions&section=gather");
  const heading = "記入者,プロジェクト,施策id,施策,官民共創チームで臨む,連携する主体,意見";
  const good = HOSTILE.map((text) => [cell(text), cell(text), "shiribeshi-primary-brand/2", "", "候補", cell(text), cell(text)].join(","));
  const bad = HOSTILE.map((text) => [cell(text), "", cell(text), "", cell(text), "", ""].join(","));
  await give("意見シートのCSV（いくつでも）", `${fileName}.csv`, "text/csv", [heading, ...good, ...bad].join("\r\n"));
  await page.getByText(/件の意見を読み取りました/).first().waitFor();
  await harmless(page, "意見シート");
  await open("?screen=opinions&section=summary");
  await until(() => !document.querySelector("[aria-busy=true]"));
  await page.getByText("<b>太字</b><br><hr>").first().waitFor({ state: "attached" });
  await harmless(page, "まとめ");
});
