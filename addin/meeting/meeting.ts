import { useCallback, useEffect, useState } from "react";
import type { Brief, Briefing, KnownMeeting } from "../../model/known.ts";
import type { Api, Changed } from "../api.ts";
import { useDoors } from "../doors.ts";
import type { Meeting } from "../office/mailbox.ts";
import { problemOf, useAsk } from "../use.ts";
import type { Problem } from "../../model/problem.ts";

export type About = Pick<Brief, "type" | "id" | "title">;
/** What came of a meeting, as it is being written down. */
export interface Outcome { decided: string; tasks: { subject: string; due?: string }[]; stage?: string }

export const askMeeting = (api: Api, meeting: Meeting) => api.call<KnownMeeting>("POST", "meeting/known", { body: { meeting } });
export const askBriefing = (api: Api, on: string) => api.call<Briefing>("GET", `briefing?${String(new URLSearchParams({ on }))}`);
/** All of it in one commit. */
export const sendOutcome = (api: Api, meeting: Meeting, on: About, outcome: Outcome, key: string) => api.call<Changed>("POST", "meeting/outcome", { body: { meeting, on: { type: on.type, id: on.id }, ...outcome }, key });

/** The meeting as Outlook has it now; one's own is read anew whenever it may have changed. */
export function useMeeting(): { meeting: Meeting | undefined; problem: Problem | undefined; again(): void } {
  const { mailbox, item } = useDoors(), [meeting, setMeeting] = useState<Meeting>(), [problem, setProblem] = useState<Problem>();
  const read = useCallback(() => { mailbox.meeting(item).then(now => { setProblem(undefined); setMeeting(was => JSON.stringify(was) === JSON.stringify(now) ? was : now); }, (error: unknown) => setProblem(problemOf(error))); }, [mailbox, item]);
  useEffect(() => { read(); return item.surface === "meeting-compose" ? mailbox.onDraft(read) : undefined; }, [mailbox, item, read]);
  return { meeting, problem, again: read };
}

/** Everybody in it, in one question whenever they change. */
export function useAttendees(meeting: Meeting | undefined) {
  const { api, item } = useDoors(), all = meeting && [meeting.organizer, ...meeting.required, ...meeting.optional].map(({ address }) => address.toLowerCase()).join(" ");
  return useAsk(meeting && `attendees ${all!}`, () => api.known({ from: meeting!.organizer, to: meeting!.required, cc: meeting!.optional, conversationId: item.conversationId ?? item.mail?.conversationId, subject: meeting!.subject }));
}

/** The record that the rep chose; with a meeting of one's own the choice stays in Outlook, where its sending finds it. */
export function useChosen(): [About | undefined, (record: About | undefined) => void] {
  const { mailbox, item } = useDoors(), [chosen, setChosen] = useState<About>(), writes = item.surface === "meeting-compose";
  useEffect(() => {
    let current = true;
    if (writes) mailbox.draft.told(item, "regarding").then(words => { if (current && words) setChosen((JSON.parse(words) as About[])[0]); }).catch(() => undefined);
    return () => { current = false; };
  }, [mailbox, item, writes]);
  const choose = useCallback((record: About | undefined) => {
    setChosen(record);
    if (writes) mailbox.draft.tell(item, "regarding", record && JSON.stringify([record])).catch(() => undefined);
  }, [mailbox, item, writes]);
  return [chosen, choose];
}

/** What is being written of an outcome outlives the pane's other places. */
export const outcomes = new Map<string, Outcome>();
