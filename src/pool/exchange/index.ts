/** The pool in and out of spreadsheets. See ../README.md. */
export { applyPatches, type Change, type LookUp } from "./apply.js";
export type { Choice, Lang } from "./choices.js";
export type { Column, EntityKey, Sheet, SheetKey } from "./columns.js";
export { type Consents, settleConsents } from "./consents.js";
export { ENTITIES, ENTITY_KEYS, type PoolRecords, type RecordOf, SHEETS } from "./entities.js";
export type { ClientRecord, LocalRecord, OrganisationRecord, ProgrammeRecord } from "./entity-parties.js";
export type { SessionRecord } from "./entity-session.js";
export { recordOfHoldings, type TrainerRecord } from "./entity-trainer.js";
export { type Export, exportRecords, viewOf } from "./export.js";
export { type ImportOutcome, importTables, recordOf, saveRecord } from "./import.js";
export { issueText, type SheetIssue, SheetsRefused } from "./issues.js";
export type { DataChoices } from "./lists.js";
export { readTables, type TablesOfFile } from "./read.js";
export { recordsCsv, recordsXlsx, recordTables, templateXlsx, type WriteOptions } from "./write.js";
