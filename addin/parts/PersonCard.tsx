import type { ReactNode } from "react";
import type { Brief, KnownPerson, LastContact } from "../../model/known.ts";
import type { Person } from "../../model/mail.ts";
import { useDeclared } from "../declared.ts";
import { dayOf, useFormats } from "../format.ts";
import { useSay, useWords } from "../speech.ts";
import { Address } from "./Address.tsx";
import { Face } from "./Face.tsx";
import { SuggestedMark } from "./Suggested.tsx";

/** Read from the message, for somebody we do not know yet. */
export interface Guess { jobTitle?: string; company?: string; phone?: string }
interface Props { person: Person; known?: KnownPerson; guess?: Guess; me?: string; open(record: Brief): void; end?: ReactNode }

/** The main person of the message. Name and address are there at once; the lines below keep their room while the rest is asked for. */
export function PersonCard({ person, known, guess, me, open, end }: Props) {
  const words = useWords();
  const record = known?.matches[0];
  const jobTitle = record?.jobTitle ?? guess?.jobTitle, company = record?.company ?? known?.account?.title ?? guess?.company, phone = record?.phone ?? guess?.phone;
  const mark = (known: string | undefined, value: string) => known === undefined ? <SuggestedMark>{value}</SuggestedMark> : <bdi>{value}</bdi>;
  return (
    <section className="person">
      <Face name={person.name} address={person.address} />
      <div className="about">
        <h2 className="name">
          {record ? <button type="button" className="nameOpen" onClick={() => open(record)}><bdi>{record.title || person.name || person.address}</bdi></button> : <bdi>{person.name || person.address}</bdi>}
          <Badge is={known?.is} />
        </h2>
        {person.name && <p className="quiet"><bdi><Address of={person.address} /></bdi></p>}
        <p>{jobTitle && mark(record?.jobTitle, jobTitle)}{jobTitle && company && " · "}{company && mark(record?.company ?? known?.account?.title, company)}{!jobTitle && !company && "\u00a0"}</p>
        {phone && <p><a href={`tel:${phone.replace(/[^\d+]/g, "")}`} aria-label={record?.phone ? words.call(phone) : `${words.call(phone)} (${words.suggestionMark})`}>{mark(record?.phone, phone)}</a></p>}
        <OwnerAndLast known={known} me={me} />
        {end}
      </div>
    </section>
  );
}

/** Who of us has them, or, of somebody new, their company; and when there was contact last. */
export function OwnerAndLast({ known, me }: { known?: KnownPerson; me?: string }) {
  const words = useWords(), held = known?.matches[0] ?? known?.account;
  return <>{held?.ownerName && <p className="quiet">{held.owner === me ? words.yours : words.owner(held.ownerName)}</p>}{known?.last && <Last of={known.last} me={me} />}</>;
}

/** When there was contact last, and from which side. */
function Last({ of, me }: { of: LastContact; me?: string }) {
  const words = useWords(), say = useSay(), { near } = useFormats(), type = useDeclared()("activity");
  const kind = (type?.fields as { kind: { choices: Record<string, string> } } | undefined)?.kind.choices[of.kind];
  return kind ? <p className="quiet">{words.lastContact(say(kind), near(dayOf(new Date(of.when))), of.direction === "incoming" ? words.fromThem : of.by === me ? words.byYou : of.byName)}</p> : null;
}

/** Somebody else on the message, in two lines. */
export function PersonLine({ person, known, open, end }: Omit<Props, "guess" | "me">) {
  const words = useWords();
  const record = known?.matches[0] ?? known?.account;
  const about = [record?.jobTitle, record?.company ?? known?.account?.title].filter(Boolean).join(" · ") || person.address;
  const texts = <span className="texts"><span className="what"><bdi className="title">{person.name || record?.title || person.address}</bdi><Badge is={known?.is} /></span><span className="how"><bdi>{about}</bdi></span></span>;
  return (
    <div className="line" aria-label={person.name || person.address} role="group">
      {record ? <button type="button" className="open" title={words.open(record.title)} onClick={() => open(record)}><Face small name={person.name} address={person.address} />{texts}</button>
        : <div className="open still"><Face small name={person.name} address={person.address} />{texts}</div>}
      {end}
    </div>
  );
}

function Badge({ is }: { is?: KnownPerson["is"] }) {
  const words = useWords();
  return is === "new" ? <span className="badge new">{words.isNew}</span> : is === "colleague" ? <span className="badge">{words.colleague}</span> : null;
}
