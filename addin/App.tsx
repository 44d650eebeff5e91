import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Caller } from "../model/may.ts";
import type { Problem } from "../model/problem.ts";
import { DoorsContext, type Doors } from "./doors.ts";
import { useKeptFocus } from "./focus.ts";
import { Header } from "./Header.tsx";
import { LanguageContext } from "./language.ts";
import { lasting } from "./lasting.ts";
import { keepDrafts } from "./record/drafts.ts";
import type { Mailbox } from "./office/mailbox.ts";
import { PaneContext, type Draft, type Pane, type Told } from "./pane.ts";
import { Trap } from "./parts/Trap.tsx";
import { TextButton } from "./parts/TextButton.tsx";
import { PlaceView } from "./PlaceView.tsx";
import type { Place } from "./places.ts";
import { openService, type DemoUser, type Service } from "./service.ts";
import type { Dialogs } from "./session/handover.ts";
import { directionOf, SpeechContext, type Language, type Speech } from "./speech.ts";
import { FirstRun, NoService } from "./Stops.tsx";
import { drawsDark, keepLook, keptLook, paint } from "./theme.ts";
import { askAnew, problemOf } from "./use.ts";
import { useQueue } from "./waiting.ts";

export interface Given {
  mailbox: Mailbox & { user?: string; dialogs?: Dialogs };
  speech: Speech;
  /** The other language is fetched when it is wanted. */
  speak(language: Language | undefined): Promise<Speech>;
  language?: Language;
  /** Where a window of its own begins, in front of home. */
  begin?: Place;
  open?: typeof openService;
}

/** The whole pane: where one is, who one is, and what Outlook shows. */
export function App({ mailbox, speech: first, speak, language: chosen, begin, open = openService }: Given) {
  const [user, setUser] = useState(mailbox.user);
  const owner = user ?? mailbox.me.address.toLowerCase(), drafts = useMemo(() => lasting<Draft>("drafts", owner), [owner]);
  const sent = useRef<() => void>(undefined), { kept: waiting, keep, serve } = useQueue(owner, () => sent.current?.());
  const writes = useRef(keep);
  writes.current = keep;
  const service = useMemo(() => open(user, mailbox.dialogs, mailbox.me.name, written => writes.current(written)), [open, user, mailbox]);
  serve(service.api);
  const edits = useMemo(() => keepDrafts(service.api, lasting("records", owner)), [service, owner]);
  const { me, problem, users, retry } = useMe(service);
  const [item, setItem] = useState(() => mailbox.current());
  const [stack, setStack] = useState(() => [home, ...begin ? [begin] : []].map((place): { place: Place; item: string } => ({ place, item: item.key })));
  const [speech, setSpeech] = useState(first), [language, setLanguage] = useState(chosen);
  const [look, setLook] = useState(keptLook), [outlookIsDark, setOutlookIsDark] = useState(() => mailbox.look().dark);
  const [said, setSaid] = useState(""), [behind, setBehind] = useState(false);
  const told = useRef(new Map<string, Told>()).current;
  const main = useRef<HTMLElement>(null);
  useKeptFocus(main);
  const { words } = speech;
  const top = stack[stack.length - 1]!, { place } = top;

  const dark = drawsDark(look, outlookIsDark);
  useEffect(() => paint(dark), [dark]);
  useEffect(() => mailbox.onLook(({ dark }) => setOutlookIsDark(dark)), [mailbox]);
  useEffect(() => { document.documentElement.lang = speech.language; document.documentElement.dir = directionOf(speech.locale); }, [speech]);

  useEffect(() => { if (me) import("./launch/attend.ts").then(({ attend }) => attend(mailbox, service.api, me.id)).catch(() => undefined); }, [me, mailbox, service]);

  const announce = useCallback((what: string) => { setSaid(""); setTimeout(() => setSaid(what), 50); }, []);
  const hear = useRef<(next: typeof item) => void>(undefined);
  hear.current = next => {
    setItem(next);
    setBehind(false);
    // what concerns only the message that is gone gives way to the new one; a record that is being worked on stays
    setStack(old => { const at = old[old.length - 1]!.place.at; return at === "home" || at === "lead-from-mail" || at === "log-to" ? [{ place: { at: "home" }, item: next.key }] : [{ place: { at: "home" }, item: next.key }, ...old.slice(1)]; });
    announce(words.nowShowing(next.mail?.subject || words.noSubject));
  };
  useEffect(() => mailbox.onItem(next => hear.current!(next)), [mailbox]);
  useEffect(() => mailbox.onLag?.(is => { setBehind(is); if (is) announce(words.problems["changed-item"]); }), [mailbox, announce, words]);

  const settle = useCallback(() => { setTimeout(() => { main.current?.focus({ preventScroll: true }); main.current?.scrollTo?.(0, 0); }); }, []);
  const go = useCallback((next: Place) => {
    setStack(old => next.at === "home" ? [{ place: next, item: item.key }] : [...(old[old.length - 1]!.place.at === next.at && (next.at === "search" || next.at === "settings" || next.at === "day") ? old.slice(0, -1) : old), { place: next, item: item.key }]);
    if (next.at !== "search") settle();
  }, [item.key, settle]);
  const back = useCallback(() => { setStack(old => old.length > 1 ? old.slice(0, -1) : old); settle(); }, [settle]);

  const doors = useMemo<Doors>(() => ({ api: service.api, mailbox, me: me ?? { id: "", name: mailbox.me.name, email: mailbox.me.address, role: "reader" }, item, go, back, announce }), [service, mailbox, me, item, go, back, announce]);
  const pane = useMemo<Pane>(() => ({
    dark, look, chooseLook: next => { keepLook(next); setLook(next); },
    language, chooseLanguage: next => { setLanguage(next); void speak(next).then(setSpeech, () => undefined); },
    user: user ?? me?.id, users, chooseUser: id => { told.clear(); setUser(id); },
    signIn: async () => { await service.signIn(); retry(); }, signOut: async () => { drafts.clear(); edits.clear(); await service.signOut(); retry(); },
    kept: waiting, drafts, told,
  }), [waiting, drafts, edits, told, dark, look, language, speak, user, users, me, service, retry]);

  sent.current = () => {
    askAnew(service.api);
    announce(words.savedNow);
  };
  useEffect(() => { if (place.at === "record") void service.api.prefer({ saw: `${place.type}/${place.id}` }).catch(() => undefined); }, [service, place]);

  const other = stack.length > 1 && top.item !== item.key && item.surface !== "none";
  const signIn = problem && (problem.code === "unauthorised" || problem.code === "forbidden") && !me;
  return (
    <SpeechContext value={speech}><LanguageContext value={{ tag: speech.locale, labels: speech.labels, currency: me?.currency }}>
      <div className="app">
        <PaneContext value={pane}><DoorsContext value={doors}>
          <Header place={place} canBack={stack.length > 1} />
          {(behind || other || waiting) && <aside aria-label={words.product}>
            {behind && <p className="other"><span className="grow">{words.problems["changed-item"]}</span><TextButton onClick={() => mailbox.renew?.()}>{words.show}</TextButton></p>}
            {other && <p className="other"><span className="grow clip">{words.newMessage(item.mail?.subject || words.noSubject)}</span><TextButton onClick={() => go({ at: "home" })}>{words.show}</TextButton></p>}
            {waiting && place.at !== "waiting" && <p className="other"><span className="grow">{words.notSaved(waiting.all.length)}{!waiting.lasting && ` ${words.notLasting}`}</span><TextButton onClick={() => go({ at: "waiting" })}>{words.show}</TextButton></p>}
          </aside>}
          <main ref={main} tabIndex={-1}>
            {signIn ? <FirstRun signIn={pane.signIn} problem={problem} />
              : <>{problem && !me && <NoService problem={problem} retry={retry} />}
                {!(behind && place.at === "home") && <Trap key={`${stack.length} ${item.key} ${place.at} ${user}`} words={words} back={stack.length > 1 ? back : undefined}><PlaceView place={place} from={listBelow(stack)} swap={next => setStack(old => [...old.slice(0, -1), { place: next, item: item.key }])} /></Trap>}</>}
          </main>
          <div className="unseen" role="status" aria-live="polite">{said}</div>
        </DoorsContext></PaneContext>
      </div>
    </LanguageContext></SpeechContext>
  );
}

