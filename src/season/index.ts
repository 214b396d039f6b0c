/** The door of the room: a season's life in the database. See README.md. */
export { type Answered, type Asking, answer, answerOwn, answersTo, askingsOf, ownAskings } from "./askings.js";
export { bookingsOf, type PublishedBooking, publishedPlan, soundPart } from "./bookings.js";
export { type BuildOptions, type Built, buildSeason } from "./build.js";
export type { ProgrammeRow } from "./choice.js";
export { HERSELF } from "./hers.js";
export { type Holdings, holdingsOf } from "./holdings.js";
export { toldMatches } from "./matches.js";
export { type FreeTime, freeTimes, keepCalendar, keepTime, type PoolRow, poolRows, timeOf } from "./people.js";
export { listPlans, type PlanRow } from "./plan-list.js";
export { assertOfSeason, assertPlanName, PROGRAM, proposalsOf } from "./plan-names.js";
export {
  BrokenPlan,
  brokenFor,
  diffPlans,
  type Kept,
  keepPlan,
  keepPlanBeside,
  type MadeOf,
  type PlanDiff,
} from "./plans.js";
export { agree, type PublishedPlan, publish } from "./publish.js";
export {
  digestOf,
  exportedSeason,
  type KeptPlan,
  keptPlan,
  listSeasons,
  planAgain,
  planAsSeen,
  plannerFor,
  type SeasonRow,
  seasonForAsking,
  seasonForOwn,
  seasonForPlanning,
  seasonForReading,
  seasonPeriod,
} from "./read.js";
export {
  dropRecord,
  type KeptRecord,
  keepRecord,
  keepVenue,
  keptRecord,
  keptVenue,
  listRecords,
  type RecordKind,
} from "./records.js";
export { type SheetMember, type TeamSheet, type TeamSheets, teamSheets } from "./sheets.js";
export {
  keepConsents,
  keepTrainer,
  keepWishes,
  type TrainerRow,
  type TrainerWritten,
  trainerRow,
} from "./trainers.js";
export { bookingOf, dropSession, type KeptSession, keepSession, keptSession } from "./work.js";
