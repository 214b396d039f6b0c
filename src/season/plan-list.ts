/** The plans that are kept, and how each stands in its season as it is by now. */
import { parsePlan } from "../model/index.js";
import {
  type Actor,
  assertMay,
  figuresOf,
  inTransaction,
  type KeptFigures,
  keepFigures,
  type PlanFigures,
  plansOf,
  provenOf,
  publicationOf,
  readBody,
  type Store,
  versionOf,
} from "../pool/store/index.js";
import { agreedOf, differs } from "./agreed.js";
import { digestOf, holdsBound, judged, known, seasonForReading } from "./read.js";

/** How a plan stands, for a list. */
export interface PlanRow extends PlanFigures {
  readonly id: string;
  readonly season: string;
  readonly version: number;
  /** it was what was last published of its season */
  readonly published: boolean;
  /** it was published, and has other dates or teams by now: people know nothing of those */
  readonly changedSince: boolean;
}

/** @param seasonId only plans of that season; null: all */
export function listPlans(store: Store, actor: Actor, seasonId: string | null): readonly PlanRow[] {
  assertMay(store, actor, "seeBookings");
  const seasons = new Map<string, string[]>();
  for (const { id, season } of plansOf(store))
    if (seasonId === null || season === seasonId) seasons.set(season, [...(seasons.get(season) ?? []), id]);
  return [...seasons]
    .flatMap(([season, ids]) => rowsOf(store, actor, season, ids))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The rows of one season's plans: read, and judged, are those alone of which not the same was found before. */
function rowsOf(store: Store, actor: Actor, seasonId: string, ids: readonly string[]): readonly PlanRow[] {
  // Others write meanwhile: what is reckoned of it is reckoned after.
  const { season, digest, plans, publication } = inTransaction(store, () => {
    const standing = seasonForReading(store, actor, seasonId);
    const told = publicationOf(store, seasonId);
    const now = digestOf(standing);
    const kept = figuresOf(store, seasonId);
    const rows = ids.map((id) => {
      const version = versionOf(store, "plans", id);
      const before = kept.get(id);
      const figures = before?.version === version && before.digest === now ? before.figures : null;
      const isPublished = told?.plan === id;
      const body = figures === null || isPublished ? readBody(store, "plans", id) : null;
      return { id, version, figures, body, isPublished, proven: provenOf(store, id) };
    });
    return { season: standing, digest: now, plans: rows, publication: told };
  });
  const found = new Map<string, KeptFigures>();
  const rows = plans.map(({ id, version, figures: before, body, isPublished, proven }): PlanRow => {
    const figures = before ?? figuresIn(judged(season, body));
    if (before === null) found.set(id, { version, digest, figures });
    const { bound, cost } = figures;
    const changedSince =
      isPublished && differs(publication?.sessions ?? [], agreedOf(season, known(season, parsePlan(body, season))));
    const isHeld = bound !== null && holdsBound(bound, cost, proven, digest);
    return {
      id,
      season: seasonId,
      version,
      ...figures,
      bound: isHeld ? bound : null,
      published: isPublished,
      changedSince,
    };
  });
  if (found.size > 0) keepFigures(store, found);
  return rows;
}

function figuresIn({ bound, verdict }: ReturnType<typeof judged>): PlanFigures {
  const { feasible, staffed, sessions, total } = verdict;
  return { feasible, staffed, sessions, cost: total, bound: bound ?? null };
}
