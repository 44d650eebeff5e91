import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { noPreferences, preferring } from "../../model/preferences.ts";
import { withCompany } from "../story/service.ts";
import type { Service } from "./service.kit.ts";

/** What the demo company wants of every lead. */
const sourced = { email: "pin@pin.example", source: "web" } as const;
let service: Service;
beforeAll(async () => { ({ service } = await withCompany()); });
afterAll(() => service.close());

describe("what one user wants remembered", () => {
  it("keeps the newest of the records seen, each once, and no more than fits", () => {
    let now = noPreferences;
    for (let n = 0; n < 30; n++) now = preferring(now, { saw: `lead/l${n % 25}` });
    expect(now.recent).toHaveLength(20);
    expect(now.recent.slice(0, 2)).toEqual(["lead/l4", "lead/l3"]);
    expect(preferring(now, { saw: "lead/l4" })).toBe(now);
  });
  it("remembers one choice for an address, however it is written", () => {
    const once = preferring(noPreferences, { choose: "contact/a", for: "Ana@Acme.example" });
    expect(preferring(once, { choose: "contact/b", for: "ana@acme.example" }).chosen).toEqual({ "ana@acme.example": "contact/b" });
  });
  it("shows pinned and recent records to their user, and to nobody else", async () => {
    const rep = service.as("rep"), other = service.as("rep2");
    const lead = await rep.create("lead", { topic: "Pinned", lastName: "Pin", ...sourced }), gone = await rep.create("lead", { topic: "Gone", lastName: "Gone", ...sourced });
    await rep.prefer({ pin: `lead/${lead.id}` });
    await rep.prefer({ saw: `lead/${gone.id}` });
    await rep.prefer({ saw: `lead/${lead.id}` });
    const shelf = await rep.shelf();
    expect(shelf.pinned.map(one => one.title)).toEqual(["Pin"]);
    expect(shelf.recent.map(one => one.title)).toEqual(["Gone"]);
    expect(await other.shelf()).toEqual({ pinned: [], recent: [] });
    await rep.remove("lead", gone);
    expect((await rep.shelf()).recent).toEqual([]);
    await rep.prefer({ unpin: `lead/${lead.id}` });
    expect((await rep.shelf()).pinned).toEqual([]);
  });
  it("loses no wish when several arrive at once, and leaves no trace in a timeline", async () => {
    const rep = service.as("manager"), lead = await rep.create("lead", { topic: "Many", lastName: "Many", ...sourced });
    await Promise.all(["a", "b", "c", "d"].map(name => rep.prefer({ stop: `conversation ${name}` })));
    expect((await rep.preferences()).stopped.sort()).toEqual(["a", "b", "c", "d"].map(name => `conversation ${name}`));
    await rep.prefer({ pin: `lead/${lead.id}` });
    expect((await rep.timeline("lead", lead.id)).entries).toHaveLength(1);
  });
  it("refuses what is no wish", async () => {
    await expect(service.as("rep").prefer({ pin: "../../etc" } as never)).rejects.toMatchObject({ code: "invalid" });
    await expect(service.as("rep").prefer({ like: "lead/x" } as never)).rejects.toMatchObject({ code: "invalid" });
  });
});
