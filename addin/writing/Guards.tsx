import { useContext } from "react";
import { useDoors } from "../doors.ts";
import type { Alerts } from "../launch/handOver.ts";
import { sayAlert } from "../launch/words.ts";
import { SpeechContext } from "../speech.ts";
import { useAsk } from "../use.ts";
import { useWords } from "./words.ts";
import type { Beside } from "./WritingPane.tsx";

/** What Outlook will ask at sending, said while there is time to mend it. */
export function Guards({ people, files, carried, regarding }: Beside) {
  const { api, item } = useDoors(), words = useWords(), { language } = useContext(SpeechContext);
  const to = people ? [...people.to, ...people.cc, ...people.bcc] : [];
  const asked = people && to.length && { from: people.from, people: to, conversationId: item.conversationId, on: regarding ? [{ type: regarding.type, id: regarding.id }] : [], files: files.filter(({ inline }) => !inline).map(({ name, size }) => { const ours = carried.find(one => one.name === name); return { name, size, ...ours && { hash: ours.hash || undefined, literature: ours.literature, quote: ours.quote } }; }) };
  const guarded = useAsk(asked ? `guard ${JSON.stringify(asked)}` : undefined, () => api.call<Alerts>("POST", "guard", { body: asked as object }));
  const alerts = guarded.answer?.alerts ?? [];
  return alerts.length ? <section aria-label={words.guards} role="status"><ul className="alerts">{alerts.map((alert, n) => <li key={n}>{sayAlert(alert, language)}</li>)}</ul></section> : null;
}
