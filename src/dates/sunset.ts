/** When the eve of a day begins: sunset, as a wall time of a zone. */
import { DateTime } from "luxon";
import { getTimes } from "suncalc";
import type { Day, WallTime } from "../model/types.js";

/** A point on the map, in degrees. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** The middle of the Netherlands. From there to the borders the sun sets at most ten minutes earlier or later. */
export const MID_NETHERLANDS: Point = { lat: 52.1, lon: 5.3 };
export const DUTCH_ZONE = "Europe/Amsterdam";

/**
 * Sunset on a day at a point, to the whole minute, by suncalc. It is a wall time, so the change of the clocks moves it by
 * an hour as it does every appointment. Where the sun does not set that day, the eve begins at 18:00.
 */
export function sunsetOn(day: Day, point: Point = MID_NETHERLANDS, zone: string = DUTCH_ZONE): WallTime {
  const { sunset } = getTimes(new Date(`${day}T12:00Z`), point.lat, point.lon);
  if (sunset === null) return `${day}T18:00`;
  return DateTime.fromJSDate(sunset, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
}
