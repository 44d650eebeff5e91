import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { cleanup, render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { Api } from "../../addin/api.ts";
import { App } from "../../addin/App.tsx";
import { registerDrawings } from "../../addin/drawings.tsx";
import { sentenceAround } from "../../addin/lead/origin.ts";
import { fakeMailbox } from "../../addin/office/fake.ts";
import { pieces } from "../../addin/parts/MailText.tsx";
import { leadFields, readFor } from "../../addin/reading.ts";
import { chinese } from "../../addin/chinese.ts";
import { english, type Speech } from "../../addin/speech.ts";
import type { Mail } from "../../model/mail.ts";
import * as numbers from "../../model/reading/phones.ts";

const text = `Good morning Robin,

we need 14 flow meters for caustic service by June. Could you quote?

Kind regards

Jamie Fenwick
Head of Facilities
Northgate Analytics Ltd
12 Harbour Street, Boston, MA 02110
Office: +1 617 555 0142
www.northgate.example
`;
const mail: Mail = { internetMessageId: "<1@northgate.example>", conversationId: "c", subject: "Re: Flow meters", from: { name: "Jamie Fenwick", address: "jamie@northgate.example" }, to: [{ name: "Robin Sommer", address: "robin.sommer@lindenfeld.example" }], cc: [], sentAt: "2026-11-24T08:00:00Z", text, attachments: [] };
const rep = { id: "rep", name: "Robin Sommer", email: "robin.sommer@lindenfeld.example", role: "rep" as const };

registerDrawings();
beforeEach(() => { localStorage.clear(); });
afterEach(cleanup);

async function draw(of: Partial<Mail> = {}, speech: Speech = english, create = "Create lead") {
  const shown = { ...mail, ...of }, api = {
    me: async () => rep, duplicates: async () => ({ duplicates: [] }), known: async () => ({ people: [{ ...shown.from, as: "from", is: "new", matches: [], accounts: [], deals: [], activities: [] }], logged: [], suggested: [] }),
    call: async (_method: string, path: string) => path === "ways" ? { rules: [], processes: [], dialogs: [] } : { competitors: [], products: [] },
  } as unknown as Api;
  render(<App mailbox={fakeMailbox({ mail: shown })} speech={speech} speak={async () => speech} open={() => ({ api, users: async () => [], signIn: async () => undefined, signOut: async () => undefined })} />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: create }));
  await screen.findAllByRole("textbox", undefined, { timeout: 40_000 }); // the form and the reader are fetched first
  return user;
}
/** The part of the form that belongs to one field. */
const field = async (name: string) => (await screen.findByLabelText(name, { exact: false })).closest<HTMLElement>(".field")!;

describe("a lead out of a message", () => {
  it("is filled with the signature's name, title, company, number, site and address", async () => {
    await draw();
    const said = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { exact: false }).value;
    expect(Object.fromEntries(["First name", "Last name", "Job title", "Company", "Business phone", "Website", "Street", "Postal code", "City"].map(name => [name, said(name)]))).toEqual({
      "First name": "Jamie", "Last name": "Fenwick", "Job title": "Head of Facilities", "Company": "Northgate Analytics Ltd", "Business phone": "+1 617 555 0142", "Website": "www.northgate.example", "Street": "12 Harbour Street", "Postal code": "02110", "City": "Boston",
    });
    expect(screen.queryByLabelText("Country")).toBeNull();
  }, 60_000);

  it("says beside each value from which words it comes and how sure that is, and marks them in the message on a click", async () => {
    const user = await draw(), company = await field("Company");
    await user.click(within(company).getByRole("button", { name: "Where from?" }));
    const note = within(company).getByRole("note");
    expect(note.querySelector("mark")!.textContent).toBe("Northgate Analytics Ltd");
    expect(note.textContent).toContain("quite sure");
    await user.click(within(note).getByRole("button", { name: "Show in the message" }));
    const whole = within(note).getByRole("document");
    expect(whole.textContent).toBe(text);
    expect([...whole.querySelectorAll("mark.on")].map(mark => mark.textContent)).toEqual(["Northgate Analytics Ltd"]);
  });

  it("offers where from for every value that it filled in, one at a time", async () => {
    const user = await draw();
    await field("Company");
    const marks = screen.getAllByLabelText("Where from?"), note = () => document.querySelector("[role=note]");
    expect(marks.length).toBe([...document.querySelectorAll<HTMLInputElement>(".field :is(input, textarea)")].filter(({ value }) => value).length);
    for (const mark of marks) {
      await user.click(mark);
      expect(note()!.querySelector("mark")!.textContent).not.toBe("");
    }
    await user.click(marks.at(-1)!);
    expect(note()).toBeNull();
  });

  it("tells of the subject where the topic comes from it", async () => {
    const user = await draw(), topic = await field("Topic");
    await user.click(within(topic).getByRole("button", { name: "Where from?" }));
    expect(within(topic).getByRole("note").textContent).toContain("Re: Flow meters");
    expect(within(topic).getByRole("note").textContent).toContain("From the subject");
  });

  it("asks for a look at what is not sure, and takes the mark away once the rep has changed the value", async () => {
    const user = await draw({ text: "Hello,\n\nI work for Brightwater Pools. Do you have the 1.5 inch seals in stock?\n\nLatisha\n", from: { name: "Latisha Greer", address: "latisha.greer@gmail.com" } }), company = await field("Company"), last = await field("Last name");
    expect(within(company).getByRole("button", { name: "Where from?" }).textContent).toBe("check");
    expect(within(last).getByRole("button", { name: "Where from?" }).textContent).toBe("");
    await user.click(within(company).getByRole("button", { name: "Where from?" }));
    expect(within(company).getByRole("note").textContent).toContain("I work for Brightwater Pools");
    expect(within(company).getByRole("note").textContent).toContain("not sure, please check");
    await user.type(within(company).getByRole("textbox"), "!");
    expect(within(company).queryByRole("button", { name: "Where from?" })).toBeNull();
    expect(within(company).queryByRole("note")).toBeNull();
  });

  it("speaks Chinese where the reader does", async () => {
    const user = await draw({ from: { name: "唐雨薇", address: "tangyw@hengda.example" }, text: "请报价。\n\n唐雨薇 | 采购部经理\n宁波恒达密封件有限公司\n电话：0574-55550142\n" }, chinese, "新建潜在顾客");
    const company = (await screen.findByDisplayValue("宁波恒达密封件有限公司")).closest<HTMLElement>(".field")!;
    await user.click(within(company).getByRole("button", { name: "出处？" }));
    expect(within(company).getByRole("note").textContent).toMatch(/来自邮件正文 · 较为确定/);
  });
});

