// What the scripts of the page have in common: they make elements and words, and bring style sheets in.

/** A text in the language of the page, which src/first/head.js has chosen. */
export const say = (japanese, english) => (document.documentElement.lang === "en" ? english : japanese);

export const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

export const reloadButton = () =>
  element("button", { type: "button", onclick: () => location.reload() }, say("再読み込みする", "Reload"));

/** ホーム as it stands in the page in the language that was chosen, from before the app until it takes over. */
export const firstPaint = () => document.querySelector(`.first:lang(${document.documentElement.lang})`);

/** Where the first paint may say something: in what is seen of it. */
export const firstPlace = () => {
  const isSeen = document.documentElement.dataset.elsewhere !== "";
  return (isSeen ? firstPaint()?.querySelector("main") : undefined) ?? document.querySelector(".boot-text");
};

/** Adds a style sheet to the page; resolves when it holds. One that did not arrive is asked for anew. */
export const loadSheet = (href) => {
  const known = [...document.querySelectorAll("link[rel=stylesheet]")].find((link) => link.href === href);
  if (known) return known.arrival;
  const link = element("link", { rel: "stylesheet", href });
  link.arrival = new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error(`no style sheet at ${href}`));
    };
  });
  document.head.append(link);
  return link.arrival;
};
