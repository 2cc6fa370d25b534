// What is to be drawn, as the person set it on the drawing page.
import { computed, effect, signal } from "../vendor/signals.js";
import { api } from "./api.js";
import { keep, kept } from "./kept.js";
import { cut, mask, share, take } from "./mask.js";
import { squared } from "./pixels.js";
import { load, sheet, sketch } from "./sketch.js";
import { told } from "./store.js";
import { SIDE } from "./strokes.js";

/** Who can draw: {mode, name, styles, size, starts, opaque, guidance} each; `starts` is whether from a picture or a sketch,
    `opaque` is a model of the person's own, `guidance` {least, usual, most} or null. */
export const painters = told(api.painters);

export const words = signal("");
const modeChoice = signal(kept("draw.mode", ""));
const styleChoice = signal(kept("draw.style", ""));

/** How far to go from the start, 0 to 1, and how strictly to follow the sketch, 0 to 2. */
export const strength = signal(0.6);
export const control = signal(1);

/** What to start from, or null: {url, side} of a photo, as a data URL, or of a drawn picture, {url, side, parent} with
    its id; `side` in pixels. */
export const start = signal(null);

/** What of it may change: "all", or "part", which the brush paints over. */
export const region = signal("all");

/** As `strength`, of the part alone: there, what was asked for is mostly new. */
export const strengthWithin = signal(1);

/** How far a variation goes from its picture: as much as keeps what it shows. */
const VARIATION = 0.5;

/** Looks of a round: what it takes to see each once. */
const LOOKS = 4;

/** Pictures of one request. One of an own model takes minutes, so there one is usual. */
export const COUNTS = [1, 2, 4];
const keptCount = (name, usual) => COUNTS.find((each) => String(each) === kept(name, "")) ?? usual;
const counts = { shipped: signal(keptCount("draw.count", 4)), own: signal(keptCount("draw.count.own", 1)) };
const countOf = (by) => (by?.opaque ? counts.own : counts.shipped);

/** Short enough to be told to somebody; the first of a round of looks, so that the first picture is the plainest. */
const anySeed = () => (crypto.getRandomValues(new Uint32Array(1))[0] % 250_000) * LOOKS;

/** The next picture's, and whether it was asked for; otherwise another is taken each time. */
export const seed = signal(anySeed());
export const seedStays = signal(false);

effect(() => keep("draw.mode", modeChoice.value));
effect(() => keep("draw.count", String(counts.shipped.value)));
effect(() => keep("draw.count.own", String(counts.own.value)));
effect(() => keep("draw.style", styleChoice.value));

/** Who draws: the one that was chosen, else the server's first. */
export const painter = computed(() => {
  const all = painters.data.value ?? [];
  return all.find(({ mode }) => mode === modeChoice.value) ?? all[0] ?? null;
});

export const count = computed(() => countOf(painter.value).value);

export const chooseCount = (number) => {
  countOf(painter.value).value = number;
};

/** How closely to keep to the words: at first as this painter does best. */
const usual = computed(() => painter.value?.guidance?.usual ?? null);
export const guidance = signal(null);
effect(() => {
  guidance.value = usual.value;
});

/** The painter goes by words alone, not from a picture or a sketch. */
export const wordsAlone = computed(() => painter.value?.starts === false);

/** Who also draws from a picture or a sketch: this one if it does, else the first that does. */
const starter = (wanted) => {
  const able = painters.data.value?.filter(({ starts }) => starts) ?? [];
  return able.find(({ mode }) => mode === wanted) ?? able[0];
};

/** "" is any: the painter's first, then others. */
export const style = computed(() => {
  const styles = painter.value?.styles ?? [];
  return styles.includes(styleChoice.value) ? styleChoice.value : "";
});

export const chooseMode = (mode) => {
  modeChoice.value = mode;
};

export const chooseStarter = () => chooseMode(starter(painter.value?.mode)?.mode);

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

function begin(from) {
  start.value = from;
  mask.empty();
  if (!from) region.value = "all";
}

/** Start from this file or blob; false when it can't be opened. */
export async function startFrom(file) {
  const square = await squared(file, SIDE);
  if (square) begin(square);
  return square !== null;
}

export const startFromNothing = () => begin(null);

/** Start from a picture that was drawn. */
export function startFromDrawn({ id, image, width }) {
  begin({ url: image, side: width, parent: id });
  chooseStarter();
}

/** Empty when it is gone. */
async function blobOf(address) {
  const response = await fetch(address);
  return response.ok ? response.blob() : new Blob();
}

async function takeMask(address) {
  const kept = await blobOf(address);
  if (kept.size) await take(kept); // nothing: all of it was drawn anew
  region.value = kept.size ? "part" : "all";
}

/** Set everything as it was for this picture. */
export async function setAs({ id, prompt, mode, style: its, seed: number, has_start, has_sketch, ...rest }) {
  words.value = prompt;
  chooseMode(mode);
  chooseStyle(its);
  chooseSeed(number);
  control.value = rest.control ?? control.value;
  guidance.value = rest.guidance ?? usual.value;
  const at = `api/pictures/${encodeURIComponent(id)}`;
  startFromNothing();
  if (has_start) {
    await startFrom(await blobOf(`${at}/start.png`));
    await takeMask(`${at}/mask.png`);
    howFar().value = rest.strength ?? howFar().value;
  }
  if (has_sketch) await load(await blobOf(`${at}/sketch.png`));
  else sketch.clear();
}

/** Which strength counts now. */
export const howFar = () => (region.value === "part" ? strengthWithin : strength);

const began = ({ url, parent }) => (parent ? { parent } : { start: url });

const masked = ({ side }) => region.value === "part" && { mask: cut(side) };

/** What to start from, if this painter does: one that goes by words alone fills a part of it. */
const from = () => (wordsAlone.value && region.value === "all" ? null : start.value);

/** A part of the picture may change, and none is painted over yet. */
export const unpainted = () => from() !== null && region.value === "part" && share.value === 0;

/** Four more from a picture, near it, each its own way. */
export function variation({ id, prompt, mode, style: its }) {
  const by = starter(mode);
  return {
    prompt, mode: by?.mode, style: by?.styles.includes(its) ? its : undefined, seed: anySeed(), variants: countOf(by).value,
    parent: id, strength: VARIATION,
  };
}

/** What the server is asked for. */
export function order() {
  const sketch = wordsAlone.value ? undefined : sheet();
  const begins = from();
  return {
    prompt: words.value.trim(),
    // Until it is known who can draw: what was chosen the last time, else what the server chooses.
    mode: painter.value?.mode ?? (modeChoice.value || undefined),
    style: (painter.value ? style.value : styleChoice.value) || undefined,
    seed: seed.value,
    variants: count.value,
    ...(guidance.value !== usual.value && { guidance: guidance.value }),
    ...(begins && { ...began(begins), ...masked(begins), strength: howFar().value }),
    ...(sketch && { sketch, control: control.value }),
  };
}
