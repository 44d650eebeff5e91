import { recordType } from "../../model/records.ts";
import { kinds } from "../browse/kinds.ts";
import { useListWords } from "../browse/words.ts";
import { useDoors } from "../doors.ts";
import { useLanguage } from "../language.ts";
import { walk } from "../list/arrows.ts";
import { look } from "../record/look.ts";

/** Every type of record there is, a list behind each. */
export default function TypesPane() {
  const { go } = useDoors(), words = useListWords(), { say } = useLanguage();
  return (
    <div className={look} onKeyDown={walk}>
      <h1>{words.allTypes}</h1>
      {kinds.filter(([, names]) => names.length).map(([kind, names]) => (
        <section key={kind}>
          <header><h2>{words.kinds[kind]}</h2></header>
          <ul className="rows">{names.map(name => <li key={name}><button type="button" className="row" onClick={() => go({ at: "list", type: name })}>{say(recordType(name)!.label[1])}</button></li>)}</ul>
        </section>
      ))}
    </div>
  );
}
