import { afterEach, beforeEach, describe, expect, it, jest, test } from "@jest/globals";
import { askConfiguration } from "../../addin/api.ts";
import { openService } from "../../addin/service.ts";
import { openEntra } from "../../addin/session/entra.ts";
import { readHandover, writeHandover, writeRefusal, type Dialogs } from "../../addin/session/handover.ts";
import { Declined, type Nested, type Pass } from "../../addin/session/nested.ts";
import { openSession, readConfiguration, type Directory } from "../../addin/session/session.ts";
import { windowDialogs } from "../../addin/session/window.ts";

const directory: Directory = { kind: "entra", client: "client", authority: "https://login.example/tenant", scope: "api://client/access_as_user" };
const page = new URL("https://crm.example/signin.html"), minute = 60_000;
let clock = 1_790_000_000_000;
const pass = (token = "a.b.c", minutes = 60): Pass => ({ token, expires: clock + minutes * minute });

/** Outlook's own account, answering from two scripts (the last answer stands), and the window, which plays the sign-in page. */
function doors({ silently = [() => pass("silent.b.c")], asking = [() => pass("asked.b.c")], bridge, window = state => [writeHandover(state, pass("window.b.c"))] }: {
  silently?: (() => Pass | Promise<Pass>)[]; asking?: (() => Pass | Promise<Pass>)[]; bridge?: () => Promise<Nested>; window?: (state: string) => (string | [string, string])[];
} = {}) {
  const calls: string[] = [], taken: boolean[] = [];
  const play = (name: string, script: (() => Pass | Promise<Pass>)[]) => async () => { calls.push(name); return (script.length > 1 ? script.shift()! : script[0]!)(); };
  const nested: Nested = { silently: play("silently", silently), asking: play("asking", asking), forget: async () => { calls.push("forget"); } };
  const dialogs: Dialogs = {
    async open(address, hear) {
      calls.push("window");
      const url = new URL(address);
      calls.push(...url.searchParams.has("choose") ? ["choose"] : []);
      for (const said of window(url.searchParams.get("state")!)) {
        const [message, from] = typeof said === "string" ? [said, page.origin] : said;
        taken.push(hear(message, from));
        if (taken.at(-1)) return true;
      }
      return false;
    },
  };
  return { calls, taken, open: () => openEntra(directory, { nested: bridge ?? (async () => { calls.push("open"); return nested; }), dialogs, page, now: () => clock }) };
}
const declines = (why: Declined["why"]) => () => Promise.reject(new Declined(why));
const unauthorised = { code: "unauthorised" };

beforeEach(() => { clock = 1_790_000_000_000; sessionStorage.clear(); });
afterEach(() => { jest.restoreAllMocks(); jest.useRealTimers(); });

describe("with Outlook's own account", () => {
  it("signs in without anybody seeing anything, once for all who ask at once", async () => {
    const { calls, open } = doors(), session = open();
    expect(await Promise.all([1, 2, 3, 4, 5].map(() => session.authorization()))).toEqual(Array(5).fill("Bearer silent.b.c"));
    await session.authorization();
    expect(calls).toEqual(["open", "silently"]);
  });
  it("renews the token five minutes before its end, and keeps it to the end where Outlook is offline meanwhile", async () => {
    const { open, calls } = doors({ silently: [() => pass("first.b.c"), declines("offline"), () => pass("second.b.c")] }), session = open();
    await session.authorization();
    clock += 54 * minute;
    expect(await session.authorization()).toBe("Bearer first.b.c");
    expect(calls).toEqual(["open", "silently"]);
    clock += 2 * minute;
    expect(await session.authorization()).toBe("Bearer first.b.c");
    expect(await session.authorization()).toBe("Bearer second.b.c");
  });
  it("never opens a window unasked: a person has to sign in first", async () => {
    const { calls, open } = doors({ silently: [declines("interaction")] }), session = open();
    await expect(session.authorization()).rejects.toMatchObject(unauthorised);
    expect(calls).toEqual(["open", "silently"]);
    await session.signIn();
    expect(await session.authorization()).toBe("Bearer asked.b.c");
    expect(calls).toEqual(["open", "silently", "asking"]);
  });
  it("opens one sign-in for two clicks", async () => {
    const { calls, open } = doors(), session = open();
    await Promise.all([session.signIn(), session.signIn()]);
    expect(calls).toEqual(["open", "asking"]);
  });
  it("says that it is offline, and tries again when asked again", async () => {
    const { open } = doors({ silently: [declines("offline"), () => pass()] }), session = open();
    await expect(session.authorization()).rejects.toMatchObject({ code: "offline" });
    expect(await session.authorization()).toBe("Bearer a.b.c");
  });
  it("takes a person's no for a no", async () => {
    const { calls, open } = doors({ asking: [declines("cancelled")] }), session = open();
    await expect(session.signIn()).rejects.toMatchObject(unauthorised);
    expect(calls).toEqual(["open", "asking"]);
  });
  it("waits ten seconds for a bridge that never answers, then takes the window", async () => {
    jest.useFakeTimers();
    const { calls, open } = doors({ bridge: () => new Promise(() => undefined) }), session = open();
    const refused = expect(session.authorization()).rejects.toMatchObject(unauthorised);
    await jest.advanceTimersByTimeAsync(10_000);
    await refused;
    await session.signIn();
    expect(calls).toEqual(["window"]);
  });
});

