/** People seated in groups that are given: nobody waits who could have a place, and no group is small that need not be. */
import type { Able } from "./frame.js";
import { lackOf } from "./measure.js";
import type { Intake } from "./participants.js";

/** How many wait, and how many groups are smaller than they should be, as one number: the first weighs more. */
export function costOf(group: readonly number[], intake: Intake): number {
  const waiting = group.filter((at) => at === -1).length;
  return waiting * (intake.groups + 1) + smallOf(group, intake).length;
}

/** Seats as many as these groups can hold, then makes do with as few small groups as it can. */
export function seatAll(group: number[], able: Able, intake: Intake): void {
  placeWaiting(group, able, intake.most);
  fewerSmall(group, able, intake);
}

/** Places who waits, moving others along where that makes room (augmenting paths): as many as these groups can hold. */
export function placeWaiting(group: number[], able: Able, most: number): void {
  const sizes = sizesOf(group, able);
  const augment = (i: number, seen: Set<number>): boolean => {
    for (const [g, can] of (able[i] ?? []).entries()) {
      if (!can || seen.has(g)) continue;
      seen.add(g);
      if ((sizes[g] ?? 0) < most) {
        sizes[g] = (sizes[g] ?? 0) + 1;
        group[i] = g;
        return true;
      }
      for (const [j, at] of group.entries()) {
        if (at !== g || j === i || !augment(j, seen)) continue;
        // She has found another group; her place here is free.
        group[i] = g;
        return true;
      }
    }
    return false;
  };
  // Where a search ends in vain, whoever is in the groups that it saw can only go to others of them, which are full: no later
  // search gains by going there.
  const closed = new Set<number>();
  for (const [i, at] of group.entries()) {
    if (at !== -1) continue;
    const seen = new Set(closed);
    if (!augment(i, seen)) for (const g of seen) closed.add(g);
  }
}

const sizesOf = (group: readonly number[], able: Able): number[] =>
  (able[0] ?? []).map((_, g) => group.filter((at) => at === g).length);

/** The groups that are smaller than they should be, the smallest first. */
function smallOf(group: readonly number[], intake: Intake): readonly number[] {
  const sizes = Array.from({ length: intake.groups }, () => 0);
  for (const at of group) if (at >= 0) sizes[at] = (sizes[at] ?? 0) + 1;
  return [...sizes.keys()]
    .filter((g) => lackOf(sizes[g] ?? 0, intake) > 0)
    .sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
}

/** Each small group is filled from those that can spare somebody, or its people are shared out, as long as everybody keeps a place. */
function fewerSmall(group: number[], able: Able, intake: Intake): void {
  for (let better = true; better; ) {
    better = false;
    for (const g of smallOf(group, intake)) {
      const next = [sharedOut(group, g, able, intake), filledUp(group, g, able, intake)].find(
        (tried) => tried !== null && costOf(tried, intake) < costOf(group, intake),
      );
      if (next === undefined || next === null) continue;
      group.splice(0, group.length, ...next);
      better = true;
      break;
    }
  }
}

/** Without that group, its people in the others. */
function sharedOut(group: readonly number[], g: number, able: Able, { most }: Intake): readonly number[] {
  const tried = group.map((at) => (at === g ? -1 : at));
  placeWaiting(
    tried,
    able.map((row) => row.with(g, false)),
    most,
  );
  return tried;
}

/** That group with as many as it should have, from groups that have more than they should or through chains of others; null where that cannot be. */
function filledUp(group: readonly number[], g: number, able: Able, intake: Intake): readonly number[] | null {
  const tried = [...group];
  const sizes = sizesOf(tried, able);
  const { atLeast = 1 } = intake;
  /** Brings one more into a group, whose place elsewhere is filled in turn where it must be. */
  const pull = (to: number, seen: Set<number>): boolean => {
    seen.add(to);
    for (const spare of [true, false])
      for (const [i, from] of tried.entries()) {
        if (from < 0 || seen.has(from) || able[i]?.[to] !== true || (sizes[from] ?? 0) > atLeast !== spare) continue;
        // A group that is small itself is not made smaller, nor filled on the way.
        if (!spare && ((sizes[from] ?? 0) < atLeast || !pull(from, seen))) continue;
        sizes[from] = (sizes[from] ?? 0) - 1;
        sizes[to] = (sizes[to] ?? 0) + 1;
        tried[i] = to;
        return true;
      }
    return false;
  };
  while ((sizes[g] ?? 0) < atLeast) if (!pull(g, new Set())) return null;
  return tried;
}
