/** Where a box is cut in two. */
import type { Box } from "./box.js";
import { type ChoiceProblem, shareOf } from "./problem.js";

/**
 * A box in two: by how often an item is held, or where all items are settled, by how often it treats a theme.
 * @param usage for each theme, how often the relaxed choice has it in each item
 * @returns the half to which the relaxed choice leans first; none where the box is a single choice
 */
export function halvesOf({ items }: ChoiceProblem, box: Box, usage: readonly (readonly number[])[]): readonly Box[] {
  const sessions = items.map(({ item }, i) =>
    shareOf(
      item,
      usage.map((row) => row[i] ?? 0),
    ),
  );
  const one = mostWavering(box.least, box.most, sessions);
  if (one !== null) {
    const below = { ...box, most: box.most.with(one.i, one.cut) };
    return inTurn(one, below, { ...box, least: box.least.with(one.i, one.cut + 1) });
  }
  const { themeLeast, themeMost } = box;
  const themed = usage.flatMap((row, t) => {
    const wavering = mostWavering(themeLeast[t] ?? [], themeMost[t] ?? [], row);
    return wavering === null ? [] : [{ ...wavering, t }];
  });
  const [first, ...others] = themed;
  if (first === undefined) return [];
  const { t, i, cut, ...lean } = others.reduce((a, b) => (b.distance > a.distance ? b : a), first);
  const below = { ...box, themeMost: themeMost.with(t, (themeMost[t] ?? []).with(i, cut)) };
  return inTurn(lean, below, { ...box, themeLeast: themeLeast.with(t, (themeLeast[t] ?? []).with(i, cut + 1)) });
}

interface Wavering {
  readonly i: number;
  /** from the nearest whole number */
  readonly distance: number;
  /** one half goes up to here, the other starts above */
  readonly cut: number;
  readonly leansUp: boolean;
}

function mostWavering(least: readonly number[], most: readonly number[], values: readonly number[]): Wavering | null {
  let best: Wavering | null = null;
  for (const [i, value] of values.entries()) {
    const [low, high] = [least[i] ?? 0, most[i] ?? 0];
    const distance = Math.abs(value - Math.round(value));
    if (low >= high || (best !== null && distance <= best.distance)) continue;
    const cut = Math.max(low, Math.min(high - 1, Math.floor(value)));
    best = { i, distance, cut, leansUp: value - cut > 0.5 };
  }
  return best;
}

const inTurn = ({ leansUp }: Pick<Wavering, "leansUp">, below: Box, above: Box) =>
  leansUp ? [above, below] : [below, above];
