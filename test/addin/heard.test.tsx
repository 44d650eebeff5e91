import { virtual } from "@guidepup/virtual-screen-reader";
import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { english } from "../../addin/speech.ts";
import { acts } from "../gallery/acts.ts";
import { drafts } from "../gallery/drafts.ts";
import { message } from "../gallery/message.ts";
import { places } from "../gallery/places.ts";
import { records } from "../gallery/records.ts";
import { paneOf, type State } from "../gallery/state.tsx";

Object.assign(globalThis, { CSS: { escape: (text: string) => text.replace(/[^\w-]/g, "\\$&") } }); // jsdom has none
beforeEach(() => { jest.spyOn(console, "error").mockImplementation((...said) => { if (!String(said[0]).includes("act(")) throw new Error(said.join(" ")); }); });
afterEach(async () => { await virtual.stop(); cleanup(); localStorage.clear(); sessionStorage.clear(); });

/** Opens a state of the pane, and gives it to somebody with a screen reader, once these words are there: parts of it come one after the other. */
async function open(state: State, ...ready: (string | RegExp)[]) {
  render(paneOf(state, english));
  for (const words of ready) await screen.findAllByText(words);
  return { user: userEvent.setup(), press: async (name: string | RegExp, role = "button") => userEvent.click(await screen.findByRole(role, { name })) };
}

const plain = (phrase: string) => phrase.replace(/, position \d+, set size \d+/, "").replace(/, not (invalid|required|disabled)/g, "");
/** Everything on the page in its order, as sentences: what stands within a button or a heading is its name already. */
async function read(): Promise<string[]> {
  for (const box of document.querySelectorAll<HTMLInputElement>("input[type=checkbox], input[type=radio]")) box.toggleAttribute("checked", box.checked); // the reader goes by the attribute
  await act(async () => { await virtual.start({ container: document.body }); });
  while (await virtual.lastSpokenPhrase() !== "end of document") await virtual.next();
  const all = await virtual.spokenPhraseLog(), heard: string[] = [];
  await virtual.stop();
  for (let n = 0; n < all.length; n++) {
    const one = all[n]!, [, legend] = /^group, (.+)/.exec(one) ?? [], end = /^(button|link|heading|option|tab|combobox|textbox), /.test(one) ? all.indexOf(`end of ${one}`, n) : -1;
    if (!/^end\b/.test(one)) heard.push(plain(one));
    if (end > 0) n = end;
    while (legend && (all[n + 1] === legend || all[n + 1] === `heading, ${legend}, level 2` || all[n + 1] === `end, ${legend}`)) n++; // a group's own legend
  }
  fine(heard);
  return heard;
}

