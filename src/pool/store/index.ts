/** What the rooms above may use of the store. See ../README.md. */
export {
  ACTS,
  type Act,
  assertMay,
  mayDo,
  mayNot,
  mayWriteOrganisation,
  noteRefusal,
  refuse,
  viewOfRole,
} from "./acts.js";
export {
  backup,
  contentDigest,
  type Manifest,
  readManifest,
  restore,
  rotateKey,
  type StoreVerdict,
  verifyStore,
} from "./backup.js";
export type { PlainTrainer, Special } from "./bodies.js";
export { codeTellsName } from "./code-name.js";
export { inTransaction, type Store, type StoreOptions } from "./context.js";
export {
  busyOf,
  judgedVenue,
  judgedWishes,
  NO_VENUE,
  NO_WISHES,
  saveBusy,
  saveVenue,
  saveWishes,
  type Venue,
  venueOf,
  type Wishes,
  wishesOf,
} from "./details.js";
export {
  availabilityOf,
  clientOf,
  codesOf,
  consentsOf,
  contactsOf,
  type KeptTrainer,
  type Listed,
  type LocalOrganisation,
  lapsedHolds,
  nameOf,
  organisationOf,
  type PartyContact,
  readLocal,
  saveAvailability,
  saveContacts,
  saveLocal,
  trainerForChange,
} from "./directory.js";
export { LEAST_SQLITE } from "./driver.js";
export { type Asking as AskingSeason, bookedElsewhere, publishedElsewhere } from "./elsewhere.js";
export { scrub } from "./erase.js";
export { eraseTrainer } from "./erasing.js";
export { damageIn, isBusy, notThere, StoreError, type StoreFault } from "./errors.js";
export { excludesOf } from "./excludes.js";
export { figuresOf, type KeptFigures, keepFigures, type PlanFigures } from "./figures.js";
export { pinFollowing, planFollowing } from "./follow.js";
export { type GatheredTrainer, type GatheredWork, gatherTrainers, gatherWork } from "./gather.js";
export { dropJob, endKeptJob, isJobKept, type KeptJob, keepJob, keepJobReached, keptJob, keptJobs } from "./jobs.js";
export { keyFrom, keyFromFile, keyFromText, newKey } from "./key.js";
export { applyLedger } from "./ledger.js";
export {
  type Agreed,
  agreementsOf,
  assignedTrainers,
  noteRepairDue,
  type Publication,
  publicationOf,
  REPLIES,
  type Reply,
  type ReplyKind,
  repairDone,
  repairsDue,
  repliesOf,
  repliesTo,
  saveAgreement,
  savePublication,
  saveReply,
} from "./life.js";
export { assertOrganisation, mayNameNow, shareNames } from "./names.js";
export { closeStore, createStore, openStore } from "./open.js";
export {
  BOOKED,
  type Booked,
  bookedKind,
  bookedSessions,
  bookedWith,
  cancelSession,
  clientNamed,
  keptOfSession,
  listPapers,
  type PaperKey,
  paperValue,
  removePaper,
  savePaper,
} from "./papers.js";
export { type Piece, protect, protectionFor, unprotect } from "./protect.js";
export {
  type Contact,
  giveConsent,
  readBody,
  readContact,
  readTrainer,
  saveClient,
  saveOrganisation,
  saveProgramme,
  saveSeries,
  saveSession,
  saveTrainer,
  trainerCodes,
  withdrawConsent,
} from "./records.js";
export { type Removable, removeRecord } from "./remove.js";
export * from "./rights.js";
export {
  type Choice,
  choiceOf,
  loadSeason,
  plansOf,
  provenOf,
  savePlan,
  saveSeason,
  seasonOfPlan,
  seasonOutline,
} from "./seasons.js";
export { type Answer, matchesNeed, readSensitive } from "./sensitive.js";
export { serveAlone } from "./serving.js";
export { type PinFault, pinFaults, withPins } from "./standing.js";
export {
  actorOfToken,
  createToken,
  listTokens,
  revokeToken,
  SCOPES,
  type Scope as TokenScope,
  type TokenFor,
  type TokenRow,
} from "./tokens.js";
export {
  type Anchor,
  append,
  type Look,
  lookersAt,
  recentTrail,
  type TrailRow,
  type TrailVerdict,
  trailHead,
  verifyTrail,
} from "./trail.js";
export { changesOf, erasuresOf, ifUnchanged, type VersionedKind, versionOf } from "./versions.js";
