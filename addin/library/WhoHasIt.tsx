import { useState } from "react";
import { splitPath } from "../../model/record.ts";
import type { RecordName } from "../../model/records.ts";
import { useDoors } from "../doors.ts";
import { useFormats } from "../format.ts";
import { Button } from "../parts/Button.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import type { SectionProps } from "../record/sections.tsx";
import { useAsk, useWork } from "../use.ts";
import { Opened } from "../writing/Opened.tsx";
import { askRecipients, type Recipient } from "./ask.ts";
import { newVersionMail } from "./sendAgain.ts";
import { useWords } from "./words.ts";
import "./library.css";

/** So many are shown before one asks for all. */
const few = 8;

/** Who was sent which version of a piece; those who have an older one get the newer in one mail, which opens in Outlook to be looked at. */
export function WhoHasIt({ row, round }: SectionProps) {
  const { api, mailbox, me } = useDoors(), words = useWords(), { busy, problem, run } = useWork();
  const asked = useAsk(`recipients ${row.id} ${row.version} ${round}`, () => askRecipients(api, row.id)), all = asked.answer ?? [];
  const [left, leave] = useState<readonly string[]>([]), [told, tell] = useState<{ said: string; opened: boolean; html: string }>(), [more, showMore] = useState(false);
  const may = (one: Recipient) => one.newer !== undefined && !one.doNotEmail && row.forCustomers === true, wanted = all.filter(one => may(one) && !left.includes(one.to));
  const send = () => void run(async () => {
    tell(undefined);
    const mail = await newVersionMail(api, { id: row.id, title: String(row.title) }, wanted, me.name), opened = await mailbox.write(mail) === "opened";
    tell({ said: opened ? words.opened : words.copied, opened, html: mail.html });
  });
  if (!asked.answer) return asked.problem ? <ProblemLine problem={asked.problem} again={asked.again} /> : null;
  return (
    <section aria-label={words.who} className="library">
      <header><h2>{words.who}</h2><span className="quiet">{all.length || ""}</span></header>
      {!all.length && <p className="quiet" style={{ marginTop: 4 }}>{words.nobody}</p>}
      {all.some(may) && <p className="quiet" style={{ marginTop: 4 }}>{words.sendAgain}</p>}
      {all.slice(0, more ? undefined : few).map(one => <Person key={one.to} one={one} chosen={may(one) ? !left.includes(one.to) : undefined} choose={() => leave(left.includes(one.to) ? left.filter(to => to !== one.to) : [...left, one.to])} />)}
      {all.length > few && !more && <TextButton onClick={() => showMore(true)}>{words.more}</TextButton>}
      {all.some(may) && <div className="acts"><Button primary text={words.sendTo(wanted.length)} disabled={busy || !wanted.length} onClick={send} /></div>}
      {told && <Opened {...told} />}
      <ProblemLine problem={problem} />
    </section>
  );
}

function Person({ one, chosen, choose }: { one: Recipient; chosen: boolean | undefined; choose(): void }) {
  const { go } = useDoors(), words = useWords(), { day } = useFormats(), { name, to, person, file, at, current, newer, doNotEmail } = one, [type, id] = splitPath(person ?? "/");
  return (
    <div className="held">
      {chosen !== undefined && <input type="checkbox" checked={chosen} onChange={choose} aria-label={words.chooseNamed(name || to)} />}
      <span className="texts">
        <span className="about">{id ? <TextButton onClick={() => go({ at: "record", type: type as RecordName, id })}><bdi>{name || to}</bdi></TextButton> : <bdi className="title">{name || to}</bdi>}
          <span className={newer ? "badge warn" : "badge"}>{current ? words.hasCurrent : newer ? words.hasOlder : words.takenOff}</span></span>
        <span className="how"><bdi>{words.received(file, day(at))}</bdi>{doNotEmail && <span className="part warn">{words.noEmail}</span>}</span>
      </span>
    </div>
  );
}
