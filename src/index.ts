/**
 * The library's public face: everything that the command line does, with types. Read a season and a plan, judge a plan,
 * put it on paper; ask what teams suit a session, why, what if, whom to call after a change, whom to recruit; list the observances of a
 * period and rank a session's slots by them; go from a quick scan to a programme, its sessions and a quote; bring the pool in from
 * spreadsheets and take it out; build a season of it, keep and publish its plans and what trainers answer. Codes throughout; what cannot be read is an `InputError` with every wrong field.
 */
export * from "./advice/index.js";
export { check } from "./check/check.js";
export * from "./dates/index.js";
export { readCalendarFiles, readChoices } from "./faces/cli/data-files.js";
export * from "./model/index.js";
export { PRESETS, type PresetName, type WeightChange, type WeightPreset, withPreset } from "./model/weights.js";
export {
  type CalendarOptions,
  type ExplanationPaper,
  explanationText,
  type Helpline,
  holdingsHtml,
  LANGS,
  type LabelKind,
  type Labels,
  type Lang,
  labelsFrom,
  leansText,
  noLabels,
  type PlanView,
  planCalendar,
  planCsv,
  planHtml,
  planText,
  planXlsx,
  reasonLines,
  recruitText,
  teamSheetsHtml,
  viewPlan,
} from "./papers/index.js";
export * from "./papers/programme/index.js";
export * from "./pool/availability/index.js";
export {
  type Change,
  type DataChoices,
  exportRecords,
  type ImportOutcome,
  importTables,
  issueText,
  type PoolRecords,
  recordsCsv,
  recordsXlsx,
  type SheetIssue,
  SheetsRefused,
  type TablesOfFile,
  templateXlsx,
  viewOf,
  type WriteOptions,
} from "./pool/exchange/index.js";
export {
  ACTS,
  type Act,
  type Actor,
  backup,
  closeStore,
  createStore,
  eraseTrainer,
  giveConsent,
  keyFrom,
  openStore,
  type Piece,
  protect,
  protectionFor,
  REPLIES,
  type ReplyKind,
  restore,
  rotateKey,
  type Store,
  StoreError,
  type StoreOptions,
  unprotect,
  verifyStore,
  versionOf,
  viewOfRole,
  withdrawConsent,
} from "./pool/store/index.js";
export * from "./programme/index.js";
export { openQueue, QueueError, queueSolver, work } from "./queue/index.js";
export * from "./season/index.js";
export { readTablesOf } from "./sheets/read.js";
export { FileFault, SHEET_LIMITS, type SheetLimits } from "./sheets/types.js";
export type {
  OpenReason,
  OpenSession,
  SolveEvent,
  SolveOptions,
  SolveOutcome,
  SolveStatus,
  WarmPrices,
} from "./solve/api.js";
export { openReasons, solve } from "./solve/index.js";
