/** Sets of whole minutes as sorted, disjoint spans `[start, end)` that do not touch. */

export type Span = readonly [start: number, end: number];

/** The union of spans in any order; empty ones are dropped. */
export function union(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.filter(([start, end]) => start < end).sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/**
 * What of the first set is not in the second.
 * @param from a union, as all results here are
 * @param taken a union
 */
export function minus(from: readonly Span[], taken: readonly Span[]): readonly Span[] {
  const left: Span[] = [];
  let next = 0;
  for (const [start, end] of from) {
    let at = start;
    while (next < taken.length && (taken[next]?.[1] ?? 0) <= at) next++;
    for (let i = next; i < taken.length; i++) {
      const [a, b] = taken[i] ?? [end, end];
      if (a >= end) break;
      if (a > at) left.push([at, a]);
      at = Math.max(at, b);
    }
    if (at < end) left.push([at, end]);
  }
  return left;
}

/** What of a set lies in one span. */
export function within(spans: readonly Span[], [from, to]: Span): readonly Span[] {
  return spans
    .map(([start, end]): Span => [Math.max(start, from), Math.min(end, to)])
    .filter(([start, end]) => start < end);
}
