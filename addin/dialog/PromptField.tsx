import { ChoiceGroup } from "@fluentui/react/lib/ChoiceGroup";
import { useId } from "react";
import type { Prompt } from "../../model/dialog.ts";
import { said } from "../../model/expression.ts";
import { choice, date, moment, number, prose, ref, text, type Field } from "../../model/field.ts";
import { widgets } from "../form/widgets.tsx";
import { useLanguage } from "../language.ts";
import { TextButton } from "../parts/TextButton.tsx";
import { useReach } from "../reach.ts";
import { useDialogWords } from "./words.ts";

interface Props { prompt: Prompt; value: unknown; fault?: string; disabled?: boolean; change(value: unknown): void }

/** A question with its tip and the way to answer it. */
export function PromptField({ prompt, value, fault, disabled, change }: Props) {
  const words = useDialogWords(), { chinese } = useLanguage(), { browse } = useReach(), id = useId();
  const label = said(prompt.say, chinese), tip = prompt.tip && said(prompt.tip, chinese), links = linksIn(`${label}\n${tip ?? ""}`);
  return (
    <div data-prompt={prompt.key} className="prompt" role="group" aria-label={label} aria-describedby={tip ? id : undefined}>
      {prompt.kind === "none" ? <p className="promptText">{label}</p> : prompt.kind === "radio" ? <Radio prompt={prompt} label={label} value={value} fault={fault} disabled={disabled} change={change} /> : <Typed prompt={prompt} label={label} value={value} fault={fault} disabled={disabled} change={change} />}
      {tip && <p className="quiet" id={id}><span className="unseen">{words.tip}: </span>{tip}</p>}
      {links.map(link => <TextButton key={link} onClick={() => browse(link)}>{words.visit(new URL(link).host)}</TextButton>)}
      {prompt.log === false && <p className="quiet">{words.notKept}</p>}
    </div>
  );
}

function Radio({ prompt, label, value, fault, disabled, change }: Props & { label: string }) {
  const { chinese } = useLanguage();
  return (
    <>
      <ChoiceGroup label={label} required={prompt.required} disabled={disabled} selectedKey={(value as string | undefined) ?? null} options={(prompt.options ?? []).map(one => ({ key: one.value, text: said(one.label, chinese) }))} onChange={(_, option) => change(option?.key)} />
      {fault && <p className="fault" role="alert">{fault}</p>}
    </>
  );
}

function Typed({ prompt, label, value, fault, disabled, change }: Props & { label: string }) {
  const { chinese } = useLanguage(), field = fieldOf(prompt), Widget = widgets[field.kind];
  return <Widget field={field} label={label} value={value} fault={fault} disabled={disabled} sayChoice={key => { const found = prompt.options?.find(one => one.value === key); return found ? said(found.label, chinese) : key; }} change={change} />;
}

/** The declared field whose widget answers the prompt. */
function fieldOf({ kind, as, to, required, options = [] }: Prompt): Field {
  const more = { required: required ?? false };
  switch (kind) {
    case "lines": return prose("", { ...more, max: 10_000 });
    case "date": return date("", more);
    case "moment": return moment("", more);
    case "lookup": return ref("", to ?? "contact", more);
    case "pick": return options.length ? choice("", Object.fromEntries(options.map(({ value }) => [value, value])), more) : choice("", { "": "" }, { required: false });
    default: return as ? number("", { ...more, decimals: as === "integer" ? 0 : 10 }) : text("", { ...more, max: 400 });
  }
}

/** Web addresses that a question names. */
const linksIn = (said: string): string[] => [...new Set(said.match(/https:\/\/[^\s<>"'“”（）()]{3,300}/gu) ?? [])].filter(one => URL.canParse(one));
