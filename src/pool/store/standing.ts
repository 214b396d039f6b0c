/**
 * A season as it stands now: as it was made, with what protects its trainers and what they said no to by what the pool knows
 * today, what has been published since, teams that have confirmed pinned, and nobody asked again for what she declined. A ban and
 * an absence work at once, both: else the one could be told from the other.
 */
import {
  applyEdits,
  type Edit,
  InputError,
  type Interval,
  type Pin,
  parseSeason,
  type Season,
} from "../../model/index.js";
import { withoutNoes } from "../availability/expand.js";
import { type Availability, NO_AVAILABILITY } from "../availability/types.js";
import { changedTrainers } from "./changed-trainers.js";
import type { Store } from "./context.js";
import { bookedElsewhere } from "./elsewhere.js";
import { StoreError } from "./errors.js";
import { excludesOf } from "./excludes.js";
import { publicationOf, repliesOf, repliesTo } from "./life.js";
import { type Protection, protectionOf, stricter } from "./protection.js";
import type { SensitiveField } from "./rights.js";
import { tableOf } from "./schema.js";
import { valuesByTrainer } from "./values.js";

/** @param season as it was made, with consent applied */
export function standing(store: Store, season: Season, purpose: "matching" | "export"): Season {
  const published = publishedOf(store, season);
  const base = published === null ? season : parseSeason({ ...season, published });
  const changed = changedTrainers(store, base, purpose);
  const known = changed.length === 0 ? base : applyEdits(base, null, changed).season;
  const edits = [...protections(store, known), ...declined(store, known)];
  const guarded = edits.length === 0 ? known : applyEdits(known, null, edits).season;
  return withPins(guarded, confirmed(store, guarded));
}

/** What was published, its dates as indices of this season; null where nothing was. */
function publishedOf(store: Store, season: Season): Season["published"] | null {
  const publication = publicationOf(store, season.id);
  if (publication === null) return null;
  const sessions = new Map(season.sessions.map((session) => [session.id, session]));
  const trainers = new Set(season.trainers.map(({ id }) => id));
  return publication.sessions.flatMap(({ session: id, slot, team }) => {
    const session = sessions.get(id);
    if (session === undefined) return [];
    const known = team.filter(({ trainer }) => trainers.has(trainer));
    return [{ session: id, slot: slotIndex(session.slots, slot), team: known }];
  });
}

/** The index of the slot with the same parts, or null. */
function slotIndex(slots: Season["sessions"][number]["slots"], slot: unknown): number | null {
  const wanted = JSON.stringify(slot);
  const at = slots.findIndex((one) => JSON.stringify(one) === wanted);
  return at < 0 ? null : at;
}

const NO_GO = [
  "avoidPlaces",
  "avoidTrainers",
  "ownCommunityKm",
  "exposure",
] as const satisfies readonly SensitiveField[];

/** Trainers whom the pool protects more than the season does, or who said no to some of their time since. */
function protections(store: Store, season: Season): Edit[] {
  const { trainers, places } = season;
  const [placeIds, ids] = [places, trainers].map((list) => new Set(list.map(({ id }) => id))) as [
    Set<string>,
    Set<string>,
  ];
  const columns = NO_GO.map((field) => [field, valuesByTrainer(store, tableOf(field), "value")] as const);
  const [times, busy] = [valuesByTrainer(store, "availability", "body"), valuesByTrainer(store, "busy", "body")];
  const elsewhere = bookedElsewhere(store, { ...season, sessions: season.sessions.map(({ id }) => id) });
  const asked = {
    from: season.from,
    to: season.to,
    zone: season.timeZone,
    offer: season.id,
    now: Date.parse(store.now()),
  };
  return trainers.flatMap((trainer): Edit[] => {
    const now = Object.fromEntries(
      columns.map(([field, values]) => {
        const value = values.get(trainer.id);
        if (value === undefined) throw new StoreError("damaged", `${field} of a trainer cannot be read`);
        return [field, value];
      }),
    ) as unknown as Protection;
    const had = protectionOf(trainer);
    const { avoidPlaces, avoidTrainers, ...limits } = stricter(had, now, {
      place: (id) => placeIds.has(id),
      // Herself she cannot avoid: a record that says so would make the season unreadable.
      trainer: (id) => ids.has(id) && id !== trainer.id,
    });
    const said = (times.get(trainer.id) ?? NO_AVAILABILITY) as Availability;
    const full = [...((busy.get(trainer.id) ?? []) as Interval[]), ...(elsewhere.get(trainer.id) ?? [])];
    const available = withoutNoes(trainer.available, said, { ...asked, busy: full });
    const same =
      available === trainer.available &&
      avoidPlaces.length === had.avoidPlaces.length &&
      avoidTrainers.length === had.avoidTrainers.length &&
      limits.ownCommunityKm === had.ownCommunityKm &&
      JSON.stringify(limits.exposure) === JSON.stringify(had.exposure);
    if (same) return [];
    const set = { available, avoidPlaces, avoidTrainers, limits: { ...trainer.limits, ...limits } };
    return [{ edit: "change-trainer", trainer: trainer.id, set }];
  });
}

