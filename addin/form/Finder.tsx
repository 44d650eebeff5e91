import { Label } from "@fluentui/react/lib/Label";
import { TagPicker, type ITag } from "@fluentui/react/lib/Pickers";
import { useId, useState, type KeyboardEvent, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useWords } from "../record/words.ts";
import { suggestion } from "./suggestion.tsx";

interface Props { label: string; hint: string; taken: ITag[]; limit: number; required?: boolean; disabled?: boolean; fault?: string; find(typed: string): Promise<ITag[]>; typing?(typed: string): void; take(tags: ITag[]): void; children?: ReactNode }

/** A box for a part of a name, and what is found below it. Before anything is typed some are offered to whoever clicks or presses the down arrow; who passes by with Tab opens nothing. Enter takes what is found, and never sends the form. */
export function Finder({ label, hint, taken, limit, required, disabled, fault, find, typing, take, children }: Props) {
  const words = useWords(), id = useId(), [offers, setOffers] = useState(false);
  const offer = () => flushSync(() => setOffers(true)); // the picker asks what is offered while it hears the same event
  const keys = (event: KeyboardEvent) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement)) return;
    if (event.key === "Enter") event.preventDefault();
    if (event.key !== "ArrowDown" || box.value || box.getAttribute("aria-expanded") === "true") return;
    event.preventDefault(); event.stopPropagation();
    offer(); box.click();
  };
  return (
    <div onMouseDownCapture={offer} onClickCapture={offer} onBlur={() => setOffers(false)} onKeyDownCapture={keys}>
      <Label htmlFor={id} required={required}>{label}</Label>
      <TagPicker selectedItems={taken} itemLimit={limit} disabled={disabled} resolveDelay={250} onResolveSuggestions={find} onEmptyResolveSuggestions={offers ? () => find("") : undefined} removeButtonAriaLabel={words.clear}
        onRenderSuggestionsItem={suggestion} getTextFromItem={tag => tag.name} selectionAriaLabel={label} pickerSuggestionsProps={{ suggestionsHeaderText: words.pick, noResultsFoundText: words.noneFound, loadingText: words.searching, suggestionsAvailableAlertText: words.pick }}
        inputProps={{ id, placeholder: taken.length ? undefined : hint, "aria-required": required, "aria-invalid": fault ? true : undefined, disabled }} errorMessage={fault}
        onInputChange={typed => { typing?.(typed); return typed; }} onChange={(tags = []) => take(tags)} />
      {children}
    </div>
  );
}
