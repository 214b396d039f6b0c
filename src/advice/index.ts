/** The door of the room of advice. */
export { redactCosts, redactRules, type View } from "./redact.js";
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
