import { memo, type ComponentProps, type KeyboardEvent, type ReactNode } from "react";
import type { Field } from "../../model/field.ts";
import { titleOf, type AnyRecord, type AnyRow } from "../../model/record.ts";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { useWords } from "../record/words.ts";
import { Cell } from "./cells.tsx";
import { deadlineOf, openOf } from "./views.ts";

/** Two lines: what; then who, when, how much. The whole row opens the record. */
export function Row({ one, last, two, start, end, id, current, describedBy, tabIndex, onKey, onOpen }: { one: ReactNode; last?: ReactNode; two?: ReactNode; start?: ReactNode; end?: ReactNode; id?: string; current?: boolean; describedBy?: string; tabIndex?: number; onKey?(event: KeyboardEvent): void; onOpen(): void }) {
  return (
    <li data-id={id}>
      {start}
      <button type="button" className="row" aria-current={current || undefined} aria-describedby={describedBy} tabIndex={tabIndex} onKeyDown={onKey} onClick={onOpen}>
        <span className="one"><bdi>{one}</bdi>{last !== undefined && last !== null && <span className="last">{last}</span>}</span>
        {two && <span className="two">{two}</span>}
      </button>
      {end}
    </li>
  );
}

/** A record of a type, by what its declaration says a list shows; an amount stands at the end of the first line. Drawn anew only when it is another: a letter in the search above is to cost no rows. */
export const RecordRow = memo(function RecordRow({ type, row, hide, onOpen, ...around }: { type: AnyRecord; row: AnyRow; hide?: string; onOpen(id: string): void } & Pick<ComponentProps<typeof Row>, "start" | "end" | "current" | "describedBy" | "tabIndex" | "onKey">) {
  const { say } = useLanguage(), words = useWords(), { today } = useFormats();
  const title = titleOf(type, row), fields = type.fields as Record<string, Field>;
  const shown = type.list.filter(name => name !== hide && row[name] !== undefined && row[name] !== "" && row[name] !== title);
  const amount = shown.find(name => fields[name]!.kind === "money");
  const rest = shown.filter(name => name !== amount);
  const status = type.statuses[row.status];
  const telling = status && row.status !== "active" && row.status !== Object.keys(type.statuses)[0];
  const reason = status?.reasons?.[row.reason ?? ""];
  const late = openOf(type).includes(row.status) && !type.shared ? deadlineOf(type) : undefined;
  const two = [
    ...rest.map(name => fields[name]!.kind === "date" ? <span key={name} className={name === late && row[name] < today() ? "warn" : undefined}>{say(fields[name]!.label, `${type.name}.${name}`)} <Cell of={type.name} field={fields[name]!} value={row[name]} /></span> : <Cell key={name} of={type.name} field={fields[name]!} value={row[name]} row={row} />),
    ...(telling ? [<span key="status">{say(status.label, `${type.name}.${row.status}`)}</span>] : reason && type.name === "lead" ? [<span key="reason">{say([reason].flat()[0] as string, `${type.name}.${row.reason}`)}</span>] : []),
  ];
  return <Row {...around} id={row.id} onOpen={() => onOpen(row.id)} one={title} last={amount && <Cell of={type.name} field={fields[amount]!} value={row[amount]} row={row} />}
    two={two.length ? <span>{two.map((part, n) => <span key={n}>{n > 0 && " · "}{part}</span>)}</span> : <span>{words.none}</span>} />;
});
