// Which page is shown; the address after # says it, so that Back works.
import { computed, signal } from "../vendor/signals.js";

/** Every page, in the order in which they are offered: its picture, and whether it has a tab on a phone. Its name is
    the message page.{name}; what it shows stands in main.js. */
export const pages = {
  chat: { icon: "chat", tab: true },
  home: { icon: "home", tab: true },
  today: { icon: "today", tab: true },
  draw: { icon: "brush", tab: true },
  models: { icon: "ladder", tab: true },
  ledger: { icon: "privacy" },
  settings: { icon: "settings" },
};

const address = signal(location.hash);
addEventListener("hashchange", () => {
  address.value = location.hash;
});

/** {page, id}: id is the conversation's on the chat page, a picture's on the drawing page. */
export const route = computed(() => {
  const [page, id] = address.value.replace(/^#\/?/, "").split("/");
  return { page: Object.hasOwn(pages, page) ? page : "chat", id: id ? decodeURIComponent(id) : null };
});

export const link = (page, id) => `#/${page}${id ? `/${encodeURIComponent(id)}` : ""}`;

export function go(page, id) {
  location.hash = link(page, id);
}

/** The same page under a new address, without a step in the browser's history. */
export function rename(page, id) {
  history.replaceState(null, "", link(page, id));
  address.value = location.hash;
}
