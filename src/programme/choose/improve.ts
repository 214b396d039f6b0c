/**
 * A choice made better by small steps: a session more, or one or two in the place of one or two others, as long as that meets more or
 * costs less. Which themes the sessions treat is chosen anew each time, always the one that serves most. Steps are counted.
 */
import { breachOf, type Choice, type ChoiceProblem, metOf, worthOf } from "./problem.js";

/** Choices that are looked at. */
const MOST_TRIED = 6000;

/** @returns a sound choice that is no worse; null where there is none to begin with */
export function improved(problem: ChoiceProblem, start: Choice | null): Choice | null {
  let best = start ?? treating(problem, problem.items.map(({ least }) => least));
  if (breachOf(problem, best) !== null) return null;
  let tried = 0;
  for (let better = true; better; ) {
    better = false;
    for (const step of stepsOf(problem)) {
      const times = best.times.map((n, i) => n + step.filter(([at]) => at === i).reduce((sum, [, by]) => sum + by, 0));
      if (!isHeld(problem, times)) continue;
      if (++tried > MOST_TRIED) return best;
      const next = treating(problem, times);
      if (worthOf(problem, next) <= worthOf(problem, best) || breachOf(problem, next) !== null) continue;
      best = next;
      better = true;
    }
  }
  return best;
}

/** How much more or less often which items are held. */
type Step = readonly (readonly [item: number, by: number])[];

function stepsOf({ items }: ChoiceProblem): readonly Step[] {
  const each = [...items.keys()];
  const alone = each.flatMap((i) => [1, -1].map((by): Step => [[i, by]]));
  const pairs = each.flatMap((i) =>
    each.filter((j) => j !== i).flatMap((j) => [1, 2].flatMap((a) => [1, 2].map((b): Step => [[i, a], [j, -b]]))),
  );
  const threes = each.flatMap((i) =>
    each.flatMap((j) => each.filter((k) => k > j && k !== i && j !== i).flatMap((k): Step[] => [
      [[i, 1], [j, -1], [k, -1]],
      [[i, -1], [j, 1], [k, 1]],
    ])),
  );
  return [...alone, ...pairs, ...threes];
}

/** Whether items can be held so often, whatever they treat. */
function isHeld({ items, budget, room }: ChoiceProblem, times: readonly number[]): boolean {
  let [fees, taken] = [0, 0];
  for (const [i, { fee, least, most, takesRoom }] of items.entries()) {
    const n = times[i] ?? 0;
    if (n < least || n > most) return false;
    fees += fee * n;
    taken += takesRoom ? n : 0;
  }
  return fees <= budget && taken <= room;
}

/** Sessions that are held so often, with what must be in them and then always the theme that serves most people. */
function treating(problem: ChoiceProblem, times: readonly number[]): Choice {
  const { items, themes } = problem;
  const themed = items.map(({ themeLeast }) => themes.map((_, t) => Math.max(0, themeLeast[t] ?? 0)));
  const left = items.map(({ item }, i) => {
    const used = (themed[i] ?? []).reduce((sum, n) => sum + n, 0);
    return item.themesMost * (times[i] ?? 0) - used;
  });
  const met = (t: number): number => {
    const { beginner, advanced } = metOf(problem, t, themed.map((row) => row[t] ?? 0));
    return beginner + advanced;
  };
  const gains = items.map(() => themes.map(() => 0));
  const weigh = (t: number): void => {
    const now = met(t);
    for (const [i, { themeLeast }] of items.entries()) {
      const [row, gain] = [themed[i], gains[i]];
      if (row === undefined || gain === undefined || themeLeast[t] === -1) continue;
      const held = row[t] ?? 0;
      row[t] = held + 1;
      gain[t] = held < (times[i] ?? 0) ? met(t) - now : 0;
      row[t] = held;
    }
  };
  for (const t of themes.keys()) weigh(t);
  for (;;) {
    let best = { gain: 0, i: -1, t: -1 };
    for (const [i, row] of gains.entries())
      if ((left[i] ?? 0) > 0)
        for (const [t, gain] of row.entries()) if (gain > best.gain) best = { gain, i, t };
    const row = themed[best.i];
    if (row === undefined) return { times, themed };
    row[best.t] = (row[best.t] ?? 0) + 1;
    left[best.i] = (left[best.i] ?? 0) - 1;
    weigh(best.t);
  }
}
