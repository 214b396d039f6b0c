/** The best teams for a session as the plan stands, each with its reasons and what it costs here and elsewhere. */
import { useEffect, useState } from "preact/hooks";
import { post } from "../api.js";
import { assignmentOf, wholeTeams, withAssignment } from "../edits.js";
import { hours, shortDay, signed, whole } from "../format.js";
import { editsFor } from "../marks.js";
import { inWords, trainerName } from "../names.js";
import { change, lang, marks, nameThem, season, tried, words } from "../state.js";
import type { Plan, Session, Suggested, Suggestions } from "../types.js";

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
    let isOld = false;
    setFound(null);
    setIsAsked(false);
    const edits = editsFor(marks.value, session.id);
    // With a pause: of several changes in a row only the last one is asked for.
    const timer = setTimeout(
      () =>
        void tried(async () => {
          const told = await post<Suggestions>("suggestions", {
            season: now.season,
            plan: season.value === null ? now : wholeTeams(now, season.value),
            session: session.id,
            top: 8,
            dates: true,
            ...(edits.length === 0 ? {} : { edits }),
            lang: lang.value,
          });
          if (isOld) return;
          setFound(told);
          await nameThem(told.teams.flatMap(({ team }) => team.map(({ trainer }) => trainer)));
        }).finally(() => setIsAsked(true)),
      150,
    );
    return () => {
      isOld = true;
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
  const current = JSON.stringify(
    assignmentOf(now, session.id)
      ?.team.map(({ trainer }) => trainer)
      .sort() ?? null,
  );
  return (
    <section>
      <h3>{w.suggestions}</h3>
      {found === null && <p class="hint">{isAsked ? w.unreachableNow : w.loading}</p>}
      {found?.teams.length === 0 && <p class="hint">{w.none}</p>}
      <ol class="teams">
        {found?.teams.map((team) => (
          <Team
            key={`${team.slot} ${team.team.map(({ trainer }) => trainer).join()}`}
            team={team}
            session={session}
            now={now}
            more={team.total - (found.teams[0]?.total ?? team.total)}
            isNow={
              team.slot === assignmentOf(now, session.id)?.slot &&
              JSON.stringify(team.team.map(({ trainer }) => trainer).sort()) === current
            }
          />
        ))}
      </ol>
      {(found?.blocked?.length ?? 0) > 0 && <p class="hint">{w.blocked(found?.blocked?.length ?? 0)}</p>}
    </section>
  );
}

interface TeamProps {
  readonly team: Suggested;
  readonly session: Session;
  readonly now: Plan;
  /** what it costs the season beyond the first */
  readonly more: number;
  readonly isNow: boolean;
}

function Team({ team, session, now, more, isNow }: TeamProps) {
  const w = words.value;
  const { slot, start, end, opportunity, reasons } = team;
  return (
    <li class={isNow ? "now" : ""}>
      <div>
        <b>{team.team.map(({ trainer }) => trainerName(trainer)).join(" + ")}</b>
        <small>
          {shortDay(start, lang.value)} {hours(start, end)} · {more === 0 ? w.best : w.more(whole(more, lang.value))}
          {opportunity === 0 ? "" : ` · ${w.elsewhere(signed(opportunity, lang.value))}`}
        </small>
        {reasons.length > 0 && <small>{reasons.map(inWords).join(" · ")}</small>}
      </div>
      {isNow ? (
        <span class="hint">{w.picked}</span>
      ) : (
        <button
          type="button"
          class="main"
          onClick={() => change(withAssignment(now, session.id, { session: session.id, slot, team: team.team }))}
        >
          {w.pick}
        </button>
      )}
    </li>
  );
}
