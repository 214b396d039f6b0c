/**
 * What people already know: the plan before the repair, as far as it can be said in the season after the changes, and
 * those who are told anyway. Whether a trainer must be called follows from it.
 */
import type { Plan, Season } from "../../model/types.js";
import type { Problem } from "../../problem/compile.js";
import { seated } from "../../score/plans.js";
import type { Columns } from "../../score/teams.js";

/** A plan that people know, in the season as it is now. */
export interface Known {
  /** its slots are those of the season as it is now; it may break any rule */
  readonly plan: Plan;
  /** sessions of the plan whose date is no longer on offer, with their teams */
  readonly gone: readonly { readonly session: string; readonly trainers: readonly string[] }[];
  /** trainers who are told anyway, whatever the repair: removed, blocked, or of a cancelled session */
  readonly told: readonly string[];
}

/** In place of a slot: the session was open. */
export const OPEN = -1;
/** In place of a slot: the session had a date that is no longer on offer. */
export const GONE = -2;

export class Baseline {
  /** size sessions: the slot that each had (of all sessions' slots), or OPEN or GONE */
  readonly slot: Int32Array;
  /** by session: who sat there and is still in the pool */
  readonly members: readonly (readonly number[])[];
  /** size sessions: the column of the whole team, −1 where it breaks a rule of one session or is no whole team */
  readonly column: Int32Array;
  /** size trainers: 1 where she is told anyway */
  readonly told: Uint8Array;

  /** Codes that the season does not know are passed over: who or what is gone needs no call. */
  constructor(problem: Problem, season: Season, columns: Columns, known: Known) {
    const { shape } = problem.data;
    const { index } = problem;
    const trainers = new Set(season.trainers.map(({ id }) => id));
    const sessions = new Set(season.sessions.map(({ id }) => id));
    const indices = (ids: readonly string[]): number[] =>
      ids.filter((id) => trainers.has(id)).map((id) => index.trainerIx(id));
    this.slot = new Int32Array(shape.sessions).fill(OPEN);
    this.column = new Int32Array(shape.sessions).fill(-1);
    this.told = new Uint8Array(shape.trainers);
    for (const t of indices(known.told)) this.told[t] = 1;
    const members: (readonly number[])[] = Array.from({ length: shape.sessions }, () => []);
    for (const { session, trainers: team } of known.gone) {
      if (!sessions.has(session)) continue;
      const s = index.sessionIx(session);
      this.slot[s] = GONE;
      members[s] = indices(team);
    }
    for (const assignment of known.plan.assignments) {
      if (!sessions.has(assignment.session)) continue;
      const s = index.sessionIx(assignment.session);
      const slot = (shape.slotStart[s] as number) + assignment.slot;
      members[s] = indices(assignment.team.map(({ trainer }) => trainer));
      this.slot[s] = slot < (shape.slotStart[s + 1] as number) ? slot : GONE;
      if (this.slot[s] === GONE || members[s]?.length !== assignment.team.length) continue;
      const team = seated(problem, assignment);
      if (team) this.column[s] = columns.intern(team.slot, team.trainers);
    }
    this.members = members;
  }

  /** Who of a session's people would have to be called if it took another slot, or none. */
  calledIfMoved(session: number): readonly number[] {
    return (this.members[session] ?? []).filter((t) => this.told[t] === 0);
  }

  /**
   * Whose set of (session, slot) differs.
   * @param chosen by session a column, −1 where it is open
   * @returns size trainers: the sessions in which it differs, those told anyway included
   */
  differences(columns: Columns, chosen: ArrayLike<number>): number[][] {
    const found: number[][] = Array.from(this.told, () => []);
    for (let s = 0; s < this.slot.length; s++) {
      const column = chosen[s] as number;
      if (column >= 0 && column === this.column[s]) continue;
      const was = this.members[s] ?? [];
      const is = column >= 0 ? columns.teamOf(column) : [];
      const stays = column >= 0 && columns.slot[column] === this.slot[s];
      for (const t of was) if (!stays || !is.includes(t)) found[t]?.push(s);
      for (const t of is) if (!was.includes(t)) found[t]?.push(s);
    }
    return found;
  }

  /** How many must be called who would not be told anyway. */
  calls(columns: Columns, chosen: ArrayLike<number>): number {
    return this.differences(columns, chosen).filter((sessions, t) => sessions.length > 0 && this.told[t] === 0).length;
  }
}
