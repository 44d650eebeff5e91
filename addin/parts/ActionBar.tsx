import { Button } from "./Button.tsx";

export interface Act { text: string; run: () => void; busy?: string | false }

/** The place of the one primary button, and of the quiet one beside it. */
export function ActionBar({ primary, second }: { primary?: Act; second?: Act }) {
  return (
    <div className="actions">
      {primary && <Button primary text={primary.busy || primary.text} onClick={primary.run} aria-busy={!!primary.busy || undefined} />}
      {second && <Button text={second.busy || second.text} onClick={second.run} aria-busy={!!second.busy || undefined} />}
    </div>
  );
}
