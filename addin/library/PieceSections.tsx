import { useRef, useState } from "react";
import { may } from "../../model/may.ts";
import { pathOf, type AnyRow } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import type { EarlierFile, HeldFile } from "../../model/versions.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { Button } from "../parts/Button.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { save } from "../record/save.ts";
import type { SectionProps } from "../record/sections.tsx";
import { useAsk, useWork } from "../use.ts";
import { askNames } from "../reports/names.ts";
import { sizeIn } from "../writing/attaching.ts";
import { useLanguage } from "../language.ts";
import { askFile } from "./ask.ts";
import { FirstPage } from "./FirstPage.tsx";
import { filesIn, renew } from "./upload.ts";
import { useWords } from "./words.ts";
import "./library.css";

/** What a piece holds now and held before, each to be kept; whoever may, drops a newer file here. */
export function Versions({ row, done }: SectionProps) {
  const { api, me, announce } = useDoors(), words = useWords(), { day } = useFormats(), { busy, problem, run } = useWork(), input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false), [all, showAll] = useState(false), [sending, setSending] = useState<{ name: string; part: number }>();
  const files = (row.files ?? []) as HeldFile[], earlier = [...(row.earlier ?? []) as EarlierFile[]].reverse(), mayAdd = may(me, "write", recordType("literature")!, row);
  const keep = (file: HeldFile) => void run(async () => save(await askFile(api, file.hash!, pathOf("literature", row.id)), file.name, file.type ?? "application/octet-stream"));
  const take = ([file]: File[]) => { if (file && mayAdd) void run(async () => {
    const tell = (part: number) => setSending({ name: file.name, part });
    tell(0);
    try { const { commit } = await renew(api, row.id, file, tell), said = words.renewed(String(row.title)); announce(said); done(said, commit); } finally { setSending(undefined); }
  }); };
  if (!files.length && !earlier.length && !mayAdd) return null;
  return (
    <section aria-label={words.files} className={over ? "library over" : "library"} onDragOver={event => { if (mayAdd) { event.preventDefault(); setOver(true); } }} onDragLeave={() => setOver(false)} onDrop={event => { if (mayAdd) { event.preventDefault(); setOver(false); take(filesIn(event.dataTransfer.files)); } }}>
      <header><h2>{words.files}</h2>{mayAdd && <span className="end"><TextButton busy={busy} onClick={() => input.current?.click()}>{words.newVersion}</TextButton><input ref={input} type="file" hidden aria-label={words.newVersion} onChange={event => { take(filesIn(event.target.files)); event.target.value = ""; }} /></span>}</header>
      {sending && <progress value={sending.part} aria-label={words.sending(sending.name, Math.round(sending.part * 100))} />}
      <ProblemLine problem={problem} />
      {files.map(file => <div className="held" key={file.hash ?? file.name}><FirstPage literature={row.id} file={file} /><FileLine file={file} keep={file.hash ? () => keep(file) : undefined} /></div>)}
      {earlier.length > 0 && <TextButton expanded={all} onClick={() => showAll(!all)}>{all ? words.hide : words.earlier(earlier.length)}</TextButton>}
      {all && earlier.map(file => <div className="held" key={file.hash}><FileLine file={file} keep={() => keep(file)} told={file.until && words.until(day(file.until))} /></div>)}
    </section>
  );
}

function FileLine({ file, keep, told }: { file: HeldFile; keep?: () => void; told?: string }) {
  const words = useWords(), { tag } = useLanguage();
  return <span className="texts"><bdi className="title">{file.name}</bdi><span className="how">{[file.size !== undefined && sizeIn(tag, file.size), told].filter(Boolean).map((one, n) => <span key={n} className="part">{one}</span>)}</span>{keep && <TextButton label={words.downloadNamed(file.name)} onClick={keep}>{words.download}</TextButton>}</span>;
}

/** Links to a piece that anybody may follow who has one, each to be stopped. */
export function Links({ row, round, done }: SectionProps) {
  const { api, me, announce } = useDoors(), words = useWords(), { day, today } = useFormats(), { busy, problem, run } = useWork();
  const links = useAsk(`links ${row.id} ${round}`, async () => {
    const { records } = await api.list("weblink", { literature: row.id, status: "open", take: 50 }), open = records.filter(({ until }) => until >= today());
    return { open, names: await askNames(api, open.flatMap(({ owner }) => owner ? [`user/${owner}`] : [])) };
  });
  const { open = [], names = {} } = links.answer ?? {};
  if (!open.length && !links.problem) return null;
  const stop = (link: AnyRow) => void run(async () => { const { commit } = await api.act("weblink", link, "stop"), said = words.stopped(String(link.name)); announce(said); links.again(); done(said, commit); });
  return (
    <section aria-label={words.links} className="library">
      <header><h2>{words.links}</h2>{open.length > 0 && <span className="quiet">{open.length}</span>}</header>
      <ProblemLine problem={problem ?? links.problem} again={problem ? undefined : links.again} />
      {open.map(link => <div className="held" key={link.id}><span className="texts"><bdi className="title">{link.name}</bdi><span className="how">{words.linkUntil(day(link.until), link.owner === me.id ? words.you : names[`user/${link.owner ?? ""}`] ?? "")}</span></span>{may(me, "stop", recordType("weblink")!, link) && <Button text={words.stop} aria-label={words.stopNamed(link.name)} disabled={busy} onClick={() => stop(link)} />}</div>)}
    </section>
  );
}
