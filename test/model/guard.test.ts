import { describe, expect, it } from "@jest/globals";
import { alertsOf, type Outgoing, type Recipient } from "../../model/guard.ts";

const camille: Recipient = { name: "Camille Gagnon", address: "camille@kestrel.example", is: "known", account: { id: "kestrel", title: "Kestrel Bay Water" } };
const stranger: Recipient = { name: "", address: "who@elsewhere.example", is: "new" }, marta: Recipient = { name: "Marta Keller", address: "marta@lindenfeld.example", is: "colleague" };
const deal = { title: "Radar roll-out", account: "kestrel" };
const outgoing = (of: Partial<Outgoing>): Outgoing => ({ today: "2026-11-24", people: [camille], files: [], ...of });
const sheet = (of: object) => [{ name: "LR-220.pdf", literature: { title: "LR-220", forCustomers: true, ...of } }];

describe("what deserves a look before a mail goes out", () => {
  it("is nothing, where a known person gets what is meant for customers", () => {
    expect(alertsOf(outgoing({ deal, files: [...sheet({ expires: "2026-11-24" }), { name: "by hand.txt" }] }))).toEqual([]);
  });
  it("is a piece that has expired, by its file and by who would get it", () => {
    expect(alertsOf(outgoing({ files: sheet({ expires: "2026-11-23" }) }))).toEqual([{ code: "expired", file: "LR-220.pdf", person: "Camille Gagnon", since: "2026-11-23" }]);
  });
  it("is a piece for ourselves alone, and once more if it has expired as well", () => {
    expect(alertsOf(outgoing({ files: sheet({ forCustomers: false, expires: "2026-01-01" }) })).map(alert => alert.code)).toEqual(["expired", "internal"]);
  });
  it("is a battle card for somebody outside, and for nobody where it stays in the house", () => {
    const files = sheet({ forCustomers: false, competitors: ["vantor"] });
    expect(alertsOf(outgoing({ files }))).toEqual([{ code: "battle-card", file: "LR-220.pdf", person: "Camille Gagnon" }]);
    expect(alertsOf(outgoing({ people: [marta], files }))).toEqual([]);
  });
  it("is a quote that does not stand, by its file and by who would get it", () => {
    const sent = (quote: object) => alertsOf(outgoing({ files: [{ name: "Q-00017.pdf", quote: quote as never }] })), what = { file: "Q-00017.pdf", person: "Camille Gagnon" };
    expect(sent({ status: "draft" })).toEqual([{ code: "draft-quote", ...what }]);
    expect(sent({ status: "closed", reason: "revised", present: 2 })).toEqual([{ code: "old-quote", ...what, revision: 2 }]);
    expect(sent({ status: "closed", reason: "lost" })).toEqual([{ code: "closed-quote", ...what }]);
    expect(sent({ status: "active" })).toEqual([]);
  });
  it("is somebody who is not to be e-mailed", () => {
    expect(alertsOf(outgoing({ people: [{ ...camille, doNotEmail: true }] }))).toEqual([{ code: "do-not-email", person: "Camille Gagnon" }]);
  });
  it("is somebody unknown, or of another company, on a deal's mail, and neither where there is no deal", () => {
    const helen: Recipient = { name: "Helen Prosser", address: "helen@marchfield.example", is: "known", account: { id: "marchfield", title: "Marchfield Dairies" } };
    expect(alertsOf(outgoing({ deal, people: [camille, stranger, helen] }))).toEqual([
      { code: "other-company", person: "Helen Prosser", company: "Marchfield Dairies", deal: "Radar roll-out" }, { code: "unknown-person", person: "who@elsewhere.example", deal: "Radar roll-out" },
    ]);
    expect(alertsOf(outgoing({ people: [stranger, helen] }))).toEqual([]);
  });
  it("is not a new face of the deal's own company", () => {
    expect(alertsOf(outgoing({ deal, people: [{ ...stranger, account: camille.account }] }))).toEqual([]);
  });
  it("is nothing that stays in the house", () => {
    expect(alertsOf(outgoing({ deal, people: [marta], files: sheet({ forCustomers: false, expires: "2020-01-01" }) }))).toEqual([]);
  });
});
