import { Fragment, lazy, Suspense, useMemo, useState } from "react";
import type { Brief, KnownPerson } from "../../model/known.ts";
import { signalsOf, type Catalogue, type Signal } from "../../model/reading/signals/says.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { mailOf } from "../belongs.ts";
import { MailText } from "../parts/MailText.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { Section } from "../parts/Section.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { TruthLine } from "../parts/TruthLine.tsx";
import type { Reading } from "../reading.ts";
import { CardButton, useAgainst } from "../reports/Against.tsx";
import { useAsk, useWork } from "../use.ts";
import { PoliteAnswer } from "../writing/PoliteAnswer.tsx";
import { actsOf, orderOf, placeOf, type Act, type Outcome } from "./acts.ts";
import { useWords } from "./words.ts";
import type { Words } from "./words.en.ts";

const ProposalForm = lazy(() => import("./ProposalForm.tsx"));

interface Props { reading: Reading; person?: KnownPerson; again(): void }

/** What the latest reply says that a rep may act on, each with its words and one click. Nothing is kept before the click, or before what it proposes is saved; the text stays in the pane. */
export default function Signals({ reading, person, again }: Props) {
  const { api, item, announce } = useDoors();
  const words = useWords(), formats = useFormats(), { currency: own } = useLanguage();
  const names = useAsk("catalogue names", async () => api.call<Catalogue>("GET", "catalogue/names"));
  const [shown, setShown] = useState<number>();
  const mail = item.mail!, reply = reading.fields.description?.words, from = reply?.from ?? 0;
  const text = reading.text.slice(from, reply?.to);
  const signals = useMemo(() => names.answer ? signalsOf(text, mail.sentAt.slice(0, 10), names.answer) : [], [names.answer, text, mail.sentAt]);
  const [task] = useState(() => person?.activities.find(({ kind, status }) => kind === "task" && status === "open"));
  const deal = person?.deals[0], against = useAgainst(deal?.id), met = (id: string) => against.answer?.some(one => one.id === id);
  if (!signals.length && !task) return null;

  const rival = signals.find(({ says }) => says === "competitor") as { id: string } | undefined;
  const wanted = { api, words, person, subject: mail.subject, today: formats.today(), day: formats.day, money: formats.money, own, rival: rival?.id };
  const cited = ({ from, to }: { from: number; to: number }) => text.slice(from, to).replace(/\s+/g, " ").slice(0, 90);
  const told = (said: string) => { announce(said); again(); against.again(); };
  return (
    <Section title={words.title}>
      {signals.map((signal, n) => (
        <div className="signal" key={`${signal.says} ${signal.from}`}>
          <p className="signalSays">{saying(signal, words, formats)}</p>
          <p className="quiet signalWords">“<bdi>{cited(signal)}</bdi>” <TextButton expanded={shown === n} label={`${shown === n ? words.hide : words.show}: ${cited(signal)}`} onClick={() => setShown(shown === n ? undefined : n)}>{shown === n ? words.hide : words.show}</TextButton></p>
          {signal.says === "order" && <ul className="signalLines">{signal.lines.map(line => <li key={line.from}>{line.product ? words.quantity(formats.number(line.quantity), line.name!) : <span className="warn">{words.unmatched(line.code)}</span>}</li>)}</ul>}
          {shown === n && <MailText text={reading.text} words={[{ field: signal.says, label: saying(signal, words, formats), from: from + signal.from, to: from + signal.to }]} on={signal.says} />}
          {signal.says === "acceptance" ? <Acceptance number={signal.quote} deal={deal?.id} told={told} /> : signal.says === "competitor" && met(signal.id) ? <Acts acts={[]} none={words.isOn(deal!.title)} told={told} /> : <Acts acts={actsOf(signal, wanted)} told={told} />}
          {signal.says === "competitor" && !met(signal.id) && <CardButton id={signal.id} title={signal.name} />}
          {signal.says === "refusal" && <PoliteAnswer person={person} />}
        </div>
      ))}
      {task && (
        <div className="signal">
          <p className="signalSays">{words.openTask(task.title)}</p>
          <Acts acts={[{ label: words.complete(task.title), run: async () => ({ told: words.completed, commit: (await api.act("activity", task, "complete")).commit }) }]} told={told} />
        </div>
      )}
    </Section>
  );
}

