/** What the rooms above may use of the store. See ../README.md. */
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
export type { PlainTrainer } from "./bodies.js";
export { inTransaction, type Store, type StoreOptions } from "./context.js";
export {
  availabilityOf,
  clientOf,
  codesOf,
  consentsOf,
  contactsOf,
  excludesOf,
  type KeptTrainer,
  type Listed,
  type LocalOrganisation,
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
export { scrub } from "./erase.js";
export { eraseTrainer } from "./erasing.js";
export { damageIn, StoreError, type StoreFault } from "./errors.js";
export { keyFrom, keyFromFile, keyFromText, newKey } from "./key.js";
export { applyLedger } from "./ledger.js";
export { closeStore, createStore, openStore } from "./open.js";
export {
  type Contact,
  giveConsent,
  readBody,
  readContact,
  readTrainer,
  saveClient,
  saveOrganisation,
  saveProgramme,
  saveSession,
  saveTrainer,
  trainerCodes,
  withdrawConsent,
} from "./records.js";
export * from "./rights.js";
export { loadSeason, savePlan, saveSeason } from "./seasons.js";
export { type Answer, matchesNeed, readSensitive } from "./sensitive.js";
export { type Anchor, type TrailVerdict, trailHead, verifyTrail } from "./trail.js";
