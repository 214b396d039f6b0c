/** The door of the room: everything that a face needs to put a plan on paper. */
export { type CalendarOptions, planCalendar } from "./calendar.js";
export { planCsv, planXlsx } from "./csv.js";
export { gapPercent, hours, shortDay, shortPeriod, whole } from "./dates.js";
export { type ExplanationPaper, explanationText, leansText } from "./explanation.js";
export { holdingsHtml } from "./holdings.js";
export { planHtml } from "./html.js";
export { escapeHtml } from "./html-document.js";
export { type LabelKind, type Labels, labelsFrom, noLabels } from "./labels.js";
export { type AskedDate, datesText, knownNote } from "./observances.js";
export { reasonLines } from "./reasons.js";
export { recruitText } from "./recruit.js";
export { staffedIn } from "./staffed.js";
export { datesLeftText, suggestedSessionsText, suggestionsText } from "./suggestions.js";
export { type Helpline, teamSheetsHtml } from "./team-sheet.js";
export { boundLine, planText, visible } from "./text-table.js";
export {
  brokenLines,
  type LeftPublished,
  leftLines,
  type OpenView,
  type PartRow,
  type PlanView,
  type ShownVerdict,
  statementLines,
  viewPlan,
  type WeekView,
} from "./view.js";
export { LANGS, type Lang, type PaperRule, paperRule, WORDS, type Words } from "./words.js";
