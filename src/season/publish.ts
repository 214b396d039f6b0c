/** Publishing a plan: who agreed, and what people are told. */
import { NOT_AVAILABLE } from "../advice/redact.js";
import type { Plan, Season } from "../model/index.js";
import {
  type Actor,
  agreementsOf,
  append,
  assertMay,
  ifUnchanged,
  publicationOf,
  publishedElsewhere,
  type Store,
  StoreError,
  saveAgreement,
  savePublication,
  shareNames,
  versionOf,
} from "../pool/store/index.js";
import { agreedOf, agreedText } from "./agreed.js";
import { whyFallen } from "./bookings.js";
import { BrokenPlan, brokenFor } from "./plans.js";
import { keptPlan } from "./read.js";

/** An account agrees that a plan be published. */
export function agree(store: Store, actor: Actor, planId: string): void {
  assertMay(store, actor, "publish");
  const { season } = keptPlan(store, actor, planId);
  saveAgreement(store, actor, season.id, planId);
}

export interface PublishedPlan {
  readonly season: string;
  readonly plan: string;
  readonly sessions: number;
  readonly agreed: readonly { readonly account: string; readonly at: string }[];
  /** sessions whose date or team people were told otherwise before, or not at all */
  readonly news: readonly string[];
  /** sessions that were published before and are no longer staffed */
  readonly gone: readonly string[];
}

/**
 * Freezes a plan as what people are told: it is the `published` of its season from now on, and leaving it costs. Whoever publishes
 * agrees. A team of which everybody says yes is pinned.
 * @param seen the version of the plan that the caller has read; null where it does not matter
 * @param replaces the version of what was published before, as the caller has seen it; 0 where nothing was, null where it does not matter
 * @throws BrokenPlan where the plan breaks a rule of the season as it stands now; StoreError `conflict` where somebody published
 * since, `refused` where a session of it is published with another season
 */
export function publish(
  store: Store,
  actor: Actor,
  planId: string,
  seen: number | null,
  replaces: number | null = null,
): PublishedPlan {
  assertMay(store, actor, "publish");
  return ifUnchanged(store, "plans", planId, seen, () => {
    const { season, plan, verdict } = keptPlan(store, actor, planId);
    if (replaces !== null && versionOf(store, "publications", season.id) !== replaces)
      throw new StoreError(
        "conflict",
        `season ${season.id}: somebody published of it since you read it; read it again`,
      );
    if (!verdict.feasible) {
      append(store, actor, { action: "publish", field: "plan", outcome: "refused" });
      throw new BrokenPlan(planId, brokenFor(actor, verdict), "published");
    }
    refuseTwice(store, actor, season, plan);
    const fallen = whyFallen(store, season, plan);
    if (fallen.size > 0) {
      append(store, actor, { action: "publish", field: "plan", outcome: "refused" });
      throw new BrokenPlan(
        planId,
        [...fallen].map(([session, isChanged]) => `${isChanged ? CHANGED : NOT_AVAILABLE} · ${session}`),
        "published",
        [...fallen.values()].includes(true) ? season.id : null,
      );
    }
    const before = new Map(
      (publicationOf(store, season.id)?.sessions ?? []).map((one) => [one.session, agreedText(one)]),
    );
    const sessions = agreedOf(season, plan);
    saveAgreement(store, actor, season.id, planId);
    savePublication(store, actor, { season: season.id, plan: planId, at: store.now(), sessions });
    shareNames(
      store,
      actor,
      sessions.flatMap(({ team }) => team.map(({ trainer }) => trainer)),
    );
    const now = new Set(sessions.map(({ session }) => session));
    return {
      season: season.id,
      plan: planId,
      sessions: sessions.length,
      agreed: agreementsOf(store, season.id, planId),
      news: sessions.filter((one) => before.get(one.session) !== agreedText(one)).map(({ session }) => session),
      gone: [...before.keys()].filter((session) => !now.has(session)),
    };
  });
}

/** What is told of a session that the pool has otherwise than its season: that is nobody's secret. */
const CHANGED = "changed in the pool";

/** @throws StoreError `refused`: people would be told of a session twice, by two seasons */
function refuseTwice(store: Store, actor: Actor, { id }: Season, { assignments }: Plan): void {
  const others = publishedElsewhere(store, id);
  const twice = assignments.filter(({ session }) => others.has(session)).map(({ session }) => session);
  const [first] = twice;
  if (first === undefined) return;
  append(store, actor, { action: "publish", field: "plan", outcome: "refused" });
  const list = twice.slice(0, 5).join(", ") + (twice.length > 5 ? ` and ${twice.length - 5} more` : "");
  throw new StoreError(
    "refused",
    `published with season ${others.get(first)} already: ${list}; publish a plan without them there first`,
  );
}
