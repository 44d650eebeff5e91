import type { ComponentProps } from "react";
import type { AnyRecord } from "../../model/record.ts";
import { FieldsForm } from "./FieldsForm.tsx";

/** The form of a record type, as it is declared; `only` narrows it to some fields under no heading. */
export function RecordForm({ type, only, ...rest }: { type: AnyRecord; only?: readonly string[] } & Omit<ComponentProps<typeof FieldsForm>, "of" | "fields" | "groups" | "anyOf">) {
  return <FieldsForm of={type.name} fields={type.fields} groups={only ? [["", only]] : type.form as readonly (readonly [string, readonly string[]])[]} anyOf={only ? undefined : type.anyOf} {...rest} />;
}
