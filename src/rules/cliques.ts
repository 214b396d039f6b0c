/** Covers of clashing parts by cliques, day by day: the rows that the bound prices for rules within a day. */
import type { Shape } from "../terms/indices.js";

export interface CliqueCover {
  /** by part: the cliques that it is in */
  readonly of: readonly (readonly number[])[];
  /** by clique: its day. Days never fall from one clique to the next */
  readonly dayOf: readonly number[];
}

/**
 * Covers every pair of parts of one day that `wanted` names by a clique of parts that exclude each other: they clash,
 * or belong to one session. Cliques are grown greedily from the part with most pairs that are not covered yet.
 * @param clashes symmetric; asked of parts of two sessions that start on one day
 * @param wanted of the pairs that clash, those to cover
 * @param single whether a part in no such pair gets a clique of its own
 */
export function coverByDay(
  shape: Shape,
  clashes: (a: number, b: number) => boolean,
  wanted: (a: number, b: number) => boolean,
  single = false,
): CliqueCover {
  const of: number[][] = Array.from(shape.startDay, () => []);
  const sessionOf = new Int32Array(shape.startDay.length);
  for (let g = 0; g < shape.sessionOf.length; g++)
    sessionOf.fill(shape.sessionOf[g] as number, shape.partStart[g], shape.partStart[g + 1]);
  const byDay = new Map<number, number[]>();
  shape.startDay.forEach((day, p) => {
    const parts = byDay.get(day);
    if (parts) parts.push(p);
    else byDay.set(day, [p]);
  });
  const dayOf: number[] = [];
  for (const [day, parts] of [...byDay].sort(([a], [b]) => a - b)) {
    const add = (clique: readonly number[]): void => {
      for (const part of clique) of[part]?.push(dayOf.length);
      dayOf.push(day);
    };
    for (const clique of new DayGraph(parts, sessionOf, clashes, wanted).cover()) add(clique);
    if (single) for (const part of parts) if (of[part]?.length === 0) add([part]);
  }
  return { of, dayOf };
}

/** The parts of one day, and which of them exclude each other. */
class DayGraph {
  private readonly parts: readonly number[];
  private readonly excludes: Uint8Array;
  private readonly open: Uint8Array;
  /** by part of the day: how many of its pairs are not covered yet */
  private readonly degree: Int32Array;

  constructor(
    parts: readonly number[],
    sessionOf: Int32Array,
    clashes: (a: number, b: number) => boolean,
    wanted: (a: number, b: number) => boolean,
  ) {
    const n = parts.length;
    this.parts = parts;
    this.excludes = new Uint8Array(n * n);
    this.open = new Uint8Array(n * n);
    this.degree = new Int32Array(n);
    for (let i = 0; i < n; i++)
      for (let j = i + 1; j < n; j++) {
        const [a, b] = [parts[i] as number, parts[j] as number];
        const one = sessionOf[a] === sessionOf[b];
        if (!one && !clashes(a, b)) continue;
        this.excludes[i * n + j] = this.excludes[j * n + i] = 1;
        if (one || !wanted(a, b)) continue;
        this.open[i * n + j] = this.open[j * n + i] = 1;
        this.degree[i] = (this.degree[i] as number) + 1;
        this.degree[j] = (this.degree[j] as number) + 1;
      }
  }

  /** Cliques, as parts, until every wanted pair is in one. */
  *cover(): Generator<number[]> {
    for (;;) {
      const seed = this.degree.reduce((best, d, i) => (d > (this.degree[best] ?? 0) ? i : best), -1);
      if (seed < 0) return;
      const clique = this.grow(seed);
      for (const i of clique) for (const j of clique) this.settle(i, j);
      yield clique.map((i) => this.parts[i] as number);
    }
  }

  /** Adds to a seed, time and again, the part that covers most open pairs with those that are in already. */
  private grow(seed: number): number[] {
    const { excludes, open, degree } = this;
    const n = this.parts.length;
    const clique = [seed];
    const gain = new Float64Array(n);
    let rest: number[] = [];
    for (let j = 0; j < n; j++) {
      if (excludes[seed * n + j]) rest.push(j);
      // Among equals, those with more left to cover.
      gain[j] = (open[seed * n + j] as number) + (degree[j] as number) / (n + 1);
    }
    while (rest.length > 0) {
      const top = rest.reduce((best, j) => ((gain[j] as number) > (gain[best] as number) ? j : best));
      clique.push(top);
      rest = rest.filter((j) => excludes[top * n + j]);
      for (const j of rest) gain[j] = (gain[j] as number) + (open[top * n + j] as number);
    }
    return clique;
  }

  private settle(i: number, j: number): void {
    const at = i * this.parts.length + j;
    if (!this.open[at]) return;
    this.open[at] = 0;
    this.degree[i] = (this.degree[i] as number) - 1;
  }
}
