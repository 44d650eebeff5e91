import Fluent from "../Fluent.tsx";
import { usePane } from "../pane.ts";
import { BattleCard } from "../reports/BattleCard.tsx";
import { reportLook } from "../reports/look.ts";

/** A battle card where the rest of the page needs nothing of Fluent's. */
export default function Card({ id }: { id: string }) {
  return <Fluent dark={usePane().dark}><div className={reportLook}><BattleCard id={id} /></div></Fluent>;
}
