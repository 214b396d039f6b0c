/** From a profile and the days on which she can come to a whole trainer. */
import { dayOfMinute, MINUTES_PER_DAY, minuteOf } from "../../model/time.js";
import type { Interval, Season, Trainer } from "../../model/types.js";
import { skippedIn } from "../../model/zone.js";
import { normsOf } from "./norms.js";
import type { Profile } from "./profiles.js";

/** When she can come: on some days of the week, between two moments of the day. */
export interface Days {
  /** 0 is Monday */
  readonly weekdays: readonly number[];
  /** minutes from the midnight at which her day starts; the end may lie after the next one */
  readonly from: number;
  readonly to: number;
}

/** The longest season, in days, whose every week is written out: beyond it only days with a session are. */
const LONGEST = 1000;

/** The day of the week of a day since 1970-01-01, which was a Thursday; 0 is Monday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The days on which she could be asked: those of the season, and of dates on offer outside it. */
function daysOf(season: Season): number[] {
  const days = new Set<number>();
  for (const { slots } of season.sessions)
    for (const slot of slots) for (const [start] of slot) days.add(dayOfMinute(minuteOf(start)));
  const [from, to] = [minuteOf(`${season.from}T00:00`), minuteOf(`${season.to}T00:00`)].map(dayOfMinute);
  if (from !== undefined && to !== undefined && to - from <= LONGEST)
    for (let day = from; day <= to; day++) days.add(day);
  return [...days].sort((a, b) => a - b);
}

function wall(minute: number): string {
  return new Date(minute * 60_000).toISOString().slice(0, 16);
}

/** Her intervals, one for each of her days. */
function intervals(season: Season, { weekdays, from, to }: Days): Interval[] {
  const isSkipped = skippedIn(season.timeZone);
  return daysOf(season)
    .filter((day) => weekdays.includes(weekdayOf(day)))
    .map((day): Interval => [wall(day * MINUTES_PER_DAY + from), wall(day * MINUTES_PER_DAY + to)])
    .filter((interval) => !interval.some(isSkipped));
}

/** Every moment at which any session keeps somebody busy. */
function always(season: Season): Interval[] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { slots, before, after } of season.sessions)
    for (const slot of slots)
      for (const [start, end] of slot) {
        first = Math.min(first, minuteOf(start) - before);
        last = Math.max(last, minuteOf(end) + after);
      }
  return first < last ? [[wall(first), wall(last)]] : [];
}

/**
 * A trainer of this profile. Her limits, share and rate are the medians of those in the pool who hold her roles. Whom and
 * what she would keep away from is hers to say, so it is left free.
 * @param days null: whenever there is a session
 */
export function trainerOf(season: Season, profile: Profile, id: string, days: Days | null): Trainer {
  const { limits, share, ratePerHour } = normsOf(season, profile.roles);
  return {
    id,
    roles: profile.roles,
    backgrounds: profile.backgrounds,
    languages: profile.languages,
    traits: profile.traits,
    expertise: profile.expertise,
    home: profile.home,
    available: days === null ? always(season) : intervals(season, days),
    discouraged: [],
    limits: { ...limits, ownCommunityKm: 0, exposure: {} },
    share,
    avoidPlaces: [],
    avoidTrainers: [],
    ratePerHour,
  };
}

/** Codes `recruit-1`, `recruit-2` … that nobody in the pool has. */
export function freeCodes(season: Season, count: number): string[] {
  const taken = new Set(season.trainers.map(({ id }) => id));
  const free: string[] = [];
  for (let n = 1; free.length < count; n++) if (!taken.has(`recruit-${n}`)) free.push(`recruit-${n}`);
  return free;
}
