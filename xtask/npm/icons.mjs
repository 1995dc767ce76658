// Draws the icons of the installed app from public/icons/favicon.svg: made once, by hand, when that changes; the
// build only copies the pictures.
//
// Usage: node icons.mjs <public/icons>
// MICHISHIRUBE_NODE_MODULES names the folder with the pinned packages, CHROMIUM a Chromium.

import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const [folder] = process.argv.slice(2);
const { chromium } = createRequire(path.join(process.env.MICHISHIRUBE_NODE_MODULES, "index.js"))("playwright-core");
const svg = await readFile(path.join(folder, "favicon.svg"), "utf8");
const ground = /fill="(#[0-9A-F]{6})"/.exec(svg)[1];

// A launcher cuts any shape out of a maskable icon, but nothing within the circle of four fifths: the ground
// reaches the edges, the sign keeps to the middle.
const PICTURES = [
  { name: "icon-192.png", size: 192, sign: 1, ground: "transparent" },
  { name: "icon-512.png", size: 512, sign: 1, ground: "transparent" },
  { name: "maskable-512.png", size: 512, sign: 0.8, ground },
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox"] });
for (const { name, size, sign, ground: behind } of PICTURES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const image = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  await page.setContent(
    `<style>html { background: ${behind} } body { margin: 0 } img { display: block; margin: ${(size * (1 - sign)) / 2}px }</style>
     <img src="${image}" width="${size * sign}" height="${size * sign}">`,
  );
  await writeFile(path.join(folder, name), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
