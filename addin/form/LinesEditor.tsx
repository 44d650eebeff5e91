import { DefaultButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { useLanguage } from "../language.ts";
import { useWords } from "../record/words.ts";
import type { WidgetProps } from "./widget.ts";
import { widgets } from "./widgets.tsx";

type Line = Record<string, unknown>;

/** Rows that live with their record, each with the widgets of its own fields. */
export function LinesEditor({ field, label, value, fault, disabled, change }: WidgetProps) {
  const words = useWords(), { say } = useLanguage();
  const lines = (value as Line[] | undefined) ?? [];
  const put = (next: Line[]) => change(next.length ? next : undefined);
  return (
    <fieldset disabled={disabled} style={{ border: 0, padding: 0, margin: 0 }}>
      <legend>{label}</legend>
      {lines.map((line, n) => (
        <div key={n} className="panel fields">
          {Object.entries(field.of ?? {}).map(([name, of]) => {
            const Widget = widgets[of.kind];
            return <Widget key={name} field={of} label={say(of.label)} value={line[name]} disabled={disabled} sayChoice={key => say(of.choices?.[key] ?? key)} change={now => put(lines.map((was, i) => i === n ? { ...was, [name]: now } : was))} />;
          })}
          <Link as="button" type="button" onClick={() => put(lines.filter((_, i) => i !== n))}>{words.removeLine} {n + 1}</Link>
        </div>
      ))}
      <DefaultButton text={words.addLine} disabled={disabled} onClick={() => put([...lines, {}])} />
      {fault && <p className="fault" role="alert">{fault}</p>}
    </fieldset>
  );
}
