import { createRequire } from "node:module";
import pdfmake from "pdfmake";
import { layout } from "./layout.ts";
import type { Sheet } from "./sheet.ts";

const need = createRequire(import.meta.url), font = (weight: string) => need.resolve(`@expo-google-fonts/noto-sans-sc/${weight}`);
const normal = font("400Regular/NotoSansSC_400Regular.ttf"), bold = font("700Bold/NotoSansSC_700Bold.ttf");

pdfmake.setFonts({ Noto: { normal, bold, italics: normal, bolditalics: bold } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path: string) => path === normal || path === bold);

process.on("message", ({ job, sheet }: { job: number; sheet: Sheet }) => {
  pdfmake.createPdf(layout(sheet)).getBuffer().then((pdf: Uint8Array) => process.send!({ job, pdf }), (error: unknown) => process.send!({ job, failed: String(error) }));
});
