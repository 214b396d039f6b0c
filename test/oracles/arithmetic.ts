/** The model's reckoning of time, distance and fees, once more. */
import type { Place, Season, Session, Trainer, WallTime } from "../../src/model/types.js";

/** A value that must be there because the season was accepted. */
export function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`oracle: no ${what}; was this season accepted?`);
  return value;
}

/** Enumeration asks for the same few times over and over. */
const MINUTES = new Map<WallTime, number>();

/** Minutes of wall time; every day has 24 hours. */
export function minute(wall: WallTime): number {
  const known = MINUTES.get(wall);
  if (known !== undefined) return known;
  const [year, month, day, hour, min] = wall.split(/[-T:]/).map(Number);
  const minutes = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1, hour ?? 0, min ?? 0) / 60_000;
  MINUTES.set(wall, minutes);
  return minutes;
}

export function dayOf(minutes: number): number {
  return Math.floor(minutes / 1440);
}

/** The Monday (a day number) with which the ISO week of a day begins. */
export function mondayOf(day: number): number {
  const weekday = new Date(day * 86_400_000).getUTCDay();
  return day - ((weekday + 6) % 7);
}

export function km(season: Season, from: string, to: string): number {
  const a = place(season, from);
  const b = place(season, to);
  if (from === to) return 0;
  const [f1, f2, l1, l2] = [a.lat, b.lat, a.lon, b.lon].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
    number,
  ];
  const haversine = Math.sin((f2 - f1) / 2) ** 2 + Math.cos(f1) * Math.cos(f2) * Math.sin((l2 - l1) / 2) ** 2;
  return Math.round(1.3 * 2 * 6371 * Math.asin(Math.sqrt(haversine)));
}

function place(season: Season, id: string): Place {
  return must(
    season.places.find((one) => one.id === id),
    "such place",
  );
}

/** A member's fee in whole euros, half up. */
export function fee(trainer: Trainer, session: Session, slot: number): number {
  let minutes = session.paidMinutes;
  for (const [start, end] of must(session.slots[slot], "such slot")) minutes += minute(end) - minute(start);
  return Math.floor((2 * trainer.ratePerHour * minutes + 60) / 120);
}
