/** What of a quick scan may be told, in sums: a total, or at least what the groups that are told make together. Pure. */
import type { Counts, Needs } from "./programme-types.js";

/** @returns how many it are at least, and whether it are exactly so many */
export function leastOf({ total, byGroup }: Counts): readonly [least: number, isExact: boolean] {
  if (total !== null) return [total, true];
  return [Object.values(byGroup).reduce<number>((sum, one) => sum + (one ?? 0), 0), false];
}

/** Whether there is a wish of which may be told how many people have it: a share of those that are met is of these alone. */
export const hasTold = ({ themes }: Needs): boolean =>
  themes.some(({ levels }) => levels.some(({ total }) => total !== null));
