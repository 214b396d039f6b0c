/** A plan of a season that is kept anew: its dates are indices, and follow the dates that they stood for. Pure. */
import type { Plan, Slot } from "../../model/index.js";

interface Dated {
  readonly id: string;
  readonly slots: readonly Slot[];
}

/** The plan in a season that was made anew: without sessions and dates that are gone, the others by their parts. */
export function planFollowing(plan: Plan, before: readonly Dated[], after: readonly Dated[]): Plan {
  const [old, now] = [before, after].map((list) => new Map(list.map(({ id, slots }) => [id, slots])));
  const assignments = plan.assignments.flatMap((one) => {
    const parts = JSON.stringify(old?.get(one.session)?.[one.slot]);
    const slot = now?.get(one.session)?.findIndex((s) => JSON.stringify(s) === parts) ?? -1;
    return slot < 0 ? [] : [{ ...one, slot }];
  });
  const same = JSON.stringify(assignments) === JSON.stringify(plan.assignments);
  // What it states of its cost was said of the season that was.
  return same ? plan : { format: plan.format, season: plan.season, assignments };
}
