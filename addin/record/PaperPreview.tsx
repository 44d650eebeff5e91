import { recordType } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { filled } from "../form/check.ts";
import { useLanguage } from "../language.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { useAsk, useRested } from "../use.ts";

/** The first page as it would be printed, with an invented customer, while the paper is written. */
export function PaperPreview({ values }: { values: Record<string, unknown> }) {
  const { api } = useDoors(), { chinese } = useLanguage(), fields = Object.keys(recordType("paper")!.fields);
  const asked = useRested(JSON.stringify({ name: "–", language: "en", seller: "–", ...filled(Object.fromEntries(fields.map(name => [name, values[name]]))) }), 600);
  const { answer, problem } = useAsk(`paper ${asked}`, () => api.call<{ png: string }>("POST", "paper/preview", { body: JSON.parse(asked) as object }));
  const title = chinese ? "预览" : "Preview", about = chinese ? "示例报价单的第一页" : "The first page of an invented quote";
  return (
    <section aria-label={title}>
      <header><h2>{title}</h2><span className="quiet">{about}</span></header>
      {problem && problem.code !== "invalid" && <ProblemLine problem={problem} />}
      <div className="sheet" aria-busy={!answer}>{answer && <img src={`data:image/png;base64,${answer.png}`} alt={about} />}</div>
    </section>
  );
}