describe("where Outlook's own account is of no use", () => {
  it("falls through to the window in the same click, and is not tried again in this session", async () => {
    const { calls, open } = doors({ asking: [declines("broken")] }), session = open();
    await session.signIn();
    expect(await session.authorization()).toBe("Bearer window.b.c");
    expect(calls).toEqual(["open", "asking", "window"]);
    await session.signIn();
    expect(calls).toEqual(["open", "asking", "window", "window"]);
  });
  it("opens no window where an administrator has to allow us first, and says so", async () => {
    const { calls, open } = doors({ asking: [declines("consent")] });
    await expect(open().signIn()).rejects.toMatchObject({ code: "consent" });
    expect(calls).toEqual(["open", "asking"]);
  });
  it("says so, too, where the window of our own meets that, and hears it from our own page alone", async () => {
    const { taken, open } = doors({ asking: [declines("broken")], window: state => [[writeRefusal(state), "https://evil.example"], writeRefusal("older"), writeRefusal(state)] });
    await expect(open().signIn()).rejects.toMatchObject({ code: "consent" });
    expect(taken).toEqual([false, false, true]);
  });
  it("takes the window also where Outlook is offline, but asks Outlook again next time", async () => {
    const { calls, open } = doors({ asking: [declines("offline"), () => pass()] }), session = open();
    await session.signIn();
    await session.signIn();
    expect(calls).toEqual(["open", "asking", "window", "asking"]);
  });
  it("takes the window in the same click in which the rep asks once more, where Outlook does not answer", async () => {
    const { calls, open } = doors({ asking: [() => new Promise<Pass>(() => undefined)] }), session = open(), first = session.signIn();
    await Promise.resolve();
    clock += 3_000;
    await Promise.all([first, session.signIn()]);
    expect(calls).toEqual(["open", "asking", "window"]);
    expect(await session.authorization()).toBe("Bearer window.b.c");
  });
  it("does not take a pane that could not load its own code for a broken Outlook", async () => {
    const { Problem } = await import("../../model/problem.ts");
    let down = true;
    const { open } = doors({ bridge: async () => { if (down) throw new Problem("offline"); return { silently: async () => pass(), asking: async () => pass(), forget: async () => undefined }; } }), session = open();
    await expect(session.authorization()).rejects.toMatchObject({ code: "offline" });
    down = false;
    expect(await session.authorization()).toBe("Bearer a.b.c");
  });
  it("remembers both the window's token and the way, when Outlook opens the pane anew, until the token's last minute", async () => {
    const first = doors({ silently: [declines("broken")] });
    await expect(first.open().authorization()).rejects.toMatchObject(unauthorised);
    await first.open().signIn();
    const second = doors(), session = second.open();
    clock += 59 * minute;
    expect(await session.authorization()).toBe("Bearer window.b.c");
    clock += minute;
    await expect(session.authorization()).rejects.toMatchObject(unauthorised);
    expect(second.calls).toEqual([]);
  });
  it.each([["another client's", (text: string) => text.replace('"client":"client"', '"client":"other"')], ["a damaged", (text: string) => text.slice(1)], ["a smuggled", (text: string) => text.replace("window.b.c", "window.b.c\\r\\nx: y")]])("does not use %s memory", async (_name, change) => {
    await doors({ asking: [declines("broken")] }).open().signIn();
    const written = sessionStorage.getItem("dealwright.session")!;
    sessionStorage.setItem("dealwright.session", change(written));
    expect(await doors().open().authorization()).toBe("Bearer silent.b.c");
  });
  it("works where the browser gives embedded pages no storage", async () => {
    for (const method of ["getItem", "setItem"] as const) jest.spyOn(Storage.prototype, method).mockImplementation(() => { throw new DOMException("denied", "SecurityError"); });
    const session = doors({ asking: [declines("broken")] }).open();
    await session.signIn();
    expect(await session.authorization()).toBe("Bearer window.b.c");
  });
  it("writes nothing down of a token that Outlook gave", async () => {
    const session = doors().open();
    await session.authorization();
    await session.signIn();
    expect(JSON.stringify({ ...sessionStorage })).not.toMatch(/silent|asked/);
  });
  it("is still signed out when the person closes the window", async () => {
    const session = doors({ asking: [declines("broken")], window: () => [] }).open();
    await expect(session.signIn()).rejects.toMatchObject(unauthorised);
    await expect(session.authorization()).rejects.toMatchObject(unauthorised);
  });
});

