import type { ComponentProps } from "react";
import type { AnyRecord, AnyRow } from "../../model/record.ts";
import { useRuling } from "../ways.ts";
import { FieldsForm } from "./FieldsForm.tsx";

/** The form of a record type, as it is declared and as the company's rules want it; `only` narrows it to some fields under no heading, `was` is the record before. */
export function RecordForm({ type, only, was, ...rest }: { type: AnyRecord; only?: readonly string[]; was?: AnyRow } & Omit<ComponentProps<typeof FieldsForm>, "of" | "fields" | "groups" | "anyOf" | "rule">) {
  const rule = useRuling(type, was);
  return <FieldsForm of={type.name} fields={type.fields} groups={only ? [["", only]] : type.form as readonly (readonly [string, readonly string[]])[]} anyOf={only ? undefined : type.anyOf} rule={rule} {...rest} />;
}
