/** Time zones: which names are IANA's, and which wall times a zone skips when its clocks go forward. */
import { DateTime, IANAZone } from "luxon";
import { wallDay } from "./leaves.js";

/** IANA's names without a slash. The engine takes a few more that are not IANA's (`PST`, `JST`). */
const SHORT_NAMES = new Set(
  (
    "CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST Hongkong Iceland Iran " +
    "Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo PRC PST8PDT Poland Portugal ROC ROK " +
    "Singapore Turkey UCT UTC Universal W-SU WET Zulu"
  ).split(" "),
);

/** Names that were found to be zones; there are no more than some 600, and asking the engine takes a millisecond. */
const zones = new Set<string>();

/** Whether a text is an IANA zone name, spelt as IANA spells it. */
export function isZone(name: string): boolean {
  if (zones.has(name)) return true;
  if (!isIana(name)) return false;
  zones.add(name);
  return true;
}

function isIana(name: string): boolean {
  if (name.includes("/") ? /^(SystemV|posix|right)\//i.test(name) : !SHORT_NAMES.has(name)) return false;
  if (!IANAZone.isValidZone(name)) return false;
  const canonical = IANAZone.create(name).name;
  const engine = new Intl.DateTimeFormat("en", { timeZone: canonical }).resolvedOptions().timeZone;
  return engine === name || engine.toLowerCase() !== name.toLowerCase();
}

/** Half a day in milliseconds: no zone turns its clock twice within it. */
const STEP = 43_200_000;

/** Zones asked for before: their days are worth keeping from one file to the next, within reason. */
const asked = new Map<string, (wall: string) => boolean>();
const MOST_ZONES = 8;
/** Some 27 years: a file of stranger dates starts a zone's days anew. */
const MOST_DAYS = 10_000;

/**
 * A test for wall times that a zone skips.
 * A day's offsets are looked up once, in steps of half a day from well before it to well after it (offsets reach 16
 * hours); only on days on which they differ is a single time put to luxon. Times that occur twice are fine.
 * @param zone an IANA zone
 * @returns a test that takes any text; what is no wall time is not skipped
 */
export function skippedIn(zone: string): (wall: string) => boolean {
  let skipped = asked.get(zone);
  if (skipped === undefined) {
    if (asked.size >= MOST_ZONES) asked.clear();
    skipped = newTest(zone);
    asked.set(zone, skipped);
  }
  return skipped;
}

function newTest(zone: string): (wall: string) => boolean {
  const clock = IANAZone.create(zone);
  const offsets = new Map<number, number>();
  const turning = new Map<number, boolean>();
  const known = new Map<string, boolean>();

  const offsetAt = (step: number): number => {
    let offset = offsets.get(step);
    if (offset === undefined) {
      offset = clock.offset(step * STEP);
      offsets.set(step, offset);
    }
    return offset;
  };
  const turns = (wall: string): boolean => {
    const midnight = Date.parse(`${wall.slice(0, 10)}T00:00:00Z`) / STEP;
    const first = offsetAt(midnight - 2);
    for (let step = midnight - 1; step <= midnight + 4; step++) if (offsetAt(step) !== first) return true;
    return false;
  };

  return (wall) => {
    const day = wallDay(wall);
    if (Number.isNaN(day)) return false;
    let turn = turning.get(day);
    if (turn === undefined) {
      if (turning.size >= MOST_DAYS) for (const days of [turning, offsets, known]) days.clear();
      turn = turns(wall);
      turning.set(day, turn);
    }
    if (!turn) return false;
    let skips = known.get(wall);
    if (skips === undefined) {
      // luxon moves a skipped time forward, so it does not come back as it was written.
      skips = DateTime.fromISO(wall, { zone: clock }).toFormat("yyyy-MM-dd'T'HH:mm") !== wall;
      known.set(wall, skips);
    }
    return skips;
  };
}
