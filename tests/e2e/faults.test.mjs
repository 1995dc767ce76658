// What this browser keeps when everything goes wrong at random: storage that fills up and frees again,
// tabs that are closed, crash or die while someone types, and a second tab that goes on.
//
// A run is told by its seed, so that everybody's is the same: FAULTS_SEED=… cargo xtask test --e2e faults does another,
// with "any" one that nobody has chosen.

import { mounted } from "./browser.mjs";
import { assert, test } from "./harness.mjs";
import { engine } from "./tools.mjs";

const KEY = "michishirube/draft/v1";
// The code is the same in every engine; what they differ in is how tabs hear of each other.
const EDITS = engine === "chromium" ? 520 : 150;
const { FAULTS_SEED = "117749" } = process.env;
const SEED = FAULTS_SEED === "any" ? Date.now() % 1_000_000 : Number(FAULTS_SEED);

const INDICATORS = ["sns-followers", "farmland-area", "local-employment-rate", "okhotsk-employment-rate"];
// What each field is called in the page's ids, and where the record keeps it.
const PARTS = {
  target: (changes) => changes?.target,
  baseline: (changes) => changes?.baseline,
  "result-2022": (changes) => changes?.results?.[2022],
  "result-2023": (changes) => changes?.results?.[2023],
};
const FIELDS = INDICATORS.flatMap((id) => Object.keys(PARTS).map((part) => `${id}-${part}`));
const fieldsOf = (id) => FIELDS.filter((field) => field.startsWith(id));
const inRecord = (record, field) => {
  const id = INDICATORS.find((name) => field.startsWith(name));
  // The first scenario; copies stand behind it where the tabs changed a figure in different ways.
  return PARTS[field.slice(id.length + 1)](record?.scenarios[0].overrides[id]) ?? null;
};

/** Random numbers from a seed (mulberry32). */
const random = (seed) => {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    chance: (probability) => next() < probability,
    below: (limit) => Math.floor(next() * limit),
    pick: (list) => list[Math.floor(next() * list.length)],
  };
};

/** Lets a test fill the storage of a page (`faults.full`), and edits as fast as the page can follow. */
const faults = (key) => {
  const setItem = Storage.prototype.setItem;
  const faults = { full: false };
  Storage.prototype.setItem = function (name, value) {
    if (faults.full) throw new DOMException("full", "QuotaExceededError");
    setItem.call(this, name, value);
  };
  // What follows from an event is on the page once the tasks that it queued are done.
  const settled = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(null);
    });
  const shown = async (find) => {
    for (;;) {
      const found = find();
      if (found) return found;
      await settled();
    }
  };
  faults.show = async (id) => {
    if (!document.getElementById(`${id}-target`)) {
      (await shown(() => document.querySelector(`.lab a[href*="screen=scenario"][href*="id=${id}"]`))).click();
    }
    return shown(() => document.getElementById(`${id}-target`));
  };
  /** Does these edits one after the other; tells of each whether the page then said that it is kept. */
  faults.edit = async (edits) => {
    const outcomes = [];
    for (const { what, id, field, value, full } of edits) {
      await faults.show(id);
      const before = localStorage.getItem(key);
      faults.full = full;
      const input = field && document.getElementById(field);
      if (what === "figure") {
        input.value = value;
        input.dispatchEvent(new Event("input", { bubbles: true }));
      } else {
        const button = {
          field: () => input.parentElement.querySelector("button"),
          indicator: () => document.querySelector(".editor-head button"),
          all: () => [...document.querySelectorAll(".lab-toolbar button")].find((one) => one.textContent.includes("すべて公式に戻す")),
        }[what]();
        if (button.disabled || button.getAttribute("aria-disabled") === "true") {
          outcomes.push({ idle: true });
          continue;
        }
        button.click();
      }
      await settled();
      const kept = document.querySelector(".lab-toolbar .kept").textContent.includes("保存済み");
      const figure = what !== "figure" || input.value.replaceAll(",", "") === value;
      outcomes.push({ kept: kept && figure, figure, before, after: localStorage.getItem(key) });
    }
    return outcomes;
  };
  /** Waits until this tab has heard of what another one kept. */
  faults.heard = async (text) => {
    while (localStorage.getItem(key) !== text) {
      await new Promise((done) => addEventListener("storage", done, { once: true }));
    }
    await settled();
  };
  globalThis.faults = faults;
};

