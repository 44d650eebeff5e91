import { useId, useState, type ReactNode } from "react";
import type { Brief, KnownPerson } from "../../model/known.ts";
import type { Person } from "../../model/mail.ts";
import type { Wish } from "../../model/preferences.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { OwnerAndLast, PersonLine } from "../parts/PersonCard.tsx";
import { RecordLine } from "../parts/RecordLine.tsx";
import { Section } from "../parts/Section.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { useWords } from "../speech.ts";

interface Props { person: KnownPerson; open(record: Brief): void; prefer(wish: Wish): void }

/** What may still be won, each with its next step or the lack of one. */
export function OpenDeals({ of, open }: { of: Brief[]; open(record: Brief): void }) {
  const words = useWords();
  return of.length > 0 && (
    <Section title={words.openDeals} end={of.length}>
      <Some of={of} first={3} each={deal => <RecordLine key={deal.id} record={deal} open={() => open(deal)} hint={deal.nextStep === false && <span className="part warn">{words.noNextStep}</span>} />} />
    </Section>
  );
}

/** Whether more than one record may be meant. */
export const hasChoice = (person: KnownPerson | undefined): boolean => !!person && (person.matches.filter(({ type }) => type !== "account").length > 1 || person.accounts.length > 1);

/** Their other records: every one that the address may stand for, to be chosen once and for all, and their companies with who owns them. */
export function OnRecord({ person, open, prefer }: Props) {
  const { me } = useDoors(), words = useWords();
  const more = person.is === "known" ? [...person.matches.slice(1), ...person.accounts.filter(account => !person.matches.some(({ id }) => id === account.id))] : person.accounts;
  const whom = person.address.toLowerCase();
  const choice = (record: Brief): Wish | undefined => record.type !== "account" ? { choose: `${record.type}/${record.id}`, for: whom } : person.accounts.length > 1 && record.id !== person.account?.id ? { choose: `account/${record.id}`, for: `@${whom.slice(whom.lastIndexOf("@") + 1)}` } : undefined;
  return more.length > 0 && (
    <Section title={words.records}>
      <Some of={more} first={3} each={record => {
        const wish = choice(record), owner = record.type === "account" && record.ownerName ? record.owner === me.id ? words.yours : words.owner(record.ownerName) : undefined, tells = owner ?? record.jobTitle;
        return <RecordLine key={record.id} record={record} open={() => open(record)} hint={tells && <span className="part"><bdi>{tells}</bdi></span>} end={wish && <TextButton label={words.useThisFor(record.title)} onClick={() => prefer(wish)}>{words.useThis}</TextButton>} />;
      }} />
    </Section>
  );
}

/** What they said last, and what happened last with them. */
export function Talk({ person, open }: Omit<Props, "prefer">) {
  const words = useWords(), { moment } = useFormats();
  return (
    <>
      {person.said && <Section title={words.lastSaid} end={moment(person.said.when)}><blockquote className="said"><bdi>{person.said.text}</bdi></blockquote></Section>}
      {person.is === "known" && (
        <Section title={words.recent}>
          {person.activities.length ? person.activities.map(activity => <RecordLine key={activity.id} record={activity} open={() => open(activity)} />) : <p className="quiet none">{words.noActivities}</p>}
        </Section>
      )}
    </>
  );
}

/** Somebody else on the message: two lines, and on demand all that is known of them. */
export function Other({ person, known, create, ...props }: Omit<Props, "person"> & { person: Person; known: KnownPerson | undefined; create(): void }) {
  const { me } = useDoors(), words = useWords(), [more, setMore] = useState(false), id = useId();
  const tells = known && (known.matches.length > 0 || known.accounts.length > 0), name = person.name || person.address;
  return (
    <>
      <PersonLine person={person} known={known} open={props.open} end={<>
        {known?.is === "new" && <TextButton label={`${words.createLead}: ${name}`} onClick={create}>{words.createLead}</TextButton>}
        {tells && <TextButton label={`${more ? words.less : words.more}: ${name}`} expanded={more} controls={id} onClick={() => setMore(!more)}>{more ? words.less : words.more}</TextButton>}
      </>} />
      {tells && more && <div className="aboutOther" id={id}><OwnerAndLast known={known} me={me.id} />
        {hasChoice(known) && <OnRecord person={known} {...props} />}<OpenDeals of={known.deals} open={props.open} />{!hasChoice(known) && <OnRecord person={known} {...props} />}<Talk person={known} open={props.open} /></div>}
    </>
  );
}

/** The first few, and the rest on demand. */
export function Some<T>({ of, first, each }: { of: T[]; first: number; each(one: T): ReactNode }) {
  const [all, setAll] = useState(false), words = useWords();
  return <>{(all ? of : of.slice(0, first)).map(each)}{of.length > first && <TextButton expanded={all} onClick={() => setAll(!all)}>{all ? words.showLess : words.showAll}</TextButton>}</>;
}
