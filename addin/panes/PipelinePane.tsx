import { Pivot, PivotItem } from "@fluentui/react/lib/Pivot";
import { useState, type FC } from "react";
import { useDoors } from "../doors.ts";
import { Pick } from "../form/Pick.tsx";
import type { Filter } from "../list/views.ts";
import { look } from "../record/look.ts";
import { Age } from "../reports/Age.tsx";
import { Board } from "../reports/Board.tsx";
import { Forecast } from "../reports/Forecast.tsx";
import { reportLook } from "../reports/look.ts";
import { Results } from "../reports/Results.tsx";
import { useReportWords } from "../reports/words.ts";

const tabs: Record<"board" | "forecast" | "age" | "results", FC<{ filter: Filter }>> = { board: Board, forecast: Forecast, age: Age, results: Results };

/** The deals as a whole: by stage, by month, by age, and what became of them. Every number opens its rows. */
export default function PipelinePane() {
  const { me } = useDoors(), words = useReportWords();
  const [mine, setMine] = useState(me.role === "rep"), [tab, setTab] = useState<keyof typeof tabs>("board");
  const Tab = tabs[tab];
  return (
    <div className={`${look} ${reportLook}`}>
      <div className="head"><h1>{words.title}</h1><Pick ariaLabel={words.whose} selectedKey={mine ? "mine" : "all"} styles={{ root: { minWidth: 120 } }} options={[{ key: "mine", text: words.mine }, { key: "all", text: words.everybodys }]} onChange={(_, one) => setMine(one!.key === "mine")} /></div>
      <Pivot selectedKey={tab} headersOnly onLinkClick={item => setTab(item!.props.itemKey as keyof typeof tabs)} styles={{ link: { padding: "0 8px", margin: 0, height: 36 }, root: { margin: "4px -8px 8px", display: "flex", flexWrap: "wrap" } }} getTabId={key => `tab-${key}`}>
        {(Object.keys(tabs) as (keyof typeof tabs)[]).map(key => <PivotItem key={key} itemKey={key} headerText={words.tabs[key]} />)}
      </Pivot>
      <div role="tabpanel" aria-labelledby={`tab-${tab}`}><Tab filter={mine ? { owner: "me" } : {}} /></div>
    </div>
  );
}
