/** Recruiting for tiny seasons, in so many steps and without a clock. */
import { recruit } from "../../src/advice/recruit/recruit.js";
import type { RecruitEvent, RecruitOptions, RecruitOutcome, RecruitPorts } from "../../src/advice/recruit/types.js";
import type { Plan, Season } from "../../src/model/types.js";
import { solve } from "../../src/solve/index.js";

const STEPS = { time: Number.POSITIVE_INFINITY, steps: 40, seed: 1, threads: 1 } as const;
export const OPTIONS: RecruitOptions = { ...STEPS, top: 3, view: "full" };

/** A plan that breaks no rule, found in no time. */
export async function quickPlan(season: Season): Promise<Plan> {
  return (await solve({ season }, { ...STEPS, gap: 0, steps: 0 })).plan;
}

export async function recruits(
  season: Season,
  options: Partial<RecruitOptions> = {},
  onEvent?: (event: RecruitEvent) => void,
  solver: RecruitPorts["solve"] = (of, how) => solve({ season: of }, how),
): Promise<RecruitOutcome> {
  return recruit(
    season,
    await quickPlan(season),
    { ...OPTIONS, ...options },
    {
      clock: () => {
        throw new Error("no clock where steps are counted");
      },
      solve: solver,
      ...(onEvent === undefined ? {} : { onEvent }),
    },
  );
}

/** The answer as a text, without the milliseconds of its plannings. */
export function timeless(outcome: RecruitOutcome): string {
  return JSON.stringify(outcome, (key, value: unknown) => (key === "ms" ? undefined : value));
}
