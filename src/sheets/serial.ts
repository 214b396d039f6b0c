/**
 * Dates of spreadsheets: days since an epoch, a fraction for the time. Files count from 1900 (with a 29 February 1900 that
 * never was) or from 1904. Source: ECMA-376 part 1, 18.17.4.1.
 */
import type { Moment } from "./types.js";

const MINUTES = 1440;
const DAY_MS = 86_400_000;
/** Day 0 of either system; for 1900 the one that is right from March 1900 on. */
const EPOCH = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const;
/** 1 March 1900: earlier serial numbers mean other days to different programs. */
const FIRST_SURE = 61;
/** 31 December 9999, from 1900. */
const LAST = 2_958_465;
/** A time is a fraction in floating point: a hundredth of a minute off is still that minute. */
const MINUTE_TOLERANCE = 0.01;

export type DateSystem = keyof typeof EPOCH;

/**
 * The day and time of a serial number.
 * @param timed whether the cell's format shows a time
 * @returns null where it is no sure date, or no whole minute
 */
export function momentOf(serial: number, system: DateSystem, timed: boolean): Moment | null {
  const exact = serial * MINUTES;
  const minutes = Math.round(exact);
  if (!Number.isFinite(serial) || Math.abs(exact - minutes) > MINUTE_TOLERANCE) return null;
  const days = Math.floor(minutes / MINUTES);
  const from1900 = days + (EPOCH[system] - EPOCH[1900]) / DAY_MS;
  if (from1900 < FIRST_SURE || from1900 > LAST) return null;
  const at = new Date(EPOCH[system] + minutes * 60_000).toISOString();
  const time = at.slice(11, 16);
  if (!timed && time !== "00:00") return null;
  return { day: at.slice(0, 10), time: timed ? time : null };
}

/** What a number format shows: a date, with a time or without one; null: a number. */
export function formatShows(code: string): "day" | "time" | null {
  // Texts in quotes, escaped characters, colours and conditions are not parts of a date.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "").toLowerCase();
  if (/^general$|^@$/.test(bare) || !/[dyhs]|m/.test(bare) || /[0#?]/.test(bare.replace(/\.0+/g, ""))) return null;
  return /h/.test(bare) ? "time" : "day";
}

/** The built-in formats that are dates (ECMA-376 part 1, 18.8.30), East Asian ones included. */
export function builtInShows(id: number): "day" | "time" | null {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return "day";
  if ((id >= 18 && id <= 22) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return "time";
  return null;
}
