import { afterAll, beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { Briefing, KnownMeeting } from "../../model/known.ts";
import { seed } from "../../server/demo/seed.ts";
import { memoryStore } from "../../server/store/lowdb.ts";
import { openService, type Service } from "./service.kit.ts";

let service: Service, n = 0, deal: Record<string, any>;
const camille = { name: "Camille Gagnon", address: "camille.gagnon@kestrelbaywater.example" }, robin = { name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" };
const meeting = () => ({ subject: `Review ${n}`, organizer: camille, required: [robin], optional: [], start: "2026-01-12T09:00:00.000Z", end: "2026-01-12T10:00:00.000Z", location: "Teams" });
const ask = <T>(path: string, body: object, as = "rep") => service.as(as).call<T>("POST", path, { body });
const on = () => ({ type: "opportunity", id: deal.id as string });
const rows = async (type: string) => (await service.store.find(type, { where: { regarding: `opportunity/${deal.id as string}`.toLowerCase() }, take: 200 })).rows;

beforeAll(async () => {
  const store = await memoryStore();
  await seed(store, new Date().toISOString());
  service = await openService({ store });
});
beforeEach(async () => {
  n++;
  deal = await service.as("rep").create("opportunity", { name: `Reservoirs ${n}`, account: "account-kestrel", stage: "qualify" } as never) as never;
});
afterAll(() => service.close());

describe("a meeting that somebody else organises", () => {
  it("is logged once for all who are invited, and whoever logs it was there", async () => {
    const first = await ask<{ activity: string; already: boolean; commit: string }>("meeting/log", { meeting: meeting(), on: [on()] });
    expect(await ask("meeting/log", { meeting: meeting(), on: [on()] }, "rep2")).toEqual({ activity: first.activity, already: true });
    await ask("meeting/log", { meeting: meeting(), on: [{ type: "account", id: "account-kestrel" }] }, "rep2");
    const { logged, held } = await ask<KnownMeeting>("meeting/known", { meeting: meeting() }, "manager");
    expect(logged.map(({ on, by }) => [on.type, by])).toEqual([["opportunity", "rep"], ["account", "rep2"]]);
    expect(held).toBe(false);
    const kept = await service.as("rep").read("activity", first.activity);
    expect((kept.parties as { role: string; address: string }[]).map(one => one.address)).toEqual([camille.address, robin.address, expect.stringContaining("@lindenfeld.example")]);
    expect((await service.store.find("activity", { where: { title: `review ${n}` } })).total).toBe(1);
  });
  it("is kept out where the company never writes down one of those invited, or only colleagues are", async () => {
    const admin = service.as("admin"), company = await admin.read("company", "company"), kept = async () => (await service.store.find("activity", { where: { title: `review ${n}` } })).total;
    await admin.update("company", company, { neverLog: [{ from: "@counsel.example" }] });
    const refused = (of: object) => ask("meeting/log", { meeting: { ...meeting(), ...of }, on: [on()] }).then(() => "kept", (error: { code: string }) => error.code);
    expect(await refused({ optional: [{ name: "Their lawyer", address: "pat@counsel.example" }] })).toBe("kept-out");
    expect(await refused({ organizer: robin, required: [robin] })).toBe("kept-out");
    expect(await kept()).toBe(0);
    expect(await refused({})).toBe("kept");
  });
});

describe("what came of a meeting", () => {
  const outcome = (of: object = {}) => ({ meeting: meeting(), on: on(), decided: "They take 22 of them.", tasks: [{ subject: "Send the drawing", due: "2026-01-14" }, { subject: "Ask for the cable length" }], stage: "develop", ...of });
  it("makes the note, the tasks and the stage in one commit, which undoing takes back whole", async () => {
    const { commit } = await ask<{ commit: string }>("meeting/outcome", outcome());
    expect((await rows("note")).map(row => row.data.text)).toEqual(["They take 22 of them."]);
    expect((await rows("activity")).map(row => [row.data.kind, row.data.status, row.data.due ?? row.data.happened].join(" ")).sort()).toEqual(["appointment completed 2026-01-12T10:00:00.000Z", "task open ", "task open 2026-01-14"]);
    expect((await service.as("rep").read("opportunity", deal.id)).stage).toBe("develop");
    expect(new Set((await service.store.find("event", { where: { commit } , take: 20 })).rows.map(row => row.data.on)).size).toBe(5);
    expect((await ask<KnownMeeting>("meeting/known", { meeting: meeting() })).held).toBe(true);
    await service.as("rep").undo(commit);
    expect([await rows("note"), await rows("activity"), (await service.as("rep").read("opportunity", deal.id)).stage]).toEqual([[], [], "qualify"]);
  });
  it("changes nothing at all where one part is refused", async () => {
    await expect(ask("meeting/outcome", outcome({ stage: "flying" }))).rejects.toMatchObject({ code: "invalid" });
    await expect(ask("meeting/outcome", outcome({ tasks: [{ subject: "" }] }))).rejects.toMatchObject({ code: "invalid" });
    expect([await rows("note"), await rows("activity")]).toEqual([[], []]);
  });
  it("adds to a meeting that is logged already, and to one whose outcome was written down before", async () => {
    const { activity } = await ask<{ activity: string }>("meeting/log", { meeting: meeting(), on: [on()] }, "rep2");
    await ask("meeting/outcome", outcome({ tasks: [] }));
    await ask("meeting/outcome", outcome({ tasks: [], decided: "And one more thing.", stage: undefined }));
    expect((await rows("activity")).map(({ id }) => id)).toEqual([activity]);
    expect(await rows("note")).toHaveLength(2);
  });
});

describe("a briefing", () => {
  it("tells how the deal stands, what is planned, what was written, whom we are up against, and the quote that counts", async () => {
    const api = service.as("rep"), { records: [rival] } = await api.list("competitor", { take: 1 });
    await api.update("opportunity", deal as never, { competitors: [rival!.id] });
    await api.create("activity", { kind: "task", subject: "Later", due: "2026-03-01", regarding: [`opportunity/${deal.id as string}`] } as never);
    await api.create("activity", { kind: "task", subject: "Sooner", due: "2026-02-01", regarding: [`opportunity/${deal.id as string}`] } as never);
    await api.create("activity", { kind: "email", subject: "Prices", description: "Dear  Robin,\nplease.", happened: "2026-01-01T09:00:00.000Z", regarding: [`opportunity/${deal.id as string}`] } as never);
    await api.create("quote", { name: "A draft", account: "account-kestrel", opportunity: deal.id } as never);
    const briefing = await api.call<Briefing>("GET", `briefing?on=opportunity/${deal.id as string}`);
    expect(briefing.record).toMatchObject({ title: `Reservoirs ${n}`, stage: "qualify" });
    expect(briefing.tasks.map(one => one.title)).toEqual(["Sooner", "Later"]);
    expect(briefing.mails.map(one => [one.title, one.text])).toContainEqual(["Prices", "Dear Robin, please."]);
    expect([briefing.competitors, briefing.quote?.title]).toEqual([[{ id: rival!.id, title: rival!.name }], "A draft"]);
  });
  it("is not given of what is not there", async () => {
    await expect(service.as("rep").call("GET", "briefing?on=opportunity/nobody")).rejects.toMatchObject({ code: "not-found" });
    await expect(service.as("rep").call("GET", "briefing?on=x")).rejects.toMatchObject({ code: "invalid" });
  });
});
