import { useEffect, useMemo, useReducer, useRef } from "react";
import type { Envelope } from "../model/mail.ts";
import type { Api, Written } from "./api.ts";
import { whenIdle } from "./idle.ts";
import type { Queue, Waiting } from "./queue/queue.ts";

/** What has not reached the service yet, as the panes see it. */
export interface Kept extends Pick<Queue, "send" | "drop" | "change"> { all: readonly Waiting[]; lasting: boolean }

/** What waits to be kept of a message: that it is logged, or the lead that is made of it. What the service refused waits for the rep instead. */
export function waitingFor(kept: Kept | undefined, { internetMessageId, from, sentAt, subject }: Envelope): Waiting | undefined {
  const mail = ({ body }: Waiting) => (body as { mail?: Envelope } | undefined)?.mail;
  return kept?.all.find(entry => { const of = mail(entry); return of && !entry.refused && (internetMessageId ? of.internetMessageId === internetMessageId : of.from.address === from.address && of.sentAt === sentAt && of.subject === subject); });
}

/** Opens the queue when the browser is idle or a write first needs it; `sent` hears of each write that got through in the end. */
export function useQueue(of: string, sent: (entry: Waiting, answer: unknown) => void): { kept: Kept | undefined; keep(written: Written): Promise<boolean>; serve(api: Api): void } {
  const [round, redraw] = useReducer((n: number) => n + 1, 0);
  const state = useRef<{ of: string; queue?: Queue; opening?: Promise<Queue>; api?: Api; hear: typeof sent }>({ of, hear: sent });
  state.current.hear = sent;
  const open = useMemo(() => () => {
    const mine = state.current;
    if (mine.of !== of) { void mine.opening?.then(queue => queue.close(), () => undefined); Object.assign(mine, { of, queue: undefined, opening: undefined }); }
    return mine.opening ??= import("./queue/queue.ts").then(({ openQueue }) => openQueue(of, { again: written => mine.api!.again(written), sent: (entry, answer) => mine.hear(entry, answer), changed: redraw }))
      .then(queue => { if (mine.of === of) { mine.queue = queue; redraw(); } return queue; }, (error: unknown) => { mine.opening = undefined; throw error; });
  }, [of]);
  useEffect(() => whenIdle(() => { open().catch(() => undefined); }), [open]);
  const queue = state.current.of === of ? state.current.queue : undefined;
  const kept = useMemo(() => queue && queue.all().length ? { all: queue.all(), lasting: queue.lasting(), send: queue.send, drop: queue.drop, change: queue.change } : undefined, [queue, round]); // eslint-disable-line react-hooks/exhaustive-deps -- the queue tells of each change by `round`
  return useMemo(() => ({ kept, keep: async (written: Written) => open().then(queue => queue.keep(written), () => false), serve: (api: Api) => { state.current.api = api; } }), [kept, open]);
}
