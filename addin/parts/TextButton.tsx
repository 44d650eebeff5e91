import type { ReactNode } from "react";

/** A quiet act in a line of text. */
export const TextButton = ({ onClick, busy, disabled, label, expanded, controls, children }: { onClick: () => void; busy?: boolean; disabled?: boolean; label?: string; expanded?: boolean; /** The id of what it unfolds. */ controls?: string; children: ReactNode }) =>
  <button className="textButton" type="button" onClick={onClick} aria-busy={busy || undefined} disabled={disabled} aria-label={label} aria-expanded={expanded} aria-controls={expanded ? controls : undefined}>{children}</button>;
