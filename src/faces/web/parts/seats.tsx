/** The seats of a session: a trainer is dragged or chosen into one, and tried by rules and cost before she is let go of. */
import { useState } from "preact/hooks";
import { assignmentOf, memberships, seatsOf, withAssignment, withMember, withoutMember } from "../edits.js";
import { excludedIn, isPinned, withExclusion, withPin } from "../marks.js";
import { trainerName } from "../names.js";
import { change, marks, season, tried, words } from "../state.js";
import { type Trial, tryOut } from "../trial.js";
import type { Plan, Session } from "../types.js";

/** What a trainer in a seat would mean: told before she is let go of. */
interface SeatTrial extends Trial {
  readonly seat: number;
  readonly trainer: string;
}

/** The seats: whoever is dragged or chosen into one is tried first, by rules and by cost, and then let go of or refused. */
export function Seats({ session, now }: { readonly session: Session; readonly now: Plan }) {
  const w = words.value;
  const [trial, setTrial] = useState<SeatTrial | null>(null);
  const [who, setWho] = useState("");
  const seats = seatsOf(session);
  const members = memberships(assignmentOf(now, session.id), seats);
  const known = season.value?.trainers ?? [];

  const attemptable = async (seat: number, trainer: string): Promise<SeatTrial> => ({
    ...(await tryOut(session, withMember(now, session, seat, trainer))),
    seat,
    trainer,
  });
  const attempt = (seat: number, trainer: string): Promise<void> =>
    tried(async () => {
      const found = await attemptable(seat, trainer);
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
                  void tried(async () => setTrial(await attemptable(i, trainer)));
                event.preventDefault();
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged !== null) void attempt(i, dragged);
              }}
            >
              <span class="seat">{w.seat[role]}</span>
              <span class="who">{member === null ? <i>{w.empty}</i> : trainerName(member)}</span>
              {member !== null && (
                <span class="marks">
                  <button
                    type="button"
                    aria-pressed={isPinned(marks.value, session, member)}
                    aria-label={`${w.pin}: ${trainerName(member)}`}
                    title={w.pinHelp}
                    onClick={() => change(now, withPin(marks.value, session, now, member))}
                  >
                    {w.pin}
                  </button>
                  <button
                    type="button"
                    aria-label={`${w.exclude}: ${trainerName(member)}`}
                    title={w.excludeHelp}
                    onClick={() =>
                      change(withoutMember(now, session, member), withExclusion(marks.value, session, member))
                    }
                  >
                    {w.exclude}
                  </button>
                </span>
              )}
              {who !== "" && (
                <button type="button" onClick={() => void attempt(i, who)}>
                  {w.place(w.seat[role])}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {excludedIn(marks.value, session).length > 0 && (
        <p class="excluded">
          {w.excluded}:{" "}
          {excludedIn(marks.value, session).map((code) => (
            <button
              key={code}
              type="button"
              class="tag"
              aria-label={`${w.letIn}: ${trainerName(code)}`}
              title={w.letIn}
              onClick={() => change(now, withExclusion(marks.value, session, code))}
            >
              {trainerName(code)} ×
            </button>
          ))}
        </p>
      )}
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
        {who !== "" && !excludedIn(marks.value, session).includes(who) && (
          <button
            type="button"
            onClick={() => {
              change(withoutMember(now, session, who), withExclusion(marks.value, session, who));
              setWho("");
            }}
          >
            {w.excludeHer(trainerName(who))}
          </button>
        )}
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