describe("signing out", () => {
  it("forgets the token here and in the library, stays so when the pane opens anew, and lets the next person choose an account", async () => {
    const { calls, open } = doors({ asking: [declines("broken")] }), session = open();
    await session.authorization();
    await session.signOut();
    await expect(session.authorization()).rejects.toMatchObject(unauthorised);
    await expect(open().authorization()).rejects.toMatchObject(unauthorised);
    expect(calls).toEqual(["open", "silently", "forget"]);
    await session.signIn();
    expect(calls.slice(3)).toEqual(["asking", "window", "choose"]);
    expect(await session.authorization()).toBe("Bearer window.b.c");
  });
  it("also wins over a token that is on its way", async () => {
    let arrive = (_: Pass) => {};
    const slow = () => new Promise<Pass>(resolve => { arrive = resolve; });
    const session = doors({ silently: [slow], asking: [slow] }).open();
    for (const start of [session.authorization, session.signIn]) {
      const refused = expect(start()).rejects.toMatchObject(unauthorised);
      await session.signOut();
      arrive(pass());
      await refused;
    }
    await expect(session.authorization()).rejects.toMatchObject(unauthorised);
  });
});

describe("a message of the sign-in window", () => {
  const expected = { origin: page.origin, state: "nonce", now: clock };
  const sound = { dealwright: "signed-in", state: "nonce", token: "a.b.c", expires: clock + minute };
  const read = (message: unknown, from: string | undefined = page.origin) => readHandover(message, from, expected);
  it("is taken as the page writes it", () => expect(read(writeHandover("nonce", pass("a.b.c", 1)))).toEqual({ token: "a.b.c", expires: clock + minute }));
  test.each<[string, unknown]>([
    ["of another shape", { signedIn: true }], ["with a field too many", { ...sound, more: 1 }], ["replayed from another window", { ...sound, state: "older" }], ["without its nonce", { ...sound, state: undefined }],
    ["that is over", { ...sound, expires: clock }], ["that lasts for ever", { ...sound, expires: clock + 90_000_000 }], ["that ends in words", { ...sound, expires: "tomorrow" }],
    ["that would start a second header", { ...sound, token: "a.b.c\r\nx-role: admin" }], ["that is no token", { ...sound, token: "rep" }], ["with a token of a megabyte", { ...sound, token: `a.b.${"c".repeat(1_000_000)}` }],
    ["that is nothing", null], ["that is a list", [sound]],
  ])("%s is ignored", (_name, message) => expect(read(JSON.stringify(message))).toBeUndefined());
  test.each([["not JSON", "{dealwright"], ["a megabyte of blanks", " ".repeat(1_000_000) + JSON.stringify(sound)], ["not text", sound]])("that is %s is ignored", (_name, message) => expect(read(message)).toBeUndefined());
  test.each(["https://evil.example", "http://crm.example", "https://crm.example:8443", "https://crm.example.evil.example", "null", ""])("from %s is ignored", from => expect(read(JSON.stringify(sound), from)).toBeUndefined());
  it("from nobody knows where is ignored", () => expect(readHandover(JSON.stringify(sound), undefined, expected)).toBeUndefined());

  it("counts only once it is right, and after it nothing does", async () => {
    const { taken, open } = doors({ asking: [declines("broken")], window: state => ["junk", [writeHandover(state, pass("evil.b.c")), "https://evil.example"], writeHandover("older", pass("old.b.c")), writeHandover(state, pass("right.b.c")), writeHandover(state, pass("second.b.c"))] });
    const session = open();
    await session.signIn();
    expect(await session.authorization()).toBe("Bearer right.b.c");
    expect(taken).toEqual([false, false, false, true]);
  });
});

