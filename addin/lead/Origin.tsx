import { useState } from "react";
import { MailText } from "../parts/MailText.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import type { Found } from "../reading.ts";
import { useWords } from "../speech.ts";
import { sentenceAround, surenessOf } from "./origin.ts";

/** The quiet mark beside a value that was read: pressed, it says where from. What needs a look says so. */
export function OriginMark({ found, open, describedBy, onClick }: { found: Found; open: boolean; describedBy: string; onClick(): void }) {
  const words = useWords(), unsure = surenessOf(found.confidence) === "low";
  return (
    <button type="button" className={`originMark${unsure ? " unsure" : ""}`} aria-label={words.whereFrom} aria-describedby={describedBy} aria-expanded={open} title={words.suggestionMark} onClick={onClick}>
      <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true" focusable="false"><path d="M5 .6 6.2 3.8 9.4 5 6.2 6.2 5 9.4 3.8 6.2.6 5l3.2-1.2z" fill={unsure ? "none" : "currentColor"} stroke="currentColor" strokeWidth=".8" /></svg>
      {unsure && <span aria-hidden="true">{words.check}</span>}
    </button>
  );
}

/** The sentence that a value was read from, how sure that is, and on a click the words in the whole message. */
export function Origin({ found, field, label, text }: { found: Found; field: string; label: string; text: string }) {
  const words = useWords(), [shown, setShown] = useState(false);
  const said = found.words ? sentenceAround(text, found.words) : { before: "", words: found.said ?? found.value, after: "" };
  return (
    <div className="origin" role="note">
      <p><q><bdi>{said.before}<mark>{said.words}</mark>{said.after}</bdi></q></p>
      <p className="quiet">{words.readFrom[found.from]} · <span>{words.sure[surenessOf(found.confidence)]}</span>
        {found.words && <> · <TextButton expanded={shown} onClick={() => setShown(!shown)}>{shown ? words.hideWords : words.showInMail}</TextButton></>}</p>
      {shown && found.words && <MailText text={text} words={[{ field, label, ...found.words }]} on={field} />}
    </div>
  );
}
