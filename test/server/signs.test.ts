import { expect, it } from "@jest/globals";
import { signsOf } from "../../server/signs.ts";

const signs = signsOf(["ann@x.de"], ["Li Na", "王芳"]), out = (text: string, linked = false) => signs.out(text, linked);

it("takes an address out only where it stands whole, whatever full stop or script is beside it", () => {
  for (const other of ["joann@x.de", "jo-ann@x.de", "jo.ann@x.de", "1_ann@x.de", "a+ann@x.de", "ann@x.dev", "ann@x.de.com", "ann@x.de-b.com"]) expect([other, out(other)]).toEqual([other, other]);
  for (const [text, left] of [["Write to Ann@X.de.", "Write to erased@erased.invalid."], ["<ann@x.de>", "<erased@erased.invalid>"], ["请写ann@x.de谢谢", "请写erased@erased.invalid谢谢"], ["a\nann@x.de", "a\nerased@erased.invalid"]]) expect(out(text!)).toBe(left);
});
it("takes a name out only where it stands whole", () => {
  for (const other of ["Li Nan", "Ali Na", "Li Na2", "Li Na\u0301"]) expect([other, out(other)]).toEqual([other, other]);
  expect(out("LI NA's offer, 联系Li Na吧 – İ li\n na")).toBe("(erased)'s offer, 联系(erased)吧 – İ (erased)");
});
it("takes a name without spaces out of what is linked to the person, and leaves it in another's name", () => {
  expect([out("请找王芳谈价"), out("请找王芳谈价", true), out("王芳", true), out("王芳芳", true)]).toEqual(["请找王芳谈价", "请找(erased)谈价", "(erased)", "王芳芳"]);
});
it("takes a name of one word only out of what is linked to the person", () => {
  const miller = signsOf([], ["Miller"]);
  expect([miller.out("Miller Brewing, Millers", false), miller.out("Call miller, not Millers", true), miller.vague, signsOf([], ["Li Na"]).vague]).toEqual(["Miller Brewing, Millers", "Call (erased), not Millers", true, false]);
});
it("may be asked again of what it has made", () => {
  const again = signsOf(["erased@erased.invalid"], ["Erased", "(erased)"]);
  expect(again.out("(erased) erased@erased.invalid", true)).toBe("(erased) erased@erased.invalid");
});
