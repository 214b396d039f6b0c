/** Plans in the database: kept once the check has judged them, listed, compared. */
import { type ChangedSession, changesOf } from "../advice/changes.js";
import { NOT_AVAILABLE, redactViolations } from "../advice/redact.js";
import { check } from "../check/check.js";
import { type Plan, parsePlan, type Season, type Verdict } from "../model/index.js";
import {
  type Actor,
  append,
  ifUnchanged,
  inTransaction,
  planFollowing,
  type Store,
  StoreError,
  savePlan,
  shareNames,
  versionOf,
  viewOfRole,
} from "../pool/store/index.js";
import { assertOfSeason, assertPlanName, nameBeside } from "./plan-names.js";
import { digestOf, keptPlan, known, seasonForPlanning } from "./read.js";

/** A plan that breaks rules is kept nowhere. */
export class BrokenPlan extends Error {
  /** as the actor may know them: the rule, where, and how often */
  readonly broken: readonly string[];
  /** @param old the season that has to be made anew first; null: none has */
  constructor(id: string, broken: readonly string[], isNot: "kept" | "published" = "kept", old: string | null = null) {
    const repair = "repair it first (koppel season repair)";
    const advice = old === null ? repair : `make season ${old} anew (koppel season build), then ${repair}`;
    super(
      `plan ${id} breaks rules of its season as it stands now: it is not ${isNot}${isNot === "published" ? `; ${advice}` : ""}`,
    );
    this.name = "BrokenPlan";
    this.broken = broken;
  }
}

/** Of which season a plan was made, for one that may have been built anew since. */
export interface MadeOf {
  /** the season as this program planned it: what the plan states of a bound was proven of it, and its dates follow */
  readonly made?: Season;
  /** the version of the season that the caller has read, for a plan from elsewhere; null where it does not matter */
  readonly seasonSeen?: number | null;
}

export interface Kept {
  readonly season: Season;
  readonly plan: Plan;
  readonly verdict: Verdict;
  /** sessions that lost their team, since their date or they themselves are gone from the season by now */
  readonly lost: readonly string[];
}

/**
 * Keeps a plan after the check has judged it, under an id of its own or over the one that was there.
 * @param seen the version that the caller has read; 0 where none may be there yet, null where it does not matter
 * @throws BrokenPlan; InputError for what is no plan; StoreError `conflict` where somebody saved it since, or built its season anew,
 * `refused` by role
 */
export function keepPlan(
  store: Store,
  actor: Actor,
  id: string,
  seasonId: string,
  value: unknown,
  seen: number | null,
  { made, seasonSeen = null }: MadeOf = {},
): Kept {
  assertPlanName(store, actor, id);
  return ifUnchanged(store, "plans", id, seen, () => {
    const season = seasonForPlanning(store, actor, seasonId);
    assertOfSeason(store, id, season.id);
    if (seasonSeen !== null && versionOf(store, "seasons", season.id) !== seasonSeen)
      throw new StoreError(
        "conflict",
        `season ${season.id} was built anew since you read it: read it again, then save`,
      );
    const stated = parsePlan(value, made ?? season);
    if (stated.season !== season.id)
      throw new StoreError("unknown", `the plan is of season ${stated.season}, not of ${season.id}`);
    const followed = made === undefined ? stated : known(season, planFollowing(stated, made.sessions, season.sessions));
    const { cost: _, bound, ...plan } = followed;
    // What it states is judged as it was sent; what is kept states what was found.
    const verdict = check(season, followed);
    if (!verdict.feasible) {
      append(store, actor, { action: "save", field: "plan", outcome: "refused" });
      throw new BrokenPlan(id, brokenFor(actor, verdict));
    }
    const digest = digestOf(season);
    const proven = made !== undefined && bound !== undefined && bound <= verdict.total && digestOf(made) === digest;
    const whole: Plan = { ...plan, cost: verdict.total, ...(proven ? { bound } : {}) };
    savePlan(store, actor, id, season.id, whole, proven ? digest : null);
    shareNames(
      store,
      actor,
      plan.assignments.flatMap(({ team }) => team.map(({ trainer }) => trainer)),
    );
    const now = new Set(plan.assignments.map(({ session }) => session));
    const lost = stated.assignments.map(({ session }) => session).filter((session) => !now.has(session));
    return { season, plan: whole, verdict, lost };
  });
}

/**
 * Keeps a plan that took time to make. Where somebody saved under its name meanwhile, hers stays, and this one is kept beside it.
 * @param seen the version that was there when the planning began
 * @returns what is kept, with the name under which it is
 * @throws as `keepPlan` does, but for that
 */
export function keepPlanBeside(
  store: Store,
  actor: Actor,
  id: string,
  seasonId: string,
  value: unknown,
  seen: number,
  of: MadeOf,
): Kept & { readonly id: string } {
  return inTransaction(store, () => {
    const isFirst = versionOf(store, "plans", id) === seen;
    const name = isFirst ? id : nameBeside(store, id);
    return { id: name, ...keepPlan(store, actor, name, seasonId, value, isFirst ? seen : 0, of) };
  });
}

/** Broken rules in words that a role may hear: what stays with the trainer is one and the same. */
export function brokenFor({ role }: Actor, { violations }: Verdict): readonly string[] {
  return redactViolations(violations, viewOfRole(role)).map(({ rule, where, text }) =>
    rule === NOT_AVAILABLE ? `${rule} · ${where}` : `${rule} · ${where}: ${text}`,
  );
}

/** Two plans of one season, and the sessions whose date or team differs. */
export interface PlanDiff {
  readonly season: Season;
  readonly before: { readonly id: string; readonly staffed: number; readonly cost: number };
  readonly after: { readonly id: string; readonly staffed: number; readonly cost: number };
  readonly changed: readonly ChangedSession[];
}

/** @throws StoreError `unknown` for plans that are not there or not of one season */
export function diffPlans(store: Store, actor: Actor, before: string, after: string): PlanDiff {
  const [a, b] = [keptPlan(store, actor, before), keptPlan(store, actor, after)];
  if (a.season.id !== b.season.id)
    throw new StoreError(
      "unknown",
      `${before} is a plan of ${a.season.id}, ${after} of ${b.season.id}: compare two of one`,
    );
  const side = ({ id, verdict }: typeof a) => ({ id, staffed: verdict.staffed, cost: verdict.total });
  return { season: a.season, before: side(a), after: side(b), changed: changesOf(a, b) };
}
