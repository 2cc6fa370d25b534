// What a due reminder does beside its card: a short sound, and a notification where the person allowed one.
import { effect, signal } from "../vendor/signals.js";
import { begun } from "./gesture.js";
import { keep, kept } from "./kept.js";
import { call } from "./say.js";
import { reminders, ringing } from "./store.js";
import { t } from "./words.js";

const late = 60; // seconds from which on the server's message says how late it is

/** What rings, as people say it: in the language in which it was asked for. */
export const ringText = ({ message, text, kind, late: by = 0 }) =>
  (kind === "reminder" && by < late && text) || message || text || t(`kind.${kind}`);

/** "default" until the person chose; "missing" where a browser or an address without https has none. */
export const permission = signal("Notification" in window && isSecureContext ? Notification.permission : "missing");

export async function askPermission() {
  permission.value = await Notification.requestPermission();
}

let audio = null;

// Browsers let a page sound only after the person touched it.
begun(() => {
  audio = new AudioContext();
});

const notes = [660, 880, 990]; // Hz; a small rising call

function chime() {
  if (!audio) return;
  notes.forEach((pitch, index) => {
    const from = audio.currentTime + index * 0.16;
    const tone = new OscillatorNode(audio, { frequency: pitch, type: "sine" });
    const volume = new GainNode(audio, { gain: 0 });
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(0.18, from + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.5);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + 0.55);
  });
}

// Of several tabs only one notifies, whichever holds this lock; when it is closed, the next one has it.
let first = !navigator.locks;
navigator.locks?.request("kippu-notifies", () => {
  first = true;
  return new Promise(() => {});
});

/** The worker that shows notifications, once it can: on a first visit it is still being installed. */
async function worker() {
  const registration = await navigator.serviceWorker?.getRegistration();
  return registration && navigator.serviceWorker.ready;
}

const tag = ({ id }) => `kippu-${id}`;

/** One ring of one that may ring again, snoozed or the next day. */
const ring = ({ id, at }) => `${id} ${at}`;

// A reload, or the next tab, does not notify again of what rings on.
const notified = () => kept("notified", "").split("\n");

async function notify(each) {
  if (permission.value !== "granted" || !first || notified().includes(ring(each))) return;
  keep("notified", [...notified(), ring(each)].join("\n"));
  const options = { body: t(`kind.${each.kind}`), tag: tag(each), renotify: true, icon: "icons/kippu-192.png" };
  const shows = await worker();
  if (shows) await shows.showNotification(ringText(each), options);
  else new Notification(ringText(each), options);
}

/** What no longer rings, wherever it was dismissed, does not go on standing among the notifications. */
async function withdraw() {
  const rings = new Set(ringing.value.map(ring));
  keep("notified", notified().filter((each) => rings.has(each)).join("\n"));
  const shown = (await (await worker())?.getNotifications()) ?? [];
  const tags = new Set(ringing.value.map(tag)); // what began to ring meanwhile is among them
  for (const each of shown) if (!tags.has(each.tag)) each.close();
}

/** From now on, whatever begins to ring is heard. */
export function listenForRinging() {
  let known = new Set();
  effect(() => {
    if (!reminders.data.value) return; // nobody knows yet what rings
    const now = ringing.value;
    withdraw();
    for (const each of now.filter(({ id }) => !known.has(id))) {
      chime();
      notify(each);
      call(t("ring.now", { text: ringText(each) }));
    }
    known = new Set(now.map(({ id }) => id));
  });
  setInterval(() => ringing.value.length && chime(), 6000);
}
