// The sketch that a picture follows. No page here.
import { onWhite, opened } from "./pixels.js";
import { SIDE, strokesIn } from "./strokes.js";

export const sketch = strokesIn("#101413", { width: 10, eraser: 2.5 });

/** Put a picture under what is drawn from now on; false when it can't be opened. */
export async function load(file) {
  const image = await opened(file);
  if (!image) return false;
  const scale = Math.min(SIDE / image.width, SIDE / image.height);
  const [wide, high] = [image.width * scale, image.height * scale];
  sketch.lay((context) => context.drawImage(image, (SIDE - wide) / 2, (SIDE - high) / 2, wide, high));
  return true;
}

/** The sketch as a PNG data URL, dark on white; undefined while there is none. */
export const sheet = () => (sketch.count.value ? onWhite(SIDE, sketch.paint) : undefined);
