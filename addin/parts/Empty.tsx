import type { ReactNode } from "react";

/** Says what will be here, and offers the one act that fills it. */
export function Empty({ title, about, children }: { title?: string; about: string; children?: ReactNode }) {
  return <div className="empty">{title && <h1>{title}</h1>}<p>{about}</p>{children}</div>;
}
