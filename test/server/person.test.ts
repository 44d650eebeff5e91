import { expect, it } from "@jest/globals";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Problem } from "../../model/problem.ts";
import { settle } from "../../server/settle.ts";
import { lowdbStore } from "../../server/store/lowdb.ts";
import { openService } from "./service.kit.ts";

it("hands out all that is kept about a person, and takes them out of every record, of the history and of the folder, for those who may", async () => {
  const folder = mkdtempSync(join(tmpdir(), "person-")), store = await lowdbStore(folder);
  await settle(store, new Date().toISOString());
  const service = await openService({ store }), [rep, admin] = [service.as("rep"), service.as("admin")];
  await Promise.all([rep.me(), admin.me()]);
  const account = await rep.create("account", { name: "Quay & Co" }), address = "Ida.Quayle@quay.example", name = "Ida Quayle";
  const contact = await rep.create("contact", { firstName: "Ida", lastName: "Quayle", email: address, phone: "+353 1 555 0199", account: account.id, birthday: "1980-02-03" });
  const lead = await rep.create("lead", { topic: `Pumps for ${name}`, lastName: "Quayle", firstName: "Ida", email: address, source: "web" });
  const deal = await rep.create("opportunity", { name: "Pumps", account: account.id, contact: contact.id, estimatedValue: 900 });
  await rep.update("opportunity", deal, { description: `${name} wants them by May` });
  const note = await rep.create("note", { text: "Prefers mornings, has two children", regarding: [`contact/${contact.id}`] });
  const mail = await rep.create("activity", { kind: "email", subject: "Re: pumps", description: "My own words", regarding: [`opportunity/${deal.id}`], parties: [{ role: "from", name, address, record: `contact/${contact.id}` }, { role: "to", name: "Rep", address: "rep@ours.example" }] });
  const other = await rep.create("contact", { lastName: "Else", email: "else@quay.example" });

  const told = await rep.call<{ person: string[]; records: { type: string; id: string }[] }>("GET", `person/contact/${contact.id}`);
  expect(told.person).toEqual([`contact/${contact.id}`, `lead/${lead.id}`]);
  expect(told.records.map(one => one.id)).toEqual(expect.arrayContaining([contact.id, lead.id, deal.id, note.id, mail.id]));
  expect(told.records.some(one => one.id === other.id)).toBe(false);
  for (const who of [rep, service.as("manager")]) expect((await who.call("POST", `person/contact/${contact.id}/erase`, { body: {} }).catch((error: Problem) => error) as Problem).code).toBe("forbidden");
  expect((await admin.call("POST", `person/account/${account.id}/erase`, { body: {} }).catch((error: Problem) => error) as Problem).code).toBe("forbidden");

  await admin.call("POST", `person/contact/${contact.id}/erase`, { body: {} });
  expect(await rep.read("contact", contact.id)).toMatchObject({ lastName: "(erased)", account: account.id, doNotEmail: true });
  expect(await rep.read("opportunity", deal.id)).toMatchObject({ contact: contact.id, estimatedValue: 900, description: "(erased) wants them by May" });
  expect((await rep.read("activity", mail.id)).description).toBeUndefined();
  expect(await rep.read("note", note.id)).toMatchObject({ text: "(erased)" });
  expect(await rep.read("contact", other.id)).toMatchObject({ lastName: "Else", email: "else@quay.example" });
  expect((await rep.search("quayle")).hits).toEqual([]);
  await service.close();
  const kept = readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap(path => { try { return [readFileSync(join(folder, path), "latin1").toLowerCase()]; } catch { return []; } }).join("\n");
  expect(kept.length).toBeGreaterThan(1000);
  for (const said of [address, name, "555 0199", "1980-02-03", "two children", "My own words"]) expect([said, kept.includes(said.toLowerCase())]).toEqual([said, false]);
  rmSync(folder, { recursive: true });
});
