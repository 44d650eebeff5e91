import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { fileTypeOf, fileTypes, nameOfFile, safeFileName } from "../../model/fileType.ts";

describe("a file's name", () => {
  it.each([
    ["Datenblatt 2026.pdf", "Datenblatt 2026.pdf"], ["报价单.docx", "报价单.docx"], ["a.tar.zip", "a.tar.zip"],
    ["../../etc/passwd.txt", "passwd.txt"], ["C:\\Users\\x\\b.csv", "b.csv"], ["/etc/shadow", "shadow"], ["\\\\host\\share\\c.png", "c.png"],
    ["invoice\u202Efdp.exe", "invoicefdp.exe"], ["a\0.pdf", "a.pdf"], ["a\r\nSet-Cookie: x.pdf", "aSet-Cookie_ x.pdf"], ["zero\u200bwidth.pdf", "zerowidth.pdf"],
    ["CON.pdf", "_CON.pdf"], ["nul", "_nul"], ["com1.tar.zip", "_com1.tar.zip"], ["lpt9.txt", "_lpt9.txt"], ["console.pdf", "console.pdf"],
    ["  .hidden.pdf . ", "hidden.pdf"], ["a<b>:\"|?*.pdf", "a_b______.pdf"], ["....", ""], ["\u202e", ""], ["", ""],
  ])("%j is kept as %j", (given, kept) => expect(safeFileName(given)).toBe(kept));
  it("is never longer than a disk takes, and keeps its ending", () => {
    for (const letter of ["x", "王", "😀"]) { const name = safeFileName(`${letter.repeat(255)}.pdf`); expect([Buffer.byteLength(name) <= 200, name.endsWith(`${letter}.pdf`)]).toEqual([true, true]); }
  });
  it("made safe is safe, and stays as it is", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), given => {
      const name = safeFileName(given);
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}/\\<>:"|?*]|^[. ]|[. ]$/u);
      expect(safeFileName(name)).toBe(name);
    }), { numRuns: 500 });
  });
  it("says which kind it is only by its last ending", () => {
    expect(["a.PDF", "a.pdf.exe", "a.exe.pdf", "pdf", "a.svg", "a.html", "a.docm", "a.constructor", "a.js"].map(fileTypeOf)).toEqual(["application/pdf", undefined, "application/pdf", undefined, undefined, undefined, undefined, undefined, undefined]);
  });
  it("is handed out with the ending of what it is", () => {
    expect([nameOfFile("x.exe", "application/pdf"), nameOfFile("x.PDF", "application/pdf"), nameOfFile("", "image/png"), nameOfFile("../a.jpeg", "image/jpeg"), nameOfFile("a", "application/octet-stream")])
      .toEqual(["x.exe.pdf", "x.pdf", "file.png", "a.jpeg", "a.bin"]);
    for (const [ending, type] of Object.entries(fileTypes)) expect(nameOfFile(`a.${ending}`, type)).toBe(`a.${ending}`);
  });
});
