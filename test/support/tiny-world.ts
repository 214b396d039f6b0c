/** What all tiny seasons share: tags, places and a few days. */
import type { Place } from "../../src/model/types.js";

export const THEMES = ["honour-violence", "fgm"] as const;
export const BACKGROUNDS = ["b1", "b2", "b3"] as const;
export const TRAITS = ["woman", "experienced"] as const;

/** Days after Thursday 2027-03-25: two ISO weeks meet in the middle. */
export const DAYS = 9;

/** The wall time of an hour on a day of the season; hour 24 is the next day's 0. */
export function wall(day: number, hour: number): string {
  return new Date(Date.UTC(2027, 2, 25 + day) + hour * 3_600_000).toISOString().slice(0, 16);
}

/** P5 lies where P1 does, under a code of its own. */
export const PLACES: readonly Place[] = [
  { id: "P1", name: "Centrum", lat: 52.0, lon: 5.0 },
  { id: "P2", name: "Noord", lat: 52.08, lon: 5.05 },
  { id: "P3", name: "Oost", lat: 52.1, lon: 5.8 },
  { id: "P4", name: "Zuid", lat: 51.3, lon: 5.2 },
  { id: "P5", name: "Kern", lat: 52.0, lon: 5.0 },
];
