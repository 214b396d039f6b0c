/** Records that others may refer to, taken out of the pool while nothing hangs on them. */
import { inTransaction, type Store } from "./context.js";
import { StoreError } from "./errors.js";
import { need } from "./need.js";
import type { Actor } from "./rights.js";
import { append } from "./trail.js";
import { bump } from "./versions.js";

/** What may hang on a record: what it is called, and how many there are, of its code. */
type Hanging = readonly [what: string, count: string];

const REMOVABLE = {
  organisations: {
    field: "organisation",
    hanging: [
      ["trainers", "SELECT count(*) FROM trainers WHERE organisation = ?"],
      ["names that it may see", "SELECT count(*) FROM named WHERE organisation = ?"],
      ["tokens", "SELECT count(*) FROM tokens WHERE organisation = ? AND revoked IS NULL"],
    ],
  },
  clients: {
    field: "client",
    hanging: [
      ["programmes", "SELECT count(*) FROM programmes WHERE client = ?"],
      ["sessions", "SELECT count(*) FROM sessions WHERE client = ?"],
      ["tokens", "SELECT count(*) FROM tokens WHERE organisation = ? AND revoked IS NULL"],
    ],
  },
  locals: { field: "local", hanging: [] },
  programmes: {
    field: "programme",
    hanging: [
      ["sessions", "SELECT count(*) FROM sessions WHERE json_extract(body, '$.programme') = ?"],
      ["papers", "SELECT count(*) FROM papers WHERE programme = ?"],
    ],
  },
  series: { field: "series", hanging: [] },
} as const satisfies Readonly<Record<string, { readonly field: string; readonly hanging: readonly Hanging[] }>>;
/** Kinds of record that can be taken away as such; sessions are cancelled, trainers erased. */
export type Removable = keyof typeof REMOVABLE;

/**
 * Takes a record away. Seasons that were built with it keep what they have until they are built anew.
 * @throws StoreError `unknown` for one that is not there, `inUse` where others hang on it
 */
export function removeRecord(store: Store, actor: Actor, table: Removable, id: string): void {
  const { field, hanging } = REMOVABLE[table];
  inTransaction(store, () => {
    need(store, table, "id", id, field);
    for (const [what, sql] of hanging) {
      const [count] = store.db.prepare(sql).raw().get(id) as [number];
      if (count > 0) throw new StoreError("inUse", `${field} ${id}: ${count} ${what} hang on it; change those first`);
    }
    store.db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
    bump(store, table, { id });
    append(store, actor, { action: "remove", field });
  });
}
