/**
 * Wall times as whole minutes. The model reckons wall times as written (every day has 24 hours), so they are counted
 * as if they were UTC; the zone serves only to refuse a time that it skips and to export calendars.
 */
export const MINUTES_PER_DAY = 1440;

/** Minutes from 1970-01-01T00:00 to a wall time that is known to be well formed. */
export function minuteOf(wall: string): number {
  return Date.parse(`${wall}:00Z`) / 60_000;
}

/** The calendar day (days since 1970-01-01) on which a minute lies. */
export function dayOfMinute(minute: number): number {
  return Math.floor(minute / MINUTES_PER_DAY);
}

/** The ISO week (a running number; weeks begin on Monday) in which a day lies. 1970-01-01 was a Thursday. */
export function weekOfDay(day: number): number {
  return Math.floor((day + 3) / 7);
}
