import type { MipModel } from "./mip-model.js";
import type { Basis, MipAnswer, Progress } from "./protocol.js";
import { runTask } from "./thread.js";

/** HiGHS looks at its clock only now and then; this much over, its thread is ended instead. Milliseconds. */
const GRACE_MS = 300;

export interface MipOptions {
  /** wall time, Infinity for none; kept within 0.3 s, as an overrun ends the thread */
  readonly seconds: number;
  /** stop once (objective − bound) / |objective| is at most this; default 0, to optimality */
  readonly relativeGap?: number;
  /** stop once objective − bound is at most this; default 0. Below 1 it still proves the optimum of whole costs */
  readonly absoluteGap?: number;
  /** stop after so many branch-and-bound nodes; with it and no time a solve is reproducible */
  readonly nodes?: number;
  /** ends the thread at once; what was found until then is the answer */
  readonly signal?: AbortSignal;
  /** only solutions that cost less matter: `infeasible` then means that there is none of those */
  readonly cutoff?: number;
  /** a whole point, one number per column, to start from; ignored by HiGHS where it breaks a limit */
  readonly start?: Float64Array;
  /** default 1 */
  readonly seed?: number;
  /** called for each better solution, and now and then for a better bound */
  readonly onProgress?: (progress: Progress) => void;
}

export interface MipResult {
  /** `infeasible`: no solution, or with a cutoff none below it */
  readonly status: "optimal" | "infeasible" | "limit" | "interrupted";
  /** of `x`, recomputed from the model; null without a solution */
  readonly objective: number | null;
  /**
   * No solution costs less (with a cutoff: no solution costs less than this or than the cutoff); floating point, so
   * take `roundedBound` of it. Infinity where there is no solution, -Infinity where nothing was proved.
   */
  readonly bound: number;
  /** one number per column, integer columns exactly whole */
  readonly x: Float64Array | null;
  /** why it ended, in words without data */
  readonly detail: string;
}

/**
 * Minimises a mixed-integer program with HiGHS in a worker thread that can be ended at any moment.
 * Solutions are handed out only after their integer columns were rounded and every row was checked again.
 * @throws RangeError on options out of range; Error where HiGHS refuses the model, or the model is unbounded
 */
export async function solveMip(model: MipModel, options: MipOptions): Promise<MipResult> {
  checkOptions(model, options);
  if (model.columns === 0) return withoutColumns(model);
  let bound = Number.NEGATIVE_INFINITY;
  let x: Float64Array | null = null;
  const outcome = await runTask(
    {
      kind: "mip",
      model: model.arrays(),
      seconds: options.seconds,
      relativeGap: options.relativeGap ?? 0,
      absoluteGap: options.absoluteGap ?? 0,
      nodes: options.nodes ?? null,
      cutoff: options.cutoff ?? null,
      start: options.start ?? null,
      seed: options.seed ?? 1,
    },
    options.seconds * 1000 + GRACE_MS,
    options.signal,
    (progress) => {
      bound = Math.max(bound, progress.bound);
      if (progress.x !== null) x = progress.x;
      options.onProgress?.(progress);
    },
  );
  if (outcome.type === "ended") {
    const status = outcome.why === "aborted" ? "interrupted" : "limit";
    const detail = {
      aborted: "interrupted",
      overrun: "time limit",
      memory: "HiGHS ran out of its memory",
      failed: "HiGHS ended its run with an error",
    }[outcome.why];
    return resultOf(model, options, { ending: "limit", bound, x, detail }, status);
  }
  if (outcome.answer.kind !== "mip") throw new Error("HiGHS answered another question than was asked");
  return resultOf(model, options, outcome.answer, null);
}

function resultOf(
  model: MipModel,
  options: MipOptions,
  answer: Pick<MipAnswer, "ending" | "bound" | "x" | "detail">,
  ended: "interrupted" | "limit" | null,
): MipResult {
  const { ending, x, detail } = answer;
  if (ending === "unbounded")
    throw new Error("the model is unbounded: a column without a limit lowers the cost forever");
  if (ending === "failed") throw new Error(`HiGHS failed: ${detail}`);
  // A sum may come to −0.
  const objective = x === null ? null : model.value(x) + 0;
  // HiGHS may end with a solution that is not below the cutoff, and then it need not be the best: there is nothing below.
  const beyond =
    ending === "optimal" && objective !== null && objective >= (options.cutoff ?? Number.POSITIVE_INFINITY);
  if (ending === "infeasible" || beyond) {
    return {
      status: "infeasible",
      objective: null,
      bound: options.cutoff ?? Number.POSITIVE_INFINITY,
      x: null,
      detail,
    };
  }
  // Above the objective, or above the cutoff beyond which HiGHS did not look, its bound says nothing.
  const bound = Math.min(
    answer.bound,
    objective ?? Number.POSITIVE_INFINITY,
    options.cutoff ?? Number.POSITIVE_INFINITY,
  );
  return { status: ended ?? (ending === "optimal" ? "optimal" : "limit"), objective, bound, x, detail };
}

