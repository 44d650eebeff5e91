import { ThemeProvider } from "@fluentui/react/lib/Theme";
import { configure } from "@testing-library/react";
import type { ReactNode } from "react";
import { registerDrawings } from "../../addin/drawings.tsx";
import type { Api } from "../../addin/api.ts";
import { DoorsContext, type Doors } from "../../addin/doors.ts";
import { chinese } from "../../addin/chinese.ts";
import { LanguageContext, type Language } from "../../addin/language.ts";
import { stretches } from "../../addin/reports/figures.ts";
import { english, SpeechContext } from "../../addin/speech.ts";
import type { TimelineEntry } from "../../model/known.ts";
import { Problem } from "../../model/problem.ts";
import { verbOf } from "../../model/common.ts";
import { initialReason, initialStatus, titleOf, type AnyRow, type Read } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";

registerDrawings();
configure({ asyncUtilTimeout: 10_000 }); // a busy machine is slow, not wrong

/** A service in memory for the panes: it keeps, filters, acts by the declared verbs and takes back; `asked` tells which calls were made. */
export function fakeApi(given: Record<string, object[]>) {
  const rows = new Map<string, AnyRow>(), asked: [call: string, ...args: any[]][] = [], before = new Map<string, [path: string, row: AnyRow | undefined][]>();
  let n = 0;
  const stamp = { version: 1, createdAt: "2026-11-02T09:00:00Z", createdBy: "ana", updatedAt: "2026-11-20T09:00:00Z", updatedBy: "ana" };
  for (const [type, all] of Object.entries(given)) for (const values of all as AnyRow[]) {
    const status = values.status ?? initialStatus(recordType(type)!);
    rows.set(`${type}/${values.id}`, { ...stamp, owner: recordType(type)!.shared ? undefined : "ana", ...values, status, reason: values.reason ?? initialReason(recordType(type)!, status) } as AnyRow);
  }
  const need = (type: string, id: string) => { const row = rows.get(`${type}/${id}`); if (!row) throw new Problem("not-found"); return row; };
  const put = (commit: string, path: string, row: AnyRow | undefined) => { before.set(commit, [...before.get(commit) ?? [], [path, rows.get(path)]]); if (row) rows.set(path, row); else rows.delete(path); };
  const fresh = (type: string, row: { id: string; version: number }) => { const now = need(type, row.id); if (now.version !== row.version) throw new Problem("stale", { current: now }); return now; };
  const rowsOf = (type: string) => [...rows].filter(([path]) => path.startsWith(`${type}/`)).map(([, row]) => row);
  const clean = (row: object) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined)) as AnyRow;
  const brief = (type: string, row: AnyRow) => ({ type, id: row.id, version: row.version, title: titleOf(recordType(type)!, row), status: row.status, about: row.company ?? row.city, company: row.company, value: row.estimatedValue, kind: row.kind });
  const matches = (row: AnyRow, name: string, said: string) => {
    const range = /^(.*)\.\.(.*)$/.exec(said), held = [row[name] ?? []].flat().map(String);
    if (said === "") return !held.length;
    if (range) return held.some(one => (!range[1] || one >= range[1]) && (!range[2] || one <= range[2]));
    return said.split(",").map(one => one === "me" ? "ana" : one).some(one => held.includes(one));
  };
  const neighbours = (what: Read): AnyRow[] => "ref" in what ? [rows.get(`${what.ref}/${what.id}`) ?? []].flat() : rowsOf(what.type).filter(row => Object.entries(what.where).every(([name, said]) => [said].flat().some(one => matches(row, name, String(one)))));
  const say = <T,>(call: string, args: any[], answer: () => T): Promise<T> => { asked.push([call, ...args]); try { return Promise.resolve(answer()); } catch (error) { return Promise.reject(error as Error); } };
  const calls = {
    list: (type: string, of: Record<string, any> = {}) => say("list", [type, of], () => {
      const { text, order, down, skip = 0, take = 50, ...filters } = of;
      const found = [...rows].filter(([path, row]) => path.startsWith(`${type}/`) && Object.entries(filters).every(([name, said]) => said === undefined || matches(row, name, String(said)))).map(([, row]) => row)
        .filter(row => !text || (titleOf(recordType(type)!, row) + JSON.stringify(row)).toLowerCase().includes(String(text).toLowerCase()));
      if (order && order !== "updatedAt") found.sort((a, b) => (down === "true" ? -1 : 1) * String(order === "title" ? titleOf(recordType(type)!, a) : a[order] ?? "~").localeCompare(String(order === "title" ? titleOf(recordType(type)!, b) : b[order] ?? "~")));
      return { records: found.slice(Number(skip), Number(skip) + Number(take)), total: found.length };
    }),
    read: (type: string, id: string) => say("read", [type, id], () => need(type, id)),
    create: (type: string, values: object, key?: string) => say("create", [type, values, key], () => {
      const commit = `c${++n}`, id = `new${n}`, status = initialStatus(recordType(type)!);
      const row = { ...stamp, status, reason: initialReason(recordType(type)!, status), owner: "ana", ...values, id } as AnyRow;
      put(commit, `${type}/${id}`, row);
      return { ...row, commit };
    }),
    update: (type: string, row: { id: string; version: number }, values: object) => say("update", [type, row.id, values], () => {
      const commit = `c${++n}`, now = clean({ ...fresh(type, row), ...values, version: row.version + 1 });
      put(commit, `${type}/${row.id}`, now);
      return { ...now, commit };
    }),
    remove: (type: string, row: { id: string; version: number }) => say("remove", [type, row.id], () => { const commit = `c${++n}`; fresh(type, row); put(commit, `${type}/${row.id}`, undefined); return { commit }; }),
    act: (type: string, row: { id: string; version: number }, name: string, answers: any = {}) => say("act", [type, row.id, name, answers], () => {
      const verb = verbOf(recordType(type)!, name)!, was = fresh(type, row), commit = `c${++n}`, by = { user: "ana", now: new Date().toISOString() };
      if (verb.from.length && !verb.from.includes(was.status)) throw new Problem("wrong-status");
      const status = verb.to ?? was.status, made: (AnyRow & { type: string })[] = [];
      put(commit, `${type}/${row.id}`, clean({ ...was, ...verb.sets?.(was, answers, by), status, reason: (typeof verb.reason === "function" ? verb.reason(answers, was) : verb.reason) ?? (verb.to ? initialReason(recordType(type)!, status) : was.reason), version: was.version + 1 }));
      for (const change of verb.then?.(was, answers, by, Object.fromEntries(Object.entries(verb.reads?.(was, answers, {}) ?? {}).map(([as, what]) => [as, neighbours(what)]))) ?? []) {
        const path = `${change.type}/${change.id}`;
        if (change.do === "create") { put(commit, path, { ...stamp, owner: "ana", ...change.values, id: change.id, status: initialStatus(recordType(change.type)!) }); made.push({ ...rows.get(path)!, type: change.type }); }
        if (change.do === "update") put(commit, path, clean({ ...rows.get(path), ...change.values }));
      }
      return { commit, records: [{ ...need(type, row.id), type }, ...made] };
    }),
    undo: (commit: string) => say("undo", [commit], () => { for (const [path, row] of (before.get(commit) ?? []).reverse()) if (row) rows.set(path, { ...row, version: (rows.get(path)?.version ?? row.version) + 1 }); else rows.delete(path); return { commit: `c${++n}`, records: [] }; }),
    timeline: (type: string, id: string) => say("timeline", [type, id], () => {
      const beside = [...rows].filter(([path, row]) => /^(activity|note)\//.test(path) && (row.regarding ?? []).includes(`${type}/${id}`));
      const entries: TimelineEntry[] = beside.map(([path, row]) => ({ at: row.happened ?? row.createdAt, what: path.startsWith("note") ? "note" : "activity", by: "ana", byName: "Ana Ruiz", record: brief(path.split("/")[0]!, row) as never, text: row.description }));
      return { entries: [...entries, { at: "2026-11-02T09:00:00Z", what: "change" as const, by: "ana", byName: "Ana Ruiz", verb: "create", record: brief(type, need(type, id)) as never }] };
    }),
    duplicates: (type: string, values: any, not?: string) => say("duplicates", [type, values, not], () => ({
      duplicates: [...rows].filter(([path, row]) => path.startsWith(`${type}/`) && row.id !== not && !row.mergedInto && ((values.email && row.email === values.email) || (values.name && row.name === values.name))).map(([, row]) => ({ record: brief(type, row), why: values.email && row.email === values.email ? "email" : "company" })),
    })),
    search: (text: string) => say("search", [text], () => {
      const hits = [...rows].filter(([, row]) => JSON.stringify(row).toLowerCase().includes(text.toLowerCase())).map(([path, row]) => brief(path.split("/")[0]!, row));
      return { hits, total: hits.length };
    }),
    users: () => calls.list("user"),
    call: (method: string, path: string) => say("call", [method, path], () => {
      if (path === "ways") return { rules: rowsOf("rule"), processes: rowsOf("process"), dialogs: rowsOf("dialog") };
      const asked = new URLSearchParams(path.slice(path.indexOf("?"))), of = asked.get("of")?.split(",") ?? [];
      if (path.startsWith("sums/")) {
        const [type] = path.slice(5).split("?"), by = asked.get("by")!, weight = asked.get("weight"), cuts = asked.get("cuts")?.split(","), groups = new Map<string, { key: string; count: number; sum: number; weighted: number }>();
        const spans = cuts && (cuts[0]!.length === 10 ? stretches(cuts) : [`..${cuts[0]}`, ...cuts.map((cut, n) => `${cut}..${cuts[n + 1] ?? ""}`)]);
        for (const [at, row] of rows) if (at.startsWith(`${type}/`) && (!asked.has("status") || matches(row, "status", asked.get("status")!))) {
          const value = String(row[by] ?? ""), key = value && spans ? spans[cuts!.filter(cut => cut <= value).length]! : value, was = groups.get(key) ?? { key, count: 0, sum: 0, weighted: 0 }, sum = Number(row[of[0] ?? ""] ?? 0);
          groups.set(key, { ...was, count: was.count + 1, sum: was.sum + sum, weighted: was.weighted + sum * Number(row[weight ?? ""] ?? 0) / 100 });
        }
        return { titles: {}, groups: [...groups.values()] };
      }
      return { titles: Object.fromEntries(of.flatMap(one => rows.has(one) ? [[one, titleOf(recordType(one.split("/")[0]!)!, rows.get(one)!)]] : [])), groups: [] };
    }),
  };
  return { api: calls as unknown as Api, rows, asked };
}

/** Draws panes with doors that tell where they lead and what was said. */
export function fakeDoors(api: Api, more: Partial<Doors> = {}) {
  const went: any[] = [], said: string[] = [];
  const doors = { api, me: { id: "ana", name: "Ana Ruiz", email: "ana@ourfirm.example", role: "rep", team: "east" }, item: { key: "none", surface: "none" }, mailbox: { browse: () => {} }, go: (place: any) => went.push(place), back: () => went.push("back"), announce: (words: string) => said.push(words), ...more } as unknown as Doors;
  const Within = ({ children, language = { tag: "en", labels: {} }, theme }: { children: ReactNode; language?: Language; theme?: any }) =>
    <ThemeProvider theme={theme}><SpeechContext value={language.tag.startsWith("zh") ? { ...chinese, locale: language.tag } : english}><LanguageContext value={language}><DoorsContext value={doors}>{children}</DoorsContext></LanguageContext></SpeechContext></ThemeProvider>;
  return { doors, went, said, Within };
}
