import { useContext, useState } from "react";
import type { Offer } from "../../model/library.ts";
import { pathOf } from "../../model/record.ts";
import { useDoors } from "../doors.ts";
import { Button } from "../parts/Button.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { TruthLine } from "../parts/TruthLine.tsx";
import { useFormats } from "../format.ts";
import { SpeechContext } from "../speech.ts";
import { problemOf, useAsk, useRested, useWork } from "../use.ts";
import { attachAll, linkAll, most, sizeIn, type Chosen, type Linked } from "./attaching.ts";
import type { Beside } from "./WritingPane.tsx";
import type { Carried } from "./draft.ts";
import { askLibrary } from "../library/ask.ts";
import { Piece } from "./Piece.tsx";
import { useWords } from "./words.ts";

/** The library for this mail, best first; what is chosen is attached, one file after the other, or put in as a link. */
export function Literature({ regarding, outside, files, carried, carry, reread }: Beside) {
  const { api, mailbox, item, announce, go } = useDoors(), words = useWords(), { locale } = useContext(SpeechContext), { day } = useFormats();
  const [text, setText] = useState(""), said = useRested(text.trim(), 250), on = regarding && pathOf(regarding.type, regarding.id);
  const offers = useAsk(`library ${on ?? ""} ${said}`, () => askLibrary(api, { on, text: said || undefined }));
  const [chosen, setChosen] = useState<Chosen[]>([]), [progress, setProgress] = useState<string>(), [done, setDone] = useState<{ said: string; files: Carried[]; links?: Linked[] }>(), [days, setDays] = useState("30");
  const { busy, problem, run } = useWork();
  const bytes = [...files, ...chosen.map(({ file }) => file)].reduce((sum, file) => sum + (file.size ?? 0), 0), tooMuch = chosen.length > 0 && bytes > most;
  const stranger = outside[0];
  const refusal = ({ fitness, expires }: Offer) => fitness === "expired" ? words.cannot.expired(day(expires!)) : fitness === "internal" && stranger ? words.cannot.internal(stranger.name || stranger.address) : undefined;
  const list = offers.answer?.offers ?? [], sorted = [...list.filter(offer => !refusal(offer)), ...list.filter(refusal)]; // what cannot go out stands last
  const toggle = (offer: Offer) => setChosen(was => was.some(one => one.offer.id === offer.id) ? was.filter(one => one.offer.id !== offer.id) : [...was, ...offer.files.filter(({ hash }) => hash).map(file => ({ offer, file }))]);

  const attach = () => void run(async () => {
    setDone(undefined);
    const result = await attachAll(api, mailbox, item, chosen, (n, name) => setProgress(words.attaching(n, chosen.length, name)));
    setProgress(undefined);
    if (result.done.length) {
      const told = words.attached(result.done.map(({ name }) => name).join(", "));
      await carry([...carried, ...result.done]); await reread();
      setDone({ said: told, files: result.done }); announce(told);
      setChosen(chosen.filter(({ file }) => !result.done.some(({ hash }) => hash === file.hash)));
    }
    if (result.problem) throw problemOf(result.problem);
  });
  const takeOff = (gone: Carried[]) => void run(async () => {
    for (const { attachment } of gone) await mailbox.draft.detach(item, attachment);
    await carry(carried.filter(one => !gone.some(({ attachment }) => attachment === one.attachment))); await reread();
    const told = words.removed(gone.map(({ name }) => name).join(", "));
    setDone({ said: told, files: [] }); announce(told);
  });
  const link = () => void run(async () => {
    setDone(undefined);
    const result = await linkAll(api, mailbox, item, chosen, Number(days));
    if (result.done.length) {
      const told = words.linked(result.done.map(({ name }) => name).join(", "), day(result.until!));
      await carry([...carried, ...result.done]);
      setDone({ said: told, files: [], links: result.links }); announce(told);
      setChosen(chosen.filter(({ file }) => !result.done.some(({ hash }) => hash === file.hash)));
    }
    if (result.problem) throw problemOf(result.problem);
  });
  const stop = (links: Linked[]) => void run(async () => {
    for (const one of links) await api.act("weblink", one, "stop");
    await carry(carried.filter(({ link }) => !links.some(({ id }) => id === link)));
    setDone({ said: words.stopped, files: [] }); announce(words.stopped);
  });
  const undo = done && (done.files.length ? () => takeOff(done.files) : done.links ? () => stop(done.links!) : undefined);

  return (
    <>
      <input className="field" type="search" value={text} aria-label={words.search} placeholder={words.search} onChange={event => setText(event.target.value)} />
      {done && <TruthLine busy={busy} undo={undo}>{done.said}</TruthLine>}
      <ProblemLine problem={problem} />
      <ProblemLine problem={offers.problem} again={offers.again} />
      {offers.waiting && <Skeleton lines={6} />}
      {offers.answer?.offers.length === 0 && <p className="quiet note">{said ? words.nothing : words.emptyLibrary}</p>}
      <ul className="pieces">
        {sorted.map(offer => <Piece key={offer.id} offer={offer} refusal={refusal(offer)} chosen={chosen.some(one => one.offer.id === offer.id)} attached={carried.some(({ literature, link }) => literature === offer.id && !link)} toggle={() => toggle(offer)} />)}
      </ul>
      <TextButton onClick={() => go({ at: "library" })}>{words.wholeLibrary}</TextButton>
      {(chosen.length > 0 || progress) && (
        <div className="stay">
          <p className={tooMuch ? "warn" : "quiet"} role="status">{progress ?? (tooMuch ? words.tooLarge(sizeIn(locale, bytes), sizeIn(locale, most)) : words.sum(sizeIn(locale, bytes), sizeIn(locale, most)))}</p>
          {progress && <progress aria-label={progress} />}
          <div className="actions">
            <Button primary text={words.attachThese(chosen.length)} disabled={busy || tooMuch} onClick={attach} />
            <Button text={words.link} disabled={busy} onClick={link} />
          </div>
          <label className="small">{words.linkWorks}<select value={days} onChange={event => setDays(event.target.value)}>{["7", "30", "90"].map(n => <option key={n} value={n}>{words.days(Number(n))}</option>)}</select></label>
        </div>
      )}
    </>
  );
}
