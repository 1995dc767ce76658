// The service worker of a build that keeps nothing: it takes an earlier one away with all that it kept, so that
// a build served for development is never an old one. As sw.js on a host, it ends working offline there.

self.addEventListener("install", () => self.skipWaiting());

const leave = async () => {
  const { scope } = self.registration;
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith(`michishirube ${scope} `) || name === `michishirube-pages ${scope}`);
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const here = windows.filter(({ url }) => url.startsWith(scope));
  // Their files are the host's again; those that were kept are gone.
  await Promise.all(here.map((page) => page.navigate(page.url).catch(() => {})));
};

self.addEventListener("activate", (event) => event.waitUntil(leave()));
