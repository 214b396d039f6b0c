/** What of a season is looked at: by whom or what, its columns, its filters. Pure. */
import type { Assignment, Season, Session } from "./types.js";

export type Axis = "trainer" | "place" | "programme";
export interface Filters {
  readonly text: string;
  readonly programme: string;
  readonly theme: string;
  readonly community: string;
  readonly trainer: string;
}
export const NO_FILTERS: Filters = { text: "", programme: "", theme: "", community: "", trainer: "" };

/** Whether anything is left out. */
export const isFiltering = (filters: Filters): boolean => Object.values(filters).some((one) => one !== "");

/** Days whose Monday was asked for: there are few, and each of thousands of sessions asks. */
const mondays = new Map<string, string>();

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const known = mondays.get(day);
  if (known !== undefined) return known;
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  const monday = date.toISOString().slice(0, 10);
  mondays.set(day, monday);
  return monday;
}
export function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
/** ISO 8601 week number. */
export function weekOf(day: string): number {
  const thursday = plusDays(mondayOf(day), 3);
  const first = mondayOf(`${thursday.slice(0, 4)}-01-04`);
  return 1 + Math.round((Date.parse(mondayOf(day)) - Date.parse(first)) / (7 * 86_400_000));
}

/** The columns of a period: its weeks by their Mondays, or the seven days of one of them. */
export function columnsOf({ from, to }: Season, week: string | null): readonly string[] {
  if (week !== null) return Array.from({ length: 7 }, (_, i) => plusDays(week, i));
  const weeks: string[] = [];
  for (let monday = mondayOf(from); monday <= to; monday = plusDays(monday, 7)) weeks.push(monday);
  return weeks;
}

export function isShown(
  session: Session,
  assignment: Assignment | null,
  filters: Filters,
  said: () => string,
): boolean {
  const { text, programme, theme, community, trainer } = filters;
  if (programme !== "" && session.programme !== programme) return false;
  if (theme !== "" && session.themes?.some(({ id }) => id === theme) !== true) return false;
  if (community !== "" && session.communities?.some(({ backgrounds }) => backgrounds.includes(community)) !== true)
    return false;
  if (trainer !== "" && assignment?.team.some((member) => member.trainer === trainer) !== true) return false;
  if (text === "") return true;
  // Every word of it, in any order.
  const all = said().toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
