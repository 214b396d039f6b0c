/** A season for the command line's tests, a stand-in for the solver, and a process that runs in memory. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { check } from "../../src/check/check.js";
import { type Engine, engine } from "../../src/faces/cli/engine.js";
import type { Io } from "../../src/faces/cli/io.js";
import { run } from "../../src/faces/cli/program.js";
import type { Plan, Season } from "../../src/model/types.js";
import type { SolveOptions, SolveOutcome } from "../../src/solve/api.js";
import { plan as paperPlan, season as paperSeason } from "../papers/fixture.js";

/** The papers' season and plan, with a trainer's code that every season may have. */
export const season: Season = { ...paperSeason, id: "spring" };
export const plan: Plan = { ...paperPlan, season: "spring" };

/** A folder that is gone after the work. */
export async function inFolder<T>(work: (folder: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "koppel-ends-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a value as JSON and gives the file's path. */
export function put(folder: string, name: string, value: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, typeof value === "string" ? value : JSON.stringify(value));
  return file;
}

/** What a solve says of a plan of the season that it was given. */
export function outcomeOf(
  of: Season,
  found: Plan,
  options: SolveOptions,
  fields: Partial<SolveOutcome> = {},
): SolveOutcome {
  const { total, costs, staffed, sessions } = check(of, found);
  return {
    season: of.id,
    status: "time",
    cost: total,
    bound: 0,
    gap: 1,
    staffed,
    sessions,
    costs,
    open: [
      { session: "open-lived", priority: 5, reasons: [{ rule: "overlap", text: "all are booked" }], together: false },
    ],
    ms: 1234,
    seed: options.seed,
    steps: 7,
    plan: { ...found, cost: total, bound: 0 },
    ...fields,
  };
}

/** A solver that finds the fixture's plan at once. */
export const quickSolve: Engine["solve"] = async (source, options, onEvent) => {
  const of = "season" in source ? source.season : await engine.readSeason(source.bytes, "the season");
  onEvent({ ms: 5, cost: null, bound: 10, staffed: 0, sessions: 4, phase: "building" });
  onEvent({ ms: 10, cost: 9000, bound: 10, staffed: 1, sessions: 4, phase: "improving" });
  return outcomeOf(of, plan, options);
};

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** what `quit` was called with */
  readonly quits: readonly number[];
}

/** Runs one command in memory. `started` gets a function that presses Ctrl-C. */
export async function command(
  args: readonly string[],
  parts: {
    readonly solve?: Engine["solve"];
    readonly stdin?: string;
    readonly now?: () => number;
    readonly started?: (interrupt: () => void) => void;
  } = {},
): Promise<Ran> {
  let out = "";
  let err = "";
  const quits: number[] = [];
  const io: Io = {
    readStdin: async () => Buffer.from(parts.stdin ?? ""),
    out: async (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    terminal: null,
    columns: null,
    now: parts.now ?? (() => 0),
    startedAt: 0,
    onInterrupt: (handler) => {
      parts.started?.(handler);
      return () => undefined;
    },
    quit: (code) => quits.push(code),
    debug: false,
  };
  const code = await run(args, "0.0.0", io, { ...engine, solve: parts.solve ?? quickSolve });
  return { code, out, err, quits };
}
