/** Sessions and teams as rows and columns of the timeline. Pure. */
import type { Assignment, Plan, Season, Session } from "./types.js";

export type Axis = "trainer" | "place" | "programme";
export interface Filters {
  readonly text: string;
  readonly programme: string;
  readonly theme: string;
  readonly community: string;
  readonly trainer: string;
}
export const NO_FILTERS: Filters = { text: "", programme: "", theme: "", community: "", trainer: "" };

/** One part of a session on one day. */
export interface Chip {
  readonly session: Session;
  readonly assignment: Assignment | null;
  readonly start: string;
  readonly end: string;
}
export interface Row {
  readonly key: string;
  /** column → its chips, by time */
  readonly cells: ReadonlyMap<string, readonly Chip[]>;
  /** the most chips in one cell */
  readonly depth: number;
  readonly count: number;
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
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

/**
 * @param said what can be searched of a session: its names in words
 * @param week null: columns are weeks; else the days of that week
 */
export function rowsOf(
  season: Season,
  plan: Plan | null,
  axis: Axis,
  filters: Filters,
  week: string | null,
  said: (session: Session, assignment: Assignment | null) => string,
): readonly Row[] {
  const assigned = new Map((plan?.assignments ?? []).map((one) => [one.session, one]));
  const cells = new Map<string, Map<string, Chip[]>>();
  const open = (key: string): Map<string, Chip[]> => {
    const row = cells.get(key) ?? new Map<string, Chip[]>();
    cells.set(key, row);
    return row;
  };
  const isFiltered = JSON.stringify(filters) !== JSON.stringify(NO_FILTERS);
  if (axis === "trainer" && !isFiltered) for (const id of season.trainers) open(id);
  for (const session of season.sessions) {
    const assignment = assigned.get(session.id) ?? null;
    if (!isShown(session, assignment, filters, () => said(session, assignment))) continue;
    const slot = session.slots[assignment?.slot ?? 0] ?? [];
    for (const key of keysOf(session, assignment, axis, filters))
      for (const [start, end] of slot) {
        const day = start.slice(0, 10);
        const column = week === null ? mondayOf(day) : day;
        const row = open(key);
        const those = row.get(column) ?? [];
        those.push({ session, assignment, start, end });
        row.set(column, those);
      }
  }
  return [...cells].map(([key, row]) => {
    for (const chips of row.values()) chips.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
    const counts = [...row.values()].map((chips) => chips.length);
    return {
      key,
      cells: row,
      depth: Math.max(1, ...counts),
      count: counts.reduce((sum, n) => sum + n, 0),
    };
  });
}

function keysOf(session: Session, assignment: Assignment | null, axis: Axis, filters: Filters): readonly string[] {
  if (axis === "place") return [session.place ?? ""];
  if (axis === "programme") return [session.programme ?? ""];
  const team = assignment?.team.map(({ trainer }) => trainer) ?? [];
  return filters.trainer === "" ? team : team.filter((trainer) => trainer === filters.trainer);
}

/** The rows, those in which nothing has changed as the same objects as before: they need not be shown anew. */
export function reused(before: readonly Row[], after: readonly Row[]): readonly Row[] {
  const old = new Map(before.map((row) => [row.key, row]));
  return after.map((row) => {
    const was = old.get(row.key);
    return was !== undefined && isSame(was, row) ? was : row;
  });
}

function isSame(a: Row, b: Row): boolean {
  if (a.count !== b.count || a.cells.size !== b.cells.size) return false;
  for (const [column, chips] of b.cells) {
    const were = a.cells.get(column);
    if (were?.length !== chips.length) return false;
    for (const [i, chip] of chips.entries())
      if (were[i]?.session !== chip.session || were[i]?.assignment !== chip.assignment) return false;
  }
  return true;
}
