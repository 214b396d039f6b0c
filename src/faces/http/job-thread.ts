/** The thread that does one job: a solve, what-ifs, or advice on whom to recruit. */
import { constants, getPriority, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { recruit, redactCosts, standingPart, whatif } from "../../advice/index.js";
import { check } from "../../check/check.js";
import { InputError, type Plan, parsePlan, parseScenarios, type Season, withPreset } from "../../model/index.js";
import { type Actor, viewOfRole } from "../../pool/store/index.js";
import { keepPlanBeside } from "../../season/index.js";
import { solve } from "../../solve/index.js";
import { assertKnownEdits, supposed } from "./advice-ops.js";
import { patiently } from "./patience.js";
import { ProblemError, problem } from "./problems.js";
import { type JobKind, recruitsIn, SECONDS, solvesIn, whatifsIn } from "./schemas.js";
import { soundPlan } from "./sound.js";
import { type Asking, type Facts, json, planOf, seasonOf, shaped } from "./sources.js";
import { type AnswerText, answerText, storeOf, type ThreadData } from "./thread.js";

export interface JobWork extends ThreadData {
  readonly job: {
    readonly kind: JobKind;
    readonly actor: Actor;
    readonly body: Uint8Array;
    readonly threads: 1 | 2;
    /** of a solve that was under way before: how far it had come */
    readonly reached: Reached | null;
  };
}
/** How far a solve has come: its best plan, and milliseconds of its time that are spent. */
export interface Reached {
  readonly plan: Plan;
  readonly ms: number;
}
export type JobMessage =
  | { readonly kind: "reached"; readonly reached: Reached }
  | { readonly kind: "progress"; readonly value: Readonly<Record<string, unknown>> }
  | { readonly kind: "answer"; readonly answer: AnswerText };

/** How often a solve hands over its best plan, in milliseconds: a crash costs no more than that. */
const PLANS_EVERY = 5000;
/** Milliseconds for which a job waits for others who have the database to themselves. */
const OPENED_MS = 600_000;
/** Seconds that a solve has at least after a crash, however long it had gone on. */
const LEAST_SECONDS = 1;

/**
 * Lets questions go before this job where both want a processor, and the threads that it starts likewise. A thread has a priority
 * of its own on Linux alone; elsewhere it would be the whole process's.
 */
function stepAside(): void {
  const { PRIORITY_BELOW_NORMAL: low } = constants.priority;
  if (process.platform === "linux" && getPriority() < low) setPriority(low);
}

type Tell = (value: Readonly<Record<string, unknown>>) => void;

async function done(
  work: JobWork["job"],
  asking: Asking,
  facts: Facts,
  tell: Tell,
  reach: (reached: Reached) => void,
  signal: AbortSignal,
): Promise<unknown> {
  const value = json(work.body);
  if (work.kind === "solves") return solved(work, asking, facts, value, tell, reach, signal);
  if (work.kind === "whatifs") return compared(work, asking, value, tell, signal);
  return recruited(work, asking, value, tell, signal);
}

/** The plan that a solve had reached, as far as it still holds: the season may have changed since. */
function stillSound(season: Season, reached: Reached | null): Plan | undefined {
  if (reached === null) return undefined;
  try {
    const plan = parsePlan(reached.plan, season);
    return check(season, plan).feasible ? plan : undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return undefined;
  }
}

async function solved(
  { threads, reached }: JobWork["job"],
  asking: Asking,
  { presets }: Facts,
  value: unknown,
  tell: Tell,
  reach: (reached: Reached) => void,
  signal: AbortSignal,
) {
  const {
    season: source,
    from: fromSource,
    time = SECONDS.solves,
    gap = 0,
    steps,
    seed = 1,
    save,
    ifVersion = 0,
    edits,
    weights,
  } = shaped(solvesIn, value);
  const known = seasonOf(asking, source);
  const given = fromSource === undefined ? undefined : planOf(asking, known, fromSource, "plan", "from");
  const after = supposed(asking, source, known, given ?? null, edits);
  const season = weights === undefined ? after.season : withPreset(after.season, presets[weights]);
  // What no longer can stand is planned again; a cost that it stated was of the season as it is.
  const isOther = edits !== undefined || weights !== undefined;
  const asked = isOther && after.plan !== null ? standingPart(season, after.plan) : given;
  if (asked !== undefined && !check(season, asked).feasible)
    throw new ProblemError(problem(422, "the plan to start from breaks rules: see /v1/checks"));
  // By a number of steps a solve always ends alike, so that it begins anew.
  const before = steps === undefined ? stillSound(season, reached) : undefined;
  const from = before ?? asked;
  const spent = before === undefined ? 0 : (reached?.ms ?? 0);
  const outcome = await solve(
    { season },
    {
      time: Math.max(Math.min(time, LEAST_SECONDS), time - spent / 1000),
      gap,
      steps: steps ?? Number.POSITIVE_INFINITY,
      plansEvery: PLANS_EVERY,
      seed,
      threads,
      signal,
      startedAt: Date.now(),
      ...(from === undefined ? {} : { from }),
    },
    ({ ms, cost, bound, staffed, sessions, phase, plan }) => {
      tell({ ms: ms + spent, cost, bound, staffed, sessions, phase });
      if (plan !== undefined) reach({ plan, ms: ms + spent });
    },
  );
  const verdict = check(season, outcome.plan);
  if (!verdict.feasible || verdict.total !== outcome.cost)
    throw new Error("the plan that was found fails our own check");
  const { actor, store } = asking;
  const saved =
    save === undefined || store === null
      ? {}
      : { saved: keepPlanBeside(store, actor, save, season.id, outcome.plan, ifVersion, { made: season }).id };
  const { prices: _, costs, ...rest } = outcome;
  const told = actor.role === "apiClient" ? {} : { costs: redactCosts(costs, viewOfRole(actor.role)) };
  return { ...rest, ...told, ...saved };
}

async function compared({ threads }: JobWork["job"], asking: Asking, value: unknown, tell: Tell, signal: AbortSignal) {
  const {
    season: source,
    plan: planSource,
    scenarios: list,
    time = SECONDS.whatifs,
    gap = 0,
  } = shaped(whatifsIn, value);
  const { season, plan } =
    planSource === undefined
      ? { season: seasonOf(asking, source), plan: undefined }
      : soundPlan(asking, source, planSource);
  const scenarios = parseScenarios({ format: "koppel-scenarios/1", scenarios: list }, season);
  if (typeof source === "string") for (const { edits } of scenarios.scenarios) assertKnownEdits(edits, season, asking);
  const view = viewOfRole(asking.actor.role);
  const outcome = await whatif(season, scenarios, {
    plan,
    time,
    gap,
    threads,
    view,
    signal,
    solve,
    onProgress: ({ done: ended, of }) => tell({ done: ended, of }),
  });
  if (asking.actor.role !== "apiClient") return outcome;
  const total = <T extends { readonly costs: unknown }>({ costs: _, ...rest }: T) => rest;
  return { base: total(outcome.base), scenarios: outcome.scenarios.map(total) };
}

async function recruited({ threads }: JobWork["job"], asking: Asking, value: unknown, tell: Tell, signal: AbortSignal) {
  const { season: source, plan: planSource, top = 5, time = SECONDS.recruits } = shaped(recruitsIn, value);
  const { season, plan } = soundPlan(asking, source, planSource);
  const began = Date.now();
  const options = {
    top,
    time,
    steps: Number.POSITIVE_INFINITY,
    seed: 1,
    threads,
    view: viewOfRole(asking.actor.role),
    readersSessions: season.sessions.map(({ id }) => id),
    signal,
  } as const;
  return recruit(season, plan, options, {
    clock: () => Date.now() - began,
    solve: (of, how) => solve({ season: of }, how),
    onEvent: (event) => tell({ ...event }),
  });
}

const port = parentPort;
const data = workerData as JobWork | null;
if (port !== null && data?.kind === "job") {
  stepAside();
  const abort = new AbortController();
  port.on("message", () => abort.abort());
  const send = (message: JobMessage): void => port.postMessage(message);
  const tell: Tell = (value) => send({ kind: "progress", value });
  const reach = (reached: Reached): void => send({ kind: "reached", reached });
  void answerText(async () => {
    const store = await patiently(() => storeOf(data), OPENED_MS);
    const asking: Asking = { actor: data.job.actor, store };
    return { value: await done(data.job, asking, data.facts, tell, reach, abort.signal) };
  }).then((answer) => {
    send({ kind: "answer", answer });
    port.close();
  });
}
