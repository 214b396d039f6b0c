/** The plan for which the fewest people have to be called: whom to call, in order, and what changes, before it is taken over. */
import { useEffect, useRef, useState } from "preact/hooks";
import { type Absence, letGo, lettingGo } from "../absence.js";
import { differenceOf } from "../difference.js";
import { assignmentOf } from "../edits.js";
import { whole } from "../format.js";
import { excludedIn, type Marks, withExclusion } from "../marks.js";
import { named, organisationName, trainerName } from "../names.js";
import { askRepair, type Repaired } from "../repairs.js";
import { change, changed, lang, marks, plan, pool, season, tell, tried, words } from "../state.js";
import type { Plan } from "../types.js";
import { Changes, placedText, Told } from "./changes.js";

interface RepairProps {
  /** the plan that people know: an id, or the plan that is shown */
  readonly of: string | Plan;
  readonly edits?: readonly object[];
  /** who cannot come, and when: no later plan puts her back where she leaves */
  readonly absence?: Absence;
  /** what it proposes for this one is told before the rest */
  readonly session?: string;
  /** it is asked for at once */
  readonly begins?: boolean;
  /** it was taken over, or thrown away */
  readonly leave?: () => void;
}

export function Repair({ of, edits, absence, session, begins = false, leave }: RepairProps) {
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
        setFound(await askRepair(of, edits));
      } finally {
        setBusy(false);
      }
    });
  useEffect(() => {
    if (begins) void repair();
  }, []);
  const done = (): void => {
    setFound(null);
    leave?.();
  };
  const accept = ({ plan: to, released }: Repaired, before: Plan): Promise<void> =>
    tried(async () => {
      if (absence === undefined) change(to);
      else if (released.length === 0) change(to, keptOut(absence.trainer, before, to));
      else {
        const held = await letGo(absence, released);
        const isInAgenda = lettingGo(absence.trainer) === "agenda";
        // What her agenda says holds everywhere, and for those days alone: nobody has to be kept out besides.
        change(to, isInAgenda ? marks.value : keptOut(absence.trainer, before, to));
        const gone = released.filter((one) => !held.includes(one));
        if (gone.length > 0)
          tell("good", w.letGo(trainerName(absence.trainer), gone.map(named).join(", "), isInAgenda));
        if (held.length > 0) tell("bad", w.stillFixed(held.map(named).join(", ")));
      }
      done();
      tell("good", w.takenOver);
    });
  return (
    <>
      {!begins && <p>{w.repairHelp}</p>}
      {begins && busy && (
        <p role="status" class="hint">
          {w.loading}
        </p>
      )}
      {!(begins && (busy || found !== null)) && (
        <button type="button" disabled={busy} onClick={() => void repair()}>
          {busy ? w.loading : w.repair}
        </button>
      )}
      {found !== null && now !== null && (
        <>
          {session !== undefined && <ForIt session={session} before={now} after={found.plan} />}
          <h3 ref={head} tabIndex={-1}>
            {w.callFirst(found.contacts.length)}
          </h3>
          <ol class="calls">
            {found.contacts.map(({ trainer, sessions }) => (
              <li key={trainer}>
                <b>{trainerName(trainer)}</b>{" "}
                <small>
                  {[pool.value.find((one) => one.trainer === trainer)?.contact, w.about(sessions.length)]
                    .filter((text) => text != null)
                    .join(" · ")}
                </small>
              </li>
            ))}
          </ol>
          {absence !== undefined && found.released.length > 0 && (
            <p class="changed">
              {w.fixedWithHer(found.released.map(named).join(", "))} {w.letsGo[lettingGo(absence.trainer)]}
              {lettingGo(absence.trainer) === "nothing" && ` ${whoSheIs(absence.trainer)}`}
            </p>
          )}
          <p>{w.sofar(found.staffed, season.value?.sessions.length ?? 0, whole(found.cost, lang.value))}</p>
          <div class="inline">
            <button type="button" class="main" onClick={() => void accept(found, now)}>
              {w.accept}
            </button>
            <button type="button" onClick={done}>
              {w.discard}
            </button>
          </div>
          <Changes before={now} after={found.plan} {...(session === undefined ? {} : { besides: session })} />
        </>
      )}
    </>
  );
}

interface ForItProps {
  readonly session: string;
  readonly before: Plan;
  readonly after: Plan;
}

/** What a repair proposes for the session that it was asked for. */
function ForIt({ session, before, after }: ForItProps) {
  const difference = differenceOf(session, assignmentOf(before, session), assignmentOf(after, session));
  return (
    <div class="forit">
      <h3>{words.value.forThisSession}</h3>
      <Told difference={difference} />
      <p>{placedText(session, difference.becomes)}</p>
    </div>
  );
}

/** Of a trainer of another organisation: which, and how to reach her where her name may be known. */
function whoSheIs(trainer: string): string {
  const w = words.value;
  const row = pool.value.find((one) => one.trainer === trainer);
  const organisation = organisationName(row?.organisation ?? "");
  return w.whoSheIs(trainerName(trainer), organisation, row?.contact ?? null);
}

/** The wishes, with her kept out of the sessions that she leaves between two plans. */
function keptOut(trainer: string, before: Plan, after: Plan): Marks {
  const isIn = (of: Plan, id: string): boolean =>
    assignmentOf(of, id)?.team.some((member) => member.trainer === trainer) === true;
  return (season.value?.sessions ?? [])
    .filter(({ id }) => isIn(before, id) && !isIn(after, id))
    .reduce(
      (all, one) => (excludedIn(all, one).includes(trainer) ? all : withExclusion(all, one, trainer)),
      marks.value,
    );
}
