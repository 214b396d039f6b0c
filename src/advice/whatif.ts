/** What if: plans each scenario of a season and compares it with the plan, saying better only where bounds prove it. */
import { check } from "../check/check.js";
import { applyScenarios, type Edited, type Scenario, type Scenarios } from "../model/index.js";
import type { Plan, Season } from "../model/types.js";
import type { SolveEvent, SolveOptions, SolveOutcome } from "../solve/api.js";
import { changesOf } from "./changes.js";
import { assertAskable, redactCosts, type View } from "./redact.js";
import { timeAgain } from "./second-round.js";
import { standingPart } from "./start.js";
import {
  BrokenPlanError,
  type ScenarioResult,
  type WhatifOptions,
  type WhatifOutcome,
  type WhatifResult,
} from "./whatif-api.js";

/** One season to plan: the base, or a scenario with what its edits did. */
interface Task {
  readonly scenario: Scenario | null;
  readonly season: Season;
  /** the plan as it stands after the edits; it may break rules */
  readonly start: Plan | null;
  readonly edited: Edited | null;
}

/** The first look takes the time of a scenario, and once more for so many: all of them gain by its prices. */
const SHARE = 16;

/**
 * Plans each scenario and compares it with the plan. First comes one look at the season as it is: its prices are where the bounds of all others start, and without a plan its plan is the plan. Then the base
 * is planned again in the same time and from the same start as each scenario, so that what a scenario gains is its own. With a gap, those
 * that are within it end, and the time that they leave goes to those that are not.
 * @throws InputError where an edit cannot be applied, or is not the reader's to ask, with every fault of all scenarios
 * @throws BrokenPlanError where the plan breaks a rule
 */
export async function whatif(season: Season, scenarios: Scenarios, options: WhatifOptions): Promise<WhatifOutcome> {
  const { plan: given, signal, threads, what, onProgress = () => undefined } = options;
  assertAskable(scenarios, what ?? "the scenarios", options.view);
  if (given !== undefined) assertSound(season, given);
  const asGiven = applyScenarios(season, given ?? null, scenarios, what);
  const of = scenarios.scenarios.length + 1;
  const look: WhatifOptions = {
    ...options,
    gap: 0,
    time: options.time * Math.max(1, scenarios.scenarios.length / SHARE),
  };
  const first = await solveTask(
    look,
    { season, start: given ?? null },
    { prices: true, threads: threads > 1 ? 2 : 1 },
    (event) => onProgress({ scenario: null, done: 0, of, ended: false, event }),
  );
  const plan = given ?? first.plan;
  const edited = given === undefined ? applyScenarios(season, plan, scenarios, what) : asGiven;
  const base: Task = { scenario: null, season, start: plan, edited: null };
  const tasks = [base, ...tasksOf(scenarios, edited)];
  const warm = first.prices === undefined ? {} : { warm: first.prices };
  let done = 0;
  const planned = await inTurn(tasks, threads, signal, async (task) => {
    const scenario = task.scenario?.id ?? null;
    const start = task.start === null ? null : standingPart(task.season, task.start);
    const outcome = await solveTask(options, { season: task.season, start }, warm, (event) =>
      onProgress({ scenario, done, of, ended: false, event }),
    );
    assertSound(task.season, outcome.plan);
    done++;
    onProgress({ scenario, done, of, ended: true, event: lastEvent(outcome) });
    return outcome;
  });
  const results = lifted(tasks, planned, first.bound);
  const again = timeAgain(results, options);
  // Where so few are left that threads would stand idle, each has two.
  const wide = again.length * 2 <= threads ? 2 : 1;
  // The base's place in the row is begun whatever happens, so an interruption may not reach a second round.
  if (signal?.aborted !== true)
    await inTurn(again, threads, signal, async ({ at, seconds }) => {
      const task = tasks[at] as Task;
      const before = results[at] as SolveOutcome;
      const outcome = await solveTask(
        // By its first seed, and from the prices of the base, it has got where it is.
        { ...options, time: seconds, seed: (options.seed ?? 1) + 1 },
        { season: task.season, start: before.plan },
        { threads: wide },
        (event) => onProgress({ scenario: task.scenario?.id ?? null, done, of, ended: false, event }),
      );
      assertSound(task.season, outcome.plan);
      results[at] = better(before, outcome);
    });
  return compared(season, plan, tasks, lifted(tasks, results, first.bound), options.view);
}

