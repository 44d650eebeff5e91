import { afterEach, describe, expect, it } from "@jest/globals";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { DryRun } from "../../addin/design/DryRun.tsx";
import { flowOf, lay, size, type Speech } from "../../addin/design/flow.ts";
import { parts, type Part } from "../../addin/design/grammar.ts";
import { cut } from "../../addin/design/Picture.tsx";
import { terms } from "../../addin/design/terms.en.ts";
import { Rehearsal } from "../../addin/design/Rehearsal.tsx";
import WayEditor from "../../addin/design/WayEditor.tsx";
import { useState } from "react";
import type { Field } from "../../model/field.ts";
import { recordType } from "../../model/records.ts";
import { packs } from "../../model/packs/packs.ts";
import { automations } from "../../model/standard/automations.ts";
import { dialogs } from "../../model/standard/dialogs.ts";
import { processes } from "../../model/standard/processes.ts";
import { rules } from "../../model/standard/rules.ts";
import { fakeApi, fakeDoors } from "./fake.tsx";
import { sample } from "./sample.ts";

afterEach(cleanup);
const admin = { id: "ana", name: "Ana Ruiz", email: "ana@ourfirm.example", role: "administrator" } as never;
/** One field of a way in its editor; `now` is what it holds. */
function edit(of: string, name: string, begin: unknown, record: Record<string, unknown> = {}, language?: any) {
  const { api } = fakeApi(sample()), { Within } = fakeDoors(api, { me: admin }), field = (recordType(of)!.fields as Record<string, Field>)[name]!, held = { now: begin };
  function Holder() {
    const [value, setValue] = useState(begin);
    return <WayEditor of={of} name={name} field={field} label={field.label} value={value} record={{ ...record, [name]: value }} sayChoice={String} change={next => { held.now = next; setValue(next); }} />;
  }
  render(<Within language={language}><Holder /></Within>);
  /** A box is named with what it holds. */
  const pick = async (box: string, option: string) => { await userEvent.click((await screen.findAllByRole("combobox", { name: new RegExp(`^${box}`) }))[0]!); await userEvent.click(await screen.findByRole("option", { name: option })); };
  return { held, pick, press: async (button: string | RegExp) => userEvent.click(await screen.findByRole("button", { name: button })), type: async (box: string | RegExp, words: string) => { const input = await screen.findByRole("textbox", { name: box }); await userEvent.clear(input); await userEvent.type(input, words); } };
}

