import { useContext, useState } from "react";
import type { KnownPerson } from "../../model/known.ts";
import { languageOf } from "../../model/languageOf.ts";
import { fold } from "../../model/fold.ts";
import { pathOf, type RowOf } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import type { template } from "../../model/records/template.ts";
import { fill, templateHtml, type Told } from "../../model/template.ts";
import { useDoors } from "../doors.ts";
import { Button } from "../parts/Button.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { TruthLine } from "../parts/TruthLine.tsx";
import { SpeechContext, useSay } from "../speech.ts";
import { useAsk, useWork } from "../use.ts";
import { locales, tell } from "./told.ts";
import type { Beside } from "./WritingPane.tsx";
import { useWords } from "./words.ts";

type Template = RowOf<typeof template>;
/** From more than so many, one looks for a template by its words. */
const few = 5;

/** Templates in the recipient's language first, filled with what we have on them, to be looked at and put in. */
export function Templates({ regarding, known, outside, purpose = "mail" }: Pick<Beside, "regarding" | "outside"> & { known: readonly KnownPerson[] | undefined; purpose?: "mail" | "agenda" }) {
  const { api } = useDoors(), words = useWords();
  const person = known?.find(({ address }) => address === outside[0]?.address), language = languageOf(person);
  const list = useAsk(`templates ${purpose}`, () => api.list("template", { order: "title", take: 200 }));
  const told = useAsk(known && `told ${person?.address ?? ""} ${regarding ? pathOf(regarding.type, regarding.id) : ""}`, () => tell(api, person, regarding));
  const [text, setText] = useState(""), holds = (one: Template) => fold(text).split(/\s+/).every(word => fold([one.name, one.subject, one.keywords, one.body].join("\n")).includes(word));
  const serves = ({ purpose: of = "mail" }: Template) => of === purpose || of === "refusal" && purpose === "mail";
  const fits = (one: Template) => serves(one) && (one.about === "anyone" || told.answer?.records[one.about as "lead"] !== undefined);
  const fitting = list.answer?.records.filter(fits) ?? [], all = fitting.filter(holds), first = all.filter(one => one.language === language), others = all.filter(one => one.language !== language);
  if (list.waiting || told.waiting) return <Skeleton lines={4} />;
  return (
    <>
      <ProblemLine problem={list.problem ?? told.problem} again={list.problem ? list.again : told.again} />
      {fitting.length > few && <input className="field" type="search" value={text} aria-label={words.template.search} placeholder={words.template.search} onChange={event => setText(event.target.value)} />}
      {list.answer && !all.length && <p className="quiet note">{text ? words.template.noMatch : words.template.none}</p>}
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
