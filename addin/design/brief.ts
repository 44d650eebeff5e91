import type { Field } from "../../model/field.ts";
import { recordType } from "../../model/records.ts";
import type { Scope } from "./PartEditor.tsx";
import { choiceTerm, type Speech } from "./terms.ts";

const wordy = new Set(["is", "do", "kind", "on", "stop"]), silent = new Set(["task", "key", "page", "value", "values", "answers", "subject", "text", "then", "otherwise", "else"]);
/** A thing in one line, so that a closed list can be read: its first words, choices and names; what is only for machines, or longer than a line, is left out. */
export function briefOf(value: unknown, scope: Scope, speech: Speech, left = 8): string {
  const { term, say, said } = speech;
  if (value === null || value === undefined || left < 1) return "";
  if (Array.isArray(value)) return value.map(one => briefOf(one, scope, speech, left - 1)).filter(Boolean).slice(0, 3).join(", ");
  if (typeof value !== "object") return String(value);
  const held = value as Record<string, unknown>, fields = scope.type?.fields as Record<string, Field> | undefined;
  if (typeof held.en === "string") return said(held as { en: string });
  const type = typeof held.on === "string" ? recordType(held.on) : undefined, within = type ? { ...scope, type } : scope;
  const parts = Object.entries(held).map(([name, one]) => {
    if (silent.has(name)) return "";
    if ((name === "field" || name === "fields" || name === "changed") && one) return [one].flat().map(each => { const field = fields?.[String(each)]; return field ? say(field.label, `${scope.type!.name}.${String(each)}`) : String(each); }).join(", ");
    if ((name === "type" || name === "on") && typeof one === "string" && recordType(one)) return say(recordType(one)!.label[0]);
    if (wordy.has(name)) return term(choiceTerm(String(one)));
    if (name === "required" || name === "log") return one === (name === "required") ? term(name) : "";
    if (name === "probability") return `${String(one)} %`;
    if (name === "than" && typeof one === "string" && typeof held.field === "string") { const choice = fields?.[held.field]?.choices?.[one]; return choice ? say(choice, `${scope.type!.name}.${one}`) : one; }
    if ((name === "all" || name === "any") && Array.isArray(one)) return one.length ? one.map(each => briefOf(each, within, speech, left - 2)).join(name === "all" ? ` ${term("and")} ` : ` ${term("or")} `) : term(name === "all" ? "always" : "never");
    if (["not", "if", "set", "child", "query"].includes(name)) return `${term(name)} ${briefOf(one, within, speech, left - 2)}`;
    return briefOf(one, within, speech, left - 2);
  });
  return parts.filter(Boolean).join(" ").slice(0, 90);
}
