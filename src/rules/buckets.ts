/** Which buckets of a family of rows each slot uses, worked out once for each slot. */
import type { Shape, SlotIx } from "../terms/indices.js";
import type { RowFamily } from "../terms/relax-sink.js";

export interface Uses {
  readonly buckets: readonly number[];
  readonly weights: readonly number[];
}

export class Buckets {
  private readonly lists: readonly Uses[];

  /** @param usesOf the (bucket, weight) pairs of a slot, each bucket once */
  constructor(shape: Shape, usesOf: (slot: SlotIx) => readonly (readonly [bucket: number, weight: number])[]) {
    const lists: Uses[] = [];
    for (let g = 0; g < shape.sessionOf.length; g++) {
      const pairs = usesOf(g);
      lists.push({ buckets: pairs.map(([bucket]) => bucket), weights: pairs.map(([, weight]) => weight) });
    }
    this.lists = lists;
  }

  of(slot: SlotIx): Uses {
    return this.lists[slot] as Uses;
  }
}

/** Buckets that a slot uses once, whichever and however many of its parts are in them. */
export function bucketsOfParts(shape: Shape, of: (part: number) => readonly number[]): Buckets {
  return new Buckets(shape, (g) => {
    const used = new Set<number>();
    for (let p = shape.partStart[g] as number; p < (shape.partStart[g + 1] as number); p++)
      for (const bucket of of(p)) used.add(bucket);
    return [...used].sort((a, b) => a - b).map((bucket) => [bucket, 1] as const);
  });
}

/** Rows of trainers: of all that use a bucket, one. Trainers who have no such rows are those whom `has` denies. */
export function oneAtMost(
  rule: string,
  count: number,
  buckets: Buckets,
  has: (trainer: number, bucket: number) => boolean,
): RowFamily {
  return {
    rule,
    owner: "trainer",
    buckets: count,
    cap: (t, bucket) => (has(t, bucket) ? 1 : Number.POSITIVE_INFINITY),
    uses: (g) => buckets.of(g),
    role: null,
    memberWeight: null,
  };
}

/** Counts the parts of each slot by some number of theirs (a day, a week), as buckets 0, 1, … in that number's order. */
export function countParts(
  shape: Shape,
  keyOf: (part: number) => number,
): { buckets: Buckets; count: number; keys: readonly number[] } {
  const keys = [...new Set(Array.from(shape.startDay, (_, p) => keyOf(p)))].sort((a, b) => a - b);
  const position = new Map(keys.map((key, i) => [key, i]));
  const buckets = new Buckets(shape, (g) => {
    const counts = new Map<number, number>();
    for (let p = shape.partStart[g] as number; p < (shape.partStart[g + 1] as number); p++) {
      const bucket = position.get(keyOf(p)) as number;
      counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
    }
    return [...counts];
  });
  return { buckets, count: keys.length, keys };
}
