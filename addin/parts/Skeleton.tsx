/** Grey lines where text will be; quick answers come before they are seen. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return <div className="skeleton" aria-hidden="true">{Array.from({ length: lines }, (_, n) => <i key={n} style={{ width: `${[85, 60, 72][n % 3]}%` }} />)}</div>;
}
