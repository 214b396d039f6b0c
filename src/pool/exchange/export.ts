/** The pool out to spreadsheets: what the actor may see, and nothing else. */
import { type Actor, codesOf, inTransaction, mayName, readContact, readSensitive, type Store } from "../store/index.js";
import { SENSITIVE_FIELDS, type SensitiveField } from "../store/rights.js";
import { ENTITY_KEYS, type PoolRecords } from "./entities.js";
import type { TrainerRecord } from "./entity-trainer.js";
import { maySeeColumn, recordOf, TABLES } from "./import.js";
import type { WriteOptions } from "./write.js";

/** Records for `recordsXlsx` and `recordsCsv`, and the sensitive fields that may not leave the pool, by trainer. */
export interface Export {
  readonly records: PoolRecords;
  /** trainer → fields that she has not consented to have exported */
  readonly withheld: ReadonlyMap<string, ReadonlySet<SensitiveField>>;
}

/**
 * What an actor may take out: a coordinator the trainers of her own organisation without sensitive fields, a safety officer all
 * with those fields that their consent or their safety allows. Each look leaves its row in the trail.
 */
export function exportRecords(store: Store, actor: Actor): Export {
  return inTransaction(store, () => {
    const withheld = new Map<string, ReadonlySet<SensitiveField>>();
    const all = Object.fromEntries(
      ENTITY_KEYS.map((key) => [
        key,
        codesOf(store, TABLES[key]).flatMap((code) => {
          const record = recordOf(store, actor, key, code);
          if (record === null) return [];
          if (key !== "trainer") return [record];
          return ownTrainer(store, actor, record as TrainerRecord, withheld) ? [record] : [];
        }),
      ]),
    );
    return { records: all as unknown as PoolRecords, withheld };
  });
}

/** Whether the actor may have this trainer; which of her fields stay behind goes into `withheld`. */
function ownTrainer(
  store: Store,
  actor: Actor,
  { trainer, organisation }: TrainerRecord,
  withheld: Map<string, ReadonlySet<SensitiveField>>,
): boolean {
  if (actor.role === "coordinator") {
    return mayName(actor, trainer.id, organisation) && readContact(store, actor, trainer.id).given;
  }
  const closed = SENSITIVE_FIELDS.filter((field) => !readSensitive(store, actor, "export", trainer.id, field).given);
  withheld.set(trainer.id, new Set(closed));
  return true;
}

/** What of the sheets an actor may see. A safety officer is told neither names nor when somebody can come. */
export function viewOf(actor: Actor): Pick<WriteOptions, "shows" | "showsSheet"> {
  return {
    shows: (column) => maySeeColumn(actor, column),
    showsSheet: (key) => key !== "availability" || actor.role === "coordinator",
  };
}
