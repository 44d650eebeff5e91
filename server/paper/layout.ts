import type { Column, Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { Sheet } from "./sheet.ts";

const grey = "#555555", line = "#d0d0d0";

/** The sheet as pdfmake wants it: head, parties, lines that go over as many pages as they need under a repeated head, totals that stay together, notes. */
export function layout(sheet: Sheet): TDocumentDefinitions {
  const { accent, size, facts, to, intro, footer, header, mark, notes } = sheet;
  const sets: Content[] = [
    head(sheet),
    ...sheet.subject ? [{ text: sheet.subject, fontSize: 11, bold: true, margin: [0, 0, 0, 10] } satisfies Content] : [],
    { columns: [...to.map(({ label, lines: said }): Column => ({ width: "*", stack: [{ text: label, style: "label" }, ...said.map(text => ({ text }))] })), { width: "auto", table: { body: facts.map(([label, value]): TableCell[] => [{ text: label, style: "label", margin: [0, 1, 8, 0] }, { text: value, alignment: "right" }]) }, layout: "noBorders" }], columnGap: 24, margin: [0, 0, 0, 16] },
    ...intro ? [{ text: intro, margin: [0, 0, 0, 12] } satisfies Content] : [],
    lines(sheet),
    totals(sheet),
    ...notes.map(({ label, text }): Content => ({ stack: [{ text: label, style: "label", bold: true }, { text }], margin: [0, 12, 0, 0] })),
  ];
  return {
    pageSize: size, pageMargins: [48, header ? 64 : 48, 48, footer ? 72 : 56],
    info: { title: [sheet.kind, sheet.number].filter(Boolean).join(" "), author: sheet.seller[0], subject: sheet.subject },
    defaultStyle: { font: "Noto", fontSize: 9.5, lineHeight: 1.15 },
    styles: { label: { color: grey, fontSize: 8.5 }, cellHead: { color: grey, fontSize: 8.5, bold: true } },
    ...mark && { watermark: { text: mark, color: accent, opacity: 0.1, fontSize: 72, bold: true } },
    header: header ? { text: header, color: grey, fontSize: 8, margin: [48, 28, 48, 0] } : undefined,
    footer: (page, pages) => ({ margin: [48, 12, 48, 0], columns: [{ text: footer ?? "", color: grey, fontSize: 8, width: "*" }, { text: sheet.pages.replace("{page}", String(page)).replace("{pages}", String(pages)), color: grey, fontSize: 8, width: "auto", alignment: "right" }], columnGap: 16 }),
    content: sets,
  };
}

const head = ({ logo, seller, kind, number, accent }: Sheet): Content => ({
  columns: [
    { width: "*", stack: [...logo ? [{ image: logo, fit: [160, 48], margin: [0, 0, 0, 6] } satisfies Content] : [], ...seller.map((text, n): Content => ({ text, bold: n === 0, color: n === 0 ? undefined : grey, fontSize: n === 0 ? 10.5 : 8.5 }))] },
    { width: "auto", stack: [{ text: kind, fontSize: 20, color: accent, alignment: "right" }, { text: number ?? "", alignment: "right", bold: true, fontSize: 11 }] },
  ], columnGap: 24, margin: [0, 0, 0, 22],
});

function lines({ columns, lines: rows, noLines, accent }: Sheet): Content {
  const cell = (text: string, n: number): TableCell => {
    const [first, ...more] = text.split("\n"), alignment = columns[n]!.right ? "right" : "left";
    return { stack: [{ text: first ?? "", noWrap: columns[n]!.right }, ...more.map(small => ({ text: small, color: grey, fontSize: 8 }))], alignment };
  };
  return {
    table: {
      headerRows: 1, dontBreakRows: true, widths: columns.map(({ wide }) => wide ? "*" : "auto"),
      body: [columns.map(({ label, right }): TableCell => ({ text: label, style: "cellHead", alignment: right ? "right" : "left" })), ...rows.map(row => row.map(cell)), ...rows.length ? [] : [[{ text: noLines, colSpan: columns.length, color: grey }, ...columns.slice(1).map(() => "")]]],
    },
    layout: { hLineWidth: n => n === 1 ? 1.2 : n === 0 ? 0 : 0.5, vLineWidth: () => 0, hLineColor: n => n === 1 ? accent : line, paddingLeft: n => n === 0 ? 0 : 6, paddingRight: (n, node) => n === (node.table.widths?.length ?? 0) - 1 ? 0 : 6, paddingTop: () => 5, paddingBottom: () => 4 },
  };
}

const totals = ({ totals: sums, accent }: Sheet): Content => ({
  unbreakable: true, margin: [0, 8, 0, 0],
  columns: [{ width: "*", text: "" }, { width: "auto", table: { body: sums.map(({ label, value, strong }): TableCell[] => [{ text: label, bold: strong, color: strong ? undefined : grey, fontSize: strong ? 11 : 9.5, margin: [0, 0, 16, 0] }, { text: value, alignment: "right", bold: strong, fontSize: strong ? 11 : 9.5, noWrap: true }]) },
    layout: { hLineWidth: n => sums[n]?.strong ? 1 : 0, vLineWidth: () => 0, hLineColor: () => accent, paddingTop: () => 2, paddingBottom: () => 2 } }],
});
