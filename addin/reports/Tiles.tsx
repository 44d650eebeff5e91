import { useFormats } from "../format.ts";
import { useCardWords } from "./cards.ts";

/** A few figures side by side, each a button to its rows. */
export function Tiles({ tiles }: { tiles: { label: string; count: number; value?: number; onOpen(): void }[] }) {
  const { money } = useFormats(), words = useCardWords();
  return <div className="tiles">{tiles.map(({ label, count, value, onOpen }) => <button key={label} type="button" disabled={!count} aria-label={words.show(label, count)} onClick={onOpen}><span className="quiet">{label}</span><b>{count}</b>{!!value && <span className="quiet">{money(value)}</span>}</button>)}</div>;
}
