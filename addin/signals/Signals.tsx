import { useMemo, useState } from "react";
import type { KnownPerson } from "../../model/known.ts";
import { signalsOf, type Catalogue, type Signal } from "../../model/reading/signals/says.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { MailText } from "../parts/MailText.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { Section } from "../parts/Section.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { TruthLine } from "../parts/TruthLine.tsx";
import type { Reading } from "../reading.ts";
import { useAsk, useWork } from "../use.ts";
import { actsOf, placeOf, type Act } from "./acts.ts";
import { useWords } from "./words.ts";
import type { Words } from "./words.en.ts";

interface Props { reading: Reading; person?: KnownPerson; again(): void }

/** What the latest reply says that a rep may act on, each with its words and one click. Nothing is saved before the click, and the text stays in the pane. */
export default function Signals({ reading, person, again }: Props) {
  const { api, item, go, announce } = useDoors();
  const words = useWords(), formats = useFormats(), work = useWork();
  const names = useAsk("catalogue names", async () => api.call<Catalogue>("GET", "catalogue/names"));
  const [shown, setShown] = useState<number>(), [did, setDid] = useState<{ n: number; told: string; commit?: string }>();
  const mail = item.mail!, reply = reading.fields.description?.words, from = reply?.from ?? 0;
  const text = reading.text.slice(from, reply?.to);
  const signals = useMemo(() => names.answer ? signalsOf(text, mail.sentAt.slice(0, 10), names.answer) : [], [names.answer, text, mail.sentAt]);
  const [task] = useState(() => person?.activities.find(({ kind, status }) => kind === "task" && status === "open"));
  if (!signals.length && !task) return null;

  const perform = (n: number, act: Act) => act.go ? go(act.go) : void work.run(async () => {
    const { told, commit } = await act.run!();
    setDid({ n, told, commit });
    announce(told);
    again();
  });
  const undo = () => void work.run(async () => { await api.undo(did!.commit!); setDid({ n: did!.n, told: words.undone }); announce(words.undone); again(); });
  const truth = (n: number) => did?.n === n && <TruthLine undo={did.commit === undefined ? undefined : undo} busy={work.busy}>{did.told}</TruthLine>;

  return (
    <Section title={words.title}>
      {signals.map((signal, n) => (
        <div className="signal" key={`${signal.says} ${signal.from}`}>
          <p className="signalSays">{saying(signal, words, formats)}</p>
          <p className="quiet signalWords">“<bdi>{text.slice(signal.from, signal.to).replace(/\s+/g, " ").slice(0, 90)}</bdi>” <TextButton expanded={shown === n} onClick={() => setShown(shown === n ? undefined : n)}>{shown === n ? words.hide : words.show}</TextButton></p>
          {signal.says === "order" && <ul className="signalLines">{signal.lines.map(line => <li key={line.from}>{line.product ? words.quantity(formats.number(line.quantity), line.name!) : <span className="warn">{words.unmatched(line.code)}</span>}</li>)}</ul>}
          {shown === n && <MailText text={reading.text} words={[{ field: signal.says, label: words[signal.says === "refusal" ? "refusal" : "title"], from: from + signal.from, to: from + signal.to }]} on={signal.says} />}
          {truth(n) || actsOf(signal, { api, words, person, subject: mail.subject, day: formats.day }).map(act => <TextButton key={act.label} busy={work.busy} onClick={() => perform(n, act)}>{act.label}</TextButton>)}
          {signal.says === "acceptance" && <QuoteButton number={signal.quote} />}
        </div>
      ))}
      {task && (
        <div className="signal">
          <p className="signalSays">{words.openTask(task.title)}</p>
          {truth(-1) || <TextButton busy={work.busy} onClick={() => perform(-1, { label: task.title, run: async () => ({ told: words.completed, commit: (await api.act("activity", task, "complete")).commit }) })}>{words.complete(task.title)}</TextButton>}
        </div>
      )}
      <ProblemLine problem={work.problem} />
    </Section>
  );
}

/** The quote of this number, where there is one. */
function QuoteButton({ number }: { number: string }) {
  const { api, go } = useDoors(), words = useWords();
  const found = useAsk(`quote ${number}`, async () => api.search(number));
  const quote = found.answer?.hits.find(({ type }) => type === "quote");
  return quote ? <TextButton onClick={() => go(placeOf(quote))}>{words.openQuote}</TextButton> : null;
}

const saying = (signal: Signal, words: Words, { day, money }: ReturnType<typeof useFormats>): string => {
  switch (signal.says) {
    case "competitor": return words.competitor(signal.name);
    case "product": return words.product(signal.name);
    case "due": return words.due(day(signal.date));
    case "amount": return words.amount(`${signal.currency} ${money(signal.amount)}`);
    case "refusal": return words.refusal;
    case "acceptance": return words.acceptance(signal.quote);
    case "order": return words.order(signal.lines.length);
  }
};
