// Reads a printed page, so that a test can ask what stands where on paper.

import { unpdf } from "./tools.mjs";

/** Why a test of what is printed leaves an engine out. */
export const UNPRINTED = { webkit: "WebKitWebDriver does not print" };
/** The same for one of the paper that a page asks for. */
export const PAPER_TOLD = { ...UNPRINTED, firefox: "WebDriver prints on the paper it is told, not on that of the page" };

/**
 * The pages of a PDF: `width` and `height` in points, `text` without spaces, and `items`, the pieces of text
 * with their places in points from the lower left corner.
 */
export const readPdf = async (bytes) => {
  const document = await unpdf.getDocumentProxy(new Uint8Array(bytes));
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const content = await page.getTextContent();
    const items = content.items
      .filter((item) => item.str.trim())
      .map(({ str, width: across, transform: [, , , size, left, bottom] }) => ({
        text: characters(str),
        size,
        left,
        right: left + across,
        bottom,
      }));
    pages.push({ width, height, items, text: items.map((item) => item.text).join("").replace(/\s/g, "") });
  }
  return pages;
};

/** Fonts share the drawing of characters that look alike, and a PDF may name either: 日 or the radical ⽇. */
const characters = (text) =>
  text.replace(/[\u2f00-\u2fdf]/g, (radical) => radical.normalize("NFKC")).replace(/[‧⺠⻘⻑戶]/g, (likeness) => LIKENESSES[likeness]);
const LIKENESSES = { "‧": "・", "⺠": "民", "⻘": "青", "⻑": "長", 戶: "戸" };
