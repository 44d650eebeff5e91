import { Link } from "@fluentui/react/lib/Link";
import { useEffect, useRef } from "react";
import type { Brief, Likeness } from "../../model/known.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useLanguage } from "../language.ts";
import { useWords } from "./words.ts";

/** Records that may be the same, each to be looked at or used instead; once they hold a save back, the focus comes here. */
export function Alike({ found, held, use }: { found: readonly Likeness[]; held: boolean; use(record: Brief): void }) {
  const { go } = useDoors(), words = useWords(), { say } = useLanguage(), box = useRef<HTMLElement>(null);
  useEffect(() => { if (held) { box.current?.focus({ preventScroll: true }); box.current?.scrollIntoView?.({ block: "center" }); } }, [held]);
  if (!found.length) return null;
  return (
    <section ref={box} className="panel" tabIndex={-1} aria-label={words.duplicates} aria-live="polite">
      <h2>{words.duplicates}</h2>
      {held && <p className="quiet">{words.heldBack}</p>}
      <ul className="rows">{found.map(({ record, why }) => (
        <li key={`${record.type}/${record.id}`}>
          <span className="row"><Link as="button" type="button" onClick={() => go({ at: "record", type: record.type as RecordName, id: record.id })}>{record.title}</Link><span className="two"><span>{[say(recordType(record.type)!.label[0]), record.company, words.why[why]].filter(Boolean).join(" · ")}</span></span></span>
          <span className="end"><Link as="button" type="button" aria-label={words.useNamed(record.title)} onClick={() => use(record)}>{words.useThis}</Link></span>
        </li>
      ))}</ul>
    </section>
  );
}
