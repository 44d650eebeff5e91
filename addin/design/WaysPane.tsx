import { Link } from "@fluentui/react/lib/Link";
import { useState } from "react";
import type { AnyRow } from "../../model/record.ts";
import { recordType } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useLanguage } from "../language.ts";
import { Row } from "../list/Row.tsx";
import { walk } from "../list/arrows.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { sayWay } from "../process/shipped.ts";
import { look } from "../record/look.ts";
import { Truth, type Deed } from "../record/Truth.tsx";
import { Waiting } from "../record/Waiting.tsx";
import { useAsk, useWork } from "../use.ts";
import "./design.css";
import { Packs, type Pack } from "./Packs.tsx";
import { useDesignWords } from "./words.ts";

const kinds = ["rule", "process", "dialog", "automation"] as const;

/** The company's ways on one page: each opened for change, switched on and off, and the packs of whole trades. */
export default function WaysPane() {
  const { api, go, me } = useDoors(), words = useDesignWords(), { say, chinese } = useLanguage();
  const { answer: all, problem, again } = useAsk("all ways", () => Promise.all(kinds.map(kind => api.list(kind, { order: "title", take: 200 }).then(({ records }) => records as unknown as AnyRow[]))));
  const mine = me.role === "administrator", packs = useAsk(mine ? "packs" : undefined, () => api.call<{ packs: Pack[] }>("GET", "packs"));
  const [deed, setDeed] = useState<Deed>(), { busy, problem: refused, run } = useWork();
  const renew = () => { again(); packs.again(); };
  const toggle = (kind: (typeof kinds)[number], row: AnyRow, name: string) => void run(async () => {
    const off = row.status === "active", { commit } = await api.act(kind, row, off ? "deactivate" : "activate");
    setDeed({ said: off ? words.isOff(name) : words.isOn(name), commit }); again();
  });
  return (
    <div className={look} onKeyDown={walk}>
      <h1>{words.title}</h1>
      <p className="quiet">{mine ? words.about : words.notYours}</p>
      <Truth deed={deed} onUndone={renew} />
      <ProblemLine problem={problem ?? refused ?? packs.problem} again={renew} />
      {!all && !problem && <Waiting rows={6} />}
      {all && kinds.map((kind, n) => (
        <section key={kind} aria-label={words.kinds[kind]}>
          <header><h2>{words.kinds[kind]}</h2><span className="quiet">{all[n]!.length}</span>{mine && <span className="end"><Link as="button" type="button" aria-label={words.add(say(recordType(kind)!.label[0]))} onClick={() => go({ at: "new", type: kind })}>+ {say(recordType(kind)!.label[0])}</Link></span>}</header>
          {all[n]!.length ? <ul className="rows">{all[n]!.map(row => { const name = sayWay(String(row.name), chinese), active = row.status === "active"; return (
            <Row key={row.id} one={name} onOpen={() => go({ at: "record", type: kind, id: row.id })} two={<span>{[row.on && say(recordType(String(row.on))?.label[0] ?? String(row.on)), !active && words.off, row.pack && words.packNames[String(row.pack)]].filter(Boolean).join(" · ") || "\u00a0"}</span>}
              end={mine && <label className="onOff" title={active ? words.switchOff(name) : words.switchOn(name)}><input type="checkbox" role="switch" aria-label={name} checked={active} disabled={busy} onChange={() => toggle(kind, row, name)} /></label>} />); })}</ul> : <p className="quiet">{words.none}</p>}
        </section>
      ))}
      {all && <section aria-label={words.scoring}><header><h2>{words.scoring}</h2><span className="end"><Link as="button" type="button" onClick={() => go({ at: "record", type: "scoring", id: "scoring" })}>{words.openScoring}</Link></span></header></section>}
      {mine && packs.answer?.packs && <Packs packs={packs.answer.packs} done={(said, commit) => { setDeed({ said, commit }); renew(); }} />}
    </div>
  );
}
