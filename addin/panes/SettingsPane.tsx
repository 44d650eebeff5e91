import { DefaultButton } from "@fluentui/react/lib/Button";
import { ChoiceGroup } from "@fluentui/react/lib/ChoiceGroup";
import { useDoors } from "../doors.ts";
import { usePane } from "../pane.ts";
import { useWords } from "../speech.ts";
import type { Language } from "../speech.ts";
import type { LookChoice } from "../theme.ts";

/** Colours, language, and who one is; whom one may be, in the demo. */
export default function SettingsPane() {
  const { me } = useDoors();
  const pane = usePane(), words = useWords();
  return (
    <div className="page settings">
      <h1>{words.settings}</h1>
      {pane.users.length > 0 ? (
        <ChoiceGroup label={words.actAs} selectedKey={pane.user ?? me.id} onChange={(_, option) => pane.chooseUser(option!.key)}
          options={pane.users.map(({ id, name, role }) => ({ key: id, text: `${name} · ${words.roles[role] ?? role}` }))} />
      ) : (
        <div><h2>{words.signedInAs}</h2><p>{me.name} · {words.roles[me.role]}</p><DefaultButton text={words.signOut} onClick={() => void pane.signOut()} /></div>
      )}
      <ChoiceGroup label={words.theme} selectedKey={pane.look} onChange={(_, option) => pane.chooseLook(option!.key as LookChoice)}
        options={[{ key: "auto", text: words.themeAuto }, { key: "light", text: words.themeLight }, { key: "dark", text: words.themeDark }]} />
      <ChoiceGroup label={words.language} selectedKey={pane.language ?? "auto"} onChange={(_, option) => pane.chooseLanguage(option!.key === "auto" ? undefined : option!.key as Language)}
        options={[{ key: "auto", text: words.languageAuto }, { key: "en", text: "English" }, { key: "zh-CN", text: "中文" }]} />
    </div>
  );
}
