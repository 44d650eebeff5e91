import { describe, expect, it } from "@jest/globals";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { Document, Packer, Paragraph } from "docx";
import { zipSync } from "fflate";
import PptxGenJS from "pptxgenjs";
import { openDocument } from "../../server/documents/open.ts";
import { pdfSaying } from "./samples.kit.ts";

const office = (kind: string) => `application/vnd.openxmlformats-officedocument.${kind}`;
const word = office("wordprocessingml.document"), slides = office("presentationml.presentation"), sheet = office("spreadsheetml.sheet");
const bytes = (text: string) => new TextEncoder().encode(text);

describe("opening a document", () => {
  it("reads the paragraphs of a Word file, Chinese and special signs too", async () => {
    const file = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph("Warranty of 24 months"), new Paragraph("保修期二十四个月 <&>")] }] }));
    expect((await openDocument(file, word)).text).toBe("Warranty of 24 months\n保修期二十四个月 <&>");
  });

  it("reads slides in their order, also the tenth after the second", async () => {
    const deck = new (PptxGenJS as unknown as new () => { addSlide(): { addText(text: string, at: object): void }; write(how: object): Promise<Uint8Array> })();
    for (let n = 1; n <= 10; n++) deck.addSlide().addText(`Slide number ${n}`, { x: 1, y: 1, w: 5, h: 1 });
    const { text } = await openDocument(new Uint8Array(await deck.write({ outputType: "nodebuffer" })), slides);
    expect(text.match(/Slide number \d+/g)).toEqual(Array.from({ length: 10 }, (_, n) => `Slide number ${n + 1}`));
  });

  it("reads the words in the cells of a sheet", async () => {
    const strings = `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>FM-200</t></si><si><r><t>Flow </t></r><r><t>meter</t></r></si></sst>`;
    expect((await openDocument(zipSync({ "xl/sharedStrings.xml": bytes(strings) }), sheet)).text).toBe("FM-200\nFlow meter");
  });

  it("reads a PDF and draws its first page within 320 pixels", async () => {
    const { text, pages, thumbnail } = await openDocument(bytes(pdfSaying("Price list 2027")), "application/pdf");
    expect({ text, pages }).toEqual({ text: "Price list 2027", pages: 1 });
    const picture = await loadImage(Buffer.from(thumbnail!));
    expect([picture.width, picture.height]).toEqual([240, 320]);
  });

  it("reads a page without its scripts", async () => {
    expect((await openDocument(bytes("<h1>Manual</h1><script>alert(1)</script><p>Read <a href='https://x.example'>this</a></p>"), "text/html")).text).toBe("Manual\nRead this");
  });

  it("makes a picture small and keeps its shape", async () => {
    const { thumbnail } = await openDocument(await createCanvas(1000, 500).encode("png"), "image/png");
    const picture = await loadImage(Buffer.from(thumbnail!));
    expect([picture.width, picture.height]).toEqual([320, 160]);
  });

  it.each([["a PDF", "application/pdf"], ["a Word file", word], ["a picture", "image/png"]])("says that garbage called %s is unreadable", async (_what, type) => {
    expect(await openDocument(bytes("not at all"), type)).toEqual({ text: "", failed: "unreadable" });
  });

  it("does not unpack a bomb", async () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(200_000_000) });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await openDocument(bomb, word)).toEqual({ text: "" });
  });

  it("gives up on what takes too long, and opens the next", async () => {
    const [slow, next] = await Promise.all([openDocument(bytes(pdfSaying("late")), "application/pdf", { milliseconds: 1 }), openDocument(bytes("plain"), "text/plain")]);
    expect([slow, next]).toEqual([{ text: "", failed: "too slow" }, { text: "plain" }]);
  });
});
