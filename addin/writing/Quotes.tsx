import { useState } from "react";
import { printedName } from "../../model/printed.ts";
import type { RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { Button } from "../parts/Button.tsx";
import { Amount } from "../list/Amount.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { TruthLine } from "../parts/TruthLine.tsx";
import { useWords as useShellWords } from "../speech.ts";
import { useAsk, useWork } from "../use.ts";
import { base64Of } from "./attaching.ts";
import type { Beside } from "./WritingPane.tsx";
import type { Carried } from "./draft.ts";
import { useWords } from "./words.ts";

/** What is asked of a quote here. */
interface Quote { id: string; version: number; name: string; number?: string; revision?: number; total?: number; currency?: string; status: string; reason?: string }

/** The deal's quotes: one is made from the deal and activated here, and the active one is attached as a PDF with its number and revision; drafts and what was replaced are shown, and not offered. */
export function Quotes({ regarding, carried, carry, reread }: Beside) {
  const { api, mailbox, item, announce, go } = useDoors(), words = useWords(), shell = useShellWords();
  const deal: Record<string, string> | undefined = regarding?.type === "opportunity" ? { opportunity: regarding.id } : regarding?.type === "quote" ? { id: regarding.id } : regarding?.type === "account" || regarding?.type === "contact" ? { [regarding.type]: regarding.id } : undefined;
  const quotes = useAsk(deal && `quotes ${JSON.stringify(deal)}`, () => api.call<{ records: Quote[] }>("GET", `quote?${String(new URLSearchParams({ ...deal, order: "updatedAt", down: "true", take: "20" }))}`));
  const [done, setDone] = useState<{ said: string; files: Carried[]; commit?: string }>(), { busy, problem, run } = useWork();
  if (!deal) return <p className="quiet note">{words.quote.noDeal}</p>;
  if (quotes.waiting) return <Skeleton lines={3} />;
  const attach = (quote: { id: string; number?: string; revision?: number }) => void run(async () => {
    const name = printedName(quote), bytes = await api.bytes(`quote/${quote.id}/pdf`);
    const { id } = await mailbox.draft.attach(item, { name, base64: base64Of(bytes) });
    const one: Carried = { attachment: id, name, hash: "", quote: quote.id, revision: quote.revision ?? 0 }, said = words.attached(name);
    await carry([...carried, one]); await reread();
    setDone({ said, files: [one] }); announce(said);
  });
  const takeOff = (gone: Carried[]) => void run(async () => {
    for (const { attachment } of gone) await mailbox.draft.detach(item, attachment);
    await carry(carried.filter(one => !gone.includes(one))); await reread();
    setDone({ said: words.removed(gone.map(({ name }) => name).join(", ")), files: [] });
  });
  const tell = (said: string, commit?: string) => { setDone({ said, files: [], commit }); announce(said); quotes.again(); };
  const make = (id: string) => void run(async () => {
    const { commit, records } = await api.act("opportunity", await api.read("opportunity", id), "quote");
    tell(words.quote.made(String(records.find(({ type }) => type === "quote")?.number ?? "")), commit);
  });
  const activate = (quote: Quote) => void run(async () => {
    const { commit, records } = await api.act("quote" as RecordName, quote, "activate"), waits = records.some(one => one.type === "approval" && one.status === "pending");
    tell(waits ? words.quote.waits : words.quote.activated(quote.number ?? ""), waits ? undefined : commit);
  });
  const undo = done && (done.files.length ? () => takeOff(done.files) : done.commit ? () => void run(async () => { await api.undo(done.commit!); tell(shell.undone); }) : undefined);
  const list = quotes.answer?.records ?? [], stands = list.some(({ status }) => status === "active"), unpriced = problem?.fields?.some(one => ["no-lines", "not-priced"].includes(one.code));
  return (
    <>
      {done && <TruthLine busy={busy} undo={undo}>{done.said}</TruthLine>}
      {unpriced ? <p className="warn" role="alert">{words.quote.lines}</p> : <ProblemLine problem={problem ?? quotes.problem} again={problem ? undefined : quotes.again} />}
      {!stands && <p className="quiet">{words.quote.none}</p>}
      {regarding?.type === "opportunity" && !list.some(({ status }) => status === "active" || status === "draft") && <p className="acts"><Button primary text={words.quote.make} disabled={busy} onClick={() => make(regarding.id)} /></p>}
      {list.map(quote => (
        <section className="template" key={quote.id} aria-label={`${quote.number ?? quote.name} · ${words.quote.rev(quote.revision ?? 0)}`}>
          <p className="what"><bdi className="title">{quote.number} · {words.quote.rev(quote.revision ?? 0)}</bdi>{quote.total !== undefined && <span className="amount"><Amount of={quote.total} currency={quote.currency} /></span>}</p>
          <p className="how">{quote.name}{quote.status === "draft" ? ` · ${words.quote.draft}` : quote.reason === "revised" && <> · <span className="warn">{words.quote.superseded}</span></>}</p>
          <p className="acts">{quote.status === "active" && <Button text={words.quote.attach} disabled={busy} onClick={() => attach(quote)} aria-label={`${words.quote.attach}: ${quote.number}`} />}{quote.status === "draft" && <Button text={words.quote.activate} disabled={busy} onClick={() => activate(quote)} aria-label={`${words.quote.activate}: ${quote.number}`} />}<TextButton onClick={() => go({ at: "record", type: "quote" as RecordName, id: quote.id })}>{words.quote.open}</TextButton></p>
        </section>
      ))}
    </>
  );
}
