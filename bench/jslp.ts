/** A model for javascript-lp-solver, and its answer as a point of ours. It says of no answer whether it is right. */
import jslpPackage, { type Model } from "javascript-lp-solver";
import type { MipModel } from "../src/exact/highs/index.js";

/** The package's types describe its CommonJS build; its ESM build, which Node loads here, exports the solver itself. */
const solver = jslpPackage as unknown as typeof jslpPackage.default;

export interface JslpAnswer {
  /** null where it found the model infeasible or unbounded */
  readonly x: Float64Array | null;
  /** what is wrong with the answer, or null */
  readonly wrong: string | null;
  /** its time was over before it was done: what it found until then, and no claim to be the optimum */
  readonly stopped: boolean;
}

/** How far a row may be broken before the answer counts as wrong. */
const TOLERANCE = 1e-6;

/**
 * Solves a model, synchronously: put it in a process that can be ended, as it looks at its clock between branches only.
 * @param seconds after which it stops branching
 */
export function solveWithJslp(model: MipModel, seconds = Number.POSITIVE_INFINITY): JslpAnswer {
  const begin = performance.now();
  // Its time counts from its first branch, and 0 means none.
  const limit = Number.isFinite(seconds) ? { timeout: Math.max(1, Math.round(seconds * 1000)) } : {};
  const result = solver.Solve({ ...jslpModel(model), ...limit });
  const stopped = performance.now() - begin >= seconds * 1000;
  if (typeof result !== "object" || result === null || !("feasible" in result) || !result.feasible)
    return { x: null, wrong: null, stopped };
  const values: Readonly<Record<string, unknown>> = { ...result };
  const { lower, integer } = model.view();
  const x = Float64Array.from(lower, (low, j) => {
    const value = shift(low) + Number(values[`x${j}`] ?? 0);
    // Its whole numbers come back as 0.9999999.
    return integer[j] === 1 && Math.abs(value - Math.round(value)) < TOLERANCE ? Math.round(value) : value;
  });
  const breaches = model.violations(x, TOLERANCE);
  return {
    x,
    wrong: breaches.length === 0 ? null : `its answer breaks ${breaches.length} limits of the model`,
    stopped,
  };
}

/** Its variables begin at 0, so each column is counted from its lower limit. */
export function jslpModel(model: MipModel): Model {
  const { cost, lower, upper, integer, rowLower, rowUpper, starts, indices, values } = model.view();
  const variables: Record<string, Record<string, number>> = {};
  const constraints: Record<string, { min?: number; max?: number }> = {};
  const ints: Record<string, 1> = {};
  const unrestricted: Record<string, 1> = {};
  for (let j = 0; j < cost.length; j++) {
    const column: Record<string, number> = { cost: cost[j] ?? 0 };
    variables[`x${j}`] = column;
    if (integer[j] === 1) ints[`x${j}`] = 1;
    if (lower[j] === Number.NEGATIVE_INFINITY) unrestricted[`x${j}`] = 1;
    const width = (upper[j] ?? 0) - shift(lower[j] ?? 0);
    if (Number.isFinite(width)) {
      column[`u${j}`] = 1;
      constraints[`u${j}`] = { max: width };
    }
  }
  for (let i = 0; i < rowLower.length; i++) {
    let moved = 0;
    for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k++) {
      const j = indices[k] ?? 0;
      const column = variables[`x${j}`];
      if (column !== undefined) column[`r${i}`] = values[k] ?? 0;
      moved += (values[k] ?? 0) * shift(lower[j] ?? 0);
    }
    const min = (rowLower[i] ?? 0) - moved;
    const max = (rowUpper[i] ?? 0) - moved;
    constraints[`r${i}`] = { ...(Number.isFinite(min) ? { min } : {}), ...(Number.isFinite(max) ? { max } : {}) };
  }
  return { optimize: "cost", opType: "min", constraints, variables, ints, unrestricted };
}

function shift(lower: number): number {
  return Number.isFinite(lower) ? lower : 0;
}
