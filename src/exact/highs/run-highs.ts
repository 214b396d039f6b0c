import highsPackage, { type Highs, type Model, type ModelData, type ModelStatusCode } from "highs";
import { breachesAt, type MipArrays } from "./mip-model.js";
import type { Answer, Ending, LpAnswer, LpTask, MipAnswer, MipTask, Progress, Task } from "./protocol.js";
import { DUAL_FEASIBILITY, MIP_FEASIBILITY, PRIMAL_FEASIBILITY, ROUNDED_ROW } from "./tolerances.js";

/**
 * The package's types describe its CommonJS build (`module.exports.default`); its ESM build, which Node loads here,
 * exports the loader itself.
 */
const loadHighs = highsPackage as unknown as typeof highsPackage.default;

/** HiGHS counts nodes and takes seeds as 32-bit numbers. */
const LARGEST_INT = 2_147_483_647;

const ENDINGS: Readonly<Record<number, readonly [Ending, string]>> = {
  7: ["optimal", "optimal"],
  8: ["infeasible", "infeasible"],
  9: ["infeasible", "infeasible or unbounded"],
  10: ["unbounded", "unbounded"],
  11: ["infeasible", "nothing below the cutoff"],
  13: ["limit", "time limit"],
  14: ["limit", "iteration limit"],
  16: ["limit", "node limit"],
  17: ["limit", "interrupted"],
};

/** Loads HiGHS; one instance serves any number of runs, one after the other. */
export function openHighs(): Promise<Highs> {
  // Its own prints would mix with a face's output; what matters comes back as a status.
  return loadHighs({ print: () => undefined, printErr: () => undefined });
}

/**
 * Runs one model, synchronously, and tells of better solutions and bounds on the way.
 * @throws Error where HiGHS refuses the model or an option; WebAssembly.RuntimeError where it runs out of memory
 */
export function runHighs(highs: Highs, task: Task, onProgress: (progress: Progress) => void): Answer {
  const model = highs.createModel(modelData(task));
  try {
    model.options.set({
      output_flag: false,
      random_seed: task.seed % LARGEST_INT,
      primal_feasibility_tolerance: PRIMAL_FEASIBILITY,
      dual_feasibility_tolerance: DUAL_FEASIBILITY,
    });
    if (Number.isFinite(task.seconds)) model.options.set("time_limit", Math.max(0, task.seconds));
    return task.kind === "mip" ? runMip(highs, model, task, onProgress) : runLp(highs, model, task);
  } finally {
    model.dispose();
  }
}

function modelData(task: Task): ModelData {
  const { model } = task;
  const numRows = model.rowLower.length;
  const numCols = model.cost.length;
  return {
    numCols,
    numRows,
    offset: model.offset,
    colCost: model.cost,
    colLower: model.lower,
    colUpper: model.upper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: { format: "csr", numRows, numCols, starts: model.starts, indices: model.indices, values: model.values },
    ...(task.kind === "mip" ? { integrality: Int32Array.from(model.integer) } : {}),
  };
}

function runMip(highs: Highs, model: Model, task: MipTask, onProgress: (progress: Progress) => void): MipAnswer {
  model.options.set({
    mip_rel_gap: task.relativeGap,
    mip_abs_gap: task.absoluteGap,
    mip_feasibility_tolerance: MIP_FEASIBILITY,
  });
  if (task.nodes !== null) model.options.set("mip_max_nodes", Math.min(LARGEST_INT, task.nodes));
  if (task.cutoff !== null) model.options.set("objective_bound", task.cutoff);
  if (task.start !== null) model.setSolution({ colValue: task.start });

  let bound = Number.NEGATIVE_INFINITY;
  const { callbackType } = highs.constants;
  const status = runTwice(
    model,
    () =>
      model.run({
        [callbackType.mipImprovingSolution](event) {
          const found = event.data.mip_solution;
          const x = found === undefined ? null : rounded(task.model, found);
          if (x !== null) onProgress({ bound, x });
          return undefined;
        },
        [callbackType.mipInterrupt](event) {
          const better = event.data.mip_dual_bound ?? Number.NEGATIVE_INFINITY;
          if (better > bound && better < Number.POSITIVE_INFINITY) {
            bound = better;
            onProgress({ bound, x: null });
          }
          return undefined;
        },
      }).modelStatus,
  );
  const [ending, detail] = endingOf(status);
  const solved = Number(model.info.get("primal_solution_status")) === highs.constants.solutionStatus.feasible;
  const x = solved ? rounded(task.model, model.getSolution().colValue) : null;
  const dual = Number(model.info.get("mip_dual_bound"));
  // At a limit the last word can be coarser than what was proved before it (a limit inside presolve resets it).
  const best = Number.isFinite(dual) ? Math.max(dual, bound) : bound;
  if (ending === "optimal" && x === null) {
    return { kind: "mip", ending: "limit", bound: best, x: null, detail: "its solution breaks a row once rounded" };
  }
  return { kind: "mip", ending, bound: best, x, detail };
}

function runLp(highs: Highs, model: Model, task: LpTask): LpAnswer {
  // Presolve would throw the given basis away.
  if (task.basis !== null) {
    model.options.set("presolve", "off");
    model.setBasis({ colStatus: task.basis.columns, rowStatus: task.basis.rows });
  }
  const status = runTwice(model, () => model.run().modelStatus);
  const [ending, detail] = endingOf(status);
  const solution = model.getSolution();
  const valid = Number(model.info.get("basis_validity")) === highs.constants.basisValidity.valid;
  const basis = valid ? model.getBasis() : { colStatus: new Int32Array(0), rowStatus: new Int32Array(0) };
  return {
    kind: "lp",
    ending,
    objective: model.getObjectiveValue(),
    x: solution.colValue,
    rowDuals: solution.rowDual,
    reducedCosts: solution.colDual,
    basis: { columns: basis.colStatus, rows: basis.rowStatus },
    detail,
  };
}

/** Presolve alone cannot always tell infeasible from unbounded; a run without it can. */
function runTwice(model: Model, run: () => ModelStatusCode): ModelStatusCode {
  const status = run();
  if (status !== 9) return status;
  model.options.set("presolve", "off");
  return run();
}

function endingOf(status: number): readonly [Ending, string] {
  return ENDINGS[status] ?? ["failed", `HiGHS's model status ${status}`];
}

/** The point with its integer columns whole and inside their limits, or null where that breaks a row. */
function rounded(model: MipArrays, found: Float64Array): Float64Array | null {
  const x = Float64Array.from(found, (value, j) => {
    const inside = Math.min(model.upper[j] ?? value, Math.max(model.lower[j] ?? value, value));
    // Adding 0 turns -0 into 0.
    return (model.integer[j] === 1 ? Math.round(inside) : inside) + 0;
  });
  return breachesAt(model, x, ROUNDED_ROW).length === 0 ? x : null;
}
