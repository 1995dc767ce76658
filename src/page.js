// What the scripts of the page have in common: they make elements and words, wait, and bring modules in.

/** A text in the language of the page, which src/first/head.js has chosen. */
export const say = (japanese, english) => (document.documentElement.lang === "en" ? english : japanese);

export const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Resolves with the next frame; of a page that is out of sight there may be none. */
export const nextFrame = () => Promise.race([new Promise(requestAnimationFrame), wait(100)]);

export const reloadButton = () =>
  element("button", { type: "button", className: "button button-primary", onclick: () => location.reload() }, say("再読み込みする", "Reload"));

/** ホーム as it stands in the page in the language that was chosen, from before the app until it takes over. */
export const firstPaint = () => document.querySelector(`.first:lang(${document.documentElement.lang})`);

/** Where the first paint may say something: in what is seen of it. */
const firstPlace = () => {
  const isSeen = document.documentElement.dataset.elsewhere !== "";
  return (isSeen ? firstPaint()?.querySelector("main") : undefined) ?? document.querySelector(".boot-text");
};

/** Puts the reason why there is no app into the first paint; false where there is no such place any more. */
export const showFailure = (...content) => {
  // Above the figures of ホーム, which can be read all the same.
  const title = firstPlace()?.querySelector(`h1:lang(${document.documentElement.lang})`);
  for (const status of document.querySelectorAll(".boot-status, .first [aria-busy]")) status.remove();
  title?.before(element("div", { className: "boot-failure", role: "alert" }, ...content));
  return Boolean(title);
};

/**
 * A module by its address; one that did not arrive is asked for once more, under another address. Firefox and WebKit
 * remember of an address that its module did not arrive, WebKit even when the page is read in again.
 *
 * Of a page that is being left, browsers break off what is on its way: by the time it fails, nobody is there to be told.
 */
export const bring = (address) =>
  import(address)
    .catch(() => import(`${address}?${Date.now()}`))
    .catch(async (error) => {
      await wait(1000);
      throw error;
    });
