/**
 * A choice made better by small steps: a session more, or one or two in the place of one or two others, as long as that meets more or
 * costs less; then from somewhere near by again. Which themes the sessions treat is chosen anew each time, always the one that serves most. Steps are counted.
 */
import { Random } from "../../search/random.js";
import { breachOf, type Choice, type ChoiceProblem, metIn, type Places, servesOf, worthOf } from "./problem.js";

/** Steps of arithmetic, about: some tenths of a second, once for each choice. */
const MOST_WORK = 10_000_000;
/** Where single steps lead no further, some are taken anywhere, and it is tried from there; so often. */
const ROUNDS = 12;
const KICKS = 3;
const MOST_KICKS = 200;
const SEED = 1;

/** @returns a sound choice that is no worse; null where there is none to begin with */
export function improved(problem: ChoiceProblem, start: Choice | null): Choice | null {
  const first =
    start ??
    treating(
      problem,
      problem.items.map(({ least }) => least),
    );
  if (breachOf(problem, first) !== null) return null;
  const climb = new Climb(problem);
  const random = new Random(SEED);
  let best = climb.from(first);
  for (let round = 0; round < ROUNDS && climb.work < MOST_WORK; round++) {
    const kicked = climb.kicked(best, random);
    if (kicked === null) break;
    const next = climb.from(kicked);
    if (worthOf(problem, next) >= worthOf(problem, best)) best = next;
  }
  return best;
}

class Climb {
  work = 0;
  readonly #steps: readonly Step[];

  constructor(readonly problem: ChoiceProblem) {
    this.#steps = stepsOf(problem);
  }

  /** As far as single steps lead. */
  from(start: Choice): Choice {
    let best = start;
    for (let better = true; better; ) {
      better = false;
      for (const step of this.#steps) {
        if (this.work > MOST_WORK) return best;
        const next = this.#stepped(best.times, step);
        if (next === null || worthOf(this.problem, next) <= worthOf(this.problem, best)) continue;
        best = next;
        better = true;
      }
    }
    return best;
  }

  /** A few steps anywhere, so that it may climb elsewhere; null where none leads to a sound choice. */
  kicked(start: Choice, random: Random): Choice | null {
    let now: Choice | null = null;
    for (let tries = 0, taken = 0; tries < MOST_KICKS && taken < KICKS; tries++) {
      const step = this.#steps[random.below(this.#steps.length)];
      const from: Choice = now ?? start;
      const next = step === undefined ? null : this.#stepped(from.times, step);
      if (next === null) continue;
      now = next;
      taken++;
    }
    return now;
  }

  #stepped(before: readonly number[], step: Step): Choice | null {
    this.work++;
    const times = before.map((n, i) => n + step.reduce((sum, [at, by]) => sum + (at === i ? by : 0), 0));
    if (!isHeld(this.problem, times)) return null;
    const { items, themes } = this.problem;
    const units = items.reduce((sum, { item }, i) => sum + item.themesMost * (times[i] ?? 0), 0);
    this.work += (units + themes.length) * items.length * 3 + items.length * themes.length * 10;
    const next = treating(this.problem, times);
    return breachOf(this.problem, next) === null ? next : null;
  }
}

/** How much more or less often which items are held. */
type Step = readonly (readonly [item: number, by: number])[];

function stepsOf({ items }: ChoiceProblem): readonly Step[] {
  const each = [...items.keys()];
  const alone = each.flatMap((i) => [1, -1].map((by): Step => [[i, by]]));
  const pairs = each.flatMap((i) =>
    each
      .filter((j) => j !== i)
      .flatMap((j) =>
        [1, 2].flatMap((a) =>
          [1, 2].map(
            (b): Step => [
              [i, a],
              [j, -b],
            ],
          ),
        ),
      ),
  );
  const threes = each.flatMap((i) =>
    each.flatMap((j) =>
      each
        .filter((k) => k > j && k !== i && j !== i)
        .flatMap((k): Step[] => [
          [
            [i, 1],
            [j, -1],
            [k, -1],
          ],
          [
            [i, -1],
            [j, 1],
            [k, 1],
          ],
        ]),
    ),
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
  const { items, themes, demand } = problem;
  const themed = items.map(({ themeLeast }) => themes.map((_, t) => Math.max(0, themeLeast[t] ?? 0)));
  const left = items.map(({ item }, i) => {
    const used = (themed[i] ?? []).reduce((sum, n) => sum + n, 0);
    return item.themesMost * (times[i] ?? 0) - used;
  });
  const serves = items.map(({ item }) => servesOf(item));
  const places = themes.map((): Places => ({ beginner: 0, advanced: 0, both: 0 }));
  const put = (i: number, t: number, sessions: number): void => {
    const [at, kind] = [places[t], serves[i]];
    if (at !== undefined && kind !== undefined) at[kind] += sessions * (items[i]?.places ?? 0);
  };
  for (const [i, row] of themed.entries()) for (const [t, n] of row.entries()) put(i, t, n);
  const met = (t: number): number => {
    const [at, wanted] = [places[t], demand[t]];
    if (at === undefined || wanted === undefined) return 0;
    const { beginner, advanced } = metIn(at, wanted);
    return beginner + advanced;
  };
  const gains = items.map(() => themes.map(() => 0));
  const weigh = (t: number): void => {
    const now = met(t);
    for (let i = 0; i < items.length; i++) {
      const gain = gains[i];
      if (gain === undefined || items[i]?.themeLeast[t] === -1) continue;
      const isFull = (themed[i]?.[t] ?? 0) >= (times[i] ?? 0);
      if (!isFull) put(i, t, 1);
      gain[t] = met(t) - now;
      if (!isFull) put(i, t, -1);
    }
  };
  for (const t of themes.keys()) weigh(t);
  for (;;) {
    let best = { gain: 0, i: -1, t: -1 };
    for (const [i, row] of gains.entries())
      if ((left[i] ?? 0) > 0) for (const [t, gain] of row.entries()) if (gain > best.gain) best = { gain, i, t };
    const row = themed[best.i];
    if (row === undefined) return { times, themed };
    row[best.t] = (row[best.t] ?? 0) + 1;
    put(best.i, best.t, 1);
    left[best.i] = (left[best.i] ?? 0) - 1;
    weigh(best.t);
  }
}
