import { useCallback, useEffect, useState } from "react";
import type { Known } from "../../model/known.ts";
import { loggedWhenSent } from "../../model/sending.ts";
import { useDoors } from "../doors.ts";
import { handOverOf } from "../launch/events.ts";
import { Button } from "../parts/Button.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { Section } from "../parts/Section.tsx";
import { TruthLine } from "../parts/TruthLine.tsx";
import { useAsk, useWork } from "../use.ts";
import { useWords } from "./words.ts";

/** The page that hears the send event begins with the draft, as the pane does; so long is looked for its word (ms), and after the first three it is said that there is none. */
const pauses = [300, 700, 2_000, 4_000], enough = 3;

/** Whether and where a draft is logged when it goes out. Where Outlook tells of sending, a switch; elsewhere it can be logged as it stands, and says so. */
export function WhenSent({ known, chosen }: { known: Known | undefined; chosen: { title: string } | undefined }) {
  const { mailbox, api, item, announce } = useDoors(), { draft } = mailbox, words = useWords().whenSent, work = useWork();
  const ask = useCallback(async () => {
    const [events, log, name] = await Promise.all([draft.told(item, "events"), draft.told(item, "log"), draft.told(item, "draft")]);
    return { events: events !== undefined, log, name };
  }, [draft, item]);
  const told = useAsk(`log when sent ${item.key}`, ask), { put } = told, [looked, look] = useState(0), unheard = mailbox.launches && told.answer?.events === false;
  useEffect(() => {
    if (!unheard || looked >= pauses.length) return;
    const timer = setTimeout(() => { ask().then(now => { if (now.events) put(now); }, () => undefined).finally(() => look(looked + 1)); }, pauses[looked]);
    return () => clearTimeout(timer);
  }, [unheard, looked, ask, put]);
  const [wanted, want] = useState<boolean>(); // what was clicked, until Outlook has kept it or refused
  if (unheard && looked < enough && told.answer?.log !== "draft") return null;
  if (!told.answer) return <ProblemLine problem={told.problem} again={told.again} />;
  const { events, log } = told.answer, on = wanted ?? log !== "no", title = chosen?.title ?? (known && loggedWhenSent(known).map(one => one.title).join(", ")), nowhere = known !== undefined && !title, why = known?.stopped ? words.stopped : words.nobody;

  const choose = async (next: boolean) => {
    want(next);
    await work.run(async () => { await draft.tell(item, "log", next ? "yes" : "no"); told.put({ ...told.answer!, log: next ? "yes" : "no" }); announce(next ? words.logged : words.notLogged); });
    want(undefined);
  };
  const logNow = () => void work.run(async () => {
    const one = await handOverOf({ item, draft, now: () => Date.now(), text: async () => (await mailbox.body(item)).text, meeting: () => mailbox.meeting(item) }, "draft"), { logged } = await api.sent(one);
    if (logged) await draft.tell(item, "log", "draft");
    told.put({ ...told.answer!, name: one.draft, log: logged ? "draft" : undefined });
    announce(logged ? words.loggedNow : why);
  });
  const takeBack = () => void work.run(async () => { await api.unsent(told.answer!.name!); await draft.tell(item, "log", undefined); told.put({ ...told.answer!, log: undefined }); });

  return (
    <Section title={words.title}>
      {events && <label className="switch"><input type="checkbox" checked={on} disabled={work.busy} onChange={event => void choose(event.target.checked)} /><span>{!on ? words.notLogged : title ? words.to(title) : nowhere ? why : words.title}</span></label>}
      {events && on && title && <p className="quiet">{words.logged}</p>}
      {!events && log === "draft" && <><TruthLine undo={takeBack} busy={work.busy}>{words.loggedNow}{title && <> · <bdi>{title}</bdi></>}</TruthLine><p className="quiet">{words.completed}</p></>}
      {!events && log !== "draft" && <><p className="quiet">{words.noEvents}</p><Button text={work.busy ? words.logging : words.logNow} onClick={logNow} disabled={work.busy} />{nowhere && <p className="quiet">{why}</p>}</>}
      <ProblemLine problem={work.problem} />
    </Section>
  );
}
