import { pathOf } from "../../model/record.ts";
import type { Complaint } from "../../model/score.ts";
import { useDoors } from "../doors.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { Section } from "../parts/Section.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import type { Begin, SectionProps } from "../record/sections.tsx";
import { useAsk } from "../use.ts";
import "./lines.css";
import { useProcessWords } from "./words.ts";

/** What a deal lacks, each with the one act that mends it; nothing where it is well, which is not said where nobody could tell. */
export function Health({ id, round, begin }: { id: string; round: string; begin(what: Begin): void }) {
  const { api, go } = useDoors(), words = useProcessWords();
  const { answer, problem, again } = useAsk(`health ${id} ${round}`, () => api.call<{ complaints: Complaint[] }>("GET", `opportunity/${id}/health`));
  const complaints = answer?.complaints ?? [];
  if (!complaints.length && !problem) return null;
  const mends: Record<Complaint["mend"], () => void> = {
    addTask: () => begin({ quick: "task" }), call: () => begin({ quick: "phoneCall" }), setCloseDate: () => begin({ edit: "closeDate" }),
    addContact: () => go({ at: "new", type: "connection", values: { from: pathOf("opportunity", id) } }), moveStage: showStages,
  };
  return (
    <Section title={words.health} end={complaints.length || undefined}>
      <ProblemLine problem={problem} again={again} />
      {complaints.map(({ what, n = 0, mend }) => <p key={what} className="guided"><span className="grow">{words.ails[what](n)}</span><TextButton label={`${words.mends[mend]}: ${words.ails[what](n)}`} onClick={mends[mend]}>{words.mends[mend]}</TextButton></p>)}
    </Section>
  );
}
/** The same as a part of a deal's page. */
export const HealthOfDeal = ({ row, round, begin }: SectionProps) => <Health id={row.id} round={`${row.version} ${round}`} begin={begin} />;

/** The bar is on the same page; the eye and the focus go to the stage that lasts too long. */
function showStages(): void {
  const now = document.querySelector<HTMLElement>(".processBar [aria-current=step]");
  now?.scrollIntoView?.({ block: "center" }); now?.focus({ preventScroll: true });
}
