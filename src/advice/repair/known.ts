/** What people know after edits, and who is told anyway. */
import type { Edited } from "../../model/edits.js";
import type { Plan, Season } from "../../model/types.js";
import type { RepairTask } from "./types.js";

/**
 * The repair of a plan that no longer fits its season, without edits that would say why: nobody is told anyway.
 * Trainers and sessions of the plan that the season does not know are taken for gone.
 */
export function plainRepairTask(season: Season, plan: Plan): RepairTask {
  return { season, known: { plan, gone: [], told: [] }, released: [] };
}

/**
 * The repair that some edits ask for.
 * @param plan as people knew it before the edits
 * @param edited what `applyEdits` made of the season and this plan
 */
export function repairTask(plan: Plan, edited: Edited): RepairTask {
  const cancelled = new Set(edited.cancelledSessions);
  const gone: { session: string; trainers: string[] }[] = [];
  const told = new Set([...edited.removedTrainers, ...edited.blockedTrainers]);
  for (const { session, slot, team } of plan.assignments) {
    const trainers = team.map(({ trainer }) => trainer);
    const now = edited.slots.get(session)?.[slot];
    if (cancelled.has(session)) for (const trainer of trainers) told.add(trainer);
    else if (now === null) gone.push({ session, trainers });
  }
  const assignments = edited.plan?.assignments ?? [];
  return {
    season: edited.season,
    known: { plan: { format: plan.format, season: plan.season, assignments }, gone, told: [...told] },
    released: edited.released,
  };
}