/** The clicks that a signal offers, or why there is none; after one, what was done with the way back. */
function Acts({ acts, none, told }: { acts: Act[]; none?: string; told(said: string): void }) {
  const { api, go } = useDoors(), words = useWords(), work = useWork();
  const [did, setDid] = useState<Partial<Outcome>>(), [proposed, setProposed] = useState<string>();
  const act = acts.find(({ label }) => label === proposed);
  const perform = (run: () => Promise<Outcome>) => void work.run(async () => { const done = await run(); setProposed(undefined); setDid(done); told(done.told); });
  const undo = () => void work.run(async () => { await api.undo(did!.commit!); setDid({ told: words.undone }); told(words.undone); });
  if (did) return <><TruthLine undo={did.commit === undefined ? undefined : undo} busy={work.busy}>{did.told}</TruthLine>{did.next && <TextButton onClick={() => go(placeOf(did.next!))}>{words.open(did.next.title)}</TextButton>}<ProblemLine problem={work.problem} /></>;
  if (act?.propose) {
    const { propose } = act;
    return <Suspense fallback={<Skeleton lines={2} />}><ProposalForm title={act.label} proposal={propose} busy={work.busy} problem={work.problem} save={given => perform(() => propose.run(given as never))} cancel={() => { work.clear(); setProposed(undefined); }} /></Suspense>;
  }
  return <>{!acts.length && none && <p className="quiet">{none}</p>}{acts.map(({ label, run }) => <TextButton key={label} busy={work.busy} onClick={() => run ? perform(run) : setProposed(label)}>{label}</TextButton>)}<ProblemLine problem={work.problem} /></>;
}

/** The quote that is accepted: of this number, else the active ones of the deal. It is made an order, with this mail kept on it as evidence. */
function Acceptance({ number, deal, told }: { number?: string; deal?: string; told(said: string): void }) {
  const { api, go, mailbox, item } = useDoors(), words = useWords(), { today } = useFormats();
  const found = useAsk(`accepted quote ${number} ${deal}`, async () => {
    const named = number ? (await api.search(number)).hits.filter(({ type, title }) => type === "quote" && title.toUpperCase().includes(number)) : [];
    if (named.length || !deal) return named;
    const { records } = await api.list("quote", { opportunity: deal, status: "active" });
    return records.map(({ id, version, number: own, name, status }): Brief => ({ type: "quote", id, version, title: [own, name].filter(Boolean).join(" "), status }));
  });
  const evidence = async (quote: Brief) => (await api.log(await mailOf(mailbox, item), [{ type: "quote", id: quote.id }])).known.activity?.id;
  return <>{found.answer?.slice(0, 2).map(quote => <Fragment key={quote.id}><Acts acts={orderOf(quote, { api, words, today: today(), evidence: () => evidence(quote) })} told={told} /><TextButton onClick={() => go(placeOf(quote))}>{words.open(quote.title)}</TextButton></Fragment>)}<ProblemLine problem={found.problem} again={found.again} /></>;
}

const saying = (signal: Signal, words: Words, { day, money }: ReturnType<typeof useFormats>): string => {
  switch (signal.says) {
    case "competitor": return words.competitor(signal.name);
    case "product": return words.product(signal.name);
    case "due": return words.due(day(signal.date));
    case "amount": return words.amount(money(signal.amount, signal.currency));
    case "refusal": return words.refusal;
    case "acceptance": return words.acceptance(signal.quote);
    case "order": return words.order(signal.lines.length);
  }
};
