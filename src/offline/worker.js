// The service worker: after the first visit the page opens with the network off, one whole version at a time.
// It knows nothing of the app; `cargo xtask dist` gives it the list of the build's files (offline.mjs).
//
// What it promises:
// - A version is kept when every one of its files has arrived as the build made it (by its digest), or not at all.
// - A page is answered from the version it was loaded with, as long as it is open; also when this worker is of
//   a newer one, since any worker can read what all versions keep. So a new worker need not wait for old pages.
// - A new visit, a reload among them, gets the newest version that is whole.

import { files, version } from "michishirube:build";

const { registration, clients, caches } = self;
const SCOPE = registration.scope;
// Caches are shared by all pages of an origin, and other paths of it may hold this program too.
const VERSIONS = `michishirube ${SCOPE} `;
const PAGES = `michishirube-pages ${SCOPE}`;
const CURRENT = VERSIONS + version;

/** Whether the content of a file is told by its name. */
const isHashed = (path) => path.startsWith("assets/");

const versions = async () => (await caches.keys()).filter((name) => name.startsWith(VERSIONS));

/** The file at an address as one of these versions keeps it. */
const kept = async (address, names) => {
  for (const name of names) {
    // What the host varied its answer by (the encoding) does not matter any more.
    const found = await caches.match(address, { cacheName: name, ignoreVary: true });
    if (found) return found;
  }
  return undefined;
};

/** The file as the build made it, from a version before this one or from the host; fails for any other. */
const fetchFile = async (path, digest, before) => {
  const address = new URL(path, SCOPE).href;
  const had = isHashed(path) && (await kept(address, before));
  if (had) return had;
  // A page in the middle of a deployment may still be the old one: the digest tells.
  const cache = isHashed(path) ? "default" : "no-cache";
  const response = await fetch(address, { integrity: digest, cache, priority: "low" });
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response;
};

// The versions from before this one, as long as this worker is not stopped; the next one finds them anew.
let before = [];

const install = async () => {
  before = await versions();
  const cache = await caches.open(CURRENT);
  const keep = async ([path, digest]) => {
    await cache.put(new URL(path, SCOPE).href, await fetchFile(path, digest, before));
  };
  await Promise.all(Object.entries(files).map(keep));
  await self.skipWaiting();
};

/** The path of an address below this one's, without its query; nothing for an address elsewhere. */
const below = (address) => {
  const { origin, pathname } = new URL(address);
  const whole = origin + pathname;
  if (!whole.startsWith(SCOPE)) return undefined;
  // Every link of the app is its page with a query.
  const path = whole.slice(SCOPE.length);
  return path === "index.html" ? "" : path;
};

/** The open pages, with the versions they were loaded with as far as they have said so. */
const openPages = async () => {
  const windows = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const pages = windows.filter(({ url }) => below(url) === "");
  return Promise.all(pages.map(async ({ id }) => ({ id, version: await versionOf(id) })));
};

// A worker is stopped whenever it has nothing to do: what it knows of the pages is kept, too.
const recordOf = (page) => new URL(`?page=${page}`, SCOPE).href;

const versionOf = async (page) => {
  const record = page && (await caches.match(recordOf(page), { cacheName: PAGES }));
  return record ? record.text() : undefined;
};

/** Forgets those of these versions that no open page was loaded with. */
const tidy = async (names) => {
  const pages = await openPages();
  // Of a page that has not said anything yet, it may be any.
  if (pages.some((page) => !page.version)) return;
  const needed = new Set([version, ...pages.map((page) => page.version)].map((each) => VERSIONS + each));
  const old = names.filter((name) => !needed.has(name));
  await Promise.all(old.map((name) => caches.delete(name)));
};

/** Takes note of the version a page was loaded with; says whether there is a newer one. */
const meet = async (page, itsVersion) => {
  const pages = await caches.open(PAGES);
  await pages.put(recordOf(page.id), new Response(itsVersion));
  const open = new Set((await openPages()).map(({ id }) => recordOf(id)));
  const gone = (await pages.keys()).filter(({ url }) => !open.has(url));
  await Promise.all(gone.map((record) => pages.delete(record)));
  // One whose version was never here came from the host just now, and is not older; while a newer worker is
  // on its way, that one will be asked.
  const older = itsVersion !== version && (await caches.has(VERSIONS + itsVersion));
  if (older && !registration.installing) page.postMessage("newer");
  // When this worker took over, the page may not have said yet what it was loaded with.
  await tidy(before);
};

const answer = async (request, path, page) => {
  const address = new URL(path, SCOPE).href;
  const itsVersion = (await versionOf(page)) ?? version;
  const names = [VERSIONS + itsVersion];
  if (isHashed(path)) names.push(...(await versions()));
  return (await kept(address, names)) ?? fetch(request);
};

self.addEventListener("install", (event) => event.waitUntil(install()));

self.addEventListener("activate", (event) => event.waitUntil(clients.claim().then(versions).then(tidy)));

self.addEventListener("message", (event) => event.waitUntil(meet(event.source, event.data)));

// The visits that were answered and whose pages are not there yet: how to say of each that it is, by the page's id.
const onTheirWay = new Map();
/** How long the page of a visit is waited for at most, in milliseconds. */
const PATIENCE = 10_000;

/** Resolves when the page of a visit asks for its first file. `clients.get` would tell, but in Firefox it does not wait. */
const arrival = async (page) => {
  await new Promise((resolve) => {
    onTheirWay.set(page, resolve);
    setTimeout(resolve, PATIENCE);
  });
  onTheirWay.delete(page);
};

self.addEventListener("fetch", (event) => {
  const { request, clientId, resultingClientId } = event;
  onTheirWay.get(clientId)?.();
  const path = below(request.url);
  // Others than the build's files are between the page and the host.
  if (request.method !== "GET" || path === undefined || !(isHashed(path) || path in files)) return;
  // What is navigated to is a visit of its own, whichever page the link was on.
  const isVisit = request.mode === "navigate";
  event.respondWith(answer(request, path, isVisit ? undefined : clientId));
  // A newer worker takes over when this one has nothing to do any more. Did it so before the page is there, it would
  // not answer for that page, which would ask the host for files of a build that the host may not have any more.
  if (isVisit) event.waitUntil(arrival(resultingClientId));
});
