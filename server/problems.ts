import { Problem } from "../model/problem.ts";

/** The problem that an error is, whoever answers with it; one on our side is written down first. */
export function problemOf(error: unknown, log: (line: Record<string, unknown>) => void): Problem {
  const problem = error instanceof Problem ? error : readable(error);
  if (problem.status >= 500) log({ level: "error", error: error instanceof Error ? `${error.name}: ${problem.code === "unexpected" ? error.stack ?? error.message : error.message}` : String(error) });
  return problem;
}

/** What express itself refuses, in our words. */
function readable(error: unknown): Problem {
  const { status, type } = (error ?? {}) as { status?: number; type?: string };
  if (status === 413) return new Problem("too-large", { cause: error });
  if (status === 415) return new Problem("wrong-type", { cause: error });
  if (status === 400 || type === "entity.parse.failed") return new Problem("malformed", { cause: error });
  if (status === 404) return new Problem("not-found", { cause: error });
  return new Problem("unexpected", { cause: error });
}
