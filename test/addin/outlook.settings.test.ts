import { beforeEach, describe, expect, it } from "@jest/globals";
import { addressWithout, readChoices, saveChoices } from "../outlook/settings.ts";

const shown = (search: string) => { const { as, language, theme, width } = readChoices(search, sessionStorage); return [as, language, theme, width]; };

describe("how the simulated Outlook is looked at", () => {
  beforeEach(() => sessionStorage.clear());
  it("goes by the address, then by what was chosen earlier in this tab", () => {
    saveChoices({ as: "rep2", language: "zh-CN", theme: "dark", width: 450, door: "demo", mailbox: "1.12", open: true, faults: {} }, sessionStorage);
    expect(shown("")).toEqual(["rep2", "zh-CN", "dark", 450]);
    expect(shown("?as=manager&language=en-US&theme=light&width=320")).toEqual(["manager", "en-US", "light", 320]);
  });
  it("lets a choice overtake the address, and keeps the rest of it", () => expect(addressWithout("http://localhost/?as=rep&item=x&theme=dark&width=320&language=en-US#a")).toBe("http://localhost/?item=x#a"));
});
