import { Problem } from "../../model/problem.ts";

/** Somebody was not let in. The caller hears the problem; the reason is a fixed word for the log and never leaves the house. */
export class Refusal extends Problem {
  constructor(code: "unauthorised" | "forbidden" | "unavailable", readonly reason: string, details: { detail?: string; seconds?: number; cause?: unknown } = {}) {
    super(code, details);
  }
}
