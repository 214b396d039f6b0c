/** The choice as an integer program for javascript-lp-solver. Its answers are taken for proposals: they can lie below the optimum. */
import jslpPackage, { type Model } from "javascript-lp-solver";
import { breachOf, type Choice, type ChoiceProblem } from "./problem.js";

/** The package's types describe its CommonJS build; its ESM build, which Node loads here, exports the solver itself. */
const solver = jslpPackage as unknown as typeof jslpPackage.default;

/** Branching ends after so many milliseconds by the solver's own clock; the search then has the word. */
const PATIENCE_MS = 500;

/** @returns what the solver proposes, where that is sound in whole numbers; else null */
export function proposal(problem: ChoiceProblem): Choice | null {
  const answer = solver.Solve({ ...model(problem), timeout: PATIENCE_MS });
  if (typeof answer !== "object" || answer === null || !("feasible" in answer) || answer.feasible !== true) return null;
  const values: Readonly<Record<string, unknown>> = { ...answer };
  const at = (name: string) => Math.round(Number(values[name] ?? 0));
  const choice: Choice = {
    times: problem.items.map((_, i) => at(`x${i}`)),
    themed: problem.items.map((_, i) => problem.themes.map((_, t) => at(`z${i}_${t}`))),
  };
  return breachOf(problem, choice) === null ? choice : null;
}

/** x: times held; z: sessions with a theme; y: people of a level who find a place. */
function model({ items, themes, demand, budget, room }: ChoiceProblem): Model {
  const constraints: Record<string, { min?: number; max?: number }> = { fees: { max: budget }, room: { max: room } };
  const variables: Record<string, Record<string, number>> = {};
  const ints: Record<string, 1> = {};
  for (const [t] of themes.entries())
    for (const level of ["beginner", "advanced"] as const)
      constraints[`want${t}${level}`] = { max: demand[t]?.[level] ?? 0 };
  for (const [i, { item, places, fee, least, most, themeLeast, takesRoom }] of items.entries()) {
    const held: Record<string, number> = { worth: -fee, fees: fee, [`times${i}`]: 1, [`slots${i}`]: -item.themesMost };
    if (takesRoom) held.room = 1;
    constraints[`times${i}`] = { min: least, max: most };
    constraints[`slots${i}`] = { max: 0 };
    for (const [t] of themes.entries()) {
      if (themeLeast[t] === -1) continue;
      held[`held${i}_${t}`] = -1;
      constraints[`held${i}_${t}`] = { max: 0 };
      constraints[`seats${i}_${t}`] = { max: 0 };
      constraints[`least${i}_${t}`] = { min: themeLeast[t] ?? 0 };
      variables[`z${i}_${t}`] = {
        [`slots${i}`]: 1,
        [`held${i}_${t}`]: 1,
        [`least${i}_${t}`]: 1,
        [`seats${i}_${t}`]: -places,
      };
      ints[`z${i}_${t}`] = 1;
      for (const level of item.levels)
        variables[`y${i}_${t}${level}`] = { worth: budget + 1, [`seats${i}_${t}`]: 1, [`want${t}${level}`]: 1 };
    }
    variables[`x${i}`] = held;
    ints[`x${i}`] = 1;
  }
  return { optimize: "worth", opType: "max", constraints, variables, ints };
}
