import type { Place } from "./types.js";

const EARTH_RADIUS_KM = 6371;
/** Roads are longer than the great circle by about this factor (docs/season-format.md). */
const DETOUR = 1.3;

/** Whole kilometres between two places: great circle × 1.3; 0 within a place. */
export function kmBetween(a: Place, b: Place): number {
  if (a.id === b.id) return 0;
  const radians = Math.PI / 180;
  const dLat = (b.lat - a.lat) * radians;
  const dLon = (b.lon - a.lon) * radians;
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(dLon / 2) ** 2;
  return Math.round(2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(h)) * DETOUR);
}
