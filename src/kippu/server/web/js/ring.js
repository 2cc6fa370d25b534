// What a due reminder does beside its card: a short sound, and a notification where the person allowed one.
import { effect, signal } from "../vendor/signals.js";
import { begun } from "./gesture.js";
import { call } from "./say.js";
import { ringing } from "./store.js";
import { t } from "./words.js";

/** What rings, as people say it: in the language in which it was asked for. */
export const ringText = ({ message, text, kind, late }) =>
  (kind === "reminder" && !late && text) || message || text || t(`kind.${kind}`);

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

async function notify(each) {
  if (permission.value !== "granted" || !first) return;
  const options = { body: t(`kind.${each.kind}`), tag: `kippu-${each.id}`, icon: "icons/kippu-192.png" };
  // A worker that is still being installed shows nothing yet.
  const worker = (await navigator.serviceWorker?.getRegistration()) && (await navigator.serviceWorker.ready);
  if (worker) await worker.showNotification(ringText(each), options);
  else new Notification(ringText(each), options);
}

/** From now on, whatever begins to ring is heard. */
export function listenForRinging() {
  let known = new Set();
  effect(() => {
    const now = ringing.value;
    for (const each of now.filter(({ id }) => !known.has(id))) {
      chime();
      notify(each);
      call(t("ring.now", { text: ringText(each) }));
    }
    known = new Set(now.map(({ id }) => id));
  });
  setInterval(() => ringing.value.length && chime(), 6000);
}
