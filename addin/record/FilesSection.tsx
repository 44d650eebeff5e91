import { Link } from "@fluentui/react/lib/Link";
import { pathOf, type AnyRow } from "../../model/record.ts";
import { useDoors } from "../doors.ts";
import { sizeOf, type KeptFile } from "../form/FilesEditor.tsx";
import { ProblemLine } from "../parts/Problem.tsx";
import { useWork } from "../use.ts";
import { save } from "./save.ts";
import { useWords } from "./words.ts";

/** The files of a record, to be saved from here. */
export const filesSection = (type: string) => function Files({ row }: { row: AnyRow }) {
  const { api } = useDoors(), words = useWords(), { busy, problem, run } = useWork(), files = (row.files ?? []) as KeptFile[];
  if (!files.length) return null;
  const open = (file: KeptFile) => void run(async () => save(await api.bytes(`files/${file.hash}?on=${pathOf(type, row.id)}`), file.name, file.type ?? "application/octet-stream"));
  return (
    <section aria-label={words.files}>
      <header><h2>{words.files}</h2><span className="quiet">{files.length}</span></header>
      <ProblemLine problem={problem} />
      <ul className="rows">{files.map(file => <li key={file.name}><span className="row said" style={{ cursor: "default" }}>{file.hash ? <Link as="button" type="button" disabled={busy} onClick={() => open(file)}>{file.name}</Link> : <bdi>{file.name}</bdi>}<span className="quiet">{sizeOf(file.size)}</span></span></li>)}</ul>
    </section>
  );
};
