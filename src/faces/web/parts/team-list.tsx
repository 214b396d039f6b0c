/** Suggested teams, each with what it costs and what speaks for it; what speaks for all of them stands once, above. */
import { inWords, trainerName } from "../names.js";
import { foldedReasons } from "../reasons.js";
import { words } from "../state.js";
import type { Suggested } from "../types.js";

interface TeamListProps {
  readonly teams: readonly Suggested[];
  /** when, and what it costs */
  readonly said: (team: Suggested) => string;
  readonly isNow: (team: Suggested) => boolean;
  readonly take: (team: Suggested) => void;
}

export function TeamList({ teams, said, isNow, take }: TeamListProps) {
  const w = words.value;
  const { common, own } = foldedReasons(teams, w.who.all);
  return (
    <>
      {common.length > 0 && <p class="hint">{w.ofEach(common.map(inWords).join(" · "))}</p>}
      <ol class="teams">
        {teams.map((team, i) => {
          const names = team.team.map(({ trainer }) => trainerName(trainer)).join(" + ");
          const reasons = own[i] ?? [];
          return (
            <li key={`${team.slot} ${names}`} class={isNow(team) ? "now" : ""}>
              <div>
                <b>{names}</b>
                <small>{said(team)}</small>
                {reasons.length > 0 && <small>{reasons.map(inWords).join(" · ")}</small>}
              </div>
              {isNow(team) ? (
                <span class="hint">{w.picked}</span>
              ) : (
                <button
                  type="button"
                  class="main"
                  aria-label={`${w.pick}: ${names}, ${said(team)}`}
                  onClick={() => take(team)}
                >
                  {w.pick}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}
