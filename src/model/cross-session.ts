/** What is wrong between the fields of one session, and between them and the rest of the season. */
import type { Faults } from "./faults.js";
import { wallDay } from "./leaves.js";
import { type Fields, fields, items, rows, texts } from "./loose.js";
import type { Path } from "./redaction.js";

export type Kind = "place" | "trainer" | "session" | "programme";

/** What a season's records can refer to. */
export interface Codes {
  readonly ids: Readonly<Record<Kind, ReadonlySet<string>>>;
  /** kinds of which an id is given twice: the id that one of the two should have looks like nothing wherever it is named */
  readonly doubled: ReadonlySet<Kind>;
  /** session → how many slots it has */
  readonly slotCount: ReadonlyMap<string, number>;
  /** whether a text is a wall time that the zone skips */
  readonly skipped: (wall: string) => boolean;
}

/** Refuses a text that names no record of a kind. Empty texts and other types are the schema's to refuse. */
export function refer(faults: Faults, codes: Codes, kind: Kind, value: unknown, path: Path): void {
  if (typeof value !== "string" || value === "" || codes.ids[kind].has(value)) return;
  if (codes.doubled.has(kind)) return;
  const expected = `the id of a ${kind} of this season`;
  // The code of something else may have slipped in from a list that must not be seen (`excludes`, `avoidPlaces`).
  const slipped = codes.ids.trainer.has(value) || codes.ids.place.has(value);
  if (slipped) faults.add(path, expected);
  else faults.addValue(path, expected, value);
}

/** Refuses keys that came before. `shown` says whether the message may hold the value. */
export function distinct(
  faults: Faults,
  entries: readonly (readonly [path: Path, key: string])[],
  expected: string,
  shown = false,
): void {
  const seen = new Set<string>();
  for (const [path, key] of entries) {
    if (!seen.has(key)) seen.add(key);
    else if (shown) faults.addValue(path, expected, key);
    else faults.add(path, expected);
  }
}

/** A list in which each text may stand once, and names a record where a kind is given. */
export function codeList(faults: Faults, codes: Codes, kind: Kind | null, list: unknown, path: Path): void {
  const entries = texts(list);
  if (kind !== null) for (const [i, text] of entries) refer(faults, codes, kind, text, [...path, i]);
  distinct(
    faults,
    entries.map(([i, text]) => [[...path, i], text] as const),
    `${kind === null ? "a tag" : `a ${kind}`} that is not in this list already`,
  );
}

/** A team as a season writes it (pinned or published): trainers that exist, none twice. */
export function teamCodes(faults: Faults, codes: Codes, team: unknown, path: Path): void {
  const members = rows(team);
  for (const [i, member] of members) refer(faults, codes, "trainer", member.trainer, [...path, i, "trainer"]);
  const entries = members
    .filter(([, member]) => typeof member.trainer === "string")
    .map(([i, member]) => [[...path, i, "trainer"], String(member.trainer)] as const);
  distinct(faults, entries, "a trainer who is not in this team already");
}

/** Refuses a slot index without a slot. */
export function slotIndex(faults: Faults, codes: Codes, session: unknown, slot: unknown, path: Path): void {
  const count = typeof session === "string" ? codes.slotCount.get(session) : undefined;
  if (count === undefined || typeof slot !== "number" || slot < count) return;
  faults.addValue(path, `the index of one of the session's ${count} slots, from 0`, slot);
}

/** Refuses wall times that the zone skips. */
export function skippedTimes(faults: Faults, codes: Codes, intervals: unknown, path: Path): void {
  const list = items(intervals);
  for (let i = 0; i < list.length; i++) {
    const ends = items(list[i]);
    for (let end = 0; end < ends.length && end < 2; end++) {
      const wall = ends[end];
      if (typeof wall !== "string" || !codes.skipped(wall)) continue;
      faults.addValue([...path, i, end], "a wall time that the zone does not skip (its clocks go forward then)", wall);
    }
  }
}

function checkSlots(faults: Faults, codes: Codes, slots: unknown, path: Path): void {
  const list = items(slots);
  for (const [i, slot] of list.entries()) {
    skippedTimes(faults, codes, slot, [...path, i]);
    const parts = items(slot);
    for (let p = 1; p < parts.length; p++) {
      const [before, start] = [items(parts[p - 1])[1], items(parts[p])[0]];
      if (Number.isNaN(wallDay(before)) || Number.isNaN(wallDay(start)) || String(start) >= String(before)) continue;
      faults.add([...path, i, p], "a part that starts when the one before it has ended, or later");
    }
  }
  const keys: [Path, string][] = [];
  for (const [i, slot] of list.entries()) {
    const walls = items(slot).flatMap((part) => items(part));
    if (walls.length > 0 && walls.every((wall) => !Number.isNaN(wallDay(wall))))
      keys.push([[...path, i], walls.join()]);
  }
  distinct(faults, keys, "a slot that is not on offer already");
}

/** Entries of a list of needs, keyed by what makes two of them the same. */
function keyed(list: unknown, path: Path, key: (row: Fields) => readonly unknown[]): [Path, string][] {
  return rows(list)
    .map(([i, row]): [number, readonly unknown[]] => [i, key(row)])
    .filter(([, parts]) => parts.length > 0 && parts.every((part) => typeof part === "string"))
    .map(([i, parts]) => [[...path, i], JSON.stringify(parts)]);
}

/**
 * Everything wrong with a session but its shape and its pin's rules.
 * @param path of the session in its season
 */
export function checkSession(faults: Faults, codes: Codes, session: Fields, path: Path): void {
  if (session.programme !== null) refer(faults, codes, "programme", session.programme, [...path, "programme"]);
  if (session.place !== null) refer(faults, codes, "place", session.place, [...path, "place"]);
  codeList(faults, codes, "place", session.audience, [...path, "audience"]);
  codeList(faults, codes, "trainer", session.excludes, [...path, "excludes"]);
  checkSlots(faults, codes, session.slots, [...path, "slots"]);

  for (const [i, theme] of rows(session.themes)) {
    if (typeof theme.level !== "number" || typeof theme.wish !== "number" || theme.level <= theme.wish) continue;
    faults.addValue([...path, "themes", i, "wish"], `a level of ${theme.level} (the level needed) or more`, theme.wish);
  }
  for (const list of ["themes", "languages", "traits"]) {
    const needs = keyed(session[list], [...path, list], (need) => [need.id, need.who]);
    distinct(faults, needs, "a need that is not in this list already (same id and who)");
  }
  const communities = [...path, "communities"];
  for (const [i, community] of rows(session.communities)) {
    codeList(faults, codes, null, community.backgrounds, [...communities, i, "backgrounds"]);
  }
  const sets = keyed(session.communities, communities, (c) => [...new Set(items(c.backgrounds))].sort());
  distinct(faults, sets, "a community that is not in this list already (same backgrounds)");

  for (const [i, waiver] of rows(session.waivers)) {
    refer(faults, codes, "trainer", waiver.trainer, [...path, "waivers", i, "trainer"]);
  }
  const waivers = keyed(session.waivers, [...path, "waivers"], (waiver) => [waiver.trainer, waiver.rule]);
  distinct(faults, waivers, "a waiver that is not in this list already");

  const pin = fields(session.pinned);
  teamCodes(faults, codes, pin.team, [...path, "pinned", "team"]);
  const count = items(session.slots).length;
  if (typeof pin.slot === "number" && pin.slot >= count) {
    const expected = `the index of one of the session's ${count} slots, from 0`;
    faults.addValue([...path, "pinned", "slot"], expected, pin.slot);
  }
}
