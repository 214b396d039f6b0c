/**
 * The dates of a session: which teams each still has, for while one is on the phone; the team tried on another date, and date and team taken
 * together, with what it costs told first.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import { assignmentOf, withAssignment } from "../edits.js";
import { hours, shortDay, whole } from "../format.js";
import { change, lang, tried, words } from "../state.js";
import { type Trial, tryOut } from "../trial.js";
import type { Assignment, Lang, Plan, Session, Slot, Suggestions } from "../types.js";
import { DateTeams } from "./date-teams.js";

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

/** Which date's teams are shown; and whether what was pressed for them is gone. */
interface Shown {
  readonly slot: number;
  readonly takesFocus: boolean;
}

export function Dates({ session, now, found, isAsked }: DatesProps) {
  const w = words.value;
  const [trial, setTrial] = useState<(Trial & { readonly slot: number; readonly of: Plan }) | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const takes = useRef<HTMLButtonElement>(null);
  const isTaken = useRef(false);
  useEffect(() => takes.current?.focus(), [trial]);
  useEffect(() => {
    if (!isTaken.current) return;
    isTaken.current = false;
    // What was pressed is gone: the keyboard goes on at what was chosen.
    list.current?.querySelector<HTMLElement>(":scope > .now")?.focus();
  }, [now]);
  const assignment = assignmentOf(now, session.id);
  const left = new Map(found?.dates?.map(({ slot, teams }) => [slot, teams]));
  // What was tried of another plan says nothing of this one.
  const told = trial?.of === now ? trial : null;
  const take = (slot: number, team: Assignment["team"]): void => {
    isTaken.current = true;
    setShown(null);
    change(withAssignment(now, session.id, { session: session.id, slot, team }));
  };
  const toggle = (slot: number): void => setShown(shown?.slot === slot ? null : { slot, takesFocus: false });
  const tryDate = ({ team }: Assignment, slot: number): Promise<void> =>
    tried(async () => {
      const result = await tryOut(session, withAssignment(now, session.id, { session: session.id, slot, team }));
      setTrial({ ...result, slot, of: now });
      // Where this team cannot come others may.
      setShown(result.can || (left.get(slot) ?? 0) === 0 ? null : { slot, takesFocus: true });
    });
  return (
    <section>
      <h3>{w.dates}</h3>
      <ul class="dates" ref={list}>
        {session.slots.map((slot, i) => {
          const teams = left.get(i);
          const text = dateText(slot, lang.value);
          const isNow = assignment?.slot === i;
          const isTold = told?.slot === i;
          return (
            <li key={text} class={isNow ? "now" : ""} tabIndex={-1}>
              <span>
                <b>{text}</b>
                {teams === undefined || teams === 0 ? (
                  <small>{teams === 0 ? w.noTeamThen : isAsked ? w.unreachableNow : w.loading}</small>
                ) : (
                  <button
                    type="button"
                    class="link"
                    aria-expanded={shown?.slot === i}
                    aria-label={`${countText(teams)}: ${text}`}
                    onClick={() => toggle(i)}
                  >
                    {countText(teams)}
                  </button>
                )}
              </span>
              {isNow && <span class="hint">{w.chosenDate}</span>}
              {!isNow && !isTold && (assignment !== null || (teams ?? 0) > 0) && (
                <button
                  type="button"
                  aria-label={`${w.tryDate}: ${text}`}
                  {...(assignment === null ? { "aria-expanded": shown?.slot === i } : {})}
                  onClick={() => (assignment === null ? toggle(i) : void tryDate(assignment, i))}
                >
                  {w.tryDate}
                </button>
              )}
              {isTold && assignment !== null && (
                <span class="tried">
                  <span role="status" class={told.can ? "hint" : "bad"}>
                    {told.said}
                  </span>
                  {told.can && (
                    <button
                      type="button"
                      class="main"
                      aria-label={`${w.takeDate}: ${text}`}
                      ref={takes}
                      onClick={() => take(i, assignment.team)}
                    >
                      {w.takeDate}
                    </button>
                  )}
                </span>
              )}
              {shown?.slot === i && (
                <DateTeams
                  session={session}
                  now={now}
                  slot={i}
                  date={text}
                  count={teams ?? 0}
                  takesFocus={shown.takesFocus}
                  take={({ team }) => take(i, team)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function countText(teams: number): string {
  const most = whole(Math.min(teams, MOST_COUNTED), lang.value);
  return words.value.teamsLeft(teams, `${most}${teams >= MOST_COUNTED ? "+" : ""}`);
}
