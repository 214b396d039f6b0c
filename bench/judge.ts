/** From what a run left behind to figures: the plan is checked first, and without a good plan there are none. */
import { existsSync, readFileSync } from "node:fs";
import { check } from "../src/check/check.js";
import { readPlan, type Season } from "../src/model/index.js";
import type { RunFiles } from "./command.js";
import type { Known } from "./known.js";
import type { Measured } from "./measure.js";

/** The figures of a run whose plan the check accepts. */
export interface Figures {
  readonly cost: number;
  /** null: it stated none */
  readonly bound: number | null;
  readonly staffed: number;
  /** milliseconds; null: never, or not logged */
  readonly firstPlanMs: number | null;
  readonly onePercentMs: number | null;
  /** what the solver says of its end */
  readonly status: string;
}

export interface Judged {
  readonly solver: string;
  readonly figures: Figures | null;
  /** why there are no figures, or what is odd about them */
  readonly note: string;
  /** null: it did not run */
  readonly measured: Measured | null;
}

/** One line of a solver's log; cost is null until there is a plan. */
export interface LogLine {
  readonly ms: number;
  readonly cost: number | null;
  readonly bound: number;
}

/** The gap to which times are measured. */
export const ONE_PERCENT = 0.01;

/** The relative gap of a cost and a bound. */
export function gapOf(cost: number, bound: number): number {
  return (cost - bound) / Math.max(1, cost);
}

/** Judges one run by its plan file. */
export function judge(solver: string, season: Season, files: RunFiles, measured: Measured): Judged {
  const said = saidBy(measured.stdout);
  const late = measured.overran ? "was not back in time and was ended" : "";
  if (!existsSync(files.plan)) {
    const why = late || said.note || lastWords(measured.stderr) || `ended with code ${measured.code}`;
    return { solver, figures: null, note: `no plan: ${why}`, measured };
  }
  const broken = verdictOn(season, files.plan);
  if ("fault" in broken) return { solver, figures: null, note: broken.fault, measured };
  const { plan, staffed, cost } = broken;
  const log = readLog(files.log);
  const figures = {
    cost,
    bound: plan.bound ?? null,
    staffed,
    firstPlanMs: log.find((line) => line.cost !== null)?.ms ?? null,
    onePercentMs: log.find((line) => line.cost !== null && gapOf(line.cost, line.bound) <= ONE_PERCENT)?.ms ?? null,
    status: said.status,
  };
  return { solver, figures, note: [late, said.note].filter(Boolean).join("; "), measured };
}

function verdictOn(season: Season, path: string) {
  try {
    const plan = readPlan(readFileSync(path), season);
    const { violations, misstated, overbound, total, staffed, stated } = check(season, plan);
    const [first] = violations;
    if (first !== undefined) {
      return { fault: `INVALID PLAN: ${violations.length} broken rules, first ${first.rule} at ${first.where}` };
    }
    if (misstated) return { fault: `INVALID PLAN: states the cost ${stated}, is ${total}` };
    if (overbound) return { fault: `INVALID PLAN: its bound ${plan.bound} is above its cost ${total}` };
    return { plan, staffed, cost: total };
  } catch (error) {
    return { fault: `INVALID PLAN: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/**
 * Holds the runs of one season against each other and against what is known: notes who calls a plan optimal that is
 * not, or proves what is false.
 */
export function crossCheck(runs: readonly Judged[], known: Known): readonly Judged[] {
  const costs = runs.flatMap(({ figures }) => figures?.cost ?? []);
  const best = Math.min(...costs, known.cost ?? Number.POSITIVE_INFINITY);
  return runs.map((run) => {
    const { figures } = run;
    if (figures === null) return run;
    const faults = [
      figures.bound !== null && figures.bound > best
        ? `WRONG: its bound ${figures.bound} is above a plan of ${best}`
        : "",
      figures.status === "optimal" && figures.cost > best ? `WRONG: calls ${figures.cost} optimal, ${best} exists` : "",
      known.bound !== null && figures.cost < known.bound ? `under the bound known, ${known.bound}` : "",
    ];
    return { ...run, note: [run.note, ...faults].filter(Boolean).join("; ") };
  });
}

/** The best bound that anybody proved; null where nobody did. Bounds that are wrong do not count. */
export function bestBound(runs: readonly Judged[], known: Known): number | null {
  const best = Math.min(...runs.flatMap(({ figures }) => figures?.cost ?? []), known.cost ?? Number.POSITIVE_INFINITY);
  const bounds = [...runs.map(({ figures }) => figures?.bound ?? null), known.bound];
  const valid = bounds.filter((bound): bound is number => bound !== null && bound <= best);
  return valid.length === 0 ? null : Math.max(...valid);
}

/** Reads a log; a last line that was cut off when its process was ended is left out. */
export function readLog(path: string): readonly LogLine[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => {
      const value = parsed(line);
      if (!isRecord(value) || typeof value.ms !== "number" || typeof value.bound !== "number") return [];
      return [{ ms: value.ms, cost: typeof value.cost === "number" ? value.cost : null, bound: value.bound }];
    });
}

function saidBy(stdout: string): { status: string; note: string } {
  const value = parsed(stdout.trim());
  const text = (field: string) => (isRecord(value) && typeof value[field] === "string" ? value[field] : "");
  return { status: text("status"), note: text("note") };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** What a process said of its end: the line that names an error, else the first. Paths of the machine are left out. */
export function lastWords(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  const said = lines.find((line) => /^\w*Error\b/.test(line)) ?? lines.find((line) => line !== "") ?? "";
  return said.replace(/(file:\/\/)?(\/[\w.@-]+)+\/(?=[\w.@-]+)/g, "");
}
