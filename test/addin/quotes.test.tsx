import { afterEach, expect, it } from "@jest/globals";
import { cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { Quotes } from "../../addin/writing/Quotes.tsx";
import { fakeApi, fakeDoors } from "./fake.tsx";

afterEach(cleanup);

it("a quote that is made beside a draft takes over all that the deal has agreed, and can be taken back", async () => {
  const deal = { id: "brakes", name: "Brake pads", account: "hanfeng", owner: "ben", discountPercent: 5, freight: 90, competitors: ["ergonova"], process: "long", lines: [{ product: "p1", quantity: 40 }] };
  const { api, rows } = fakeApi({ opportunity: [deal] }), { Within } = fakeDoors(api), quotes = () => [...rows].filter(([path]) => path.startsWith("quote/")).map(([, row]) => row);
  render(<Within><Quotes regarding={{ type: "opportunity", id: "brakes", version: 1, title: "Brake pads", status: "open" }} carried={[]} {...{} as any} /></Within>);
  await userEvent.click(await screen.findByRole("button", { name: "Make a quote" }));
  await screen.findByText(/made from the deal/);
  expect(quotes()).toMatchObject([{ ...deal, id: expect.not.stringMatching("brakes"), opportunity: "brakes", status: "draft" }]);
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  await screen.findByText("Undone");
  expect(quotes()).toEqual([]);
});
