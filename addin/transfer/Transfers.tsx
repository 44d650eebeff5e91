import { Link } from "@fluentui/react/lib/Link";
import { ContextualMenu } from "@fluentui/react/lib/ContextualMenu";
import { useRef, useState } from "react";
import { reachOf } from "../../model/may.ts";
import type { AnyRecord } from "../../model/record.ts";
import type { RecordName } from "../../model/records.ts";
import { madeByService } from "../../model/table.ts";
import { useDoors } from "../doors.ts";
import { useLanguage } from "../language.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { save } from "../record/save.ts";
import { useWork } from "../use.ts";
import { askExport, mimeOf } from "./ask.ts";
import { useTransferWords } from "./words.ts";

/** The ways into a list from a file and out of it into one, for those who may. */
export function Transfers({ type, filter }: { type: AnyRecord; filter: Record<string, string | undefined> }) {
  const { api, go, me } = useDoors(), words = useTransferWords(), { say } = useLanguage(), { busy, problem, run } = useWork();
  const [open, setOpen] = useState(false), button = useRef<HTMLDivElement>(null), name = type.name as RecordName;
  const write = (as: "csv" | "xlsx") => void run(async () => save(await askExport(api, name, as, filter), `${say(type.label[1])}.${as}`, mimeOf[as]));
  const brings = !madeByService(type) && reachOf(me, "import", type) !== "none";
  return (
    <>
      {brings && <Link as="button" type="button" onClick={() => go({ at: "import", type: name })}>{words.import}</Link>}
      {reachOf(me, "export", type) !== "none" && <span ref={button}><Link as="button" type="button" aria-haspopup="menu" aria-expanded={open} disabled={busy} onClick={() => setOpen(true)}>{busy ? words.exporting : words.export}</Link></span>}
      {open && <ContextualMenu target={button} onDismiss={() => setOpen(false)} items={(["xlsx", "csv"] as const).map(as => ({ key: as, text: words.exportAs[as], onClick: () => write(as) }))} />}
      <ProblemLine problem={problem} />
    </>
  );
}
