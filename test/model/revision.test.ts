import { expect, it } from "@jest/globals";
import { compareRevisions } from "../../model/revision.ts";

const before = { name: "Flow meters", freight: 180, total: 29039.88, validTo: "2026-12-01", lines: [{ position: 1, name: "FM-320", quantity: 6, price: 2340 }, { position: 2, name: "AB-100", quantity: 24, price: 448 }, { position: 3, writeIn: "Set-up", quantity: 1, price: 900 }] };
const after = { name: "Flow meters", total: 26000, validTo: "2026-12-24", lines: [{ position: 2, name: "AB-100", quantity: 24, price: 448 }, { position: 1, name: "FM-320", quantity: 8, price: 2200 }, { position: 4, name: "MK-12", quantity: 8, price: 39 }] };

it("tells what a revision changed: fields, lines that came, went and changed, whatever their order", () => {
  expect(compareRevisions(before, after, ["name", "freight", "total", "validTo"], ["quantity", "price"])).toEqual({
    fields: [{ name: "freight", was: 180 }, { name: "total", was: 29039.88, now: 26000 }, { name: "validTo", was: "2026-12-01", now: "2026-12-24" }],
    lines: [
      { position: 1, title: "FM-320", what: "changed", fields: [{ name: "quantity", was: 6, now: 8 }, { name: "price", was: 2340, now: 2200 }] },
      { position: 3, title: "Set-up", what: "removed", fields: [{ name: "quantity", was: 1 }, { name: "price", was: 900 }] },
      { position: 4, title: "MK-12", what: "added", fields: [{ name: "quantity", now: 8 }, { name: "price", now: 39 }] },
    ],
  });
});
it("finds nothing between a revision and itself", () => expect(compareRevisions(before, structuredClone(before), ["name", "total"], ["quantity", "price"])).toEqual({ fields: [], lines: [] }));
