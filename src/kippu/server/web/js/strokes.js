// The sketch: strokes of a finger, mouse or pen, kept as lines so that each can be taken back. No page here.
import { computed, signal } from "../vendor/signals.js";
import { onWhite, opened } from "./pixels.js";

/** Side of the sketch in its own units, and of what is sent in pixels. */
export const SIDE = 512;

const INK = "#101413";

/** All that was done, oldest first: a stroke {points: [[x, y, pressure], …], width, erases}, a picture that was loaded
    {image}, or {clears: true}. */
export const marks = signal([]);

/** "pen" or "eraser" */
export const tool = signal("pen");

/** Of the strokes to come. */
export const width = signal(10);

/** What stands since it was last cleared. */
const standing = computed(() => marks.value.slice(marks.value.findLastIndex(({ clears }) => clears) + 1));

/** Lines and pictures that stand on the sheet; it is empty at 0. */
export const count = computed(() => standing.value.filter(({ erases }) => !erases).length);

export const undo = () => {
  marks.value = marks.value.slice(0, -1);
};

export const clear = () => {
  if (count.value) marks.value = [...marks.value, { clears: true }];
};

/** Put a picture under what is drawn from now on; false when it can't be opened. */
export async function load(file) {
  const image = await opened(file);
  if (image) marks.value = [...marks.value, { clears: true }, { image }];
  return image !== null;
}

/** Paint a stroke from its point `from` on; the context's side is SIDE units. */
export function paintStroke(context, { points, width: wide, erases }, from = 0) {
  context.globalCompositeOperation = erases ? "destination-out" : "source-over";
  context.strokeStyle = INK;
  context.lineCap = "round";
  for (let each = Math.max(from, 0); each < points.length; each++) {
    const [x, y, pressure] = points[each];
    const [beforeX, beforeY] = points[each - 1] ?? points[each];
    context.lineWidth = wide * (erases ? 2.5 : 0.4 + 1.2 * pressure);
    context.beginPath();
    context.moveTo(beforeX, beforeY);
    context.lineTo(x, y);
    context.stroke();
  }
  context.globalCompositeOperation = "source-over";
}

function paintImage(context, image) {
  const scale = Math.min(SIDE / image.width, SIDE / image.height);
  const [wide, high] = [image.width * scale, image.height * scale];
  context.drawImage(image, (SIDE - wide) / 2, (SIDE - high) / 2, wide, high);
}

/** Paint the whole sketch on a canvas of any side. */
export function paint(context) {
  const scale = context.canvas.width / SIDE;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, SIDE, SIDE);
  for (const mark of standing.value) {
    if (mark.image) paintImage(context, mark.image);
    else paintStroke(context, mark);
  }
}

/** The sketch as a PNG data URL, dark on white; undefined while there is none. */
export const sheet = () => (count.value ? onWhite(SIDE, paint) : undefined);
