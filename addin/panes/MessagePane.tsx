import { lazy, Suspense, useEffect } from "react";
import type { Brief, Known, KnownPerson } from "../../model/known.ts";
import type { Person } from "../../model/mail.ts";
import type { Wish } from "../../model/preferences.ts";
import { bestFor, othersOn, personIn } from "../belongs.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { marked, useLog, useMain } from "../message.ts";
import { usePane } from "../pane.ts";
import { ActionBar } from "../parts/ActionBar.tsx";
import { PersonCard, PersonLine } from "../parts/PersonCard.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { Section } from "../parts/Section.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { TruthLine } from "../parts/TruthLine.tsx";
import { useWords } from "../speech.ts";
import { orQueued, useWork } from "../use.ts";
import { waitingFor, type Kept } from "../waiting.ts";
import { hasChoice, OnRecord, OpenDeals, Other, Some, Talk } from "./AboutPerson.tsx";
import type { RecordName } from "../../model/records.ts";

const BesideMail = lazy(() => import("../process/BesideMail.tsx"));
const Against = lazy(() => import("../reports/Against.tsx"));
const Signals = lazy(() => import("../signals/Signals.tsx"));

/** Who wrote, what we have on them, and what to do now. */
export default function MessagePane() {
  const { api, item, me, go, mailbox, announce } = useDoors();
  const pane = usePane(), words = useWords();
  const { known, log, unlog } = useLog(item);
  const work = useWork();
  const mail = item.mail!, { main, via, known: theirs, reading } = useMain(item), everybody = othersOn(mail, mailbox.me, via ?? main);
  const { answer } = known, waits = waitingFor(pane.kept, mail);
  useEffect(() => { // Outlook's mark follows what the service says, whoever logged the message or took it off meanwhile
    if (answer && !waits && !marked.has(answer)) mailbox.mark(item, { logged: answer.logged.length > 0, words: words.loggedMark(answer.logged.map(({ on }) => on.title).join(", ")), ifWrong: true }).catch(() => undefined);
  }, [answer, waits, item, mailbox, words]);
  const of = (person: Person) => personIn(known.answer, person);
  const mainKnown = personIn(theirs.answer, main), unknown = mainKnown?.is === "new";
  const colleagues = everybody.filter(person => of(person)?.is === "colleague"), others = everybody.filter(person => !colleagues.includes(person));
  const prefer = (wish: Wish) => void work.run(async () => { if (await orQueued(api.prefer(wish)) === "queued") return announce(words.keptForLater); known.again(); theirs.again(); });
  const read = reading.answer?.fields;
  const open = (record: Brief) => go({ at: "record", type: record.type as RecordName, id: record.id });
  const create = (address: string) => go({ at: "lead-from-mail", address });
  // A lead that was made here a moment ago may be taken back: nobody asks for its stages meanwhile.
  const fresh = pane.told.get(item.key)?.commit !== undefined;
  // of those on the message only the one that it is about: somebody in copy has deals of their own
  const staged = [...known.answer?.logged.map(({ on }) => on) ?? [], ...known.answer?.suggested.flatMap(({ record, why }) => why === "conversation" ? [record] : []) ?? [], ...mainKnown?.deals ?? [], ...mainKnown?.matches ?? []]
    .find(({ type, status }) => ["lead", "opportunity", "quote"].includes(type) && !(fresh && type === "lead") && (status === "open" || status === "draft" || status === "active"));
  const changed = work.problem?.code === "changed-item";

  return (
    <div className="page">
      <h1 className="unseen">{mail.subject || words.noSubject}</h1>
      <PersonCard person={main} known={mainKnown} me={me.id} open={open}
        guess={unknown ? { jobTitle: read?.jobTitle?.value, company: read?.company?.value, phone: (read?.phone ?? read?.mobile)?.value } : undefined}
        end={via && <p className="quiet">{words.via(via.name || via.address)}</p>} />
      <div className="doing">
        {waits && pane.kept ? <Waits id={waits.id} kept={pane.kept} /> : <ToldLine />}
        {waits ? null : known.answer ? <Doing known={known.answer} fresh={fresh} main={mainKnown} draft={pane.drafts.has(`${item.key} ${(via ?? main).address}`)} busy={work.busy}
          create={() => create((via ?? main).address)} conversation={mail.conversationId} prefer={prefer} log={record => void work.run(() => log([record]))} unlog={(activity, on) => void work.run(() => unlog(activity, on))} />
          : known.waiting && <div className="actions"><span className="ghost" /></div>}
        {changed ? <p className="problem" role="alert">{words.changedItem}</p> : <ProblemLine problem={work.problem} signIn={() => void work.run(pane.signIn)} />}
        <ProblemLine problem={me.id ? known.problem : undefined} again={known.again} signIn={() => void work.run(async () => { await pane.signIn(); known.again(); })} />
      </div>
      {(known.waiting || theirs.waiting) && <Skeleton lines={4} />}
      {mainKnown && hasChoice(mainKnown) && <OnRecord person={mainKnown} open={open} prefer={prefer} />}
      {mainKnown && <OpenDeals of={mainKnown.deals} open={open} />}
      {reading.answer?.fields.description?.words && theirs.answer && <Suspense fallback={null}><Signals key={item.key} reading={reading.answer} person={mainKnown} again={theirs.again} /></Suspense>}
      {mainKnown?.deals[0] && <Suspense fallback={null}><Against key={mainKnown.deals[0].id} deal={mainKnown.deals[0].id} /></Suspense>}
      {staged && <Suspense fallback={null}><BesideMail key={staged.id} record={staged} /></Suspense>}
      {mainKnown && !hasChoice(mainKnown) && <OnRecord person={mainKnown} open={open} prefer={prefer} />}
      {mainKnown && <Talk person={mainKnown} open={open} />}
      {others.length > 0 && (
        <Section title={words.alsoHere} end={others.length}>
          <Some of={others} first={4} each={person => <Other key={person.address} person={person} known={of(person)} open={open} prefer={prefer} create={() => create(person.address)} />} />
        </Section>
      )}
      {colleagues.length > 0 && <Section title={words.colleagues} end={colleagues.length}><Some of={colleagues} first={2} each={person => <PersonLine key={person.address} person={person} known={of(person)} open={open} />} /></Section>}
    </div>
  );
}

