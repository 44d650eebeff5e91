import { describe, expect, it } from "@jest/globals";
import type { Field } from "../../model/field.ts";
import type { AnyRecord } from "../../model/record.ts";
import { recordType, records } from "../../model/records.ts";

const all = Object.values(records) as unknown as AnyRecord[];

describe.each(all.map(type => [type.name, type] as const))("the declaration of %s", (name, type) => {
  const fields = type.fields as Record<string, Field>;
  it("goes by the name it is registered under", () => expect(recordType(name)).toBe(type));
  it("has a button for each verb, and no other", () => expect(Object.keys(type.buttons).sort()).toEqual(Object.keys(type.verbs).sort()));
  it("moves only between its own statuses and reasons", () => {
    for (const verb of Object.values(type.verbs)) {
      expect(Object.keys(type.statuses)).toEqual(expect.arrayContaining([...verb.from, ...verb.to ? [verb.to] : []]));
      const at = verb.to ?? verb.from[0]!;
      if (typeof verb.reason === "string") expect(Object.keys(type.statuses[at]!.reasons ?? {})).toContain(verb.reason);
    }
  });
  it("lets every status be reached and, where it is closed, be left or kept on purpose", () => {
    const reached = new Set([Object.keys(type.statuses)[0]!, ...type.born ? Object.keys(type.statuses) : []]);
    for (let before = -1; before !== reached.size;) { before = reached.size; for (const verb of Object.values(type.verbs)) if (verb.to && verb.from.some((s: string) => reached.has(s))) reached.add(verb.to); }
    expect([...reached].sort()).toEqual(Object.keys(type.statuses).sort());
  });
  it("draws each field once, and every field that people fill", () => {
    const drawn = type.form.flatMap(([, names]) => names);
    expect(new Set(drawn).size).toBe(drawn.length);
    for (const [, names] of type.form) expect(names.length).toBeLessThanOrEqual(6);
    for (const [field, { required, computed }] of Object.entries(fields)) if (required && !computed) expect(drawn).toContain(field);
  });
  it("refers only to record types that exist or will", () => {
    for (const { to } of Object.values(fields)) for (const target of to ?? []) expect([...Object.keys(records), "quote", "order", "invoice"]).toContain(target);
  });
  it("imports no two fields from one Dynamics attribute", () => {
    const names = Object.values(fields).flatMap(field => field.dynamics ?? []);
    expect(new Set(names).size).toBe(names.length);
  });
});
