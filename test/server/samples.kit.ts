import type { Field, Fields } from "../../model/field.ts";
import { initialReason, initialStatus, type AnyRecord } from "../../model/record.ts";
import { standard } from "../../model/standard/standard.ts";
import { records } from "../../model/records.ts";

export const types = Object.values(records) as unknown as AnyRecord[];

/** Numbers that look random and come back with their seed. */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return below => { state = Math.imul(state, 1664525) + 1013904223 >>> 0; return Math.floor(state / 2 ** 32 * below); };
}

const words = ["Quill", "Marsh & Sons", "量子仪表", "=1+1", "Ørsted, Ltd.", "\"quoted\"", "two\nlines", "+49 30 1234", "Zoë", "a;b"];
const make: Record<Field["kind"], (roll: (below: number) => number, field: Field) => unknown> = {
  text: (roll, field) => `${words[roll(words.length)]!.replace("\n", " ")} ${roll(1e6)}`.slice(0, field.max).trim(),
  prose: (roll, field) => `${words[roll(words.length)]} ${roll(1e6)}`.slice(0, field.max).trim(),
  email: roll => `someone.${roll(1e9)}@quill${roll(50)}.example`,
  phone: roll => `+49 30 ${100000 + roll(899999)}`,
  link: roll => `https://www.quill${roll(1e6)}.example/a?b=${roll(9)}`,
  number: (roll, field) => within(field, roll(100)),
  money: (roll, field) => within(field, roll(1e8) / 100),
  flag: roll => roll(2) === 1,
  choice: (roll, field) => Object.keys(field.choices!)[roll(Object.keys(field.choices!).length)],
  date: roll => `20${20 + roll(20)}-0${1 + roll(9)}-${10 + roll(18)}`,
  moment: roll => `20${20 + roll(20)}-0${1 + roll(9)}-${10 + roll(18)}T0${roll(10)}:${10 + roll(49)}:00.000Z`,
  ref: (_roll, field) => field.required ? pathTo(field) : undefined, refs: (_roll, field) => field.required ? [pathTo(field)] : undefined, data: () => undefined,
  lines: (roll, field) => Array.from({ length: 1 + roll(2) }, () => valuesOf(field.of!, roll, 1)),
};
const pathTo = ({ to }: Field) => to!.length > 1 ? `${to![0]}/nowhere` : "nowhere";
/** The nearest number that the field's own check takes. */
function within(field: Field, wanted: number): number | undefined {
  return [wanted, Math.round(wanted), 1, 0, 5, 50, 2000].find(one => field.check.safeParse(one).success);
}

/** Values that the declared fields take; of the optional ones about `share`. Those that must refer to something refer to what is not there. */
export function valuesOf(fields: Fields, roll: (below: number) => number, share = 0.6): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => !field.computed && (field.required || roll(100) < share * 100))
    .map(([name, field]) => [name, make[field.kind](roll, field)]).filter(([, value]) => value !== undefined));
}

/** A record as it lies in the store, made from its declaration. */
export function dataOf(type: AnyRecord, id: string, roll: (below: number) => number, more: object = {}): Record<string, unknown> {
  const status = initialStatus(type), reason = initialReason(type, status);
  return { ...valuesOf(type.fields, roll), ...written(type), id, status, ...reason && { reason }, createdAt: "2026-01-01T00:00:00.000Z", createdBy: "nobody", updatedAt: "2026-01-01T00:00:00.000Z", updatedBy: "nobody", ...more };
}

/** What is written in the company's own language cannot be rolled: it is taken from what ships with the product. */
const written = (type: AnyRecord): object => Object.values(type.fields as Fields).some(({ kind }) => kind === "data") || type.name === "duplicateRule" ? (standard.find(change => change.type === type.name) as { values?: object } | undefined)?.values ?? {} : {};

/** A PDF with one page and on it one line of Helvetica, as small as can be. */
export const pdfSaying = (line: string): string => `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj\n4 0 obj<</Length ${line.length + 40}>>stream\nBT /F1 24 Tf 40 300 Td (${line}) Tj ET\nendstream endobj\n5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`;
