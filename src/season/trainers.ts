/**
 * A trainer's record, one by one, for her own organisation: what is not sensitive can be read, what protects her is not told and stays.
 * She herself reads all of it, and keeps what she consents to and wishes.
 */
import { InputError } from "../model/index.js";
import { type Consents, settleConsents } from "../pool/exchange/index.js";
import {
  type Actor,
  assertMay,
  consentsOf,
  ifUnchanged,
  inTransaction,
  organisationOf,
  type PlainTrainer,
  readContact,
  readSensitive,
  readTrainer,
  SENSITIVE_FIELDS,
  type Special,
  type Store,
  StoreError,
  saveTrainer,
  saveWishes,
  trainerForChange,
  versionOf,
  type Wishes,
  wishesOf,
} from "../pool/store/index.js";
import { assertHers } from "./hers.js";

/** What her own organisation reads of a trainer, and she herself. */
export interface TrainerRow {
  readonly organisation: string;
  readonly name: string;
  readonly contact: string;
  readonly trainer: PlainTrainer;
  readonly wishes: Wishes;
  readonly consents: Consents;
  readonly version: number;
  /** for herself alone */
  readonly sensitive?: Special;
}

/** What is written of her; what is left out stays as it is. */
export interface TrainerWritten {
  readonly name: string;
  readonly contact: string;
  /** as a season has her, without what is sensitive; for a new trainer with `roles`, `backgrounds`, `languages` and `traits` */
  readonly trainer: Readonly<Record<string, unknown>>;
  readonly wishes?: unknown;
  readonly consents?: Consents | undefined;
}

/** What she tells of herself: written once, when she comes; later by spreadsheet, where it is not shown either. */
const TOLD = ["roles", "backgrounds", "languages", "traits"] as const;
/** What protects her. */
const GUARDED = ["avoidPlaces", "avoidTrainers"] as const;
const GUARDED_LIMITS = ["exposure", "ownCommunityKm"] as const;

/** @throws StoreError `unknown` for no such trainer, `refused` for one of another organisation */
export function trainerRow(store: Store, actor: Actor, id: string): TrainerRow {
  return inTransaction(store, () => {
    assertHers(store, actor, "seeTrainer", id);
    const contact = readContact(store, actor, id);
    const trainer = readTrainer(store, id);
    if (!contact.given || trainer === null) throw new StoreError("unknown", `trainer ${id}: not in the pool`);
    return {
      ...contact.value,
      trainer,
      wishes: wishesOf(store, id),
      consents: consentsOf(store, id) as Consents,
      version: versionOf(store, "trainers", id),
      ...(actor.role === "trainer" ? { sensitive: ownOf(store, actor, id) } : {}),
    };
  });
}

/**
 * Keeps a trainer of the actor's own organisation; what protects her, and what she told of herself before, stays as it is.
 * @param seen the version that the caller has read; 0 where there is none yet
 * @throws InputError with every wrong field; StoreError `refused` for one of another organisation, `conflict` where somebody saved her since
 */
export function keepTrainer(store: Store, actor: Actor, id: string, written: TrainerWritten, seen: number): TrainerRow {
  assertMay(store, actor, "keepTrainer");
  const organisation = organisationOf(store, id);
  if (organisation !== null) assertHers(store, actor, "keepTrainer", id);
  return ifUnchanged(store, "trainers", id, seen, () => {
    if (written.trainer.id !== id)
      throw new InputError("the trainer", [{ path: "trainer.id", expected: "the code in the address" }]);
    const before = organisation === null ? null : trainerForChange(store, actor, id);
    refuseOthers(written.trainer, before === null ? [] : TOLD);
    const { limits } = written.trainer as { readonly limits?: object };
    const guarded = before?.trainer ?? { avoidPlaces: [], avoidTrainers: [] };
    const { exposure = {}, ownCommunityKm = 0 } = before?.trainer.limits ?? {};
    const told = Object.fromEntries(
      TOLD.map((field) => [field, before?.trainer[field] ?? written.trainer[field] ?? []]),
    );
    const whole = {
      ...written.trainer,
      ...told,
      avoidPlaces: guarded.avoidPlaces,
      avoidTrainers: guarded.avoidTrainers,
      limits: { ...limits, exposure, ownCommunityKm },
    };
    const { name, contact, wishes, consents } = written;
    saveTrainer(store, actor, { organisation: actor.organisation ?? "", name, contact }, whole);
    if (wishes !== undefined) saveWishes(store, actor, id, wishes);
    if (consents !== undefined) settleConsents(store, actor, id, consents);
    return trainerRow(store, actor, id);
  });
}

/** @throws InputError for fields that are not written here */
function refuseOthers(trainer: Readonly<Record<string, unknown>>, told: readonly string[]): void {
  const limits = (trainer.limits ?? {}) as Readonly<Record<string, unknown>>;
  const issues = [
    ...GUARDED.filter((field) => field in trainer).map((field) => ({ path: `trainer.${field}`, expected: OFFICERS })),
    ...GUARDED_LIMITS.filter((field) => field in limits).map((field) => ({
      path: `trainer.limits.${field}`,
      expected: OFFICERS,
    })),
    ...told.filter((field) => field in trainer).map((field) => ({ path: `trainer.${field}`, expected: BY_SHEET })),
  ];
  if (issues.length > 0) throw new InputError("the trainer", issues);
}
const OFFICERS = "nothing: what protects her is the safety officer's (koppel pool protect)";
const BY_SHEET = "nothing: what she told of herself is changed by a spreadsheet (koppel pool import)";

/** Keeps what a trainer agreed to have done with her name and pictures. @throws as `keepTrainer` */
export function keepWishes(store: Store, actor: Actor, id: string, wishes: unknown, seen: number): TrainerRow {
  assertHers(store, actor, "keepAgreed", id);
  return ifUnchanged(store, "trainers", id, seen, () => {
    saveWishes(store, actor, id, wishes);
    return trainerRow(store, actor, id);
  });
}

/** Keeps all that a trainer consents to: what is not said is taken back. @throws as `keepTrainer` */
export function keepConsents(store: Store, actor: Actor, id: string, said: Consents, seen: number): TrainerRow {
  assertHers(store, actor, "keepAgreed", id);
  return ifUnchanged(store, "trainers", id, seen, () => {
    settleConsents(store, actor, id, said);
    return trainerRow(store, actor, id);
  });
}

/** All that is sensitive of a trainer, for herself; each look leaves its row. */
function ownOf(store: Store, actor: Actor, id: string): Special {
  const looks = SENSITIVE_FIELDS.map((field) => {
    const look = readSensitive(store, actor, "own", id, field);
    if (!look.given) throw new StoreError("refused", "what is sensitive of a trainer is for herself");
    return [field, look.value] as const;
  });
  return Object.fromEntries(looks) as unknown as Special;
}
