import { DefaultButton, IconButton } from "@fluentui/react/lib/Button";
import { useRef, useState } from "react";
import { useDoors } from "../doors.ts";
import { useWords } from "../record/words.ts";
import { briefOf } from "./brief.ts";
import { beginOf, type Part } from "./grammar.ts";
import { PartEditor, type PartProps } from "./PartEditor.tsx";
import { useSpeech } from "./terms.ts";

/** Things one after another: opened, added, moved and taken out, also with the keyboard alone. */
export function ListEditor({ part, value, scope, label, change }: PartProps<Extract<Part, { is: "list" }>>) {
  const { announce } = useDoors(), words = useWords(), speech = useSpeech(), all = (value ?? []) as unknown[], [open, setOpen] = useState<number>(), box = useRef<HTMLFieldSetElement>(null), of = part.of();
  const focus = (n: number) => setTimeout(() => box.current?.querySelectorAll<HTMLElement>(":scope > .entry > .lineHead > .lineOpen")[n]?.focus());
  const put = (n: number, next: unknown) => change(all.map((one, at) => at === n ? next : one));
  const move = (n: number, to: number) => { const next = [...all]; next.splice(to, 0, ...next.splice(n, 1)); change(next); setOpen(open === n ? to : open === to ? n : open); focus(to); };
  const remove = (n: number) => { change(all.filter((_, at) => at !== n)); setOpen(undefined); announce(words.lineRemoved); focus(Math.max(0, n - 1)); };
  return (
    <fieldset ref={box} className="lines parts">
      <legend>{label}</legend>
      {all.map((one, n) => {
        const brief = briefOf(one, scope, speech) || `${label} ${n + 1}`;
        return (
          <div key={n} className={open === n ? "entry open" : "entry"}>
            <div className="lineHead">
              <button type="button" className="lineOpen" aria-expanded={open === n} onClick={() => setOpen(open === n ? undefined : n)}><span className="quiet">{n + 1}</span><span className="lineBrief">{brief}</span></button>
              {n > 0 && <IconButton iconProps={{ iconName: "Up" }} ariaLabel={words.lineUp(n + 1)} title={words.lineUp(n + 1)} onClick={() => move(n, n - 1)} />}
              {n < all.length - 1 && <IconButton iconProps={{ iconName: "Down" }} ariaLabel={words.lineDown(n + 1)} title={words.lineDown(n + 1)} onClick={() => move(n, n + 1)} />}
              <IconButton iconProps={{ iconName: "Clear" }} ariaLabel={words.removeNamed(brief)} title={words.removeLine} onClick={() => remove(n)} />
            </div>
            {open === n && <PartEditor part={of} value={one} scope={scope} label={of.is === "one" ? speech.term("kind_") : label} change={next => put(n, next)} />}
          </div>
        );
      })}
      <DefaultButton text={words.add} ariaLabel={`${words.add}: ${label}`} onClick={() => { change([...all, beginOf(of)]); setOpen(all.length); focus(all.length); }} />
    </fieldset>
  );
}