describe("a way is written with forms", () => {
  it("makes a rule's effect: what is to be done, to which fields, with a message in both languages", async () => {
    const { held, pick, press, type } = edit("rule", "then", [], { on: "lead", when: { all: [] } });
    await press("Add: Then");
    await pick("Kind", "Refuse with a message");
    await type("Message · English", "Not now");
    await type("Message · Chinese", "现在不行");
    await press("+ Field");
    await pick("Field", "Budget");
    expect(held.now).toEqual([{ do: "refuse", say: { en: "Not now", "zh-CN": "现在不行" }, field: "budget" }]);
  });
  it("makes a condition of several, with the choices of the field that is meant", async () => {
    const { held, pick, press } = edit("rule", "when", { all: [] }, { on: "lead" });
    await press(/^Add/);
    await pick("Field", "Rating");
    await press("+ Value");
    await userEvent.click((await screen.findAllByRole("combobox", { name: /^Value/ })).at(-1)!);
    await userEvent.click(await screen.findByRole("option", { name: "Hot" }));
    expect(held.now).toEqual({ all: [{ field: "rating", is: "is", than: "hot" }] });
  });
  it("adds, moves and takes out stages, with the focus on what was moved", async () => {
    const stage = (key: string, en: string) => ({ key, label: { en }, on: "lead", steps: [] });
    const { held, press } = edit("process", "stages", [stage("a", "First"), stage("b", "Second")]);
    await press("Move row 2 up");
    expect((held.now as { key: string }[]).map(one => one.key)).toEqual(["b", "a"]);
    await waitFor(() => expect(document.activeElement!.textContent).toContain("Second"));
    await press(/^Remove First/);
    await press("Add: Stages");
    expect((held.now as { key: string; on: string }[]).map(one => one.on)).toEqual(["lead", "lead"]);
  });
  it("keeps the stage open that was, also where another is moved past it", async () => {
    const stage = (key: string, en: string) => ({ key, label: { en }, on: "lead", steps: [] });
    const { press } = edit("process", "stages", [stage("a", "First"), stage("b", "Second")]);
    await press(/^1.*First/);
    await press("Move row 2 up");
    expect((await screen.findByRole("button", { name: /First/, expanded: true })).textContent).toContain("2");
  });
  it("makes pages with questions, and an automation's steps with branches", async () => {
    const dialog = edit("dialog", "steps", [], { on: "lead" });
    await dialog.press("Add: Steps");
    await dialog.type("Title · English", "The call");
    await dialog.press("Add: Questions");
    await dialog.type("Message · English", "Did you reach them?");
    expect(dialog.held.now).toEqual([{ page: "page", title: { en: "The call" }, prompts: [{ say: { en: "Did you reach them?" }, key: "", kind: "none" }] }]);
    cleanup();
    const automation = edit("automation", "steps", [], { on: "lead", trigger: { on: "created" } });
    await automation.press("Add: Steps");
    await automation.pick("Kind", "Branch");
    await automation.press("Add: Then");
    expect(automation.held.now).toMatchObject([{ do: "if", when: { all: [] }, then: [{ do: "create", type: "activity" }] }]);
  });
  it("puts a value into a question by a choice: an answer or a field, in both languages", async () => {
    const page = (key: string, say: object) => ({ page: key, title: { en: key }, prompts: [{ key: `${key}Said`, kind: "line", say }] }), steps = [page("one", { en: "Who?" }), page("two", { en: "Of ", "zh-CN": "关于" })];
    const { held, press, pick } = edit("dialog", "steps", steps, { on: "lead", inputs: { place: "?" }, steps });
    await press(/^2/);
    await press(/^1.*Of/);
    await pick("\\+ Put in a value: Message", "Company");
    expect((held.now as any)[1].prompts[0].say).toEqual({ en: "Of {{lead.company}}", "zh-CN": "关于{{lead.company}}" });
    await userEvent.click(screen.getAllByRole("combobox", { name: /Put in a value: Message/ })[0]!);
    for (const name of ["place", "oneSaid", "twoSaid"]) expect(await screen.findByRole("option", { name })).toBeTruthy();
  });
  it("says what is wrong as it is made: a name that means nothing, and what is not finished", async () => {
    edit("rule", "when", { field: "budgte", is: "filled" }, { on: "lead", then: [] });
    expect(await screen.findByText("There is no field “budgte”")).toBeTruthy();
    cleanup();
    const { press } = edit("process", "stages", []);
    await press("Add: Stages");
    expect((await screen.findByRole("status")).textContent).toMatch(/1 › Name/);
  });
  it("speaks Chinese", async () => {
    const { press } = edit("rule", "then", [], { on: "lead", when: { all: [] } }, { tag: "zh-CN", labels: {} });
    await press(/^添加/);
    expect(await screen.findByRole("combobox", { name: /^种类/ })).toBeTruthy();
  });
});

describe("the language of the forms", () => {
  const shipped = [...rules, ...processes, ...dialogs, ...automations, ...Object.values(packs).flat()];
  /** Whether a value is what the part says, without having to be written out. */
  function fits(part: Part, value: any): string[] {
    switch (part.is) {
      case "list": return (value as unknown[]).flatMap(one => fits(part.of(), one));
      case "map": return Object.values(value as object).flatMap(one => fits(part.of(), one));
      case "one": { const found = part.of().find(one => one.fits(value)); return found ? fits(found.part, value) : [`nothing fits ${JSON.stringify(value)}`]; }
      case "object": return [...Object.keys(value as object).filter(name => !(name in part.parts) && !(`${name}?` in part.parts) && name !== "do" && !(name === "on" && "on" in value) && value[name] !== true).map(name => `no part for ${name} in ${JSON.stringify(value)}`), ...Object.entries(part.parts).flatMap(([name, of]) => value[name.replace("?", "")] === undefined ? name.endsWith("?") ? [] : [`${name} is not there`] : fits(of, value[name.replace("?", "")]))];
      case "choice": return [value].flat().every(one => part.of.includes(one as string)) ? [] : [`${String(value)} is no choice`];
      default: return [];
    }
  }
  it("can say everything that ships", () => {
    const wrong = shipped.flatMap(({ id, type, values }) => Object.entries(parts[type]!).flatMap(([name, part]) => (values as any)[name] === undefined ? [] : fits(part, (values as any)[name]).map(why => `${id} ${name}: ${why}`)));
    expect(wrong).toEqual([]);
  });
  it("has a word for every part and every kind", () => {
    const seen = new Set<Part>(), missing: string[] = [];
    const look = (part: Part): void => {
      if (seen.has(part) || seen.size > 400) return;
      seen.add(part);
      if (part.is === "list" || part.is === "map") look(part.of());
      if (part.is === "one") for (const one of part.of()) { if (!(one.key in terms)) missing.push(one.key); look(one.part); }
      if (part.is === "object") for (const [name, of] of Object.entries(part.parts)) { if (!(name.replace("?", "") in terms)) missing.push(name); look(of); }
    };
    for (const of of Object.values(parts)) for (const part of Object.values(of)) look(part);
    expect([...new Set(missing)]).toEqual([]);
  });
});

