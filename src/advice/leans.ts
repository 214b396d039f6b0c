/** Where a plan leans on one person: needs that she alone meets in a team, and who could stand in for her. */
import type { Member, Plan, Season } from "../model/types.js";
import { cheapestTeam } from "./cheapest-team.js";
import { type MetNeed, needsMet } from "./needs-met.js";
import type { View } from "./redact.js";
import { assignmentOf, type Standing, standingOf } from "./standing.js";

/** A member without whom her team would not do. */
export interface Lean extends Member {
  readonly session: string;
  /** needs that nobody else in the team meets */
  readonly needs: readonly MetNeed[];
  /** who could take her seat on that date, the others staying, cheapest first; `delta` is the change of the plan's cost */
  readonly standIns: readonly { readonly trainer: string; readonly delta: number }[];
  /** whether the session could have some team without her, on any date on offer, all other sessions as they are */
  readonly replaceable: boolean;
}

export interface Leans {
  /** in the season's order */
  readonly leans: readonly Lean[];
  /** who has most sessions that would fall open without her comes first */
  readonly trainers: readonly { readonly trainer: string; readonly sessions: readonly string[] }[];
}

/**
 * The members whom their sessions cannot easily do without: each who alone in her team meets a need, or for whose seat
 * nobody can stand in.
 * @param plan breaks no rule of the season
 * @param goOn asked before each session: those that are left when it says no are not looked into
 * @throws RangeError where it does
 */
export function leansOn(season: Season, plan: Plan, view: View = "full", goOn: () => boolean = () => true): Leans {
  const standing = standingOf(season, plan);
  const { state } = standing;
  const leans = [...state.chosen.keys()].flatMap((session) => {
    const column = state.chosen[session] as number;
    if (column < 0 || !goOn()) return [];
    state.remove(session);
    const found = leansIn(standing, session, column, view);
    state.place(column);
    return found;
  });
  const byTrainer = new Map<string, string[]>();
  for (const { trainer, session, replaceable } of leans)
    if (!replaceable) byTrainer.set(trainer, [...(byTrainer.get(trainer) ?? []), session]);
  const trainers = [...byTrainer].map(([trainer, sessions]) => ({ trainer, sessions }));
  trainers.sort((a, b) => b.sessions.length - a.sessions.length);
  return { leans, trainers };
}

/** Of one session, which is out of the plan while it is looked into. */
function leansIn({ season, problem, state }: Standing, session: number, column: number, view: View): Lean[] {
  const { data, columns } = state;
  const slot = columns.slot[column] as number;
  const trainers = columns.teamOf(column);
  const { team, session: id } = assignmentOf(problem, slot, trainers);
  const cost = state.placeDelta(column);
  return needsMet(problem.index.session(session), team, season, view).flatMap(({ seat, trainer, meets }, k) => {
    const standIns: { trainer: string; delta: number }[] = [];
    for (let t = 0; t < data.shape.trainers; t++) {
      if (trainers.includes(t)) continue;
      const other = columns.intern(
        slot,
        trainers.map((one, i) => (i === k ? t : one)),
      );
      if (other < 0 || !state.canPlace(other)) continue;
      standIns.push({ trainer: problem.index.trainer(t).id, delta: state.placeDelta(other) - cost });
    }
    const needs = meets.filter(({ alone }) => alone);
    if (needs.length === 0 && standIns.length > 0) return [];
    standIns.sort((a, b) => a.delta - b.delta);
    const without = () => cheapestTeam(state, session, { may: (_, t) => t !== trainers[k] }) !== null;
    return [{ session: id, seat, trainer, needs, standIns, replaceable: standIns.length > 0 || without() }];
  });
}
