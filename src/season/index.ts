/** The door of the room: a season's life in the database. See README.md. */
export { type BuildOptions, type Built, buildSeason } from "./build.js";
export { type Holdings, holdingsOf } from "./holdings.js";
export { keepCalendar, keepTime, type PoolRow, poolRows, timeOf } from "./people.js";
export { BrokenPlan, brokenFor, diffPlans, keepPlan, listPlans, type PlanDiff, type PlanRow } from "./plans.js";
export {
  type Answered,
  type Asking,
  agree,
  answer,
  answerOwn,
  askingsOf,
  ownAskings,
  type PublishedPlan,
  publish,
  publishedPlan,
} from "./publish.js";
export {
  exportedSeason,
  type KeptPlan,
  keptPlan,
  listSeasons,
  plannerFor,
  type SeasonRow,
  seasonForAsking,
  seasonForOwn,
  seasonForPlanning,
  seasonForReading,
} from "./read.js";
export { type SheetMember, type TeamSheet, teamSheets } from "./sheets.js";
export { dropSession, type KeptSession, keepSession, keptSession } from "./work.js";
