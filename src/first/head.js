// Before anything is seen: in which colours, in which language, and whether it is ホーム. Stands in the page's head
// itself (xtask/npm/bundle.mjs), known to the page's policy by its digest.

import { fileOf, templateOf, wanted } from "./wanted.js";

/** What the page of one thing begins with, asked for beside the style; nothing of another page, or where it does not come. */
const beginningOf = async (id) => {
  const isPlain = !location.hash && [...new URLSearchParams(location.search).keys()].every((key) => ["screen", "id", "section"].includes(key));
  const files = templateOf("beginnings")?.dataset.files.split(" ");
  try {
    // With a scenario of one's own the page begins in another way.
    if (!id || !isPlain || !files || localStorage.getItem("michishirube/draft/v1")) return undefined;
    const response = await fetch(files[fileOf(id, files.length)]);
    const pages = await response.json();
    return Object.hasOwn(pages, id) ? pages[id] : undefined;
  } catch {
    // The page comes with the app, then.
    return undefined;
  }
};

const root = document.documentElement;
let language;
try {
  root.dataset.theme = localStorage.getItem("michishirube/theme") ?? "system";
  language = localStorage.getItem("michishirube/language");
} catch {
  // A browser that keeps nothing goes by what it prefers.
}
if (!/^(ja|en)$/.test(language)) {
  language = navigator.languages.find((each) => /^(ja|en)\b/.test(each))?.slice(0, 2) ?? "en";
}
if (language === "en") {
  root.lang = language;
  document.title = "Michishirube: Hokkaido’s regional projects and their indicators";
}
if (location.search || location.hash.startsWith("#shared.")) root.dataset.elsewhere = "";
globalThis.michishirube = { beginning: beginningOf(wanted("id")) };
