import { afterEach, describe, expect, it } from "@jest/globals";
import { cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { KnownPerson } from "../../model/known.ts";
import { PoliteAnswer } from "../../addin/writing/PoliteAnswer.tsx";
import { Templates } from "../../addin/writing/Templates.tsx";
import { fakeApi, fakeDoors } from "./fake.tsx";

afterEach(cleanup);

const people = [{ id: "camille", firstName: "Camille", lastName: "Gagnon <b>", email: "camille@kestrel.example" }, { id: "liwei", firstName: "伟", lastName: "李", email: "li.wei@hanfeng.example" }];
const brief = (id: string, title: string): KnownPerson => ({ name: title, address: `${id}@somewhere.example`, as: "from", is: "known", matches: [{ type: "contact", id, version: 1, title, status: "active" }], accounts: [], deals: [], activities: [] }) as never;
const template = (id: string, of: object) => ({ id, name: id, language: "en", about: "anyone", body: `Text of ${id}`, ...of });

/** The pane's parts over these records, and what they put into Outlook. */
function beside(given: Record<string, object[]>, mailbox: object) {
  const { api } = fakeApi({ contact: people, user: [{ id: "ana", name: "Ana Ruiz" }], ...given });
  return fakeDoors(Object.assign(api, { me: () => Promise.resolve({ id: "ana" }) }), { item: { key: "m", surface: "read" } as never, mailbox: mailbox as never });
}

describe("a polite answer to a refusal", () => {
  const answered = async (to: KnownPerson | undefined, template: object[] = [], did = "opened") => {
    const opened: string[] = [], { Within } = beside({ template }, { reply: (_item: object, { html }: { html: string }) => { opened.push(html); return Promise.resolve(did); } });
    render(<Within><PoliteAnswer person={to} /></Within>);
    await userEvent.click(screen.getByRole("button", { name: "Write a polite answer" }));
    return { said: (await screen.findByRole("status")).textContent!, html: opened[0]! };
  };
  it("is opened in Outlook in our words, with their name as text, for the rep to look at and send", async () => {
    const { html, said } = await answered(brief("camille", "Camille Gagnon"));
    expect(html).toMatch(/^<p>Dear Camille,<\/p><p>thank you for telling me so openly[^<]*<\/p><p>Kind regards<br>Ana Ruiz<\/p>$/);
    expect(said).toBe("The answer is open in Outlook");
  });
  it("can still be had where Outlook opened it without its text", async () => {
    const { html } = await answered(brief("camille", "Camille Gagnon")), copied: string[] = [];
    document.execCommand = () => document.dispatchEvent(Object.assign(new Event("copy", { cancelable: true }), { clipboardData: { setData: (type: string, text: string) => { if (type === "text/html") copied.push(text); } } })) || true;
    await userEvent.click(screen.getByRole("button", { name: "Copy its text" }));
    await screen.findByText("The text is on the clipboard: paste it into the mail.");
    expect(copied).toEqual([html]);
  });
  it("is Chinese to a Chinese reader, by their whole name", async () => expect((await answered(brief("liwei", "李伟"))).html).toMatch(/^<p>李伟，您好：<\/p>/));
  it("is in the company's own words where it has some for a refusal in that language", async () => {
    const own = [template("no", { purpose: "refusal", body: "Thanks, {{contact.lastName}}." }), template("zh", { purpose: "refusal", language: "zh", body: "谢谢" })];
    expect((await answered(brief("camille", "Camille Gagnon"), own)).html).toBe("<p>Thanks, Gagnon &#60;b&#62;.</p>");
  });
  it("is left on the clipboard where Outlook opens none, and to whom nobody knows it says no name", async () => {
    const { html, said } = await answered(undefined, [], "copied");
    expect(html).toMatch(/^<p>Dear colleague,/);
    expect(said).toBe("Outlook opened no answer. The text is on the clipboard.");
  });
});

describe("the gallery of templates", () => {
  const all = [template("Price list", { keywords: "tariff" }), template("Visit", { subject: "Our visit" }), template("Maintenance", { body: "Your yearly calibration" }), template("样本", { language: "zh", body: "样本见附件" }), template("Welcome", {}), template("Thanks", {}), template("Minutes", { purpose: "agenda" })];
  const names = () => screen.getAllByRole("region").map(one => one.getAttribute("aria-label"));
  const gallery = async (templates: object[]) => {
    const { Within } = beside({ template: templates }, {});
    render(<Within><Templates regarding={undefined} outside={[{ name: "Camille Gagnon", address: "camille@somewhere.example" }]} known={[brief("camille", "Camille Gagnon")]} /></Within>);
    await screen.findByRole("region", { name: "Welcome" });
  };
  it("has those in the recipient's language first, and none that is for something else", async () => {
    await gallery(all);
    expect(names()).toEqual(["Maintenance", "Price list", "Thanks", "Visit", "Welcome", "样本"]);
  });
  it.each([["TARIFF", ["Price list"]], ["our visit", ["Visit"]], ["calibration yearly", ["Maintenance"]], ["附件", ["样本"]]])("is searched by name, subject, keywords and text: %s", async (words, found) => {
    await gallery(all);
    await userEvent.type(screen.getByRole("searchbox", { name: "Search templates" }), words);
    expect(names()).toEqual(found);
  });
  it("says so where none holds the words, and is not searched where there are few", async () => {
    await gallery(all);
    await userEvent.type(screen.getByRole("searchbox"), "nothing like it");
    expect(screen.getByText("No template holds these words.")).toBeTruthy();
    cleanup();
    await gallery([template("Welcome", {})]);
    expect(screen.queryByRole("searchbox")).toBeNull();
  });
});
