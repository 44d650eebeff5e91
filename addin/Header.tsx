import { IconButton } from "@fluentui/react/lib/Button";
import { SearchBox } from "@fluentui/react/lib/SearchBox";
import { useState } from "react";
import { useDoors } from "./doors.ts";
import type { Place } from "./places.ts";
import { useWords } from "./speech.ts";

/** What is at hand everywhere: back, search, My day, and the way to all records. */
export function Header({ place, canBack }: { place: Place; canBack: boolean }) {
  const { go, back, item } = useDoors();
  const words = useWords();
  const [text, setText] = useState("");
  const menu = [
    ...item.mail ? [{ key: "home", text: words.home, iconProps: { iconName: "email" }, onClick: () => go({ at: "home" }) }] : [],
    ...(["lead", "opportunity", "contact", "account", "activity"] as const).map((type, n) => ({ key: type, iconProps: { iconName: type }, text: [words.leads, words.opportunities, words.contacts, words.accounts, words.activities][n]!, onClick: () => go({ at: "list", type }) })),
    { key: "settings", text: words.settings, iconProps: { iconName: "Settings" }, onClick: () => go({ at: "settings" }) },
  ];
  return (
    <header className="header">
      {canBack && <IconButton iconProps={{ iconName: "Back" }} ariaLabel={words.back} title={words.back} onClick={back} />}
      {place.at === "search" ? <span className="grow" /> : <SearchBox className="grow" placeholder={words.search} ariaLabel={words.search} value={text} onChange={(_, value) => setText(value ?? "")}
        onSearch={value => { setText(""); go({ at: "search", text: value.trim() || undefined }); }} />}
      <IconButton iconProps={{ iconName: "Day" }} ariaLabel={words.myDay} title={words.myDay} onClick={() => go({ at: "day" })} />
      <IconButton iconProps={{ iconName: "Menu" }} ariaLabel={words.menu} title={words.menu} menuProps={{ items: menu }} onRenderMenuIcon={() => null} />
    </header>
  );
}
