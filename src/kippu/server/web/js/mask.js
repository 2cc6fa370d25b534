// Which part of the picture to start from may change: what the brush painted over. No page here.
import { computed } from "../vendor/signals.js";
import { canvasOf, opened } from "./pixels.js";
import { SIDE, strokesIn } from "./strokes.js";

/** A colour that few photos have. */
const INK = "#d6006c";

/** Side in pixels at which it is told how much is painted over. */
const LOOK = 128;

export const mask = strokesIn(INK, { width: 64, eraser: 1 });

/** How much of the picture is painted over, 0 to 1. */
export const share = computed(() => {
  if (!mask.count.value) return 0;
  const context = canvasOf(LOOK).getContext("2d", { willReadFrequently: true });
  mask.paint(context);
  const { data } = context.getImageData(0, 0, LOOK, LOOK);
  let painted = 0;
  for (let alpha = 3; alpha < data.length; alpha += 4) painted += data[alpha] / 255;
  return painted / (LOOK * LOOK);
});

/** A PNG data URL of `side` pixels, clear where the picture may change. */
export function cut(side) {
  const [painted, sheet] = [canvasOf(side), canvasOf(side)];
  mask.paint(painted.getContext("2d"));
  const context = sheet.getContext("2d");
  context.fillRect(0, 0, side, side);
  context.globalCompositeOperation = "destination-out";
  context.drawImage(painted, 0, 0);
  return sheet.toDataURL("image/png");
}

/** Take over a PNG that is clear where the picture may change. */
export async function take(file) {
  const image = await opened(file);
  if (!image) return;
  const sheet = canvasOf(SIDE);
  const context = sheet.getContext("2d");
  context.fillStyle = INK;
  context.fillRect(0, 0, SIDE, SIDE);
  context.globalCompositeOperation = "destination-out";
  context.imageSmoothingEnabled = false; // half a hole counts as none: it would shrink each time
  context.drawImage(image, 0, 0, SIDE, SIDE);
  mask.lay((to) => to.drawImage(sheet, 0, 0));
}
