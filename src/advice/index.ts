/** The door of the room of advice. */
export {
  type Displaced,
  type ExplainedMember,
  type ExplainOptions,
  type Explanation,
  explain,
  type RunnerUp,
} from "./explain.js";
export type { ToldFact } from "./facts.js";
export type { Fix } from "./fixes.js";
export { type Lean, type Leans, leansOn } from "./leans.js";
export type { MetNeed } from "./needs-met.js";
export { redactCosts, redactRules, type View } from "./redact.js";
export type { Block, TrainerVerdict } from "./why-not.js";
