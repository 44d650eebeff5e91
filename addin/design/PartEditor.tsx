import { TextField } from "@fluentui/react/lib/TextField";
import { Written } from "../form/DataEditor.tsx";
import { Pick } from "../form/Pick.tsx";
import { data, ref, refs, type Field } from "../../model/field.ts";
import * as z from "zod/mini";
import type { AnyRecord } from "../../model/record.ts";
import { records, recordType } from "../../model/records.ts";
import { Checkbox } from "@fluentui/react/lib/Checkbox";
import { said } from "../../model/expression.ts";
import { useLanguage } from "../language.ts";
import { sayWay } from "../process/shipped.ts";
import { useWays } from "../ways.ts";
import { RefPicker } from "../form/RefPicker.tsx";
import { widgets } from "../form/widgets.tsx";
import type { Part, Variant } from "./grammar.ts";
import { ListEditor } from "./ListEditor.tsx";
import { MapEditor } from "./MapEditor.tsx";
import { ObjectEditor } from "./ObjectEditor.tsx";
import { choiceTerm, useSpeech, useTerms, type Speech } from "./terms.ts";

/** What a part is about: the record type of the way, the one that is made or asked for, and the field whose value is meant. */
export interface Scope { type?: AnyRecord; made?: AnyRecord; about?: Field; name?: string; /** Answers and variables of the conversation. */ answers?: readonly string[] }
export interface PartProps<P extends Part = Part> { part: P; value: unknown; scope: Scope; label: string; required?: boolean; change(value: unknown): void }

/** Edits one part of a way with the form that its kind wants. */
export function PartEditor({ part, value, scope, label, change }: PartProps) {
  switch (part.is) {
    case "text": case "key": return <TextField label={label} value={String(value ?? "")} onChange={(_, typed = "") => change(typed)} />;
    case "number": return widgets.number({ field: { kind: "number", decimals: 4, required: false } as Field, label, value, sayChoice: String, change: given => change(given ?? 0) });
    case "flag": return <Checkbox label={label} checked={value === true} onChange={(_, on) => change(!!on)} />;
    case "say": return <Say value={value} scope={part.fills && scope} label={label} change={change} />;
    case "field": case "verb": case "choice": case "type": case "statuses": case "stages": return <Choice part={part} value={value} scope={scope} label={label} change={change} />;
    case "dialog": return <RefPicker field={ref("", "dialog")} label={label} value={value || undefined} sayChoice={String} change={id => change(id ?? "")} />;
    case "user": return <RefPicker field={ref("", "user")} label={label} value={value || undefined} sayChoice={String} change={id => change(id ?? "")} />;
    case "users": return <RefPicker field={refs("", "user")} label={label} value={value} several sayChoice={String} change={ids => change(ids ?? [])} />;
    case "literal": return <Literal value={value} scope={scope} label={label} change={change} />;
    case "list": return <ListEditor part={part} value={value} scope={scope} label={label} change={change} />;
    case "map": return <MapEditor part={part} value={value} scope={scope} label={label} change={change} />;
    case "object": return <ObjectEditor part={part} value={value} scope={scope} label={label} change={change} />;
    case "one": return <OneOf variants={part.of()} value={value} scope={scope} label={label} change={change} />;
    default: return <Raw value={value} label={label} change={change} />;
  }
}

/** What kind of thing it is, and its parts below; what fits none is written out. */
function OneOf({ variants, value, scope, label, change }: Omit<PartProps, "part"> & { variants: readonly Variant[] }) {
  const term = useTerms(), now = variants.find(one => one.fits(value));
  const pick = <Pick label={label} selectedKey={now?.key ?? null} options={variants.map(({ key }) => ({ key, text: term(key) }))} onChange={(_, chosen) => { const next = variants.find(({ key }) => key === chosen!.key)!; if (next !== now) change(next.begin); }} />;
  if (!now) return <>{pick}<Raw value={value} label={label} change={change} /></>;
  const single = now.part.is === "object" && Object.keys(now.part.parts).length === 0;
  return <div className="oneOf">{pick}{!single && <PartEditor part={now.part} value={value} scope={scope} label={now.part.is === "literal" ? term("than") : ""} change={change} />}</div>;
}

/** A message in both languages; with a scope, places for what is known there are put at its end by a choice. */
function Say({ value, scope, label, change }: { value: unknown; scope?: Scope; label: string; change(value: unknown): void }) {
  const speech = useSpeech(), { term } = speech, said = (value ?? {}) as { en?: string; "zh-CN"?: string }, { type, answers = [] } = scope ?? {};
  const places = [...answers.map(name => ({ key: name, text: name })), ...fieldsOf(type, speech).filter(([name]) => !["owner", "status"].includes(name)).map(([name, text]) => ({ key: `${type!.name}.${name}`, text }))];
  const putIn = (name: string) => change({ ...said, en: `${said.en ?? ""}{{${name}}}`, ...said["zh-CN"] && { "zh-CN": `${said["zh-CN"]}{{${name}}}` } });
  const put = (language: "en" | "zh-CN", typed: string) => change({ en: "", ...said, [language]: typed || (language === "en" ? "" : undefined) });
  return <div className="saying">{(["en", "zh-CN"] as const).map(language => <TextField key={language} label={`${label} · ${term(language)}`} multiline autoAdjustHeight rows={1} resizable={false} value={said[language] ?? ""} onChange={(_, typed = "") => put(language, typed)} />)}{places.length > 0 && <Pick ariaLabel={`${term("putIn")}: ${label}`} placeholder={term("putIn")} selectedKey={null} options={places} onChange={(_, chosen) => putIn(String(chosen!.key))} />}</div>;
}

