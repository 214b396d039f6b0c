/** Dates that a session could have besides those on offer: the same hours on other days of the season. */
import { dayOfMinute, MINUTES_PER_DAY, minuteOf } from "../model/time.js";
import type { Season, Session, Slot, WallTime } from "../model/types.js";

/** New dates that are looked into at most, nearest to the first date on offer first. */
const MOST_DATES = 120;

/**
 * @returns slots that are not on offer yet: each pattern of hours on offer, on each day of the season of a weekday on
 * which one of its dates begins. Whether a day suits those whom the session is for is not asked here: see `dates`
 */
export function newDates(season: Season, session: Session): Slot[] {
  const begins = session.slots.map(firstDay);
  const weekdays = new Set(begins.map((day) => day % 7));
  const [from, to] = [dayOfMinute(minuteOf(`${season.from}T00:00`)), dayOfMinute(minuteOf(`${season.to}T00:00`))];
  const known = new Set(session.slots.map((slot) => JSON.stringify(slot)));
  const near = begins[0] ?? from;
  const found: { slot: Slot; apart: number }[] = [];
  for (let day = from; day <= to; day++) {
    if (!weekdays.has(day % 7)) continue;
    for (const [i, slot] of session.slots.entries()) {
      const moved = shifted(slot, day - (begins[i] as number));
      const key = JSON.stringify(moved);
      if (known.has(key)) continue;
      known.add(key);
      found.push({ slot: moved, apart: Math.abs(day - near) });
    }
  }
  found.sort((a, b) => a.apart - b.apart);
  return found.slice(0, MOST_DATES).map(({ slot }) => slot);
}

function firstDay(slot: Slot): number {
  return dayOfMinute(minuteOf(slot[0]?.[0] ?? "1970-01-01T00:00"));
}

function shifted(slot: Slot, days: number): Slot {
  return slot.map(([start, end]) => [
    wall(minuteOf(start) + days * MINUTES_PER_DAY),
    wall(minuteOf(end) + days * MINUTES_PER_DAY),
  ]);
}

/** Minutes of wall time as they are written. */
export function wall(minutes: number): WallTime {
  return new Date(minutes * 60_000).toISOString().slice(0, 16);
}
