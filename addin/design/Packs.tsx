import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";
import type { Changed } from "../api.ts";
import { useDoors } from "../doors.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { useWork } from "../use.ts";
import { useDesignWords } from "./words.ts";

export interface Pack { key: string; parts: number; installed: boolean }

/** The ways of whole trades, installed and removed with one act that says before what it means and can be taken back. */
export function Packs({ packs, done }: { packs: readonly Pack[]; done(said: string, commit: string): void }) {
  const { api } = useDoors(), words = useDesignWords(), { busy, problem, run } = useWork();
  const act = ({ key, installed }: Pack) => void run(async () => {
    const { commit } = await api.call<Changed>("POST", `packs/${key}/${installed ? "remove" : "install"}`, { body: {} });
    done((installed ? words.removed : words.installed)(words.packNames[key] ?? key), commit);
  });
  return (
    <section aria-label={words.packs}>
      <header><h2>{words.packs}</h2></header>
      {packs.map(pack => {
        const name = words.packNames[pack.key] ?? pack.key, verb = pack.installed ? words.remove : words.install, label = (pack.installed ? words.removeIt : words.installIt)(name), Button = pack.installed ? DefaultButton : PrimaryButton;
        return (
          <div key={pack.key} className="approval">
            <p className="approvalWhat"><b>{name}</b><span className="quiet">{words.parts(pack.parts)}</span></p>
            <p>{words.packAbout[pack.key]}</p>
            <p className="quiet">{pack.installed ? words.warnRemove : words.warnInstall}</p>
            <div className="acts"><Button text={verb} ariaLabel={label} disabled={busy} onClick={() => act(pack)} /></div>
          </div>
        );
      })}
      <ProblemLine problem={problem} />
    </section>
  );
}
