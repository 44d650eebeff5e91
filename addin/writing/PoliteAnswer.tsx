import { useState } from "react";
import type { KnownPerson } from "../../model/known.ts";
import { languageOf } from "../../model/languageOf.ts";
import { recordType } from "../../model/records.ts";
import { fill, templateHtml } from "../../model/template.ts";
import type { Api } from "../api.ts";
import { useDoors } from "../doors.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { useWork } from "../use.ts";
import { Opened } from "./Opened.tsx";
import { locales, tell } from "./told.ts";
import { useWords } from "./words.ts";

/** Where the company has written none of its own. */
const ours: Record<string, string> = {
  en: "Dear {{contact.firstName, lead.firstName | colleague}},\n\nthank you for telling me so openly. I respect your decision and will not press you further. Should things change on your side, a short line is enough.\n\nKind regards\n{{user.name}}",
  zh: "{{contact.title, lead.title | 尊敬的客户}}，您好：\n\n感谢您坦诚相告。我们尊重您的决定，不再打扰。今后如有需要，随时与我联系即可。\n\n此致\n敬礼\n{{user.name}}",
};

/** Opens a friendly answer to somebody who has turned us down: the company's own words for it in their language, else ours; to be looked at and sent. */
export function PoliteAnswer({ person }: { person: KnownPerson | undefined }) {
  const { api, mailbox, item } = useDoors(), words = useWords(), { busy, problem, run } = useWork();
  const [done, setDone] = useState<{ said: string; opened: boolean; html: string }>();
  const answer = () => void run(async () => {
    setDone(undefined);
    const html = await politeHtml(api, person), opened = await mailbox.reply(item, { html }) === "opened";
    setDone({ said: opened ? words.polite.opened : words.polite.copied, opened, html });
  });
  return <>{done && <Opened {...done} />}<TextButton busy={busy} onClick={answer}>{words.polite.write}</TextButton><ProblemLine problem={problem} /></>;
}

async function politeHtml(api: Api, person: KnownPerson | undefined): Promise<string> {
  const language = languageOf(person), [{ records }, told] = await Promise.all([api.list("template", { order: "title", take: 200 }), tell(api, person, person?.deals[0])]);
  const theirs = records.filter(one => one.purpose === "refusal"), own = theirs.find(one => one.language === language), speaks = own || ours[language] ? language : "en";
  const body = own?.body ?? ours[language] ?? theirs.find(one => one.language === "en")?.body ?? ours.en!;
  return templateHtml(fill(body, { ...told, find: recordType }, { locale: locales[speaks] ?? "en-GB" }).text);
}
