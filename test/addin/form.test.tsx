import { afterEach, describe, expect, it } from "@jest/globals";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { changesBetween, wrongIn } from "../../addin/form/check.ts";
import { readDay } from "../../addin/form/DayPicker.tsx";
import { FieldsForm } from "../../addin/form/FieldsForm.tsx";
import { RecordForm } from "../../addin/form/RecordForm.tsx";
import * as z from "zod/mini";
import { widgets } from "../../addin/form/widgets.tsx";
import { formats } from "../../addin/format.ts";
import { data } from "../../model/field.ts";
import { zhCN } from "../../model/labels/zh-CN.ts";
import { Problem, problem } from "../../model/problem.ts";
import { recordType } from "../../model/records.ts";
import { lead } from "../../model/records/lead.ts";
import { fakeApi, fakeDoors } from "./fake.tsx";
import { sample } from "./sample.ts";

afterEach(cleanup);
const draw = (props: object = {}, language?: any) => {
  const { api } = fakeApi(sample()), { Within } = fakeDoors(api), saved: any[] = [];
  const form = (more: object = {}) => <Within language={language}><RecordForm type={recordType("lead")!} save="Save lead" onSave={values => saved.push(values)} {...props} {...more} /></Within>;
  const drawn = render(form());
  return { saved, redraw: (more: object) => drawn.rerender(form(more)) };
};

describe("a form made from a declaration", () => {
  it("saves what was typed, amounts as numbers", async () => {
    const { saved } = draw({ values: { topic: "Desks", lastName: "Fenwick", estimatedValue: 10 } });
    const amount = screen.getByLabelText("Estimated revenue");
    await userEvent.clear(amount);
    await userEvent.type(amount, "48,000.5");
    await userEvent.click(screen.getByRole("button", { name: "Save lead" }));
    expect(saved).toEqual([{ topic: "Desks", lastName: "Fenwick", estimatedValue: 48000.5 }]);
  });
  it("names every wrong field at once, puts the focus on the first, and saves nothing", async () => {
    const { saved } = draw({ values: { email: "jamie at northgate" } });
    await userEvent.click(screen.getByRole("button", { name: "Save lead" }));
    expect(saved).toEqual([]);
    expect(screen.getByText("3 fields need attention").closest(".stay")).toBe(screen.getByRole("button", { name: "Save lead" }).parentElement); // in view however far one has scrolled
    expect(document.activeElement).toBe(screen.getByLabelText(/Last name/));
    await waitFor(() => expect(screen.getAllByText("This is needed").length).toBeGreaterThan(1));
    expect(screen.getAllByText("This is not written as it should be").length).toBeGreaterThan(0);
  });
  it("says beside its button what the service refuses as a whole", () => {
    draw({ values: { topic: "Desks", lastName: "Fenwick" }, problem: new Problem("forbidden") });
    expect(screen.getByRole("alert").closest(".stay")).toBe(screen.getByRole("button", { name: "Save lead" }).parentElement);
  });
  it("shows the service's problems under their fields, also in a folded group", async () => {
    const { redraw } = draw({ values: { topic: "Desks", lastName: "Fenwick" } });
    expect(screen.queryByLabelText("Budget")).toBeNull();
    redraw({ problem: new Problem("invalid", { fields: [problem("budget", "too-big", { max: 5 })] }) });
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Budget")));
    await waitFor(() => expect(screen.getByText("At most 5")).toBeTruthy());
  });
  it("draws at a letter the field that it is typed into, and no other", async () => {
    const drawn: string[] = [], were = { ...widgets };
    for (const [kind, Widget] of Object.entries(were)) widgets[kind as keyof typeof widgets] = props => { drawn.push(props.name!); return <Widget {...props} />; };
    try {
      draw({ values: { topic: "Desks", lastName: "Fenwick" } });
      expect(drawn).toEqual(expect.arrayContaining(["topic", "lastName", "source"]));
      drawn.length = 0;
      await userEvent.type(screen.getByLabelText(/Topic/), "!");
      expect([...new Set(drawn)]).toEqual(["topic"]);
    } finally { Object.assign(widgets, were); }
  });
  it("marks a suggested value until it is changed", async () => {
    draw({ values: { topic: "Desks", lastName: "Fenwick" }, suggested: ["lastName"] });
    const field = screen.getByLabelText(/Last name/).closest<HTMLElement>("[data-field]")!;
    expect(within(field).getByText(/Suggested/)).toBeTruthy();
    await userEvent.type(screen.getByLabelText(/Last name/), "s");
    expect(within(field).queryByText(/Suggested/)).toBeNull();
  });
  it("speaks Chinese where the reader does", () => {
    draw({ values: {} }, { tag: "zh-CN", labels: zhCN });
    expect(screen.getByLabelText(new RegExp(zhCN["Last name"]))).toBeTruthy();
  });
});

it("edits a value of its own shape as it is written, and keeps what cannot be read until it can", async () => {
  const { api } = fakeApi(sample()), { Within } = fakeDoors(api), saved: any[] = [];
  const fields = { steps: data("Steps", z.array(z.number()), { required: true }) };
  render(<Within><FieldsForm of="lead" fields={fields} groups={[["", ["steps"]]]} values={{ steps: [1] }} save="Save" onSave={values => saved.push(values)} /></Within>);
  const box = screen.getByLabelText(/Steps/);
  await userEvent.clear(box); await userEvent.type(box, "[[1, 2");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(saved).toEqual([]);
  expect((screen.getByLabelText(/Steps/) as HTMLTextAreaElement).value).toBe("[1, 2");
  await waitFor(() => expect(screen.getByText("This is not the kind of value that belongs here")).toBeTruthy());
  await userEvent.type(box, "]");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(saved).toEqual([{ steps: [1, 2] }]);
});