/**
 * What may be kept of each field: one value where the page said that it is kept, more where an edit
 * came after that of which the page did not say so. Knows what every tab still has in memory only.
 */
class Expected {
  allowed = new Map(FIELDS.map((field) => [field, new Set([null])]));
  unsaved = [new Map(), new Map()];

  /** An edit, where `inForce` was kept before it. */
  edited(tab, field, value, { kept, inForce }) {
    if (value === null && inForce === null && !this.unsaved[tab].has(field)) {
      // There was nothing to reset.
      this.allowed.get(field).add(value);
    } else if (kept) {
      this.allowed.set(field, new Set([value]));
      this.unsaved[tab].delete(field);
      const rival = this.unsaved[1 - tab].get(field);
      // Where the same was kept before (a figure that was never kept is taken back), there is nothing that the other
      // tab could hear of.
      if (rival && inForce !== value) {
        // The later edit is in force, whatever the other tab still has; but if it puts back what that tab knows, it
        // depends on whether the tab had the time to hear of what was in between.
        rival.overtaken = value !== rival.known;
        rival.contested = true;
      }
    } else {
      this.allowed.get(field).add(value);
      this.unsaved[tab].set(field, { value, known: inForce });
    }
  }

  /** A tab has heard of all that the other one kept. */
  heard(tab) {
    for (const [field, { overtaken }] of this.unsaved[tab]) {
      if (overtaken) this.unsaved[tab].delete(field);
    }
  }

  /** A tab that could not keep its edits and now says it has: what it had in memory is kept too. */
  caughtUp(tab) {
    for (const [field, { value, contested }] of this.unsaved[tab]) {
      const other = this.unsaved[1 - tab].get(field);
      const rival = other?.overtaken ? undefined : other;
      if (contested) {
        this.allowed.get(field).add(value);
      } else {
        this.allowed.set(field, new Set(rival ? [value, rival.value] : [value]));
      }
      if (rival) rival.contested = true;
    }
    this.unsaved[tab].clear();
  }

  /** A tab begins what it will not survive: with whatever it keeps of that, all that it had in memory is kept. */
  doomed(tab) {
    for (const [field, { value }] of this.unsaved[tab]) this.unknown(field, value);
  }

  /** An edit of a tab that died before it could say what became of it. */
  unknown(field, value) {
    this.allowed.get(field).add(value);
    for (const unsaved of this.unsaved) {
      if (unsaved.has(field)) unsaved.get(field).contested = true;
    }
  }

  died(tab) {
    this.unsaved[tab].clear();
  }
}

/** The fields that an edit changes, with what they become. */
const touched = ({ what, id, field, value }) =>
  ({
    figure: () => [[field, value]],
    field: () => [[field, null]],
    indicator: () => fieldsOf(id).map((each) => [each, null]),
    all: () => FIELDS.map((each) => [each, null]),
  })[what]();

