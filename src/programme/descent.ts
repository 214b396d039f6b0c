/**
 * Down a convex function that has kinks, by subgradients and a space that is stretched along their differences: Shor's r-algorithm
 * (Shor, "Minimization Methods for Non-Differentiable Functions", 1985, chapter 3). For a dozen variables it needs a few dozen looks.
 */

/** A function's value and one of its subgradients. */
export interface Slope {
  readonly value: number;
  readonly gradient: readonly number[];
}

/** How much the space shrinks along the difference of two subgradients. */
const SHRINK = 0.5;
const LONGER = 1.2;
const SHORTER = 0.9;
/** Moves so short find nothing more. */
const SHORTEST = 1e-4;

/**
 * @param at evaluates the function
 * @param start the first point
 * @param length of the first move
 * @param most evaluations
 * @param isEnough whether a value is as good as any lower one
 */
export function descend(
  at: (point: readonly number[]) => Slope,
  start: readonly number[],
  length: number,
  most: number,
  isEnough: (value: number) => boolean,
): void {
  const n = start.length;
  const space = start.map((_, i) => start.map((_, j) => Number(i === j)));
  const through = (vector: readonly number[]) =>
    start.map((_, j) => space.reduce((sum, row, i) => sum + (row[j] ?? 0) * (vector[i] ?? 0), 0));
  let point = start;
  let here = at(point);
  let move = length;
  for (let looks = 1; looks < most && !isEnough(here.value) && move > SHORTEST; ) {
    const seen = through(here.gradient);
    const size = norm(seen);
    if (size === 0) return;
    const course = space.map((row) => dot(row, seen) / size);
    const before = here;
    let moves = 0;
    do {
      point = point.map((x, i) => x - move * (course[i] ?? 0));
      here = at(point);
      looks++;
      moves++;
      if (moves % 2 === 0) move *= LONGER;
    } while (looks < most && !isEnough(here.value) && dot(here.gradient, course) > 0);
    if (moves === 1) move *= SHORTER;
    const turn = through(here.gradient.map((g, i) => g - (before.gradient[i] ?? 0)));
    const turned = norm(turn);
    if (turned === 0) continue;
    for (const row of space) {
      const along = (dot(row, turn) / turned) * (SHRINK - 1);
      for (let j = 0; j < n; j++) row[j] = (row[j] ?? 0) + (along * (turn[j] ?? 0)) / turned;
    }
  }
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
const norm = (a: readonly number[]) => Math.sqrt(dot(a, a));