describe("where a value comes from", () => {
  it("every value that was read has words of the text, or what the header says", async () => {
    const { fields, text: read } = await readFor(mail, { text }, mail.from.address, rep as never, numbers);
    for (const name of leadFields) {
      const found = fields[name];
      if (!found || found.from === "default") continue;
      expect(found.confidence).toBeGreaterThan(0);
      expect(found.words ? read.slice(found.words.from, found.words.to) : found.said).not.toBe("");
      if (found.words && name !== "phone" && name !== "street") expect(read.slice(found.words.from, found.words.to)).toContain(found.value);
    }
  });
  it("a mobile number is the mobile's wherever it stands, and a single number of a desk is not", async () => {
    const of = async (body: string) => { const { fields } = await readFor({ ...mail, from: { name: "唐雨薇", address: "tangyw@hengda.example" } }, { text: body }, "tangyw@hengda.example", rep as never, numbers); return [fields.phone?.value, fields.mobile?.value]; };
    expect(await of("请报价。\n\n唐雨薇 采购部经理\n手机：138 1355 0138　电话：0512-6555 0138\n")).toEqual(["+86 512-6555 0138", "+86 138 1355 0138"]);
    expect(await of("请报价。\n\n唐雨薇 采购部经理\n13813550138\n")).toEqual([undefined, "+86 13813550138"]);
    expect(await of("请报价。\n\n唐雨薇 采购部经理\n电话：0512-6555 0138\n")).toEqual(["+86 512-6555 0138", undefined]);
  });
  it("shows the words with their line, cut where it is long", () => {
    expect(sentenceAround("Hi\nJane Doe, Buyer at Acme\nBye", { from: 3, to: 11 })).toEqual({ before: "", words: "Jane Doe", after: ", Buyer at Acme" });
    const long = `${"so ".repeat(60)}Acme ${"and ".repeat(60)}`, { before, words, after } = sentenceAround(long, { from: 180, to: 184 });
    expect(words).toBe("Acme");
    expect(before.startsWith("…") && before.length < 60).toBe(true);
    expect(after.endsWith("…") && after.length < 70).toBe(true);
    expect(sentenceAround("x".repeat(500), { from: 0, to: 500 }).words.length).toBeLessThan(130);
  });
  it("of marks that overlap, the one that is asked for stands", () => {
    const words = [{ field: "firstName", label: "", from: 0, to: 8 }, { field: "lastName", label: "", from: 5, to: 8 }];
    expect(pieces("Jane Doe!", words, "lastName").map(({ text, of }) => [text, of?.field])).toEqual([["Jane ", undefined], ["Doe", "lastName"], ["!", undefined]]);
    expect(pieces("Jane Doe!", words).map(({ of }) => of?.field)).toEqual(["firstName", undefined]);
  });
});
