const many = (n: number, one: string, more = `${one}s`) => `${n} ${n === 1 ? one : more}`;

/** What taking records in and handing them out says, in English. */
export const en = {
  import: "Import", export: "Export", title: (types: string) => `Import ${types.toLowerCase()}`, exportAs: { csv: "As CSV", xlsx: "As Excel workbook" }, exporting: "Writing the file…",
  file: "Choose a file", another: "Choose another file", kinds: "An Excel workbook (.xlsx) or a CSV file. The first row names the columns: our labels, or the schema names of Dynamics.",
  reading: "Looking at the rows…", far: (done: number, of: number) => `${done} of ${of} rows`, writing: "Saving…",
  policy: "What is there already", policies: { skip: "Leave as it is", update: "Update it", create: "Add a second one" },
  columns: "Columns", leaveOut: "Leave out", sample: (text: string) => `such as “${text}”`, unmapped: (n: number) => `${many(n, "column")} not recognised: choose what they mean, or they are left out`,
  report: "What will happen", counts: { create: (n: number) => `${n} new`, update: (n: number) => `${n} updated`, skip: (n: number) => `${n} left as they are`, refuse: (n: number) => `${n} refused` },
  does: { create: "new", update: "updated", skip: "left as it is", refuse: "refused" }, row: (n: number) => `Row ${n}`, like: (n: number) => `the same as row ${n}`, show: "Show", all: "All rows", more: (n: number) => `Show ${n} more`,
  do: (n: number) => `Import ${many(n, "record")}`, nothing: "Nothing to import", done: (n: number) => `${many(n, "record")} imported`, refusedLeft: (n: number) => `${many(n, "row")} refused and left out`, toList: "Show the list", cancel: "Cancel",
};
/** A word that one language lacks does not compile. */
export type Words = typeof en;
