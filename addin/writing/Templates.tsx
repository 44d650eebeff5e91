import { useContext, useState } from "react";
import type { KnownPerson } from "../../model/known.ts";
import { languageOf } from "../../model/languageOf.ts";
import { pathOf, splitPath, titleOf, type AnyRow, type RowOf } from "../../model/record.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import type { template } from "../../model/records/template.ts";
import { fill, templateHtml, templateSources, type Told } from "../../model/template.ts";
import type { Api } from "../api.ts";
import { useDoors } from "../doors.ts";
import { Button } from "../parts/Button.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { TruthLine } from "../parts/TruthLine.tsx";
import { SpeechContext, useSay } from "../speech.ts";
import { useAsk, useWork } from "../use.ts";
import type { Beside } from "./WritingPane.tsx";
import { useWords } from "./words.ts";

type Template = RowOf<typeof template>;
const locales: Record<string, string> = { en: "en-GB", zh: "zh-CN", de: "de-DE", fr: "fr-FR", es: "es-ES", ja: "ja-JP" };

/** Templates in the recipient's language first, filled with what we have on them, to be looked at and put in. */
export function Templates({ regarding, known, outside, purpose = "mail" }: Pick<Beside, "regarding" | "outside"> & { known: readonly KnownPerson[] | undefined; purpose?: "mail" | "agenda" }) {
  const { api } = useDoors(), words = useWords();
  const person = known?.find(({ address }) => address === outside[0]?.address), language = languageOf(person);
  const list = useAsk(`templates ${purpose}`, () => api.list("template", { order: "title", take: 200 }));
  const told = useAsk(known && `told ${person?.address ?? ""} ${regarding ? pathOf(regarding.type, regarding.id) : ""}`, () => tell(api, person, regarding));
  const fits = (one: Template) => (one.purpose ?? "mail") === purpose && (one.about === "anyone" || told.answer?.records[one.about as "lead"] !== undefined);
  const all = list.answer?.records.filter(fits) ?? [], first = all.filter(one => one.language === language), others = all.filter(one => one.language !== language);
  if (list.waiting || told.waiting) return <Skeleton lines={4} />;
  return (
    <>
      <ProblemLine problem={list.problem ?? told.problem} again={list.problem ? list.again : told.again} />
      {list.answer && !all.length && <p className="quiet note">{words.template.none}</p>}
      {first.map(one => <Entry key={one.id} template={one} told={told.answer} />)}
      {others.length > 0 && <><h2 className="quiet">{words.template.other}</h2>{others.map(one => <Entry key={one.id} template={one} told={told.answer} />)}</>}
    </>
  );
}

function Entry({ template: { name, language, subject, body }, told }: { template: Template; told: Told | undefined }) {
  const { mailbox, item, announce } = useDoors(), words = useWords(), say = useSay(), { labels } = useContext(SpeechContext);
  const [looking, look] = useState(false), [subjectToo, setSubjectToo] = useState(true), [done, setDone] = useState(false), { busy, problem, run } = useWork();
  const how = { locale: locales[language] ?? "en-GB", labels: language === "zh" ? labels : {} };
  const text = fill(body, told ?? { find: recordType, records: {} }, how), line = subject ? fill(subject, told ?? { find: recordType, records: {} }, how) : undefined;
  const missing = [...new Set([...text.missing, ...line?.missing ?? []])];
  const insert = () => void run(async () => {
    await mailbox.draft.insert(item, templateHtml(text.text), "cursor");
    if (line && subjectToo) await mailbox.draft.setSubject(item, line.text);
    setDone(true); announce(words.template.inserted(name));
  });
  return (
    <section className="template" aria-label={name}>
      <p className="what"><bdi className="title">{name}</bdi><span className="quiet">{say(String(recordType("template")!.fields.language.choices[language]))}</span></p>
      {line && <p className="how">{line.text}</p>}
      {looking && <div className="preview" tabIndex={0} role="document">{text.text}</div>}
      {missing.length > 0 && looking && <p className="warn">{words.template.missing(missing.map(one => nameOf(one, say)).join(", "))}</p>}
      {done && <TruthLine>{words.template.inserted(name)}</TruthLine>}
      <ProblemLine problem={problem} />
      <p className="acts"><Button text={words.template.insert} disabled={busy} onClick={insert} aria-label={`${words.template.insert}: ${name}`} />
        <TextButton expanded={looking} label={`${words.template.preview}: ${name}`} onClick={() => look(!looking)}>{looking ? words.closePreview : words.template.preview}</TextButton>
        {line && <label className="small"><input type="checkbox" checked={subjectToo} onChange={() => setSubjectToo(!subjectToo)} />{words.template.subjectToo}</label>}</p>
    </section>
  );
}

const nameOf = (path: string, say: ReturnType<typeof useSay>) => path.split(",").map(one => {
  const [source, key] = one.trim().split("."), type = recordType(source!);
  return type ? `${say(String(type.label[0]))} · ${say(String((type.fields as Record<string, { label: string }>)[key!]?.label ?? key))}` : one;
})[0]!;

/** The records that a template may speak of: the recipient, their company, the deal or quote, and who writes; with the names of what these refer to. */
async function tell(api: Api, person: KnownPerson | undefined, regarding: Beside["regarding"]): Promise<Told> {
  const records: Told["records"] = {}, titles: Record<string, string> = {};
  const add = async (type: string, id: string | undefined) => { if (id && (templateSources as readonly string[]).includes(type) && !records[type as "lead"]) records[type as "lead"] = await api.read(type as RecordName, id).catch(() => undefined) as AnyRow | undefined; };
  const { id: me } = await api.me();
  await Promise.all([regarding && add(regarding.type, regarding.id), add("user", me), ...(person?.matches ?? []).slice(0, 2).map(({ type, id }) => add(type, id))]);
  const deal = records.opportunity ?? records.quote;
  await Promise.all([add("opportunity", records.quote?.opportunity as string | undefined), add("account", (deal?.account ?? records.contact?.account) as string | undefined), add("contact", deal?.contact as string | undefined)]);
  const wanted = Object.entries(records).flatMap(([type, row]) => Object.entries(recordType(type)!.fields as Record<string, { kind: string; to?: string[] }>).flatMap(([name, { kind, to }]) =>
    kind === "ref" && row?.[name] ? [to!.length > 1 ? String(row[name]) : pathOf(to![0]!, String(row[name]))] : []));
  await Promise.all([...new Set(wanted)].map(async path => { const [type, id] = splitPath(path); const row = await api.read(type as RecordName, id).catch(() => undefined); if (row) titles[path] = titleOf(recordType(type)!, row as AnyRow); }));
  return { find: recordType, records, titles };
}
