/** An e-mail address that breaks behind its @, where it has to break. */
export function Address({ of }: { of: string }) {
  const behind = of.lastIndexOf("@") + 1;
  return <>{of.slice(0, behind)}<wbr />{of.slice(behind)}</>;
}
