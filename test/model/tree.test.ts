import { expect, it } from "@jest/globals";
import { branchesOf, withBelow } from "../../model/tree.ts";

const rows = [{ id: "2", title: "Flow", parent: "1" }, { id: "1", title: "Products" }, { id: "3", title: "Chemical", parent: "2" }, { id: "4", title: "Company" }, { id: "5", title: "Lost", parent: "gone" }, { id: "6", title: "Ring", parent: "7" }, { id: "7", title: "Round", parent: "6" }];
it("sorts each branch below its parent by title, and loses none that hang on nothing or on themselves", () => {
  expect(branchesOf(rows).map(({ depth, path }) => `${depth} ${path}`)).toEqual(["0 Company", "0 Lost", "0 Products", "1 Products › Flow", "2 Products › Flow › Chemical", "0 Ring", "1 Ring › Round"]);
});
it("tells a branch with all that hang on it, which it must not hang on itself", () => {
  const branches = branchesOf(rows);
  expect(["1", "2", "4", "7", "none"].map(id => [...withBelow(branches, id)])).toEqual([["1", "2", "3"], ["2", "3"], ["4"], ["7"], []]);
});
