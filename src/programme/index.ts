/** The door of the room: everything from the questionnaire to the account. See README.md for what is where. */
export { type Account, accountsOf, type Held, parseHeld, readHeld } from "./account.js";
export {
  type Alternative,
  type Asked,
  alternativesOf,
  type ChoiceFile,
  choiceSchema,
  readChoice,
} from "./choose/alternatives.js";
export { conflictOf, type Wish } from "./choose/conflict.js";
export { type AlternativeKind, readKinds } from "./choose/kinds.js";
export {
  type Booking,
  type BookingFacts,
  bookProgramme,
  keepPaper,
  PAPER_KINDS,
  type PaperKind,
  type Programmed,
  paperOf,
  papersOf,
} from "./dossier.js";
export { type Groups, groupsOf, groupsSchema, readGroups } from "./groups/groups.js";
export {
  type Closing,
  closedDay,
  type Intake,
  type Participant,
  parseIntake,
  readIntake,
} from "./groups/participants.js";
export {
  type IntakeSettings,
  intakeFromTable,
  participantQuestions,
  placeOptions,
} from "./groups/participants-from-table.js";
export { intakeFor, type Purpose } from "./groups/purpose.js";
export { type Limit, type Reason, reason } from "./groups/waiting.js";
export { heldFromTable, heldQuestions } from "./held-from-table.js";
export { type Activity, type Item, type Menu, readMenu } from "./menu.js";
export { type Order, orderSchema, parseOrder, readOrder } from "./order.js";
export { type Fees, feesOf } from "./quote/fees.js";
export { datesIn, paidBy } from "./quote/paid.js";
export {
  modulesOf,
  parseTerms,
  type Quote,
  quoteOf,
  quoteSchema,
  readQuote,
  readTerms,
  type Terms,
  termsSchema,
} from "./quote/quote.js";
export {
  assertDone,
  type Done,
  type Duty,
  type DutyParts,
  doneSchema,
  dutiesOf,
  readDone,
  readTasks,
  type SaidYes,
  type Seats,
  type Standing,
  type Tasks,
  taskSchema,
} from "./readiness.js";
export { type Answer, type Answers, assertOptions, joined, parseAnswers, readAnswers } from "./scan/answers.js";
export { answersFromTable } from "./scan/answers-from-table.js";
export {
  type Demand,
  demandOf,
  type Level,
  type Needs,
  needsOf,
  needsSchema,
  parseNeeds,
  readNeeds,
} from "./scan/needs.js";
export { listFacts, type Questionnaire, readQuestionnaire } from "./scan/questionnaire.js";
export { calledAfter, itemOf } from "./sessions/named.js";
export { programmeSeason } from "./sessions/season.js";
export { INTRODUCTIONS, type Introduction, type SessionParts, sessionsOf } from "./sessions/sessions.js";
export { type Dossier, dossierOf, followProgramme, type GroupsOutline, intakeListOf, paperTaken } from "./standing.js";
export {
  bookSeen,
  chooseProgramme,
  formGroups,
  keepPapers,
  leaveGroupsOut,
  makeQuote,
  type NamedBytes,
  type StepFacts,
  takeAnswers,
  takeHeld,
  takeParticipants,
} from "./steps.js";
export { type GivenFile, takeFiles } from "./take.js";
