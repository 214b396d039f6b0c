/** Every kind of record that goes in and out, in the order in which they are saved: what is referred to comes first. */
import type { Entity, EntityKey, Sheet } from "./columns.js";
import {
  CLIENT,
  type ClientRecord,
  LOCAL,
  type LocalRecord,
  ORGANISATION,
  type OrganisationRecord,
  PROGRAMME,
  type ProgrammeRecord,
} from "./entity-parties.js";
import { SERIES, type SeriesRecord } from "./entity-series.js";
import { SESSION, type SessionRecord } from "./entity-session.js";
import { TRAINER, type TrainerRecord } from "./entity-trainer.js";

/** The record of each kind. */
export interface RecordOf {
  readonly organisation: OrganisationRecord;
  readonly trainer: TrainerRecord;
  readonly client: ClientRecord;
  readonly local: LocalRecord;
  readonly programme: ProgrammeRecord;
  readonly session: SessionRecord;
  readonly series: SeriesRecord;
}

export const ENTITIES: { readonly [K in EntityKey]: Entity<RecordOf[K]> } = {
  organisation: ORGANISATION,
  trainer: TRAINER,
  client: CLIENT,
  local: LOCAL,
  programme: PROGRAMME,
  session: SESSION,
  series: SERIES,
};
export const ENTITY_KEYS = Object.keys(ENTITIES) as readonly EntityKey[];

/** The sheets in the order of the workbook, each with whose it is. */
export const SHEETS: readonly { readonly sheet: Sheet; readonly entity: EntityKey; readonly main: boolean }[] =
  ENTITY_KEYS.flatMap((entity) => [
    { sheet: ENTITIES[entity].main, entity, main: true },
    ...ENTITIES[entity].details.map((sheet) => ({ sheet, entity, main: false })),
  ]);

/** Records of every kind. */
export type PoolRecords = { readonly [K in EntityKey]: readonly RecordOf[K][] };
