/** Plans for advice to be asked about: sound ones, with sessions open for many reasons. */
import { check } from "../../src/check/check.js";
import type { Plan, Season } from "../../src/model/types.js";
import { planFile } from "../support/compiled.js";
import { Random } from "../support/random.js";
import { optionsOf } from "../support/random-plan.js";

/** A random plan that breaks no rule: its pins, then sessions in random order, each with a random team that still fits. */
export function soundPlan(season: Season, seed: number): Plan {
  const random = new Random(seed);
  const options = optionsOf(season);
  let plan = planFile(season, []);
  for (const { id, seats, pinned } of season.sessions) {
    const size = Object.values(seats).reduce((sum, count) => sum + count, 0);
    if (pinned?.team.length === size)
      plan = planFile(season, [...plan.assignments, { session: id, slot: pinned.slot, team: pinned.team }]);
  }
  const staffed = new Set(plan.assignments.map(({ session }) => session));
  const order = season.sessions.map((_, i) => i).filter((i) => !staffed.has(season.sessions[i]?.id ?? ""));
  for (const i of random.sample([...order, ...order], 2 * order.length)) {
    const teams = options[i] ?? [];
    if (teams.length === 0 || !random.chance(0.7)) continue;
    const next = planFile(season, [
      ...plan.assignments.filter(({ session }) => session !== season.sessions[i]?.id),
      random.pick(teams),
    ]);
    if (check(season, next).feasible) plan = next;
  }
  return plan;
}
