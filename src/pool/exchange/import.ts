/** Spreadsheets into the pool: read, judged and saved in one transaction, or nothing of them. */

import { wording as w } from "../../sheets/types.js";
import { NO_AVAILABILITY } from "../availability/types.js";
import {
  type Actor,
  assertMay,
  availabilityOf,
  clientOf,
  codesOf,
  codeTellsName,
  consentsOf,
  contactsOf,
  excludesOf,
  inTransaction,
  type Listed,
  mayWriteOrganisation,
  nameOf,
  organisationOf,
  readBody,
  readLocal,
  type Store,
  saveAvailability,
  saveClient,
  saveContacts,
  saveLocal,
  saveOrganisation,
  saveProgramme,
  saveSeries,
  saveSession,
  saveTrainer,
  saveVenue,
  saveWishes,
  trainerForChange,
  venueOf,
  wishesOf,
} from "../store/index.js";
import { applyPatches, type Change } from "./apply.js";
import type { Column, EntityKey } from "./columns.js";
import { settleConsents } from "./consents.js";
import { ENTITY_KEYS, type RecordOf } from "./entities.js";
import type { ProgrammeRecord } from "./entity-parties.js";
import type { TrainerRecord } from "./entity-trainer.js";
import { type SheetIssue, SheetsRefused } from "./issues.js";
import type { DataChoices } from "./lists.js";
import { at, type Patch, readTables, type TablesOfFile } from "./read.js";

/** What an import did, or would do. */
export interface ImportOutcome {
  readonly changes: readonly Omit<Change, "record">[];
  /** values that no list knows: perhaps typing errors */
  readonly notes: readonly SheetIssue[];
}

export const TABLES: Readonly<Record<EntityKey, Listed>> = {
  organisation: "organisations",
  trainer: "trainers",
  client: "clients",
  local: "locals",
  programme: "programmes",
  session: "sessions",
  series: "series",
};

/** Whether an actor may learn what stands in a column. */
export function maySeeColumn({ role }: Actor, { special, names }: Column): boolean {
  if (names === true) return role === "coordinator";
  return special === undefined || role === "safetyOfficer";
}

/**
 * Brings what files say into the pool: new codes are added, known ones updated, nothing is ever deleted.
 * @param dryRun says what would change, and changes nothing
 * @throws SheetsRefused with everything that is wrong; then nothing was written. StoreError `refused` by role
 */
export function importTables(
  store: Store,
  actor: Actor,
  files: readonly TablesOfFile[],
  choices: DataChoices,
  dryRun: boolean,
): ImportOutcome {
  assertMay(store, actor, "exchange");
  return inTransaction(store, () => {
    const known = Object.fromEntries(ENTITY_KEYS.map((key) => [key, codesOf(store, TABLES[key])]));
    const read = readTables(files, choices, known as Record<EntityKey, readonly string[]>);
    // Before anything is laid over what the pool has: what is said of that would tell a reader without the right what it is.
    const strayed = notHers(store, actor, read.patches);
    const hers = { ...read, patches: read.patches.filter((patch) => !strayed.has(patch)) };
    const lookUp = <K extends EntityKey>(key: K, code: string) => recordOf(store, actor, key, code);
    const { changes, issues } = applyPatches(hers, lookUp, (column) => maySeeColumn(actor, column));
    const wrong = [
      ...read.issues,
      ...[...strayed.values()].flat(),
      ...issues,
      ...namedCodes(store, hers.patches),
      ...otherOrganisations(actor, changes, hers.patches),
    ];
    if (wrong.length > 0) throw new SheetsRefused(wrong);
    if (!dryRun)
      // What may not be compared is written, whether it changes anything or not.
      for (const change of changes)
        if (change.what !== "unchanged" || change.uncompared.length > 0)
          saveRecord(store, actor, change.entity, change.record);
    return { changes: changes.map(({ record, ...told }) => told), notes: read.notes };
  });
}
const OTHERS = w(
  "een coördinator leest alleen trainers van haar eigen organisatie in",
  "a coordinator imports trainers of her own organisation alone",
);
const OTHER_ORGANISATION = w(
  "een coördinator schrijft alleen haar eigen organisatie; een andere leest een veiligheidsfunctionaris in",
  "a coordinator writes her own organisation alone; another is imported by a safety officer",
);
const OFFICER_ONLY = w(
  "dit vult alleen de veiligheidsfunctionaris in: laat de cel leeg",
  "only the safety officer fills this in: leave the cell blank",
);

const TELLS_NAME = w(
  "de code van een trainer mag haar naam niet bevatten: kies een code als t01",
  "a trainer's code must not tell her name: choose one such as t01",
);

/** New trainers whose code would tell their name. */
function namedCodes(store: Store, patches: readonly Patch[]): SheetIssue[] {
  return patches.flatMap(({ entity, code, main }) =>
    entity === "trainer" &&
    main !== null &&
    typeof main.values.name === "string" &&
    codeTellsName(code, main.values.name) &&
    organisationOf(store, code) === null
      ? [at(main.place, "code", TELLS_NAME)]
      : [],
  );
}

/** Organisations that the files would add or change and that are not the actor's to write. */
function otherOrganisations(actor: Actor, changes: readonly Change[], patches: readonly Patch[]): SheetIssue[] {
  const others = changes.filter(
    ({ entity, code, what }) => entity === "organisation" && what !== "unchanged" && !mayWriteOrganisation(actor, code),
  );
  return others.flatMap(({ code }) => {
    const main = patches.find((patch) => patch.entity === "organisation" && patch.code === code)?.main ?? null;
    return main === null ? [] : [at(main.place, "code", OTHER_ORGANISATION)];
  });
}

