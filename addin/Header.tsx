import { IconButton } from "@fluentui/react/lib/Button";
import { SearchBox } from "@fluentui/react/lib/SearchBox";
import { useEffect, useState } from "react";
import { useDoors } from "./doors.ts";
import type { Place } from "./places.ts";
import { useWords } from "./speech.ts";
import { useRested } from "./use.ts";

/** What is at hand everywhere: back, search, My day, and the way to all records. */
export function Header({ place, canBack }: { place: Place; canBack: boolean }) {
  const { go, back, item } = useDoors();
  const words = useWords();
  const searching = place.at === "search";
  const [text, setText] = useState(""), rested = useRested(text.trim(), 250);
  useEffect(() => { if (rested.length > 1) go({ at: "search", text: rested }); }, [rested]); // eslint-disable-line react-hooks/exhaustive-deps -- only typing searches
  useEffect(() => { if (!searching) setText(""); }, [searching]);
  const menu = [
    ...item.mail ? [{ key: "home", text: words.home, iconProps: { iconName: "email" }, onClick: () => go({ at: "home" }) }] : [],
    ...(["lead", "opportunity", "contact", "account", "activity"] as const).map((type, n) => ({ key: type, iconProps: { iconName: type }, text: [words.leads, words.opportunities, words.contacts, words.accounts, words.activities][n]!, onClick: () => go({ at: "list", type }) })),
    { key: "settings", text: words.settings, iconProps: { iconName: "Settings" }, onClick: () => go({ at: "settings" }) },
  ];
  return (
    <header className="header">
      {canBack && <IconButton iconProps={{ iconName: "Back" }} ariaLabel={words.back} title={words.back} onClick={back} />}
      <SearchBox className="grow" placeholder={words.search} ariaLabel={words.search} value={text} onChange={(_, value) => setText(value ?? "")}
        onSearch={value => { if (value.trim()) go({ at: "search", text: value.trim() }); }} onClear={() => { if (searching) back(); }} />
      <IconButton iconProps={{ iconName: "Day" }} ariaLabel={words.myDay} title={words.myDay} onClick={() => go({ at: "day" })} />
      <IconButton iconProps={{ iconName: "Menu" }} ariaLabel={words.menu} title={words.menu} menuProps={{ items: menu }} onRenderMenuIcon={() => null} />
    </header>
  );
}
