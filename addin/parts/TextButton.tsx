import type { ReactNode } from "react";

/** A quiet act in a line of text. */
export const TextButton = ({ onClick, busy, disabled, label, expanded, children }: { onClick: () => void; busy?: boolean; disabled?: boolean; label?: string; expanded?: boolean; children: ReactNode }) =>
  <button className="textButton" type="button" onClick={onClick} aria-busy={busy} disabled={disabled} aria-label={label} aria-expanded={expanded}>{children}</button>;
