import { beforeEach, describe, expect, it } from "@jest/globals";
import { admission } from "../../server/admission.ts";
import { memoryStore } from "../../server/store/lowdb.ts";
import type { Store } from "../../server/store/store.ts";

let store: Store;
beforeEach(async () => { store = await memoryStore(); });
const come = (id: string, more: object = {}) => admission(store)({ id, name: `Name of ${id}`, email: `${id}@lindenfeld.example`, ...more });
const recorded = async (id: string) => (await store.get("user", id))?.data;

describe("who comes in", () => {
  it("first, to an empty company, is its administrator; who comes next needs a role", async () => {
    expect(await come("ann")).toMatchObject({ id: "ann", role: "administrator" });
    await expect(come("bob")).rejects.toMatchObject({ status: 403, reason: "no role" });
    expect([(await recorded("ann"))?.role, await recorded("bob")]).toEqual(["administrator", undefined]);
  });
  it("is written down once, with an event, though they come twice at once", async () => {
    const both = await Promise.all([come("ann", { role: "rep" }), come("ann", { role: "rep" })]);
    expect(both.map(one => one.role)).toEqual(["rep", "rep"]);
    expect((await store.find("event", { where: { on: "user/ann" } })).rows.map(event => event.data.verb)).toEqual(["create"]);
    await come("ann", { role: "rep" });
    expect((await store.get("user", "ann"))?.version).toBe(1);
  });
  it("has the role that the directory gives them now, and keeps what our record says besides", async () => {
    await come("ann", { role: "rep" });
    expect(await come("ann", { role: "manager", name: "Another" })).toMatchObject({ role: "manager", name: "Name of ann" });
    expect(await recorded("ann")).toMatchObject({ role: "manager", name: "Name of ann", email: "ann@lindenfeld.example" });
  });
  it.each([["", "?"], ["  ", "?"], ["x".repeat(300), "x".repeat(200)]])("may be named %j and have no address", async (name, kept) => {
    await come("ann", { role: "rep", name, email: "" });
    expect(await recorded("ann")).toMatchObject({ name: kept, email: "ann@unknown.invalid" });
  });
  it("stays out where an administrator has switched them off", async () => {
    await come("ann", { role: "rep" });
    const row = (await store.get("user", "ann"))!;
    await store.commit([{ type: "user", id: "ann", was: 1, now: { ...row, version: 2, data: { ...row.data, disabled: true } } }]);
    await expect(come("ann", { role: "rep" })).rejects.toMatchObject({ status: 403, reason: "disabled" });
  });
});
