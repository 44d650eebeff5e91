import { expect, it } from "@jest/globals";
import { printedName, printedQuote } from "../../model/printed.ts";

it("a printed quote tells by its file's name which revision of which quote it is", () => {
  const offer = { number: "Q-00017", revision: 3 };
  expect([printedName(offer), printedName(offer, "12 pumps: A/B"), printedName({ ...offer, revision: 0 }), printedName({})]).toEqual(["Q-00017-3.pdf", "Q-00017-3 12 pumps- A-B.pdf", "Q-00017.pdf", "paper.pdf"]);
  for (const name of [printedName(offer), printedName(offer, "12 pumps: A/B"), "q-00017-3 (2).PDF", "Q-00017-3(1).pdf"]) expect([name, printedQuote(name)]).toEqual([name, offer]);
  expect(printedQuote("Q-00017 3 pumps.pdf")).toEqual({ number: "Q-00017", revision: 0 });
  for (const name of ["FAQ-17.pdf", "Q-00017.docx", "Q-pumps.pdf", "Q-00017-3-draft.pdf", "Our Q-00017.pdf"]) expect([name, printedQuote(name)]).toEqual([name, undefined]);
});
