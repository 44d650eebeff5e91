import type { Told } from "../../model/dialog.ts";
import { said } from "../../model/expression.ts";
import { useFormats } from "../format.ts";
import { useLanguage } from "../language.ts";
import { useNames } from "../process/names.ts";
import { useTitle } from "../reach.ts";
import type { SessionRow } from "./dialogs.ts";
import { useDialogWords } from "./words.ts";

/** What a dialog was answered, in the order of its pages, by whom and when, with its end. */
export function Summary({ session: { status, ending, summary = [], comments } }: { session: Pick<SessionRow, "status" | "ending" | "summary" | "comments"> }) {
  const words = useDialogWords(), { chinese } = useLanguage(), { moment } = useFormats();
  const last = summary.at(-1), who = useNames(last ? [last.by] : []);
  return (
    <section aria-label={words.summary}>
      <p className={`status ${status === "completed" ? "good" : "lost"}`}><i aria-hidden="true" />{ending ? said(ending, chinese) : status === "completed" ? words.done : words.wasStopped}</p>
      <header><h2>{words.summary}</h2></header>
      {summary.length ? <dl className="answers">{summary.map((one, n) => [<dt key={`${n} asked`}>{said(one.say, chinese)}</dt>, <dd key={n}>{one.masked ? <i className="quiet">{words.masked}</i> : <Given told={one} />}</dd>])}</dl> : <p className="quiet">{words.nothing}</p>}
      {comments && <><h3>{words.comments}</h3><p className="written">{comments}</p></>}
      {last && who && <p className="quiet">{words.answered(who, moment(last.at))}</p>}
    </section>
  );
}

function Given({ told: { answer, label, kind, to } }: { told: Told }) {
  const { chinese } = useLanguage(), { day, moment, number } = useFormats(), title = useTitle(to ?? "contact", kind === "lookup" ? String(answer) : undefined);
  return <>{label ? said(label, chinese) : kind === "lookup" ? title ?? "…" : kind === "date" ? day(String(answer)) : kind === "moment" ? moment(String(answer)) : typeof answer === "number" ? number(answer) : String(answer)}</>;
}
