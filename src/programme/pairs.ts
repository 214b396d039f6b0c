/** Who goes with whom, so that all pairs together are worth most: the Hungarian method (Kuhn 1955, with potentials; O(n³)). */

/**
 * @param worth of each row with each column, whole numbers
 * @returns for each row its column, -1 where there are more rows than columns and it has none
 */
export function bestPairs(worth: readonly (readonly number[])[]): readonly number[] {
  const columns = worth[0]?.length ?? 0;
  const size = Math.max(worth.length, columns);
  const cost = (row: number, column: number): number => -(worth[row]?.[column] ?? 0);
  // Rows and columns count from 1; 0 is none.
  const [ofRow, ofColumn] = [zeros(size), zeros(size)];
  const rowIn = zeros(size);
  for (let row = 1; row <= size; row++) {
    const [before, least] = [zeros(size), zeros(size).fill(Number.POSITIVE_INFINITY)];
    const seen = new Set<number>();
    rowIn[0] = row;
    let at = 0;
    while (rowIn[at] !== 0) {
      seen.add(at);
      const here = rowIn[at] ?? 0;
      let [next, step] = [0, Number.POSITIVE_INFINITY];
      for (let column = 1; column <= size; column++) {
        if (seen.has(column)) continue;
        const reduced = cost(here - 1, column - 1) - (ofRow[here] ?? 0) - (ofColumn[column] ?? 0);
        if (reduced < (least[column] ?? 0)) [least[column], before[column]] = [reduced, at];
        if ((least[column] ?? 0) < step) [next, step] = [column, least[column] ?? 0];
      }
      for (let column = 0; column <= size; column++) {
        const its = rowIn[column] ?? 0;
        if (seen.has(column))
          [ofRow[its], ofColumn[column]] = [(ofRow[its] ?? 0) + step, (ofColumn[column] ?? 0) - step];
        else least[column] = (least[column] ?? 0) - step;
      }
      at = next;
    }
    for (; at !== 0; at = before[at] ?? 0) rowIn[at] = rowIn[before[at] ?? 0] ?? 0;
  }
  return worth.map((_, row) => {
    const column = rowIn.indexOf(row + 1, 1) - 1;
    return column < columns ? column : -1;
  });
}

const [FOLLOWS, SHARED] = [1e9, 1e4] as const;
/**
 * What a pair of groups or sessions is worth: that one can follow the other weighs more than how many people they share, and that more
 * than that both are the n-th of their like.
 */
export function worthOf(follows: boolean, shared: number, isSameNumber: boolean): number {
  return (follows ? FOLLOWS : 0) + SHARED * shared + (isSameNumber ? 1 : 0);
}

const zeros = (size: number): number[] => Array.from({ length: size + 1 }, () => 0);
