/** What is wrong between the records of a season: doubles, references to nothing, ranges, skipped wall times. */
import {
  type Codes,
  checkSession,
  codeList,
  distinct,
  type Kind,
  refer,
  skippedTimes,
  slotIndex,
  teamCodes,
} from "./cross-session.js";
import type { Faults } from "./faults.js";
import { isDay } from "./leaves.js";
import { type Fields, fields, items, rows } from "./loose.js";
import type { Path } from "./redaction.js";
import { isZone, skippedIn } from "./zone.js";

function idsOf(list: unknown): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [, row] of rows(list)) if (typeof row.id === "string") ids.add(row.id);
  return ids;
}

const KINDS: readonly Kind[] = ["place", "trainer", "session", "programme"];

/** The codes of a season that may not be well formed. */
export function codesOf(season: Fields): Codes {
  const ids: Record<Kind, ReadonlySet<string>> = {
    place: idsOf(season.places),
    trainer: idsOf(season.trainers),
    session: idsOf(season.sessions),
    programme: idsOf(season.programmes),
  };
  const count = (list: unknown): number => rows(list).filter(([, row]) => typeof row.id === "string").length;
  const lists: Record<Kind, unknown> = {
    place: season.places,
    trainer: season.trainers,
    session: season.sessions,
    programme: season.programmes,
  };
  const doubled = new Set(KINDS.filter((kind) => ids[kind].size < count(lists[kind])));
  const slotCount = new Map<string, number>();
  for (const [, session] of rows(season.sessions)) {
    if (typeof session.id !== "string" || !Array.isArray(session.slots)) continue;
    // Of two sessions with one id it cannot be told whose slot is meant: the larger number does.
    slotCount.set(session.id, Math.max(session.slots.length, slotCount.get(session.id) ?? 0));
  }
  const zone = season.timeZone;
  const skipped = typeof zone === "string" && isZone(zone) ? skippedIn(zone) : (): boolean => false;
  return { ids, doubled, slotCount, skipped };
}

/** Refuses a range whose lower end is above its upper end; the fault stands at the upper one. */
function range(faults: Faults, row: Fields, [low, high]: readonly [string, string], path: Path): void {
  const [least, most] = [row[low], row[high]];
  if (typeof least !== "number" || typeof most !== "number" || least <= most) return;
  faults.addValue([...path, high], `${low} (${least}) or more`, most);
}

function distinctIds(faults: Faults, season: Fields): void {
  for (const list of ["places", "trainers", "sessions", "series", "programmes"]) {
    const ids = rows(season[list])
      .filter(([, row]) => typeof row.id === "string")
      .map(([i, row]) => [[list, i, "id"], String(row.id)] as const);
    distinct(faults, ids, `an id that none of the ${list} before it has`, true);
  }
}

function checkTrainer(faults: Faults, codes: Codes, trainer: Fields, path: Path): void {
  refer(faults, codes, "place", trainer.home, [...path, "home"]);
  for (const list of ["roles", "backgrounds", "languages", "traits"]) {
    codeList(faults, codes, null, trainer[list], [...path, list]);
  }
  codeList(faults, codes, "place", trainer.avoidPlaces, [...path, "avoidPlaces"]);
  codeList(faults, codes, "trainer", trainer.avoidTrainers, [...path, "avoidTrainers"]);
  const self = items(trainer.avoidTrainers).indexOf(trainer.id);
  if (self >= 0) faults.add([...path, "avoidTrainers", self], "another trainer than herself");
  for (const list of ["available", "discouraged"]) skippedTimes(faults, codes, trainer[list], [...path, list]);
  range(faults, fields(trainer.share), ["min", "max"], [...path, "share"]);
}

function checkSeries(faults: Faults, codes: Codes, season: Fields): void {
  const all: [Path, string][] = [];
  for (const [i, series] of rows(season.series)) {
    range(faults, series, ["minDays", "maxDays"], ["series", i]);
    for (const [j, session] of items(series.sessions).entries()) {
      const path = ["series", i, "sessions", j];
      refer(faults, codes, "session", session, path);
      if (typeof session === "string") all.push([path, session]);
    }
  }
  distinct(faults, all, "a session that is in no series before, nor in this one", true);
}

function checkPairs(faults: Faults, codes: Codes, season: Fields): void {
  const keys: [Path, string][] = [];
  for (const [i, pair] of rows(season.pairs)) {
    for (const side of ["a", "b"]) refer(faults, codes, "trainer", pair[side], ["pairs", i, side]);
    if (typeof pair.a !== "string" || typeof pair.b !== "string") continue;
    if (pair.a === pair.b) faults.addValue(["pairs", i, "b"], "another trainer than a", pair.b);
    keys.push([["pairs", i], JSON.stringify([pair.a, pair.b].sort())]);
  }
  distinct(faults, keys, "a pair that is not in this list already, in either order");
}

function checkPublished(faults: Faults, codes: Codes, season: Fields): void {
  const sessions: [Path, string][] = [];
  for (const [i, published] of rows(season.published)) {
    const path = ["published", i];
    refer(faults, codes, "session", published.session, [...path, "session"]);
    if (typeof published.session === "string") sessions.push([[...path, "session"], published.session]);
    slotIndex(faults, codes, published.session, published.slot, [...path, "slot"]);
    teamCodes(faults, codes, published.team, [...path, "team"]);
  }
  distinct(faults, sessions, "a session that is not published already", true);
}

/** Adds every fault between the records of a season. It looks at whatever has the right shape and skips the rest. */
export function crossSeason(faults: Faults, season: Fields): void {
  const zone = season.timeZone;
  if (typeof zone === "string" && zone !== "" && !isZone(zone)) {
    faults.addValue(["timeZone"], "an IANA time zone, spelt as IANA spells it (Europe/Amsterdam)", zone);
  }
  if (isDay(season.from) && isDay(season.to) && season.from > season.to) {
    faults.addValue(["to"], `${season.from} (from) or a later day`, season.to);
  }
  const codes = codesOf(season);
  distinctIds(faults, season);
  for (const [i, trainer] of rows(season.trainers)) checkTrainer(faults, codes, trainer, ["trainers", i]);
  for (const [i, session] of rows(season.sessions)) checkSession(faults, codes, session, ["sessions", i]);
  checkSeries(faults, codes, season);
  checkPairs(faults, codes, season);
  checkPublished(faults, codes, season);
}
