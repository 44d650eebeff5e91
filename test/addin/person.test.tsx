import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { zhCN } from "../../model/labels/zh-CN.ts";
import { Problem } from "../../model/problem.ts";
import RecordPane from "../../addin/panes/RecordPane.tsx";
import { fakeApi, fakeDoors } from "./fake.tsx";

const handed: Blob[] = [];
beforeEach(() => { handed.length = 0; Object.assign(URL, { createObjectURL: (of: Blob) => { handed.push(of); return "blob:x"; }, revokeObjectURL: () => undefined }); jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined); });
afterEach(() => { cleanup(); jest.restoreAllMocks(); });

const read = (of: Blob) => new Promise<string>(done => { const reader = new FileReader(); reader.onload = () => done(String(reader.result)); reader.readAsText(of); });
/** A contact who is a lead too, on whom a deal and two activities stand. */
function draw({ role = "administrator", tag = "en", fails }: { role?: string; tag?: string; fails?: Problem } = {}) {
  const contact = { id: "ida", firstName: "Ida", lastName: "Quayle" }, lead = { id: "ida", topic: "Pumps", lastName: "Quayle" }, sent: { path: string; key?: string }[] = [];
  const service = fakeApi({ contact: [contact], lead: [lead] }), other = service.api.call, fails_ = [fails];
  Object.assign(service.api, {
    call: async (method: string, path: string, given: object) => path.startsWith("person/") ? { person: ["contact/ida", "lead/ida"], records: [{ type: "contact", ...contact }, { type: "lead", ...lead }, { type: "opportunity", id: "o", name: "Pumps" }, { type: "activity", id: "a" }, { type: "activity", id: "b" }] } : other(method, path, given),
    again: async (written: { path: string; key?: string }) => { sent.push(written); const problem = fails_.pop(); if (problem) throw problem; service.rows.set("contact/ida", { ...service.rows.get("contact/ida")!, firstName: undefined, lastName: "(erased)", version: 2 }); return { erased: ["contact/ida", "lead/ida"], changed: 7 }; },
  });
  const doors = fakeDoors(service.api, { me: { id: "ana", name: "Ana", email: "", role } as never });
  render(<doors.Within language={{ tag, labels: tag === "en" ? {} : zhCN }}><RecordPane type="contact" id="ida" /></doors.Within>);
  return { ...service, ...doors, sent, press: async (name: string) => userEvent.click(await screen.findByRole("button", { name })) };
}

describe("a person's data", () => {
  it("is handed out whole as a file", async () => {
    const { press, said } = draw();
    await press("Export everything");
    await waitFor(() => expect(said).toContain("Ida Quayle.json saved: 5 records"));
    expect(JSON.parse(await read(handed[0]!))).toMatchObject({ person: ["contact/ida", "lead/ida"], records: { length: 5 } });
  });
  it("is erased only after it was said by name what goes and what stays, and after the name was typed", async () => {
    const { press, sent, said } = draw();
    await press("Erase this person");
    const panel = await screen.findByRole("alertdialog", { name: "Erase “Ida Quayle” for good?" });
    await screen.findByText("1 opportunity");
    for (const words of ["Contact “Ida Quayle”", "Lead “Quayle”", "2 activities", "cannot be undone", "inside files, and backups"]) expect(panel.textContent).toContain(words);
    expect(screen.getByRole("button", { name: "Erase for good" }).hasAttribute("disabled")).toBe(true);
    await userEvent.type(screen.getByLabelText("Type “Quayle” to confirm"), "Quail");
    await press("Erase for good");
    expect(sent).toEqual([]);
    await userEvent.clear(screen.getByLabelText("Type “Quayle” to confirm"));
    await userEvent.type(screen.getByLabelText("Type “Quayle” to confirm"), " quayle ");
    await press("Erase for good");
    await screen.findByText("Erased, in 7 entries. It cannot be taken back.");
    await screen.findByRole("heading", { name: "(erased)", level: 1 });
    expect([sent.map(({ path }) => path), said.at(-1)]).toEqual([["person/contact/ida/erase"], "Erased, in 7 entries. It cannot be taken back."]);
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  });
  it("is erased once when the answer was lost and the button is pressed again", async () => {
    const { press, sent } = draw({ fails: new Problem("offline") });
    await press("Erase this person");
    await userEvent.type(await screen.findByLabelText("Type “Quayle” to confirm"), "Quayle");
    await press("Erase for good");
    await screen.findByText(/cannot be reached/);
    await press("Erase for good");
    await screen.findByText(/^Erased/);
    expect([sent.length, sent[0]!.key === sent[1]!.key, !!sent[0]!.key]).toEqual([2, true, true]);
  });
  it("is left alone by cancelling", async () => {
    const { press, sent } = draw();
    await press("Erase this person");
    await screen.findByText("1 opportunity");
    await press("Cancel");
    await screen.findByRole("button", { name: "Erase this person" });
    expect([sent, screen.queryByRole("alertdialog")]).toEqual([[], null]);
  });
  it.each([["administrator", true, true], ["manager", true, false], ["rep", false, false]])("is for those who may: %s", async (role, exports, erases) => {
    draw({ role });
    await screen.findByText("Timeline");
    if (exports) await screen.findByRole("button", { name: "Export everything" });
    expect([!!screen.queryByRole("button", { name: "Export everything" }), !!screen.queryByRole("button", { name: "Erase this person" })]).toEqual([exports, erases]);
  });
  it("is spoken of in Chinese too", async () => {
    const { press } = draw({ tag: "zh-CN" });
    await press("清除此人");
    const panel = await screen.findByRole("alertdialog");
    await screen.findByText("2 活动");
    for (const words of ["要永久清除", "无法撤销", "此前的备份", "请输入“Quayle”以确认"]) expect(panel.textContent).toContain(words);
  });
});
