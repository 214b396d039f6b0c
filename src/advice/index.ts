/** The door of the room of advice. */
export { type ChangedSession, changesOf, type Placed } from "./changes.js";
export {
  type Displaced,
  type ExplainedMember,
  type ExplainOptions,
  type Explanation,
  explain,
  type RunnerUp,
} from "./explain.js";
export type { Fix } from "./fixes.js";
export { type Lean, type Leans, leansOn } from "./leans.js";
export type { MetNeed } from "./needs-met.js";
export { recruit } from "./recruit/recruit.js";
export type * from "./recruit/types.js";
export {
  assertEditsAskable,
  assertKnownNeeds,
  assertSessionAskable,
  NOT_AVAILABLE,
  redactCosts,
  redactRules,
  redactViolations,
  type ShownCosts,
  type ToldRule,
  type View,
} from "./redact.js";
export { plainRepairTask, repairTask } from "./repair/known.js";
export { repair } from "./repair/repair.js";
export type { Contact, ContactSession, Repair, RepairEvent, RepairOptions, RepairTask } from "./repair/types.js";
export { standingPart } from "./start.js";
export {
  Advisor,
  type BlockedTrainer,
  type DateLeft,
  planWith,
  type SuggestedSession,
  type SuggestedTeam,
  type Suggestions,
  type SuggestOptions,
  withSession,
} from "./suggest/advisor.js";
export { type BudgetRange, eachTrainerIll, eachTrainerLeaves, scenariosFile, sweepBudget } from "./sweep.js";
export type { ToldFact } from "./told.js";
export { whatif } from "./whatif.js";
export {
  type Better,
  BrokenPlanError,
  type ScenarioResult,
  type Solver,
  type WhatifEvent,
  type WhatifOptions,
  type WhatifOutcome,
  type WhatifResult,
} from "./whatif-api.js";
export type { Block, TrainerVerdict } from "./why-not.js";
