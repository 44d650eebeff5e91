import { describe, expect, it } from "@jest/globals";
import type { Brief, Known, KnownPerson } from "../../model/known.ts";
import { loggedWhenSent } from "../../model/sending.ts";

const brief = (type: string, id: string): Brief => ({ type, id, version: 1, title: id, status: "open" });
const pads = brief("opportunity", "pads"), kits = brief("opportunity", "kits"), wei = brief("contact", "wei"), firm = brief("account", "firm");
const person = (of: Partial<KnownPerson>): KnownPerson => ({ name: "", address: "a@b.example", as: "to", is: "known", matches: [], accounts: [], deals: [], activities: [], ...of });
const known = (people: KnownPerson[], of: Partial<Known> = {}): Known => ({ people, logged: [], suggested: [], ...of });

describe("a mail that goes out without a word of where it belongs", () => {
  it.each<[string, Known, Brief[]]>([
    ["the records of its conversation", known([person({ deals: [pads] })], { suggested: [{ record: firm, why: "conversation" }, { record: pads, why: "deal" }] }), [firm]],
    ["the one open deal of those who get it", known([person({ deals: [pads], matches: [wei] }), person({ deals: [pads] })]), [pads]],
    ["the people, where there are several deals", known([person({ deals: [pads, kits], matches: [firm, wei] })]), [wei]],
    ["nothing, where nobody is known", known([person({ is: "new", deals: [pads] }), person({ is: "colleague" })]), []],
    ["nothing, in a conversation that was stopped", known([person({ deals: [pads] })], { stopped: true }), []],
    ["nothing, where it is not to be kept", known([person({ deals: [pads] })], { keptOut: { why: "internal" } }), []],
  ])("is logged on %s", (_what, of, on) => expect(loggedWhenSent(of)).toEqual(on));
});
