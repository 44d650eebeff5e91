import { afterEach, expect, it } from "@jest/globals";
import { cleanup, render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FirstRun } from "../../addin/Stops.tsx";
import { Problem } from "../../model/problem.ts";
import { fakeApi, fakeDoors } from "./fake.tsx";

afterEach(cleanup);

it("tells somebody who is not signed in what this is for, and leads to sign-in, privacy and terms, which are there in both languages", async () => {
  const pages: string[] = [], { Within } = fakeDoors(fakeApi({}).api, { mailbox: { browse: (address: string) => pages.push(address) } as never }), signed: string[] = [];
  render(<Within><FirstRun signIn={async () => { signed.push("in"); }} problem={new Problem("unauthorised")} /></Within>);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toMatch(/\w/);
  for (const name of ["Privacy", "Terms", "Sign in"]) await userEvent.click(screen.getByRole("button", { name }));
  expect(pages.map(one => new URL(one).pathname)).toEqual(["/assets/privacy.html", "/assets/terms.html"]);
  expect(signed).toEqual(["in"]);
  for (const page of pages) {
    const file = join(import.meta.dirname, "../../addin", new URL(page).pathname);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, "utf8")).toMatch(/Dealwright[^]*lang="zh-CN"[^]*商匠/);
  }
});
