import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { lazy, Suspense, useRef, useState } from "react";
import { commonVerbs, verbOf } from "../../model/common.ts";
import type { Field } from "../../model/field.ts";
import { may } from "../../model/may.ts";
import { Problem } from "../../model/problem.ts";
import { advances } from "../../model/process.ts";
import { editable, pathOf, titleOf, verbsFor, type AnyRow } from "../../model/record.ts";
import { recordType, type RecordName } from "../../model/records.ts";
import { subjects } from "../../model/records/activity.ts";
import { useDoors } from "../doors.ts";
import { useLanguage } from "../language.ts";
import { useReach, useTitle } from "../reach.ts";
import { AskForm } from "../record/AskForm.tsx";
import { askings } from "../record/asking.tsx";
import { Conflict } from "../record/Conflict.tsx";
import { draftsOf } from "../record/drafts.ts";
import { EditRecord } from "../record/EditRecord.tsx";
import { Details } from "../record/Details.tsx";
import { Head } from "../record/Head.tsx";
import { look } from "../record/look.ts";
import { Merge } from "../record/Merge.tsx";
import { Panel } from "../record/Panel.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { useStages } from "../process/stages.ts";
import { Share } from "../record/Share.tsx";
import { buttonOf, Verbs } from "../record/Verbs.tsx";
import { Waiting } from "../record/Waiting.tsx";
import { Qualify } from "../record/Qualify.tsx";
import { quicks, type Quick } from "../record/quick.ts";
import { QuickAdd } from "../record/QuickAdd.tsx";
import { RelatedLists } from "../record/Related.tsx";
import { relationsOf } from "../record/related.ts";
import { Timeline } from "../record/Timeline.tsx";
import { sections } from "../record/sections.tsx";
import { Truth, type Deed } from "../record/Truth.tsx";
import { useWords as usePaneWords } from "../speech.ts";
import { problemOf, useAsk, useWork } from "../use.ts";
import { useWords } from "../record/words.ts";

const drawn = () => import("../process/Stages.tsx");
const StageBar = lazy(async () => ({ default: (await drawn()).StageBar })), StageWork = lazy(async () => ({ default: (await drawn()).StageWork }));

/** What is open below the head of a record. */
type Open = { what: "verb"; verb: string } | { what: "quick"; quick: Quick } | { what: "edit"; field?: string } | { what: "remove" } | { what: "conflict"; before: AnyRow; current: AnyRow; mine: Record<string, unknown> } | undefined;

/** A record as a page: how it stands, what can be done with it, its fields, what belongs to it, what happened. */
export default function RecordPane({ type: name, id, edit, quick }: { type: RecordName; id: string; edit?: string; quick?: Quick }) {
  return <Record key={`${name}/${id}`} name={name} id={id} edit={edit} quick={quick} />;
}

