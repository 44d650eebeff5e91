import { useId, useRef, type ReactNode } from "react";

/** A row of tabs, one stop of the keyboard, moved through with the arrow keys; below it what the chosen one shows. */
export function Tabs<Key extends string>({ label, tabs, on, choose, children }: { label: string; tabs: readonly (readonly [key: NoInfer<Key>, title: string])[]; on: Key; choose(key: NoInfer<Key>): void; children: ReactNode }) {
  const id = useId(), row = useRef<HTMLDivElement>(null), now = tabs.findIndex(([key]) => key === on);
  const move = (step: number) => { const next = (now + step + tabs.length) % tabs.length; choose(tabs[next]![0]); (row.current!.children[next] as HTMLElement).focus(); };
  return (
    <>
      <div ref={row} className="tabs" role="tablist" aria-label={label} onKeyDown={event => { if (event.key === "ArrowRight" || event.key === "ArrowLeft") move(event.key === "ArrowRight" ? 1 : -1); }}>
        {tabs.map(([key, title]) => <button key={key} type="button" role="tab" id={`${id}${key}`} aria-selected={key === on} aria-controls={id} tabIndex={key === on ? 0 : -1} onClick={() => choose(key)}>{title}</button>)}
      </div>
      <div role="tabpanel" id={id} aria-labelledby={`${id}${on}`}>{children}</div>
    </>
  );
}
