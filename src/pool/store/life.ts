/** A plan after it was made: who agreed to publish it, what was published, what trainers answer. */
import type { Member, Slot } from "../../model/index.js";
import { inTransaction, type Store } from "./context.js";
import { StoreError } from "./errors.js";
import type { Actor } from "./rights.js";
import { append } from "./trail.js";
import { bump, touch } from "./versions.js";

/** A session as people were told of it; the date written out, since a season that is built anew may offer others. */
export interface Agreed {
  readonly session: string;
  readonly slot: Slot;
  readonly team: readonly Member[];
  /** where people were told that it is; null: online. Absent in what was published before it was kept */
  readonly place?: string | null;
}

export interface Publication {
  readonly season: string;
  readonly plan: string;
  readonly at: string;
  readonly sessions: readonly Agreed[];
}

/** Publishes dates and teams of a season, in place of what was published before. */
export function savePublication(store: Store, actor: Actor, { season, plan, at, sessions }: Publication): void {
  inTransaction(store, () => {
    store.db
      .prepare(
        "INSERT INTO published VALUES (?, ?, ?, ?) ON CONFLICT (season) DO UPDATE SET plan = excluded.plan, at = excluded.at, body = excluded.body",
      )
      .run(season, plan, at, JSON.stringify(sessions));
    bump(store, "published", { season });
    append(store, actor, { action: "publish", field: "plan" });
  });
}

/** What was last published of a season, or null. */
export function publicationOf(store: Store, season: string): Publication | null {
  const row = store.db.prepare("SELECT plan, at, body FROM published WHERE season = ?").get(season);
  if (row === undefined) return null;
  const { body, ...rest } = row as { plan: string; at: string; body: string };
  return { season, ...rest, sessions: JSON.parse(body) as Agreed[] };
}

/** Everybody who stands in what was published, of any season. */
export function assignedTrainers(store: Store): ReadonlySet<string> {
  const rows = store.db.prepare("SELECT body FROM published").all() as { body: string }[];
  const agreed = rows.flatMap(({ body }) => JSON.parse(body) as Agreed[]);
  return new Set(agreed.flatMap(({ team }) => team.map(({ trainer }) => trainer)));
}

/** An account agrees that a plan be published. */
export function saveAgreement(store: Store, actor: Actor, season: string, plan: string): void {
  inTransaction(store, () => {
    const sql = "INSERT INTO agreements VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    store.db.prepare(sql).run(season, actor.id, plan, store.now());
    append(store, actor, { action: "agree", field: "plan" });
  });
}

/** A plan is no longer what it was: nobody has agreed to it as it is, and no bound was proven of it. */
export function planChanged(store: Store, plan: string): void {
  for (const table of ["agreements", "proven"]) store.db.prepare(`DELETE FROM ${table} WHERE plan = ?`).run(plan);
}

/** The accounts that agreed to publish a plan, with when. */
export function agreementsOf(store: Store, season: string, plan: string): readonly { account: string; at: string }[] {
  const sql = "SELECT account, at FROM agreements WHERE season = ? AND plan = ? ORDER BY at, account";
  return store.db.prepare(sql).all(season, plan) as { account: string; at: string }[];
}

export const REPLIES = ["asked", "yes", "no", "silent"] as const;
export type ReplyKind = (typeof REPLIES)[number];

/** What a trainer answered to a date: `silent` is that she did not. */
export interface Reply {
  readonly session: string;
  readonly trainer: string;
  readonly slot: Slot;
  /** where, and in which seat, she was asked to come; absent in replies that were kept before these were */
  readonly place?: string | null;
  readonly seat?: Member["seat"];
  readonly reply: ReplyKind;
  readonly at: string;
}

/** Whether a reply is one to what is published now: the date, the place and her seat. */
export function repliesTo(reply: Omit<Reply, "at">, told: Agreed): boolean {
  const seat = told.team.find(({ trainer }) => trainer === reply.trainer)?.seat;
  return (
    JSON.stringify(reply.slot) === JSON.stringify(told.slot) &&
    (reply.place === undefined || told.place === undefined || reply.place === told.place) &&
    (reply.seat === undefined || seat === undefined || reply.seat === seat)
  );
}

/** @throws StoreError `unknown` for a trainer or a season that is not there */
export function saveReply(store: Store, actor: Actor, season: string, reply: Omit<Reply, "at">): void {
  const { session, trainer, ...body } = reply;
  if (!REPLIES.includes(reply.reply)) throw new StoreError("unknown", `a reply is one of ${REPLIES.join(", ")}`);
  inTransaction(store, () => {
    for (const [table, key, id, what] of [
      ["seasons", "id", season, "season"],
      ["trainers", "code", trainer, "trainer"],
    ] as const)
      if (store.db.prepare(`SELECT 1 FROM ${table} WHERE ${key} = ?`).get(id) === undefined)
        throw new StoreError("unknown", `${what} ${id}: not in the database`);
    store.db
      .prepare(
        "INSERT INTO replies VALUES (?, ?, ?, ?) ON CONFLICT (season, session, trainer) DO UPDATE SET body = excluded.body",
      )
      .run(season, session, trainer, JSON.stringify({ ...body, at: store.now() }));
    touch(store);
    append(store, actor, { action: `reply ${reply.reply}`, field: "assignment", trainer });
  });
}

/** All replies of a season, by session and trainer. */
export function repliesOf(store: Store, season: string): readonly Reply[] {
  const sql = "SELECT session, trainer, body FROM replies WHERE season = ? ORDER BY session, trainer";
  const rows = store.db.prepare(sql).all(season) as { session: string; trainer: string; body: string }[];
  return rows.map(({ session, trainer, body }) => ({
    session,
    trainer,
    ...(JSON.parse(body) as Omit<Reply, "session" | "trainer">),
  }));
}

/** Notes that somebody declined what is published of a season: it is to be repaired, after a restart too. */
export function noteRepairDue({ db }: Store, season: string): void {
  db.prepare("INSERT INTO repairs_due VALUES (?, 1) ON CONFLICT (season) DO UPDATE SET noes = noes + 1").run(season);
}

/** The seasons that are to be repaired, with how many declined since each last was. */
export function repairsDue({ db }: Store): ReadonlyMap<string, number> {
  const rows = db.prepare("SELECT season, noes FROM repairs_due ORDER BY season").all();
  return new Map((rows as { season: string; noes: number }[]).map(({ season, noes }) => [season, noes]));
}

/** A season was repaired. @param noes how many had declined when that began: where more have by now it is to be repaired again */
export function repairDone({ db }: Store, season: string, noes: number): void {
  db.prepare("DELETE FROM repairs_due WHERE season = ? AND noes = ?").run(season, noes);
}
