/** The dates of a session: how many teams each still has, for while one is on the phone, and another date tried before it is taken. */
import { useState } from "preact/hooks";
import { assignmentOf, withAssignment } from "../edits.js";
import { hours, shortDay, whole } from "../format.js";
import { change, lang, tried, words } from "../state.js";
import { type Trial, tryOut } from "../trial.js";
import type { Lang, Plan, Session, Slot, Suggestions } from "../types.js";

/** Teams of one date are counted up to so many. */
const MOST_COUNTED = 1000;

const dateText = (slot: Slot, of: Lang): string =>
  slot.map(([start, end]) => `${shortDay(start, of)} ${hours(start, end)}`).join(" + ");

interface DatesProps {
  readonly session: Session;
  readonly now: Plan;
  /** null: not known yet */
  readonly found: Suggestions | null;
  /** whether an answer has come; where nothing is known then, it cannot be told now */
  readonly isAsked: boolean;
}

export function Dates({ session, now, found, isAsked }: DatesProps) {
  const w = words.value;
  const [trial, setTrial] = useState<(Trial & { readonly slot: number; readonly of: Plan }) | null>(null);
  const assignment = assignmentOf(now, session.id);
  const left = new Map(found?.dates?.map(({ slot, teams }) => [slot, teams]));
  // What was tried of another plan says nothing of this one.
  const told = trial?.of === now ? trial : null;
  return (
    <section>
      <h3>{w.dates}</h3>
      <ul class="dates">
        {session.slots.map((slot, i) => {
          const teams = left.get(i);
          const text = dateText(slot, lang.value);
          const isNow = assignment?.slot === i;
          return (
            <li key={text} class={isNow ? "now" : ""}>
              <span>
                <b>{text}</b>
                <small>
                  {teams === undefined
                    ? isAsked
                      ? w.unreachableNow
                      : w.loading
                    : w.teamsLeft(
                        teams,
                        `${whole(Math.min(teams, MOST_COUNTED), lang.value)}${teams >= MOST_COUNTED ? "+" : ""}`,
                      )}
                </small>
              </span>
              {isNow && <span class="hint">{w.chosenDate}</span>}
              {assignment !== null && !isNow && told?.slot !== i && (
                <button
                  type="button"
                  aria-label={`${w.tryDate}: ${text}`}
                  onClick={() =>
                    void tried(async () => {
                      const found = await tryOut(session, withAssignment(now, session.id, { ...assignment, slot: i }));
                      setTrial({ ...found, slot: i, of: now });
                    })
                  }
                >
                  {w.tryDate}
                </button>
              )}
              {told?.slot === i && assignment !== null && (
                <span class="tried">
                  <span role="status" class={told.can ? "hint" : "bad"}>
                    {told.said}
                  </span>
                  {told.can && (
                    <button
                      type="button"
                      class="main"
                      aria-label={`${w.takeDate}: ${text}`}
                      ref={(button) => button?.focus()}
                      onClick={() => change(withAssignment(now, session.id, { ...assignment, slot: i }))}
                    >
                      {w.takeDate}
                    </button>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
