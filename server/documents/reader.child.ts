export interface Opened { text: string; pages?: number; thumbnail?: Uint8Array; failed?: "unreadable" | "too slow" }

const office = "application/vnd.openxmlformats-officedocument.";
const longest = 1_000_000;

/** What each kind of file is opened with, loaded when it is wanted; other kinds have no words for us. */
async function opened(bytes: Uint8Array, type: string): Promise<Opened> {
  if (type === "application/pdf") return (await import("./pdf.ts")).openPdf(bytes);
  if (type.startsWith(office)) {
    const { officeText, officeThumbnail } = await import("./office.ts"), picture = officeThumbnail(bytes);
    return { text: officeText(bytes), thumbnail: picture && await small(picture) };
  }
  if (type === "text/html") return { text: (await import("./html.ts")).htmlText(new TextDecoder().decode(bytes)) };
  if (type.startsWith("text/")) return { text: new TextDecoder().decode(bytes) };
  if (type.startsWith("image/")) return { text: "", thumbnail: await small(bytes) };
  return { text: "" };
}

const small = async (picture: Uint8Array) => (await import("./picture.ts")).small(picture);

process.once("message", ({ bytes, type }: { bytes: Uint8Array; type: string }) => {
  opened(bytes, type).then(one => process.send!({ ...one, text: tidy(one.text) }), () => process.send!({ text: "", failed: "unreadable" } satisfies Opened));
});

const tidy = (text: string) => text.replaceAll("\0", "").split("\n").map(line => line.trim()).filter(Boolean).join("\n").slice(0, longest);
