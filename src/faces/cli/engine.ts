/** What the commands call in the rooms below. Each room is loaded when it is first needed, so that `--help` is quick. */
import type { Plan, Season, Verdict } from "../../model/types.js";
import type { OpenSession, SeasonSource, SolveEvent, SolveOptions, SolveOutcome } from "../../solve/api.js";

export interface Engine {
  /** @throws InputError */
  readonly readSeason: (bytes: Uint8Array, what: string) => Promise<Season>;
  /** @throws InputError */
  readonly readPlan: (bytes: Uint8Array, season: Season, what: string) => Promise<Plan>;
  /** the independent check, loaded */
  readonly check: () => Promise<(season: Season, plan: Plan) => Verdict>;
  /** why sessions of a plan that breaks no rule are open */
  readonly openReasons: (season: Season, plan: Plan) => Promise<readonly OpenSession[]>;
  /** explanations of a plan that breaks no rule, loaded */
  readonly advice: () => Promise<Pick<typeof import("../../advice/index.js"), "explain" | "leansOn">>;
  /** @throws InputError where the source is refused */
  readonly solve: (
    source: SeasonSource,
    options: SolveOptions,
    onEvent: (event: SolveEvent) => void,
  ) => Promise<SolveOutcome>;
}

/** The rooms themselves. */
export const engine: Engine = {
  readSeason: async (bytes, what) => (await import("../../model/index.js")).readSeason(bytes, what),
  readPlan: async (bytes, season, what) => (await import("../../model/index.js")).readPlan(bytes, season, what),
  check: async () => (await import("../../check/check.js")).check,
  openReasons: async (season, plan) => (await import("../../solve/index.js")).openReasons(season, plan),
  advice: async () => import("../../advice/index.js"),
  solve: async (source, options, onEvent) => (await import("../../solve/index.js")).solve(source, options, onEvent),
};
