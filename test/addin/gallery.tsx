import "../../addin/fabricConfig.ts";
import "../../addin/pane.css";
import { createRoot } from "react-dom/client";
import { registerDrawings } from "../../addin/drawings.tsx";
import { darkTheme, lightTheme } from "../../addin/Fluent.tsx";
import { paint } from "../../addin/theme.ts";
import { zhCN } from "../../model/labels/zh-CN.ts";
import DayPane from "../../addin/panes/DayPane.tsx";
import ListPane from "../../addin/panes/ListPane.tsx";
import NewPane from "../../addin/panes/NewPane.tsx";
import RecordPane from "../../addin/panes/RecordPane.tsx";
import SearchPane from "../../addin/panes/SearchPane.tsx";
import { fakeApi, fakeDoors } from "./fake.tsx";
import { sample } from "./sample.ts";

/** Every record pane with a service in memory, for looking at: `#pane,argument,argument;zh;dark`. */
registerDrawings();
const [place = "day", ...how] = decodeURIComponent(location.hash.slice(1)).split(";");
const [pane, type, id] = place.split(",") as [string, any, any];
const theme = how.includes("dark") ? darkTheme : lightTheme;
paint(how.includes("dark"));
document.body.style.cssText = `margin:0;background:${theme.palette.white};font-family:${String(theme.fonts.medium.fontFamily)};overflow-y:scroll`;
const { Within } = fakeDoors(fakeApi(sample()).api, { go: place => { location.hash = JSON.stringify(place); } });
const panes: Record<string, React.ReactNode> = { day: <DayPane />, list: <ListPane type={type} view={id} />, new: <NewPane type={type} />, record: <RecordPane type={type} id={id} />, search: <SearchPane text={type} /> };
createRoot(document.body.appendChild(document.createElement("main"))).render(<Within theme={theme} language={how.includes("zh") ? { tag: "zh-CN", labels: zhCN } : { tag: "en", labels: {} }}>{panes[pane]}</Within>);
