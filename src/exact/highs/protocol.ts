/** What travels between the caller and the thread that runs HiGHS. */
import type { MipArrays } from "./mip-model.js";

/** The simplex basis of a linear program: HiGHS's status of each column and row. */
export interface Basis {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
}

export interface MipTask {
  readonly kind: "mip";
  readonly model: MipArrays;
  /** Infinity: none */
  readonly seconds: number;
  readonly relativeGap: number;
  readonly absoluteGap: number;
  /** branch-and-bound nodes; null: no limit */
  readonly nodes: number | null;
  /** only solutions below it matter; null: all */
  readonly cutoff: number | null;
  readonly start: Float64Array | null;
  readonly seed: number;
}

export interface LpTask {
  readonly kind: "lp";
  /** its integrality is left aside */
  readonly model: MipArrays;
  readonly seconds: number;
  readonly basis: Basis | null;
  readonly seed: number;
}

export type Task = MipTask | LpTask;

/** How a run of HiGHS ended. `memory`: it outgrew its 2 GiB and its thread is lost. */
export type Ending = "optimal" | "infeasible" | "unbounded" | "limit" | "memory" | "failed";

/** A run's last word. */
export interface MipAnswer {
  readonly kind: "mip";
  readonly ending: Ending;
  /** HiGHS's dual bound, -Infinity if it had none */
  readonly bound: number;
  readonly x: Float64Array | null;
  /** how HiGHS ended, in words without data */
  readonly detail: string;
}
export interface LpAnswer {
  readonly kind: "lp";
  readonly ending: Ending;
  readonly objective: number;
  readonly x: Float64Array;
  readonly rowDuals: Float64Array;
  readonly reducedCosts: Float64Array;
  readonly basis: Basis;
  readonly detail: string;
}
export type Answer = MipAnswer | LpAnswer;

/** News on the way: a better solution, a better bound, or both. */
export interface Progress {
  readonly bound: number;
  readonly x: Float64Array | null;
}

export type FromWorker =
  | { readonly type: "progress"; readonly progress: Progress }
  | { readonly type: "answer"; readonly answer: Answer }
  | { readonly type: "fault"; readonly message: string };
