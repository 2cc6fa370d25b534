// Strokes of a finger, mouse or pen, kept as lines so that each can be taken back. No page here.
import { computed, signal } from "../vendor/signals.js";

/** Side of a sheet in its own units. */
export const SIDE = 512;

/** Paint a stroke from its point `from` on; the context's side is SIDE units. */
export function paintStroke(context, { points, width, erases, ink }, from = 0) {
  context.globalCompositeOperation = erases ? "destination-out" : "source-over";
  context.strokeStyle = ink;
  context.lineCap = "round";
  for (let each = Math.max(from, 0); each < points.length; each++) {
    const [x, y, pressure] = points[each];
    const [beforeX, beforeY] = points[each - 1] ?? points[each];
    context.lineWidth = erases ? width : width * (0.4 + 1.2 * pressure);
    context.beginPath();
    context.moveTo(beforeX, beforeY);
    context.lineTo(x + 0.01, y); // a line of no length may leave no dot
    context.stroke();
  }
  context.globalCompositeOperation = "source-over";
}

/** A sheet for strokes in one colour; its eraser is so many times as wide as its pen. */
export function strokesIn(ink, { width: wide, eraser }) {
  /** All that was done, oldest first: a stroke {points: [[x, y, pressure], …], width, erases, ink}, something that was
      loaded {paint: (context) => …}, or {clears: true}. */
  const marks = signal([]);

  /** "pen" or "eraser" */
  const tool = signal("pen");

  /** Of the strokes to come. */
  const width = signal(wide);

  /** What stands since it was last cleared. */
  const standing = computed(() => marks.value.slice(marks.value.findLastIndex(({ clears }) => clears) + 1));

  /** Lines and pictures that stand on the sheet; it is empty at 0. */
  const count = computed(() => standing.value.filter(({ erases }) => !erases).length);

  return {
    marks, tool, width, count,
    begun: (erases) => ({ points: [], width: erases ? width.value * eraser : width.value, erases, ink }),
    add: (stroke) => {
      marks.value = [...marks.value, stroke];
    },
    undo: () => {
      marks.value = marks.value.slice(0, -1);
    },
    clear: () => {
      if (count.value) marks.value = [...marks.value, { clears: true }];
    },
    /** Put something under what is drawn from now on, in place of all that stands. */
    lay: (paint) => {
      marks.value = [...marks.value, { clears: true }, { paint }];
    },
    /** Begin with nothing, and nothing to take back. */
    empty: () => {
      marks.value = [];
    },
    /** Paint all that stands on a canvas of any side. */
    paint: (context) => {
      const scale = context.canvas.width / SIDE;
      context.setTransform(scale, 0, 0, scale, 0, 0);
      context.clearRect(0, 0, SIDE, SIDE);
      for (const mark of standing.value) {
        if (mark.paint) mark.paint(context);
        else paintStroke(context, mark);
      }
    },
  };
}
