import { useEffect, useRef, type ReactNode } from "react";

/** Something asked below the head of a record; the focus goes to it as it opens. */
export function Panel({ title, urgent, children }: { title: string; urgent?: boolean; children: ReactNode }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => { box.current?.focus({ preventScroll: true }); box.current?.scrollIntoView?.({ block: "nearest" }); }, []);
  return <section ref={box} className="panel" tabIndex={-1} role={urgent ? "alertdialog" : undefined} aria-label={title}><h2>{title}</h2>{children}</section>;
}