describe("a plain window", () => {
  const fake = () => ({ closed: false, close() { this.closed = true; } });
  it("hears only the window that it opened, once, and closes it", async () => {
    const opened = fake(), heard: string[] = [];
    jest.spyOn(window, "open").mockReturnValue(opened as unknown as Window);
    const done = windowDialogs.open("https://crm.example/signin.html", message => { heard.push(message); return message === "right"; });
    const say = (data: unknown, source: unknown) => { const event = new MessageEvent("message", { data, origin: "https://crm.example" }); Object.defineProperty(event, "source", { value: source }); window.dispatchEvent(event); };
    say("other window", {}); say({ right: 1 }, opened); say("wrong", opened); say("right", opened); say("late", opened);
    expect(await done).toBe(true);
    expect([heard, opened.closed]).toEqual([["wrong", "right"], true]);
  });
  it("notices that the person closed it", async () => {
    jest.useFakeTimers();
    const opened = fake();
    jest.spyOn(window, "open").mockReturnValue(opened as unknown as Window);
    const done = windowDialogs.open("https://crm.example/signin.html", () => true);
    opened.close();
    await jest.advanceTimersByTimeAsync(300);
    expect(await done).toBe(false);
  });
  it("says so where the browser does not open it", async () => {
    jest.spyOn(window, "open").mockReturnValue(null);
    await expect(windowDialogs.open("https://crm.example/signin.html", () => true)).rejects.toMatchObject({ code: "outlook" });
  });
});

describe("the demo", () => {
  it("names the person that the demo's Outlook chose, or the first one, and can be left", async () => {
    const demo = readConfiguration({ kind: "demo", users: [{ id: "manager", name: "Carla", role: "manager" }] });
    expect(await openSession(demo, { user: "rep2" }).authorization()).toBe("Demo rep2");
    const session = openSession(demo);
    expect(await session.authorization()).toBe("Demo manager");
    await session.signOut();
    await expect(session.authorization()).rejects.toMatchObject(unauthorised);
    await session.signIn();
    expect(await session.authorization()).toBe("Demo manager");
  });
});

describe("the service's word on how to sign in", () => {
  const answer = (body: unknown, status = 200) => (async () => ({ ok: status < 300, status, json: async () => body })) as unknown as typeof fetch;
  it("is asked without anybody being signed in", async () => {
    const send = jest.fn(answer(directory));
    expect(readConfiguration(await askConfiguration("https://crm.example", send))).toEqual(directory);
    expect(send.mock.calls[0]).toMatchObject(["https://crm.example/api/session/config", { headers: { accept: "application/json" } }]);
  });
  test.each([{ kind: "ldap" }, { ...directory, authority: "http://login.example/tenant" }, { ...directory, authority: "javascript:alert(1)" }, { kind: "entra" }, null, "demo"])("is refused as %j", word => expect(() => readConfiguration(word)).toThrow(expect.objectContaining({ code: "unexpected" })));
  it("is taken from the page that the service served, and asked for where the page does not tell", async () => {
    const users = [{ id: "rep", name: "Robin", role: "rep" }], others = [{ id: "rep2", name: "Lin", role: "rep" }], fetched = globalThis.fetch, send = jest.fn(answer({ kind: "demo", users: others }));
    globalThis.fetch = send;
    try {
      document.head.innerHTML = '<meta name="session">';
      document.querySelector("meta")!.content = JSON.stringify({ kind: "demo", users });
      expect(await openService().users()).toEqual(users);
      expect(send).not.toHaveBeenCalled();
      for (const page of ['<meta name="session" content="__SESSION__">', ""]) {
        document.head.innerHTML = page;
        expect(await openService().users()).toEqual(others);
      }
      expect(send).toHaveBeenCalledTimes(2);
    } finally { document.head.innerHTML = ""; globalThis.fetch = fetched; }
  });
  it("reports a service that is away", async () => {
    await expect(askConfiguration("", async () => { throw new TypeError("refused"); })).rejects.toMatchObject({ code: "offline" });
    await expect(askConfiguration("", answer({ code: "unavailable" }, 503))).rejects.toMatchObject({ code: "unavailable" });
  });
});