/** Whom sessions exclude by now: those whom the pool names since, and those who said no. */
function declined(store: Store, season: Season): Edit[] {
  const ids = new Set(season.trainers.map(({ id }) => id));
  const noes = new Map<string, string[]>();
  for (const { session, trainer, reply } of repliesOf(store, season.id))
    if (reply === "no") noes.set(session, [...(noes.get(session) ?? []), trainer]);
  return season.sessions.flatMap(({ id, excludes }): Edit[] => {
    const now = [...excludesOf(store, id), ...(noes.get(id) ?? [])].filter((code) => ids.has(code));
    const all = [...new Set([...excludes, ...now])];
    if (all.length === excludes.length) return [];
    return [{ edit: "change-session", session: id, set: { excludes: all } }];
  });
}

/** Sessions whose whole published team said yes to the published date, and are not pinned whole already. */
function confirmed(store: Store, season: Season): readonly { readonly session: string; readonly pin: Pin }[] {
  const publication = publicationOf(store, season.id);
  if (publication === null) return [];
  const yes = repliesOf(store, season.id).filter(({ reply }) => reply === "yes");
  return publication.sessions.flatMap((told) => {
    const { session, slot, team } = told;
    const at = season.sessions.find(({ id }) => id === session);
    // Of a team that lost all its members nobody has said yes; and of a session that moved, nobody to where it is.
    if (at === undefined || team.length === 0 || (told.place !== undefined && told.place !== at.place)) return [];
    const said = (trainer: string): boolean =>
      yes.some((reply) => reply.session === session && reply.trainer === trainer && repliesTo(reply, told));
    if (!team.every(({ trainer }) => said(trainer))) return [];
    const index = slotIndex(at.slots, slot);
    // A coordinator who has fixed another date since knows better.
    if (at.pinned !== null && at.pinned.slot !== index) return [];
    return index === null ? [] : [{ session, pin: { slot: index, team } }];
  });
}

/**
 * The season with pins, without those that it cannot take: what was confirmed once may break a rule by now.
 */
export function withPins(season: Season, pins: readonly { readonly session: string; readonly pin: Pin }[]): Season {
  if (pins.length === 0) return season;
  const edits = pins.map(({ session, pin }): Edit => ({ edit: "pin", session, ...pin }));
  try {
    return applyEdits(season, null, edits).season;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [first, ...rest] = pins;
    if (first === undefined || rest.length === 0) return season;
    // Some of them no longer hold: halves, until those are found.
    const half = Math.ceil(pins.length / 2);
    return withPins(withPins(season, pins.slice(0, half)), pins.slice(half));
  }
}

/** What a pin would need to hold: of one of its members, or (null) of the team or its date. */
export interface PinFault {
  readonly trainer: string | null;
  /** what the model would accept there; what is a trainer's own is told as one thing, whichever of its rules it is */
  readonly expected: string;
}

/** Why a season cannot take a pin beside those that it has; nothing where it can. */
export function pinFaults(season: Season, session: string, pin: Pin): readonly PinFault[] {
  try {
    applyEdits(season, null, [{ edit: "pin", session, ...pin }]);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.issues.map(({ path, expected }) => {
      const member = /\.team\[(\d+)\]/.exec(path)?.[1];
      return { trainer: (member !== undefined && pin.team[Number(member)]?.trainer) || null, expected };
    });
  }
}
