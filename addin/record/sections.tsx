import type { FC } from "react";
import type { AnyRow } from "../../model/record.ts";
import type { RecordName } from "../../model/records.ts";

/** What a record's page shows between its fields and its related lists, where that is more than the declaration can say. */
export interface SectionProps { row: AnyRow; round: number }
export const sections: Partial<Record<RecordName, { key: string; Section: FC<SectionProps> }[]>> = {};
