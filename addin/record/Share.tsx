import { DefaultButton } from "@fluentui/react/lib/Button";
import type { Fields } from "../../model/field.ts";
import type { Share as Shared } from "../../model/may.ts";
import type { Problem } from "../../model/problem.ts";
import { splitPath, type AnyRecord, type AnyRow } from "../../model/record.ts";
import { verbOf } from "../../model/common.ts";
import { FieldsForm } from "../form/FieldsForm.tsx";
import { useTitle } from "../reach.ts";
import { Panel } from "./Panel.tsx";
import { useWords } from "./words.ts";

/** Whom a record is shared with, each with the way to end it, and one more. */
export function Share({ type, row, busy, problem, onAct, onCancel }: { type: AnyRecord; row: AnyRow; busy: boolean; problem?: Problem; onAct(verb: "share" | "unshare", answers: Record<string, unknown>): void; onCancel(): void }) {
  const words = useWords(), fields = verbOf(type, "share")!.asks as Fields, shared = (row.sharedWith ?? []) as Shared[];
  return (
    <Panel title={words.share.title}>
      {shared.length > 0 && <ul className="rows" aria-label={words.share.list}>{shared.map(one => <One key={one.with} share={one} busy={busy} end={() => onAct("unshare", { with: one.with })} />)}</ul>}
      <FieldsForm of={type.name} fields={fields} groups={[["", Object.keys(fields)]]} save={words.share.do} busy={busy} problem={problem} onSave={answers => onAct("share", answers)} onCancel={onCancel} />
    </Panel>
  );
}

function One({ share, busy, end }: { share: Shared; busy: boolean; end(): void }) {
  const words = useWords(), name = useTitle(...splitPath(share.with)) ?? "…";
  return <li><span className="row"><span className="one"><bdi>{name}</bdi></span><span className="two"><span>{share.write ? words.share.changes : words.share.looks}</span></span></span><DefaultButton text={words.share.end} ariaLabel={words.share.endFor(name)} disabled={busy} onClick={end} /></li>;
}

/** Beside the owner's name: that others have it too. */
export function SharedNote({ row }: { row: AnyRow }) {
  const words = useWords(), n = ((row.sharedWith ?? []) as Shared[]).length;
  return n ? <span className="quiet">{words.share.count(n)}</span> : null;
}
