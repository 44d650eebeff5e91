import type { FC } from "react";
import type { Field } from "../../model/field.ts";
import type { FieldProblem } from "../../model/problem.ts";

/** What every widget gets: the field's declaration, its words in the reader's language, and its value; `undefined` is no value. */
export interface WidgetProps {
  /** Which field of its record type it is; nothing where it is none. */
  name?: string;
  field: Field;
  label: string;
  /** The input's id, where its label stands elsewhere: `label` is empty then. */
  id?: string;
  value: unknown;
  /** What is wrong with it, in words. */
  fault?: string;
  /** The same, and what is wrong within it: `lines.2.quantity`. */
  wrong?: readonly FieldProblem[];
  disabled?: boolean;
  /** The record type, and all that the form holds: for widgets that depend on their neighbours. */
  of?: string;
  record?: Readonly<Record<string, unknown>>;
  /** The words of each choice. */
  sayChoice(choice: string): string;
  change(value: unknown): void;
}
export type Widget = FC<WidgetProps>;
