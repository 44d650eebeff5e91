import { lazy, Suspense, type FC } from "react";
import type { AnyRow } from "../../model/record.ts";
import type { RecordName } from "../../model/records.ts";

/** `done` tells the page what a section has done: the line of truth, and the record anew. */
export interface SectionProps { row: AnyRow; round: number; done(said: string, commit?: string): void }
/** Drawn when its code has come; the page does not wait for it. */
const late = (Section: FC<SectionProps>): FC<SectionProps> => props => <Suspense fallback={null}><Section {...props} /></Suspense>;
const Scorecard = lazy(() => import("../reports/ScorecardSection.tsx").then(({ ScorecardSection }) => ({ default: ScorecardSection })));
const Rivals = lazy(() => import("../reports/ScorecardSection.tsx").then(({ DealCompetitors }) => ({ default: DealCompetitors })));
const Uses = lazy(() => import("../reports/Uses.tsx").then(({ UsesOfPiece }) => ({ default: UsesOfPiece })));

const sale = (type: RecordName) => lazy(() => import("./SaleSection.tsx").then(({ saleSection }) => ({ default: saleSection(type) })));
const files = (type: RecordName) => lazy(() => import("./FilesSection.tsx").then(({ filesSection }) => ({ default: filesSection(type) })));
const approvals = (type: RecordName) => lazy(() => import("../process/Approvals.tsx").then(({ approvalsOn }) => ({ default: approvalsOn(type) })));
const ThisApproval = lazy(() => import("../process/Approvals.tsx").then(({ ThisApproval }) => ({ default: ThisApproval })));
const guided = (type: RecordName) => lazy(() => import("../dialog/Guided.tsx").then(({ guidedOn }) => ({ default: guidedOn(type) })));
const ThisDialog = lazy(() => import("../dialog/ThisDialog.tsx").then(({ ThisDialog }) => ({ default: ThisDialog })));
const Changed = lazy(() => import("./Compare.tsx").then(({ Compare }) => ({ default: Compare })));
const Preview = lazy(() => import("./PaperPreview.tsx").then(({ PaperPreview }) => ({ default: PaperPreview })));

/** What stands below the fields while a record is written. */
export const beneath: Partial<Record<RecordName, FC<{ values: Record<string, unknown> }>>> = { paper: props => <Suspense fallback={null}><Preview {...props} /></Suspense> };

/** What a record's page shows between its fields and its related lists, where that is more than the declaration can say. */
export const sections: Partial<Record<string, { key: string; Section: FC<SectionProps> }[]>> = {
  lead: [{ key: "approvals", Section: late(approvals("lead")) }, { key: "guided", Section: late(guided("lead")) }],
  dialogSession: [{ key: "summary", Section: late(ThisDialog) }],
  approval: [{ key: "decide", Section: late(ThisApproval) }],
  quote: [{ key: "approvals", Section: late(approvals("quote" as RecordName)) }, { key: "sale", Section: late(sale("quote" as RecordName)) }, { key: "changed", Section: late(Changed) }],
  order: [{ key: "approvals", Section: late(approvals("order" as RecordName)) }, { key: "sale", Section: late(sale("order" as RecordName)) }],
  invoice: [{ key: "sale", Section: late(sale("invoice" as RecordName)) }],
  competitor: [{ key: "scorecard", Section: late(Scorecard) }],
  opportunity: [{ key: "approvals", Section: late(approvals("opportunity")) }, { key: "guided", Section: late(guided("opportunity")) }, { key: "sale", Section: late(sale("opportunity")) }, { key: "rivals", Section: late(Rivals) }],
  note: [{ key: "files", Section: late(files("note")) }],
  activity: [{ key: "files", Section: late(files("activity")) }],
  paper: [{ key: "preview", Section: late(({ row }) => <Preview values={row} />) }],
  literature: [{ key: "files", Section: late(files("literature")) }, { key: "uses", Section: late(Uses) }],
};