interface DoingProps { known: Known; fresh: boolean; main?: KnownPerson; draft: boolean; busy: boolean; conversation: string; prefer(wish: Wish): void; create(): void; log(record: Brief): void; unlog(activity: { id: string; version: number }, on: Brief): void }

/** The one next step: make a lead, log, or see that it is logged. */
function Doing({ known, fresh, main, draft, busy, conversation, prefer, create, log, unlog }: DoingProps) {
  const { go, me } = useDoors();
  const words = useWords(), { moment } = useFormats();
  const other = { text: words.logToOther, run: () => go({ at: "log-to" }) };
  const best = bestFor(known, main);
  const open = (on: Brief) => go({ at: "record", type: on.type as RecordName, id: on.id });
  if (known.logged[0] && fresh) return <ActionBar primary={{ text: words.open(known.logged[0].on.title), run: () => open(known.logged[0]!.on) }} second={other} />;
  if (known.logged.length) return (
    <>
      {known.logged.map(({ on, by, byName, at, behalf }) => (
        <TruthLine key={`${on.type}/${on.id}`} busy={busy} of={known.logged.length > 1 ? on.title : undefined} undo={known.activity && (by === me.id || me.role === "manager" || me.role === "administrator") ? () => unlog(known.activity!, on) : undefined}>
          {words.logged(by === me.id ? words.you : byName, moment(at), behalf)}{" "}
          <TextButton onClick={() => open(on)}><bdi>{on.title}</bdi></TextButton>
        </TruthLine>
      ))}
      <ActionBar second={other} />
    </>
  );
  if (me.role === "reader") return <p className="quiet">{words.readsOnly}</p>;
  if (known.keptOut) return <p className="quiet">{known.keptOut.why === "internal" ? words.keptOut.internal : words.keptOut.never(known.keptOut.rule)}</p>;
  const thread = known.suggested[0]?.why === "conversation" && known.suggested[0].record;
  const memory = known.stopped ? <p className="quiet">{words.stopped} <TextButton onClick={() => prefer({ resume: conversation })}>{words.resume}</TextButton></p>
    : thread && <p className="quiet">{words.sameConversation(thread.title)} <TextButton onClick={() => prefer({ stop: conversation })}>{words.stopHere}</TextButton></p>;
  if (main?.is === "new" && !thread) return <ActionBar primary={{ text: draft ? words.continueLead : words.createLead, run: create }} second={other} />;
  return <><ActionBar primary={best && { text: words.logTo(best.title), busy: busy && words.logging, run: () => log(best) }} second={other} />{memory}</>;
}

/** What was done here has not reached the service yet; until it has, it can be left. */
function Waits({ id, kept }: { id: string; kept: Kept }) {
  const { announce } = useDoors(), words = useWords();
  return <TruthLine waiting undo={() => void kept.drop(id).then(() => announce(words.undone))}>{words.keptForLater}</TruthLine>;
}

/** What was just done, until the rep does something else. */
function ToldLine() {
  const { item, api, announce, mailbox } = useDoors();
  const { told } = usePane(), words = useWords();
  const { known } = useLog(item);
  const undo = useWork();
  const line = told.get(item.key);
  if (!line) return null;
  return (
    <>
      <TruthLine busy={undo.busy} undo={line.commit === undefined ? undefined : () => void undo.run(async () => {
        await api.undo(line.commit!);
        told.set(item.key, { words: words.undone });
        mailbox.mark(item, { logged: false, words: "" }).catch(() => undefined);
        announce(words.undone);
        known.again();
      })}>{line.words}</TruthLine>
      <ProblemLine problem={undo.problem} />
    </>
  );
}
