/** What the company's ways add to the page of a record, fetched together: most pages that want one of them want several. */
import { guidedOn } from "../dialog/Guided.tsx";
import { ThisDialog } from "../dialog/ThisDialog.tsx";
import { approvalsOn, ThisApproval } from "./Approvals.tsx";
import { HealthOfDeal } from "./Health.tsx";
import { runsOn } from "./Runs.tsx";
import { Score } from "./Score.tsx";

export { approvalsOn, guidedOn, HealthOfDeal, runsOn, Score, ThisApproval, ThisDialog };
