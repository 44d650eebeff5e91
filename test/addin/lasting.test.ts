import { afterEach, expect, it, jest } from "@jest/globals";
import { lasting } from "../../addin/lasting.ts";

afterEach(() => { jest.restoreAllMocks(); sessionStorage.clear(); });

it("what a rep has typed is there when the pane opens anew, for them alone, until they are done with it", () => {
  lasting<string>("drafts", "ana").set("mail 1", "Jane").set("mail 2", "Joe");
  expect([[...lasting("drafts", "ana")], [...lasting("drafts", "ben")], [...lasting("other", "ana")]]).toEqual([[["mail 1", "Jane"], ["mail 2", "Joe"]], [], []]);
  const again = lasting<string>("drafts", "ana");
  expect([again.delete("mail 1"), again.delete("mail 1"), [...lasting("drafts", "ana")]]).toEqual([true, false, [["mail 2", "Joe"]]]);
  again.clear();
  expect([[...lasting("drafts", "ana")], sessionStorage.length]).toEqual([[], 0]);
});

it("the latest twenty stay, and one that is worked on again is a late one", () => {
  const drafts = lasting<number>("drafts", "ana");
  for (let n = 0; n < 21; n++) drafts.set(`mail ${n}`, n);
  drafts.set("mail 0", 100);
  const left = [...lasting<number>("drafts", "ana").keys()];
  expect([left.length, left.includes("mail 1"), left.at(-1)]).toEqual([20, false, "mail 0"]);
});

it("where the browser keeps nothing, or something else stands there, it lasts as long as the pane", () => {
  for (const door of ["getItem", "setItem", "removeItem"] as const) jest.spyOn(Storage.prototype, door).mockImplementation(() => { throw new DOMException("blocked", "SecurityError"); });
  const drafts = lasting<string>("drafts", "ana").set("mail 1", "Jane");
  expect([drafts.get("mail 1"), [...lasting("drafts", "ana")]]).toEqual(["Jane", []]);
  jest.restoreAllMocks();
  sessionStorage.setItem("dealwright.drafts ana", "{not json");
  expect(lasting("drafts", "ana").size).toBe(0);
});
