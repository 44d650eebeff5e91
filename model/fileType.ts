/** The kinds of file that are taken, by the ending of their name. What can run, or draw a page, is not among them. */
const office = "application/vnd.openxmlformats-officedocument.", open = "application/vnd.oasis.opendocument.";
export const fileTypes: Readonly<Record<string, string>> = {
  pdf: "application/pdf", docx: `${office}wordprocessingml.document`, xlsx: `${office}spreadsheetml.sheet`, pptx: `${office}presentationml.presentation`,
  doc: "application/msword", xls: "application/vnd.ms-excel", ppt: "application/vnd.ms-powerpoint", msg: "application/vnd.ms-outlook",
  odt: `${open}text`, ods: `${open}spreadsheet`, odp: `${open}presentation`, rtf: "application/rtf",
  txt: "text/plain", md: "text/markdown", csv: "text/csv", ics: "text/calendar", vcf: "text/vcard", json: "application/json", eml: "message/rfc822",
  png: "image/png", jpg: "image/jpeg", jpeg: "image/jpeg", gif: "image/gif", webp: "image/webp", heic: "image/heic", tif: "image/tiff", tiff: "image/tiff", bmp: "image/bmp",
  zip: "application/zip", mp3: "audio/mpeg", m4a: "audio/x-m4a", wav: "audio/wav", mp4: "video/mp4", mov: "video/quicktime",
};
/** Bytes of one file, unless the service was told otherwise. */
export const largestFile = 25 << 20;

const endingOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
/** What a file of this name is; nothing where that kind is not taken. */
export const fileTypeOf = (name: string): string | undefined => Object.hasOwn(fileTypes, endingOf(name)) ? fileTypes[endingOf(name)] : undefined;

const longest = 180;
/** A file's name as it may stand on any disk and in any header: no path, nothing that hides or turns its ending round, no device of Windows'. Empty where nothing is left. */
export function safeFileName(given: string): string {
  const name = unpadded(given.slice(0, 2000).normalize("NFC").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu, "").split(/[/\\]/).at(-1)!.replace(/[<>:"|?*]/g, "_").replace(/\s+/gu, " "));
  const ending = endingOf(name), stem = ending ? name.slice(0, -ending.length - 1) : name;
  const short = shortened(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name) ? `_${stem}` : stem);
  return ending ? `${short || "_"}.${ending}` : short;
}

function unpadded(name: string): string {
  let start = 0, end = name.length;
  while (start < end && ". ".includes(name[start]!)) start++;
  while (end > start && ". ".includes(name[end - 1]!)) end--;
  return name.slice(start, end);
}

/** A file system counts bytes. */
function shortened(stem: string): string {
  const letters = [...stem];
  for (let bytes = 0, i = 0; i < letters.length; i++) if ((bytes += new TextEncoder().encode(letters[i]).length) > longest) return letters.slice(0, i).join("").trimEnd();
  return stem;
}

/** The name under which a stored file is handed out: its ending says what it is, whatever the record calls it. */
export function nameOfFile(given: string, type: string): string {
  const name = safeFileName(given) || "file";
  if (fileTypeOf(name) === type) return name;
  return `${name}.${Object.keys(fileTypes).find(ending => fileTypes[ending] === type) ?? "bin"}`;
}
