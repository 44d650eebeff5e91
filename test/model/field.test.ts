import { describe, expect, it } from "@jest/globals";
import * as z from "zod/mini";
import { choice, data, date, email, lines, link, money, phone, ref, refs, shape, text } from "../../model/field.ts";
import { fieldProblems } from "../../model/problem.ts";

const fields = {
  name: text("Name", { required: true, max: 5 }), email: email("E-mail"), phone: phone("Phone"), site: link("Site"), price: money("Price", { min: 0 }),
  day: date("Day"), size: choice("Size", { s: ["Small", 1], l: "Large" }), account: ref("Account", "account"), about: refs("About", ["lead", "contact"]),
  lines: lines("Lines", { what: text("What", { required: true }), price: money("Price") }),
};
const wrong = (values: object) => { const { error } = shape(fields).safeParse(values); return error ? fieldProblems(error.issues, values).map(one => `${one.field}: ${one.code}`) : []; };

describe("the check of a set of fields", () => {
  it("takes what is sound", () => {
    expect(wrong({ name: " Ada ", email: "王芳@例子.公司", phone: "+49 (0)89 1234-0 ext. 5", site: "www.halden.example/a?b", price: 12.34, day: "2026-02-28", size: "s", account: "a-1", about: ["lead/x"], lines: [{ what: "w", price: 0.1 }] })).toEqual([]);
  });
  it("names everything that is wrong, each in its own way", () => {
    expect(wrong({ name: "Too long", email: "a@b", phone: "call me", site: "javascript:alert(1)", price: -1, day: "2026-02-30", size: "m", account: "a/b", about: ["team/x"], lines: [{ price: 1 }], extra: 1 }).sort()).toEqual([
      "about.0: wrong-format", "account: wrong-format", "day: wrong-format", "email: wrong-format", "extra: unknown", "lines.0.what: required", "name: too-long", "phone: not-a-phone", "price: too-small", "site: wrong-format", "size: not-a-choice",
    ]);
    expect(wrong({})).toEqual(["name: required"]);
    expect(wrong({ name: 5 })).toEqual(["name: wrong-kind"]);
  });
  it("checks a value of its own shape by its schema, and names the place that is wrong", () => {
    const of = { then: data("Then", z.array(z.strictObject({ do: z.enum(["set", "clear"]), field: z.string() })), { required: true }) };
    const faults = (values: object) => { const { error } = shape(of).safeParse(values); return error ? fieldProblems(error.issues, values).map(one => `${one.field}: ${one.code}`) : []; };
    expect(faults({ then: [{ do: "set", field: "a" }] })).toEqual([]);
    expect(faults({ then: [{ do: "burn", field: "a", why: 1 }] })).toEqual(["then.0.do: not-a-choice", "then.0.why: unknown"]);
    expect([faults({}), faults({ then: "[" })]).toEqual([["then: required"], ["then: wrong-kind"]]);
  });
  it("takes no more digits after the point than an amount has", () => {
    expect(wrong({ name: "a", price: 0.1 + 0.2 })).toEqual(["price: too-precise"]);
    expect(wrong({ name: "a", price: 99_999_999_999.99 })).toEqual([]);
  });
  it("refuses addresses that could smuggle a header or a script", () => {
    for (const bad of ["a@b.example\nBcc: x@y.example", "<a@b.example>", "a b@c.example", "a@b@c.example", "a@.example", "a@b..example"]) expect(wrong({ name: "a", email: bad })).toEqual(["email: wrong-format"]);
    for (const bad of ["data:text/html,x", "https://user@evil.example", "//evil.example", "ftp://x.example"]) expect(wrong({ name: "a", site: bad })).toEqual(["site: wrong-format"]);
  });
});
