import { describe, expect, it } from "@jest/globals";
import { limits, mayJoin, sizeOf, within, type Limited } from "../../addin/office/limits.ts";
import { emptyPaper, writeOn } from "../../addin/office/paper.ts";
import { noFaults, troubles } from "../outlook/faults.ts";

const refused = (work: () => void) => { try { work(); return false; } catch (error) { return (error as { code: string }).code; } };

describe("what Outlook takes at most", () => {
  it.each(Object.entries(limits))("is taken up to the limit and not beyond it: %s, %i", (what, limit) => {
    expect([limit - 1, limit, limit + 1].map(size => refused(() => within(what as Limited, size)))).toEqual([false, false, "too-large"]);
  });
  it("counts a file by what its base64 stands for", () => {
    for (const size of [0, 1, 2, 3, 100]) expect(sizeOf(btoa("x".repeat(size)))).toBe(size);
  });
  it("counts all files of a message together, in bytes and in number", () => {
    const one = { name: "a", base64: btoa("abc") }, room = limits.attachments - 3;
    expect([room - 1, room, room + 1].map(size => refused(() => mayJoin([{ size }], one)))).toEqual([false, false, "too-large"]);
    expect([limits.files - 2, limits.files - 1, limits.files].map(n => refused(() => mayJoin(Array.from({ length: n }, () => ({ size: 0 })), one)))).toEqual([false, false, "too-large"]);
  });
  it("is checked before anything is written", async () => {
    const paper = emptyPaper({ from: { name: "", address: "a@b.example" } }), draft = writeOn(async () => paper), item = { key: "d", surface: "compose" as const };
    await expect(draft.insert(item, "x".repeat(limits.body + 1), "cursor")).rejects.toMatchObject({ code: "too-large" });
    await expect(draft.tell(item, "attached", "x".repeat(limits["session data"] + 1))).rejects.toMatchObject({ code: "too-large" });
    expect(paper).toMatchObject({ html: "", told: {} });
  });
});

it("has a switch for each known trouble of Outlook, and none that is no switch", () => {
  const switches = Object.keys(noFaults());
  for (const [name, trouble] of Object.entries(troubles)) expect([name, Object.keys(trouble).every(one => switches.includes(one))]).toEqual([name, true]);
});
