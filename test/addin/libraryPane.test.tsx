import { afterEach, expect, it } from "@jest/globals";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import LibraryPane from "../../addin/library/LibraryPane.tsx";
import { Problem } from "../../model/problem.ts";
import { fakeApi, fakeDoors } from "./fake.tsx";

afterEach(cleanup);
const pieces = Array.from({ length: 90 }, (_, n) => ({ id: `p${n}`, title: `Piece ${n}`, fitness: "fine", files: [] }));
/** The library of ninety pieces; what is asked waits until it is let through. */
function draw() {
  const { api } = fakeApi({}), asked: URLSearchParams[] = [], waiting: (() => void)[] = [];
  api.call = (async (_method: string, path: string) => {
    if (path === "uses/literature") return { uses: [] };
    const of = new URLSearchParams(path.split("?")[1]);
    asked.push(of);
    await new Promise<void>(done => { waiting.push(done); });
    return { offers: pieces.slice(0, Number(of.get("take"))), total: pieces.length };
  }) as never;
  const { Within } = fakeDoors(api);
  render(<Within><LibraryPane /></Within>);
  return { asked, through: async () => { await waitFor(() => expect(waiting.length).toBeGreaterThan(0)); waiting.shift()!(); } };
}

it("puts a dropped file under a subject of the tree, found by its title or its path, or under a new one in the same commit", async () => {
  const { api, asked } = fakeApi({ subject: [{ id: "products", title: "Products" }, { id: "flow", title: "Flow", parent: "products" }] }), changes: any[][] = [];
  const call = api.call;
  Object.assign(api, { call: async (method: string, path: string) => path.startsWith("library") ? { offers: [], total: 0 } : path === "uses/literature" ? { uses: [] } : call(method, path), upload: async (file: File) => ({ name: file.name, size: 3, hash: "h".repeat(64), type: "application/pdf" }), change: async (of: any[]) => { changes.push(of); return { commit: "c", records: [] }; } });
  const { Within } = fakeDoors(api, { me: { id: "max", name: "Max", email: "", role: "manager" } as never });
  render(<Within><LibraryPane /></Within>);
  for (const said of ["flow", "Products › Flow", "Steam"]) {
    await userEvent.upload(document.querySelector<HTMLInputElement>("input[type=file]")!, new File(["pdf"], `${said}.pdf`, { type: "application/pdf" }));
    await userEvent.type(await screen.findByLabelText("Subject"), said);
    await userEvent.click(await screen.findByRole("button", { name: "Add to library" }));
    await waitFor(() => expect(screen.queryByLabelText("Subject")).toBeNull());
  }
  expect(asked.filter(([of, type]) => of === "list" && type === "subject").length).toBeGreaterThan(0);
  expect(changes.map(of => of.map(({ type, values }) => [type, values.title, values.subject]))).toEqual([[["literature", "flow", "flow"]], [["literature", "Products › Flow", "flow"]], [["subject", "Steam", undefined], ["literature", "Steam", changes[2]![0]!.id]]]);
});

it("adds nothing before the tree has come, for what is in it would be made once more", async () => {
  const { api } = fakeApi({ subject: [{ id: "flow", title: "Flow" }] }), { call, list } = api, changes: any[][] = [];
  let down = true;
  Object.assign(api, { list: async (...of: Parameters<typeof list>) => { if (down) throw new Problem("unavailable"); return list(...of); }, call: async (method: string, path: string) => path.startsWith("library") ? { offers: [], total: 0 } : path === "uses/literature" ? { uses: [] } : call(method as "GET", path), upload: async (file: File) => ({ name: file.name, size: 3, hash: "h".repeat(64), type: "application/pdf" }), change: async (of: any[]) => { changes.push(of); return { commit: "c", records: [] }; } });
  const { Within } = fakeDoors(api, { me: { id: "max", name: "Max", email: "", role: "manager" } as never });
  render(<Within><LibraryPane /></Within>);
  await waitFor(() => expect(document.querySelector("input[type=file]")).toBeTruthy());
  await userEvent.upload(document.querySelector<HTMLInputElement>("input[type=file]")!, new File(["pdf"], "Guide.pdf", { type: "application/pdf" }));
  await userEvent.type(await screen.findByLabelText("Subject"), "flow{Enter}");
  expect([(screen.getByRole("button", { name: "Add to library" }) as HTMLButtonElement).disabled, changes]).toEqual([true, []]);
  down = false;
  await userEvent.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect((screen.getByRole("button", { name: "Add to library" }) as HTMLButtonElement).disabled).toBe(false));
  await userEvent.click(screen.getByRole("button", { name: "Add to library" }));
  await waitFor(() => expect(changes.map(of => of.map(({ type, values }) => [type, values.subject]))).toEqual([[["literature", "flow"]]]));
});

it("keeps what it shows while more is on its way", async () => {
  const { asked, through } = draw();
  await through();
  await screen.findByText("Piece 59");
  await userEvent.click(screen.getByRole("button", { name: "Show more" }));
  await waitFor(() => expect(asked.map(of => of.get("take"))).toEqual(["60", "120"]));
  expect(screen.getByText("Piece 59")).toBeTruthy();
  await through();
  await screen.findByText("Piece 89");
  expect(screen.queryByRole("button", { name: "Show more" })).toBeNull();
});
it("says of a sort that has no piece that it has none, not that nobody's words were found", async () => {
  const { through } = draw();
  await through();
  await screen.findByText("Piece 1");
  await userEvent.click(screen.getByRole("button", { name: "For us only" }));
  expect(await screen.findByText("None of the pieces here is of this sort.")).toBeTruthy();
});
