// The recipes for hosts hold: nginx as it is shipped in deploy/, and the workflow for GitHub Pages.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

import { launch, mounted, visit } from "./browser.mjs";
import { dist, engine, root } from "./tools.mjs";

const FOLDER = "/some/where/michishirube/";
const BROTLI = ["/usr/lib/nginx/modules", "/usr/lib64/nginx/modules", "/etc/nginx/modules"]
  .map((folder) => `${folder}/ngx_http_brotli_static_module.so`)
  .find(existsSync);

const runs = (program, ...words) => {
  try {
    execFileSync(program, words, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

// `cargo xtask test` installs it where that is simple (see xtask/src/nginx.rs).
const isThere = runs("nginx", "-v") && BROTLI;
const missing = "nginx with its module is not installed: apt-get install nginx libnginx-mod-http-brotli-static";
const elsewhere = engine !== "chromium" && "what a host sends is the same for every engine: tested with Chromium";

const freePort = async () => {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
};

/** The shipped configuration with another port and root, within what a distribution's nginx.conf has around it. */
const configuration = async (home, port) => {
  const shipped = await readFile(path.join(root, "deploy/nginx.conf"), "utf8");
  const own = [
    ["listen 80;", `listen 127.0.0.1:${port};`],
    ["root /srv/www;", `root ${home}/www;`],
  ].reduce((text, [from, to]) => {
    assert.equal(text.split(from).length, 2, `deploy/nginx.conf has one "${from}"`);
    return text.replace(from, to);
  }, shipped);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${home}/${kind};`);
  // Started by root, nginx would read the files as a user who may not.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  return `load_module ${BROTLI};\n${user}\ndaemon off;\npid ${home}/pid;\nerror_log stderr;\n
events {}\nhttp { access_log off; ${temporary.join(" ")}\n${own}\n}\n`;
};

/** Starts nginx with the release build in a folder below its root; gives the address of the page. */
const startNginx = async () => {
  const home = await mkdtemp(path.join(tmpdir(), "michishirube-nginx-"));
  const folder = path.join(home, "www", FOLDER);
  await mkdir(path.dirname(folder), { recursive: true });
  await symlink(dist, folder.replace(/\/$/, ""));
  const port = await freePort();
  await writeFile(path.join(home, "nginx.conf"), await configuration(home, port));
  const nginx = spawn("nginx", ["-p", home, "-c", path.join(home, "nginx.conf")], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  nginx.stderr.on("data", (text) => (said += text));
  const ended = new Promise((resolve) => nginx.once("exit", resolve));
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    if (nginx.exitCode !== null) throw new Error(`nginx did not start: ${said}`);
    if (await ask(origin, "/").catch(() => null)) break;
  }
  const stop = async () => {
    nginx.kill("SIGTERM");
    await ended;
    await rm(home, { recursive: true, force: true });
  };
  return { origin, url: origin + FOLDER, stop };
};

/** What the server answers, as it stands on the wire. */
const ask = (origin, address, headers = {}) =>
  new Promise((resolve, reject) => {
    const asked = request(new URL(address, origin), { headers, agent: false }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    asked.on("error", reject).end();
  });

const TYPES = {
  css: "text/css; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml; charset=utf-8",
  toml: "application/toml; charset=utf-8",
  topojson: "application/json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
};

/** Every file of the build, as its address below the folder, without the compressed forms. */
const files = async () => {
  const all = await readdir(dist, { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name))
    .map((entry) => path.relative(dist, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join("/"))
    .filter((file) => !file.startsWith(".stage"));
};

describe("nginx as it is shipped", { skip: elsewhere || (!isThere && missing) }, () => {
  let nginx;
  let browser;
  before(async () => {
    nginx = await startNginx();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await nginx?.stop();
  });
  const get = (below, headers) => ask(nginx.origin, FOLDER + below, headers);

  test("serves every file whole, with its type, its encodings and how long it may be kept", async () => {
    for (const file of await files()) {
      const plain = await get(file);
      const bytes = await readFile(path.join(dist, file));
      assert.equal(plain.status, 200, file);
      assert.deepEqual(plain.body, bytes, file);
      assert.equal(plain.headers["content-type"], TYPES[file.split(".").at(-1)], file);
      const hashed = file.startsWith("assets/");
      assert.equal(plain.headers["cache-control"], hashed ? "public, max-age=31536000, immutable" : "no-cache", file);

      for (const [encoding, extension, decode] of [["br", "br", brotliDecompressSync], ["gzip", "gz", gunzipSync]]) {
        if (!existsSync(path.join(dist, `${file}.${extension}`))) continue;
        const packed = await get(file, { "Accept-Encoding": encoding });
        assert.equal(packed.headers["content-encoding"], encoding, file);
        assert.equal(packed.headers["content-type"], plain.headers["content-type"], file);
        assert.equal(packed.headers.vary, "Accept-Encoding", file);
        assert.ok(packed.body.length < bytes.length, file);
        assert.deepEqual(decode(packed.body), bytes, file);
      }
    }
    const modern = await get("", { "Accept-Encoding": "gzip, deflate, br, zstd" });
    assert.equal(modern.headers["content-encoding"], "br");
  });

  test("every answer has the headers of the recipe, an error among them, and an error is not kept", async () => {
    const page = readFileSync(path.join(dist, "index.html"), "utf8");
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page);
    for (const below of ["", "sw.js", "data/indicators.csv", "assets/gone-ABCDEFGH.js"]) {
      const { status, headers } = await get(below);
      assert.equal(status, below.includes("gone") ? 404 : 200);
      // What a <meta> cannot say is added to the page's own policy, and nothing else.
      assert.equal(headers["content-security-policy"], `${policy}; frame-ancestors 'none'`);
      assert.equal(headers["x-content-type-options"], "nosniff");
      assert.equal(headers["referrer-policy"], "no-referrer");
      assert.match(headers["permissions-policy"], /geolocation=\(\)/);
      assert.doesNotMatch(headers.server, /\d/);
      if (status === 404) assert.equal(headers["cache-control"], undefined);
    }
  });

  test("a visit asks again only whether what has no hash is still the same", async () => {
    const first = await get("");
    const again = await get("", { "If-None-Match": first.headers.etag });
    assert.equal(again.status, 304);
    assert.equal(again.headers["cache-control"], "no-cache");
  });

  test("the folder without its slash leads to the page", async () => {
    const { status, headers } = await ask(nginx.origin, FOLDER.slice(0, -1));
    assert.equal(status, 301);
    assert.equal(headers.location, FOLDER);
  });

  test("the page starts below any path, keeps its policy, and opens without the host afterwards", async () => {
    const { context, page, watch } = await visit(browser, nginx, { serviceWorkers: "allow" });
    try {
      await page.goto(`${nginx.url}?screen=indicator&id=sorachi-visitors`);
      await mounted(page);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      const chart = page.getByRole("img", { name: /推移のグラフ/ });
      await chart.scrollIntoViewIfNeeded();
      await chart.locator("svg").waitFor();
      await page.evaluate(() => navigator.serviceWorker.ready);
      await context.setOffline(true);
      await page.goto(`${nginx.url}?screen=areas`);
      await page.getByRole("heading", { level: 1, name: "地域" }).waitFor();
      assert.ok(watch.requests.every((url) => new URL(url).pathname.startsWith(FOLDER)));
      assert.deepEqual(watch.complaints([/ERR_INTERNET_DISCONNECTED/]), []);
    } finally {
      await context.close();
    }
  });
});

test("the workflow for GitHub Pages builds as everybody does and publishes that, with no more rights than it needs", { skip: elsewhere }, () => {
  const workflow = readFileSync(path.join(root, ".github/workflows/pages.yml"), "utf8");
  assert.doesNotMatch(workflow, /\t/, "YAML knows no tabs");
  const uses = [...workflow.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
  assert.ok(uses.length >= 4);
  for (const action of uses) assert.match(action, /^actions\/[a-z-]+@v\d+\.\d+\.\d+$/, "GitHub's own, of one version");
  const order = ["actions/checkout@", "run: cargo xtask dist", "actions/upload-pages-artifact@", "actions/deploy-pages@"];
  const places = order.map((step) => workflow.indexOf(step));
  assert.ok(places.every((place, at) => place > (places[at - 1] ?? 0)), `in this order: ${order}`);
  assert.match(workflow, /path: dist$/m);
  assert.match(workflow, /\npermissions:\n  contents: read\n\n/);
  assert.match(workflow, /\n    permissions:\n      pages: write\n      id-token: write\n/);
});

test("every compressed form is of the file beside it, smaller than it, and there where there is much to gain", { skip: elsewhere }, async () => {
  for (const file of await files()) {
    const bytes = readFileSync(path.join(dist, file));
    for (const [extension, decode] of [["br", brotliDecompressSync], ["gz", gunzipSync]]) {
      const packed = path.join(dist, `${file}.${extension}`);
      if (existsSync(packed)) {
        const form = readFileSync(packed);
        assert.ok(form.length < bytes.length, packed);
        assert.deepEqual(decode(form), bytes, packed);
      } else {
        assert.ok(/\.png$/.test(file) || bytes.length < 1000, `${file} has no ${extension} form`);
      }
    }
  }
});
