/** What `koppel solve` does between its options and its files. */
import { closeSync, openSync, writeSync } from "node:fs";
import type { Plan, Season, Verdict } from "../../model/types.js";
import { type PresetName, withPreset } from "../../model/weights.js";
import type { SolveEvent, SolveOptions, SolveOutcome } from "../../solve/api.js";
import { readPreset } from "./data-files.js";
import type { Engine } from "./engine.js";
import { OurFault, UsageError } from "./errors.js";
import { assertApart, assertWritable, onlyOneStdin, readInput, STDIO, writeWhole } from "./files.js";
import { finishSeconds } from "./finish.js";
import { type Order, readPlanFile, readSeasonBytes } from "./inputs.js";
import type { Io } from "./io.js";
import { planFileText, seasonFileText } from "./plan-file.js";
import { type Progress, progressOf } from "./progress.js";
import { outcomeText } from "./report.js";
import { assertSound as assertPlanSound } from "./sound.js";

/** The options of `koppel solve`, as parsed. */
export interface SolveRequest {
  readonly season: string;
  readonly out: string | undefined;
  /** seconds; Infinity for none */
  readonly time: number;
  readonly gap: number;
  /** Infinity for none */
  readonly steps: number;
  readonly seed: number;
  readonly threads: 1 | 2;
  readonly from?: string | undefined;
  readonly log?: string | undefined;
  readonly weights?: PresetName | undefined;
  readonly seasonOut?: string | undefined;
  readonly audit: "none" | "step" | "full";
  readonly json: boolean;
  readonly quiet: boolean;
}

/**
 * Plans a season and writes what was asked for. Nothing is written unless the independent check agrees with the plan.
 * @throws UsageError, InputError, OurFault
 */
export async function runSolve(io: Io, engine: Engine, request: SolveRequest): Promise<void> {
  const out = request.out === STDIO ? undefined : request.out;
  onlyOneStdin([request.season, request.from]);
  assertOutputs(request, out);
  const read = await readInput(io, request.season, "season");
  // A preset and a plan to start from need the season at once; else its reading can go on beside the solve.
  const early =
    request.weights !== undefined || request.from !== undefined
      ? await readSeasonBytes(engine, read, request.season, orderOf(request))
      : null;
  const changed =
    early !== null && request.weights !== undefined ? withPreset(early, await readPreset(request.weights)) : null;
  const bytes = changed === null ? read : Buffer.from(seasonFileText(changed));
  const from =
    early === null || request.from === undefined
      ? undefined
      : await startPlan(io, engine, changed ?? early, request.from);
  if (changed !== null && request.seasonOut === undefined && !request.quiet)
    io.err(
      `koppel: the plan will be costed with the ${request.weights} weights; --season-out writes the season that it belongs to\n`,
    );

  const { outcome, season } = await solveBeside(io, engine, request, bytes, changed ?? early, from);
  await assertSound(engine, season, outcome);

  if (request.seasonOut !== undefined) writeWhole(request.seasonOut, "season", seasonFileText(season));
  if (out !== undefined) writeWhole(out, "plan", planFileText(outcome.plan));
  await report(io, request, out, outcome);
}

function orderOf({ from }: SolveRequest): Order {
  return from === undefined ? "SEASON" : "SEASON --from PLAN";
}

/** Fails on outputs that cannot be written, or that would take an input's place or each other's, before time is spent. */
function assertOutputs({ season, from, log, seasonOut, weights, json }: SolveRequest, out: string | undefined): void {
  if (seasonOut === STDIO) throw new UsageError("--season-out needs a file: standard output is the plan's");
  if (seasonOut !== undefined && weights === undefined)
    throw new UsageError("--season-out needs --weights: without them the season is the file that you gave");
  if (log === STDIO && (json || out === undefined))
    throw new UsageError("--log - needs the plan to go elsewhere: give --out a file, and leave out --json");
  const others = [
    { file: log, what: "--log" },
    { file: seasonOut, what: "--season-out" },
  ];
  const seasonIn = { file: season, what: "season" };
  assertApart([{ file: out, what: "--out" }, ...others], [seasonIn]);
  // --out may be the plan of --from: it is replaced by one that is no worse.
  assertApart(others, [{ file: from, what: "plan to start from" }]);
  if (out !== undefined) assertWritable(out, "plan");
  if (seasonOut !== undefined) assertWritable(seasonOut, "season");
  if (log !== undefined && log !== STDIO) assertWritable(log, "log");
}

/** The plan of `--from`, which must obey every rule: from a broken plan, "never worse" means nothing. */
async function startPlan(io: Io, engine: Engine, season: Season, file: string): Promise<Plan> {
  const plan = await readPlanFile(io, engine, season, file, "plan to start from", "SEASON --from PLAN");
  await assertPlanSound(io, engine, season, plan, file);
  return plan;
}

