/** Plans and pins whose dates are indices follow the dates that they stood for, when those are listed anew. Pure. */
import type { Pin, Plan, Slot } from "../../model/index.js";

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

/** A pin of a session whose dates are listed anew; null where its date is gone. */
export function pinFollowing(pin: Pin | null, before: readonly Slot[], after: readonly Slot[]): Pin | null {
  if (pin === null) return null;
  const parts = JSON.stringify(before[pin.slot]);
  const slot = after.findIndex((one) => JSON.stringify(one) === parts);
  return slot < 0 ? null : { ...pin, slot };
}
