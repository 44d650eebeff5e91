import type { ReactNode } from "react";
import { Icon } from "../icons.tsx";
import { useWords } from "../speech.ts";
import { TextButton } from "./TextButton.tsx";

/** One line of what is true now, where the eye is, with the way back. */
export function TruthLine({ children, undo, busy }: { children: ReactNode; undo?: () => void; busy?: boolean }) {
  const words = useWords();
  return (
    <p className="truth">
      <span className="good"><Icon name="CheckMark" /></span>
      <span className="grow">{children}</span>
      {undo && <TextButton onClick={undo} busy={busy}>{words.undo}</TextButton>}
    </p>
  );
}
