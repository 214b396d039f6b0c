/** The pool out to spreadsheets: what the actor may see, through the one door to what is sensitive, and nothing else. */
import { NO_AVAILABILITY } from "../availability/types.js";
import { join, type Special } from "../store/bodies.js";
import {
  type Actor,
  assertMay,
  availabilityOf,
  codesOf,
  inTransaction,
  NO_WISHES,
  organisationOf,
  readContact,
  readSensitive,
  readTrainer,
  SENSITIVE_FIELDS,
  type SensitiveField,
  type Store,
  wishesOf,
} from "../store/index.js";
import type { EntityKey } from "./columns.js";
import { ENTITY_KEYS, type PoolRecords, type RecordOf } from "./entities.js";
import type { TrainerRecord } from "./entity-trainer.js";
import { consents, maySeeColumn, recordOf, TABLES } from "./import.js";
import type { WriteOptions } from "./write.js";

/** Records for `recordsXlsx` and `recordsCsv`. What the actor may not see is blank in them, and its columns are to be left out. */
export interface Export {
  readonly records: PoolRecords;
  /** trainer → sensitive fields that she has not consented to have exported */
  readonly withheld: ReadonlyMap<string, ReadonlySet<SensitiveField>>;
}

/**
 * What an actor may take out: a coordinator the trainers of her own organisation without sensitive fields, a safety officer all
 * with those fields that their consent or their safety allows. Each look leaves its row in the trail.
 */
export function exportRecords(store: Store, actor: Actor): Export {
  assertMay(store, actor, "exchange");
  return inTransaction(store, () => {
    const withheld = new Map<string, ReadonlySet<SensitiveField>>();
    const one = (key: EntityKey, code: string): RecordOf[EntityKey] | null => {
      if (key === "trainer") return trainerFor(store, actor, code, withheld);
      const record = recordOf(store, actor, key, code);
      if (record === null || !("session" in record) || actor.role === "safetyOfficer") return record;
      return { ...record, session: { ...record.session, excludes: [] } };
    };
    const all = ENTITY_KEYS.map((key) => [key, codesOf(store, TABLES[key]).flatMap((code) => one(key, code) ?? [])]);
    return { records: Object.fromEntries(all) as unknown as PoolRecords, withheld };
  });
}

const NOTHING: Special = {
  roles: [],
  backgrounds: [],
  languages: [],
  traits: [],
  exposure: {},
  ownCommunityKm: 0,
  avoidPlaces: [],
  avoidTrainers: [],
};

/** A trainer as far as the actor may have her; null where not at all. Which fields stay behind goes into `withheld`. */
function trainerFor(
  store: Store,
  actor: Actor,
  code: string,
  withheld: Map<string, ReadonlySet<SensitiveField>>,
): TrainerRecord | null {
  const plain = readTrainer(store, code);
  if (plain === null) return null;
  const wishes = actor.role === "coordinator" ? wishesOf(store, code) : NO_WISHES;
  const common = {
    availability: availabilityOf(store, code) ?? NO_AVAILABILITY,
    consents: consents(store, code),
    wishes,
  };
  if (actor.role === "coordinator") {
    const contact = readContact(store, actor, code);
    return contact.given ? { ...contact.value, ...common, trainer: join(plain, NOTHING) } : null;
  }
  const looks = SENSITIVE_FIELDS.map((field) => [field, readSensitive(store, actor, "export", code, field)] as const);
  withheld.set(code, new Set(looks.flatMap(([field, look]) => (look.given ? [] : [field]))));
  const given = Object.fromEntries(looks.flatMap(([field, look]) => (look.given ? [[field, look.value]] : [])));
  const who = { organisation: organisationOf(store, code) ?? "", name: "", contact: "" };
  return { ...who, ...common, trainer: join(plain, { ...NOTHING, ...given }) };
}

/** What of the sheets an actor may see. A safety officer is told neither names nor when somebody can come. */
export function viewOf(actor: Actor): Pick<WriteOptions, "shows" | "showsSheet"> {
  return {
    shows: (column) => maySeeColumn(actor, column),
    showsSheet: (key) => key !== "availability" || actor.role === "coordinator",
  };
}
