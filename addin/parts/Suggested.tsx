import type { ReactNode } from "react";
import { useWords } from "../speech.ts";

/** A value that was read from the message and that nobody has confirmed yet. */
export function SuggestedMark({ children }: { children: ReactNode }) {
  return <bdi className="suggested">{children}<Spark /></bdi>;
}

/** The small mark beside a suggested value, said aloud as well. */
export function Spark() {
  const { suggestionMark } = useWords();
  return <span className="spark"><span aria-hidden="true" title={suggestionMark}><svg width="10" height="10" viewBox="0 0 10 10" focusable="false"><path d="M5 0 6.2 3.8 10 5 6.2 6.2 5 10 3.8 6.2 0 5l3.8-1.2z" fill="currentColor" /></svg></span><span className="unseen">{` (${suggestionMark})`}</span></span>;
}
