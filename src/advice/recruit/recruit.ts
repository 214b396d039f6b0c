/**
 * Which kinds of trainer would lower a season's cost most. They are found from the bound's prices and each is verified by
 * planning the season with her in it, so that what she saves lies in a range that two proofs allow.
 */
import { Ascent, safeBound } from "../../bound/ascent.js";
import { Lagrangian } from "../../bound/lagrangian.js";
import { check } from "../../check/check.js";
import { InputError } from "../../model/errors.js";
import { parseSeason } from "../../model/parse.js";
import type { Plan, Season, Trainer } from "../../model/types.js";
import { compile } from "../../problem/compile.js";
import type { SolveOptions, SolveOutcome } from "../../solve/api.js";
import { redactCosts, redactKind } from "../redact.js";
import { findKinds, type Kind } from "./kinds.js";
import { freeCodes } from "./trainer.js";
import type { Planned, RecruitKind, RecruitOptions, RecruitOutcome, RecruitPorts } from "./types.js";

/** Rounds of the bound for its prices: at most. */
const ROUNDS = 400;
/** Shares of the time after which prices, and then kinds, are taken as they are. */
const PRICES_SHARE = 0.1;
const KINDS_SHARE = 0.25;

/** A kind with the season that was planned with her. */
interface Verified {
  readonly kind: Kind;
  readonly outcome: SolveOutcome;
}

/**
 * The kinds of trainer that would help this season most, each verified by planning again.
 * @param season one that was accepted
 * @param plan of that season, which breaks no rule: all plannings start from it
 * @returns at most `top` kinds, those first that save most for certain; fewer where it was ended before, none where
 * nobody would help
 * @throws RangeError where the plan breaks a rule, or there is neither a time nor a number of steps
 */
export async function recruit(
  season: Season,
  plan: Plan,
  options: RecruitOptions,
  ports: RecruitPorts,
): Promise<RecruitOutcome> {
  const isCounted = options.steps < Number.POSITIVE_INFINITY;
  const all = options.time * 1000;
  if (!isCounted && all === Number.POSITIVE_INFINITY)
    throw new RangeError("recruit needs a time or a number of steps to end: give one");
  if (!check(season, plan).feasible) throw new RangeError("the plan to start from breaks a rule: check it first");
  const before = (share: number) => (): boolean =>
    options.signal?.aborted !== true && (isCounted || ports.clock() < share * all);

  ports.onEvent?.({ phase: "prices" });
  const lagrangian = pricesOf(season, before(PRICES_SHARE));
  ports.onEvent?.({ phase: "kinds" });
  const found = findKinds({
    season,
    lagrangian: lagrangian.at,
    open: openIn(season, plan),
    count: options.top,
    goOn: before(KINDS_SHARE),
  }).flatMap((kind) => accepted(season, kind));

  const planned = (of: Season, from: Plan, left: number): Promise<SolveOutcome> =>
    ports.solve(of, solveOptions(options, from, isCounted ? null : (all - ports.clock()) / left));
  ports.onEvent?.({ phase: "base" });
  const base = await planned(season, plan, found.length + 1);
  const verified: Verified[] = [];
  for (const [i, { kind, withHer }] of found.entries()) {
    if (options.signal?.aborted === true) break;
    ports.onEvent?.({ phase: "planning", kind: i + 1, kinds: found.length });
    verified.push({ kind, outcome: await planned(withHer, base.plan, found.length - i) });
  }
  return outcomeOf(season, options, base, safeBound(lagrangian.bound), verified);
}

/** The season's Lagrangian, evaluated at the best prices found, and the bound that they prove. */
function pricesOf(season: Season, goOn: () => boolean): { at: Lagrangian; bound: number } {
  const lagrangian = new Lagrangian(compile(season, "kept").data);
  const ascent = new Ascent(lagrangian);
  do ascent.round();
  while (ascent.rounds < ROUNDS && !ascent.spent && goOn());
  lagrangian.multipliers.set(ascent.bestMultipliers);
  return { at: lagrangian, bound: lagrangian.evaluate() };
}

/** The sessions that a plan leaves open, most urgent first. */
function openIn(season: Season, plan: Plan): number[] {
  const staffed = new Set(plan.assignments.map(({ session }) => session));
  return season.sessions
    .flatMap(({ id, priority }, s) => (staffed.has(id) ? [] : [{ s, priority }]))
    .sort((a, b) => b.priority - a.priority || a.s - b.s)
    .map(({ s }) => s);
}

/** The season with a kind in it, read as a file would be: whom the reader refuses is not proposed. */
function accepted(season: Season, kind: Kind): { kind: Kind; withHer: Season }[] {
  try {
    return [{ kind, withHer: parseSeason({ ...season, trainers: [...season.trainers, kind.trainer] }) }];
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

/** @param ms of this planning; null where steps are counted */
function solveOptions({ steps, seed, threads, signal }: RecruitOptions, from: Plan, ms: number | null): SolveOptions {
  const time = ms === null ? Number.POSITIVE_INFINITY : Math.max(0.01, ms / 1000);
  return { time, gap: 0, steps, seed, threads, from, ...(signal === undefined ? {} : { signal }) };
}

function outcomeOf(
  season: Season,
  options: RecruitOptions,
  base: SolveOutcome,
  priced: number,
  verified: readonly Verified[],
): RecruitOutcome {
  const { view } = options;
  // With her, the season without her can still be planned as it is, her idleness paid: so no plan of it costs less than
  // what is proven with her, less that.
  const fromThem = verified.map(({ kind, outcome }) => outcome.bound - kind.prospect.idle);
  const bound = Math.min(base.cost, Math.max(base.bound, priced, ...fromThem));
  const plannedAs = (outcome: SolveOutcome, proven: number): Planned => ({
    cost: outcome.cost,
    bound: proven,
    staffed: outcome.staffed,
    costs: redactCosts(outcome.costs, view),
    ms: outcome.ms,
  });
  const kinds = verified.map(({ kind, outcome }) => {
    const least = Math.max(bound - outcome.cost, -kind.prospect.idle) + 0;
    return {
      trainer: kind.trainer,
      expected: Math.round(kind.prospect.expected),
      gain: { least, most: base.cost - outcome.bound },
      proven: least > 0,
      R: plannedAs(outcome, outcome.bound),
    };
  });
  const asWhole = { season: season.id, base: plannedAs(base, bound) };
  return {
    ...asWhole,
    kinds: numbered(season, kinds.sort(byGain(base.cost))).map((kind) => shownTo(season, options, kind)),
  };
}

/** What is certain first, then what was found, then what was expected. Where nothing is saved yet, idleness does not count. */
function byGain(without: number): (a: RecruitKind, b: RecruitKind) => number {
  const certain = ({ gain }: RecruitKind): number => Math.max(0, gain.least);
  const found = ({ R }: RecruitKind): number => Math.max(0, without - R.cost);
  return (a, b) => certain(b) - certain(a) || found(b) - found(a) || b.expected - a.expected;
}

/** Codes in the order of the list. */
function numbered(season: Season, kinds: readonly RecruitKind[]): RecruitKind[] {
  const codes = freeCodes(season, kinds.length);
  return kinds.map((kind, i) => ({ ...kind, trainer: { ...kind.trainer, id: codes[i] as string } satisfies Trainer }));
}

function shownTo(season: Season, { view, readersSessions = [] }: RecruitOptions, kind: RecruitKind): RecruitKind {
  const own = season.sessions.filter(({ id }) => readersSessions.includes(id));
  return { ...kind, trainer: redactKind(kind.trainer, view, own) };
}
