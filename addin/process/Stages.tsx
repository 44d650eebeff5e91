import { useState } from "react";
import type { AnyRecord, AnyRow } from "../../model/record.ts";
import "./process.css";
import { StageBar } from "./StageBar.tsx";
import { useStages } from "./stages.ts";
import { StageWork, type Work } from "./StageWork.tsx";

export { StageBar, StageWork };

/** The bar and, right below it, the work on the stage that is looked at. */
export function Stages({ type, row, ...work }: { type: AnyRecord; row: AnyRow } & Work) {
  const [looked, lookAt] = useState<string>(), stages = useStages(type, row, looked);
  return stages ? <div><StageBar stages={stages} lookAt={lookAt} /><StageWork type={type} row={row} stages={stages} lookAt={lookAt} {...work} /></div> : null;
}
