import { IconButton } from "@fluentui/react/lib/Button";
import { TextField } from "@fluentui/react/lib/TextField";
import { useState } from "react";
import type { Field } from "../../model/field.ts";
import { Pick } from "../form/Pick.tsx";
import { useWords } from "../record/words.ts";
import { beginOf, type Part } from "./grammar.ts";
import { fieldsOf, PartEditor, type PartProps } from "./PartEditor.tsx";
import { useSpeech } from "./terms.ts";

/** Values by name: of the fields of a record type, or under names of one's own. */
export function MapEditor({ part, value, scope, label, change }: PartProps<Extract<Part, { is: "map" }>>) {
  const words = useWords(), speech = useSpeech(), held = (value ?? {}) as Record<string, unknown>, type = part.fields === "made" ? scope.made : part.fields === "here" ? scope.type : undefined, [typing, setTyping] = useState("");
  const known = fieldsOf(type, speech), nameOf = (key: string) => known.find(([name]) => name === key)?.[1] ?? key, add = (key: string) => { if (key && !(key in held)) change({ ...held, [key]: beginOf(part.of()) }); };
  return (
    <fieldset className="lines parts">
      <legend>{label}</legend>
      {Object.entries(held).map(([key, one]) => (
        <div key={key} className="onePart named">
          <PartEditor part={part.of()} value={one} scope={{ ...scope, ...type && { type }, name: key, about: (type?.fields as Record<string, Field> | undefined)?.[key] }} label={nameOf(key)} change={next => change({ ...held, [key]: next })} />
          <IconButton iconProps={{ iconName: "Clear" }} ariaLabel={words.removeNamed(nameOf(key))} title={words.removeLine} onClick={() => change(Object.fromEntries(Object.entries(held).filter(([name]) => name !== key)))} />
        </div>
      ))}
      {type ? <Pick ariaLabel={`${words.add}: ${label}`} placeholder={words.add} selectedKey={null} options={known.filter(([name]) => !(name in held)).map(([key, text]) => ({ key, text }))} onChange={(_, chosen) => add(String(chosen!.key))} />
        : <TextField ariaLabel={`${words.add}: ${label}`} placeholder={words.add} value={typing} onChange={(_, typed = "") => setTyping(typed)} onKeyDown={event => { if (event.key === "Enter") { event.preventDefault(); add(typing.trim()); setTyping(""); } }} onBlur={() => { add(typing.trim()); setTyping(""); }} />}
    </fieldset>
  );
}
