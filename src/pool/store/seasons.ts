/**
 * Seasons and plans. A season is kept in pieces: its sensitive fields lie in tables of their own and come back through
 * `loadSeason` alone, which asks role, purpose and consent as `readSensitive` does and leaves a row for each trainer.
 */
import { InputError, type Plan, parsePlan, parseSeason, type Season, type Session } from "../../model/index.js";
import { join, type PlainTrainer, type Special, split } from "./bodies.js";
import { consented } from "./consented.js";
import { inTransaction, type Store } from "./context.js";
import { StoreError } from "./errors.js";
import { planFollowing } from "./follow.js";
import { planChanged } from "./life.js";
import { put, readBody } from "./records.js";
import { type Actor, mayRead, SENSITIVE_FIELDS } from "./rights.js";
import type { Answer } from "./sensitive.js";
import { standing, withPins } from "./standing.js";
import { append } from "./trail.js";
import { builtOf, bump, touch, versionOf } from "./versions.js";
import { seasonWithout, unpinned, unwaived } from "./without-trainer.js";

export type StoredSession = Omit<Session, "excludes">;
export interface StoredSeason extends Omit<Season, "trainers" | "sessions"> {
  readonly trainers: readonly PlainTrainer[];
  readonly sessions: readonly StoredSession[];
}

/** Of which programmes a season is made; null stands for sessions of none. */
export type Choice = "all" | readonly (string | null)[];

/** What a season was made of; null where that was not kept, or there is none. */
export function choiceOf({ db }: Store, season: string): Choice | null {
  const row = db.prepare("SELECT body FROM season_choice WHERE season = ?").get(season) as { body: string } | undefined;
  return row === undefined ? null : (JSON.parse(row.body) as Choice);
}

/**
 * Keeps a season, or keeps it anew; its plans stay.
 * @param choice what it was made of; null where nobody knows
 * @throws InputError as `parseSeason` does; StoreError `unknown` for a trainer whom the pool does not know: without her record
 * she could neither consent nor be erased
 */
export function saveSeason(store: Store, actor: Actor, value: unknown, choice: Choice | null = null): void {
  const season = parseSeason(value);
  const { db } = store;
  inTransaction(store, () => {
    const known = db.prepare("SELECT 1 FROM trainers WHERE code = ?");
    for (const { id } of season.trainers) {
      if (known.get(id) === undefined) throw new StoreError("unknown", `trainer ${id}: not in the pool; add her first`);
    }
    const parts = season.trainers.map(split);
    const body: StoredSeason = {
      ...season,
      trainers: parts.map(({ plain }) => plain),
      sessions: season.sessions.map(({ excludes, ...session }) => session),
    };
    followPlans(store, season);
    // What lies in the tables below counts even where the rest is as it was.
    touch(store);
    const [seen, hidden] = [versionOf(store, "seasons", season.id), hiddenOf(store, season.id)];
    put(store, "seasons", { id: season.id, body: JSON.stringify(body) });
    for (const table of ["season_special", "season_excludes", "season_built", "season_choice"]) {
      db.prepare(`DELETE FROM ${table} WHERE season = ?`).run(season.id);
    }
    const field = db.prepare("INSERT INTO season_special VALUES (?, ?, ?, ?)");
    const version = db.prepare("INSERT INTO season_built VALUES (?, ?, ?)");
    for (const { plain, special } of parts) {
      version.run(season.id, plain.id, builtOf(store, plain.id));
      for (const name of SENSITIVE_FIELDS) field.run(season.id, plain.id, name, JSON.stringify(special[name]));
    }
    const excludes = db.prepare("INSERT INTO season_excludes VALUES (?, ?, ?)");
    for (const session of season.sessions) excludes.run(season.id, session.id, JSON.stringify(session.excludes));
    // A ban raises its version as an absence does, which is in its body: else the one could be told from the other.
    if (versionOf(store, "seasons", season.id) === seen && hiddenOf(store, season.id) !== hidden)
      bump(store, "seasons", { id: season.id });
    if (choice !== null) put(store, "season_choice", { season: season.id, body: JSON.stringify(choice) });
    append(store, actor, { action: "save", field: "season" });
  });
}

