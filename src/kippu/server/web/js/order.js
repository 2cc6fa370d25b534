// What is to be drawn, as the person set it on the drawing page.
import { computed, effect, signal } from "../vendor/signals.js";
import { api } from "./api.js";
import { keep, kept } from "./kept.js";
import { told } from "./store.js";

/** Who can draw: {mode, name, styles, size, starts} each; `starts` is whether from a picture or a sketch. */
export const painters = told(api.painters);

export const words = signal("");
const modeChoice = signal(kept("draw.mode", ""));
const styleChoice = signal(kept("draw.style", ""));

/** How far a variation goes from its picture: as much as keeps what it shows. */
const VARIATION = 0.5;

/** Short enough to be told to somebody. */
const anySeed = () => crypto.getRandomValues(new Uint32Array(1))[0] % 1_000_000;

/** The next picture's, and whether it was asked for; otherwise another is taken each time. */
export const seed = signal(anySeed());
export const seedStays = signal(false);

effect(() => keep("draw.mode", modeChoice.value));
effect(() => keep("draw.style", styleChoice.value));

/** Who draws: the one that was chosen, else the server's first. */
export const painter = computed(() => {
  const all = painters.data.value ?? [];
  return all.find(({ mode }) => mode === modeChoice.value) ?? all[0] ?? null;
});

/** The mode of who also draws from a picture or a sketch. */
const starter = () => painters.data.value?.find(({ starts }) => starts)?.mode;

export const style = computed(() => {
  const styles = painter.value?.styles ?? [];
  return styles.includes(styleChoice.value) ? styleChoice.value : styles[0];
});

export const chooseMode = (mode) => {
  modeChoice.value = mode;
};

export const chooseStyle = (name) => {
  styleChoice.value = name;
};

/** Ask for another seed. */
export const reseed = () => {
  seed.value = anySeed();
};

export function chooseSeed(number) {
  seed.value = number;
  seedStays.value = true;
}

/** Set the words and all else as it was for this picture. */
export function setAs({ prompt, mode, style: its, seed: number }) {
  words.value = prompt;
  chooseMode(mode);
  chooseStyle(its);
  chooseSeed(number);
}

/** Four more from a picture, near it, each its own way. */
export const variation = ({ id, prompt, style: its }) => ({
  prompt, mode: starter(), style: its, seed: anySeed(), variants: 4, parent: id, strength: VARIATION,
});

/** What the server is asked for: four pictures. */
export function order() {
  return {
    prompt: words.value.trim(),
    // Until it is known who can draw: what was chosen the last time, else what the server chooses.
    mode: painter.value?.mode ?? (modeChoice.value || undefined),
    style: style.value ?? (styleChoice.value || undefined),
    seed: seed.value,
    variants: 4,
  };
}
