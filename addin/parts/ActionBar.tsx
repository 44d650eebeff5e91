import { DefaultButton, PrimaryButton } from "@fluentui/react/lib/Button";

export interface Act { text: string; run: () => void; busy?: string | false }

/** The place of the one primary button, and of the quiet one beside it. */
export function ActionBar({ primary, second }: { primary?: Act; second?: Act }) {
  return (
    <div className="actions">
      {primary && <PrimaryButton className="primary" text={primary.busy || primary.text} title={primary.text} onClick={primary.run} aria-busy={!!primary.busy} />}
      {second && <DefaultButton text={second.busy || second.text} onClick={second.run} aria-busy={!!second.busy} />}
    </div>
  );
}
