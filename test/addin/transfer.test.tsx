import { afterEach, expect, it } from "@jest/globals";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import ImportPane from "../../addin/panes/ImportPane.tsx";
import ListPane from "../../addin/panes/ListPane.tsx";
import { connect } from "../../addin/api.ts";
import { Problem, problem } from "../../model/problem.ts";
import { fakeApi, fakeDoors } from "./fake.tsx";
import { sample } from "./sample.ts";

afterEach(cleanup);
const report = {
  columns: [{ header: "lastname", field: "lastName", sample: "Fenwick" }, { header: "Colour", sample: "red" }],
  rows: [{ row: 2, does: "create", id: "a", title: "Jamie Fenwick" }, { row: 3, does: "refuse", fields: [problem("email", "wrong-format")] }, { row: 4, does: "skip", like: 2 }],
};
function draw(pane: React.ReactNode, role = "manager") {
  const { api, asked } = fakeApi(sample()), sent: URLSearchParams[] = [], keys: (string | undefined)[] = [];
  api.told = (async (path: string, _file: Blob, _type: string, hear: (done: number, of: number) => void, key?: string) => { keys.push(key); const query = new URLSearchParams(path.split("?")[1]); sent.push(query); hear(3, 3); return { ...report, ...query.get("dry") === "false" && { commit: "c9" } }; }) as never;
  const doors = fakeDoors(api, { me: { id: "ana", name: "Ana", email: "a@x.example", role } as never });
  render(<doors.Within>{pane}</doors.Within>);
  return { api, sent, keys, asked, ...doors };
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
it("saves a file under one key however often the line breaks, and under another once something else is wanted", async () => {
  const { api, keys } = draw(<ImportPane type="lead" />), told = api.told;
  await choose();
  api.told = (async (_path: string, _file: Blob, _type: string, _hear: unknown, key?: string) => { keys.push(key); throw new Problem("offline"); }) as never;
  await userEvent.click(await screen.findByRole("button", { name: "Import 1 record" }));
  await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
  await waitFor(() => expect(keys).toHaveLength(3));
  api.told = told;
  await userEvent.click(await screen.findByRole("combobox", { name: /What is there already/ }));
  await userEvent.click(await screen.findByRole("option", { name: "Update it" }));
  await userEvent.click(await screen.findByRole("button", { name: "Import 1 record" }));
  await screen.findByText("1 record imported. 1 row refused and left out");
  const [rehearsed, first, second, anew, last] = keys;
  expect([keys.length, rehearsed, anew]).toEqual([5, undefined, undefined]);
  expect(first).toMatch(/^[\w-]{36}$/);
  expect([second === first, last === first, !!last]).toEqual([true, false, true]);
});
it("says that it saves while it does", async () => {
  const { api } = draw(<ImportPane type="lead" />);
  await choose();
  const save = await screen.findByRole("button", { name: "Import 1 record" });
  api.told = (() => new Promise(() => undefined)) as never;
  await userEvent.click(save);
  expect((await screen.findByRole("status")).textContent).toBe("Saving…");
});
it("sends its key with the file, and takes a missing sign-in for what it is", async () => {
  const sent: RequestInit[] = [], send = (async (_url: string, init: RequestInit) => { sent.push(init); throw new TypeError("no line"); }) as never;
  await expect(connect("", async () => "Bearer x", send).told("import/lead", new Blob(["a"]), "text/csv", () => undefined, "k1")).rejects.toMatchObject({ code: "offline" });
  expect(sent[0]!.headers).toMatchObject({ authorization: "Bearer x", "idempotency-key": "k1", "content-type": "text/csv" });
  const stranger = connect("", () => Promise.reject(new Problem("consent")), send);
  for (const ask of [stranger.told("import/lead", new Blob(["a"]), "text/csv", () => undefined), stranger.bytes("export/lead")]) await expect(ask).rejects.toMatchObject({ code: "consent" });
  expect(sent).toHaveLength(1);
});
it("hands out what the list shows, also where it is searched", async () => {
  const { api } = draw(<ListPane type="lead" />), paths: string[] = [];
  api.bytes = (async (path: string) => { paths.push(path); throw new Problem("offline"); }) as never;
  await userEvent.type(await screen.findByRole("searchbox"), "jamie");
  await screen.findByText(/^Showing 1|1 of 1/);
  await userEvent.click(await screen.findByRole("button", { name: "Export" }));
  await userEvent.click(await screen.findByRole("menuitem", { name: "As CSV" }));
  await waitFor(() => expect(paths).toHaveLength(1));
  expect(Object.fromEntries(new URLSearchParams(paths[0]!.split("?")[1]))).toMatchObject({ text: "jamie", as: "csv" });
});
