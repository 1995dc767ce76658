// Print and screen, for engines that cannot be told which to show: the page's own media rules are turned round.

/** Runs in the page: lets what is for paper hold ("print"), or what is for the screen again ("screen"). */
export const showMedia = (media) => {
  const own = (globalThis.mediaOfTheSheet ??= new Map());
  const turned = (text) =>
    media === "print"
      ? text
          .replace(/\bscreen\b/g, "speech")
          .replace(/\bprint\b/g, "all")
      : text;
  const visit = (rules) => {
    for (const rule of rules) {
      if (rule.media) {
        if (!own.has(rule)) own.set(rule, rule.media.mediaText);
        const text = turned(own.get(rule));
        if (rule.media.mediaText !== text) rule.media.mediaText = text;
      }
      if (rule.cssRules) visit(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) visit(sheet.cssRules);
};
