/** What the commands call in the rooms below. Each room is loaded when it is first needed, so that `--help` is quick. */
import type { Plan, Season } from "../../model/types.js";
import type { Judge } from "../../papers/index.js";
import type { SeasonSource, SolveEvent, SolveOptions, SolveOutcome } from "../../solve/api.js";

export interface Engine {
  /** @throws InputError */
  readonly readSeason: (bytes: Uint8Array, what: string) => Promise<Season>;
  /** @throws InputError */
  readonly readPlan: (bytes: Uint8Array, season: Season, what: string) => Promise<Plan>;
  /** the independent check, loaded */
  readonly check: () => Promise<Judge>;
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
  solve: async (source, options, onEvent) => (await import("../../solve/index.js")).solve(source, options, onEvent),
};
