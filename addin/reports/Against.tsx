import { lazy, Suspense, useState } from "react";
import { splitPath } from "../../model/record.ts";
import { useDoors } from "../doors.ts";
import { ProblemLine } from "../parts/Problem.tsx";
import { Section } from "../parts/Section.tsx";
import { Skeleton } from "../parts/Skeleton.tsx";
import { TextButton } from "../parts/TextButton.tsx";
import { useAsk } from "../use.ts";
import { useCardWords } from "./cards.ts";
import { askNames } from "./names.ts";

const Card = lazy(() => import("../meeting/Card.tsx"));

/** The competitors on a deal; all who ask at once share one answer. */
export function useAgainst(deal: string | undefined) {
  const { api } = useDoors();
  return useAsk(deal && `against ${deal}`, async () => { const { competitors = [] } = await api.read("opportunity", deal!); return Object.entries(await askNames(api, competitors.map(id => `competitor/${id}`))).map(([path, title]) => ({ id: splitPath(path)[1], title })); });
}

/** Whom we are up against in a deal, each with the battle card to be read beside the mail. */
export default function Against({ deal }: { deal: string }) {
  const words = useCardWords(), { answer = [], problem, again } = useAgainst(deal);
  return answer.length || problem ? <Section title={words.upAgainst}><ProblemLine problem={problem} again={again} />{answer.map(one => <CardButton key={one.id} {...one} named />)}</Section> : null;
}

/** Opens and shuts one competitor's battle card, which is for our own eyes and nothing that a mail can be given. */
export function CardButton({ id, title, named }: { id: string; title: string; named?: boolean }) {
  const words = useCardWords(), [open, show] = useState(false);
  return (
    <div className="rival">
      {named && <bdi>{title}</bdi>} <TextButton expanded={open} label={words.against(title)} onClick={() => show(!open)}>{open ? words.hideCard : words.card}</TextButton>
      {open && <Suspense fallback={<Skeleton lines={3} />}><Card id={id} /></Suspense>}
    </div>
  );
}
