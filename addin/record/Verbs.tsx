import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import { useLanguage } from "../language.ts";
import { commonButtons } from "../../model/common.ts";
import type { AnyRecord } from "../../model/record.ts";
import { useWords } from "./words.ts";

const room = 3;
/** Where the first verb of the declaration is not what one most likely wants. */
const usual: Record<string, readonly string[]> = { quote: ["activate", "order"], order: ["fulfil", "invoice"], invoice: ["pay"] };
/** Never what one most likely wants. */
const seldom = new Set(["deactivate", "mergeInto", "disqualify", "lose", "cancel", "discard", "retire"]);
/** So seldom that they stand at the end of the menu. */
const tucked = new Set(["deactivate", "discard", "retire"]);

/** What can be done with a record in its status: one primary act, and where there are many, the rest in a menu. `leading` is an act that comes before all verbs, `common` are those that every type hears. */
export function Verbs({ type, names, common = [], busy, leading, onVerb }: { type: AnyRecord; names: readonly string[]; common?: readonly string[]; busy: boolean; leading?: { text: string; run(): void }; onVerb(verb: string): void }) {
  const words = useWords(), { say } = useLanguage();
  const label = (verb: string) => say(buttonOf(type, verb), `${type.name}.${verb}`);
  const primary = leading ? undefined : (usual[type.name] ?? []).find(verb => names.includes(verb)) ?? names.find(verb => !type.verbs[verb]!.grave && !seldom.has(verb)), rest = names.filter(verb => verb !== primary && !tucked.has(verb)), last = [...common, ...names.filter(verb => tucked.has(verb))];
  const shown = rest.length + Number(primary !== undefined) + Number(last.length > 0) > room ? rest.slice(0, room - 2) : rest, more = [...rest.slice(shown.length), ...last];
  if (!leading && !names.length && !common.length) return null;
  return (
    <div className={leading || primary || shown.length ? "acts" : "acts few"}>
      {leading && <PrimaryButton text={leading.text} disabled={busy} onClick={leading.run} />}
      {primary && <PrimaryButton text={label(primary)} disabled={busy} onClick={() => onVerb(primary)} />}
      {shown.map(verb => <DefaultButton key={verb} text={label(verb)} disabled={busy} onClick={() => onVerb(verb)} />)}
      {more.length > 0 && <DefaultButton className="menu" ariaLabel={words.more} title={words.more} iconProps={{ iconName: "More" }} onRenderMenuIcon={() => null} disabled={busy} menuProps={{ items: more.map(verb => ({ key: verb, text: label(verb), onClick: () => onVerb(verb) })) }} />}
    </div>
  );
}

/** The words on a verb's button, be it the type's own or one that others hear too. */
export const buttonOf = (type: AnyRecord, verb: string): string => String(type.buttons[verb] ?? commonButtons[verb as keyof typeof commonButtons] ?? verb);
