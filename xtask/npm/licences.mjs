// Writes the notices that the licences of the shipped third-party code ask for: of every crate in the
// WebAssembly and every package in the script bundle, its licence and the text it comes with.
//
// Usage: node licences.mjs <wasm target> <output file>
// MICHISHIRUBE_NODE_MODULES names the folder with the pinned packages.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const [target, output] = process.argv.slice(2);
const modules = process.env.MICHISHIRUBE_NODE_MODULES;
const BUNDLED = ["echarts", "zrender", "tslib"];

/** The crates linked into the app for the target: not build scripts, tests, macros or our own. */
const crates = () => {
  const cargo = process.env.CARGO ?? "cargo";
  const metadata = JSON.parse(
    execFileSync(cargo, ["metadata", "--format-version", "1", "--filter-platform", target], {
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
  const packages = new Map(metadata.packages.map((found) => [found.id, found]));
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
  const isMacro = (id) => packages.get(id).targets.some(({ kind }) => kind.includes("proc-macro"));
  const seen = new Set();
  const visit = (id) => {
    if (seen.has(id) || isMacro(id)) return;
    seen.add(id);
    for (const { pkg, dep_kinds } of nodes.get(id).deps) {
      if (dep_kinds.some(({ kind }) => kind === null)) visit(pkg);
    }
  };
  visit(metadata.packages.find(({ name, source }) => name === "michishirube" && !source).id);
  return [...seen]
    .map((id) => packages.get(id))
    .filter(({ source }) => source)
    .map(({ name, version, license, manifest_path }) => ({
      name: `${name} ${version}`,
      licence: license ?? "see the text",
      folder: path.dirname(manifest_path),
    }));
};

const scripts = () =>
  BUNDLED.map((name) => {
    const folder = path.join(modules, name);
    const { version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
    return { name: `${name} ${version}`, licence: license, folder };
  });

/** The licence files in a folder: the MIT text where there is a choice, else all, and any notice. */
const texts = (folder) => {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)([-._].*)?$/i.test(file));
  const mit = files.filter((file) => /mit/i.test(file));
  const notices = files.filter((file) => /^notice/i.test(file));
  const chosen = mit.length ? [...mit, ...notices] : files;
  return chosen.sort().flatMap((file) => {
    try {
      return [readFileSync(path.join(folder, file), "utf8").replace(/\r\n/g, "\n").trim()];
    } catch {
      return []; // A folder of licences; the main file refers to it.
    }
  });
};

const parts = [...crates(), ...scripts()].sort((a, b) => (a.name < b.name ? -1 : 1));
const users = new Map();
for (const { name, folder } of parts) {
  for (const text of texts(folder)) users.set(text, [...(users.get(text) ?? []), name]);
}

const rule = "-".repeat(80);
const sections = [
  "Third-party software in this build of みちしるべ, with its licences.",
  parts.map(({ name, licence }) => `${name}: ${licence}`).join("\n"),
  ...[...users].map(([text, names]) => `${rule}\n${names.join(", ")}\n${rule}\n\n${text}`),
];
writeFileSync(output, `${sections.join("\n\n")}\n`);
