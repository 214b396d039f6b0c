/** The region of the school holidays in which a place lies. */
import type { Calendar } from "./facts.js";
import type { Region } from "./types.js";

/**
 * The region of a region's own name, a province, or a municipality by name or CBS code (`Noord`, `Limburg`, `Tiel`,
 * `GM0281`), capitals aside; null where it is none of them. Utrecht and Groningen are in one region as town and as
 * province.
 */
export function regionOf(calendar: Calendar, place: string): Region | null {
  const same = (text: string) => text.toLowerCase() === place.trim().toLowerCase();
  const { items } = calendar.schoolRegions;
  const named = items.find(({ id, nl, en }) => [id, nl, en].some(same));
  if (named !== undefined) return named.id;
  const municipality = calendar.municipalities.items.find(({ code, name }) => same(code) || same(name));
  const own = items.find(({ municipalities }) => municipalities.some((name) => name === municipality?.name));
  if (own !== undefined) return own.id;
  const inProvince = (province: string) => province === municipality?.province || same(province);
  return items.find(({ provinces }) => provinces.some(inProvince))?.id ?? null;
}
