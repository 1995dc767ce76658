// Playwright's page, locator and keyboard over W3C WebDriver, as far as the tests use them.
//
// A locator is a list of steps that the page itself follows (inpage.mjs); every action first waits for its
// element. Commands go one after the other, each to the window of its page.

import { selenium } from "../../tools.mjs";
import { showMedia } from "../media.mjs";

const { Key } = selenium;
const KEYS = {
  ArrowDown: Key.ARROW_DOWN,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  Control: Key.CONTROL,
  End: Key.END,
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  Shift: Key.SHIFT,
  Space: " ",
  Tab: Key.TAB,
};

/** What may be different a moment later: an element that moved, went or is covered. */
const PASSING = /StaleElementReference|ElementNotInteractable|ElementClickIntercepted|MoveTargetOutOfBounds/;

/** What the driver says of a script whose page a link or a form leaves before the script has answered. */
const LEFT = /before the unload event/;

const soon = () => new Promise((resolve) => setTimeout(resolve, 25));
/** A wanted text or pattern as the page is given it. */
const wanted = (text) => (text instanceof RegExp ? { pattern: text.source, flags: text.flags } : text);

class Scope {
  constructor(page, steps) {
    this.page = page;
    this.steps = steps;
  }

  then = undefined;

  #with(...steps) {
    return new Locator(this.page, [...this.steps, ...steps]);
  }

  locator(css, options = {}) {
    return this.#with({ css }).filter(options);
  }

  getByRole(role, { name, ...options } = {}) {
    return this.#with({ role, name: wanted(name), ...options });
  }

  getByText(text, options = {}) {
    return this.#with({ text: wanted(text), ...options });
  }

  getByLabel(label, options = {}) {
    return this.#with({ label: wanted(label), ...options });
  }

  filter({ hasText, has }) {
    const steps = [];
    if (hasText !== undefined) steps.push({ hasText: wanted(hasText) });
    if (has !== undefined) steps.push({ has: has.steps });
    return this.#with(...steps);
  }

  and = (other) => this.#with({ and: other.steps });
  or = (other) => this.#with({ or: other.steps });
  nth = (nth) => this.#with({ nth });
  first = () => this.nth(0);
  last = () => this.nth(-1);
}

class Locator extends Scope {
  /** Runs a function in the page with all elements and a value. */
  evaluateAll(script, value) {
    return this.page.run(`return (${script})(inpage.find(arguments[0]), arguments[1])`, this.steps, value);
  }

