/** Plan files into columns and back: where codes become indices, and indices codes again. */
import { type Assignment, type Plan, ROLES, type Role, type Season } from "../model/types.js";
import type { Problem } from "../problem/compile.js";
import type { Columns } from "./teams.js";

/** A team of a plan file in the order of its session's seats, or null where it does not fill them. */
export function seated({ data, index }: Problem, assignment: Assignment): { slot: number; trainers: number[] } | null {
  const s = index.sessionIx(assignment.session);
  const left = [...assignment.team];
  const trainers: number[] = [];
  for (let i = data.seatStart[s] as number; i < (data.seatStart[s + 1] as number); i++) {
    const at = left.findIndex((m) => m.seat === ROLES[data.seatRole[i] as number]);
    const [member] = at < 0 ? [] : left.splice(at, 1);
    if (!member) return null;
    trainers.push(index.trainerIx(member.trainer));
  }
  return left.length > 0 ? null : { slot: (data.shape.slotStart[s] as number) + assignment.slot, trainers };
}

/**
 * The columns of a plan that obeys every rule.
 * @returns by session a column, or −1 where it is open
 * @throws RangeError where a team of the plan breaks a rule of one session
 */
export function columnsOf(problem: Problem, columns: Columns, plan: Plan): Int32Array {
  const chosen = new Int32Array(problem.data.shape.sessions).fill(-1);
  for (const assignment of plan.assignments) {
    const team = seated(problem, assignment);
    const column = team ? columns.intern(team.slot, team.trainers) : -1;
    if (column < 0) throw new RangeError(`the team of session ${assignment.session} breaks a rule`);
    chosen[problem.index.sessionIx(assignment.session)] = column;
  }
  return chosen;
}

/** The plan file of chosen columns. */
export function planOf(
  { data, index }: Problem,
  season: Season,
  columns: Columns,
  chosen: ArrayLike<number>,
  stated: { readonly cost: number; readonly bound: number },
): Plan {
  const assignments: Assignment[] = [];
  for (let s = 0; s < chosen.length; s++) {
    const column = chosen[s] as number;
    if (column < 0) continue;
    const seat = data.seatStart[s] as number;
    assignments.push({
      session: index.session(s).id,
      slot: index.slotNumber(columns.slot[column] as number),
      team: columns.teamOf(column).map((t, k) => ({
        seat: ROLES[data.seatRole[seat + k] as number] as Role,
        trainer: index.trainer(t).id,
      })),
    });
  }
  return { format: "koppel-plan/1", season: season.id, assignments, cost: stated.cost, bound: stated.bound };
}
