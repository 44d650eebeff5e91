import { afterEach, expect, it } from "@jest/globals";
import { cleanup, render, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import LibraryPane from "../../addin/library/LibraryPane.tsx";
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
