import { Link } from "@fluentui/react/lib/Link";
import { useState } from "react";
import { said, type Say } from "../../model/expression.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useLanguage } from "../language.ts";
import { TextButton } from "../parts/TextButton.tsx";
import { useTerms } from "./terms.ts";
import { useDesignWords } from "./words.ts";

/** One place that the same answers lead to, and the records on which they do. */
export interface Led { at: "page" | "end"; words?: Say; does: string[]; records: { type: string; id: string; title: string }[] }

/** Where the answers of a rehearsal would lead on other records, the place that most come to first. */
export function Everywhere({ looked, ways, on }: { looked: number; ways: readonly Led[]; on: string }) {
  const words = useDesignWords();
  return <section aria-label={words.elsewhere} role="status"><h3>{words.elsewhere}</h3><p className="quiet">{words.looked(looked)}</p><ol className="told">{ways.map((way, n) => <Way key={n} way={way} on={on} />)}</ol></section>;
}

function Way({ way: { at, words: saying, does, records }, on }: { way: Led; on: string }) {
  const { go } = useDoors(), words = useDesignWords(), term = useTerms(), { say, chinese } = useLanguage(), [open, setOpen] = useState(false);
  const name = saying ? said(saying, chinese) : words.ends, type = recordType(on)!, sayDeed = (deed: string) => ["create", "update", "remove"].includes(deed) ? term(deed) : say(String(type.buttons[deed] ?? deed), `${on}.${deed}`);
  return (
    <li>
      <div className="said"><span>{at === "page" ? words.asksMore(name) : name}</span><TextButton expanded={open} label={words.showThem(records.length, name)} onClick={() => setOpen(!open)}>{String(records.length)}</TextButton></div>
      {does.length > 0 && <p className="quiet">{does.map(sayDeed).join(", ")}</p>}
      {open && <ul className="plain">{records.slice(0, 30).map(one => <li key={one.id}><Link as="button" type="button" onClick={() => go({ at: "record", type: one.type as RecordName, id: one.id })}>{one.title}</Link></li>)}</ul>}
    </li>
  );
}