describe("the picture of a way", () => {
  const speech: Speech = { term: key => key, said: of => of.en, type: name => name, brief: value => JSON.stringify(value ?? "") };
  it("draws what divides with its branches side by side, none upon another, and lets them meet again", () => {
    const steps = (dialogs.find(one => one.id === "dialog-first-call")!.values as any).steps, { boxes, lines, width, height } = lay(flowOf("dialog", { steps }, speech));
    expect(boxes.length).toBeGreaterThan(10);
    for (const [n, a] of boxes.entries()) for (const b of boxes.slice(n + 1)) expect(Math.abs(a.x - b.x) >= size.width || Math.abs(a.y - b.y) >= size.height).toBe(true);
    for (const box of boxes) expect([box.x >= 0, box.x + size.width <= width + 0.5, box.y + size.height <= height + 0.5]).toEqual([true, true, true]);
    for (const { from, to } of lines) expect(to[1]).toBeGreaterThan(from[1]);
  });
  it("is laid out at once however deep the branches go", () => {
    let steps: object[] = [];
    for (let n = 0; n < 40; n++) steps = [{ if: { all: [] }, then: steps, else: [] }];
    const { boxes, width } = lay(flowOf("dialog", { steps }, speech));
    expect([boxes.length, width]).toEqual([40, size.width + 40 * (size.width + size.across)]);
  });
  it("shows stages in their order, with what each needs", () => {
    const { stages } = packs["car-parts"]![0]!.values as any;
    expect(flowOf("process", { stages }, speech).map(({ text, note }) => [text, note])).toEqual([["Contact", "lead · required: 3"], ["Meetings", "opportunity · 30 % · required: 2"], ["Quote", "opportunity · 60 % · required: 2"], ["Decision", "opportunity · 80 %"]]);
  });
  it("cuts no Chinese sign in half and lets no text run out of its box", () => expect([cut("Qualify", 19), cut("A very long name of a stage", 10), cut("一二三四五六七八九十", 10)]).toEqual(["Qualify", "A very lo…", "一二三四…"]));
});

describe("trying a way on past records", () => {
  it("lists what would change, for whom, and says when what was tried is no longer what is written", async () => {
    const { api, asked } = fakeApi(sample()), { Within, went } = fakeDoors(api, { me: admin }), plain = api.call, bodies: any[] = [];
    api.call = ((method: string, path: string, more: any) => path === "dry-run" ? (bodies.push(more.body), Promise.resolve({ looked: 40, would: [{ type: "lead", id: "tom", title: "Chairs", values: { rating: "hot" }, problems: [{ field: "email", message: "This is needed" }], approval: true, actions: ["mail"] }] })) : plain(method, path, more)) as never;
    const rule = { id: "r", version: 3, name: "Mine", on: "lead", status: "active", when: { all: [] }, then: [] }, drawn = render(<Within><DryRun kind="rule" values={rule} /></Within>);
    await userEvent.click(screen.getByRole("button", { name: "Try it on past records" }));
    expect(await screen.findByText("1 of 40 records would be touched. Nothing has been changed.")).toBeTruthy();
    expect(bodies).toEqual([{ kind: "rule", values: { name: "Mine", on: "lead", when: { all: [] }, then: [] } }]);
    expect(document.body.textContent).toMatch(/Rating: Hot.*E-mail: This is needed.*approval.*Send an e-mail/);
    await userEvent.click(screen.getByRole("button", { name: "Chairs" }));
    expect(went).toEqual([{ at: "record", type: "lead", id: "tom" }]);
    drawn.rerender(<Within><DryRun kind="rule" values={{ ...rule, name: "Other" }} /></Within>);
    expect(await screen.findByText(/It has been changed since/)).toBeTruthy();
    expect(asked.filter(([call]) => ["update", "create", "act", "remove"].includes(call))).toEqual([]);
  });
});

