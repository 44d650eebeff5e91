import type { Brief, KnownPerson } from "../../model/known.ts";
import { Face } from "../parts/Face.tsx";
import { useWords as useShellWords } from "../speech.ts";
import { useWords } from "./words.ts";

interface Props { person: Omit<KnownPerson, "is"> & { is?: KnownPerson["is"] }; open(record: Brief): void; /** Whether to say what is open with them. */ deals?: boolean }

/** One who will get the mail: known, a colleague or outside of our records, and whether they want e-mail at all. */
export function RecipientLine({ person, open, deals }: Props) {
  const shell = useShellWords(), words = useWords();
  const record = person.matches[0], about = [record?.jobTitle, record?.company ?? person.account?.title].filter(Boolean).join(" · ") || person.address;
  const texts = (
    <span className="texts">
      <span className="what"><bdi className="title">{person.name || record?.title || person.address}</bdi>
        {person.is === "colleague" ? <span className="badge">{shell.colleague}</span> : person.is === "new" && <span className="badge new">{shell.isNew}</span>}</span>
      <span className="how"><bdi>{about}</bdi>{record?.doNotEmail && <span className="part warn">{words.noEmail}</span>}</span>
      {deals && person.deals.length > 0 && <span className="how"><bdi>{person.deals[0]!.title}</bdi>{person.deals.length > 1 && <span className="part">{words.more(person.deals.length - 1)}</span>}</span>}
    </span>
  );
  return (
    <div className="line" role="group" aria-label={person.name || person.address}>
      {record ? <button type="button" className="open" title={shell.open(record.title)} onClick={() => open(record)}><Face small name={person.name} address={person.address} />{texts}</button>
        : <div className="open still"><Face small name={person.name} address={person.address} />{texts}</div>}
    </div>
  );
}
