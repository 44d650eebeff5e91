import { afterEach, expect, it } from "@jest/globals";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import ImportPane from "../../addin/panes/ImportPane.tsx";
import ListPane from "../../addin/panes/ListPane.tsx";
import { problem } from "../../model/problem.ts";
import { fakeApi, fakeDoors } from "./fake.tsx";
import { sample } from "./sample.ts";

afterEach(cleanup);
const report = {
  columns: [{ header: "lastname", field: "lastName", sample: "Fenwick" }, { header: "Colour", sample: "red" }],
  rows: [{ row: 2, does: "create", id: "a", title: "Jamie Fenwick" }, { row: 3, does: "refuse", fields: [problem("email", "wrong-format")] }, { row: 4, does: "skip", like: 2 }],
};
function draw(pane: React.ReactNode, role = "manager") {
  const { api, asked } = fakeApi(sample()), sent: URLSearchParams[] = [];
  api.told = (async (path: string, _file: Blob, _type: string, hear: (done: number, of: number) => void) => { const query = new URLSearchParams(path.split("?")[1]); sent.push(query); hear(3, 3); return { ...report, ...query.get("dry") === "false" && { commit: "c9" } }; }) as never;
  const doors = fakeDoors(api, { me: { id: "ana", name: "Ana", email: "a@x.example", role } as never });
  render(<doors.Within>{pane}</doors.Within>);
  return { sent, asked, ...doors };
}
const choose = () => userEvent.upload(screen.getByLabelText("Choose a file", { selector: "input" }), new File(["lastname,Colour\nFenwick,red\n"], "leads.csv", { type: "text/csv" }));

it("rehearses a file, says what is wrong with which row, and saves only when told to; then it can be taken back", async () => {
  const { sent, asked } = draw(<ImportPane type="lead" />);
  await choose();
  await screen.findByText("1 new", { exact: false });
  expect(screen.getByText("E-mail: This is not written as it should be")).toBeTruthy();
  expect(sent.map(query => query.get("dry"))).toEqual(["true"]);
  await userEvent.click(screen.getByRole("button", { name: "Import 1 record" }));
  await screen.findByText("1 record imported. 1 row refused and left out");
  expect(sent.map(query => query.get("dry"))).toEqual(["true", "false"]);
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  await screen.findByText("Taken back");
  expect(asked.find(([call]) => call === "undo")).toEqual(["undo", "c9"]);
});
it("asks what a column means that it does not know, and what becomes of what is there, and rehearses anew", async () => {
  const { sent } = draw(<ImportPane type="lead" />);
  await choose();
  await userEvent.click(await screen.findByRole("combobox", { name: /Colour/ }));
  await userEvent.click(await screen.findByRole("option", { name: "Company" }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(JSON.parse(sent[1]!.get("map")!)).toEqual({ Colour: "company" });
  await userEvent.click(await screen.findByRole("combobox", { name: /What is there already/ }));
  await userEvent.click(await screen.findByRole("option", { name: "Update it" }));
  await waitFor(() => expect(sent[2]?.get("duplicates")).toBe("update"));
  expect(JSON.parse(sent[2]!.get("map")!)).toEqual({ Colour: "company" });
});
it("is offered in a list to those who may", async () => {
  const { went } = draw(<ListPane type="lead" />);
  await userEvent.click(await screen.findByRole("button", { name: "Import" }));
  expect(went).toEqual([{ at: "import", type: "lead" }]);
  cleanup();
  draw(<ListPane type="lead" />, "rep");
  await screen.findByRole("button", { name: "Export" });
  expect(screen.queryByRole("button", { name: "Import" })).toBeNull();
});