describe("a dialog's rehearsal", () => {
  const script = { id: "d", version: 2, name: "Call", on: "lead", status: "active", steps: [{ page: "one", title: { en: "The call" }, prompts: [{ key: "a", kind: "line", required: true, say: { en: "Who?" } }] }] };
  /** The service's answers, one after another; `bodies` are what it was asked. */
  function rehearse(...answers: object[]) {
    const { api, asked } = fakeApi(sample()), { Within, went } = fakeDoors(api, { me: admin }), plain = api.call, bodies: any[] = [];
    api.call = ((method: string, path: string, more: any) => path === "rehearsal" ? (bodies.push(more.body), Promise.resolve(answers[bodies.length - 1])) : plain(method, path, more)) as never;
    const drawn = render(<Within><Rehearsal values={script} /></Within>);
    return { bodies, went, asked, redraw: (more: object) => drawn.rerender(<Within><Rehearsal values={{ ...script, ...more }} /></Within>), press: async (name: string | RegExp) => userEvent.click(await screen.findByRole("button", { name })), choose: async () => { await userEvent.type(screen.getByRole("combobox", { name: "On which lead?" }), "Tomás"); await waitFor(() => expect(screen.getAllByRole("option")).toHaveLength(1)); await userEvent.click(screen.getByRole("option")); } };
  }
  const nothing = { becomes: [], mails: [], variables: {}, passed: [] }, one = { ...nothing, standing: { at: "page", n: 0, page: { key: "one", title: { en: "The call" }, prompts: script.steps[0]!.prompts } } };
  const end = { standing: { at: "end", outcome: "completed", say: { en: "All planned" } }, passed: [{ page: "one", title: { en: "The call" } }], variables: { score: 40 }, mails: [{ to: ["x@y.example"], subject: "Hello", text: "There" }], becomes: [{ type: "lead", id: "tom", title: "Chairs", values: { rating: "hot", budget: null }, status: "qualified" }, { type: "activity", id: "n", title: "Call again", made: true, values: { due: "2026-12-01" } }, { type: "approval", id: "p", title: "Chairs", made: true, values: {} }] };
  it("is walked on a chosen record, page by page, there and back; what it would do is told, and nothing is done", async () => {
    const { bodies, went, asked, press, choose } = rehearse(one, end, one, end);
    await choose();
    await press("Walk through it");
    await screen.findByRole("heading", { name: "The call" });
    await press("Next");
    expect(bodies).toHaveLength(1); // an answer is needed
    await userEvent.type(screen.getByRole("textbox", { name: "Who?" }), "Ana");
    await press("Next");
    await screen.findByRole("heading", { name: "All planned" });
    expect(bodies[1]).toEqual({ values: { name: "Call", on: "lead", steps: script.steps }, on: "lead/tom", given: [{ page: "one", values: { a: "Ana" } }] });
    const told = screen.getByRole("status", { name: "What this would have done so far" });
    expect(told.textContent).toMatch(/Lead Chairs.*Status: Qualified.*Rating: Hot.*Budget: nothing.*New activity: Call again.*Due date.*Would ask for approval.*E-mail to x@y\.example.*Hello.*There/);
    await press("Chairs");
    expect(went).toEqual([{ at: "record", type: "lead", id: "tom" }]);
    await press("Previous page");
    expect((await screen.findByRole<HTMLInputElement>("textbox", { name: "Who?" })).value).toBe("Ana");
    expect(asked.filter(([call]) => ["update", "create", "act", "remove"].includes(call))).toEqual([]);
  });
  it("says why the service would not do it, and that what was walked is no longer what is written", async () => {
    const { press, choose, redraw } = rehearse({ ...one, refused: { detail: "x", fields: [{ field: "email", message: "This is needed" }] } });
    await choose();
    await press("Walk through it");
    expect(await screen.findByText("E-mail: This is needed")).toBeTruthy();
    expect(screen.queryByText(/has been changed since/)).toBeNull();
    redraw({ name: "Other" });
    expect(await screen.findByText(/It has been changed since/)).toBeTruthy();
  });
  it("tries the answers on the other records, and opens those that end in one place", async () => {
    const { bodies, press, choose, went } = rehearse(end, { looked: 3, ways: [{ at: "page", words: { en: "Need" }, does: ["update"], records: [{ type: "lead", id: "tom", title: "Chairs" }, { type: "lead", id: "mei", title: "Desks" }] }, { at: "end", does: [], records: [{ type: "lead", id: "jamie", title: "Jamie" }] }] });
    await choose();
    await press("Walk through it");
    await press("Try these answers on other leads");
    expect(await screen.findByText("Asks for more on “Need”")).toBeTruthy();
    expect(bodies[1]).toMatchObject({ everywhere: true, given: [] });
    await press("Show 2 records: Need");
    await press("Desks");
    expect(went).toEqual([{ at: "record", type: "lead", id: "mei" }]);
  });
});
