import { Link } from "@fluentui/react/lib/Link";
import { TextField } from "@fluentui/react/lib/TextField";
import { useState } from "react";
import { useDoors } from "../doors.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { useWork } from "../use.ts";
import type { SessionRow } from "./dialogs.ts";
import { useDialogWords } from "./words.ts";

/** One box for the whole conversation, kept on leaving it. */
export function Comments({ session: { comments = "" }, keep }: { session: SessionRow; keep(text: string): Promise<void> }) {
  const { announce } = useDoors(), words = useDialogWords(), [text, setText] = useState(comments), [kept, setKept] = useState(comments), [open, setOpen] = useState(comments !== ""), { busy, problem, run } = useWork();
  const save = () => { if (text !== kept) void run(async () => { await keep(text); setKept(text); announce(words.commentKept); }); };
  if (!open) return <div className="links"><Link as="button" type="button" onClick={() => setOpen(true)}>{words.addComment}</Link></div>;
  return <><TextField label={words.comments} multiline autoAdjustHeight rows={2} resizable={false} maxLength={10_000} value={text} aria-busy={busy} onChange={(_, typed = "") => setText(typed)} onBlur={save} autoFocus={comments === ""} /><ProblemLine problem={problem} again={save} /></>;
}
