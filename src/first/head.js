// Before anything is seen: in which colours, in which language, and whether it is ホーム. Stands in the page's head
// itself (xtask/npm/bundle.mjs), known to the page's policy by its digest.

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
