import { Link } from "@fluentui/react/lib/Link";
import type { Field } from "../../model/field.ts";
import { said } from "../../model/expression.ts";
import { pathOf, type AnyRecord } from "../../model/record.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useLanguage } from "../language.ts";
import { Cell } from "../list/cells.tsx";
import { useWays } from "../ways.ts";
import { useTerms } from "./terms.ts";
import { useDesignWords } from "./words.ts";

/** What would become of one record. */
export interface Become { type: string; id: string; title: string; made?: true; values: Record<string, unknown>; status?: string }
interface Props { becomes: readonly Become[]; mails: readonly { to: string[]; subject: string; text: string }[]; refused?: { detail: string; fields: readonly { field: string; message: string }[] }; on?: string }

/** All that a dialog would have done so far, or why the service would not have done it. */
export function Becomes({ becomes, mails, refused, on }: Props) {
  const words = useDesignWords(), label = useLabels(on ?? ""), made = new Map(becomes.filter(one => one.made).map(one => [pathOf(one.type, one.id), one.title]));
  return (
    <section aria-label={words.soFar} role="status">
      <h3>{words.soFar}</h3>
      {refused && <div className="problem"><div><p>{words.wouldRefuse}</p><ul>{refused.fields.length ? refused.fields.map((one, n) => <li key={n}>{[one.field && label(one.field), one.message].filter(Boolean).join(": ")}</li>) : <li>{refused.detail}</li>}</ul></div></div>}
      {!refused && !becomes.length && !mails.length && <p className="quiet">{words.nothingYet}</p>}
      <ol className="told">
        {becomes.map((one, n) => <One key={n} become={one} made={made} />)}
        {mails.map((mail, n) => <li key={`mail ${n}`}><b>{words.wouldMail(mail.to.join(", "))}</b><p>{mail.subject}</p><p className="quiet written">{mail.text}</p></li>)}
      </ol>
    </section>
  );
}

function One({ become: { type: name, id, title, made: isNew, values, status }, made }: { become: Become; made: ReadonlyMap<string, string> }) {
  const { go } = useDoors(), term = useTerms(), words = useDesignWords(), { say } = useLanguage(), type = recordType(name)!, of = say(type.label[0]);
  return (
    <li>
      {isNew ? <b>{name === "approval" ? words.wouldAsk : words.wouldMake(of, title)}</b> : <b>{of} <Link as="button" type="button" onClick={() => go({ at: "record", type: name as RecordName, id })}>{title}</Link></b>}
      {status && <p className="quiet">{term("status")}: {say((type.statuses as AnyRecord["statuses"])[status]!.label, `${name}.${status}`)}</p>}
      {name !== "approval" && <Values of={name} values={values} made={made} />}
    </li>
  );
}

/** Fields with what they would hold; `made` names records that there would be. */
export function Values({ of, values, made }: { of: string; values: Record<string, unknown>; made?: ReadonlyMap<string, string> }) {
  const ways = useWays(), { chinese } = useLanguage(), words = useDesignWords(), label = useLabels(of), fields = (recordType(of)?.fields ?? {}) as Record<string, Field>, owner = { kind: "ref", to: ["user"] } as unknown as Field;
  const stage = (key: unknown) => { const label = ways?.processes?.flatMap(one => one.stages).find(one => one.key === key)?.label; return label && said(label, chinese); };
  const known = (field: Field | undefined, value: unknown) => field?.kind === "ref" ? made?.get(field.to!.length > 1 ? String(value) : pathOf(field.to![0]!, String(value))) : undefined;
  return <>{Object.entries(values).map(([name, value]) => { const field = fields[name] ?? (name === "owner" ? owner : undefined), told = name === "processStage" ? stage(value) : known(field, value); return <p key={name} className="quiet">{label(name)}: {value === null ? words.emptied : told ? told : field ? <Cell of={of} field={field} value={value} /> : String(value)}</p>; })}</>;
}

/** The words of a record type's fields. */
export function useLabels(of: string): (name: string) => string {
  const { say } = useLanguage(), fields = (recordType(of)?.fields ?? {}) as Record<string, Field>;
  return name => fields[name] ? say(fields[name].label, `${of}.${name}`) : name === "owner" ? say("Owner") : name;
}
