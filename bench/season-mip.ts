/**
 * The seam between the bench and the exact room: the plain MIP of a season. The bench never builds rows itself, so that
 * the MIP that it measures is the one that the rules emit.
 */
import type { MipModel } from "../src/exact/highs/index.js";
import { type MipTeam, seasonMip } from "../src/exact/season-mip.js";
import { type Assignment, type Plan, ROLES, type Season } from "../src/model/index.js";
import { compile, type Problem } from "../src/problem/compile.js";

export interface SeasonMip {
  readonly model: MipModel;
  /**
   * The plan that a solution of the model stands for, its cost and bound left out. Of a point that breaks the model it is
   * whatever that says, for the check to refuse.
   */
  readonly planOf: (x: Float64Array) => Plan;
}

/** Builds the plain MIP of a season, every rule and cost in it. */
export function buildSeasonMip(season: Season): SeasonMip {
  const problem = compile(season);
  const { model, read } = seasonMip(problem);
  const planOf = (x: Float64Array): Plan => ({
    format: "koppel-plan/1",
    season: season.id,
    assignments: read(x).map((team) => assignmentOf(problem, team)),
  });
  return { model, planOf };
}

function assignmentOf({ index }: Problem, { session, slot, members }: MipTeam): Assignment {
  return {
    session: index.session(session).id,
    slot: index.slotNumber(slot),
    team: members.map(({ role, trainer }) => ({ seat: ROLES[role] ?? "actor", trainer: index.trainer(trainer).id })),
  };
}
