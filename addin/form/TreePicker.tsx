import { DefaultButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { TextField } from "@fluentui/react/lib/TextField";
import { useState } from "react";
import { recordType } from "../../model/records.ts";
import { branchesOf, withBelow } from "../../model/tree.ts";
import { useReach } from "../reach.ts";
import { useTree } from "../tree.ts";
import { useWork } from "../use.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { useWords } from "../record/words.ts";
import { Pick } from "./Pick.tsx";
import type { WidgetProps } from "./widget.ts";

/** A branch of the subject tree: all of it to choose from, and a new branch below the one that is chosen. A branch does not hang on itself. */
export function TreePicker({ of, record = {}, field, label, value, fault, disabled, change }: WidgetProps) {
  const { create, mayCreate } = useReach(), words = useWords(), { answer: rows = none, problem: unread, again } = useTree(), { busy, problem, run } = useWork(), [fresh, setFresh] = useState<string>();
  const branches = branchesOf(rows), barred = of === "subject" ? withBelow(branches, record.id as string | undefined) : new Set<string>(), chosen = branches.find(({ id }) => id === value);
  const options = branches.filter(({ id }) => !barred.has(id)).map(({ id, title, path, depth }) => ({ key: id, text: title, title: path, data: depth }));
  const make = () => void run(async () => { const id = await create("subject", { title: fresh!.trim(), ...chosen && { parent: chosen.id } }); setFresh(undefined); again(); change(id); });
  return (
    <div>
      <Pick label={label} required={field.required} placeholder={words.choose} disabled={disabled} errorMessage={fault} selectedKey={(value as string | undefined) ?? null} options={field.required ? options : [{ key: "", text: words.none, data: 0 }, ...options]}
        onRenderTitle={() => <span>{chosen?.path ?? "…"}</span>} onRenderOption={option => <span style={{ paddingInlineStart: 16 * Number(option!.data) }}>{option!.text}</span>} onChange={(_, one) => change(one?.key || undefined)} />
      {mayCreate(recordType("subject")!) && of !== "subject" && (fresh === undefined ? <Link as="button" type="button" disabled={disabled} style={{ minHeight: 24 }} onClick={() => setFresh("")}>{words.newBranch}</Link>
        : <div className="bar"><TextField ariaLabel={words.newBranchTitle} placeholder={chosen ? words.below(chosen.title) : words.newBranchTitle} value={fresh} autoFocus styles={{ root: { flex: 1, minWidth: 120 } }} onChange={(_, typed = "") => setFresh(typed)} onKeyDown={event => { if (event.key === "Enter") { event.preventDefault(); if (fresh.trim()) make(); } if (event.key === "Escape") { event.stopPropagation(); setFresh(undefined); } }} />
          <DefaultButton text={words.add} disabled={busy || !fresh.trim()} onClick={make} /></div>)}
      <ProblemLine problem={problem ?? unread} again={problem ? undefined : again} />
    </div>
  );
}
const none: readonly never[] = [];
