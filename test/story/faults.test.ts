import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { cpus, loadavg } from "node:os";
import { keepResult } from "../faults/results.ts";
import { together, troubles, type Faults } from "../outlook/faults.ts";
import { dice, openCompany, type Company } from "./faults/kit.ts";
import { reading } from "./faults/reading.ts";
import { openHouse, signingIn } from "./faults/signin.ts";
import { writing } from "./faults/writing.ts";
import { closeBrowser, type Stage } from "./stage.ts";

/** Which trouble is met on which way. Each way is gone with each of its troubles alone, and with any few of all troubles together. */
const ways = {
  reading: [
    "no event of another message", "a late event of another message", "no item at first", "the pane is loaded anew", "frozen on the first message", "attachments are never handed out",
    "only one's own words of a body", "a body as a whole document", "a body cut short", "a body rewritten", "plain text with oddities", "no body", "ids that change", "conversations that change",
    "custom properties fail at first", "custom properties are lost", "few of many recipients", "colours of the change before", "notices fail", "categories fail", "headers fail", "marks are never answered", "a shared mailbox that is not told of", "slow",
  ],
  writing: [
    "attaching is never answered", "files that are not attached", "ids of files that change", "no body", "conversations that change", "custom properties fail at first", "settings are lost", "settings cannot be saved",
    "reply forms fail", "forms without their text", "a send event that is forgotten", "a send event that is cut off", "no events of drafts", "no recipients at first", "few of many recipients", "no launch events", "a draft in the reading pane", "slow",
  ],
  "signing in": [
    "nested sign-in is switched off", "nested sign-in fails", "nested sign-in fails without a word", "nested sign-in is never answered", "nested sign-in hands out nothing", "nested sign-in's executor fails", "nested sign-in has no account",
    "nested sign-in has no network", "nested sign-in wants a click", "nested sign-in's window is closed", "nested sign-in's window never answers", "the library never starts", "slow",
  ],
};
type Way = keyof typeof ways;
const names = Object.keys(troubles), all = Object.keys(ways) as Way[];
/** The quick run takes the same few each time, the long one others unless it is told. */
const combinations = Number(process.env.COMBINATIONS ?? 2), seed = Number(process.env.SEED ?? (process.env.COMBINATIONS ? Date.now() % 1_000_000 : 7));

/** Two Outlooks beside the company that signs nobody in, and one beside a house with a directory; they are at work side by side. */
let company: Awaited<ReturnType<typeof openCompany>>, house: Awaited<ReturnType<typeof openHouse>>;
const desks: Company[] = [];
beforeAll(async () => {
  company = await openCompany();
  desks.push(await company.enter(), await company.enter());
  house = await openHouse();
}, 120_000);
afterAll(async () => {
  for (const desk of desks) await desk.stage.close();
  await house?.close();
  await company?.close();
  await closeBrowser();
});

/** Goes all these ways and hands back what went wrong on them. */
async function walk(walks: readonly { way: Way; some: readonly string[] }[]): Promise<Record<string, string>> {
  const wrong: Record<string, string> = {};
  const oneByOne = async (desk: { stage: Stage }, left: typeof walks[number][], go: (way: Way, faults: Faults) => Promise<void>) => {
    for (let one = left.shift(); one; one = left.shift()) {
      try { await go(one.way, together(one.some)); }
      catch (error) { wrong[`${one.way}: ${one.some.join(" + ") || "nothing wrong"}`] = `${(error as Error).message.split("\n").slice(0, 12).join(" ")} The pane says: ${await paneSays(desk.stage)}`; }
    }
  };
  const atDesks = walks.filter(({ way }) => way !== "signing in");
  await Promise.all([...desks.map(desk => oneByOne(desk, atDesks, (way, faults) => way === "reading" ? reading(desk, faults) : writing(desk, faults))), oneByOne(house, walks.filter(({ way }) => way === "signing in"), (_, faults) => signingIn(house, faults))]);
  return wrong;
}

const paneSays = async (stage: Stage) => (await stage.pane().then(pane => pane.innerText("body", { timeout: 1_000 })).catch((error: Error) => error.message)).replace(/\s+/g, " ").slice(0, 300);

describe("in an Outlook that is wrong", () => {
  it("each trouble that is known of Outlook is met on some way", () => {
    const met = new Set(Object.values(ways).flat());
    expect([names.filter(name => !met.has(name)), [...met].filter(name => !names.includes(name))]).toEqual([[], []]);
  });

  it("reading, writing and signing in go well with each of their troubles alone, and with none", async () => {
    expect(await walk(all.flatMap(way => [[], ...ways[way].map(name => [name])].map(some => ({ way, some }))))).toEqual({});
  }, 600_000);

  it(`all of them go well with ${combinations} combinations of two to five troubles (SEED=${seed} repeats them)`, async () => {
    const roll = dice(seed), began = Date.now();
    const some = Array.from({ length: combinations }, () => Array.from({ length: 2 + Math.floor(roll() * 4) }, () => names[Math.floor(roll() * names.length)]!));
    const wrong = await walk(some.flatMap(some => all.map(way => ({ way, some }))));
    if (process.env.COMBINATIONS) await keepResult({ name: "outlook", told: `${combinations} combinations of two to five of ${names.length} troubles of Outlook, with Microsoft's library, each on three ways: from an opened mail to a saved lead and a logged mail; from a refusal to an answer with literature that is sent and on the deal; from signed out to the person's card`, faults: Object.keys(wrong).length, seed, seconds: Math.round((Date.now() - began) / 1000), on: onThis() });
    expect(wrong).toEqual({});
  }, 3_600_000);
});
const onThis = () => `${cpus().length} cores, Node ${process.version}, load ${loadavg()[0]!.toFixed(1)}`;