/** What two plannings of one season come to: the later began at the plan of the earlier and so is no dearer; the higher bound holds. */
function better(before: SolveOutcome, after: SolveOutcome): SolveOutcome {
  return { ...after, bound: Math.max(before.bound, after.bound), ms: before.ms + after.ms };
}

/** Bounds that hold elsewhere too: that of the first look for the base, the base's where edits only take plans away. */
function lifted(
  tasks: readonly Task[],
  outcomes: readonly (SolveOutcome | null)[],
  known: number,
): (SolveOutcome | null)[] {
  const bound = Math.max(known, outcomes[0]?.bound ?? 0);
  return outcomes.map((outcome, i) => {
    const holds = i === 0 || tasks[i]?.edited?.tightens === true;
    return outcome === null || !holds ? outcome : { ...outcome, bound: Math.max(outcome.bound, bound) };
  });
}

/** One solve of a season from a start that breaks no rule, in the time and by the seed of all others. */
function solveTask(
  { solve, time, gap = 0, seed = 1, signal }: WhatifOptions,
  { season, start }: { readonly season: Season; readonly start: Plan | null },
  more: Pick<Partial<SolveOptions>, "warm" | "prices" | "threads">,
  report: (event: SolveEvent) => void,
): Promise<SolveOutcome> {
  const options: SolveOptions = {
    time,
    gap,
    steps: Number.POSITIVE_INFINITY,
    seed,
    threads: 1,
    ...(start === null ? {} : { from: start }),
    ...(signal === undefined ? {} : { signal }),
    ...more,
  };
  return solve({ season }, options, report);
}

function assertSound(season: Season, plan: Plan): void {
  const { violations } = check(season, plan);
  if (violations.length > 0) throw new BrokenPlanError(violations);
}

function tasksOf({ scenarios }: Scenarios, edited: readonly Edited[]): Task[] {
  return edited.map((one, i) => ({
    scenario: scenarios[i] ?? null,
    season: one.season,
    start: one.plan,
    edited: one,
  }));
}

/**
 * Works on tasks in their order, so many at once; after an interruption none is begun.
 * @returns by task its outcome, or null where it was not begun
 */
async function inTurn<T, R>(
  tasks: readonly T[],
  atOnce: number,
  signal: AbortSignal | undefined,
  work: (task: T) => Promise<R>,
): Promise<(R | null)[]> {
  const results: (R | null)[] = tasks.map(() => null);
  let next = 0;
  const lane = async (): Promise<void> => {
    // The base is begun whatever happens: without it there is nothing to compare with.
    while (next < tasks.length && (next === 0 || signal?.aborted !== true)) {
      const at = next++;
      results[at] = await work(tasks[at] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, tasks.length) }, lane));
  return results;
}

function lastEvent({ ms, cost, bound, staffed, sessions }: SolveOutcome): SolveEvent {
  return { ms, cost, bound, staffed, sessions, phase: "improving" };
}

function compared(
  season: Season,
  plan: Plan,
  tasks: readonly Task[],
  outcomes: readonly (SolveOutcome | null)[],
  view: View,
): WhatifOutcome {
  const [base] = outcomes;
  if (base === null || base === undefined) throw new Error("the base was not planned");
  const scenarios = outcomes.flatMap((outcome, i): ScenarioResult[] => {
    const { scenario, edited } = tasks[i] ?? {};
    if (outcome === null || !scenario || !edited) return [];
    return [
      {
        id: scenario.id,
        ...(scenario.title === undefined ? {} : { title: scenario.title }),
        ...resultOf(outcome, view),
        delta: outcome.cost - base.cost,
        changed: changesOf({ season, plan }, { season: edited.season, plan: outcome.plan }),
        better: edited.comparable ? betterOf(outcome, base) : "incomparable",
        released: edited.released,
      },
    ];
  });
  return { base: resultOf(base, view), scenarios };
}

function resultOf({ cost, bound, staffed, costs, ms }: SolveOutcome, view: View): WhatifResult {
  return { cost, bound, staffed, costs: redactCosts(costs, view), ms };
}

/** What two proven ranges of cost say of each other. */
export function betterOf(
  scenario: { readonly cost: number; readonly bound: number },
  base: { readonly cost: number; readonly bound: number },
): "yes" | "no" | "unproven" {
  if (scenario.cost < base.bound) return "yes";
  return scenario.bound >= base.cost ? "no" : "unproven";
}
