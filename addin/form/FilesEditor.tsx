import { DefaultButton } from "@fluentui/react/lib/Button";
import { Link } from "@fluentui/react/lib/Link";
import { useRef, useState } from "react";
import { ProblemLine } from "../parts/Problem.tsx";
import { useReach } from "../reach.ts";
import { useWords } from "../record/words.ts";
import { useWork } from "../use.ts";
import type { WidgetProps } from "./widget.ts";

export interface KeptFile { name: string; size?: number; hash?: string; type?: string }

/** Files that go with a record: each is sent when it is chosen, and belongs to the record once that is saved. */
export function FilesEditor({ label, value, fault, disabled, change }: WidgetProps) {
  const { upload } = useReach(), words = useWords(), { busy, problem, run } = useWork(), input = useRef<HTMLInputElement>(null), [sending, setSending] = useState("");
  const files = (value as KeptFile[] | undefined) ?? [];
  const add = (chosen: File[]) => void run(async () => {
    let all = files;
    for (const file of chosen) { setSending(file.name); all = [...all.filter(one => one.name !== file.name), await upload(file)]; change(all); }
    setSending("");
  });
  return (
    <fieldset disabled={disabled} className="lines">
      <legend>{label}</legend>
      <ul className="rows">{files.map(file => <li key={file.name}><span className="row" style={{ cursor: "default" }}><bdi>{file.name}</bdi> <span className="quiet">{sizeOf(file.size)}</span></span><Link as="button" type="button" aria-label={words.removeNamed(file.name)} onClick={() => { const left = files.filter(one => one !== file); change(left.length ? left : undefined); }}>{words.remove}</Link></li>)}</ul>
      <input ref={input} type="file" multiple hidden onChange={event => { add([...event.target.files ?? []]); event.target.value = ""; }} />
      <DefaultButton text={busy ? words.sendingFile(sending) : words.addFile} aria-busy={busy} disabled={disabled || busy} onClick={() => input.current?.click()} />
      <ProblemLine problem={problem} />
      {fault && <p className="fault" role="alert">{fault}</p>}
    </fieldset>
  );
}

/** `12 kB`, `3.4 MB`. */
export const sizeOf = (bytes = 0): string => bytes < 1000 ? `${bytes} B` : bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
