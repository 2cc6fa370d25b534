// Keeps the page itself, so that it opens at once and can say that Kippu isn't running. Never keeps an answer:
// whatever is not in SHELL goes to the server untouched.
const NAME = "kippu-shell";
const SHELL = [
  "./",
  "css/base.css",
  "css/chat.css",
  "css/draw.css",
  "css/home.css",
  "css/models.css",
  "css/pages.css",
  "css/parts.css",
  "css/pictures.css",
  "css/privacy.css",
  "css/shell.css",
  "css/welcome.css",
  "icons/kippu-192.png",
  "icons/kippu-512.png",
  "icons/kippu-maskable-512.png",
  "icons/kippu.svg",
  "js/api.js",
  "js/clipboard.js",
  "js/drawing.js",
  "js/first.js",
  "js/focus.js",
  "js/format.js",
  "js/gallery.js",
  "js/gesture.js",
  "js/html.js",
  "js/kept.js",
  "js/ledger.js",
  "js/main.js",
  "js/markdown.js",
  "js/mask.js",
  "js/messages/draw.en.js",
  "js/messages/draw.ja.js",
  "js/messages/en.js",
  "js/messages/ja.js",
  "js/messages/privacy.en.js",
  "js/messages/privacy.ja.js",
  "js/model.js",
  "js/order.js",
  "js/pages/chat.js",
  "js/pages/draw.js",
  "js/pages/home.js",
  "js/pages/ledger.js",
  "js/pages/models.js",
  "js/pages/settings.js",
  "js/pages/today.js",
  "js/parts/answer.js",
  "js/parts/between.js",
  "js/parts/board.js",
  "js/parts/brush.js",
  "js/parts/choices.js",
  "js/parts/composer.js",
  "js/parts/consent.js",
  "js/parts/controls.js",
  "js/parts/conversations.js",
  "js/parts/dialog.js",
  "js/parts/dots.js",
  "js/parts/drawform.js",
  "js/parts/drawn.js",
  "js/parts/far.js",
  "js/parts/firstmodel.js",
  "js/parts/gallery.js",
  "js/parts/help.js",
  "js/parts/homepanel.js",
  "js/parts/icon.js",
  "js/parts/kinds.js",
  "js/parts/ledgerbars.js",
  "js/parts/ledgerchart.js",
  "js/parts/ledgerrow.js",
  "js/parts/ledgertools.js",
  "js/parts/loaded.js",
  "js/parts/never.js",
  "js/parts/notices.js",
  "js/parts/notifyoffer.js",
  "js/parts/offer.js",
  "js/parts/page.js",
  "js/parts/picker.js",
  "js/parts/picture.js",
  "js/parts/policy.js",
  "js/parts/progress.js",
  "js/parts/providerform.js",
  "js/parts/providers.js",
  "js/parts/ringing.js",
  "js/parts/routines.js",
  "js/parts/sheet.js",
  "js/parts/shell.js",
  "js/parts/spending.js",
  "js/parts/startphoto.js",
  "js/parts/stub.js",
  "js/parts/thing.js",
  "js/parts/thingsettings.js",
  "js/parts/variants.js",
  "js/parts/welcome.js",
  "js/parts/whereto.js",
  "js/pixels.js",
  "js/policy.js",
  "js/reasons.js",
  "js/replaced.js",
  "js/ring.js",
  "js/route.js",
  "js/say.js",
  "js/sketch.js",
  "js/store.js",
  "js/strokes.js",
  "js/talk.js",
  "js/theme.js",
  "js/things.js",
  "js/tongue.js",
  "js/words.js",
  "js/worker.js",
  "manifest.webmanifest",
  "vendor/dompurify.js",
  "vendor/htm.js",
  "vendor/markdown-it.js",
  "vendor/preact-hooks.js",
  "vendor/preact.js",
  "vendor/signals-core.js",
  "vendor/signals.js",
  "vendor/uplot.css",
  "vendor/uplot.js",
];
const addresses = new Set(SHELL.map((path) => new URL(path, registration.scope).href));

const fresh = () => Promise.all(SHELL.map((path) => fetch(path, { cache: "no-cache" })));

/** Read the whole shell again; when anything in it is new, all of it takes the place of the old. */
async function renew() {
  const came = await fresh();
  if (came.some((response) => !response.ok)) return;
  const cache = await caches.open(NAME);
  let changed = false;
  for (const [index, response] of came.entries()) {
    const old = await cache.match(SHELL[index]);
    changed ||= !old || (await old.text()) !== (await response.clone().text());
  }
  if (!changed) return;
  await Promise.all(came.map((response, index) => cache.put(SHELL[index], response)));
  for (const client of await clients.matchAll()) client.postMessage("updated");
}

addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(SHELL)).then(() => skipWaiting()));
});

addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const address = new URL(request.url);
  // A pairing address carries its token once; the server has to see it.
  if (address.searchParams.has("token")) return;
  address.search = address.hash = "";
  if (!addresses.has(address.href)) return;
  event.respondWith(caches.match(address.href).then((kept) => kept ?? fetch(request)));
  if (request.mode === "navigate") event.waitUntil(renew().catch(() => null)); // the server is off: the old one stays
});

addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(
    clients.matchAll({ type: "window" }).then(([open]) => (open ? open.focus() : clients.openWindow("./#/today"))),
  );
});