/** The list that the record on top was opened from. */
function listBelow(stack: readonly { place: Place }[]): Extract<Place, { at: "list" }> | undefined {
  const top = stack.at(-1)!.place, lists = stack.flatMap(({ place }) => place.at === "list" ? [place] : []);
  return lists.findLast(list => top.at === "record" && list.type === top.type);
}

const home: Place = { at: "home" };

/** Who is at work. While the service cannot be reached it is asked every few seconds. */
function useMe(service: Service) {
  const [state, setState] = useState<{ of: Service; me?: Caller; problem?: Problem; users: DemoUser[] }>({ of: service, users: [] });
  const [round, setRound] = useState(0), away = useRef(false);
  useLayoutEffect(() => { // before the first paint
    let current = true, timer: ReturnType<typeof setTimeout> | undefined;
    Promise.all([service.api.me(), service.users()]).then(
      ([me, users]) => {
        if (!current) return;
        setState({ of: service, me, users });
        if (away.current) askAnew(service.api); // what failed meanwhile
        away.current = false;
      },
      (error: unknown) => {
        if (!current) return;
        const problem = problemOf(error);
        away.current = true;
        setState({ of: service, problem, users: [] });
        if (problem.code !== "unauthorised" && problem.code !== "forbidden") timer = setTimeout(() => setRound(n => n + 1), 4000);
      });
    return () => { current = false; clearTimeout(timer); };
  }, [service, round]);
  const retry = useCallback(() => setRound(n => n + 1), []);
  return { ...state.of === service ? state : { me: undefined, problem: undefined, users: state.users }, retry };
}