/** What of a season does not lie in its body, as text. */
function hiddenOf({ db }: Store, season: string): string {
  const special = db.prepare("SELECT * FROM season_special WHERE season = ? ORDER BY trainer, field").all(season);
  const excludes = db.prepare("SELECT * FROM season_excludes WHERE season = ? ORDER BY session").all(season);
  return JSON.stringify([special, excludes]);
}

/** Plans of the season as it was follow its dates: an index of theirs must not come to mean another date. */
function followPlans(store: Store, { id, sessions }: Season): void {
  const row = store.db.prepare("SELECT body FROM seasons WHERE id = ?").get(id) as { body: string } | undefined;
  if (row === undefined) return;
  const before = (JSON.parse(row.body) as StoredSeason).sessions;
  const plans = store.db.prepare("SELECT id, body FROM plans WHERE season = ?").all(id) as {
    id: string;
    body: string;
  }[];
  for (const plan of plans) {
    const followed = JSON.stringify(planFollowing(JSON.parse(plan.body) as Plan, before, sessions));
    if (followed === plan.body) continue;
    put(store, "plans", { id: plan.id, season: id, body: followed });
    planChanged(store, plan.id);
  }
}

/**
 * A season whole, for planning inside the program or for a file that leaves it. What a trainer has not consented to is left
 * out: tags are empty, `lived` is no role of hers, and pins let go of her; with no role left she is not in it at all, and who can be
 * kept from her own community by nothing else has no time. What has
 * happened since it was made counts (`standing.ts`).
 * @returns the season, deeply frozen, or why not
 * @throws StoreError `damaged` where a sensitive field cannot be read: never plan without it
 */
export function loadSeason(store: Store, actor: Actor, purpose: "matching" | "export", id: string): Answer<Season> {
  return inTransaction(store, (): Answer<Season> => {
    if (!SENSITIVE_FIELDS.every((field) => mayRead(actor, purpose, "", field))) {
      append(store, actor, { action: "read", purpose, field: "season", outcome: "refused" });
      return { given: false, reason: "not allowed" };
    }
    const row = store.db.prepare("SELECT body FROM seasons WHERE id = ?").get(id) as { body: string } | undefined;
    append(store, actor, {
      action: "read",
      purpose,
      field: "season",
      outcome: row === undefined ? "unknown" : "given",
    });
    if (row === undefined) return { given: false, reason: "unknown" };
    const season = settled(assembled(store, actor, purpose, JSON.parse(row.body) as StoredSeason));
    return { given: true, value: standing(store, season, purpose) };
  });
}

/** A season's period, and how many sessions and trainers it has, without reading it whole; null where there is none. */
export function seasonOutline({ db }: Store, id: string) {
  const sql = `SELECT body ->> '$.from' AS "from", body ->> '$.to' AS "to", json_array_length(body, '$.sessions') AS sessions,
    json_array_length(body, '$.trainers') AS trainers FROM seasons WHERE id = ?`;
  const row = db.prepare(sql).get(id);
  return row === undefined ? null : (row as Pick<Season, "from" | "to"> & Record<"sessions" | "trainers", number>);
}

/**
 * A season whose pins may not go together any more: somebody was erased, or took her consent back. What does not is let go.
 * @throws InputError where anything else is wrong with it
 */
function settled(season: Season): Season {
  try {
    return parseSeason(season);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const base = parseSeason({ ...season, sessions: season.sessions.map((one) => ({ ...one, pinned: null })) });
    return withPins(
      base,
      season.sessions.flatMap(({ id, pinned }) => (pinned === null ? [] : [{ session: id, pin: pinned }])),
    );
  }
}