  /** Waits for the element, and for what a script makes of it to be true. */
  async #first(script, ...values) {
    const found = await this.page.retried(
      () =>
        this.page.run(
          `const [element] = inpage.find(arguments[0]); if (!element) return null;
           return [(${script})(element, ...arguments[1])]`,
          this.steps,
          values,
        ),
      () => `nothing is found by ${JSON.stringify(this.steps)}`,
    );
    return found[0];
  }

  evaluate(script, value) {
    return this.#first(script, value);
  }

  async waitFor({ state = "visible" } = {}) {
    const claims = {
      visible: "([element]) => !!element && inpage.visible(element)",
      hidden: "([element]) => !element || !inpage.visible(element)",
      attached: "([element]) => !!element",
      detached: "([element]) => !element",
    };
    await this.page.retried(
      () => this.evaluateAll(claims[state]),
      () => `${JSON.stringify(this.steps)} is not ${state}`,
    );
  }

  count = () => this.evaluateAll((elements) => elements.length);
  isVisible = () => this.evaluateAll("([element]) => !!element && inpage.visible(element)");
  allInnerTexts = () => this.evaluateAll("(elements) => elements.map(inpage.innerText)");
  allTextContents = () => this.evaluateAll((elements) => elements.map((element) => element.textContent));
  innerText = () => this.#first("inpage.innerText");
  textContent = () => this.#first((element) => element.textContent);
  inputValue = () => this.#first((field) => field.value);
  isChecked = () => this.#first((field) => field.checked);
  isDisabled = () => this.#first((field) => field.matches(":disabled"));
  getAttribute = (name) => this.#first((element, attribute) => element.getAttribute(attribute), name);
  scrollIntoViewIfNeeded = () => this.#first((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  boundingBox = () => this.#first((element) => element.getBoundingClientRect().toJSON());
  focus = () => this.#first((element) => element.focus());

  /** Does something with what a script makes of the element once it can be seen and used. */
  #act(script, deed = () => {}, ...values) {
    return this.page.retried(
      () =>
        this.page.inWindow(async (session) => {
          const result = await this.page.execute(
            `const element = globalThis.inpage?.find(arguments[0])[0];
             if (!element || !inpage.visible(element) || element.disabled) return null;
             element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
             return (${script})(element, ...arguments[1]);`,
            this.steps,
            values,
          );
          if (!result) return false;
          await deed(session, result);
          return true;
        }),
      () => `nothing can be done with ${JSON.stringify(this.steps)}`,
    );
  }

  click({ position = null } = {}) {
    const press = (session, { x, y }) => session.actions().move({ x, y, origin: "viewport", duration: 0 }).click().perform();
    return this.#act("inpage.target", press, position);
  }

  async #set(checked, { force } = {}) {
    if ((await this.isChecked()) === checked) return;
    // What lies under its own picture is not for WebDriver's pointer.
    if (force) await this.#first((field) => field.click());
    else await this.click();
    await this.page.retried(
      async () => (await this.isChecked()) === checked,
      () => `${JSON.stringify(this.steps)} does not change`,
    );
  }

  check = (options) => this.#set(true, options);
  uncheck = (options) => this.#set(false, options);

  fill(text) {
    return this.#act("(field, text) => { inpage.fill(field, text); return true; }", undefined, text);
  }

  async press(keys) {
    await this.focus();
    await this.page.keyboard.press(keys);
  }

  async selectOption(choice) {
    const { label = choice } = typeof choice === "string" ? { label: undefined } : choice;
    await this.page.retried(
      () =>
        this.evaluateAll(
          ([field], [value, text]) => {
            const option = [...(field?.options ?? [])].find((one) => one.label === text || one.value === value || one.label === value);
            if (!option || field.disabled) return false;
            field.focus();
            field.value = option.value;
            field.dispatchEvent(new Event("input", { bubbles: true }));
            field.dispatchEvent(new Event("change", { bubbles: true }));
            return true;
          },
          [typeof choice === "string" ? choice : null, typeof choice === "string" ? null : label],
        ),
      () => `${JSON.stringify(this.steps)} has no such option`,
    );
  }

  async setInputFiles(files) {
    const given = [files].flat().map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: [...buffer] }));
    await this.#first("(field, files) => inpage.hand(field, files)", given);
  }
}

export class Page extends Scope {
  #url = "about:blank";
  #closed = false;

  /** A window of its own, of the size of the context, so far from the left. */
  static async open(context, left) {
    const page = new Page(undefined, []);
    page.page = page;
    page.of = context;
    page.left = left;
    const { driven: browser, viewport } = context;
    await page.queued(async (session) => {
      await session.switchTo().window(browser.first);
      const before = new Set(await session.getAllWindowHandles());
      // A window made by a script has no bars, which would keep it from being as narrow as a phone.
      await session.executeScript("window.open('about:blank', '_blank', 'popup,width=800,height=600'); return null");
      for (let attempt = 0; !page.handle; attempt += 1) {
        if (attempt === 200) throw new Error("no window opened");
        page.handle = (await session.getAllWindowHandles()).find((handle) => !before.has(handle));
        if (!page.handle) await soon();
      }
      await session.switchTo().window(page.handle);
      browser.current = page.handle;
      for (let attempt = 0; attempt < 200; attempt += 1) {
        const [width, height] = await session.executeScript("return [innerWidth, innerHeight]");
        if (attempt > 0 && width === viewport.width && height === viewport.height) return;
        // Windows are drawn a little later than they are told their size.
        if (attempt % 20 === 0) {
          const around = await session.manage().window().getRect();
          await session.manage().window().setRect({
            x: left,
            y: 100,
            width: around.width - width + viewport.width,
            height: around.height - height + viewport.height,
          });
        }
        await soon();
      }
      throw new Error(`no window of ${viewport.width} × ${viewport.height}`);
    });
    return page;
  }

  context = () => this.of;
  on = (event, listener) => this.of.on(event, listener);
  isClosed = () => this.#closed;
  url = () => this.#url;

