import { createCanvas, loadImage } from "@napi-rs/canvas";

/** The width and height that a small picture fits into, in pixels. */
export const frame = 320;

/** A picture made small, as PNG; an enormous one is refused before its pixels are unpacked. */
export async function small(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const picture = await loadImage(Buffer.from(bytes)), { width, height } = picture;
  if (!width || !height || width * height > 50_000_000) return undefined;
  const by = Math.min(1, frame / Math.max(width, height)), canvas = createCanvas(Math.max(1, Math.round(width * by)), Math.max(1, Math.round(height * by)));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.encode("png");
}
