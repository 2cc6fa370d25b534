// Pictures that a person brings: read, made small and written anew here, so that nothing but pixels is sent.

export const canvasOf = (side) => Object.assign(document.createElement("canvas"), { width: side, height: side });

/** The first picture among dropped or pasted files, if there is one. */
export const pictureAmong = (files) => [...(files ?? [])].find(({ type }) => type.startsWith("image/"));

/** A file or blob as a picture, turned as its camera says; null when this browser can't open it. */
export const opened = (file) => createImageBitmap(file).catch(() => null);

/** Its middle square, at most `side` pixels wide: {url, side}, a PNG data URL; null when it can't be opened. What a
    camera writes beside the pixels (place, time, owner) is not in it. */
export async function squared(file, side) {
  const image = await opened(file);
  if (!image) return null;
  const cut = Math.min(image.width, image.height);
  const canvas = canvasOf(Math.min(cut, side));
  const context = canvas.getContext("2d");
  context.imageSmoothingQuality = "high";
  const [left, top] = [(image.width - cut) / 2, (image.height - cut) / 2];
  context.drawImage(image, left, top, cut, cut, 0, 0, canvas.width, canvas.width);
  image.close();
  return { url: canvas.toDataURL("image/png"), side: canvas.width };
}

/** What `paint` paints on a clear canvas, laid on white: a PNG data URL. */
export function onWhite(side, paint) {
  const [lines, sheet] = [canvasOf(side), canvasOf(side)];
  paint(lines.getContext("2d"));
  const context = sheet.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, side, side);
  context.drawImage(lines, 0, 0);
  return sheet.toDataURL("image/png");
}
