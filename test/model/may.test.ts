import { describe, expect, it } from "@jest/globals";
import { may, type Caller, type Grant, type Owned, type Role } from "../../model/may.ts";
import { recordType } from "../../model/records.ts";

const caller = (role: Role, grants: Grant[] = []): Caller => ({ id: "me", name: "Me", email: "me@house.example", role, team: "ours", mates: ["me", "mate"], grants });
const whose: Record<string, Owned> = { mine: { owner: "me" }, ours: { owner: "mate" }, theirs: { owner: "them" }, shown: { owner: "them", sharedWith: [{ with: "user/me" }] }, lent: { owner: "them", sharedWith: [{ with: "team/ours", write: true }] }, nobodys: {} };
const acts = ["read", "write", "win", "remove", "share", "assign", "export", "erase"];
const answers = (who: Caller, type: string) => Object.fromEntries(Object.entries(whose).map(([name, row]) => [name, acts.filter(act => may(who, act, recordType(type)!, row)).join(" ")]));

describe("who may do what", () => {
  it("lets a rep read all, write what is the team's or lent to them, and remove what is their own", () => expect(answers(caller("rep"), "opportunity")).toEqual({
    mine: "read write win remove share assign export", ours: "read write win", theirs: "read", shown: "read export", lent: "read write win export", nobodys: "read",
  }));
  it("narrows a rep's sight to the team's, or to their own and what is shared with them, when the company says so", () => {
    expect(answers(caller("rep", [{ role: "rep", act: "read", reach: "team" }]), "lead")).toMatchObject({ ours: "read write win", theirs: "", shown: "read export", lent: "read write win export", nobodys: "" });
    expect(answers(caller("rep", [{ role: "rep", act: "read", reach: "own" }, { role: "rep", act: "write", reach: "own" }]), "lead")).toMatchObject({ mine: "read write win remove share assign export", ours: "", theirs: "", shown: "read export" });
  });
  it("lets the company say it of one type, of one verb, and of another role", () => {
    const grants: Grant[] = [{ role: "rep", act: "read", on: "lead", reach: "none" }, { role: "rep", act: "win", reach: "none" }, { role: "reader", act: "read", reach: "own" }];
    expect(answers(caller("rep", grants), "lead").shown).toBe("");
    expect(answers(caller("rep", grants), "opportunity").mine).toBe("read write remove share assign export");
    expect(answers(caller("reader", grants), "account")).toMatchObject({ mine: "read", theirs: "", shown: "read" });
  });
  it("lets anybody but a reader add work beside a record that they may read", () => {
    expect(may(caller("rep"), "write", recordType("activity")!, whose.theirs!)).toBe(true);
    expect(may(caller("reader"), "write", recordType("activity")!, whose.theirs!)).toBe(false);
    const own = caller("rep", [{ role: "rep", act: "read", reach: "own" }]);
    expect(may(own, "write", recordType("note")!, { owner: "them", seenBy: ["own/me"] })).toBe(true);
    expect(may(own, "write", recordType("note")!, { owner: "them", seenBy: ["own/them"] })).toBe(false);
  });
  it("lets managers do all with customers' records, and administrators erase as well", () => {
    expect(new Set(Object.values(answers(caller("manager"), "opportunity")))).toEqual(new Set(["read write win remove share assign export"]));
    expect(new Set(Object.values(answers(caller("administrator"), "opportunity")))).toEqual(new Set([acts.join(" ")]));
  });
  it("keeps the catalogue with managers and people with administrators, whatever is granted of records with owners", () => {
    const grants: Grant[] = ["rep", "reader"].map(role => ({ role: role as Role, act: "write", reach: "all" }));
    const writes = (type: string) => (["rep", "manager", "administrator", "reader"] as const).filter(role => may(caller(role, grants), "write", recordType(type)!, {}));
    expect([writes("product"), writes("user"), writes("company"), writes("competitor")]).toEqual([["manager", "administrator"], ["administrator"], ["administrator"], ["rep", "manager", "administrator"]]);
    expect(may(caller("rep", [{ role: "rep", act: "write", on: "product", reach: "all" }]), "write", recordType("product")!, {})).toBe(true);
  });
  it("never locks administrators out of settings and people", () => {
    const who = caller("administrator", ["company", "user", "team", "lead"].flatMap(on => ["read", "write"].map(act => ({ role: "administrator", act, on, reach: "none" } as const))));
    expect(["company", "user", "team", "lead"].map(type => may(who, "write", recordType(type)!, {}))).toEqual([true, true, true, false]);
  });
});
