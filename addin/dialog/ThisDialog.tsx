import { PrimaryButton } from "@fluentui/react/lib/Button";
import { useDoors } from "../doors.ts";
import type { SectionProps } from "../record/sections.tsx";
import type { SessionRow } from "./dialogs.ts";
import "./dialog.css";
import { Summary } from "./Summary.tsx";
import { useDialogWords } from "./words.ts";

/** A conversation's own page: its summary, or the way on for whoever holds it. */
export function ThisDialog({ row }: SectionProps) {
  const { go, me } = useDoors(), words = useDialogWords();
  if (row.status !== "open") return <Summary session={row as unknown as SessionRow} />;
  return row.owner === me.id ? <div className="acts"><PrimaryButton text={words.resume} onClick={() => go({ at: "dialog", id: row.id })} /></div> : null;
}
