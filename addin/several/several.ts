import { useCallback, useEffect, useRef, useState } from "react";
import type { Brief, Known } from "../../model/known.ts";
import type { Mail, Person } from "../../model/mail.ts";
import type { Problem } from "../../model/problem.ts";
import { bestFor, mainPerson, personIn, queryOf } from "../belongs.ts";
import { useDoors } from "../doors.ts";
import type { Picked } from "../office/mailbox.ts";
import { problemOf } from "../use.ts";

/** One of several messages: what is known of it, and how far it is. `will`: to be logged on `on`. */
export interface One {
  picked: Picked; mail?: Mail; known?: Known; who?: Person; on?: Brief;
  state: "unread" | "will" | "nobody" | "stopped" | "kept-out" | "busy" | "already" | "logged" | "waits" | "failed";
  problem?: Problem; commit?: string;
}

/** How a message stands before anything is done; `all`: the one record that the rep chose for all of them. */
export function standing({ picked, mail, known, who }: One, all?: Brief): One {
  const of = { picked, mail, known, who };
  if (!mail || !known || !who) return { ...of, state: "unread" };
  if (known.keptOut) return { ...of, state: "kept-out" };
  const there = known.logged.find(({ on }) => !all || (on.type === all.type && on.id === all.id))?.on;
  if (there) return { ...of, state: "already", on: there };
  const on = all ?? bestFor(known, personIn(known, who));
  return on ? { ...of, state: "will", on } : { ...of, state: known.stopped ? "stopped" : "nobody" };
}

/** Reads the messages one after the other, logs them each in a commit of its own, so that one that fails holds up no other, and takes back what was logged. The marks in Outlook follow when a message is opened. */
export function useSeveral(picked: readonly Picked[]) {
  const { api, mailbox } = useDoors();
  const [list, setList] = useState<One[]>(() => picked.map(one => ({ picked: one, state: "unread" as const })));
  const [far, setFar] = useState<number>(), now = useRef(list), alive = useRef(true), stopped = useRef(false);
  const put = useCallback((one: One) => { now.current = now.current.map(old => old.picked.id === one.picked.id ? one : old); if (alive.current) setList(now.current); }, []);

  const read = useCallback(async (one: Picked) => {
    try {
      const mail = await mailbox.several!.read(one);
      if (alive.current) put(standing({ picked: one, mail, who: mainPerson(mail, mailbox.me), known: await api.known(queryOf(mail)), state: "unread" }));
    } catch (error) { put({ picked: one, state: "failed", problem: problemOf(error) }); }
  }, [api, mailbox, put]);
  useEffect(() => {
    alive.current = true;
    void (async () => { for (const one of picked) if (alive.current) await read(one); })();
    return () => { alive.current = false; };
  }, [picked, read]);

  const log = async (one: One) => {
    if (!one.mail || !one.on) return read(one.picked);
    const { on: { type, id } } = one;
    put({ ...one, state: "busy", problem: undefined });
    try {
      const { commit, known } = await api.log(one.mail, [{ type, id }]);
      put({ ...one, known, state: "logged", commit, problem: undefined });
    } catch (error) {
      const problem = problemOf(error);
      put({ ...one, state: problem.code === "queued" ? "waits" : problem.code === "kept-out" ? "kept-out" : "failed", problem });
    }
  };
  /** Logs each to its own record, or all to one; answers how many are logged. */
  const logAll = async (all?: Brief): Promise<number> => {
    if (all) for (const one of now.current) if (["will", "nobody", "stopped", "already", "failed"].includes(one.state)) put(standing(one, all));
    const these = now.current.filter(({ state }) => state === "will");
    stopped.current = false;
    for (const [n, one] of these.entries()) { if (stopped.current) break; setFar(n); await log(one); }
    setFar(undefined);
    return now.current.filter(({ state, picked }) => state === "logged" && these.some(one => one.picked.id === picked.id)).length;
  };
  /** Takes back what was logged here; answers how many were and how many could not be. */
  const undo = async (): Promise<{ done: number; left: number }> => {
    let done = 0, left = 0;
    for (const one of now.current.filter(({ state, commit }) => state === "logged" && commit).reverse()) {
      try { await api.undo(one.commit!); done++; put({ ...one, state: "will", commit: undefined, known: { ...one.known!, logged: [] } }); } catch { left++; }
    }
    return { done, left };
  };
  return { list, far, log, logAll, undo, stop: () => { stopped.current = true; } };
}
