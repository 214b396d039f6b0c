/**
 * The process of one peer: `child.js SOLVER SEASON PLAN LOG SECONDS SEED`. Leaves a plan file and a log as `koppel solve`
 * does and prints `{"status", "note"?}`; ends with 1 where it has no plan.
 */
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { check } from "../src/check/check.js";
import { roundedBound, solveMip } from "../src/exact/highs/index.js";
import { type Plan, readSeason, type Season } from "../src/model/index.js";
import { greedy } from "./greedy.js";
import { solveWithJslp } from "./jslp.js";
import { buildSeasonMip } from "./season-mip.js";

/** Seconds left for writing the plan. */
const TO_WRITE = 0.3;

interface Task {
  readonly season: Season;
  readonly seed: number;
  /** seconds left of the time that was given */
  readonly left: () => number;
  readonly log: (cost: number | null, bound: number) => void;
}
interface Outcome {
  readonly plan: Plan | null;
  readonly status: string;
  readonly note?: string;
}

const PEERS: Readonly<Record<string, (task: Task) => Outcome | Promise<Outcome>>> = {
  greedy: ({ season, left, log }) => {
    const plan = greedy(season, { isOver: () => left() <= TO_WRITE, onPlan: (cost) => log(cost, 0) });
    return { plan, status: left() <= TO_WRITE ? "time" : "done" };
  },
  mip: async ({ season, seed, left, log }) => {
    const { model, planOf } = buildSeasonMip(season);
    let cost: number | null = null;
    const result = await solveMip(model, {
      seconds: Math.max(0.1, left() - TO_WRITE),
      seed,
      onProgress: ({ x, bound }) => {
        if (x !== null) cost = Math.round(model.value(x));
        log(cost, Math.max(0, roundedBound(bound)));
      },
    });
    if (result.x === null) return { plan: null, status: result.status, note: result.detail };
    // Short of the optimum a solution's own value may be more than its plan costs: its help columns need not be tight.
    const plan = planOf(result.x);
    const whole = Object.values(check(season, plan).costs).reduce((sum, cost) => sum + cost, 0);
    const bound = Math.max(0, roundedBound(result.bound));
    log(whole, bound);
    return { plan: { ...plan, cost: whole, bound }, status: result.status };
  },
  jslp: ({ season, left, log }) => {
    const { model, planOf } = buildSeasonMip(season);
    const { x, wrong, stopped } = solveWithJslp(model, left() - TO_WRITE);
    // Stopped without a plan, it hands out the point where it stood.
    if (stopped && (x === null || wrong !== null)) return { plan: null, status: "time", note: "none within its time" };
    if (x === null) return { plan: null, status: "infeasible", note: "it says that there is no plan" };
    const cost = Math.round(model.value(x));
    // It gives no bound, but it claims the optimum.
    const bound = wrong === null && !stopped ? cost : 0;
    log(cost, bound);
    const plan = { ...planOf(x), cost, bound };
    return { plan, status: stopped ? "time" : "optimal", ...(wrong === null ? {} : { note: wrong }) };
  },
};

async function main([solver, seasonPath, planPath, logPath, seconds, seed]: readonly string[]): Promise<number> {
  const peer = PEERS[solver ?? ""];
  if (peer === undefined || seasonPath === undefined || planPath === undefined || logPath === undefined) {
    process.stderr.write("child.js is started by the bench: SOLVER SEASON PLAN LOG SECONDS SEED\n");
    return 2;
  }
  // performance.now counts from the start of the process.
  const outcome = await peer({
    season: readSeason(readFileSync(seasonPath)),
    seed: Number(seed),
    left: () => Number(seconds) - performance.now() / 1000,
    log: (cost, bound) => {
      const line = { ms: Math.round(performance.now()), cost, bound: Number.isFinite(bound) ? bound : 0 };
      appendFileSync(logPath, `${JSON.stringify(line)}\n`);
    },
  });
  const { plan, ...said } = outcome;
  if (plan !== null) writeFileSync(planPath, JSON.stringify(plan));
  process.stdout.write(JSON.stringify(said));
  return plan === null ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
