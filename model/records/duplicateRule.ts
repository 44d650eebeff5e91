import { choice, flag, lines, number, text } from "../field.ts";
import { problem } from "../problem.ts";
import { record } from "../record.ts";

/** When two records, of one type or of two, may be the same: all of the criteria agree. */
export const duplicateRule = record("duplicateRule", {
  label: ["Duplicate rule", "Duplicate rules"],
  dynamics: "duplicaterule",
  fields: {
    name: text("Name", { required: true, max: 160, dynamics: "name" }),
    type: text("Record type", { required: true, max: 40, dynamics: "baseentityname" }),
    /** The type that it is compared with; the same unless said. */
    against: text("Compared with", { max: 40, dynamics: "matchingentityname" }),
    criteria: lines("Criteria", {
      /** `mail` stands for all the addresses of a record. */
      field: text("Field", { required: true, max: 40 }),
      /** Its name in the other type; the same unless said. */
      other: text("Other field", { max: 40 }),
      match: choice("Match", { exact: "Exactly", first: "First characters", last: "Last characters" }, { required: true }),
      length: number("Number of characters", { min: 1, max: 400 }),
    }, { max: 10 }),
    ignoreBlank: flag("Ignore blank values", { dynamics: "excludeblank" }),
    activeOnly: flag("Active records only", { dynamics: "excludeinactiverecords" }),
    caseSensitive: flag("Case-sensitive", { dynamics: "iscasesensitive" }),
  },
  title: "name",
  list: ["type", "against"],
  form: [["General", ["name", "type", "against"]], ["Criteria", ["criteria", "ignoreBlank", "activeOnly", "caseSensitive"]]],
  statuses: { published: { label: "Published", code: 1, reasons: { published: ["Published", 2] } }, unpublished: { label: "Unpublished", code: 0, reasons: { unpublished: ["Unpublished", 0] } } },
  proves: (rule, find) => {
    const types = { type: find(rule.type), against: find(rule.against ?? rule.type) };
    const has = (type: keyof typeof types, name: string) => name === "mail" || !types[type] || ["text", "email", "phone", "link", "number", "choice", "date", "ref"].includes(types[type]!.fields[name]?.kind);
    return [
      ...(["type", "against"] as const).filter(name => rule[name] && !types[name]).map(name => problem(name, "no-such-type")),
      ...rule.criteria?.length ? [] : [problem("criteria", "required")],
      ...(rule.criteria ?? []).flatMap((one: { field: string; other?: string; match: string; length?: number }, n: number) => [
        ...has("type", one.field) ? [] : [problem(`criteria.${n}.field`, "no-such-field")],
        ...has("against", one.other ?? one.field) ? [] : [problem(`criteria.${n}.other`, "no-such-field")],
        ...one.match !== "exact" && !one.length ? [problem(`criteria.${n}.length`, "required")] : [],
      ]),
    ];
  },
  shared: true,
  configuration: true,
  buttons: { publish: "Publish", unpublish: "Unpublish" },
  verbs: { publish: { from: ["unpublished"], to: "published" }, unpublish: { from: ["published"], to: "unpublished" } },
});
