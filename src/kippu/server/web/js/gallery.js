// All pictures that were drawn: finding them, and taking one away so that it can still be brought back.
import { computed, effect, signal } from "../vendor/signals.js";
import { api } from "./api.js";
import { keep, kept } from "./kept.js";
import { attempt, notice, online, told } from "./store.js";
import { t } from "./words.js";

export const sought = signal("");

/** The server's rows, newest first. */
export const gallery = told(() => api.pictures(sought.value.trim()));

/** Milliseconds in which a deletion can be undone. */
const GRACE = 20_000;

/** Deleted as the last page was left. A browser may drop what a page asks for at its end, so it is looked after here. */
const left = new Set(kept("draw.left", "").split(" ").filter(Boolean));

/** Ids that are to be deleted, each with what ends its grace. */
const leaving = signal(new Map([...left].map((id) => [id, null])));

export const shown = computed(() => (gallery.data.value ?? []).filter(({ id }) => !leaving.value.has(id)));

export const gone = (id) => leaving.value.has(id);

function stay(id) {
  clearTimeout(leaving.value.get(id));
  leaving.value = new Map([...leaving.value].filter(([each]) => each !== id));
}

async function settle(id) {
  clearTimeout(leaving.value.get(id));
  await attempt(() => api.removePicture(id));
  await gallery.load();
  stay(id);
}

/** Delete it, unless that is undone in time. */
export function remove(id) {
  leaving.value = new Map(leaving.value).set(id, setTimeout(() => settle(id), GRACE));
  notice(t("gallery.removed"), false, { text: t("action.undo"), act: () => stay(id), lasts: GRACE });
}

// Who closes the page has said what they want.
addEventListener("pagehide", () => {
  keep("draw.left", [...leaving.value.keys()].join(" "));
  for (const [id, waiting] of leaving.value) {
    clearTimeout(waiting);
    api.removePicture(id).catch(() => null); // nobody is left to tell
  }
});

effect(() => {
  if (!gallery.data.value) return;
  for (const { id } of gallery.data.value) if (left.delete(id)) api.removePicture(id).catch(() => null); // it is gone
  keep("draw.left", "");
});
if (left.size) gallery.load();

/** Read it, and again whenever other words are sought or the server came back, as long as the page is open; gives what
    ends it. */
export function follow() {
  let waiting;
  let first = true;
  gallery.load();
  const end = effect(() => {
    for (const each of [sought, online]) each.value;
    clearTimeout(waiting);
    if (!first) waiting = setTimeout(gallery.load, 200);
    first = false;
  });
  return () => {
    clearTimeout(waiting);
    end();
  };
}
