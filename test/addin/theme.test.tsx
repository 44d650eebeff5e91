import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { act, cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { Api } from "../../addin/api.ts";
import { App } from "../../addin/App.tsx";
import { fakeMailbox } from "../../addin/office/fake.ts";
import { english } from "../../addin/speech.ts";
import { keptLook } from "../../addin/theme.ts";
import { fakeApi } from "./fake.tsx";
import { sample } from "./sample.ts";

beforeEach(() => { localStorage.clear(); });
afterEach(cleanup);
/** The pane at its settings, in an Outlook that can change its colours. */
function draw() {
  const mailbox = fakeMailbox({}), { api } = fakeApi(sample()), all = { ...api, me: async () => ({ id: "ana", name: "Ana Ruiz", email: "ana@ourfirm.example", role: "rep" }), prefer: async () => undefined } as unknown as Api;
  render(<App mailbox={mailbox} speech={english} speak={async () => english} begin={{ at: "settings" }} open={() => ({ api: all, users: async () => [], signIn: async () => undefined, signOut: async () => undefined })} />);
  return { outlook: (dark: boolean) => act(() => mailbox.paint({ dark })), choose: async (name: string) => userEvent.click(await screen.findByRole("radio", { name })) };
}
const look = () => document.documentElement.dataset["look"];

describe("the pane's colours", () => {
  it("follow Outlook until the rep chooses, then stay as chosen whatever Outlook does, and follow again", async () => {
    const { outlook, choose } = draw();
    expect(look()).toBe("light");
    outlook(true);
    expect(look()).toBe("dark");
    await choose("Light");
    outlook(false); outlook(true);
    expect([look(), keptLook()]).toEqual(["light", "light"]);
    await userEvent.click((await screen.findAllByRole("radio", { name: "As Outlook" }))[0]!);
    expect([look(), keptLook()]).toEqual(["dark", "auto"]);
  });
  it("are the chosen ones from the first paint of the next pane", async () => {
    await draw().choose("Dark");
    cleanup();
    delete document.documentElement.dataset["look"];
    draw();
    expect(look()).toBe("dark");
  });
});
