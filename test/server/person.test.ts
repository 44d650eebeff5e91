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
  const contact = await rep.create("contact", { firstName: "Ida", middleName: "Maud", lastName: "Quayle", email: address, phone: "+353 1 555 0199", account: account.id, birthday: "1980-02-03" });
  const lead = await rep.create("lead", { topic: `Pumps for ${name}`, lastName: "Quayle", firstName: "Ida", email: address, source: "web" });
  const deal = await rep.create("opportunity", { name: "Pumps", account: account.id, contact: contact.id, estimatedValue: 900 });
  await rep.update("opportunity", deal, { description: `${name} (Quayle, Ida; Ida Maud Quayle) wants them by May` });
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
  expect(await rep.read("opportunity", deal.id)).toMatchObject({ contact: contact.id, estimatedValue: 900, description: "(erased) ((erased); (erased)) wants them by May" });
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

it("leaves others whole, and takes out short Chinese names, choices, former addresses and what stands beside the person in any way", async () => {
  const service = await openService(), [rep, admin] = [service.as("rep"), service.as("admin")];
  await Promise.all([rep.me(), admin.me()]);
  const { id } = await rep.create("contact", { lastName: "王", firstName: "芳", email: "former@x.example" });
  const contact = { ...await rep.update("contact", await rep.read("contact", id), { email: "fang@x.example", gender: "female", familyStatus: "married" }) };
  const near = await rep.create("contact", { lastName: "Near", email: "xiaofang@x.example", description: "高王芳山" });
  const deal = await rep.create("opportunity", { name: "给王芳的泵", contact: contact.id });
  const beside = await rep.create("note", { text: "王芳要五月交货", regarding: [`opportunity/${deal.id}`] });
  const elsewhere = await rep.create("note", { text: "Was former@x.example, now xiaofang@x.example", regarding: [`contact/${near.id}`] });
  const tie = await rep.create("connection", { from: `contact/${contact.id}`, to: `contact/${near.id}`, description: "Old school friends" });
  const task = await rep.create("activity", { kind: "task", subject: "Ask for the school", regarding: [`contact/${contact.id}`] });

  await admin.call("POST", `person/contact/${contact.id}/erase`, { body: {} });
  const left = await rep.read("contact", contact.id);
  expect([left.gender, left.familyStatus, left.email]).toEqual([undefined, undefined, undefined]);
  expect(await rep.read("contact", near.id)).toMatchObject({ lastName: "Near", email: "xiaofang@x.example", description: "高王芳山" });
  expect(await rep.read("opportunity", deal.id)).toMatchObject({ name: "给(erased)的泵" });
  expect(await rep.read("note", beside.id)).toMatchObject({ text: "(erased)要五月交货" });
  expect(await rep.read("note", elsewhere.id)).toMatchObject({ text: "Was erased@erased.invalid, now xiaofang@x.example" });
  const mirror = (await rep.read("connection", tie.id)).mirror as string;
  for (const one of [tie.id, mirror]) expect((await rep.read("connection", one)).description).toBeUndefined();
  expect(await rep.read("activity", task.id)).toMatchObject({ kind: "task", subject: "(erased)" });
  const events = JSON.stringify((await service.store.find("event", { take: 1e6 })).rows.map(row => row.data));
  for (const said of ["former@", "fang@x.example\"", "female", "married", "school", "王芳要"]) expect([said, events.replaceAll("xiaofang@x.example", "").includes(said)]).toEqual([said, false]);
  await service.close();
});
