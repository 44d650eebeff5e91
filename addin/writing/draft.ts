import { useCallback, useEffect, useState } from "react";
import type { KnownPerson } from "../../model/known.ts";
import type { Attachment, Person } from "../../model/mail.ts";
import { useDoors } from "../doors.ts";
import type { Recipients, Told } from "../office/mailbox.ts";
import { useAsk } from "../use.ts";

/** What we attached: which piece of the library, or which quote, with the hash that tells its versions apart. */
export interface Carried { attachment: string; /** A link to it, by its record, where it is not attached itself. */ link?: string; name: string; hash: string; literature?: string; quote?: string; revision?: number }

/** The draft as Outlook knows it now: read anew whenever people or files may have changed. */
export function useDraft() {
  const { mailbox, item } = useDoors();
  const [people, setPeople] = useState<Recipients>(), [files, setFiles] = useState<Attachment[]>([]);
  const read = useCallback(async () => {
    const [now, attached] = await Promise.all([mailbox.draft.people(item), mailbox.draft.attachments(item)]);
    setPeople(was => JSON.stringify(was) === JSON.stringify(now) ? was : now); setFiles(attached);
  }, [mailbox, item]);
  useEffect(() => { const look = () => { read().catch(() => undefined); }; look(); return mailbox.onDraft(look); }, [mailbox, read]);
  const to = people ? [...people.to, ...people.cc, ...people.bcc].filter(({ address }) => address) : [];
  return { people, to, files, read };
}

/** Who the recipients are, in one question whenever they change. */
export function useKnownRecipients(from: Person, to: Person[]) {
  const { api, item } = useDoors();
  const addresses = to.map(({ address }) => address.toLowerCase()).join(" ");
  return useAsk(addresses ? `compose ${item.conversationId ?? ""} ${addresses}` : undefined, () => api.known({ from, to, cc: [], conversationId: item.conversationId }));
}

/** A value that stays with the draft: kept in Outlook, so that it is there when the pane comes back and when the mail is sent. */
export function useTold<T>(what: Told, unsaid: T): [value: T, tell: (value: T) => Promise<void>] {
  const { mailbox, item } = useDoors();
  const [value, setValue] = useState(unsaid);
  useEffect(() => {
    let current = true;
    mailbox.draft.told(item, what).then(words => { if (current && words) setValue(JSON.parse(words) as T); }).catch(() => undefined);
    return () => { current = false; };
  }, [mailbox, item, what]);
  const tell = useCallback(async (next: T) => { setValue(next); await mailbox.draft.tell(item, what, JSON.stringify(next)); }, [mailbox, item, what]);
  return [value, tell];
}

/** Those that the company does not count among its own. */
export const outsiders = (people: readonly KnownPerson[]): KnownPerson[] => people.filter(person => person.is !== "colleague");
