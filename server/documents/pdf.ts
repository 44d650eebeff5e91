import { createCanvas } from "@napi-rs/canvas";
import { createRequire } from "node:module";
import path from "node:path";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { frame } from "./picture.ts";
import type { Opened } from "./reader.child.ts";

const library = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const most = 400;

/** The words of a PDF, line by line, and its first page as a picture. Scripts in it are never run. */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  const pdf = await load(bytes);
  const said: string[] = [];
  for (let n = 1; n <= Math.min(pdf.numPages, most); n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    said.push(items.map(item => "str" in item ? item.str + (item.hasEOL ? "\n" : "") : "").join(""));
  }
  return { text: said.join("\n"), pages: pdf.numPages, thumbnail: await firstPage(pdf).catch(() => undefined) };
}

/** The first page as a picture (PNG) that fits into a square of so many pixels. */
export const pictureOf = async (bytes: Uint8Array, within: number): Promise<Uint8Array> => firstPage(await load(bytes), within);

const load = (bytes: Uint8Array) => getDocument({
  data: new Uint8Array(bytes), isEvalSupported: false, useSystemFonts: true, verbosity: VerbosityLevel.ERRORS,
  cMapUrl: `${library}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${library}/standard_fonts/`, wasmUrl: `${library}/wasm/`,
}).promise;

async function firstPage(pdf: Awaited<ReturnType<typeof load>>, within = frame): Promise<Uint8Array> {
  const page = await pdf.getPage(1), whole = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: within / Math.max(whole.width, whole.height) });
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  await page.render({ canvas: canvas as never, canvasContext: canvas.getContext("2d") as never, viewport, background: "white" }).promise;
  return canvas.encode("png");
}
