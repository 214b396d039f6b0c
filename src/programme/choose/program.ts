/**
 * The choice as a linear program for javascript-lp-solver, and a proposal by diving: what is whole in its answer is fixed, of the rest one
 * number is rounded to whichever side is worth more, and it is asked again. Its answers are taken for proposals: they can lie below the optimum. The programs
 * are counted and no clock is read, so that the same problem gives the same proposal on any machine.
 */
import jslpPackage, { type Model } from "javascript-lp-solver";
import { breachOf, type Choice, type ChoiceProblem } from "./problem.js";

/** The package's types describe its CommonJS build; its ESM build, which Node loads here, exports the solver itself. */
const solver = jslpPackage as unknown as typeof jslpPackage.default;

/** Programs that are solved for one proposal. */
const MOST_PROGRAMS = 120;
/** What the solver's floating point may be off by in a whole number. */
const WHOLE = 1e-6;

/** What a number of the choice is at least and at most. */
interface Range {
  readonly low: number;
  readonly high: number;
}
/** Of each number of sessions: `x0` of an item, `z0_1` of an item and a theme. */
type Ranges = ReadonlyMap<string, Range>;
type Values = Readonly<Record<string, number>>;

/** @returns what the solver proposes, where that is sound in whole numbers; else null */
export function proposal(problem: ChoiceProblem): Choice | null {
  let ranges = rangesOf(problem);
  let values = solved(problem, ranges);
  for (let programs = 1; values !== null && programs < MOST_PROGRAMS; ) {
    const [settled, open] = settledBy(ranges, values);
    if (open === null) return choiceOf(problem, values);
    const value = values[open] ?? 0;
    values = null;
    // Down is what money, period and places always allow; up, where they do and it is worth more.
    for (const whole of [Math.floor(value), Math.ceil(value)]) {
      const tried = new Map(settled).set(open, { low: whole, high: whole });
      const found = solved(problem, tried);
      programs++;
      if (found === null || worthIn(found) <= worthIn(values)) continue;
      values = found;
      ranges = tried;
    }
  }
  return null;
}

const worthIn = (values: Values | null): number => values?.result ?? Number.NEGATIVE_INFINITY;

/**
 * Fixes what is whole: how often items are held, and once that is all whole, how often they treat a theme.
 * @returns the ranges, and of what is not whole that of which the largest part is over; null where all is whole
 */
function settledBy(ranges: Ranges, values: Values): readonly [Ranges, string | null] {
  const next = new Map(ranges);
  for (const kind of ["x", "z"]) {
    let open: { readonly name: string; readonly part: number } | null = null;
    for (const [name, { low, high }] of ranges) {
      if (!name.startsWith(kind) || low === high) continue;
      const value = values[name] ?? 0;
      const whole = Math.round(value);
      const part = value - Math.floor(value);
      if (Math.abs(value - whole) <= WHOLE) next.set(name, { low: whole, high: whole });
      else if (open === null || part > open.part) open = { name, part };
    }
    if (open !== null) return [next, open.name];
  }
  return [next, null];
}

function choiceOf(problem: ChoiceProblem, values: Values): Choice | null {
  const at = (name: string) => Math.round(values[name] ?? 0);
  const choice: Choice = {
    times: problem.items.map((_, i) => at(`x${i}`)),
    themed: problem.items.map((_, i) => problem.themes.map((_, t) => at(`z${i}_${t}`))),
  };
  return breachOf(problem, choice) === null ? choice : null;
}

function rangesOf({ items, themes }: ChoiceProblem): Ranges {
  return new Map(
    items.flatMap(({ least, most, themeLeast }, i) => [
      ...themes.flatMap((_, t): [string, Range][] =>
        themeLeast[t] === -1 ? [] : [[`z${i}_${t}`, { low: themeLeast[t] ?? 0, high: most }]],
      ),
      [`x${i}`, { low: least, high: most }] as [string, Range],
    ]),
  );
}

/** The best parts of sessions within these ranges; null where there are none. */
function solved(problem: ChoiceProblem, ranges: Ranges): Values | null {
  const answer = solver.Solve(model(problem, ranges));
  if (typeof answer !== "object" || answer === null || !("feasible" in answer) || answer.feasible !== true) return null;
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, Number(value)]));
}

/** x: times held; z: sessions with a theme; y: people of a level who find a place. */
function model({ items, themes, demand, budget, room }: ChoiceProblem, ranges: Ranges): Model {
  const constraints: Record<string, { min?: number; max?: number }> = { fees: { max: budget }, room: { max: room } };
  const variables: Record<string, Record<string, number>> = {};
  for (const [name, { low, high }] of ranges) constraints[`is${name}`] = { min: low, max: high };
  for (const [t] of themes.entries())
    for (const level of ["beginner", "advanced"] as const)
      constraints[`want${t}${level}`] = { max: demand[t]?.[level] ?? 0 };
  for (const [i, { item, places, fee, themeLeast, takesRoom }] of items.entries()) {
    const held: Record<string, number> = { worth: -fee, fees: fee, [`isx${i}`]: 1, [`slots${i}`]: -item.themesMost };
    if (takesRoom) held.room = 1;
    constraints[`slots${i}`] = { max: 0 };
    for (const [t] of themes.entries()) {
      if (themeLeast[t] === -1) continue;
      held[`held${i}_${t}`] = -1;
      constraints[`held${i}_${t}`] = { max: 0 };
      constraints[`seats${i}_${t}`] = { max: 0 };
      variables[`z${i}_${t}`] = {
        [`slots${i}`]: 1,
        [`held${i}_${t}`]: 1,
        [`isz${i}_${t}`]: 1,
        [`seats${i}_${t}`]: -places,
      };
      for (const level of item.levels)
        variables[`y${i}_${t}${level}`] = { worth: budget + 1, [`seats${i}_${t}`]: 1, [`want${t}${level}`]: 1 };
    }
    variables[`x${i}`] = held;
  }
  return { optimize: "worth", opType: "max", constraints, variables };
}
