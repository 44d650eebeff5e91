import { Pick } from "../form/Pick.tsx";
import { DefaultButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { ref, type Field } from "../../model/field.ts";
import type { AnyRecord } from "../../model/record.ts";
import { RefPicker } from "../form/RefPicker.tsx";
import { daysFrom, useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { Icon } from "../icons.tsx";
import { Cell } from "../list/cells.tsx";
import { deadlineOf, filtersOf, monthOf, type Filter } from "../list/views.ts";
import { useListWords } from "./words.ts";

interface Props { type: AnyRecord; filter: Filter; change(filter: Filter): void }
const without = (filter: Filter, name: string): Filter => Object.fromEntries(Object.entries(filter).filter(([key]) => key !== name));
const owners = ref("Owner", "user");

/** What a list can be narrowed by: status, owner, its choices and references, and when it is due. */
export function FilterPanel({ type, filter, change }: Props) {
  const words = useListWords(), { say } = useLanguage(), { today } = useFormats();
  const fields = type.fields as Record<string, Field>, day = deadlineOf(type), now = today();
  const put = (name: string, value: string | undefined) => change(value === undefined ? without(filter, name) : { ...filter, [name]: value });
  const several = (name: string, label: string, choices: [key: string, text: string][]) => <Pick key={name} label={label} multiSelect options={choices.map(([key, text]) => ({ key, text }))} selectedKeys={filter[name]?.split(",") ?? []}
    placeholder="–" onChange={(_, one) => { const had = filter[name]?.split(",") ?? [], next = one!.selected ? [...had, String(one!.key)] : had.filter(key => key !== one!.key); put(name, next.length ? next.join(",") : undefined); }} />;
  const when: Record<string, string> = { [`..${daysFrom(now, -1)}`]: words.overdue, [`${now}..${daysFrom(now, 6)}`]: words.week, [monthOf(now)]: words.month, [monthOf(now, 1)]: words.nextMonth, "": words.noDay };
  return (
    <div className="panel fields">
      {Object.keys(type.statuses).length > 1 && several("status", words.status, Object.entries(type.statuses).map(([key, { label }]) => [key, say(label, `${type.name}.${key}`)]))}
      {day && <Pick label={words.when(say(fields[day]!.label, `${type.name}.${day}`))} options={[{ key: "any", text: words.any }, ...Object.entries(when).map(([key, text]) => ({ key: `=${key}`, text }))]} selectedKey={filter[day] === undefined ? "any" : `=${filter[day]}`} onChange={(_, one) => put(day, one!.key === "any" ? undefined : String(one!.key).slice(1))} />}
      {filtersOf(type).map(name => {
        const field = fields[name]!, label = say(field.label, `${type.name}.${name}`);
        return field.kind === "ref" ? <div key={name} className="wide"><RefPicker field={{ ...field, required: false }} label={label} value={filter[name] || undefined} sayChoice={String} change={value => put(name, value as string | undefined)} /></div>
          : several(name, label, Object.entries(field.choices!).map(([key, text]) => [key, say(text, `${type.name}.${key}`)]));
      })}
      {!type.shared && <div className="wide"><RefPicker field={owners} label={words.owner} value={filter.owner === "me" ? undefined : filter.owner} sayChoice={String} change={value => put("owner", value as string | undefined)} /></div>}
    </div>
  );
}

/** The filters that are on, each with a way to drop it. */
export function FilterChips({ type, filter, change }: Props) {
  const words = useListWords(), { say } = useLanguage();
  const on = Object.entries(filter);
  return on.length ? <div className="chips">{on.map(([written, value]) => {
    const name = written.replace(/^\./, ""), field = (type.fields as Record<string, Field>)[name], label = name === "status" ? words.status : name === "owner" ? words.owner : name === "reason" ? words.status : name === "id" ? words.chosenRows : field ? say(field.label, `${type.name}.${name}`) : name;
    return <DefaultButton key={name} className="chip" title={words.drop(label)} ariaLabel={words.drop(label)} onClick={() => change(without(filter, written))}><span className="clip">{label}: <Meant type={type} name={name} value={value} /></span><Icon name="Clear" size={12} /></DefaultButton>;
  })}{on.length > 1 && <Link as="button" type="button" onClick={() => change({})}>{words.clear}</Link>}</div> : null;
}

/** A filter's value as people read it. */
function Meant({ type, name, value }: { type: AnyRecord; name: string; value: string }) {
  const words = useListWords(), { say } = useLanguage(), { day } = useFormats();
  const field = name === "owner" ? owners : (type.fields as Record<string, Field>)[name];
  if (value === "") return <>{words.nothing}</>;
  if (name === "id") return <>{words.chosenCount(value.split(",").length)}</>;
  if (name === "owner" && value === "me") return <>{words.you}</>;
  if (name === "status") return <>{value.split(",").map(one => say(type.statuses[one]?.label ?? one, `${type.name}.${one}`)).join(", ")}</>;
  const [from, to] = value.split(".."), dated = (of: string) => of && (/^\d{4}-\d\d-\d\d/.test(of) ? day(of.slice(0, 10)) : of);
  if (to !== undefined) return <>{words.between(dated(from!), dated(to))}</>;
  return field ? <>{value.split(",").map((one, n) => <span key={one}>{n > 0 && ", "}<Cell of={type.name} field={field.kind === "refs" ? { ...field, kind: "ref" } : field} value={one} /></span>)}</> : <>{value}</>;
}
