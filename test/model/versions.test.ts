import { describe, expect, it } from "@jest/globals";
import { aged, presentOf, type EarlierFile, type HeldFile } from "../../model/versions.ts";

const file = (name: string, hash: string): HeldFile => ({ name, hash }), at = "2026-11-24T10:00:00.000Z";
/** What the library holds after a change of its files: as the service would keep it. */
const after = (before: { files?: HeldFile[]; earlier?: EarlierFile[] }, files: HeldFile[]) => {
  const [change] = aged({ id: "p", updatedAt: at, ...before, files }, before);
  return { files, earlier: change ? (change as { values: { earlier: EarlierFile[] | null } }).values.earlier ?? [] : before.earlier ?? [] };
};

describe("the versions of a piece of literature", () => {
  it("keep what was replaced, until when, and by what: by its name, or where one file alone takes the place of one", () => {
    expect(after({ files: [file("a.pdf", "1"), file("b.pdf", "2")] }, [file("a.pdf", "3"), file("b.pdf", "2")]).earlier).toEqual([{ name: "a.pdf", hash: "1", until: at, by: "3" }]);
    expect(after({ files: [file("Sheet 2026.pdf", "1")] }, [file("Sheet 2027.pdf", "2")]).earlier).toEqual([{ name: "Sheet 2026.pdf", hash: "1", until: at, by: "2" }]);
  });
  it("do not guess at an heir where several files went and came", () => {
    expect(after({ files: [file("a.pdf", "1"), file("b.pdf", "2")] }, [file("c.pdf", "3")]).earlier.map(one => one.by)).toEqual([undefined, undefined]);
  });
  it("lead from the oldest to the one that is offered today, and nowhere where it was taken off", () => {
    const second = after({ files: [file("a.pdf", "1")] }, [file("a.pdf", "2")]), third = after(second, [file("a.pdf", "3")]);
    expect(["1", "2", "3"].map(hash => presentOf(third, hash)?.hash)).toEqual(["3", "3", "3"]);
    expect(presentOf(after(third, []), "1")).toBeUndefined();
    expect(presentOf(third, "9")).toBeUndefined();
  });
  it("know the heir of a file that was taken off first and came back under its name later", () => {
    const gone = after({ files: [file("a.pdf", "1")] }, []);
    expect(presentOf(after(gone, [file("a.pdf", "2")]), "1")?.hash).toBe("2");
  });
  it("forget one that is offered again, and end where two follow each other in a circle", () => {
    const second = after({ files: [file("a.pdf", "1")] }, [file("a.pdf", "2")]);
    expect(after(second, [file("a.pdf", "1")]).earlier).toEqual([{ name: "a.pdf", hash: "2", until: at, by: "1" }]);
    expect(presentOf({ earlier: [{ name: "a", hash: "1", by: "2" }, { name: "a", hash: "2", by: "1" }] }, "1")).toBeUndefined();
  });
  it("change nothing where no file has come or gone", () => {
    expect(aged({ id: "p", updatedAt: at, files: [file("a.pdf", "1")] }, { files: [file("a.pdf", "1")] })).toEqual([]);
    expect(aged({ id: "p", updatedAt: at, files: [file("a.pdf", "1")] }, undefined)).toEqual([]);
  });
});
