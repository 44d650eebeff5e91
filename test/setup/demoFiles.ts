import { Document, HeadingLevel, Packer, Paragraph } from "docx";
import { createRequire } from "node:module";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import pdfmake from "pdfmake";
import PptxGenJS from "pptxgenjs";
import { catalogue } from "../../server/demo/catalogue.ts";
import { clockOf } from "../../server/demo/demo.ts";

/** Makes the files of the demo's library anew: data sheets as PDF, manuals for Word, comparisons as slides. Run by hand; what it makes is kept in the project. */
const need = createRequire(import.meta.url), font = (weight: string) => need.resolve(`@expo-google-fonts/noto-sans-sc/${weight}`);
const [normal, bold] = [font("400Regular/NotoSansSC_400Regular.ttf"), font("700Bold/NotoSansSC_700Bold.ttf")];
pdfmake.setFonts({ Noto: { normal, bold, italics: normal, bolditalics: bold } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((name: string) => name === normal || name === bold);

/** Of these there is an earlier version too. */
const olderEditions = ["lr220-sheet", "fm300-sheet"];
const folder = path.join(import.meta.dirname, "../../server/demo/files"), rows = catalogue(clockOf(new Date().toISOString()));
const products = new Map(rows.filter(({ type }) => type === "product").map(({ id, values }) => [id, values as Record<string, string | number>]));
await mkdir(folder, { recursive: true });

for (const { type, id, values } of rows) {
  if (type !== "literature") continue;
  const { title, kind, description, products: about = [] } = values as { title: string; kind: string; description: string; products?: string[] };
  const told = about.flatMap((one): Record<string, string | number>[] => { const found = products.get(one); return found ? [found] : []; }), chinese = /\p{Script=Han}/u.test(title);
  const table = told.map(one => [String(one.number), String(one.name), String(one.description ?? "")]);
  const end = chinese ? "保修期二十四个月。技术咨询请联系林登菲尔德仪表上海办事处。" : "Warranty: 24 months from delivery. Lindenfeld Instruments, Göttingen and Shanghai.";
  const name = id.replace("literature-", "");
  if (kind === "manuals") await writeFile(path.join(folder, `${name}.docx`), await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ text: title, heading: HeadingLevel.TITLE }), new Paragraph(description), ...table.flatMap(([number, called, text]) => [new Paragraph({ text: `${number} ${called}`, heading: HeadingLevel.HEADING_1 }), new Paragraph(text!)]), new Paragraph(end)] }] })));
  else if (kind === "presentation") {
    const deck = new (PptxGenJS as unknown as new () => { addSlide(): { addText(text: string, at: object): void }; write(how: object): Promise<Uint8Array> })();
    for (const [head, text] of [[title, description], ...table.map(([number, called, text]) => [`${number} ${called}`, text!]), ["", end]] as const) { const slide = deck.addSlide(); slide.addText(head, { x: 0.6, y: 0.5, w: 8.8, h: 1, fontSize: 28, bold: true }); slide.addText(text, { x: 0.6, y: 1.6, w: 8.8, h: 3, fontSize: 18 }); }
    await writeFile(path.join(folder, `${name}.pptx`), await deck.write({ outputType: "nodebuffer" }));
  } else for (const [ending, edition] of [["", ""], ...olderEditions.includes(name) ? [[".1", "Edition of last year. "]] : []] as const) {
    const content = [{ text: "Lindenfeld Instruments", color: "#0f548c", fontSize: 10 }, { text: title, fontSize: 20, bold: true, margin: [0, 4, 0, 8] }, { text: edition + description, margin: [0, 0, 0, 16] },
      ...table.length ? [{ table: { widths: [60, "*"], body: table.map(([number, called, text]) => [{ text: number!, bold: true }, [{ text: called!, bold: true }, text!]]) }, layout: "lightHorizontalLines" }] : [], { text: end, margin: [0, 24, 0, 0], color: "#505050", fontSize: 9 }];
    await writeFile(path.join(folder, `${name}${ending}.pdf`), await pdfmake.createPdf({ content, defaultStyle: { font: "Noto", fontSize: 11 }, pageMargins: [56, 56, 56, 56] } as never).getBuffer());
  }
}
