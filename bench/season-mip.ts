/**
 * The seam between the bench and the exact room: the plain MIP of a season. The bench never builds rows itself, so that
 * the MIP that it measures is the one that the rules emit.
 */
import type { MipModel } from "../src/exact/highs/index.js";
import type { Plan, Season } from "../src/model/index.js";

export interface SeasonMip {
  readonly model: MipModel;
  /** The plan that a solution of the model stands for, its cost and bound left out. */
  readonly planOf: (x: Float64Array) => Plan;
}

/** Builds the plain MIP of a season, every rule and cost in it. */
export type BuildSeasonMip = (season: Season) => SeasonMip;

/** The builder of `src/exact`; null until there is one, and then `mip` and `jslp` say that they cannot run. */
export const buildSeasonMip: BuildSeasonMip | null = null;
