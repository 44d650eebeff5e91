import { useWords } from "./words.ts";

/** Room for what is on its way. */
export const Waiting = ({ rows = 3 }: { rows?: number }) => { const words = useWords(); return <div role="status" aria-label={words.loading}>{Array.from({ length: rows }, (_, n) => <div key={n} className="wait" />)}</div>; };