/** What a coordinator may not write: others' trainers, and what keeps a trainer safe. */
function notHers(store: Store, actor: Actor, patches: readonly Patch[]): ReadonlyMap<Patch, readonly SheetIssue[]> {
  if (actor.role !== "coordinator") return new Map();
  // Trainers of her own whom these files bring in.
  const added = new Set(
    patches
      .filter(
        ({ entity, code, main }) =>
          entity === "trainer" &&
          main?.values.organisation === actor.organisation &&
          organisationOf(store, code) === null,
      )
      .map(({ code }) => code),
  );
  const found = patches
    .filter(({ entity }) => entity === "trainer" || entity === "session")
    .map((patch): [Patch, readonly SheetIssue[]] => [patch, issuesOf(patch)]);
  return new Map(found.filter(([, issues]) => issues.length > 0));

  function issuesOf(patch: Patch): readonly SheetIssue[] {
    const placed = patch.main ?? [...patch.details.values()].flat()[0];
    if (placed === undefined) return [];
    const { place, values } = placed;
    const guarded = Object.entries(place.sheet.columns).filter(
      ([key, { weakens }]) => weakens !== undefined && key in values,
    );
    const issues = guarded.map(([key]) => at(place, key, OFFICER_ONLY));
    if (patch.entity === "session") return [...issues, ...newWaivers(store, actor, patch, added)];
    const own = [organisationOf(store, patch.code), values.organisation ?? null];
    const stray = own.some((one) => one !== null && one !== actor.organisation);
    return stray ? [...issues, at(place, "organisation", OTHERS)] : issues;
  }
}

/** Rows that lift that somebody of another organisation has no time, of which the pool has none yet: they would show whether it was time. */
function newWaivers(
  store: Store,
  { organisation }: Actor,
  { code, details }: Patch,
  added: ReadonlySet<string>,
): SheetIssue[] {
  const body = readBody(store, "sessions", code) as {
    readonly waivers: readonly { trainer: string; rule: string }[];
  } | null;
  const known = new Set((body?.waivers ?? []).filter(({ rule }) => rule === "available").map(({ trainer }) => trainer));
  return (details.get("needs") ?? []).flatMap(({ values, place }) => {
    const who = Array.isArray(values.item) ? values.item.map(String) : [];
    return values.kind === "available" &&
      who.some(
        (trainer) => !known.has(trainer) && !added.has(trainer) && organisationOf(store, trainer) !== organisation,
      )
      ? [at(place, "kind", OFFICER_ONLY)]
      : [];
  });
}

/** What the pool has of a record, whole, to be laid under what a file says. */
export function recordOf<K extends EntityKey>(store: Store, actor: Actor, key: K, code: string): RecordOf[K] | null {
  const readers: { readonly [E in EntityKey]: () => RecordOf[E] | null } = {
    organisation: () => named(code, nameOf(store, "organisations", code)),
    trainer: () => {
      const kept = trainerForChange(store, actor, code);
      return (
        kept && {
          ...kept,
          availability: availabilityOf(store, code) ?? NO_AVAILABILITY,
          wishes: wishesOf(store, code),
          consents: consents(store, code),
        }
      );
    },
    client: () => {
      const found = named(code, nameOf(store, "clients", code));
      return found && { ...found, contacts: [...contactsOf(store, code)] };
    },
    local: () => readLocal(store, code) as RecordOf["local"] | null,
    programme: () => {
      const body = readBody(store, "programmes", code) as Omit<ProgrammeRecord, "client"> | null;
      return body && { ...body, client: clientOf(store, "programmes", code) };
    },
    session: () => {
      const body = readBody(store, "sessions", code) as RecordOf["session"]["session"] | null;
      const client = clientOf(store, "sessions", code);
      return body && { client, venue: venueOf(store, code), session: { ...body, excludes: excludesOf(store, code) } };
    },
    series: () => readBody(store, "series", code) as RecordOf["series"] | null,
  };
  return readers[key]();
}

function named(id: string, name: string | null): { id: string; name: string } | null {
  return name === null ? null : { id, name };
}

/** The consents that spreadsheets tell of; those of her own look are not given by anybody else. */
export function consents(store: Store, code: string): TrainerRecord["consents"] {
  return consentsOf(store, code) as TrainerRecord["consents"];
}

/** Keeps a record of a kind, whole, as its entity has judged it; it asks no role. */
export function saveRecord<K extends EntityKey>(store: Store, actor: Actor, entity: K, record: RecordOf[K]): void {
  const savers: { readonly [E in EntityKey]: (record: RecordOf[E]) => void } = {
    organisation: ({ id, name }) => saveOrganisation(store, actor, id, name),
    trainer: (one) => saveWholeTrainer(store, actor, one),
    client: ({ id, name, contacts }) => {
      saveClient(store, actor, id, name);
      saveContacts(store, actor, id, contacts);
    },
    local: (one) => saveLocal(store, actor, one),
    programme: ({ client, ...programme }) => saveProgramme(store, actor, client, programme),
    session: ({ client, session, venue }) => {
      saveSession(store, actor, client, session);
      saveVenue(store, actor, session.id, venue);
    },
    series: (one) => saveSeries(store, actor, one),
  };
  savers[entity](record);
}

function saveWholeTrainer(
  store: Store,
  actor: Actor,
  { trainer, availability, wishes, consents: said, ...contact }: TrainerRecord,
) {
  saveTrainer(store, actor, contact, trainer);
  saveAvailability(store, actor, trainer.id, availability);
  saveWishes(store, actor, trainer.id, wishes);
  settleConsents(store, actor, trainer.id, said);
}
