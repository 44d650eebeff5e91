import { lazy, Suspense, type FC } from "react";
import type { AnyRow } from "../../model/record.ts";
import type { RecordName } from "../../model/records.ts";
import type { Quick } from "./quick.ts";

/** Something to be begun on the record's page: a field to fill in, or an activity to add. */
export type Begin = { edit: string } | { quick: Quick };
/** `done` tells the page what a section has done: the line of truth, and the record anew. */
export interface SectionProps { row: AnyRow; round: number; done(said: string, commit?: string): void; begin(what: Begin): void }
/** Drawn when its code has come; the page does not wait for it. */
const late = (Section: FC<SectionProps>): FC<SectionProps> => props => <Suspense fallback={null}><Section {...props} /></Suspense>;
const Scorecard = lazy(() => import("../reports/ScorecardSection.tsx").then(({ ScorecardSection }) => ({ default: ScorecardSection })));
const Goal = lazy(() => import("../reports/GoalProgress.tsx").then(({ GoalProgress }) => ({ default: GoalProgress })));
const Rivals = lazy(() => import("../reports/ScorecardSection.tsx").then(({ DealCompetitors }) => ({ default: DealCompetitors })));
const Uses = lazy(() => import("../reports/Uses.tsx").then(({ UsesOfPiece }) => ({ default: UsesOfPiece })));
const Versions = lazy(() => import("../library/PieceSections.tsx").then(({ Versions }) => ({ default: Versions })));
const Links = lazy(() => import("../library/PieceSections.tsx").then(({ Links }) => ({ default: Links })));
const WhoHasIt = lazy(() => import("../library/WhoHasIt.tsx").then(({ WhoHasIt }) => ({ default: WhoHasIt })));

const sale = (type: RecordName) => lazy(() => import("./SaleSection.tsx").then(({ saleSection }) => ({ default: saleSection(type) })));
const person = (type: RecordName) => late(lazy(() => import("./PersonSection.tsx").then(({ personSection }) => ({ default: personSection(type) }))));
const files = (type: RecordName) => lazy(() => import("./FilesSection.tsx").then(({ filesSection }) => ({ default: filesSection(type) })));
/** A part that the company's ways add; all of them come at once. */
const way = (pick: (parts: typeof import("../process/parts.tsx")) => FC<SectionProps>) => late(lazy(() => import("../process/parts.tsx").then(parts => ({ default: pick(parts) }))));
const approvals = (type: RecordName) => way(parts => parts.approvalsOn(type)), guided = (type: RecordName) => way(parts => parts.guidedOn(type)), runs = (type: RecordName) => way(parts => parts.runsOn(type));
/** A way's picture, and the way to try it: beside its fields and below them while they are written. */
const design = (kind: RecordName) => late(lazy(() => import("../design/Designed.tsx").then(({ designOn }) => ({ default: designOn(kind) }))));
const writing = (kind: RecordName) => { const Shown = lazy(() => import("../design/Designed.tsx").then(({ designOf }) => ({ default: designOf(kind) }))); return (props: { values: Record<string, unknown> }) => <Suspense fallback={null}><Shown {...props} /></Suspense>; };
const Changed = lazy(() => import("./Compare.tsx").then(({ Compare }) => ({ default: Compare })));
const Preview = lazy(() => import("./PaperPreview.tsx").then(({ PaperPreview }) => ({ default: PaperPreview })));

/** What stands below the fields while a record is written. */
export const beneath: Partial<Record<RecordName, FC<{ values: Record<string, unknown> }>>> = { paper: props => <Suspense fallback={null}><Preview {...props} /></Suspense>, rule: writing("rule"), process: writing("process"), automation: writing("automation"), dialog: writing("dialog") };

/** What a record's page shows between its fields and its related lists, where that is more than the declaration can say. */
export const sections: Partial<Record<string, { key: string; Section: FC<SectionProps> }[]>> = {
  lead: [{ key: "approvals", Section: approvals("lead") }, { key: "score", Section: way(parts => parts.Score) }, { key: "guided", Section: guided("lead") }, { key: "runs", Section: runs("lead") }, { key: "person", Section: person("lead") }],
  contact: [{ key: "person", Section: person("contact") }],
  rule: [{ key: "design", Section: design("rule") }], process: [{ key: "design", Section: design("process") }], automation: [{ key: "design", Section: design("automation") }], dialog: [{ key: "design", Section: design("dialog") }],
  scoring: [{ key: "design", Section: design("scoring" as RecordName) }],
  dialogSession: [{ key: "summary", Section: way(parts => parts.ThisDialog) }],
  approval: [{ key: "decide", Section: way(parts => parts.ThisApproval) }],
  quote: [{ key: "approvals", Section: approvals("quote" as RecordName) }, { key: "sale", Section: late(sale("quote" as RecordName)) }, { key: "changed", Section: late(Changed) }],
  order: [{ key: "approvals", Section: approvals("order" as RecordName) }, { key: "sale", Section: late(sale("order" as RecordName)) }],
  invoice: [{ key: "sale", Section: late(sale("invoice" as RecordName)) }],
  competitor: [{ key: "scorecard", Section: late(Scorecard) }],
  opportunity: [{ key: "approvals", Section: approvals("opportunity") }, { key: "health", Section: way(parts => parts.HealthOfDeal) }, { key: "guided", Section: guided("opportunity") }, { key: "sale", Section: late(sale("opportunity")) }, { key: "rivals", Section: late(Rivals) }, { key: "runs", Section: runs("opportunity") }],
  goal: [{ key: "progress", Section: late(Goal) }],
  note: [{ key: "files", Section: late(files("note")) }],
  activity: [{ key: "files", Section: late(files("activity")) }],
  paper: [{ key: "preview", Section: late(({ row }) => <Preview values={row} />) }],
  literature: [{ key: "files", Section: late(Versions) }, { key: "who", Section: late(WhoHasIt) }, { key: "links", Section: late(Links) }, { key: "uses", Section: late(Uses) }],
};
