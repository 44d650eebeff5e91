import { describe, expect, it } from "@jest/globals";
import { bestFor, mainPerson, othersOn, personIn } from "../../addin/belongs.ts";
import type { Brief, Known, KnownPerson } from "../../model/known.ts";

const brief = (type: string, id: string): Brief => ({ type, id, version: 1, title: id, status: "open" });
const person = (address: string, of: Partial<KnownPerson> = {}): KnownPerson => ({ name: "", address, as: "from", is: "known", matches: [], accounts: [], deals: [], activities: [], ...of });
const wei = person("wei@a.example", { matches: [brief("account", "a"), brief("contact", "wei")], deals: [brief("opportunity", "brakes")] }), dev = person("dev@b.example", { deals: [brief("opportunity", "filters")] });
const known = (of: Partial<Known>): Known => ({ people: [wei, dev], logged: [], suggested: [{ record: brief("opportunity", "filters"), why: "deal" }], ...of });

describe("where a message belongs", () => {
  it.each<[string, Known, KnownPerson | undefined, string | undefined]>([
    ["its conversation's record", known({ suggested: [{ record: brief("account", "talk"), why: "conversation" }] }), wei, "talk"],
    ["a deal of the person whom it is about, not of somebody in copy", known({}), wei, "brakes"],
    ["that person, where they have no deal", known({}), { ...wei, deals: [] }, "wei"],
    ["a deal of somebody in copy, where nothing is known of that person", known({}), person("x@c.example"), "filters"],
    ["nowhere, where the rep has stopped it", known({ stopped: true }), wei, undefined],
    ["nowhere, where nobody is known", known({ people: [], suggested: [] }), undefined, undefined],
  ])("is %s", (_why, of, about, id) => expect(bestFor(of, about)?.id).toBe(id));
  it("is about the writer, or whom the rep wrote to, and everybody else is there once", () => {
    const me = { name: "Me", address: "Me@our.example" }, [a, b] = ["a@x.example", "b@x.example"].map(address => ({ name: "", address })) as [{ name: string; address: string }, { name: string; address: string }];
    expect([mainPerson({ from: a, to: [me] }, me), mainPerson({ from: { name: "", address: "me@our.example" }, to: [me, b] }, me)]).toEqual([a, b]);
    expect(othersOn({ internetMessageId: "", conversationId: "", subject: "", sentAt: "", attachments: [], from: a, to: [me, b], cc: [{ name: "again", address: "B@x.example" }] }, me, a)).toEqual([b]);
    expect(personIn(known({}), { name: "", address: "DEV@b.example" })).toBe(dev);
  });
});
