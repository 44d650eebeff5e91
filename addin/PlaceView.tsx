import { lazy, Suspense, useEffect, useMemo, useSyncExternalStore, type ComponentType, type ReactNode } from "react";
import { useDoors } from "./doors.ts";
import type { Picked } from "./office/mailbox.ts";
import { whenIdle } from "./idle.ts";
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
const SeveralPane = lazy(() => import("./several/SeveralPane.tsx"));
const SettingsPane = lazy(() => import("./panes/SettingsPane.tsx"));
const TypesPane = lazy(() => import("./panes/TypesPane.tsx"));
const ImportPane = lazy(() => import("./panes/ImportPane.tsx"));

/** Each is given its place as its props. */
const panes: Record<Exclude<Place["at"], "home">, ComponentType<any>> = {
  day: DayPane, dialog: DialogPane, "lead-from-mail": LeadFromMail, "log-to": LogTo, record: RecordPane, new: NewPane, list: ListPane, types: TypesPane, library: LibraryPane, pipeline: PipelinePane, search: SearchPane, waiting: WaitingPane, ways: WaysPane, settings: SettingsPane,
  import: ImportPane,
};

type ListPlace = Extract<Place, { at: "list" }>;
/** `from`: the list that the record was opened from, if any; `swap` shows another place instead of this one. */
interface Props { place: Place; from?: ListPlace; swap(place: Place): void }

/** Draws the place; each but the message comes when it is first wanted. In a wide window a record stands beside its list. */
export function PlaceView({ place, from, swap }: Props) {
  const wide = useWide(), list = !wide ? undefined : place.at === "list" ? place : place.at === "record" ? from ?? { at: "list" as const, type: place.type } : undefined;
  return <Suspense fallback={<div className="page"><Skeleton lines={5} /></div>}>{place.at === "home" ? <Home /> : list ? <Workspace list={list} place={place} swap={swap} /> : draw(panes[place.at], place)}</Suspense>;
}

/** List and record side by side; the list stays as it is while one goes from record to record. */
function Workspace({ list, place, swap }: { list: ListPlace; place: Place; swap(place: Place): void }) {
  const { go } = useDoors(), words = useWords(), record = place.at === "record" ? place : undefined;
  const open = (id: string) => (record ? swap : go)({ at: "record", type: list.type, id });
  return (
    <InFluent>
      <div className="workspace">
        <aside className="besideList" aria-label={words.list}><ListPane key={keyOf(list)} {...list} current={record?.id} open={open} /></aside>
        <div className="besideRecord">{record ? <RecordPane key={keyOf(record)} {...record} /> : <p className="quiet">{words.chooseRecord}</p>}</div>
      </div>
    </InFluent>
  );
}

/** Whether there is room for a list and a record. */
function useWide(): boolean {
  const asked = useMemo(() => typeof matchMedia === "function" ? matchMedia("(min-width: 900px)") : undefined, []);
  return useSyncExternalStore(hear => { asked?.addEventListener("change", hear); return () => asked?.removeEventListener("change", hear); }, () => asked?.matches ?? false);
}
const draw = (Pane: ComponentType<any>, place: Place) => <InFluent><Pane key={keyOf(place)} {...place} place={place} /></InFluent>;
const InFluent = ({ children }: { children: ReactNode }) => <Fluent dark={usePane().dark}>{children}</Fluent>;
const keyOf = (place: Place): string => place.at === "record" ? `${place.type}/${place.id}` : place.at === "dialog" ? `dialog ${place.id}` : place.at === "list" ? JSON.stringify(place) : place.at;

/** The message; My day where there is none. */
function Home() {
  const { item, mailbox, me } = useDoors(), { several } = mailbox, known = me.id !== "";
  const words = useWords(), picked = useSyncExternalStore(several?.hear ?? deaf, several?.now ?? nothing);
  useEffect(() => known ? whenIdle(fetchNext) : undefined, [known]);
  if (picked.length > 1) return <InFluent><SeveralPane key={picked.map(({ id }) => id).join(" ")} picked={picked} /></InFluent>;
  if (item.surface === "unsupported") return <Empty {...words.unsupported} />;
  if (item.surface === "meeting" || item.surface === "meeting-compose") return <MeetingPane key={item.key} />;
  if (item.mail) return <MessagePane key={item.key} />;
  if (item.surface === "compose") return <WritingPane key={item.key} />;
  return <InFluent><DayPane /></InFluent>;
}

const deaf = () => () => undefined, none: readonly Picked[] = [], nothing = () => none;

/** What the next click most likely wants. */
function fetchNext(): void {
  for (const next of [import("./Fluent.tsx"), import("./panes/LeadFromMail.tsx"), import("./Menu.tsx"), import("./panes/LogTo.tsx")]) next.catch(() => undefined);
}