  /** Runs a task of WebDriver after all others. */
  queued(task) {
    const { driven: browser } = this.of;
    const done = browser.queue.then(() => task(browser.session));
    browser.queue = done.catch(() => {});
    return done;
  }

  /** Runs a task of WebDriver in this window. */
  inWindow(task) {
    return this.queued(async (session) => {
      const { driven: browser } = this.of;
      if (browser.current !== this.handle) {
        await session.switchTo().window(this.handle);
        browser.current = this.handle;
      }
      return task(session);
    });
  }

  /** Runs a script; only within a task. Nothing comes of it if its page is left meanwhile. */
  async execute(script, ...values) {
    const { driven: browser } = this.of;
    return browser.session.executeScript(script, ...values).catch((error) => {
      if (LEFT.test(error.message)) return null;
      throw error;
    });
  }

  /** Runs a script that uses what is in the page; nothing comes of it while there is no page. */
  run(script, ...values) {
    return this.#runIf("globalThis.inpage", script, ...values);
  }

  #runIf(condition, script, ...values) {
    return this.inWindow(async () => {
      const [url, answer] = (await this.execute(
        `const answer = ${condition} ? (function () { ${script} })(...arguments) : null;
         return Promise.resolve(answer).then((value) => [location.href, value ?? null]);`,
        ...values,
      )) ?? [this.#url, null];
      this.#url = url;
      return answer;
    });
  }

  /** Tries until something comes of it. */
  async retried(attempt, complaint) {
    for (const end = Date.now() + this.of.timeout; ; ) {
      let passing;
      try {
        const result = await attempt();
        if (result) return result;
      } catch (error) {
        if (!PASSING.test(error.name)) throw error;
        passing = error;
      }
      if (Date.now() > end) throw new Error(`after ${this.of.timeout} ms ${complaint()}${passing ? `: ${passing.message}` : ""}`);
      await soon();
    }
  }

  evaluate(script, value) {
    if (typeof script === "string") return this.run(`return ${script}`);
    return this.#runIf('globalThis.inpage || location.protocol === "about:"', `return (${script})(arguments[0])`, value);
  }

  waitForFunction(claim, value) {
    return this.retried(
      () => this.run(`return (${claim})(arguments[0])`, value),
      () => `this is not so: ${claim}`,
    );
  }

  async waitForEvent(event) {
    if (event === "download") return this.of.download(() => this.#closed);
    if (event !== "pageerror") throw new Error(`there is no event ${event}`);
    return new Promise((resolve) => this.of.on("weberror", ({ error }) => resolve(error())));
  }

  async #moved(move) {
    await this.#listen();
    await this.inWindow(async (session) => {
      await move(session.navigate(), session);
      this.#url = await session.getCurrentUrl();
    });
  }

  goto = (url) => this.#moved((way) => way.to(url));
  reload = () => this.#moved((way) => way.refresh());
  goBack = () => this.#moved((way) => way.back());
  goForward = () => this.#moved((way) => way.forward());
  title = () => this.run("return document.title");
  bringToFront = async () => {};
  emulateMedia = ({ media }) => this.evaluate(showMedia, media);

  /** Waits for what the page still has to tell. */
  async #listen() {
    const foreign = (await this.run("return inpage.said()")) ?? [];
    for (const url of foreign) this.of.emit("request", { url: () => url });
  }

  async close() {
    if (this.#closed) return;
    this.#closed = true;
    await this.#listen();
    await this.inWindow(async (session) => {
      const { driven: browser } = this.of;
      await session.close();
      await session.switchTo().window(browser.first);
      browser.current = browser.first;
    });
  }

  request = {
    get: async (url) => {
      const { status } = await fetch(url);
      return { status: () => status };
    },
  };

  keyboard = {
    press: (keys) =>
      this.inWindow(async (session) => {
        const pressed = keys.split("+").map((key) => KEYS[key] ?? key);
        const held = pressed.slice(0, -1);
        const actions = session.actions();
        for (const key of held) actions.keyDown(key);
        actions.sendKeys(pressed.at(-1));
        for (const key of held.reverse()) actions.keyUp(key);
        await actions.perform();
      }),
    type: (text) => this.inWindow((session) => session.actions().sendKeys(text).perform()),
  };
}