function Record({ name, id, edit, quick }: { name: RecordName; id: string; edit?: string; quick?: Quick }) {
  const { api, go, me } = useDoors(), words = useWords(), { keptForLater } = usePaneWords(), { say } = useLanguage();
  const type = recordType(name)!, path = pathOf(name, id), { title } = useReach();
  const { answer: data, problem: unread, again: reload } = useAsk(path, async () => await api.read(name, id) as unknown as AnyRow);
  const [saved, setSaved] = useState<AnyRow>(), [open, setOpen] = useState<Open>(() => edit || draftsOf(api).has(`edit ${path}`) ? { what: "edit", field: edit } : quick && { what: "quick", quick }), [deed, setDeed] = useState<Deed>(), [gone, setGone] = useState(false), [looked, lookAt] = useState<string>(), [round, setRound] = useState(0);
  const { busy, problem, run, clear } = useWork();
  const row = saved && (!data || saved.version >= data.version) ? saved : data, stages = useStages(type, row, looked);

  const merged = row?.mergedInto as string | undefined, survivor = useTitle(name, merged);
  const drafts = draftsOf(api), draft = `edit ${path}`;
  const page = useRef<HTMLElement>(null);
  /** Closes what is open; the focus stays on the page. */
  const leave = () => { clear(); setOpen(undefined); page.current?.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true }); page.current?.scrollIntoView?.(); };
  const done = (what: Deed) => { leave(); tell(what); };
  const tell = (what: Deed) => { setDeed(what); setRound(n => n + 1); };
  const show = (what: Open) => { clear(); setDeed(undefined); setOpen(what); };
  const refresh = () => { setSaved(undefined); setGone(false); setRound(n => n + 1); reload(); };

  const save = (base: AnyRow, values: Record<string, unknown>, said: string) => {
    void run(async () => {
      try {
        const { commit, ...now } = await api.update(name, base, values) as unknown as AnyRow & { commit: string };
        setSaved(now as AnyRow); drafts.delete(draft); (open ? done : tell)({ said, commit }); // a step that is ticked, or a stage that is chosen, keeps the focus
      } catch (error) {
        const stale = problemOf(error);
        if (stale.code === "queued") { drafts.delete(draft); return done({ said: keptForLater }); } // the queue has it
        if (stale.code !== "stale") throw stale;
        const current = (stale.current ?? await api.read(name, id)) as AnyRow;
        setOpen({ what: "conflict", before: base, current, mine: values }); page.current?.scrollIntoView?.();
      }
    });
  };
  const act = (verb: string, answers: object) => void run(async () => {
    const { commit, records } = await api.act(name, row!, verb, answers);
    const now = records.find(one => one.type === name && one.id === id), label = say(buttonOf(type, verb), `${name}.${verb}`);
    const asked = name === "approval" ? undefined : records.find(one => one.type === "approval" && one.status === "pending" && one.on === path);
    if (asked) { // the act waits for somebody's word, and says for whose
      const names = await Promise.all((asked.approvers as string[]).map(async who => who === me.id ? words.you : await title("user", who) ?? who));
      refresh(); done({ said: words.awaits(label, names.join(", ")) }); return;
    }
    if (now) setSaved(now); else refresh();
    const made = records.filter(one => one.id !== id && !["activity", "note"].includes(one.type) && recordType(one.type) && one.version === 1 && !(name === "lead" && one.type === "opportunity"));
    done({ said: words.did(label), commit, more: made.map(one => <Link key={one.id} as="button" type="button" onClick={() => go({ at: "record", type: one.type as RecordName, id: one.id })}>{say(recordType(one.type)!.label[0])} {titleOf(recordType(one.type)!, one)}</Link>) });
  });
  const remove = () => void run(async () => { const { commit } = await api.remove(name, row!); setGone(true); done({ said: words.removed(titleOf(type, row!)), commit }); });

  if (!row) return <div className={look}><h1 className="unseen">{say(type.label[0])}</h1>{unread ? <ProblemLine problem={unread} again={unread.code === "not-found" || unread.code === "forbidden" ? undefined : reload} /> : <Waiting rows={6} />}</div>;
  if (gone) return <div className={look}><h1 className="unseen">{titleOf(type, row)}</h1><Truth deed={deed} onUndone={refresh} /></div>;
  const mayWrite = !merged && may(me, "write", type, row), mayEdit = mayWrite && editable(type, row.status);
  const verbs = mayWrite && name !== "approval" ? verbsFor(type, row).filter(([verb]) => may(me, verb, type, row)) : []; // an approval is decided in its own section
  const common = name === "approval" ? [] : Object.entries(commonVerbs(type)).filter(([verb, { when }]) => verb !== "unshare" && (when?.(row) ?? true) && may(me, verb, type, row)).map(([verb]) => verb);
  const beside = (subjects as readonly string[]).includes(name) && may(me, "write", recordType("activity")!, { owner: me.id });
  const click = (verb: string) => { const { asks, grave } = verbOf(type, verb)!; if ((asks && Object.keys(asks).length) || grave) show({ what: "verb", verb }); else { setDeed(undefined); act(verb, {}); } };
  /** What a qualified lead has become is where the work goes on. */
  const onward = name === "lead" && row.status === "qualified" ? (["opportunity", "contact", "account"] as const).find(heir => row[heir]) : undefined;
  const editing = open?.what === "edit", Asks = (open?.what === "verb" && askings[`${name}.${open.verb}`]) || AskForm;
  const advancing = editable(type, row.status) || advances(type, row.status, { processStage: "" });
  const own = !editing && (sections[name] ?? []).map(({ Section, key }) => <Section key={key} row={row} round={round} begin={what => show("edit" in what ? { what: "edit", field: what.edit } : { what: "quick", quick: what.quick })} done={(said, commit) => { refresh(); done({ said, commit }); }} />);
  return (
    <article className={look} ref={page}>
      <Head type={type} row={row} busy={busy || !mayEdit} staged={!!stages} onStage={stage => save(row, { stage }, words.changedStage(say(type.fields.stage.choices[stage], `${name}.stage.${stage}`)))} />
      {merged && <p>{words.mergedInto} <Link as="button" type="button" onClick={() => go({ at: "record", type: name, id: merged })}>{survivor ?? words.openIt(say(type.label[0]).toLowerCase())}</Link></p>}
      {stages && !editing && <Suspense fallback={<div className="wait" />}><StageBar stages={stages} lookAt={lookAt} /></Suspense>}
      {!open && <div className="doings">
        <Verbs type={type} names={verbs.map(([verb]) => verb)} common={common} busy={busy} leading={onward && { text: words.openIt(say(recordType(onward)!.label[0]).toLowerCase()), run: () => go({ at: "record", type: onward, id: String(row[onward]) }) }} onVerb={click} />
        <div className="links">
          {beside && (Object.keys(quicks) as Quick[]).map(quick => <Link key={quick} as="button" type="button" aria-label={words[quicks[quick].save] as string} onClick={() => show({ what: "quick", quick })}>+ {words[quick]}</Link>)}
        </div>
      </div>}
      <Truth deed={deed} onUndone={refresh} />
      {open?.what !== "verb" && !editing && <ProblemLine problem={stages && problem?.fields.some(one => one.code === "stage-needs") ? undefined : problem} again={problem instanceof Problem && ["stale", "wrong-status"].includes(problem.code) ? () => { clear(); refresh(); } : undefined} />}
      {open?.what === "quick" && <QuickAdd key={open.quick} what={open.quick} on={path} row={row} onDone={done} onCancel={leave} />}
      {open?.what === "verb" && (name === "lead" && open.verb === "qualify" ? <Qualify row={row} busy={busy} problem={problem} onSave={answers => act("qualify", answers)} onCancel={leave} />
        : open.verb === "mergeInto" ? <Merge type={type} row={row} onDone={deed => { refresh(); done(deed); }} onCancel={leave} />
        : open.verb === "share" ? <Share type={type} row={row} busy={busy} problem={problem} onAct={act} onCancel={leave} />
        : <Asks row={row} label={say(buttonOf(type, open.verb), `${name}.${open.verb}`)} type={type} verb={open.verb} busy={busy} problem={problem} onSave={answers => act(open.verb, Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)))} onCancel={leave} />)}
      {open?.what === "conflict" && <Conflict type={type} before={open.before} current={open.current} mine={open.mine} busy={busy} onCancel={() => { setOpen(undefined); setSaved(open.current); }}
        onKeep={values => { setSaved(open.current); if (Object.keys(values).length) save(open.current, values, words.saved); else setOpen(undefined); }} />}
      {open?.what === "remove" && <Panel urgent title={words.remove}><p>{words.removeAsk(titleOf(type, row))}</p><div className="stay"><PrimaryButton text={words.remove} disabled={busy} onClick={remove} /><DefaultButton text={words.cancel} onClick={leave} /></div></Panel>}
      {stages && !editing && <Suspense fallback={null}><StageWork type={type} row={row} stages={stages} lookAt={lookAt} still={!mayWrite || !advancing} over={!advancing} busy={busy} missing={open ? undefined : problem?.fields.filter(one => one.code === "stage-needs")} save={(values, said) => save(row, values, said)} edit={field => show({ what: "edit", field })} /></Suspense>}
      {name === "approval" && own}
      {editing ? <EditRecord type={type} row={row} focus={open.field} busy={busy} problem={problem} onCancel={leave} onSave={(changes, since) => save(since, changes, words.saved)} />
        : <section><header><h2>{words.details}</h2><span className="end links" style={{ marginTop: 0 }}>{mayEdit && Object.values<Field>(type.fields).some(({ computed }) => !computed) && <Link as="button" type="button" onClick={() => show({ what: "edit" })}>{words.edit}</Link>}{!(type.numbered && row[type.numbered.field]) && may(me, "remove", type, row) && <Link as="button" type="button" onClick={() => show({ what: "remove" })}>{words.remove}</Link>}</span></header>
          {mayWrite && !mayEdit && <p className="quiet" style={{ marginTop: 8 }}>{words.readOnly}</p>}<Details type={type} row={row} /></section>}
      {name !== "approval" && own}
      {!editing && <RelatedLists relations={relationsOf(name, id, row)} round={String(round)} />}
      {!editing && <Timeline type={name} id={id} round={`${row.version} ${round}`} />}
    </article>
  );
}
