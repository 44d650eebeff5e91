import { lazy, Suspense, useEffect, type ComponentType, type ReactNode } from "react";
import { useDoors } from "./doors.ts";
import { usePane } from "./pane.ts";
import MessagePane from "./panes/MessagePane.tsx";
import { Empty } from "./parts/Empty.tsx";
import { Skeleton } from "./parts/Skeleton.tsx";
import type { Place } from "./places.ts";
import { useWords } from "./speech.ts";

const Fluent = lazy(() => import("./Fluent.tsx"));
const DayPane = lazy(() => import("./panes/DayPane.tsx"));
const DialogPane = lazy(() => import("./dialog/DialogPane.tsx"));
const LeadFromMail = lazy(() => import("./panes/LeadFromMail.tsx"));
const LibraryPane = lazy(() => import("./library/LibraryPane.tsx"));
const ListPane = lazy(() => import("./panes/ListPane.tsx"));
const LogTo = lazy(() => import("./panes/LogTo.tsx"));
const NewPane = lazy(() => import("./panes/NewPane.tsx"));
const PipelinePane = lazy(() => import("./panes/PipelinePane.tsx"));
const RecordPane = lazy(() => import("./panes/RecordPane.tsx"));
const SearchPane = lazy(() => import("./panes/SearchPane.tsx"));
const MeetingPane = lazy(() => import("./meeting/MeetingPane.tsx"));
const WritingPane = lazy(() => import("./writing/WritingPane.tsx"));
const WaysPane = lazy(() => import("./design/WaysPane.tsx"));
const WaitingPane = lazy(() => import("./panes/WaitingPane.tsx"));
const SettingsPane = lazy(() => import("./panes/SettingsPane.tsx"));
const TypesPane = lazy(() => import("./panes/TypesPane.tsx"));

/** Each is given its place as its props. */
const panes: Record<Exclude<Place["at"], "home">, ComponentType<any>> = {
  day: DayPane, dialog: DialogPane, "lead-from-mail": LeadFromMail, "log-to": LogTo, record: RecordPane, new: NewPane, list: ListPane, types: TypesPane, library: LibraryPane, pipeline: PipelinePane, search: SearchPane, waiting: WaitingPane, ways: WaysPane, settings: SettingsPane,
};

/** Draws the place; each but the message comes when it is first wanted. */
export function PlaceView({ place }: { place: Place }) {
  return <Suspense fallback={<div className="page"><Skeleton lines={5} /></div>}>{place.at === "home" ? <Home /> : draw(panes[place.at], place)}</Suspense>;
}
const draw = (Pane: ComponentType<any>, place: Place) => <InFluent><Pane key={keyOf(place)} {...place} place={place} /></InFluent>;
const InFluent = ({ children }: { children: ReactNode }) => <Fluent dark={usePane().dark}>{children}</Fluent>;
const keyOf = (place: Place): string => place.at === "record" ? `${place.type}/${place.id}` : place.at === "dialog" ? `dialog ${place.id}` : place.at === "list" ? JSON.stringify(place) : place.at;

/** The message; My day where there is none. */
function Home() {
  const { item } = useDoors();
  const words = useWords();
  useEffect(fetchNext, []);
  if (item.surface === "unsupported") return <Empty {...words.unsupported} />;
  if (item.surface === "meeting" || item.surface === "meeting-compose") return <MeetingPane key={item.key} />;
  if (item.mail) return <MessagePane key={item.key} />;
  if (item.surface === "compose") return <WritingPane key={item.key} />;
  return <InFluent><DayPane /></InFluent>;
}

/** What the next click most likely wants comes while nobody waits for anything. */
function fetchNext(): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(() => { for (const next of [import("./Fluent.tsx"), import("./panes/LeadFromMail.tsx"), import("./Menu.tsx"), import("./panes/LogTo.tsx")]) next.catch(() => undefined); });
}
