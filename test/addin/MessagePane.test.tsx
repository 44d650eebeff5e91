import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { act, cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { Api } from "../../addin/api.ts";
import { App } from "../../addin/App.tsx";
import { registerDrawings } from "../../addin/drawings.tsx";
import { fakeMailbox } from "../../addin/office/fake.ts";
import { english } from "../../addin/speech.ts";
import type { Brief, Known, KnownPerson } from "../../model/known.ts";
import type { Mail } from "../../model/mail.ts";
import { Problem } from "../../model/problem.ts";

const mailFrom = (name: string, address: string, more: Partial<Mail> = {}): Mail => ({
  internetMessageId: `<${address}>`, conversationId: "c", subject: `Mail of ${name}`, from: { name, address }, to: [{ name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" }],
  cc: [], sentAt: "2026-11-24T08:00:00Z", text: "Please quote.", attachments: [], ...more,
});
const stranger = mailFrom("Jamie Fenwick", "jamie@northgate.example"), customer = mailFrom("Li Wei", "li.wei@hanfeng.example");
const deal: Brief = { type: "opportunity", id: "o1", version: 1, title: "Brake pads", status: "open", stage: "propose", value: 480000, nextStep: false };
const contact: Brief = { type: "contact", id: "c1", version: 1, title: "Li Wei", status: "active", jobTitle: "Purchasing", company: "Hanfeng" };
const personOf = ({ from }: Mail, of: Partial<KnownPerson>): KnownPerson => ({ ...from, as: "from", is: "new", matches: [], accounts: [], deals: [], activities: [], ...of });
const knownOf = (mail: Mail, of: Partial<KnownPerson> = {}, more: Partial<Known> = {}): Known => ({ people: [personOf(mail, of)], logged: [], suggested: [], ...more });
const rep = { id: "rep", name: "Robin Sommer", email: "robin.sommer@lindenfeld.example", role: "rep" as const };

function draw(mail: Mail, of: Record<string, unknown>, mailbox: ReturnType<typeof fakeMailbox> = fakeMailbox({ mail })) {
  const api = { me: async () => rep, duplicates: async () => ({ duplicates: [] }), call: async (_method: string, path: string) => { if (path === "ways") return { rules: [], processes: [], dialogs: [] }; throw new Problem("offline"); }, ...of } as unknown as Api;
  render(<App mailbox={mailbox} speech={english} speak={async () => english} open={() => ({ api, users: async () => [], signIn: async () => undefined, signOut: async () => undefined })} />);
  return { mailbox, user: userEvent.setup() };
}
registerDrawings();
beforeEach(() => { localStorage.clear(); });
afterEach(cleanup);

describe("the message pane", () => {
  it("shows name and address at once, and offers one primary act when nobody knows the sender", async () => {
    let answer: (known: Known) => void = () => undefined;
    draw(stranger, { known: () => new Promise<Known>(resolve => { answer = resolve; }) });
    expect(screen.getByText("Jamie Fenwick")).toBeTruthy();
    expect(screen.getByText("jamie@northgate.example")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Create lead" })).toBeNull();
    await act(async () => answer(knownOf(stranger)));
    expect(await screen.findByRole("button", { name: "Create lead" })).toBeTruthy();
    expect(document.querySelectorAll(".button.primary").length).toBe(1);
  });

  it("logs to the best suggestion in one click, and then says who logged it where, with a way back", async () => {
    const log = jest.fn(async () => ({ commit: "k", records: [], known: knownOf(customer, { is: "known", matches: [contact], deals: [deal] }, { activity: { id: "a", version: 1 }, logged: [{ on: deal, by: "rep", byName: "Robin Sommer", at: new Date().toISOString() }] }) }));
    const { user, mailbox } = draw(customer, { known: async () => knownOf(customer, { is: "known", matches: [contact], deals: [deal] }, { suggested: [{ record: deal, why: "deal" }] }), log });
    await user.click(await screen.findByRole("button", { name: "Log to Brake pads" }));
    expect(await screen.findByText(/Logged by you/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Undo" })).toBeTruthy();
    expect(log.mock.calls[0]!.slice(0, 2)).toMatchObject([{ internetMessageId: customer.internetMessageId, text: "Please quote." }, [{ type: "opportunity", id: "o1" }]]);
    await waitFor(() => expect(mailbox.deeds).toMatchObject([{ did: "mark", id: customer.internetMessageId, logged: true }]));
  });

  it("has Outlook's mark follow the service: on where a colleague has logged the message, off where it was taken off meanwhile, and no word otherwise", async () => {
    const logged = knownOf(customer, { is: "known", matches: [contact] }, { activity: { id: "a", version: 1 }, logged: [{ on: deal, by: "ben", byName: "Ben", at: new Date().toISOString() }] });
    let answer = logged;
    const { mailbox } = draw(customer, { known: async () => answer });
    await waitFor(() => expect(mailbox.deeds).toMatchObject([{ did: "mark", logged: true, words: "Logged to Brake pads" }]));
    const again = async (next: Known) => { answer = next; act(() => mailbox.show(stranger)); act(() => mailbox.show(customer)); await screen.findByRole("button", { name: /^Log to/ }); };
    await again(logged);
    expect(mailbox.deeds).toHaveLength(1);
    await again(knownOf(customer, { is: "known", matches: [contact] }));
    await waitFor(() => expect(mailbox.deeds.slice(1)).toMatchObject([{ did: "mark", id: customer.internetMessageId, logged: false }]));
  });

  it("tells in one question of everybody: of each what they may be, their deals, who has them and what they said, and keeps the choice for that address", async () => {
    const [priya, max, ana] = ["priya@northgate.example", "max@acme.example", "ana.ruiz@lindenfeld.example"].map((address, n) => ({ name: ["Priya Shah", "Max Ott", "Ana Ruiz"][n]!, address }));
    const kickOff = { ...customer, to: [...customer.to, priya!], cc: [max!, ana!] }, kits: Brief = { ...deal, id: "o2", title: "Filter kits" }, firm: Brief = { type: "account", id: "a1", version: 1, title: "Acme", status: "active", owner: "ben", ownerName: "Ben Okafor" };
    const two = ["p1", "p2"].map((id, n): Brief => ({ ...contact, id, title: ["Priya Shah", "P. Shah (Quality)"][n]! })), of = (who: { name: string; address: string }, as: "to" | "cc", more: Partial<KnownPerson>): KnownPerson => ({ ...personOf(customer, {}), ...who, as, ...more });
    const known = jest.fn(async () => ({ ...knownOf(customer, { is: "known", matches: [contact], deals: [deal] }), people: [personOf(customer, { is: "known", matches: [contact], deals: [deal] }),
      of(priya!, "to", { is: "known", matches: two, deals: [kits], said: { id: "m", when: "2026-11-20T08:00:00Z", text: "We take ten." } }), of(max!, "cc", { is: "new", account: firm, accounts: [firm] }), of(ana!, "cc", { is: "colleague" })] })), prefer = jest.fn(async (_wish: object) => ({}));
    const { user } = draw(kickOff, { known, prefer });
    await user.click(await screen.findByRole("button", { name: "More: Priya Shah" }));
    for (const told of ["Filter kits", "We take ten.", "P. Shah (Quality)"]) expect(screen.getByText(told)).toBeTruthy();
    expect(known).toHaveBeenCalledTimes(1);
    await user.click(screen.getByRole("button", { name: "Use this one: P. Shah (Quality)" }));
    expect(prefer).toHaveBeenCalledWith({ choose: "contact/p2", for: "priya@northgate.example" });
    await user.click(screen.getByRole("button", { name: "Less: Priya Shah" }));
    expect(screen.queryByText("We take ten.")).toBeNull();
    await user.click(screen.getByRole("button", { name: "More: Max Ott" }));
    expect(screen.getAllByText("Owner: Ben Okafor").length).toBeGreaterThan(0);
    expect(within(screen.getByRole("heading", { name: "Colleagues" }).closest("section")!).getByText("Ana Ruiz")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "More: Ana Ruiz" })).toBeNull();
  });

  it("says of somebody new who of us has their company", async () => {
    const firm: Brief = { type: "account", id: "a1", version: 1, title: "Northgate", status: "active", owner: "ben", ownerName: "Ben Okafor" };
    draw(stranger, { known: async () => knownOf(stranger, { account: firm, accounts: [firm], deals: [deal] }) });
    expect((await screen.findAllByText("Owner: Ben Okafor")).length).toBe(2); // on the card, and beside the company
    expect(screen.getByText("Brake pads")).toBeTruthy();
  });

  it("puts several who may be meant right below the card", async () => {
    const twin: Brief = { ...contact, id: "c2", title: "Li Wei (Parts)", jobTitle: "Head of parts" };
    draw(customer, { known: async () => knownOf(customer, { is: "known", matches: [contact, twin], deals: [deal] }) });
    await screen.findByRole("button", { name: "Use this one: Li Wei (Parts)" });
    expect(screen.getByText("Head of parts")).toBeTruthy();
    expect(screen.getAllByRole("heading", { level: 2 }).slice(0, 3).map(one => one.textContent)).toEqual(["Li Wei", "On record", "Open deals"]);
  });

  it("suggests the record of the conversation until the rep stops it there, then only lets them choose, and begins again when they wish", async () => {
    let stopped = false;
    const wished: unknown[] = [], prefer = async (wish: object) => { wished.push(wish); stopped = "stop" in wish; };
    const { user } = draw(customer, { prefer, known: async () => knownOf(customer, { is: "known", matches: [contact], deals: [deal] }, stopped ? { stopped, suggested: [{ record: deal, why: "deal" }] } : { suggested: [{ record: deal, why: "conversation" }] }) });
    await screen.findByText("Same conversation as Brake pads");
    expect(screen.getByRole("button", { name: "Log to Brake pads" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Stop here" }));
    await screen.findByText("Nothing is suggested for this conversation.");
    expect(screen.queryByRole("button", { name: "Log to Brake pads" })).toBeNull();
    expect(screen.getByRole("button", { name: "Log to…" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Suggest again" }));
    expect(await screen.findByRole("button", { name: "Log to Brake pads" })).toBeTruthy();
    expect(wished).toEqual([{ stop: "c" }, { resume: "c" }]);
  });

  it("says of a choice that did not reach the service that it waits, and is no error", async () => {
    const { user } = draw(customer, { prefer: async () => { throw new Problem("queued"); }, known: async () => knownOf(customer, { is: "known", matches: [contact], deals: [deal] }, { suggested: [{ record: deal, why: "conversation" }] }) });
    await user.click(await screen.findByRole("button", { name: "Stop here" }));
    await waitFor(() => expect(document.querySelector(".app > [role=status]")!.textContent).toBe(english.words.keptForLater));
    expect(document.querySelector(".doing [role=alert]")).toBeNull();
  });

  it("logs a message of a shared mailbox for that mailbox, and says so", async () => {
    const logged = (behalf: string) => knownOf(customer, { is: "known", matches: [contact] }, { activity: { id: "a", version: 1 }, logged: [{ on: contact, by: "rep", byName: "Robin Sommer", at: "2026-11-24T08:00:00Z", behalf }] });
    const log = jest.fn(async (_mail: Mail) => ({ commit: "k", records: [], known: logged("sales@lindenfeld.example") })), { user, mailbox } = draw(customer, { log, known: async ({ from }: { from: { address: string } }) => from.address === stranger.from.address ? logged("?") : knownOf(customer, { is: "known", matches: [contact] }) }, Object.assign(fakeMailbox({ mail: customer }), { behalf: async () => "sales@lindenfeld.example" }));
    await user.click(await screen.findByRole("button", { name: "Log to Li Wei" }));
    await screen.findByText(/Logged by you for sales@lindenfeld\.example/);
    expect(log.mock.calls[0]![0]).toMatchObject({ behalf: "sales@lindenfeld.example" });
    act(() => mailbox.show(stranger));
    await screen.findByText(/Logged by you for a shared mailbox/);
  });

  it("says plainly that a deal has no next step", async () => {
    draw(customer, { known: async () => knownOf(customer, { is: "known", matches: [contact], deals: [deal] }) });
    expect(await screen.findByText("No next step")).toBeTruthy();
  });

  it("never shows an answer about one message under another", async () => {
    const answers = new Map<string, (known: Known) => void>();
    const { mailbox } = draw(customer, { known: (of: { from: { address: string } }) => new Promise<Known>(resolve => answers.set(of.from.address, resolve)) });
    await waitFor(() => expect(answers.has(customer.from.address)).toBe(true));
    act(() => mailbox.show(stranger));
    await waitFor(() => expect(answers.has(stranger.from.address)).toBe(true));
    await act(async () => answers.get(customer.from.address)!(knownOf(stranger, { is: "known", matches: [contact], deals: [deal] })));
    expect(screen.queryByText("Brake pads")).toBeNull();
    expect(screen.getByText("Jamie Fenwick")).toBeTruthy();
  });

  it("writes nothing when Outlook has moved on at the click, and says so", async () => {
    const log = jest.fn();
    const { user, mailbox } = draw(customer, { known: async () => knownOf(customer, { is: "known", matches: [contact] }), log });
    const button = await screen.findByRole("button", { name: "Log to Li Wei" });
    mailbox.fail(new Problem("changed-item"));
    await user.click(button);
    expect(await screen.findByText(/Outlook shows another message now/)).toBeTruthy();
    expect(log).not.toHaveBeenCalled();
  });

  it("shows nobody any more when Outlook's library has missed another message, and offers to open the pane anew", async () => {
    let behind: (is: boolean) => void = () => undefined;
    const renew = jest.fn(), mailbox = { ...fakeMailbox({ mail: customer }), onLag: (hear: (is: boolean) => void) => { behind = hear; return () => undefined; }, renew };
    const { user } = draw(customer, { known: async () => knownOf(customer, { is: "known", matches: [contact] }) }, mailbox);
    await screen.findByRole("button", { name: "Log to Li Wei" });
    act(() => behind(true));
    expect(screen.queryByText(customer.from.address)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Show" }));
    expect(renew).toHaveBeenCalledTimes(1);
    act(() => behind(false));
    expect(await screen.findByRole("button", { name: "Log to Li Wei" })).toBeTruthy();
  });

  it("logs without the text that Outlook does not give, and says so", async () => {
    const log = jest.fn(async () => ({ commit: "k", records: [], known: knownOf(customer, { is: "known", matches: [contact] }, { logged: [{ on: contact, by: "rep", byName: "Robin Sommer", at: new Date().toISOString() }] }) }));
    const mailbox = fakeMailbox({ mail: customer }), { user } = draw(customer, { known: async () => knownOf(customer, { is: "known", matches: [contact] }), log }, { ...mailbox, body: async () => { throw new Problem("outlook"); } });
    await user.click(await screen.findByRole("button", { name: "Log to Li Wei" }));
    expect(await screen.findByText(/did not give the message's text/)).toBeTruthy();
    expect(log.mock.calls[0]!.slice(0, 1)).toEqual([expect.objectContaining({ internetMessageId: customer.internetMessageId, text: "" })]);
  });

  it("keeps the message's people in view while the service is away, says so once, and asks for all of it again", async () => {
    let away = true;
    const me = jest.fn(async () => { if (away) throw new Problem("offline"); return rep; });
    const { user } = draw(stranger, { me, known: async () => { if (away) throw new Problem("offline"); return knownOf(stranger); } });
    expect(await screen.findByText("Dealwright cannot be reached")).toBeTruthy();
    expect(screen.getByText("jamie@northgate.example")).toBeTruthy();
    away = false;
    await user.click(screen.getByRole("button", { name: "Try again" })); // said once, with one way on
    expect(await screen.findByRole("button", { name: "Create lead" })).toBeTruthy();
    expect(screen.queryByText("Dealwright cannot be reached")).toBeNull();
  });
});

describe("a lead from a message", () => {
  it("stores nothing before it is saved, then says so where the eye is and can be undone", async () => {
    const leadFromMail = jest.fn(async () => ({ commit: "k1", records: [] })), undo = jest.fn(async (_commit: string) => ({ commit: "k2", records: [] }));
    const { user } = draw(stranger, { known: async () => knownOf(stranger), leadFromMail, undo });
    await user.click(await screen.findByRole("button", { name: "Create lead" }));
    await screen.findByRole("button", { name: "Save lead" }, { timeout: 15_000 });
    expect(leadFromMail).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Save lead" }));
    expect((await screen.findAllByText("Lead created")).length).toBeGreaterThan(0);
    expect(leadFromMail.mock.calls[0]!.slice(0, 2)).toMatchObject([{ internetMessageId: stranger.internetMessageId }, { firstName: "Jamie", lastName: "Fenwick", email: "jamie@northgate.example", topic: "Mail of Jamie Fenwick" }]);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect((await screen.findAllByText("Undone")).length).toBeGreaterThan(0);
    expect(undo).toHaveBeenCalledWith("k1");
  });
  it("holds a lead back once whom one may have already, with the focus on who that is, and saves it when told again", async () => {
    const saved = jest.fn(async () => ({ commit: "c1", records: [] })), twin = { ...contact, title: "Jamie Fenwick" };
    const { user } = draw(stranger, { known: async () => knownOf(stranger), leadFromMail: saved, duplicates: async () => ({ duplicates: [{ record: twin, why: "email" }] }) });
    await user.click(await screen.findByRole("button", { name: "Create lead" }));
    await user.click(await screen.findByRole("button", { name: "Save lead" }, { timeout: 15_000 }));
    const anyway = await screen.findByRole("button", { name: "Save anyway" }, { timeout: 15_000 });
    await waitFor(() => expect(document.activeElement?.closest(".duplicates")).toBeTruthy());
    expect([saved.mock.calls.length, within(document.querySelector<HTMLElement>(".duplicates")!).getByText(/Not saved yet/)]).toEqual([0, expect.anything()]);
    await user.click(anyway);
    await waitFor(() => expect(saved).toHaveBeenCalledTimes(1));
  }, 60_000);
});
