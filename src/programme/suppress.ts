/**
 * Small counts in reports (docs/trust.md, promise 16): a count under 5 is never told, and no told count lets one work it out.
 *
 * Where a part of a sum is left out, the complement that goes with it is the sum itself, and not another part: then whether a
 * count is told hangs on that count alone, and there is nothing to subtract from. Leaving out the next smallest part, as is
 * often done, gives counts away to somebody who knows that it is done (of 8 in two hidden parts, both small, each is 4).
 */

/** Counts below it are not told. */
export const LEAST_TOLD = 5;
/** A count as a report may tell it; null where it may not be told. */
export type Told = number | null;

/**
 * @param of the number of people of whom the count is taken, where that is known: a count of all of them is not told either,
 * since it says that nobody is left for the other answer
 */
export function told(count: number, of = Number.POSITIVE_INFINITY): Told {
  return count < LEAST_TOLD || count === of ? null : count;
}

/** Of counts that add up, what may be told of the sum: it is told where every part is. */
export function toldTotal(parts: readonly Told[]): Told {
  return parts.includes(null) ? null : atLeast(parts);
}

/** How many it are at least, by the parts that are told. */
export function atLeast(parts: readonly Told[]): number {
  return parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}