/** One or several of a few: fields, buttons, record types, statuses, words. A name that is not among them stays, as it is. */
function Choice({ part, value, scope, label, change }: PartProps<Extract<Part, { is: "field" | "verb" | "choice" | "type" | "statuses" | "stages" }>>) {
  const { say } = useLanguage(), term = useTerms(), ways = useWays(), { chinese } = useLanguage(), many = part.is === "statuses" || part.is === "stages" || "many" in part && part.many, chosen = ([value ?? []].flat() as string[]).filter(Boolean), type = scope.type;
  const known: (readonly [string, string])[] =
    part.is === "choice" ? part.of.map(key => [key, term(choiceTerm(key))] as const)
    : part.is === "type" ? Object.keys(records).map(name => [name, say(recordType(name)!.label[0])] as const)
    : part.is === "statuses" ? Object.entries(type?.statuses as AnyRecord["statuses"] ?? {}).map(([key, status]) => [key, say(status.label, `${type!.name}.${key}`)] as const)
    : part.is === "stages" ? [...(ways?.processes ?? []).flatMap(({ name, stages }) => stages.filter(one => one.on === type?.name).map(one => [one.key, `${sayWay(name, chinese)}: ${said(one.label, chinese)}`] as const)), ...Object.entries((type?.fields as Record<string, Field> | undefined)?.stage?.choices ?? {}).map(([key, text]) => [key, say(text, `${type!.name}.${key}`)] as const)].filter(([key], n, all) => all.findIndex(other => other[0] === key) === n)
    : part.is === "verb" ? [...part.many ? [["create", term("create")], ["update", term("update")]] as const : [], ...Object.keys(type?.verbs ?? {}).map(key => [key, say(String(type!.buttons[key] ?? key), `${type!.name}.${key}`)] as const)]
    : fieldsOf(type, { say, term });
  const options = [...known, ...chosen.filter(one => !known.some(([key]) => key === one)).map(one => [one, one] as const)].map(([key, text]) => ({ key, text }));
  return many ? <Pick label={label} multiSelect selectedKeys={chosen} options={options} onChange={(_, option) => change(option!.selected ? [...chosen, String(option!.key)] : chosen.filter(one => one !== option!.key))} />
    : <Pick label={label} selectedKey={chosen[0] ?? null} options={options} onChange={(_, option) => change(option!.key)} />;
}
/** The fields of a record type by their words. */
export const fieldsOf = (type: AnyRecord | undefined, { say, term }: Pick<Speech, "say" | "term">): (readonly [string, string])[] => !type ? [] :
  [["owner", say("Owner")], ["status", term("status")], ...Object.entries(type.fields as Record<string, Field>).map(([name, field]) => [name, say(field.label, `${type.name}.${name}`)] as const)];

/** A fixed value of the field that is meant: chosen, typed as a figure, or text. */
function Literal({ value, scope: { about, type, name }, label, change }: Omit<PartProps, "part">) {
  const { say } = useLanguage(), term = useTerms();
  const choices = name === "status" && type ? Object.fromEntries(Object.entries(type.statuses as AnyRecord["statuses"]).map(([key, status]) => [key, status.label])) : about?.choices;
  if (choices) {
    const many = Array.isArray(value), chosen = ([value ?? []].flat() as unknown[]).map(String), options = Object.entries(choices).map(([key, text]) => ({ key, text: say(text, `${type?.name ?? ""}.${key}`) }));
    return <Pick label={label} multiSelect={many} {...many ? { selectedKeys: chosen } : { selectedKey: chosen[0] || null }} options={options} onChange={(_, option) => change(many ? option!.selected ? [...chosen, String(option!.key)] : chosen.filter(one => one !== option!.key) : option!.key)} />;
  }
  if (typeof value === "boolean" || about?.kind === "flag") return <Pick label={label} selectedKey={value === true ? "yes" : "no"} options={["yes", "no"].map(key => ({ key, text: term(key) }))} onChange={(_, option) => change(option!.key === "yes")} />;
  const figure = typeof value === "number" || about && ["number", "money"].includes(about.kind);
  if (figure) return widgets.number({ field: { kind: "number", decimals: 10, required: false } as Field, label, value: value === "" ? undefined : value, sayChoice: String, change: given => change(given ?? "") });
  return <TextField label={label} value={Array.isArray(value) ? value.join(", ") : String(value ?? "")} onChange={(_, typed = "") => change(Array.isArray(value) ? typed.split(/[,，]\s*/u) : typed)} />;
}

const anything = data("Written out", z.unknown());
const Raw = ({ value, label, change }: { value: unknown; label: string; change(value: unknown): void }) => <Written field={anything} label={label} value={value} sayChoice={String} change={change} />;
