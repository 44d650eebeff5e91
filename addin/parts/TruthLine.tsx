import type { ReactNode } from "react";
import { Icon } from "../icons.tsx";
import { useWords } from "../speech.ts";
import { TextButton } from "./TextButton.tsx";

/** One line of what is true now, where the eye is, with the way back. */
export function TruthLine({ children, undo, of, busy, waiting }: { children: ReactNode; undo?: () => void; /** What would be taken back, where there are several. */ of?: string; busy?: boolean; waiting?: boolean }) {
  const words = useWords();
  return (
    <p className="truth">
      <span className={waiting ? "warn" : "good"}><Icon name={waiting ? "activity" : "CheckMark"} /></span>
      <span className="grow">{children}</span>
      {undo && <TextButton onClick={undo} busy={busy} label={of && `${words.undo}: ${of}`}>{words.undo}</TextButton>}
    </p>
  );
}
