import { afterEach, describe, expect, it } from "@jest/globals";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { RefPicker } from "../../addin/form/RefPicker.tsx";
import { ProductPicker } from "../../addin/form/ProductPicker.tsx";
import { ref } from "../../model/field.ts";
import { fakeApi, fakeDoors } from "./fake.tsx";
import { sample } from "./sample.ts";

afterEach(cleanup);
/** A reference between two other fields, and what is chosen in it. */
function draw({ fault, ...calls }: { fault?: string; [call: string]: unknown } = {}) {
  const service = fakeApi(sample()), { Within } = fakeDoors({ ...service.api, ...calls } as never), chosen: unknown[] = [];
  render(<Within><input aria-label="Before" /><RefPicker field={ref("Account", "account")} label="Account" fault={fault} value={undefined} sayChoice={String} change={id => chosen.push(id)} /><input aria-label="After" /></Within>);
  return { ...service, chosen, user: userEvent.setup(), box: screen.getByRole("combobox", { name: "Account" }) };
}
const asksFor = ({ asked }: ReturnType<typeof draw>, call: string) => asked.filter(([one]) => one === call).length;

/** A key as a browser gives it: the picker reads its number, which user-event leaves out. */
const key = (box: HTMLElement, name: "Enter" | "ArrowDown" | "Tab") => fireEvent.keyDown(box, { key: name, keyCode: { Enter: 13, ArrowDown: 40, Tab: 9 }[name] });

describe("a reference", () => {
  it("opens nothing and takes nothing where one passes by with Tab", async () => {
    const drawn = draw(), { user, box, chosen } = drawn;
    screen.getByLabelText("Before").focus();
    await user.tab();
    expect(document.activeElement).toBe(box);
    expect([box.getAttribute("aria-expanded"), asksFor(drawn, "list")]).toEqual(["false", 0]);
    await user.tab();
    expect([document.activeElement, screen.queryByRole("option"), chosen]).toEqual([screen.getByLabelText("After"), null, []]);
  });
  it("offers some to the down arrow; the next one goes to the first, and Enter takes it", async () => {
    const { box, chosen } = draw();
    act(() => box.focus());
    key(box, "ArrowDown");
    await screen.findByRole("option", { name: /Northgate Analytics/ });
    key(box, "ArrowDown");
    await waitFor(() => expect(document.getElementById(box.getAttribute("aria-activedescendant") ?? "")?.getAttribute("role")).toBe("option"));
    key(box, "Enter");
    await waitFor(() => expect(chosen).toHaveLength(1));
  });
  it("offers some to a click", async () => {
    const { user, box } = draw();
    await user.click(box);
    await screen.findByRole("option", { name: /Northgate Analytics/ });
  });
  it.each(["Enter", "Tab"] as const)("takes the best of what was typed with %s, and sends no form", async with_ => {
    const { user, box, chosen } = draw();
    await user.type(box, "northg");
    await waitFor(() => expect(document.getElementById(box.getAttribute("aria-activedescendant")!)?.textContent).toMatch(/Northgate Analytics/));
    expect(key(box, with_)).toBe(false);
    expect(chosen).toEqual(["northgate"]);
  });
  it("sends no form with Enter while nothing is found yet", async () => {
    const { user, box, chosen } = draw({ list: () => new Promise(() => undefined) });
    await user.type(box, "northg");
    expect(key(box, "Enter")).toBe(false);
    expect(chosen).toEqual([]);
  });
  it("is tied to what is wrong with it", () => {
    const { box } = draw({ fault: "This is needed" });
    const told = (of: HTMLElement) => (of.getAttribute("aria-describedby") ?? "").trim().split(" ").map(id => document.getElementById(id)?.textContent);
    expect([box.getAttribute("aria-invalid"), told(box)]).toEqual(["true", ["This is needed"]]);
    const { Within } = fakeDoors(fakeApi(sample()).api);
    render(<Within><ProductPicker label="Product" value={undefined} priceList={undefined} fault="Choose one" change={() => undefined} /></Within>);
    expect(told(screen.getByRole("combobox", { name: "Product" }))).toEqual(["Choose one"]);
  });
});

describe("a new name typed into a reference", () => {
  const like = { duplicates: [{ record: { type: "account", id: "northgate", version: 1, title: "Northgate Analytics", status: "active" }, why: "company" }] };
  const typeNew = async (user: ReturnType<typeof userEvent.setup>, box: HTMLElement, name: string) => { await user.type(box, name); await user.click(await screen.findByText(`Create “${name}”`)); };

  it("is made only if nobody chose otherwise while it was looked for", async () => {
    const answers: ((value: unknown) => void)[] = [], { user, box, chosen, asked } = draw({ duplicates: () => new Promise(answer => { answers.push(answer); }) });
    await typeNew(user, box, "Umbra");
    await waitFor(() => expect(answers).toHaveLength(1));
    await user.clear(box);
    await user.type(box, "northg");
    await user.click(await screen.findByRole("option", { name: /^Northgate Analytics$/ }));
    answers[0]!({ duplicates: [] });
    await new Promise(next => setTimeout(next));
    expect([chosen, asked.filter(([call]) => call === "create")]).toEqual([["northgate"], []]);
  });
  it("is asked about no more once somebody types on", async () => {
    const { user, box } = draw({ duplicates: async () => like });
    await typeNew(user, box, "Northgate");
    await screen.findByRole("button", { name: "Use “Northgate Analytics”" });
    await user.type(box, "z");
    await waitFor(() => expect(screen.queryByRole("button", { name: "Use “Northgate Analytics”" })).toBeNull());
  });
});
