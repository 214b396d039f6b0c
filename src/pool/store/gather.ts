/** What a season is made of: trainers as planning may use them, and the work of a period. */
import type { Interval, Series, Session, Trainer } from "../../model/index.js";
import type { Availability } from "../availability/types.js";
import { join, type PlainTrainer, type Special } from "./bodies.js";
import { consented } from "./consented.js";
import { inTransaction, type Store } from "./context.js";
import { StoreError } from "./errors.js";
import { type Actor, mayRead, SENSITIVE_FIELDS } from "./rights.js";
import { tableOf } from "./schema.js";
import { append } from "./trail.js";
import { valuesByTrainer } from "./values.js";

/** A trainer as planning may use her, and what she said of her time. */
export interface GatheredTrainer {
  readonly trainer: Trainer;
  readonly availability: Availability | null;
  /** wall times at which her own calendar is full */
  readonly busy: readonly Interval[];
  /** she can be sent nowhere, whatever her time */
  readonly away: boolean;
}

/**
 * All trainers of the pool for planning: what they have not consented to is left out, and whoever has no role then is left out
 * whole. A row of the trail for each.
 * @throws StoreError `refused` for another actor than the planner; `damaged` where a sensitive field cannot be read
 */
export function gatherTrainers(store: Store, actor: Actor): readonly GatheredTrainer[] {
  return inTransaction(store, () => {
    if (!SENSITIVE_FIELDS.every((field) => mayRead(actor, "matching", "", field)))
      throw new StoreError("refused", "only the program itself gathers trainers");
    const special = SENSITIVE_FIELDS.map((field) => [field, valuesByTrainer(store, tableOf(field), "value")] as const);
    const [times, busy] = [valuesByTrainer(store, "availability", "body"), valuesByTrainer(store, "busy", "body")];
    const rows = store.db.prepare("SELECT code, body FROM trainers ORDER BY code").all();
    return (rows as { code: string; body: string }[]).flatMap(({ code, body }): GatheredTrainer[] => {
      const whole = Object.fromEntries(
        special.map(([field, values]) => {
          const value = values.get(code);
          if (value === undefined) throw new StoreError("damaged", `${field} of a trainer cannot be read`);
          return [field, value];
        }),
      ) as unknown as Special;
      const { special: allowed, withheld, away } = consented(store, code, "matching", whole);
      const outcome = withheld ? "no consent" : "given";
      append(store, actor, { action: "read", purpose: "matching", field: "all", trainer: code, outcome });
      if (allowed.roles.length === 0) return [];
      const trainer = join(JSON.parse(body) as PlainTrainer, allowed);
      const availability = (times.get(code) ?? null) as Availability | null;
      return [{ trainer, availability, busy: (busy.get(code) ?? []) as readonly Interval[], away }];
    });
  });
}

/** The work that the pool knows: sessions with whom they exclude, each with its client, and series. */
export interface GatheredWork {
  readonly sessions: readonly { readonly client: string | null; readonly session: Session }[];
  readonly series: readonly Series[];
  readonly programmes: readonly { readonly id: string; readonly budget: number }[];
}

/** All of the pool's work, for planning inside the program: it says whom sessions exclude. */
export function gatherWork(store: Store): GatheredWork {
  const sql =
    "SELECT id, client, body, value FROM sessions LEFT JOIN session_excludes ON session_excludes.session = sessions.id ORDER BY id";
  const rows = store.db.prepare(sql).all() as {
    id: string;
    client: string | null;
    body: string;
    value: string | null;
  }[];
  const bodies = (table: string): unknown[] =>
    (store.db.prepare(`SELECT body FROM ${table} ORDER BY id`).all() as { body: string }[]).map(({ body }) =>
      JSON.parse(body),
    );
  return {
    sessions: rows.map(({ id, client, body, value }) => {
      if (value === null) throw new StoreError("damaged", `whom session ${id} excludes cannot be read`);
      return { client, session: { ...(JSON.parse(body) as Session), excludes: JSON.parse(value) as string[] } };
    }),
    series: bodies("series") as Series[],
    programmes: bodies("programmes") as { id: string; budget: number }[],
  };
}