test(`whatever the page calls kept outlives full storage and dying tabs (FAULTS_SEED=${SEED})`, {
  // Hundreds of edits, and each dead tab is loaded anew.
  timeout: 400_000,
  // A page that is killed leaves its requests behind. Nothing else may go wrong.
  allow: [/^console error: .*ERR_ABORTED/],
}, async ({ page, context, open, server }) => {
  const dice = random(SEED);
  const expected = new Expected();
  const log = [];
  const saying = (claim) => `${claim}\n  FAULTS_SEED=${SEED}\n  ${log.slice(-40).join("\n  ")}`;
  const told = { edits: 0, kept: 0, refused: 0, unknown: 0, closed: 0, crashed: 0 };

  await page.close();
  await context.addInitScript(faults, KEY);
  const address = new URL(`?screen=scenario&id=${INDICATORS[0]}`, server.url).href;
  const tab = async () => {
    const made = await context.newPage();
    await made.goto(address);
    await mounted(made);
    return made;
  };
  const kept = async (at) => JSON.parse(await at.evaluate((key) => localStorage.getItem(key), KEY));
  const check = async (at) => {
    const record = await kept(at);
    for (const [field, allowed] of expected.allowed) {
      const found = inRecord(record, field);
      assert.ok(
        allowed.has(found),
        saying(`${field} is kept as ${found}, not as ${[...allowed].join(" or ")}`),
      );
    }
  };
  /** The tab dies; the tabs that died with it are opened again. */
  const die = async (which) => {
    // Only Chromium can be told to let a tab crash.
    if (dice.chance(0.5) && engine === "chromium") {
      told.crashed += 1;
      const gone = tabs[which].waitForEvent("crash");
      const devtools = await context.newCDPSession(tabs[which]);
      devtools.send("Page.crash").catch(() => {});
      await gone;
      log.push(`tab ${which} crashes`);
    } else {
      told.closed += 1;
      log.push(`tab ${which} is closed`);
    }
    await tabs[which].close();
    expected.died(which);
    tabs[which] = await tab();
    await check(tabs[which]);
  };
  const tabs = [await tab(), await tab()];

  const newEdit = (full) => {
    told.edits += 1;
    const id = dice.pick(INDICATORS);
    const field = dice.pick(fieldsOf(id));
    const kind = dice.below(100);
    const what = kind < 86 ? "figure" : kind < 94 ? "field" : kind < 98 ? "indicator" : "all";
    // No figure comes twice, so that every one tells which edit it is from.
    return { what, id, field, value: String(200_000 + told.edits), full };
  };
  const words = ({ what, id, field, value }) =>
    ({ figure: `${field} = ${value}`, field: `${field} reset`, indicator: `${id} reset`, all: "all reset" })[what];

  let latest = null;
  while (told.edits < EDITS) {
    const which = dice.below(2);
    await tabs[which].evaluate((text) => globalThis.faults.heard(text), latest);
    expected.heard(which);
    const trouble = dice.pick([0, 0, 0.3, 0.9]);
    const edits = Array.from({ length: 1 + dice.below(12) }, () => newEdit(dice.chance(trouble)));

    if (dice.chance(0.06)) {
      // The tab dies somewhere among these edits.
      tabs[which].evaluate((list) => globalThis.faults.edit(list), edits).catch(() => {});
      expected.doomed(which);
      for (const edit of edits) {
        told.unknown += 1;
        log.push(`tab ${which}: ${words(edit)}, outcome unknown`);
        for (const [field, value] of touched(edit)) expected.unknown(field, value);
      }
      await die(which);
    } else {
      const outcomes = await tabs[which].evaluate((list) => globalThis.faults.edit(list), edits);
      edits.forEach((edit, at) => {
        const { idle, kept, figure, before, after } = outcomes[at];
        // There was nothing to reset.
        if (idle) return;
        told[kept ? "kept" : "refused"] += 1;
        log.push(`tab ${which}: ${words(edit)}${edit.full ? ", storage full" : ""}${kept ? ", kept" : ""}`);
        assert.ok(figure, saying("the figure that was typed is in its field"));
        assert.ok(kept || edit.full, saying("an edit is kept as soon as storage takes it"));
        const record = JSON.parse(before);
        for (const [field, value] of touched(edit)) {
          expected.edited(which, field, value, { kept, inForce: inRecord(record, field) });
        }
        if (kept) expected.caughtUp(which);
        latest = after;
      });
      await check(tabs[which]);
      if (dice.chance(0.08)) await die(which);
    }
    latest = await tabs[which].evaluate((key) => localStorage.getItem(key), KEY);
  }

  const fresh = await tab();
  await check(fresh);
  const record = await kept(fresh);
  for (const id of INDICATORS) {
    await fresh.evaluate((name) => globalThis.faults.show(name).then(() => {}), id);
    for (const field of fieldsOf(id)) {
      const found = inRecord(record, field);
      const screen = await fresh.locator(`#${field}`).inputValue();
      if (found !== null) assert.equal(screen.replaceAll(",", ""), found, saying(`${field} on the screen`));
    }
  }
  assert.ok(told.edits >= EDITS && told.kept > EDITS / 5 && told.refused > EDITS / 10, saying(JSON.stringify(told)));
  console.log(`seed ${SEED}: ${JSON.stringify(told)}`);
});
