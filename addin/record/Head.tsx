import type { Field } from "../../model/field.ts";
import { editable, titleOf, type AnyRecord, type AnyRow } from "../../model/record.ts";
import { useDoors } from "../doors.ts";
import { useLanguage } from "../language.ts";
import { useTitle } from "../reach.ts";
import { SharedNote } from "./Share.tsx";
import { useWords } from "./words.ts";

const tones: Record<string, string> = { won: "good", qualified: "good", completed: "good", lost: "lost", disqualified: "lost", canceled: "lost", inactive: "done", retired: "done" };

/** What the record is and how it stands: title, status in words, owner, and the sales stages where there are any. */
export function Head({ type, row, busy, staged, onStage }: { type: AnyRecord; row: AnyRow; busy: boolean; /** Its process draws the stages. */ staged?: boolean; onStage(stage: string): void }) {
  const { me } = useDoors(), words = useWords(), { say } = useLanguage();
  const owner = useTitle("user", row.owner === me.id ? undefined : row.owner);
  const status = type.statuses[row.status], reason = status?.reasons?.[row.reason ?? ""];
  const said = say(String(status?.label ?? row.status), `${type.name}.${row.status}`), why = reason && say([reason].flat()[0] as string, `${type.name}.${row.reason}`);
  return (
    <header>
      <h1 tabIndex={-1} style={{ outline: "none" }}><bdi>{titleOf(type, row)}</bdi></h1>
      <div className="bar"><span className="quiet">{say(type.label[0])}</span>{Object.keys(type.statuses).length > 1 && <span className={`status ${tones[row.status] ?? ""}`}><i aria-hidden="true" />{said}{why && why !== said && ` · ${why}`}</span>}
        {row.owner && <span className="quiet">{words.owner(row.owner === me.id ? words.you : owner ?? "…")}</span>}<SharedNote row={row} /></div>
      {type.fields.stage && !staged && <Stages of={type.name} field={type.fields.stage as Field} now={row.stage as string | undefined} still={busy || !editable(type, row.status)} onStage={onStage} />}
    </header>
  );
}

function Stages({ of, field, now, still, onStage }: { of: string; field: Field; now: string | undefined; still: boolean; onStage(stage: string): void }) {
  const words = useWords(), { say } = useLanguage();
  const stages = Object.entries(field.choices ?? {}), at = stages.findIndex(([key]) => key === now);
  return <ol className="stages" aria-label={say(field.label)}>{stages.map(([key, label], n) => {
    const name = say(label, `${of}.stage.${key}`);
    return <li key={key} className={n === at ? "now" : n < at ? "past" : ""}><button type="button" disabled={still} aria-current={n === at ? "step" : undefined} title={words.stageOf(name, n + 1, stages.length)} onClick={() => { if (n !== at) onStage(key); }}>{name}</button></li>;
  })}</ol>;
}
