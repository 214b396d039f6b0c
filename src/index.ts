/**
 * The library's public face: everything that the command line does, with types. Read a season and a plan, judge a plan,
 * put it on paper; list the observances of a period and rank a session's slots by them. Codes throughout; what cannot be read is an `InputError` with every wrong field.
 */
export * from "./advice/index.js";
export { check } from "./check/check.js";
export * from "./dates/index.js";
export { readCalendarFiles } from "./faces/cli/data-files.js";
export { PRESETS, type PresetName, type WeightChange, type WeightPreset, withPreset } from "./faces/cli/weights.js";
export * from "./model/index.js";
export {
  LANGS,
  type LabelKind,
  type Labels,
  type Lang,
  labelsFrom,
  noLabels,
  type PlanView,
  planCsv,
  planHtml,
  planText,
  reasonLines,
  viewPlan,
} from "./papers/index.js";
export * from "./pool/availability/index.js";
export type {
  OpenReason,
  OpenSession,
  SolveEvent,
  SolveOptions,
  SolveOutcome,
  SolveStatus,
} from "./solve/api.js";
export { openReasons, solve } from "./solve/index.js";
