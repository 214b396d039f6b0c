/** Tiny seasons as integer programs, and plans as points of them. */

import { columnMip, type MipColumn } from "../../src/exact/column-mip.js";
import { MipModel } from "../../src/exact/highs/index.js";
import { type SeasonMip, seasonMip } from "../../src/exact/season-mip.js";
import { type Assignment, type Plan, ROLES, type Season } from "../../src/model/types.js";
import { compile, type Problem } from "../../src/problem/compile.js";
import { seated } from "../../src/score/plans.js";
import { columnCost } from "../../src/score/teams.js";
import { planFile } from "../support/compiled.js";
import { optionsOf } from "../support/random-plan.js";

/** The plan that teams in indices stand for. */
export function planOfTeams(
  season: Season,
  { data, index }: Problem,
  teams: readonly { readonly slot: number; readonly trainers: readonly number[] }[],
): Plan {
  const assignments = teams.map(({ slot, trainers }) => {
    const session = index.sessionOfSlot(slot);
    const seats = data.seatRole.subarray(data.seatStart[session] ?? 0, data.seatStart[session + 1] ?? 0);
    return {
      session: index.session(session).id,
      slot: index.slotNumber(slot),
      team: trainers.map((t, k) => ({ seat: ROLES[seats[k] ?? 0] ?? "actor", trainer: index.trainer(t).id })),
    };
  });
  return planFile(season, assignments);
}

/** The plain program, with what reads its solutions. */
export function plainProgram(season: Season) {
  const problem = compile(season);
  const mip = seasonMip(problem);
  const planOf = (x: Float64Array) => {
    const teams = mip.read(x).map(({ slot, members }) => ({ slot, trainers: members.map(({ trainer }) => trainer) }));
    return planOfTeams(season, problem, teams);
  };
  return { problem, ...mip, planOf };
}

/** The choice among all columns that the oracle names. */
export function columnProgram(season: Season) {
  const problem = compile(season);
  const columns: MipColumn[] = [];
  for (const assignment of optionsOf(season).flat()) {
    const team = seated(problem, assignment);
    if (!team) throw new Error(`the team of ${assignment.session} does not fill its seats`);
    columns.push({ ...team, cost: columnCost(problem.data, team.slot, team.trainers) });
  }
  const { model, read } = columnMip(problem, columns);
  const planOf = (x: Float64Array) =>
    planOfTeams(
      season,
      problem,
      [...read(x)].flatMap((at) => columns[at] ?? []),
    );
  return { problem, columns, model, planOf };
}

/** A copy of a model in which some columns are fixed: by column, its value. */
export function withFixed(model: MipModel, fixed: ReadonlyMap<number, number>): MipModel {
  const copy = new MipModel();
  const { offset, cost, lower, upper, integer, rowLower, rowUpper, starts, indices, values } = model.view();
  copy.offset = offset;
  for (let j = 0; j < cost.length; j++) {
    const value = fixed.get(j);
    copy.addColumn(cost[j] ?? 0, value ?? lower[j] ?? 0, value ?? upper[j] ?? 0, integer[j] === 1);
  }
  for (let i = 0; i < rowLower.length; i++) {
    const [from, to] = [starts[i] ?? 0, starts[i + 1] ?? 0];
    copy.addRow(rowLower[i] ?? 0, rowUpper[i] ?? 0, indices.subarray(from, to), values.subarray(from, to));
  }
  return copy;
}

/** The plain program with every slot and member fixed to a plan; null where it has no column for a member. */
export function fixedToPlan(
  problem: Problem,
  mip: Pick<SeasonMip, "model" | "usedColumn" | "memberColumn">,
  assignments: readonly Assignment[],
): MipModel | null {
  const { data } = problem;
  const on = new Set<number>();
  for (const assignment of assignments) {
    const team = seated(problem, assignment);
    if (!team) return null;
    on.add(mip.usedColumn(team.slot));
    const seat = data.seatStart[problem.index.sessionIx(assignment.session)] ?? 0;
    team.trainers.forEach((trainer, k) => {
      on.add(mip.memberColumn(team.slot, data.seatRole[seat + k] ?? 0, trainer));
    });
  }
  if (on.has(-1)) return null;
  const fixed = new Map<number, number>();
  const slots = data.shape.sessionOf.length;
  for (let j = 0; j < slots + data.entryCandidate.length; j++) fixed.set(j, on.has(j) ? 1 : 0);
  return withFixed(mip.model, fixed);
}
