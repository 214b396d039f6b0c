import { type MipArrays, MipModel } from "./mip-model.js";
import { BOUND_ABSOLUTE, BOUND_RELATIVE } from "./tolerances.js";

/**
 * The whole-number bound that HiGHS's dual bound supports when every solution costs a whole number: lowered by the safety
 * margin of `tolerances.ts` and then rounded up. Needed because the dual bound is a floating-point number.
 * @returns -Infinity where HiGHS had no bound yet
 */
export function roundedBound(bound: number): number {
  if (!Number.isFinite(bound)) return bound;
  // What is rounded up to 0 from below is −0 otherwise.
  return Math.ceil(bound - BOUND_ABSOLUTE - BOUND_RELATIVE * Math.abs(bound)) + 0;
}

/**
 * A lower bound of a linear program, and so of the integer program with these rows, from any row multipliers whatever:
 * each column takes the end of its range that is cheaper under the multipliers. Floating-point error is estimated from
 * above and taken off, so nothing that HiGHS said needs to be true (Neumaier and Shcherbina 2004). -Infinity where a
 * column without a limit has a reduced cost in that direction.
 * @param rowDuals one per row; a sign that its row cannot use counts as 0
 */
export function safeLpBound(model: MipModel | MipArrays, rowDuals: ArrayLike<number>): number {
  const { cost, lower, upper, rowLower, rowUpper, starts, indices, values, offset } =
    model instanceof MipModel ? model.view() : model;
  const reduced = Float64Array.from(cost);
  /** per column the sum of the magnitudes that went into its reduced cost, and how many they were */
  const magnitude = Float64Array.from(cost, Math.abs);
  const terms = new Int32Array(cost.length).fill(1);
  let total = offset;
  let totalMagnitude = Math.abs(offset);
  for (let i = 0; i < rowLower.length; i++) {
    const dual = rowDuals[i] ?? 0;
    const side = (dual > 0 ? rowLower[i] : rowUpper[i]) ?? 0;
    if (dual === 0 || !Number.isFinite(dual) || !Number.isFinite(side)) continue;
    total += dual * side;
    totalMagnitude += Math.abs(dual * side);
    const end = starts[i + 1] ?? 0;
    for (let k = starts[i] ?? 0; k < end; k++) {
      const j = indices[k] ?? 0;
      const term = dual * (values[k] ?? 0);
      reduced[j] = (reduced[j] ?? 0) - term;
      magnitude[j] = (magnitude[j] ?? 0) + Math.abs(term);
      terms[j] = (terms[j] ?? 0) + 1;
    }
  }
  for (let j = 0; j < cost.length; j++) {
    const slack = 2 * Number.EPSILON * (terms[j] ?? 0) * (magnitude[j] ?? 0);
    const least = leastOver((reduced[j] ?? 0) - slack, (reduced[j] ?? 0) + slack, lower[j] ?? 0, upper[j] ?? 0);
    if (least === Number.NEGATIVE_INFINITY) return least;
    total += least;
    totalMagnitude += Math.abs(least);
  }
  return total - 2 * Number.EPSILON * (rowLower.length + cost.length + 2) * totalMagnitude;
}

/** The least of rate × x with the rate and x each anywhere in its range: one of the corners, as it is bilinear. */
function leastOver(rateLow: number, rateHigh: number, low: number, high: number): number {
  if ((low === Number.NEGATIVE_INFINITY && rateHigh > 0) || (high === Number.POSITIVE_INFINITY && rateLow < 0)) {
    return Number.NEGATIVE_INFINITY;
  }
  let least = Number.POSITIVE_INFINITY;
  for (const end of [low, high]) {
    // An infinite end that passed the test above cannot be the least.
    if (Number.isFinite(end)) least = Math.min(least, rateLow * end, rateHigh * end);
  }
  return Number.isFinite(least) ? least : 0;
}
