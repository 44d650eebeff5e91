import { DefaultButton, IconButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { titleless, type Line } from "./lines.ts";
import { useWords } from "../record/words.ts";

interface Props {
  label: string; lines: readonly Line[]; disabled?: boolean; fault?: string;
  /** Which lines have something wrong: they are shown open. */
  wrong: readonly number[];
  /** A line in a few words; `shown` while it is open. */
  brief(line: Line, n: number, shown: boolean): ReactNode;
  /** A line's own fields. */
  body(line: Line, n: number): ReactNode;
  change(lines: Line[]): void;
  fresh?: Line;
  foot?: ReactNode;
}

/** Rows that live with their record: one is open at a time, each can be moved (also with Alt and an arrow) and removed, and the last removed one comes back. */
export function LineRows({ label, lines, disabled, fault, wrong, brief, body, change, fresh = {}, foot }: Props) {
  const words = useWords(), box = useRef<HTMLFieldSetElement>(null);
  const [open, setOpen] = useState<number | undefined>(lines.length === 1 && titleless(lines[0]!) ? 0 : undefined), [gone, setGone] = useState<{ line: Line; at: number }>();
  const focus = (n: number, what = "input, textarea, [role=combobox]") => setTimeout(() => box.current?.querySelectorAll<HTMLElement>("[data-line]")[n]?.querySelector<HTMLElement>(what)?.focus());
  const move = (from: number, to: number) => {
    if (to < 0 || to >= lines.length) return;
    const next = [...lines], [line] = next.splice(from, 1);
    next.splice(to, 0, line!);
    change(next);
    setOpen(open === from ? to : open === to ? from : open);
    focus(to, "button");
  };
  const remove = (n: number) => { setGone({ line: lines[n]!, at: n }); change(lines.filter((_, i) => i !== n)); setOpen(undefined); setTimeout(() => box.current?.querySelector<HTMLElement>(".undoLine button")?.focus()); };
  const onKey = (n: number) => (event: KeyboardEvent) => {
    const step = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (step && !disabled) { event.preventDefault(); move(n, n + step); }
  };
  return (
    <fieldset ref={box} disabled={disabled} className="lines">
      <legend>{label}{lines.length > 0 && <span className="quiet"> {lines.length}</span>}</legend>
      {lines.map((line, n) => {
        const shown = open === n || wrong.includes(n);
        return (
          <div key={n} data-line={n} className={shown ? "entry open" : "entry"} onKeyDown={onKey(n)}>
            <div className="lineHead">
              <button type="button" className="lineOpen" aria-expanded={shown} onClick={() => { setOpen(shown ? undefined : n); if (!shown) focus(n); }}><span className="quiet figure">{n + 1}</span><span className="lineBrief">{brief(line, n, shown)}</span></button>
              {lines.length > 1 && <><IconButton iconProps={{ iconName: "Up" }} ariaLabel={words.lineUp(n + 1)} title={words.lineUp(n + 1)} disabled={disabled || n === 0} onClick={() => move(n, n - 1)} /><IconButton iconProps={{ iconName: "Down" }} ariaLabel={words.lineDown(n + 1)} title={words.lineDown(n + 1)} disabled={disabled || n === lines.length - 1} onClick={() => move(n, n + 1)} /></>}
              <IconButton iconProps={{ iconName: "Clear" }} ariaLabel={`${words.removeLine} ${n + 1}`} title={`${words.removeLine} ${n + 1}`} disabled={disabled} onClick={() => remove(n)} />
            </div>
            {shown && <div className="fields">{body(line, n)}</div>}
          </div>
        );
      })}
      {gone && <p className="truth undoLine" role="status"><span>{words.lineRemoved}</span><Link as="button" type="button" onClick={() => { change([...lines.slice(0, gone.at), gone.line, ...lines.slice(gone.at)]); setGone(undefined); focus(gone.at, "button"); }}>{words.undo}</Link></p>}
      <DefaultButton text={words.addLine} disabled={disabled} onClick={() => { setGone(undefined); change([...lines, fresh]); setOpen(lines.length); focus(lines.length); }} />
      {fault && <p className="fault" role="alert">{fault}</p>}
      {foot}
    </fieldset>
  );
}
