// What the address asks for, and where the page has it (xtask/npm/prerender.mjs puts it there): for both scripts that
// stand in the page.

/** A name in the address, if it is one. */
export const wanted = (key) => /^[\w-]+$/.exec(new URLSearchParams(location.search).get(key) ?? "")?.[0];

/** The template of this class of the screen that is wanted, in the language that was chosen. */
export const templateOf = (name) =>
  document.querySelector(`template.${name}[lang="${document.documentElement.lang}"][data-screen="${wanted("screen")}"]`);

/** Which of so many files has what the page of one thing begins with: small ones, as a visitor needs one page of some forty. */
export const fileOf = (id, count) => [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % count;
