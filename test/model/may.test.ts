import { describe, expect, it } from "@jest/globals";
import { may, type Caller, type Role } from "../../model/may.ts";
import { recordType } from "../../model/records.ts";

const caller = (role: Role): Caller => ({ id: "me", name: "Me", email: "me@house.example", role, team: "ours" });
const whose = { mine: { owner: "me", team: "ours" }, ours: { owner: "mate", team: "ours" }, theirs: { owner: "them", team: "theirs" }, nobodys: {} };
const answers = (role: Role, type: string) => Object.entries(whose).map(([name, row]) => `${name} ${(["read", "write", "remove"] as const).filter(act => may(caller(role), act, recordType(type)!, row)).join("+") || "-"}`);

describe("who may do what", () => {
  it("lets a rep read all, write what is the team's, and remove what is their own", () => expect(answers("rep", "lead")).toEqual(["mine read+write+remove", "ours read+write", "theirs read", "nobodys read"]));
  it("lets anybody but a reader add work beside a record", () => {
    expect(answers("rep", "activity")[2]).toBe("theirs read+write");
    expect(answers("reader", "activity")[2]).toBe("theirs read");
  });
  it("lets managers and administrators do all with customers' records", () => { for (const role of ["manager", "administrator"] as const) expect(answers(role, "opportunity")).toEqual(Object.keys(whose).map(name => `${name} read+write+remove`)); });
  it("keeps the catalogue with managers and people with administrators", () => {
    expect(["rep", "manager", "administrator", "reader"].map(role => may(caller(role as Role), "write", recordType("product")!, {}))).toEqual([false, true, true, false]);
    expect(["rep", "manager", "administrator", "reader"].map(role => may(caller(role as Role), "write", recordType("user")!, {}))).toEqual([false, false, true, false]);
    expect(may(caller("rep"), "write", recordType("competitor")!, {})).toBe(true);
  });
});
