import { afterEach, describe, expect, it } from "@jest/globals";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import ListPane from "../../addin/panes/ListPane.tsx";
import NewPane from "../../addin/panes/NewPane.tsx";
import RecordPane from "../../addin/panes/RecordPane.tsx";
import { chinese } from "../../addin/chinese.ts";
import { titleOf } from "../../model/record.ts";
import type { RecordName } from "../../model/records.ts";
import { dataOf, dice, types } from "../server/samples.kit.ts";
import { fakeApi, fakeDoors } from "./fake.tsx";
import { sample } from "./sample.ts";

afterEach(cleanup);
/** Every type of record has a list, a form and a page that can be drawn from its declaration alone. */
describe.each(types.map(type => [type.name, type] as const))("of %s", (name, type) => {
  const given = { ...sample(), ...Object.fromEntries(types.map(other => [other.name, [...(sample() as Record<string, object[]>)[other.name] ?? [], ...other.name === name ? [dataOf(type, "one", dice(3), { version: 1, createdAt: "2026-11-02T09:00:00Z" })] : []]])) };
  const draw = (pane: React.ReactNode, language?: object) => {
    const service = fakeApi(given), doors = fakeDoors(service.api, { me: { id: "ana", name: "Ana", email: "a@x.example", role: "administrator" } as never });
    render(<doors.Within language={language as never}>{pane}</doors.Within>);
    return service;
  };
  const one = () => given[name as keyof typeof given]!.find(row => (row as { id: string }).id === "one") as Record<string, any>;
  it("the list shows a record by its title", async () => {
    draw(<ListPane type={name as RecordName} view="all" />);
    expect((await screen.findAllByText(titleOf(type, one()), { normalizer: text => text })).length).toBeGreaterThan(0);
  });
  it("the page shows it, in Chinese too", async () => {
    draw(<RecordPane type={name as RecordName} id="one" />, { tag: "zh-CN", labels: chinese.labels });
    await waitFor(() => expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(titleOf(type, one())));
    expect(screen.getAllByText(chinese.labels[type.label[0] as keyof typeof chinese.labels] ?? type.label[0]).length).toBeGreaterThan(0);
  });
  it("the form asks for what is needed", async () => {
    draw(<NewPane type={name as RecordName} />);
    const wanted = type.form.flatMap(([, names]: readonly [string, readonly string[]]) => names).filter((field: string) => type.fields[field]?.required && !type.fields[field].computed);
    await screen.findByRole("heading", { level: 1 });
    for (const field of wanted as string[]) expect([field, document.querySelector(`[data-field="${field}"]`) !== null]).toEqual([field, true]);
  });
});
