import { createRequire } from "node:module";
import pdfmake from "pdfmake";
import { layout } from "./layout.ts";
import type { Sheet } from "./sheet.ts";

const need = createRequire(import.meta.url), font = (weight: string) => need.resolve(`@expo-google-fonts/noto-sans-sc/${weight}`);
const normal = font("400Regular/NotoSansSC_400Regular.ttf"), bold = font("700Bold/NotoSansSC_700Bold.ttf");

pdfmake.setFonts({ Noto: { normal, bold, italics: normal, bolditalics: bold } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path: string) => path === normal || path === bold);

process.on("message", ({ job, sheet, as }: { job: number; sheet: Sheet; as: "pdf" | "png" }) => {
  make(sheet, as).then(made => process.send!({ job, made }), (error: unknown) => process.send!({ job, failed: String(error) }));
});

async function make(sheet: Sheet, as: "pdf" | "png"): Promise<Uint8Array> {
  const pdf: Uint8Array = await pdfmake.createPdf(layout(sheet)).getBuffer();
  return as === "pdf" ? pdf : (await import("../documents/pdf.ts")).pictureOf(pdf, 1000);
}
