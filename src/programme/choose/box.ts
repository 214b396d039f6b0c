/** Part of all choices: how often each item, and each theme in it, is held at least and at most. */
import { type ChoiceProblem, sessionsIn } from "./problem.js";

export interface Box {
  /** for each item */
  readonly least: readonly number[];
  readonly most: readonly number[];
  /** for each theme and item */
  readonly themeLeast: readonly (readonly number[])[];
  readonly themeMost: readonly (readonly number[])[];
}

/** All choices of a problem. */
export function wholeBox({ items, themes }: ChoiceProblem): Box {
  return {
    least: items.map(({ least }) => least),
    most: items.map(({ most }) => most),
    themeLeast: themes.map((_, t) => items.map((one) => Math.max(0, one.themeLeast[t] ?? -1))),
    themeMost: themes.map((_, t) => items.map(({ most, themeLeast }) => (themeLeast[t] === -1 ? 0 : most))),
  };
}

/**
 * The same without what cannot be: a theme is in no session that is not held, a session holds so many themes, and money and
 * period end.
 * @param budget whole euros
 * @returns null where nothing is left
 */
export function tightened(problem: ChoiceProblem, box: Box, budget: number): Box | null {
  const { items, room } = problem;
  const needed = items.map((_, i) => box.themeLeast.map((row) => row[i] ?? 0));
  const least = items.map(({ item }, i) => Math.max(box.least[i] ?? 0, sessionsIn(item, needed[i] ?? [])));
  const fees = items.reduce((sum, { fee }, i) => sum + fee * (least[i] ?? 0), 0);
  const taken = items.reduce((sum, { takesRoom }, i) => sum + (takesRoom ? (least[i] ?? 0) : 0), 0);
  if (fees > budget || taken > room) return null;
  const most = items.map(({ fee, takesRoom }, i) => {
    const byFee = fee > 0 ? Math.floor((budget - fees) / fee) : Number.POSITIVE_INFINITY;
    const byRoom = takesRoom ? room - taken : Number.POSITIVE_INFINITY;
    return Math.min(box.most[i] ?? 0, (least[i] ?? 0) + Math.min(byFee, byRoom));
  });
  if (items.some((_, i) => (least[i] ?? 0) > (most[i] ?? 0))) return null;
  const themeMost = box.themeMost.map((row, t) =>
    row.map((n, i) => {
      const own = box.themeLeast[t]?.[i] ?? 0;
      const slots = (items[i]?.item.themesMost ?? 0) * (most[i] ?? 0);
      const others = (needed[i] ?? []).reduce((sum, one) => sum + one, 0) - own;
      return Math.min(n, most[i] ?? 0, slots - others);
    }),
  );
  return { least, most, themeLeast: box.themeLeast, themeMost };
}
