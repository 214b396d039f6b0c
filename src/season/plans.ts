/** Plans in the database: kept once the check has judged them, listed, compared. */
import { type ChangedSession, changesOf } from "../advice/changes.js";
import { redactRules } from "../advice/redact.js";
import { check } from "../check/check.js";
import { type Plan, parsePlan, type Season, type Verdict } from "../model/index.js";
import {
  type Actor,
  assertMay,
  codesOf,
  ifUnchanged,
  publicationOf,
  type Store,
  StoreError,
  savePlan,
  shareNames,
  viewOfRole,
} from "../pool/store/index.js";
import { keptPlan, seasonForPlanning } from "./read.js";

/** A plan that breaks rules is kept nowhere. */
export class BrokenPlan extends Error {
  /** as the actor may know them: the rule, where, and how often */
  readonly broken: readonly string[];
  constructor(id: string, broken: readonly string[]) {
    super(`plan ${id} breaks rules of its season: it is not kept`);
    this.name = "BrokenPlan";
    this.broken = broken;
  }
}

/**
 * Keeps a plan after the check has judged it, under an id of its own or over the one that was there.
 * @param seen the version that the caller has read; 0 where none may be there yet, null where it does not matter
 * @throws BrokenPlan; InputError for what is no plan; StoreError `conflict` where somebody saved it since, `refused` by role
 */
export function keepPlan(
  store: Store,
  actor: Actor,
  id: string,
  seasonId: string,
  value: unknown,
  seen: number | null,
): { readonly season: Season; readonly plan: Plan; readonly verdict: Verdict } {
  return ifUnchanged(store, "plans", id, seen, () => {
    const season = seasonForPlanning(store, actor, seasonId);
    const plan = parsePlan(value, season);
    if (plan.season !== season.id)
      throw new StoreError("unknown", `the plan is of season ${plan.season}, not of ${season.id}`);
    const verdict = check(season, plan);
    if (!verdict.feasible) throw new BrokenPlan(id, brokenFor(actor, verdict));
    const whole: Plan = { ...plan, cost: verdict.total };
    savePlan(store, actor, id, season.id, whole);
    shareNames(
      store,
      actor,
      plan.assignments.flatMap(({ team }) => team.map(({ trainer }) => trainer)),
    );
    return { season, plan: whole, verdict };
  });
}

/** Broken rules in words that a role may hear: what stays with the trainer is one and the same. */
export function brokenFor({ role }: Actor, { violations }: Verdict): readonly string[] {
  const view = viewOfRole(role);
  return [
    ...new Set(
      violations.map(({ rule, where, text }) => {
        const [told] = redactRules([rule], view);
        return told === rule ? `${rule} · ${where}: ${text}` : `${told} · ${where}`;
      }),
    ),
  ];
}

/** How a plan stands, for a list. */
export interface PlanRow {
  readonly id: string;
  readonly season: string;
  readonly version: number;
  readonly feasible: boolean;
  readonly staffed: number;
  readonly sessions: number;
  readonly cost: number;
  readonly bound: number | null;
  readonly published: boolean;
}

/** @param seasonId only plans of that season; null: all */
export function listPlans(store: Store, actor: Actor, seasonId: string | null): readonly PlanRow[] {
  assertMay(store, actor, "seeBookings");
  return codesOf(store, "plans").flatMap((id) => {
    const { season, plan, verdict, version } = keptPlan(store, actor, id);
    if (seasonId !== null && season.id !== seasonId) return [];
    const { feasible, staffed, sessions, total } = verdict;
    const bound = plan.cost === total ? (plan.bound ?? null) : null;
    const published = publicationOf(store, season.id)?.plan === id;
    return [{ id, season: season.id, version, feasible, staffed, sessions, cost: total, bound, published }];
  });
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
