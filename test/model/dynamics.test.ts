import { describe, expect, it } from "@jest/globals";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Field, Fields } from "../../model/field.ts";
import type { AnyRecord } from "../../model/record.ts";
import { records } from "../../model/records.ts";

/** Every attribute of Dynamics' sales entities, as its Common Data Model names them; beside those that no field keeps, why. */
const attributes = readFileSync(join(import.meta.dirname, "dynamics.tsv"), "utf8").trim().split("\n").map(line => { const [entity, name, because] = line.split("\t") as [string, string, string?]; return { entity, name, because }; });
const all = Object.values(records) as unknown as AnyRecord[];

/** Entities that are lines of a record here, and kinds of activity. */
const within: Record<string, [type: string, field: string]> = {
  opportunityproduct: ["opportunity", "lines"], quotedetail: ["quote", "lines"], salesorderdetail: ["order", "lines"], invoicedetail: ["invoice", "lines"], discount: ["discountList", "tiers"],
  productassociation: ["product", "items"], productsubstitute: ["product", "relations"], dynamicproperty: ["product", "properties"], activityparty: ["activity", "parties"],
};
const kinds = new Set(["task", "phonecall", "email", "appointment", "letter", "fax", "opportunityclose", "quoteclose", "orderclose"]);
function fieldsOf(entity: string): Fields {
  if (within[entity]) { const [type, field] = within[entity]; return (all.find(({ name }) => name === type)!.fields as Fields)[field]!.of!; }
  return (all.find(({ name, dynamics }) => kinds.has(entity) ? name === "activity" : dynamics === entity)?.fields ?? {}) as Fields;
}

/** What no field keeps, and why. */
const leftOut: Record<string, string> = {
  key: "the key of a row is the record's id", status: "status and reason are the record's own, with the code of each declared beside it", parent: "the parent of a line or a closing is the record that it stands in or regards",
  currency: "amounts have the currency of the record that they stand in, of its price list or of the company", composed: "put together from other fields when it is shown", plumbing: "plumbing of solutions, processes and twins of another row",
  address: "addresses keep what a letter needs: street, place, region, country", delivery: "delivery is to the address of the paper, not of a line", empty: "an option set with a single value where it is delivered",
  ledger: "the ledger is kept elsewhere", counted: "counted when it is asked for, not stored", private: "nothing that selling need not know of a person, nor addresses that nobody uses any more", elsewhere: "marketing and service departments have products of their own",
  outlook: "sending, tracking and reminding are Outlook's", customer: "the customer fields beside it are kept", file: "a file is a line of the record: name, size, type, hash", money: "a goal measures money; what it counts is told by its metric",
  property: "a property is a text or a number with limits in one field each", legacy: "replaced by connections", twin: "the same value under another name",
};

describe("the attributes of Dynamics' sales entities", () => {
  it("are all here: more than a thousand, each once", () => {
    expect(attributes.length).toBeGreaterThan(1000);
    expect(new Set(attributes.map(({ entity, name }) => `${entity}.${name}`)).size).toBe(attributes.length);
    expect([...new Set(attributes.flatMap(({ because }) => because ?? []))].sort()).toEqual(Object.keys(leftOut).sort());
  });
  it.each([...new Set(attributes.map(({ entity }) => entity))])("of %s are each kept by a field of that name, or left out with a reason, and never both", entity => {
    const declared = new Set(Object.values(fieldsOf(entity)).map((field: Field) => field.dynamics)), own = attributes.filter(one => one.entity === entity);
    expect(own.filter(({ name, because }) => !because && !declared.has(name)).map(({ name }) => name)).toEqual([]);
    expect(own.filter(({ name, because }) => because && declared.has(name)).map(({ name }) => name)).toEqual([]);
  });
});