function assembled(store: Store, actor: Actor, purpose: "matching" | "export", body: StoredSeason): Season {
  const lists = new Map<string, readonly string[]>();
  const sql = "SELECT session, value FROM season_excludes WHERE season = ?";
  for (const one of store.db.prepare(sql).all(body.id) as { session: string; value: string }[]) {
    lists.set(one.session, JSON.parse(one.value) as string[]);
  }
  const sessions = body.sessions.map((session) => {
    const excludes = lists.get(session.id);
    if (excludes === undefined) throw new StoreError("damaged", `whom session ${session.id} excludes cannot be read`);
    return { ...session, excludes };
  });
  let season: Season = { ...body, trainers: [], sessions };
  const trainers = [];
  const gone = new Set<string>();
  for (const plain of body.trainers) {
    const { special, withheld, away } = consented(store, plain.id, purpose, specialOf(store, body.id, plain.id));
    append(store, actor, {
      action: "read",
      purpose,
      field: "all",
      trainer: plain.id,
      outcome: withheld ? "no consent" : "given",
    });
    if (withheld) season = { ...season, sessions: season.sessions.map((s) => unpinned(s, plain.id)) };
    const trainer = join(plain, special);
    trainers.push(away ? { ...trainer, available: [] } : trainer);
    if (away) gone.add(plain.id);
  }
  season = { ...season, trainers, sessions: season.sessions.map((one) => unwaived(one, gone)) };
  for (const { id } of trainers.filter(({ roles }) => roles.length === 0)) season = seasonWithout(season, id);
  return season;
}

function specialOf(store: Store, season: string, trainer: string): Special {
  const sql = "SELECT field, value FROM season_special WHERE season = ? AND trainer = ?";
  const rows = store.db.prepare(sql).all(season, trainer) as { field: string; value: string }[];
  const special = Object.fromEntries(rows.map(({ field, value }) => [field, JSON.parse(value) as unknown]));
  for (const field of SENSITIVE_FIELDS) {
    if (!Object.hasOwn(special, field)) throw new StoreError("damaged", `${field} of a trainer cannot be read`);
  }
  return special as unknown as Special;
}

/** All plans with the seasons that they are of. */
export function plansOf({ db }: Store): readonly { readonly id: string; readonly season: string }[] {
  return db.prepare("SELECT id, season FROM plans ORDER BY id").all() as { id: string; season: string }[];
}

/** The season that a plan is of, or null for no such plan. */
export function seasonOfPlan(store: Store, plan: string): string | null {
  const row = store.db.prepare("SELECT season FROM plans WHERE id = ?").get(plan);
  return (row as { season: string } | undefined)?.season ?? null;
}

/** The digest of the season of which this program proved the bound that a plan states, or null. */
export function provenOf(store: Store, plan: string): string | null {
  const row = store.db.prepare("SELECT digest FROM proven WHERE plan = ?").get(plan);
  return (row as { digest: string } | undefined)?.digest ?? null;
}

/**
 * Keeps a plan of a season, or keeps it anew: what others agreed to was the one before.
 * @param proven the digest of the season of which its bound was proven by this program; null where it states none
 * @throws InputError for what is no plan; StoreError `unknown` for a season that is not there. Whether it breaks a rule is for
 * `check` to say, before this is called
 */
export function savePlan(
  store: Store,
  actor: Actor,
  id: string,
  season: string,
  value: unknown,
  proven: string | null = null,
): void {
  inTransaction(store, () => {
    const row = store.db.prepare("SELECT body FROM seasons WHERE id = ?").get(season) as { body: string } | undefined;
    if (row === undefined) throw new StoreError("unknown", `season ${season}: not in the database; add it first`);
    // Judging a plan's form asks nothing sensitive of its season.
    const plan: Plan = parsePlan(value, JSON.parse(row.body) as Season);
    const body = JSON.stringify(plan);
    const before = readBody(store, "plans", id);
    put(store, "plans", { id, season, body });
    if (JSON.stringify(before) !== body) planChanged(store, id);
    if (proven !== null) put(store, "proven", { plan: id, digest: proven });
    append(store, actor, { action: "save", field: "plan" });
  });
}
