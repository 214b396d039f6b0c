/** The plan for which the fewest people have to be called: whom to call, in order, and what changes, before it is taken over. */
import { useEffect, useRef, useState } from "preact/hooks";
import { post } from "../api.js";
import { assignmentOf, unstated } from "../edits.js";
import { whole } from "../format.js";
import { excludedIn, withExclusion } from "../marks.js";
import { named, trainerName } from "../names.js";
import { change, changed, lang, marks, plan, pool, season, tell, tried, words } from "../state.js";
import type { Plan } from "../types.js";
import { Changes } from "./changes.js";

interface Repaired {
  readonly plan: Plan;
  readonly cost: number;
  readonly staffed: number;
  /** sessions that were fixed with her */
  readonly released: readonly string[];
  readonly contacts: readonly { readonly trainer: string; readonly sessions: readonly unknown[] }[];
}
interface RepairProps {
  /** the plan that people know: an id, or the plan that is shown */
  readonly of: string | Plan;
  readonly edits?: readonly object[];
  /** who cannot come: kept out of the sessions that she leaves, so that no later plan puts her back */
  readonly without?: string;
}

export function Repair({ of, edits, without }: RepairProps) {
  const w = words.value;
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Repaired | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const now = plan.value;
  // What comes after a while is where the eyes and the keyboard go.
  useEffect(() => head.current?.focus(), [found]);
  const repair = (): Promise<void> =>
    tried(async () => {
      if (typeof of === "string" && changed.value.length > 0) return tell("bad", w.saveFirst);
      setBusy(true);
      try {
        const asked = { season: season.value?.id, plan: of, time: 5, ...(edits === undefined ? {} : { edits }) };
        const told = await post<Repaired>("repairs", asked);
        // What it states of its cost is of the season with the edits: of the season as it is, that would be false.
        setFound(edits === undefined ? told : { ...told, plan: unstated(told.plan) });
      } finally {
        setBusy(false);
      }
    });
  const accept = (to: Plan, before: Plan): void => {
    const left = (season.value?.sessions ?? []).filter(
      ({ id }) =>
        without !== undefined &&
        assignmentOf(before, id)?.team.some(({ trainer }) => trainer === without) === true &&
        assignmentOf(to, id)?.team.some(({ trainer }) => trainer === without) !== true,
    );
    const wishes = left.reduce(
      (all, one) =>
        without === undefined || excludedIn(all, one).includes(without) ? all : withExclusion(all, one, without),
      marks.value,
    );
    change(to, wishes);
    setFound(null);
    tell("good", w.takenOver);
  };
  return (
    <>
      <p>{w.repairHelp}</p>
      <button type="button" disabled={busy} onClick={() => void repair()}>
        {busy ? w.loading : w.repair}
      </button>
      {found !== null && now !== null && (
        <>
          <h3 ref={head} tabIndex={-1}>
            {w.callFirst(found.contacts.length)}
          </h3>
          <ol class="calls">
            {found.contacts.map(({ trainer, sessions }) => (
              <li key={trainer}>
                <b>{trainerName(trainer)}</b>{" "}
                <small>
                  {pool.value.find((one) => one.trainer === trainer)?.contact ?? ""} {w.about(sessions.length)}
                </small>
              </li>
            ))}
          </ol>
          {edits !== undefined && found.released.length > 0 && (
            <p class="bad">{w.releasedPins(found.released.map(named).join(", "))}</p>
          )}
          <p>{w.sofar(found.staffed, season.value?.sessions.length ?? 0, whole(found.cost, lang.value))}</p>
          <Changes before={now} after={found.plan} />
          <div class="inline">
            <button type="button" class="main" onClick={() => accept(found.plan, now)}>
              {w.accept}
            </button>
            <button type="button" onClick={() => setFound(null)}>
              {w.discard}
            </button>
          </div>
        </>
      )}
    </>
  );
}
