import { useContext, useState } from "react";
import type { Offer } from "../../model/library.ts";
import { useDeclared } from "../declared.ts";
import { TextButton } from "../parts/TextButton.tsx";
import { useFormats } from "../format.ts";
import { SpeechContext, useSay } from "../speech.ts";
import { sizeIn } from "./attaching.ts";
import { FirstPage } from "../library/FirstPage.tsx";
import { useWords } from "./words.ts";

interface Props { offer: Offer; refusal?: string; chosen: boolean; attached: boolean; toggle(): void }

/** One piece of literature: what it is, why it is offered, and whether it may be sent. */
export function Piece({ offer, refusal, chosen, attached, toggle }: Props) {
  const words = useWords(), say = useSay(), { day } = useFormats(), { locale } = useContext(SpeechContext), type = useDeclared()("literature");
  const [looking, look] = useState(false);
  const kind = offer.kind && (type?.fields as Record<string, { choices?: Record<string, string> }> | undefined)?.kind?.choices?.[offer.kind];
  const reasons = offer.reasons.map(({ why, of = [] }) => words.why[why](of.join(", ")));
  const size = offer.files.reduce((sum, file) => sum + (file.size ?? 0), 0), can = !refusal && offer.files.some(({ hash }) => hash);
  return (
    <li className={chosen ? "piece chosen" : "piece"}>
      <label>
        <input type="checkbox" checked={chosen} disabled={!can} onChange={toggle} aria-label={words.choosePiece(offer.title)} />
        <span className="texts">
          <span className="what"><bdi className="title">{offer.title}</bdi>{attached ? <span className="badge">{words.already}</span> : offer.fitness !== "fine" && <span className={offer.fitness === "expiring" ? "badge warn" : "badge bad"}>{words.fitness[offer.fitness]}</span>}</span>
          <span className="how">{[kind && say(kind), size ? sizeIn(locale, size) : undefined, offer.fitness === "expiring" && words.until(day(offer.expires!))].filter(Boolean).map((one, n) => <span key={n} className="part">{one}</span>)}</span>
          {reasons.length > 0 && <span className="how why">{reasons.join(" · ")}</span>}
          {offer.inside && <span className="how inside">{offer.inside}</span>}
          {refusal && <span className="how warn">{refusal}</span>}
        </span>
      </label>
      {offer.files.some(({ hash }) => hash) && <TextButton expanded={looking} label={`${looking ? words.closePreview : words.preview}: ${offer.title}`} onClick={() => look(!looking)}>{looking ? words.closePreview : words.preview}</TextButton>}
      {looking && <div className="pages">{offer.files.map(file => <figure key={file.hash ?? file.name}><FirstPage literature={offer.id} file={file} /><figcaption>{file.name}</figcaption></figure>)}</div>}
    </li>
  );
}
