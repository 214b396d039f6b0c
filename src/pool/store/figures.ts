/** What was found of a plan in its season as it stood, kept so that a list of plans need not read and judge each again. */
import { inTransaction, type Store } from "./context.js";

/** How a plan stands in a season, in figures. */
export interface PlanFigures {
  readonly feasible: boolean;
  readonly staffed: number;
  readonly sessions: number;
  readonly cost: number;
  /** as the plan states it */
  readonly bound: number | null;
}
/** Of which version of a plan they are, and by its digest of which season. */
export interface KeptFigures {
  readonly version: number;
  readonly digest: string;
  readonly figures: PlanFigures;
}

/** The figures of a season's plans that were kept, by the plan's id. */
export function figuresOf({ db }: Store, season: string): ReadonlyMap<string, KeptFigures> {
  const sql =
    "SELECT plan, version, digest, plan_figures.body FROM plan_figures JOIN plans ON plan = plans.id WHERE season = ?";
  const rows = db.prepare(sql).all(season) as { plan: string; version: number; digest: string; body: string }[];
  return new Map(
    rows.map(({ plan, version, digest, body }) => [
      plan,
      { version, digest, figures: JSON.parse(body) as PlanFigures },
    ]),
  );
}

/** Keeps figures of plans; of one that is gone by now nothing is kept. */
export function keepFigures(store: Store, found: ReadonlyMap<string, KeptFigures>): void {
  const sql =
    "INSERT INTO plan_figures SELECT id, ?, ?, ? FROM plans WHERE id = ? ON CONFLICT (plan) DO UPDATE SET version = excluded.version, digest = excluded.digest, body = excluded.body";
  inTransaction(store, () => {
    for (const [plan, { version, digest, figures }] of found)
      store.db.prepare(sql).run(version, digest, JSON.stringify(figures), plan);
  });
}
