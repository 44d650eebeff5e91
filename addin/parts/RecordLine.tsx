import type { ReactNode } from "react";
import type { Brief } from "../../model/known.ts";
import { useDeclared } from "../declared.ts";
import { useFormats } from "../format.ts";
import { Icon } from "../icons.tsx";
import { useSay, useWords } from "../speech.ts";

/** A record in two lines: what it is, then how it stands. The whole line opens it. */
export function RecordLine({ record, open, hint, end }: { record: Brief; open: () => void; hint?: ReactNode; end?: ReactNode }) {
  const { money } = useFormats();
  return (
    <div className="line">
      <button type="button" className="open" onClick={open}>
        <span className="kind"><Icon name={record.type === "activity" ? record.kind ?? "activity" : record.type} /></span>
        <span className="texts">
          <span className="what"><bdi className="title">{record.title}</bdi>{record.value !== undefined && <span className="amount">{money(record.value, record.currency)}</span>}</span>
          <span className="how"><Standing record={record} />{hint}</span>
        </span>
      </button>
      {end}
    </div>
  );
}

/** Status, stage and dates in words. */
function Standing({ record }: { record: Brief }) {
  const say = useSay(), words = useWords(), { day, moment, isPast } = useFormats();
  const type = useDeclared()(record.type);
  const label = (field: string, value: string | undefined) => value && (type?.fields as Record<string, { choices?: Record<string, string> }> | undefined)?.[field]?.choices?.[value];
  const parts: ReactNode[] = [];
  if (record.type === "activity") {
    const kind = label("kind", record.kind);
    if (kind) parts.push(say(kind));
    if (record.when) parts.push(record.when.length === 10 ? day(record.when) : moment(record.when));
    if (type && (record.status === "open" || record.status === "scheduled")) parts.push(<Status key="s" tone="open">{say(String(type.statuses[record.status]?.label), `activity.${record.status}`)}</Status>);
  } else {
    const stage = label("stage", record.stage), status = type?.statuses[record.status] as { label: string } | undefined;
    if (record.type !== "opportunity" && type) parts.push(say(type.label[0]));
    if (record.about) parts.push(<bdi key="about">{record.about}</bdi>);
    if (stage && record.status === "open") parts.push(<Status key="s" tone="open">{say(stage)}</Status>);
    else if (status && record.status !== "active") parts.push(<Status key="s" tone={record.status === "open" ? "open" : "done"}>{say(status.label, `${record.type}.${record.status}`)}</Status>);
    if (record.closeDate && record.status === "open") parts.push(isPast(record.closeDate) ? <span key="c" className="warn">{words.overdue(day(record.closeDate))}</span> : <span key="c" className="whole">{words.closes(day(record.closeDate))}</span>);
  }
  return <>{parts.map((part, n) => <span key={n} className="part">{part}</span>)}</>;
}

const Status = ({ tone, children }: { tone: "open" | "done"; children: ReactNode }) => <span className={`status is-${tone}`}><i aria-hidden="true" />{children}</span>;
