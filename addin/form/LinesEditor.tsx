import { Cell } from "../list/cells.tsx";
import { useLanguage } from "../language.ts";
import { sayField, useWords } from "../record/words.ts";
import { LineRows } from "./LineRows.tsx";
import { faultOf, withCell, wrongLines, type Line } from "./lines.ts";
import type { WidgetProps } from "./widget.ts";
import { isWide, widgets } from "./widgets.tsx";

/** Rows that live with their record, each with the widgets of its own fields. */
export function LinesEditor({ of = "", record, field, label, value, fault, wrong = [], disabled, change }: WidgetProps) {
  const words = useWords(), { say } = useLanguage();
  const lines = (value as Line[] | undefined) ?? [], cells = Object.entries(field.of ?? {}).filter(([, cell]) => !cell.computed);
  const put = (next: Line[]) => change(next.length ? next : undefined);
  return <LineRows label={label} lines={lines} disabled={disabled} fault={wrong.length ? undefined : fault} wrong={wrongLines(wrong)} change={put}
    brief={line => <>{cells.filter(([name]) => line[name] !== undefined).slice(0, 3).map(([name, cell], n) => <span key={name}>{n > 0 && " · "}<Cell of={of} field={cell} value={line[name]} row={record} /></span>)}</>}
    body={(line, n) => cells.map(([name, cell]) => {
      const Widget = widgets[cell.kind], found = faultOf(wrong, n, name);
      return <div key={name} className={isWide(cell) ? "wide" : undefined}><Widget field={cell} label={say(cell.label)} value={line[name]} fault={found && sayField(words, found)} disabled={disabled} sayChoice={key => say(cell.choices?.[key] ?? key)} change={now => put(withCell(lines, n, name, now))} /></div>;
    })} />;
}
