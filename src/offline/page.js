// Has the service worker (worker.js) keep the build for when the network is off, says when there is a newer version, and
// has the browser offer to install the app. Loaded by src/boot.js when the first screen has long been seen; not part of it.

const { serviceWorker } = navigator;
const { dataset: { version }, lang } = document.documentElement;

const say = (japanese, english) => (lang === "en" ? english : japanese);

// The only script address that the page may make (see the CSP in index.html), and it is this one.
const ADDRESS = "sw.js";
const trusted = (address) =>
  globalThis.trustedTypes
    ? trustedTypes
        .createPolicy("offline", { createScriptURL: (asked) => (asked === ADDRESS ? asked : null) })
        .createScriptURL(address)
    : address;

/** Tells the worker which version this page was loaded with; it answers when there is a newer one. */
const introduce = async () => {
  const { active } = await serviceWorker.ready;
  active.postMessage(version);
};

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/** A notice among those of the app (see `Notices` in src/app/frame.rs). */
const announce = () => {
  if (document.getElementById("newer")) return;
  const close = () => notice.remove();
  const reload = () => location.reload();
  const notice = element("div", { id: "newer", className: "notice", role: "status" });
  document.querySelector(".notices")?.append(notice);
  // Readers hear what comes into a place that they know already.
  setTimeout(() =>
    notice.append(
      element(
        "p",
        {},
        element("strong", {}, say("新しい版があります。", "There is a new version. ")),
        say("再読み込みすると切り替わります。この端末に保存された下書きは、そのまま残ります。", "Reload to change over to it. The drafts saved on this device stay as they are."),
      ),
      element("button", { type: "button", className: "button", onclick: reload }, say("再読み込みする", "Reload")),
      element("button", { type: "button", className: "button-quiet", onclick: close }, say("あとで", "Later")),
    ),
  );
};

/**
 * Browsers ask the host for what a link downloads, not the worker. Asked for by the page, it comes with the
 * network off, and is of the page's version.
 */
const download = async (link) => {
  const response = await fetch(link.href);
  const address = URL.createObjectURL(await response.blob());
  element("a", { href: address, download: link.download }).click();
  // The browser takes what is there by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

const onClick = (event) => {
  const link = event.target.closest?.("a[download]");
  if (!link?.href.startsWith(location.origin) || !serviceWorker.controller || event.defaultPrevented) return;
  event.preventDefault();
  // The host may have it all the same; a link outside the document is not asked about here again.
  download(link).catch(() => element("a", { href: link.href, download: link.download }).click());
};

// Asked for as soon as it is linked: from the page itself that would be before the first paint.
document.head.append(element("link", { rel: "manifest", href: "manifest.webmanifest" }));

// Without a secure connection there is none.
if (serviceWorker) {
  addEventListener("click", onClick);
  serviceWorker.addEventListener("message", announce);
  serviceWorker.addEventListener("controllerchange", introduce);
  // A visit asks for a newer one itself: Firefox may do so much later, or not at all while the page is open. Where it is
  // refused (storage off, a host that changes files), the page works as it does without.
  serviceWorker.register(trusted(ADDRESS)).then((registration) => registration.update()).catch(() => {});
  introduce();
}
