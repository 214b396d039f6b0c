/** The best teams for a session as the plan stands, each with its reasons and what it costs here and elsewhere. */
import { useEffect, useState } from "preact/hooks";
import { assignmentOf, withAssignment } from "../edits.js";
import { hours, shortDay, signed, whole } from "../format.js";
import { change, lang, marks, tried, words } from "../state.js";
import { askTeams, nameSuggested } from "../suggested.js";
import { saysSame } from "../touched.js";
import type { Plan, Session, Suggested, Suggestions } from "../types.js";
import { TeamList } from "./team-list.js";

interface Asked {
  /** null: not known yet, or not to be told now */
  readonly found: Suggestions | null;
  readonly isAsked: boolean;
}

/** Asks for the best teams of a session and what its dates have left, once of every plan that is shown. */
export function useSuggestions(session: Session, now: Plan): Asked {
  const [found, setFound] = useState<Suggestions | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  useEffect(() => {
    const old = new AbortController();
    setFound(null);
    setIsAsked(false);
    // With a pause: of several changes in a row only the last one is asked for.
    const timer = setTimeout(
      () =>
        void tried(async () => {
          const told = await askTeams(session, now, { top: 8, dates: true }, old.signal);
          if (old.signal.aborted) return;
          setFound(told);
          await nameSuggested(told);
        }).finally(() => old.signal.aborted || setIsAsked(true)),
      150,
    );
    return () => {
      old.abort();
      clearTimeout(timer);
    };
  }, [now, session.id, lang.value, marks.value]);
  return { found, isAsked };
}

interface RankedProps extends Asked {
  readonly session: Session;
  readonly now: Plan;
}

export function Ranked({ session, now, found, isAsked }: RankedProps) {
  const w = words.value;
  const current = assignmentOf(now, session.id);
  const said = ({ start, end, total, opportunity }: Suggested): string => {
    // what it costs the season beyond the first
    const more = total - (found?.teams[0]?.total ?? total);
    return [
      `${shortDay(start, lang.value)} ${hours(start, end)}`,
      more === 0 ? w.best : w.more(whole(more, lang.value)),
      ...(opportunity === 0 ? [] : [w.elsewhere(signed(opportunity, lang.value))]),
    ].join(" · ");
  };
  return (
    <section>
      <h3>{w.suggestions}</h3>
      {found === null && <p class="hint">{isAsked ? w.unreachableNow : w.loading}</p>}
      {found?.teams.length === 0 && <p class="hint">{w.none}</p>}
      <TeamList
        teams={found?.teams ?? []}
        said={said}
        isNow={(team) => saysSame(current, team)}
        take={({ slot, team }) => change(withAssignment(now, session.id, { session: session.id, slot, team }))}
      />
      {(found?.blocked?.length ?? 0) > 0 && <p class="hint">{w.blocked(found?.blocked?.length ?? 0)}</p>}
    </section>
  );
}
