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

it("nothing stays for more than a week, nor more of it than the browser has room for: the latest, then", () => {
  const now = jest.spyOn(Date, "now").mockReturnValue(0), drafts = lasting<string>("drafts", "ana"), kept = () => [...lasting("drafts", "ana").keys()];
  drafts.set("old", "x");
  now.mockReturnValue(6 * 86_400_000);
  drafts.set("new", "y");
  expect(kept()).toEqual(["old", "new"]);
  now.mockReturnValue(8 * 86_400_000);
  expect(kept()).toEqual(["new"]);
  drafts.set("long", "y".repeat(400_000)).set("longer", "z".repeat(300_000)).set("short", "s");
  expect(kept()).toEqual(["longer", "short"]);
});

it("where the browser keeps nothing, or something else stands there, it lasts as long as the pane", () => {
  for (const door of ["getItem", "setItem", "removeItem"] as const) jest.spyOn(Storage.prototype, door).mockImplementation(() => { throw new DOMException("blocked", "SecurityError"); });
  const drafts = lasting<string>("drafts", "ana").set("mail 1", "Jane");
  expect([drafts.get("mail 1"), [...lasting("drafts", "ana")]]).toEqual(["Jane", []]);
  jest.restoreAllMocks();
  sessionStorage.setItem("dealwright.drafts ana", "{not json");
  expect(lasting("drafts", "ana").size).toBe(0);
});
