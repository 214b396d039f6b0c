/** The facts of data/ as a calendar, and short ways to ask it. */
import { readFileSync } from "node:fs";
import { type Calendar, type Observance, observancesBetween, readCalendar } from "../../src/dates/index.js";

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), "utf8"));

/** The files as they stand in data/. */
export const files = {
  observances: read("observances"),
  announced: read("announced-dates"),
  lunar: read("lunar-dates"),
  schoolHolidays: read("school-holidays"),
  schoolRegions: read("school-regions"),
  backgrounds: read("backgrounds"),
  municipalities: read("municipalities"),
};

export const calendar: Calendar = readCalendar(files);

export const YEARS = Array.from({ length: 21 }, (_, i) => 2020 + i);

/** Everything from 2020 to 2040, found once: twenty years take a second. */
export const ALL: readonly Observance[] = observancesBetween(calendar, "2020-01-01", "2040-12-31");

/** The first days on which an observance falls by its own rule, in a year or in all of them. */
export function firstDays(id: string, year?: number): string[] {
  const ruled = ALL.filter((one) => one.id === id && one.keepers === null).map(({ from }) => from);
  return year === undefined ? ruled : ruled.filter((from) => from.startsWith(`${year}-`));
}

/** The day some days after another. */
export function plus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
