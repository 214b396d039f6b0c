/** The seats of a session: a trainer is dragged or chosen into one, and tried by rules and cost before she is let go of. */
import { useState } from "preact/hooks";
import { assignmentOf, memberships, seatsOf, withAssignment, withMember } from "../edits.js";
import { signed } from "../format.js";
import { named, trainerName } from "../names.js";
import { change, judge, lang, season, tried, verdict, words } from "../state.js";
import type { Plan, Session } from "../types.js";

/** What a trainer in a seat would mean: told before she is let go of. */
interface Trial {
  readonly seat: number;
  readonly trainer: string;
  readonly said: string;
  readonly can: boolean;
}

/** The seats: whoever is dragged or chosen into one is tried first, by rules and by cost, and then let go of or refused. */
export function Seats({ session, now }: { readonly session: Session; readonly now: Plan }) {
  const w = words.value;
  const [trial, setTrial] = useState<Trial | null>(null);
  const [who, setWho] = useState("");
  const seats = seatsOf(session);
  const members = memberships(assignmentOf(now, session.id), seats);
  const known = season.value?.trainers ?? [];

  async function tryOut(seat: number, trainer: string): Promise<Trial> {
    const to = withMember(now, session, seat, trainer);
    const told = await judge(to);
    // What the plan breaks already is not her doing, nor that other seats are empty still.
    const known = new Set(verdict.value?.violations.map((one) => JSON.stringify(one)));
    const fresh = told.violations.filter(
      (one) => !known.has(JSON.stringify(one)) && !(one.rule === "seats" && one.where === session.id),
    );
    const delta = told.total - (verdict.value?.total ?? told.total);
    const [first] = fresh;
    return {
      seat,
      trainer,
      can: first === undefined,
      said:
        first === undefined
          ? delta === 0
            ? w.same
            : w.would(signed(delta, lang.value))
          : w.refused(
              `${w.hers[first.rule] ?? w.rules[first.rule] ?? first.text}${first.where === session.id ? "" : ` (${named(first.where)})`}`,
            ),
    };
  }
  const attempt = (seat: number, trainer: string): Promise<void> =>
    tried(async () => {
      const found = await tryOut(seat, trainer);
      setTrial(found);
      // What breaks a hard rule is refused on the spot.
      if (found.can) change(withMember(now, session, seat, trainer));
    });
  return (
    <section>
      <h3>{w.team}</h3>
      <ul class="seats">
        {seats.map((role, i) => {
          const member = members[i] ?? null;
          return (
            <li
              key={`${role} ${i}`}
              class={trial?.seat === i ? (trial.can ? "can" : "cannot") : ""}
              onDragOver={(event) => event.preventDefault()}
              onDragEnter={(event) => {
                const trainer = dragged;
                if (trainer !== null && (trial?.seat !== i || trial.trainer !== trainer))
                  void tried(async () => setTrial(await tryOut(i, trainer)));
                event.preventDefault();
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged !== null) void attempt(i, dragged);
              }}
            >
              <span class="seat">{w.seat[role]}</span>
              <span class="who">{member === null ? <i>{w.empty}</i> : trainerName(member)}</span>
              {who !== "" && (
                <button type="button" onClick={() => void attempt(i, who)}>
                  {w.place(w.seat[role])}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {trial !== null && (
        <p role="status" class={trial.can ? "hint" : "bad"}>
          {trainerName(trial.trainer)}: {trial.said}
        </p>
      )}
      <details open={who !== ""}>
        <summary>{w.choose}</summary>
        <label class="wide">
          {w.trainer}
          <select value={who} onChange={(event) => setWho(event.currentTarget.value)}>
            <option value="">–</option>
            {known.map((code) => (
              <option key={code} value={code}>
                {trainerName(code)}
              </option>
            ))}
          </select>
        </label>
        <p class="hint">{w.drop}</p>
        <div class="tags">
          {known.slice(0, 60).map((code) => (
            <button
              key={code}
              type="button"
              class="tag drag"
              draggable
              aria-pressed={who === code}
              onClick={() => setWho(who === code ? "" : code)}
              onDragStart={() => {
                dragged = code;
              }}
              onDragEnd={() => {
                dragged = null;
              }}
            >
              {trainerName(code)}
            </button>
          ))}
        </div>
      </details>
      {assignmentOf(now, session.id) !== null && (
        <button type="button" class="plain" onClick={() => change(withAssignment(now, session.id, null))}>
          {w.clear}
        </button>
      )}
    </section>
  );
}
let dragged: string | null = null;
