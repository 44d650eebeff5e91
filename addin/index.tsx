import "./fabricConfig.ts";
import "./pane.css";
import { createRoot } from "react-dom/client";
import { Problem } from "../model/problem.ts";
import type { RecordName } from "../model/records.ts";
import { App } from "./App.tsx";
import type { Mailbox } from "./office/mailbox.ts";
import type { Place } from "./places.ts";
import type { Dialogs } from "./session/handover.ts";
import { english, languageFor, type Language, type Speech } from "./speech.ts";
import { NoOutlook } from "./Stops.tsx";

const kept = "dealwright.language";

/** Opens the door that the page names, then draws; until then the page's own skeleton stands. */
async function start(): Promise<void> {
  const root = createRoot(document.getElementById("pane")!);
  try {
    const mailbox = await openMailbox();
    const language = keptLanguage();
    const speak = (chosen: Language | undefined) => { keepLanguage(chosen); return speechFor(languageFor(mailbox.language, chosen), mailbox.language); };
    root.render(<App mailbox={mailbox} speech={await speak(language)} speak={speak} language={language} begin={recordAt(mailbox.at)} />);
  } catch (error) {
    root.render(<NoOutlook detail={error instanceof Problem ? error.message : undefined} />);
    if (!(error instanceof Problem)) throw error;
  }
}

async function openMailbox(): Promise<Mailbox & { user?: string; dialogs?: Dialogs; at?: string }> {
  const asked = new URLSearchParams(location.search);
  if (asked.has("at")) return (await import("./office/alone.ts")).openAlone(asked);
  const demo = document.querySelector<HTMLMetaElement>("meta[name=door]")?.content === "demo";
  return demo ? (await import(/* webpackChunkName: "demo" */ "./office/demo.ts")).openDemo() : (await import(/* webpackChunkName: "outlook" */ "./office/outlook.ts")).openOutlook();
}

/** Where a window of its own begins: at a record (`type/id`). */
function recordAt(at = ""): Place | undefined {
  const [type, id] = at.split("/");
  return type && id ? { at: "record", type: type as RecordName, id } : undefined;
}

/** English is at hand; Chinese comes in a chunk of its own, and where that fails English has to do. */
async function speechFor(language: Language, outlook: string): Promise<Speech> {
  const locale = languageFor(outlook) === language ? outlook : language;
  if (language === "en") return { ...english, locale };
  return import("./chinese.ts").then(({ chinese }) => ({ ...chinese, locale }), () => english);
}

function keptLanguage(): Language | undefined {
  try { const was = localStorage.getItem(kept); return was === "en" || was === "zh-CN" ? was : undefined; } catch { return undefined; }
}
function keepLanguage(language: Language | undefined): void {
  try { if (language) localStorage.setItem(kept, language); else localStorage.removeItem(kept); } catch { /* lasts as long as the pane */ }
}

void start();
