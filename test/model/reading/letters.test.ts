import { describe, expect, test } from "@jest/globals";
import { core, readingOf, scoreOf } from "./letterScore.ts";
import { batches, lettersOf } from "./letters.ts";

/** Of each batch, the least that must be right: each was written before anybody saw what is made of it. */
const least: Record<typeof batches[number], { field: number; reply: number; kind: number }> = {
  first: { field: 0.97, reply: 0.97, kind: 0.97 }, second: { field: 0.97, reply: 0.97, kind: 0.97 }, third: { field: 0.95, reply: 0.97, kind: 0.97 }, fourth: { field: 0.97, reply: 0.97, kind: 0.97 }, fifth: { field: 0.97, reply: 0.97, kind: 0.97 }, sixth: { field: 0.96, reply: 0.97, kind: 0.97 },
};

describe.each(batches)("of the %s batch of invented letters", name => {
  const letters = lettersOf(name), score = scoreOf(letters);
  test("there are enough to mean something", () => expect(letters.length).toBeGreaterThan(30));
  test.each(core)("nearly every %s is read, and none where there is none", field => expect(score.fields[field]).toBeGreaterThanOrEqual(least[name].field));
  test("cities, codes, topics and addresses are read where they are asked for", () => expect(score.asked).toBeGreaterThanOrEqual(least[name].field));
  test("what was said last stands alone", () => expect(score.reply).toBeGreaterThanOrEqual(least[name].reply));
  test("the kind of message is known, and machines are nobody", () => {
    expect(score.kind).toBeGreaterThanOrEqual(least[name].kind);
    for (const letter of letters) if (["newsletter", "bounce", "notification"].includes(letter.kind)) expect({ ...readingOf(letter), topic: "", email: "" }).toEqual({ first: "", last: "", company: "", title: "", site: "", city: "", zip: "", topic: "", email: "", phones: "" });
  });
});
