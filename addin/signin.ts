import { Problem } from "../model/problem.ts";
import { askConfiguration } from "./api.ts";
import { tellParent } from "./office/outlookDialogs.ts";
import { writeHandover, writeRefusal } from "./session/handover.ts";
import { readConfiguration } from "./session/session.ts";
import { Declined } from "./session/nested.ts";
import { tellOpener } from "./session/window.ts";

const languages = {
  en: { going: "Signing you in…", done: "You are signed in. You can close this window.", failed: "You were not signed in.", again: "Try again", consent: "Your administrator has to allow Dealwright once for your company." },
  zh: { going: "正在登录…", done: "您已登录，可以关闭此窗口。", failed: "未能登录。", again: "重试", consent: "需要由管理员为贵公司批准一次商匠。" },
};
const language = navigator.language.startsWith("zh") ? "zh" : "en", words = languages[language];
const element = (id: string) => document.getElementById(id)!;
const kept = "dealwright.signin";

/** The page in the sign-in window: on to the directory, and from there back with a token for the pane. */
async function signIn(): Promise<void> {
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.body.style.font = "15px/1.5 'Segoe UI', system-ui, sans-serif";
  document.body.style.margin = "2rem";
  say("going");
  const asked = new URLSearchParams(location.search);
  if (asked.has("state")) keep(location.search);
  try {
    const as = readConfiguration(await askConfiguration());
    if (as.kind === "demo") throw new Problem("forbidden");
    const { visitDirectory } = await import("./session/msal.ts");
    const { state, ...pass } = await visitDirectory(as, { page: location.origin + location.pathname, state: asked.get("state") ?? "", choose: asked.has("choose") });
    await tell(writeHandover(state, pass));
    say("done");
  } catch (error) {
    const state = new URLSearchParams(recallSearch() ?? "").get("state");
    if (error instanceof Declined && error.why === "consent" && state) await tell(writeRefusal(state)).catch(() => undefined);
    say("failed", error);
  }
}

const tell = (message: string) => tellParent(message, location.origin).catch(() => tellOpener(message, location.origin));

function say(what: "going" | "done" | "failed", error?: unknown): void {
  element("words").textContent = words[what];
  if (what !== "failed") return;
  if (error instanceof Declined && error.why === "consent") element("words").textContent = words.consent;
  const { errorCode, code = errorCode } = (error ?? {}) as { code?: string; errorCode?: string };
  element("code").textContent = code ?? "unexpected";
  const again = element("again") as HTMLAnchorElement, search = recallSearch();
  if (!search) return;
  Object.assign(again, { textContent: words.again, hidden: false, href: location.pathname + search });
}

/** The way back from the directory has lost what the pane asked for, so trying again needs it from here. */
function keep(search: string): void {
  try { sessionStorage.setItem(kept, search); } catch { /* then there is no trying again */ }
}
function recallSearch(): string | null {
  try { return sessionStorage.getItem(kept); } catch { return null; }
}

void signIn();
