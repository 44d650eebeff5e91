import { SearchBox } from "@fluentui/react/lib/SearchBox";
import { useState, type ReactNode } from "react";
import type { Brief } from "../../model/known.ts";
import { loggable } from "../belongs.ts";
import { useDoors } from "../doors.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { Section } from "../parts/Section.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { useWords } from "../speech.ts";
import { useAsk, useRested } from "../use.ts";

/** Finds a record that mail can be logged to; `children` stand there until something is typed. */
export function FindRecord({ each, children }: { each(record: Brief): ReactNode; children?: ReactNode }) {
  const { api } = useDoors(), words = useWords();
  const [text, setText] = useState(""), asked = useRested(text.trim(), 250);
  const found = useAsk(asked ? `search to log ${asked}` : undefined, () => api.search(asked, loggable)), hits = found.answer?.hits ?? [];
  return (
    <>
      <SearchBox placeholder={words.findAnother} ariaLabel={words.typeToSearch} value={text} onChange={(_, value) => setText(value ?? "")} autoFocus />
      <ProblemLine problem={found.problem} again={found.again} />
      {!asked ? children : !found.problem && <Section title={words.found} end={found.answer && hits.length}>{found.waiting ? <Skeleton /> : hits.length ? hits.map(hit => each(hit)) : <p className="quiet none">{words.nothingFound(asked)}</p>}</Section>}
    </>
  );
}
