import { useState } from "react";
import { copyHtml } from "../office/clipboard.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { TruthLine } from "../parts/TruthLine.tsx";
import { useWork } from "../use.ts";
import { useWords } from "./words.ts";

/** That a mail was opened in Outlook for the rep to finish, or its text copied. Some Outlooks open it without its text and do not say so, so the text can still be had. */
export function Opened({ said, opened, html }: { said: string; opened: boolean; html: string }) {
  const words = useWords().opening, { busy, problem, run } = useWork(), [copied, setCopied] = useState(false);
  const copy = () => void run(async () => { await copyHtml(html); setCopied(true); });
  return (
    <>
      <div role="status"><TruthLine>{copied ? words.copied : said}</TruthLine></div>
      {opened && !copied && <p className="quiet small">{words.empty} <TextButton busy={busy} onClick={copy}>{words.copy}</TextButton></p>}
      <ProblemLine problem={problem} />
    </>
  );
}
