/**
 * Owners who can use the buckets of few days only, the days more than so many apart (a rest): at given prices each pays
 * for the room of those of her days that are worth most together, by a dynamic program over days.
 */
import type { FamilyRows } from "./rows.js";

/** The rows whose room an owner pays for, and what it is worth. */
export interface SpreadUse {
  readonly owner: number;
  readonly worth: number;
  readonly rows: readonly number[];
}

/**
 * @param family rows of a family with days
 * @param caps by row
 * @param multipliers by row
 * @returns for each owner with any room that is worth something, the dearest choice of days
 */
export function* dearestDays(
  { family, at, owners }: FamilyRows,
  caps: Float64Array,
  multipliers: Float64Array,
): Generator<SpreadUse> {
  const days = family.dayOf;
  if (!days) return;
  // A place for each distinct day: its first bucket, and the last place that is far enough before it.
  const first: number[] = [];
  days.forEach((day, b) => {
    if (b === 0 || day !== days[b - 1]) first.push(b);
  });
  const ends = [...first.slice(1), family.buckets];
  let far = -1;
  const before = first.map((b) => {
    while ((days[first[far + 1] as number] as number) < (days[b] as number) - family.apart) far++;
    return far;
  });
  const worth = new Float64Array(first.length);
  const sum = new Float64Array(first.length + 1);
  for (let place = 0; place < owners.length; place++) {
    for (let k = 0; k < first.length; k++) {
      let own = 0;
      for (let b = first[k] as number; b < (ends[k] as number); b++) {
        const row = at + b * owners.length + place;
        own += (caps[row] as number) * (multipliers[row] as number);
      }
      worth[k] = own;
      sum[k + 1] = Math.max(sum[k] as number, own + (sum[(before[k] as number) + 1] as number));
    }
    const rows: number[] = [];
    for (let k = first.length - 1; k >= 0; ) {
      if ((sum[k + 1] as number) === (sum[k] as number)) {
        k--;
        continue;
      }
      for (let b = first[k] as number; b < (ends[k] as number); b++) rows.push(at + b * owners.length + place);
      k = before[k] as number;
    }
    if (rows.length > 0) yield { owner: owners[place] as number, worth: sum[first.length] as number, rows };
  }
}