/** Runs the solve and, where the season is not at hand yet, reads it beside: both need it, and the time is kept. */
async function solveBeside(
  io: Io,
  engine: Engine,
  request: SolveRequest,
  bytes: Uint8Array,
  known: Season | null,
  from: Plan | undefined,
): Promise<{ outcome: SolveOutcome; season: Season }> {
  const abort = new AbortController();
  const log = openLog(io, request.log);
  const progress = progressOf(io, request.time, request.quiet);
  const release = onCtrlC(io, request.quiet, abort, progress);
  const options: SolveOptions = {
    time: Math.max(0.01, request.time - finishSeconds(bytes)),
    gap: request.gap,
    steps: request.steps,
    seed: request.seed,
    threads: request.threads,
    audit: request.audit,
    startedAt: io.startedAt,
    signal: abort.signal,
    ...(from === undefined ? {} : { from }),
  };
  try {
    const solving = engine.solve({ bytes }, options, (event) => {
      progress.show(event);
      log.add(event);
    });
    const reading = known ?? afterStart(() => readSeasonBytes(engine, bytes, request.season, orderOf(request)));
    const [solved, seasonRead] = await Promise.allSettled([solving, reading]);
    // A season that is refused is refused twice over; the reader's own error is the whole one.
    if (seasonRead.status === "rejected") throw seasonRead.reason;
    if (solved.status === "rejected") throw solved.reason;
    const { ms, cost, bound } = solved.value;
    log.add({ ms, cost, bound });
    return { outcome: solved.value, season: seasonRead.value };
  } finally {
    progress.stop();
    release();
    log.close();
  }
}

/** Starts a piece of work once what is under way has had its turn, so that the solver's own thread is already running. */
function afterStart<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    setImmediate(() => work().then(resolve, reject));
  });
}

/** The first Ctrl-C asks the solve to end with what it has; the second leaves. */
function onCtrlC(io: Io, quiet: boolean, abort: AbortController, progress: Progress): () => void {
  return io.onInterrupt(() => {
    if (abort.signal.aborted) {
      progress.stop();
      io.quit(130);
      return;
    }
    abort.abort();
    progress.stop();
    if (!quiet) io.err("koppel: stopping with the best plan so far; Ctrl-C again quits at once\n");
  });
}

type Improvement = Pick<SolveEvent, "ms" | "cost" | "bound">;

/** The event log: a line for each better plan or better bound, from the first plan on, written as it comes. */
function openLog(io: Io, file: string | undefined): { add: (event: Improvement) => void; close: () => void } {
  if (file === undefined) return { add: () => undefined, close: () => undefined };
  let best: { cost: number; bound: number } | null = null;
  let handle: number | null = null;
  const write = (line: string) => {
    if (file === STDIO) {
      void io.out(line);
      return;
    }
    // Opened with the first line: a season that is refused leaves an earlier log as it was.
    handle ??= openSync(file, "w");
    writeSync(handle, line);
  };
  return {
    add: ({ ms, cost, bound }) => {
      if (cost === null || (best !== null && cost >= best.cost && bound <= best.bound)) return;
      best = { cost: Math.min(cost, best?.cost ?? cost), bound: Math.max(bound, best?.bound ?? bound) };
      write(`${JSON.stringify({ ms: Math.round(ms), ...best })}\n`);
    },
    close: () => {
      if (handle !== null) closeSync(handle);
    },
  };
}

/** The last gate: what leaves has been judged by the independent check. */
async function assertSound(engine: Engine, season: Season, outcome: SolveOutcome): Promise<void> {
  const check = await engine.check();
  const fault = faultOf(check(season, outcome.plan), outcome);
  if (fault !== null) throw new OurFault(`the plan that was found fails our own check: ${fault}`);
}

function faultOf(verdict: Verdict, outcome: SolveOutcome): string | null {
  const [first] = verdict.violations;
  if (first !== undefined) return `${first.rule} is broken at ${first.where}`;
  if (verdict.misstated || verdict.total !== outcome.cost)
    return `it states a cost of ${verdict.stated ?? "nothing"} and costs ${verdict.total}`;
  if (verdict.overbound || outcome.bound > verdict.total) return `its bound is above its cost of ${verdict.total}`;
  return null;
}

async function report(io: Io, request: SolveRequest, out: string | undefined, outcome: SolveOutcome): Promise<void> {
  if (request.json) {
    const { season, status, cost, bound, gap, staffed, sessions, costs, open, ms, seed, steps, plan } = outcome;
    const said = { season, status, cost, bound, gap, staffed, sessions, costs, open, ms, seed, steps };
    return io.out(`${JSON.stringify(out === undefined ? { ...said, plan } : said)}\n`);
  }
  if (out === undefined) await io.out(planFileText(outcome.plan));
  if (request.quiet) return;
  // Standard output is the plan's where it has no file of its own.
  if (out === undefined || request.log === STDIO) io.err(outcomeText(outcome));
  else await io.out(outcomeText(outcome));
}