/** HiGHS calls a model without columns empty and does not look at its rows. */
function withoutColumns(model: MipModel): MipResult {
  if (model.violations([], 0).length > 0) {
    return { status: "infeasible", objective: null, bound: Number.POSITIVE_INFINITY, x: null, detail: "no columns" };
  }
  const objective = model.offset;
  return { status: "optimal", objective, bound: objective, x: new Float64Array(0), detail: "no columns" };
}

function checkOptions(model: MipModel, options: MipOptions): void {
  const atLeastZero = { seconds: options.seconds, relativeGap: options.relativeGap, absoluteGap: options.absoluteGap };
  for (const [name, value] of Object.entries(atLeastZero)) {
    if (value !== undefined && !(value >= 0)) throw new RangeError(`${name} is ${value}; give a number, 0 or more`);
  }
  for (const [name, value] of Object.entries({ nodes: options.nodes, seed: options.seed })) {
    if (value !== undefined && (!Number.isInteger(value) || value < 0)) {
      throw new RangeError(`${name} is ${value}; give a whole number, 0 or more`);
    }
  }
  if (options.cutoff !== undefined && Number.isNaN(options.cutoff)) {
    throw new RangeError("cutoff is NaN; give a number, or leave it out");
  }
  if (options.start !== undefined && options.start.length !== model.columns) {
    throw new RangeError(`start has ${options.start.length} numbers for ${model.columns} columns; give one per column`);
  }
}

export interface LpOptions {
  readonly seconds: number;
  readonly signal?: AbortSignal;
  /**
   * the basis of a related program, to start from: as many columns and rows, or fewer where some were added since
   * (new columns then start at their lower limit, new rows basic)
   */
  readonly basis?: Basis;
  /** default 1 */
  readonly seed?: number;
}

export interface LpResult {
  readonly status: "optimal" | "infeasible" | "limit" | "interrupted";
  /** null unless optimal */
  readonly objective: number | null;
  /** one per column */
  readonly x: Float64Array;
  /** one per row: what the objective rises by per unit of the row's limit; 0 or more for a lower limit, 0 or less for an upper */
  readonly rowDuals: Float64Array;
  /** one per column: cost − Σ rowDual × coefficient */
  readonly reducedCosts: Float64Array;
  /** to start the next, related program from; null where HiGHS has none */
  readonly basis: Basis | null;
}

/** HiGHS's basis statuses of what was added since the basis was taken. */
const AT_LOWER = 0;
const BASIC = 1;

/**
 * Solves the linear relaxation of a model (integrality left aside) and gives its multipliers. For a proof take
 * `safeLpBound(model, rowDuals)` and not the objective: it holds whatever HiGHS's tolerances let pass.
 * @throws RangeError on a basis that is longer than the model; Error where HiGHS refuses the model or it is unbounded
 */
export async function solveLp(model: MipModel, options: LpOptions): Promise<LpResult> {
  const { basis } = options;
  if (basis !== undefined && (basis.columns.length > model.columns || basis.rows.length > model.rows)) {
    throw new RangeError(
      `the basis has ${basis.columns.length} columns and ${basis.rows.length} rows, the model ${model.columns} and ${model.rows}; only more may have been added`,
    );
  }
  const outcome = await runTask(
    {
      kind: "lp",
      model: model.arrays(),
      seconds: options.seconds,
      basis: basis === undefined ? null : grown(basis, model.columns, model.rows),
      seed: options.seed ?? 1,
    },
    options.seconds * 1000 + GRACE_MS,
    options.signal,
    () => undefined,
  );
  const none = new Float64Array(0);
  if (outcome.type === "ended") {
    const status = outcome.why === "aborted" ? "interrupted" : "limit";
    return { status, objective: null, x: none, rowDuals: none, reducedCosts: none, basis: null };
  }
  const { answer } = outcome;
  if (answer.kind !== "lp") throw new Error("HiGHS answered another question than was asked");
  if (answer.ending === "unbounded") throw new Error("the linear program is unbounded");
  if (answer.ending === "failed") throw new Error(`HiGHS failed: ${answer.detail}`);
  const status = answer.ending === "optimal" || answer.ending === "infeasible" ? answer.ending : "limit";
  return {
    status,
    objective: status === "optimal" ? answer.objective : null,
    x: answer.x,
    rowDuals: answer.rowDuals,
    reducedCosts: answer.reducedCosts,
    basis: answer.basis.columns.length === 0 ? null : answer.basis,
  };
}

function grown(basis: Basis, columns: number, rows: number): Basis {
  const larger = { columns: new Int32Array(columns).fill(AT_LOWER), rows: new Int32Array(rows).fill(BASIC) };
  larger.columns.set(basis.columns);
  larger.rows.set(basis.rows);
  return larger;
}
