import { useRef, useState, type ComponentType } from "react";
import { useDoors } from "./doors.ts";
import { Icon } from "./icons.tsx";
import { usePane } from "./pane.ts";
import { IconButton } from "./parts/Button.tsx";
import type { Place } from "./places.ts";
import { useWords } from "./speech.ts";

/** What is at hand everywhere: back, search, My day, and the way to all records. */
export function Header({ place, canBack }: { place: Place; canBack: boolean }) {
  const { go, back } = useDoors(), words = useWords();
  const box = useRef<HTMLInputElement>(null);
  const text = place.at === "search" ? place.text ?? "" : "";
  const search = (typed: string) => go({ at: "search", text: typed || undefined });
  return (
    <header className="header">
      {canBack && <IconButton icon="Back" name={words.back} onClick={back} />}
      <div className="search" role="search">
        <Icon name="Search" />
        <input ref={box} type="search" placeholder={words.search} aria-label={words.search} value={text} enterKeyHint="search" autoComplete="off" spellCheck={false}
          onChange={event => search(event.target.value)} onClick={() => { if (place.at !== "search") search(""); }}
          onKeyDown={event => {
            if (event.key === "Escape") { if (text) search(""); else if (place.at === "search") back(); }
            if (event.key === "Enter" && place.at !== "search") search("");
            if (event.key === "ArrowDown" && place.at === "search") { event.preventDefault(); document.querySelector<HTMLElement>("main button.row, main button.open")?.focus(); }
          }} />
        {text && <IconButton icon="Clear" name={words.clear} onClick={() => { search(""); box.current?.focus(); }} />}
      </div>
      <IconButton icon="Day" name={words.myDay} onClick={() => go({ at: "day" })} />
      <MenuButton />
    </header>
  );
}

type Drawn = ComponentType<{ target: HTMLElement; items: object[] & any; dark: boolean; close(): void }>;

/** The menu itself is Fluent's and comes when it is wanted. */
function MenuButton() {
  const { go, item, announce, me } = useDoors(), { dark } = usePane(), words = useWords();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false), [drawn, setDrawn] = useState<{ Menu: Drawn }>();
  const show = () => { setOpen(true); if (!drawn) import("./Menu.tsx").then(({ default: Menu }) => setDrawn({ Menu }), () => { setOpen(false); announce(words.problems.offline); }); };
  const items = [
    ...item.mail ? [{ key: "home", text: words.home, iconProps: { iconName: "email" }, onClick: () => go({ at: "home" }) }] : [],
    ...(["lead", "opportunity", "contact", "account", "activity"] as const).map((type, n) => ({ key: type, iconProps: { iconName: type }, text: [words.leads, words.opportunities, words.contacts, words.accounts, words.activities][n]!, onClick: () => go({ at: "list", type }) })),
    { key: "pipeline", text: words.pipeline, iconProps: { iconName: "opportunity" }, onClick: () => go({ at: "pipeline" }) },
    { key: "library", text: words.library, iconProps: { iconName: "note" }, onClick: () => go({ at: "library" }) },
    { key: "types", text: words.allRecords, iconProps: { iconName: "More" }, onClick: () => go({ at: "types" }) },
    ...me.role === "administrator" ? [{ key: "ways", text: words.ways, iconProps: { iconName: "Settings" }, onClick: () => go({ at: "ways" }) }] : [],
    { key: "settings", text: words.settings, iconProps: { iconName: "Settings" }, onClick: () => go({ at: "settings" }) },
  ];
  return (
    <>
      <IconButton ref={button} icon="Menu" name={words.menu} aria-haspopup="menu" aria-expanded={open} onClick={show} />
      {open && drawn && button.current && <drawn.Menu target={button.current} items={items} dark={dark} close={() => setOpen(false)} />}
    </>
  );
}
