/** The papers of a programme, from its order to what was held: JSON that the rooms above have judged. */

import type { Series, Session } from "../../model/index.js";
import { inTransaction, type Store } from "./context.js";
import { StoreError } from "./errors.js";
import { excludesOf } from "./excludes.js";
import { pinFollowing } from "./follow.js";
import { readBody } from "./records.js";
import type { Actor } from "./rights.js";
import { append } from "./trail.js";
import { bump } from "./versions.js";

/** Which paper: its kind, and of which part of the programme (an item's groups); the whole is "". */
export interface PaperKey {
  readonly kind: string;
  readonly part: string;
}

export function savePaper(
  store: Store,
  actor: Actor,
  programme: string,
  { kind, part }: PaperKey,
  value: unknown,
): void {
  inTransaction(store, () => {
    const { changes } = store.db
      .prepare(
        "INSERT INTO papers VALUES (?, ?, ?, ?, ?) ON CONFLICT (programme, kind, part) DO UPDATE SET body = excluded.body, at = excluded.at WHERE body IS NOT excluded.body",
      )
      .run(programme, kind, part, JSON.stringify(value), store.now());
    if (changes > 0) bump(store, "papers", { programme });
    append(store, actor, { action: "save", field: `paper ${kind}` });
  });
}

/** Takes a paper away. @throws StoreError `unknown` where none is kept */
export function removePaper(store: Store, actor: Actor, programme: string, { kind, part }: PaperKey): void {
  inTransaction(store, () => {
    const sql = "DELETE FROM papers WHERE programme = ? AND kind = ? AND part = ?";
    if (store.db.prepare(sql).run(programme, kind, part).changes === 0)
      throw new StoreError("unknown", `programme ${programme}: no paper ${[kind, part].join(" of ")} is kept of it`);
    bump(store, "papers", { programme });
    append(store, actor, { action: "remove", field: `paper ${kind}` });
  });
}

/** A paper's value, or null. */
export function paperValue(store: Store, programme: string, { kind, part }: PaperKey): unknown {
  const sql = "SELECT body FROM papers WHERE programme = ? AND kind = ? AND part = ?";
  const row = store.db.prepare(sql).get(programme, kind, part) as { body: string } | undefined;
  return row === undefined ? null : JSON.parse(row.body);
}

/** Which sessions a programme has in the pool, as the room that books them keeps it. */
export interface Booked {
  readonly sessions: readonly string[];
  readonly series: readonly string[];
  /** which of the programmes that could be chosen it is; null: there was no choice; absent: booked before it was kept */
  readonly kind?: string | null;
}
export const BOOKED: PaperKey = { kind: "booked", part: "" };

/** The sessions that were booked with a programme. */
export function bookedSessions(store: Store, programme: string): readonly string[] {
  return (paperValue(store, programme, BOOKED) as Booked | null)?.sessions ?? [];
}

/** Which of the programmes that could be chosen is booked; null where none is, or it was not kept yet. */
export function bookedKind(store: Store, programme: string): string | null {
  return (paperValue(store, programme, BOOKED) as Booked | null)?.kind ?? null;
}

/** Session → the programme that it was booked with. */
export function bookedWith(store: Store): ReadonlyMap<string, string> {
  const sql = "SELECT programme FROM papers WHERE kind = ? AND part = ? ORDER BY programme";
  const rows = store.db.prepare(sql).all(BOOKED.kind, BOOKED.part) as { programme: string }[];
  return new Map(
    rows.flatMap(({ programme }) => bookedSessions(store, programme).map((session) => [session, programme] as const)),
  );
}

/** The papers that are kept, with when each was saved. @param programme null: of all programmes */
export function listPapers(
  store: Store,
  programme: string | null,
): readonly (PaperKey & { readonly programme: string; readonly at: string })[] {
  const sql =
    "SELECT programme, kind, part, at FROM papers WHERE ? IS NULL OR programme = ? ORDER BY programme, at, kind, part";
  return store.db.prepare(sql).all(programme, programme) as ReturnType<typeof listPapers>[number][];
}

/**
 * Takes a session out of the pool, and out of its series, which goes when one is left. Seasons that have it keep it until they are
 * built anew.
 * @throws StoreError `unknown` for a session that is not there
 */
export function cancelSession(store: Store, actor: Actor, id: string): void {
  const { db } = store;
  inTransaction(store, () => {
    if (db.prepare("DELETE FROM sessions WHERE id = ?").run(id).changes === 0)
      throw new StoreError("unknown", `session ${id}: not in the database`);
    bump(store, "sessions", { id });
    for (const { id: code, body } of db.prepare("SELECT id, body FROM series").all() as {
      id: string;
      body: string;
    }[]) {
      const series = JSON.parse(body) as Series;
      if (!series.sessions.includes(id)) continue;
      const sessions = series.sessions.filter((one) => one !== id);
      if (sessions.length < 2) db.prepare("DELETE FROM series WHERE id = ?").run(code);
      else db.prepare("UPDATE series SET body = ? WHERE id = ?").run(JSON.stringify({ ...series, sessions }), code);
      bump(store, "series", { id: code });
    }
    append(store, actor, { action: "cancel", field: "session" });
  });
}

/**
 * What people set on a session after it was made, for one that is made anew: whom it excludes, waivers, what is fixed.
 * @param slots its dates as they are made anew: what was fixed on one that is gone is let go
 */
export function keptOfSession(
  store: Store,
  id: string,
  slots: Session["slots"],
): Pick<Session, "excludes" | "waivers" | "pinned"> | null {
  const body = readBody(store, "sessions", id) as Session | null;
  if (body === null) return null;
  const { waivers, pinned } = body;
  return { excludes: excludesOf(store, id), waivers, pinned: pinFollowing(pinned, body.slots, slots) };
}

/** The code of the client of that name, or null. */
export function clientNamed(store: Store, name: string): string | null {
  const row = store.db.prepare("SELECT id FROM clients WHERE name = ? ORDER BY id").get(name);
  return (row as { id: string } | undefined)?.id ?? null;
}
