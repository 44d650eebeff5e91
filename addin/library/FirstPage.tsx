import { useEffect, useRef, useState } from "react";
import { useDoors } from "../doors.ts";
import { askPage } from "./ask.ts";

/** The picture of a file's first page, fetched once it comes into view; a sheet with the sort of file where there is none. */
export function FirstPage({ literature, file: { hash, name = "" } = {}, small }: { literature: string; file: { hash?: string; name?: string } | undefined; small?: boolean }) {
  const { api } = useDoors(), place = useRef<HTMLSpanElement>(null), [seen, see] = useState(false), [url, setUrl] = useState<string>();
  useEffect(() => {
    if (typeof IntersectionObserver === "undefined") { see(true); return; }
    const watch = new IntersectionObserver(entries => { if (entries.some(one => one.isIntersecting)) see(true); }, { rootMargin: "200px" });
    watch.observe(place.current!);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (!seen || !hash) return;
    let current = true, made: string | undefined;
    askPage(api, literature, hash).then(blob => { if (current && blob) setUrl(made = URL.createObjectURL(blob)); }, () => undefined);
    return () => { current = false; setUrl(undefined); if (made) URL.revokeObjectURL(made); };
  }, [api, literature, hash, seen]);
  return <span ref={place} className={small ? "firstPage small" : "firstPage"}>{url ? <img src={url} alt="" /> : <span aria-hidden="true">{/\.(\w{1,4})$/.exec(name)?.[1]?.toUpperCase()}</span>}</span>;
}
