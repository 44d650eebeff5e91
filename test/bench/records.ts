import { lead as row, pick } from "./sample.ts";

/** Values as they are asked for over HTTP; `n` only sorts. */
export type Values = Record<string, unknown> & { id: string; email: string };

const split = (name: string) => { const [firstName, lastName] = name.split(" "); return { firstName, lastName }; };
export function lead(n: number): Values {
  const { topic, name, email, company, description } = row(n).data as Record<string, string>;
  return { id: `l${n}`, topic, source: "web", ...split(name!), email: email!, company, description, rating: pick(["hot", "warm", "cold"], n), n };
}
export function contact(n: number): Values {
  const { name, email, company } = row(n * 5 + 1).data as Record<string, string>;
  return { id: `c${n}`, ...split(name!), email: `c.${email}`, jobTitle: `Buyer at ${company}`, n };
}
