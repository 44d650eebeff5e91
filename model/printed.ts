interface Numbered { number?: string; revision?: number }

/** The name of the PDF that a quote, order or invoice is printed into, after its number and revision; the paper's own name behind them where that helps to find it in a folder. */
export function printedName(of: object, name = ""): string {
  const { number = "", revision } = of as Numbered;
  return `${[number && revision ? `${number}-${revision}` : number, name].filter(Boolean).join(" ").replace(/[\\/:*?"<>|]/g, "-").slice(0, 80) || "paper"}.pdf`;
}

/** The quote that a file is a print of, going by its name: also as a browser names it that saves it again. */
export function printedQuote(file: string): Required<Numbered> | undefined {
  const [, number, revision = "0"] = /^(Q-\d{1,12})(?:-(\d{1,4}))?(?:[ (][^\n]{0,250})?\.pdf$/i.exec(file) ?? [];
  return number ? { number: number.toUpperCase(), revision: Number(revision) } : undefined;
}
