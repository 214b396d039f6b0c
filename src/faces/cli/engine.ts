/** What the commands call in the rooms below. Each room is loaded when it is first needed, so that `--help` is quick. */

import type { RecruitOptions, RecruitOutcome, RecruitPorts } from "../../advice/recruit/types.js";
import type { Repair, RepairOptions, RepairTask } from "../../advice/repair/types.js";
import type { WhatifOptions, WhatifOutcome } from "../../advice/whatif-api.js";
import type { Edits, Scenarios } from "../../model/edit-types.js";
import type { Plan, Season, Session, Verdict } from "../../model/types.js";
import type { OpenSession, SeasonSource, SolveEvent, SolveOptions, SolveOutcome } from "../../solve/api.js";

export interface Engine {
  /** @throws InputError */
  readonly readSeason: (bytes: Uint8Array, what: string) => Promise<Season>;
  /** one session, judged in its season. @throws InputError */
  readonly readSession: (bytes: Uint8Array, season: Season, what: string) => Promise<Session>;
  /** suggestions, explanations, what-ifs, repairs: the whole room, loaded */
  readonly advice: () => Promise<typeof import("../../advice/index.js")>;
  /** @throws InputError */
  readonly readPlan: (bytes: Uint8Array, season: Season, what: string) => Promise<Plan>;
  /** the independent check, loaded */
  readonly check: () => Promise<(season: Season, plan: Plan) => Verdict>;
  /** why sessions of a plan that breaks no rule are open */
  readonly openReasons: (season: Season, plan: Plan) => Promise<readonly OpenSession[]>;
  /** kinds of trainer that would help a season most; the plan breaks no rule */
  readonly recruit: (
    season: Season,
    plan: Plan,
    options: RecruitOptions,
    ports: RecruitPorts,
  ) => Promise<RecruitOutcome>;
  /** @throws InputError where the source is refused */
  readonly solve: (
    source: SeasonSource,
    options: SolveOptions,
    onEvent: (event: SolveEvent) => void,
  ) => Promise<SolveOutcome>;
  /** @throws InputError */
  readonly readEdits: (bytes: Uint8Array, season: Season, what: string) => Promise<Edits>;
  /**
   * What a plan's edits ask of a repair; null: no edits.
   * @throws InputError where an edit cannot be applied
   */
  readonly repairTask: (season: Season, plan: Plan, edits: Edits | null, what: string) => Promise<RepairTask>;
  readonly repair: (task: RepairTask, options: Omit<RepairOptions, "solve" | "wait">) => Promise<Repair>;
  readonly readScenarios: (bytes: Uint8Array, season: Season, what: string) => Promise<Scenarios>;
  /**
   * @param options `solve` where others are to solve
   * @throws InputError where an edit cannot be applied, BrokenPlanError where the plan breaks a rule
   */
  readonly whatif: (
    season: Season,
    scenarios: Scenarios,
    options: Omit<WhatifOptions, "solve"> & Partial<Pick<WhatifOptions, "solve">>,
  ) => Promise<WhatifOutcome>;
}

/** The rooms themselves. */
export const engine: Engine = {
  readSeason: async (bytes, what) => (await import("../../model/index.js")).readSeason(bytes, what),
  readSession: async (bytes, season, what) => {
    const { decode, parseSession } = await import("../../model/index.js");
    return parseSession(decode(bytes, what), season, what);
  },
  advice: async () => import("../../advice/index.js"),
  readPlan: async (bytes, season, what) => (await import("../../model/index.js")).readPlan(bytes, season, what),
  check: async () => (await import("../../check/check.js")).check,
  openReasons: async (season, plan) => (await import("../../solve/index.js")).openReasons(season, plan),
  recruit: async (season, plan, options, ports) =>
    (await import("../../advice/recruit/recruit.js")).recruit(season, plan, options, ports),
  solve: async (source, options, onEvent) => (await import("../../solve/solve.js")).solve(source, options, onEvent),
  readEdits: async (bytes, season, what) => (await import("../../model/index.js")).readEdits(bytes, season, what),
  repairTask: async (season, plan, edits, what) => {
    const { plainRepairTask, repairTask } = await import("../../advice/repair/known.js");
    if (edits === null) return plainRepairTask(season, plan);
    const { applyEdits } = await import("../../model/index.js");
    return repairTask(plan, applyEdits(season, plan, edits.edits, { what }));
  },
  repair: async (task, options) => {
    const [{ repair }, { solve }] = await Promise.all([
      import("../../advice/repair/repair.js"),
      import("../../solve/index.js"),
    ]);
    const wait = (ms: number): Promise<void> =>
      new Promise((resolve) => (ms > 0 ? setTimeout(resolve, ms) : setImmediate(resolve)));
    return repair(task, { ...options, solve, wait });
  },
  readScenarios: async (bytes, season, what) =>
    (await import("../../model/index.js")).readScenarios(bytes, season, what),
  whatif: async (season, scenarios, options) => {
    const [{ whatif }, { solve }] = await Promise.all([
      import("../../advice/whatif.js"),
      import("../../solve/index.js"),
    ]);
    return whatif(season, scenarios, { solve, ...options });
  },
};