it("says which changes were made, with null for what was taken away", () => {
  expect(changesBetween({ a: 1, b: "x", c: ["1"] }, { a: 1, b: "", c: ["1", "2"] }, ["a", "b", "c"])).toEqual({ b: null, c: ["1", "2"] });
});
it("asks for one of several fields where the declaration does", () => {
  const type = recordType("opportunity")!;
  expect(wrongIn(type.fields, { name: "Desks" }, type.anyOf).map(one => one.code)).toEqual(["one-of-needed"]);
  expect(wrongIn(lead.fields, { topic: "Desks", lastName: "F" })).toEqual([]);
});
it("reads days as people type them", () => {
  for (const typed of ["2026-11-24", "24.11.2026", "2026年11月24日", "11月24日", "24 Nov 2026", "24 Nov"]) expect([typed, readDay(typed, "2026-01-01")?.toDateString()]).toEqual([typed, "Tue Nov 24 2026"]);
  for (const typed of ["", "soon", "2026-02-30", "31.02.2026"]) expect([typed, readDay(typed, "2026-01-01")]).toEqual([typed, null]);
});
it("reads and writes figures as the language does", () => {
  const now = () => new Date("2026-11-24T10:00");
  expect(formats("de", now).read("48.000,50")).toBe(48000.5);
  expect(formats("en", now).read("48,000.50")).toBe(48000.5);
  expect(formats("en", now).read("a few")).toBe("a few");
  expect(formats("en", now).read(" ")).toBeUndefined();
  expect(formats("en", now).money(1234567)).toBe("1,234,567");
  expect(formats("en", now).near("2026-11-23")).toBe("yesterday");
  expect(formats("zh-CN", now).near("2026-11-25")).toBe("明天");
});

describe("the company's rules in a form", () => {
  const written = (rules: object[], props: object = {}) => {
    const { api } = fakeApi({ ...sample(), rule: rules.map((one, n) => ({ id: `r${n}`, name: `Rule ${n}`, on: "lead", when: { all: [] }, ...one })) }), { Within } = fakeDoors(api), saved: any[] = [];
    render(<Within><RecordForm type={recordType("lead")!} save="Save lead" onSave={values => saved.push(values)} values={{ topic: "Desks", lastName: "Fenwick" }} {...props} /></Within>);
    return saved;
  };
  const save = () => userEvent.click(screen.getByRole("button", { name: "Save lead" }));
  it("want an e-mail address and a source, each with the rule's own words, before anything is saved", async () => {
    const saved = written([{ then: [{ do: "require", fields: ["email", "source"], say: { en: "A lead can be reached" } }] }]);
    await waitFor(() => expect(screen.getByLabelText(/^E-mail$/).hasAttribute("required")).toBe(true));
    await save();
    expect(saved).toEqual([]);
    expect(screen.getAllByText("A lead can be reached").length).toBeGreaterThanOrEqual(2);
    expect(document.activeElement).toBe(screen.getByLabelText(/^E-mail$/));
  });
  it("put values, and hide and lock fields, while one types", async () => {
    written([{ when: { field: "company", is: "contains", than: "bank" }, then: [{ do: "set", field: "rating", to: "hot" }, { do: "hide", fields: ["jobTitle"] }, { do: "lock", fields: ["phone"] }] }]);
    const company = await screen.findByLabelText("Company");
    expect(screen.getByLabelText("Job title")).toBeTruthy();
    await userEvent.type(company, "Northbank");
    await waitFor(() => expect(screen.queryByLabelText("Job title")).toBeNull());
    expect((screen.getByLabelText("Business phone") as HTMLInputElement).disabled).toBe(true);
    expect(screen.getByRole("combobox", { name: /Rating/ }).textContent).toContain("Hot");
    await userEvent.type(company, "{Backspace}");
    await screen.findByLabelText("Job title");
  });
  it("refuse while one types, and say why", async () => {
    const saved = written([{ when: { field: "company", is: "is", than: "Rival" }, then: [{ do: "refuse", field: "company", say: { en: "Rivals are no leads" } }] }]);
    await userEvent.type(await screen.findByLabelText("Company"), "Rival");
    await screen.findByText("Rivals are no leads");
    await save();
    expect(saved).toEqual([]);
  });
  it("hold for a field that the form does not show, which is named", async () => {
    const { form, fields } = recordType("lead")!, shown = new Set<string>(form.flatMap(([, names]) => [...names])), [name, { label }] = Object.entries(fields as Record<string, { kind: string; computed?: boolean; label: string }>).find(([name, field]) => !shown.has(name) && field.kind === "text" && !field.computed)!;
    const saved = written([{ then: [{ do: "require", fields: [name] }] }]);
    await screen.findByLabelText("Company");
    await waitFor(async () => { await save(); expect(screen.getByRole("alert").textContent).toBe(`One field needs attention: ${label} – This is needed`); });
    expect(saved).toEqual([]);
  });
  it("recommend a value that is taken in one click", async () => {
    const saved = written([{ then: [{ do: "recommend", field: "company", to: "Northgate", say: { en: "From the address" } }] }]);
    await userEvent.click(await screen.findByRole("button", { name: "Use “Northgate”" }));
    expect(screen.queryByText("From the address")).toBeNull();
    await save();
    expect(saved).toEqual([{ topic: "Desks", lastName: "Fenwick", company: "Northgate" }]);
  });
});
