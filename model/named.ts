import { problem, type FieldProblem } from "./problem.ts";

/** A user, a dialog or a stage that a way names: whether there is one is known only where the records are. */
export interface Named { field: string; what: "user" | "dialog" | "stage"; name: string }

/** All of them in the given fields of a way. What is given to other records is looked after where these are made. */
export const namedIn = (...fields: string[]) => (values: Record<string, unknown>): Named[] => fields.flatMap(field => look(values[field]).map(one => ({ field, ...one })));
/** What is said of one that is not there. */
export const notThere = ({ field, what, name }: Named): FieldProblem => problem(field, "stray", { what, name });

function look(value: unknown): Omit<Named, "field">[] {
  if (Array.isArray(value)) return value.flatMap(look);
  if (typeof value !== "object" || value === null) return [];
  const held = value as Record<string, unknown>, all = (what: Named["what"], names: unknown) => [names].flat().filter(name => typeof name === "string").map(name => ({ what, name }));
  const mine = held.do === "assign" ? all("user", held.to) : held.do === "dialog" ? all("dialog", held.dialog) : "child" in held ? all("dialog", held.child) : held.on === "stage" ? all("stage", held.to) : Object.keys(held).join() === "user" ? all("user", held.user) : [];
  return [...mine, ...Object.entries(held).flatMap(([name, part]) => ["values", "answers", "where", "inputs"].includes(name) ? [] : look(part))];
}
