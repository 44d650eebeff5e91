import type { FC } from "react";
import type { Field } from "../../model/field.ts";

/** What every widget gets: the field's declaration, its words in the reader's language, and its value; `undefined` is no value. */
export interface WidgetProps {
  field: Field;
  label: string;
  value: unknown;
  /** What is wrong with it, in words. */
  fault?: string;
  disabled?: boolean;
  /** The words of each choice. */
  sayChoice(choice: string): string;
  change(value: unknown): void;
}
export type Widget = FC<WidgetProps>;
