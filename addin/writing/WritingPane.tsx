import { lazy, Suspense, useState } from "react";
import type { Brief } from "../../model/known.ts";
import type { RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { Tabs } from "../parts/Tabs.tsx";
import { outsiders, useDraft, useKnownRecipients, useTold, type Carried } from "./draft.ts";
import { Guards } from "./Guards.tsx";
import { Literature } from "./Literature.tsx";
import { Quotes } from "./Quotes.tsx";
import { RecipientLine } from "./RecipientLine.tsx";
import { Regarding } from "./Regarding.tsx";
import { Templates } from "./Templates.tsx";
import { WhenSent } from "./WhenSent.tsx";
import { useWords } from "./words.ts";
import "./writing.css";

const Against = lazy(() => import("../reports/Against.tsx"));

const tabs = ["literature", "templates", "quotes"] as const;

/** Beside a mail that is being written: who will get it, which deal it is about, and what to put into it. */
export default function WritingPane() {
  const { me, go } = useDoors(), words = useWords();
  const draft = useDraft(), known = useKnownRecipients({ name: me.name, address: me.email }, draft.to);
  const [[chosen], choose] = useTold<Pick<Brief, "type" | "id" | "title">[]>("regarding", []);
  const [carried, carry] = useTold<Carried[]>("attached", []);
  const [tab, setTab] = useState<(typeof tabs)[number]>("literature"), [all, showAll] = useState(false);
  const people = known.answer?.people.filter(({ as }) => as !== "from") ?? draft.to.map(person => ({ ...person, as: "to" as const, is: undefined, matches: [], accounts: [], deals: [], activities: [] }));
  const proposed = known.answer?.suggested.map(({ record }) => record).find(({ type }) => type === "opportunity" || type === "lead") ?? known.answer?.suggested[0]?.record;
  const regarding = chosen ?? proposed;
  const here = carried.filter(one => one.link || draft.files.some(file => file.id === one.attachment || file.name === one.name));
  const shared = { regarding, outside: known.answer ? outsiders(known.answer.people) : [], people: draft.people, files: draft.files, carried: here, carry, reread: draft.read };
  const open = (record: Brief) => go({ at: "record", type: record.type as RecordName, id: record.id });
  return (
    <div className="page writing">
      <h1 className="unseen">{words.title}</h1>
      {draft.people && !draft.to.length && <p className="quiet note">{words.nobody}</p>}
      {people.slice(0, all ? undefined : 3).map(person => <RecipientLine key={person.address} person={person} open={open} />)}
      {people.length > 3 && !all && <button type="button" className="textButton" onClick={() => showAll(true)}>{words.more(people.length - 3)}</button>}
      {!draft.people && <Skeleton lines={2} />}
      <ProblemLine problem={known.problem} again={known.again} />
      <Regarding chosen={chosen} proposed={proposed} options={known.answer?.suggested.map(({ record }) => record) ?? []} choose={record => void choose(record ? [record] : [])} />
      <Guards {...shared} />
      <Tabs label={words.title} tabs={tabs.map(one => [one, words.tabs[one]] as const)} on={tab} choose={setTab}>
        {tab === "literature" ? <Literature {...shared} /> : tab === "templates" ? <Templates {...shared} known={known.answer?.people} /> : <Quotes {...shared} />}
      </Tabs>
      {regarding?.type === "opportunity" && <Suspense fallback={null}><Against key={regarding.id} deal={regarding.id} /></Suspense>}
      <WhenSent known={known.answer} chosen={chosen} />
    </div>
  );
}

/** What every part beside a draft is told. */
export interface Beside {
  regarding: Pick<Brief, "type" | "id" | "title"> | undefined;
  /** Recipients that are not of our house. */
  outside: readonly { name: string; address: string }[];
  people: ReturnType<typeof useDraft>["people"];
  files: ReturnType<typeof useDraft>["files"];
  /** What we attached and what is still there. */
  carried: readonly Carried[];
  carry(next: Carried[]): Promise<void>;
  reread(): Promise<void>;
}