/** What nobody should have to hear: a control without a name, a word of the machine's, the same twice in a row. */
function fine(heard: string[]): void {
  expect(heard.filter(one => /^(button|link|img|image|graphic|textbox|searchbox|combobox|checkbox|radio|switch|tab|progressbar|dialog)(, (not |has |expanded|disabled|invalid|required|checked|busy).*)?$/.test(one) || /undefined|\bnull\b|\[object|NaN/.test(one))).toEqual([]);
  const words = heard.map(one => one.replace(/^(paragraph|heading|listitem|region|group|article|status|alert|term|definition)\b,? ?/, "").replace(/, level \d$/, "")).filter(one => one.length > 1);
  expect(words.filter((one, n) => one === words[n - 1])).toEqual([]);
}

/** What is heard while something is done: where the focus goes, and what is announced. */
async function during(work: () => Promise<unknown>, until: string): Promise<string[]> {
  await act(async () => { await virtual.start({ container: document.body }); });
  await virtual.clearSpokenPhraseLog();
  await work();
  await waitFor(async () => { expect((await virtual.spokenPhraseLog()).map(plain)).toContain(until); }, { timeout: 3_000 });
  const heard = (await virtual.spokenPhraseLog()).map(plain);
  await virtual.stop();
  fine(heard);
  return heard;
}

/** These are heard in this order, whatever stands between them. */
const inOrder = (heard: string[], ...wanted: (string | RegExp)[]) => {
  let at = -1;
  for (const one of wanted) {
    const next = heard.findIndex((phrase, n) => n > at && (typeof one === "string" ? phrase === one : one.test(phrase)));
    if (next < 0) throw new Error(`“${String(one)}” is not heard${at >= 0 ? ` after “${heard[at]}”` : ""}:\n${heard.join("\n")}`);
    at = next;
  }
};

describe("what a screen reader says of a rep's work", () => {
  it("beside the mail of somebody known: who it is, the one next step, their deals and how they stand", async () => {
    await open(message["one match"]!, "0 of 4 done", /There is still a task/, "What they said last", "Log to Brake pads 2027");
    inOrder(await read(), "heading, Li Wei 李伟, level 2", "Purchasing", "Hanfeng Motor", "link, Call +86 21 5550 1188", "Yours", "button, Log to Brake pads 2027", "heading, Open deals, level 2",
      "button, Brake pads 2027 480,000 Propose Closes Jan 14, 2027", /Close date passed: Nov 1 No next step$/, "button, Complete the task: Call Li Wei about the trial batch", "button, Propose, stage 4 of 5, now, current step, pressed", "heading, What they said last, level 2");
  });
  it("beside the mail of a stranger: that they are new, what was guessed, what the mail asks for, and the task that is made of it", async () => {
    const { press } = await open(message["nobody knows them"]!, /Names a competitor/, /^Make a task/, "+1 617 555 0142", "Create lead");
    const guessed = "(Suggested from the message; check it)";
    inOrder(await read(), "heading, Jamie Fenwick New, level 2", "Head of Facilities", guessed, "Northgate Analytics", guessed, `link, Call +1 617 555 0142 ${guessed}`, "button, Create lead", "button, Show in the mail: Ergonova, not expanded", "button, Show in the mail: by 4 December, not expanded", "button, Make a task, Dec 4");
    inOrder(await during(() => press(/^Make a task/), "polite: Task for Dec 4 made"), /^button, Undo/, "polite: Task for Dec 4 made");
  });
  it("in the lead made of a mail: which values are guesses, until one is typed over", async () => {
    const { user } = await open(acts["lead prefilled"]!, "Save lead", "Show where");
    inOrder(await read(), "heading, New lead, level 1", "button, Where from?, First name, not expanded", "textbox, First name, Jamie, Suggested from the message; check it", "textbox, Last name, Fenwick, Suggested from the message; check it, required", "button, Save lead", "button, Cancel");
    await user.type(screen.getByRole("textbox", { name: "First name" }), "s");
    inOrder(await read(), "textbox, First name, Jamies", "button, Where from?, Last name, not expanded");
  });
  it("where the lead may be there already: that it may, by what, and the way to use it", async () => {
    const { press } = await open(acts["lead, maybe there already"]!, "Maybe you have them already");
    inOrder(await read(), "heading, Maybe you have them already, level 2", "button, Jamie Fenwick Contact same e-mail", "button, Use existing: Jamie Fenwick", /^button, Desks .*same company$/, "button, Use existing: Desks");
    await during(() => press("Save lead"), "button, Jamie Fenwick Contact same e-mail"); // it is not saved, and the focus is on why
  });
  it("when a mail is logged: that it is under way, that it is done, and where to take it back", async () => {
    const { press } = await open(message["saved"]!, "Log to Brake pads 2027");
    inOrder(await during(() => press("Log to Brake pads 2027"), "polite: Logged to Brake pads 2027"), "button, Logging…, busy", "polite: Logged to Brake pads 2027");
    inOrder(await read(), "Logged by you, Nov 24 9:12 AM on", "button, Brake pads 2027", "button, Undo");
  });
  it("of a list of deals: its name and number, how to search and sort it, and each deal in one breath", async () => {
    await open(places["list of deals"]!, /^Filter kits/);
    inOrder(await read(), "heading, Opportunities 1, level 1", "button, New opportunity", "searchbox, Search opportunities, placeholder Search opportunities", /^combobox, View/, "button, Sort downwards", "button, Filter, not expanded", "button, Select, not pressed", "list, Opportunities", /^button, Filter kits .*62,000.50 .*Expected close/, "1 of 1");
  });
  it("of a deal: its stage and what is left to do in it; a ticked step keeps the focus and is told", async () => {
    const { press } = await open(records["deal with stages"]!, "0 of 4 done", "Created", "Close as won");
    inOrder(await read(), "heading, Brake pads 2027, level 1", "Open", "button, Develop, stage 3 of 5, done, not pressed", "button, Propose, stage 4 of 5, now, current step, pressed", "button, Close as won", "button, More, not expanded, has popup menu", "button, Add task", "0 of 4 done", "checkbox, Sales team identified, not checked", "button, Next: Close", "heading, Details, level 2", "button, Edit", "heading, Timeline, level 2");
    await during(() => press("Sales team identified", "checkbox"), "polite: Sales team identified: done");
    expect(document.activeElement).toBe(screen.getByRole("checkbox", { name: "Sales team identified" }));
    inOrder(await read(), "1 of 4 done", "checkbox, Sales team identified, checked");
  });
  it("of a wrong value: which field it is and what is wrong, with the focus in it", async () => {
    const { user, press } = await open({ ...records["edit, wrong fields"]!, does: [] }, "Save lead");
    await user.clear(await screen.findByRole("textbox", { name: "Topic" }));
    inOrder(await during(() => press("Save lead"), "assertive: This is needed"), "textbox, Topic, invalid, required", "assertive: This is needed");
    inOrder(await read(), "textbox, Topic, This is needed, invalid, required", "alert", "This is needed", "One field needs attention", "button, Save lead");
  });
  it("of literature for a draft: each piece by its title, why one cannot go out, and that it is attached", async () => {
    const { press } = await open(drafts["draft with literature"]!, "Brake pads 2027", /^How we win/);
    inOrder(await read(), "checkbox, Choose Ceramic pads, data sheet, not checked", /^button, .*: Ceramic pads, data sheet, not expanded$/, /^checkbox, Choose How we win against Ergonova, not checked, disabled/);
    await press("Choose Ceramic pads, data sheet", "checkbox");
    inOrder(await read(), "checkbox, Choose Ceramic pads, data sheet, checked", "button, Attach 1 file");
    await during(() => press("Attach 1 file"), "polite: Attached pads.pdf");
  });
  it("of an approval in My day: what it is about, the form that opens, and that it is given", async () => {
    const { press } = await open(places["day"]!, "Close as won", "480,000", /^Send the sample list/);
    inOrder(await read(), "heading, My day, level 1", "heading, Waiting for your approval, level 2", "group, Close as won: Brake pads 2027", "button, Brake pads 2027", "button, Approve", "button, Refuse", "heading, Overdue, level 2", "button, Complete Send the sample list to Jamie");
    await during(() => press("Approve"), "textbox, Comment");
    await during(() => press("Approve"), "polite: Approved: Close as won");
  });
  it("of a search: how much was found, sorted by kind", async () => {
    await open(acts["search, found"]!, "Li Wei 李伟");
    await waitFor(() => expect(document.querySelector(".app > [role=status]")!.textContent).toBe("2 records"));
    inOrder(await read(), "searchbox, Search records, brake", "heading, Results: brake, level 1", "heading, Opportunities, level 2", "button, Brake pads 2027 480,000 Open", "heading, Contacts, level 2", "button, Li Wei 李伟 Ana Ruiz", "2 records");
  });
});
