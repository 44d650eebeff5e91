import { create } from "../change.ts";
import { activity } from "./activity.ts";

interface Closing { kind: "opportunityClose" | "quoteClose" | "orderClose"; subject: string; outcome: string; on?: string; description?: string; revenue?: number; competitor?: string; number?: string; revision?: number; owner?: string }

/** The close activity of a deal or a paper: each closing stays in the history, also after it was reopened. */
export const closing = (on: readonly string[], { kind, subject, outcome, on: day, description, revenue, competitor, number, revision, owner }: Closing) =>
  create(activity, { kind, subject, regarding: [...on], outcome, description, due: day, actualValue: revenue, competitor, paperNumber: number, revision, owner });
