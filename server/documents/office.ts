import { unzipSync, strFromU8 } from "fflate";
import { SaxesParser } from "saxes";

/** Parts of a Word, PowerPoint or Excel file that hold what a reader sees, in reading order. */
const parts = /^(word\/(document|footnotes|endnotes|header\d+|footer\d+)|ppt\/(slides\/slide|notesSlides\/notesSlide)(\d+)|xl\/sharedStrings)\.xml$/;
/** A zip may claim to be anything: parts beyond this are not unpacked, in bytes. */
const largestPart = 30_000_000, largestAll = 100_000_000;

/** The words of a Word, PowerPoint or Excel file, a paragraph (or cell) a line. */
export function officeText(bytes: Uint8Array): string {
  let left = largestAll;
  const files = unzipSync(bytes, { filter: ({ name, originalSize }) => parts.test(name) && originalSize <= largestPart && (left -= originalSize) >= 0 });
  return Object.keys(files).sort(inOrder).map(name => wordsOf(strFromU8(files[name]!))).join("\n");
}

/** The small picture that Office keeps of the first page, where the author let it. */
export function officeThumbnail(bytes: Uint8Array): Uint8Array | undefined {
  return Object.values(unzipSync(bytes, { filter: ({ name, originalSize }) => /^docProps\/thumbnail\.(jpe?g|png)$/i.test(name) && originalSize < 5_000_000 }))[0];
}

const number = (name: string) => Number(/(\d{1,6})\.xml$/.exec(name)?.[1] ?? 0), folder = (name: string) => name.replace(/\d{0,6}\.xml$/, "");
/** The body first, slides by number, what the speaker notes last. */
const inOrder = (a: string, b: string) => Number(/notes/.test(a)) - Number(/notes/.test(b)) || folder(a).localeCompare(folder(b)) || number(a) - number(b);

/** Text stands in `t` elements of each of the three formats; paragraphs, breaks, rows and shared strings end a line. */
function wordsOf(xml: string): string {
  const said: string[] = [];
  let inside = false;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("opentag", ({ local }) => { if (local === "t") inside = true; else if (local === "br" || local === "tab") said.push(" "); });
  parser.on("closetag", ({ local }) => { if (local === "t") inside = false; else if (local === "p" || local === "si") said.push("\n"); });
  parser.on("text", text => { if (inside) said.push(text); });
  parser.write(xml).close();
  return said.join("");
}
