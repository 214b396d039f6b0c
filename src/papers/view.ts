/** A plan laid out for reading: its parts in order of time, week by week, and the sessions that are still open. */
import type { Day, Interval, Member, Plan, Season, Session, Verdict } from "../model/types.js";
import { isoWeekOf } from "./dates.js";
import { staffedIn } from "./staffed.js";
import type { SeatReason } from "./why-open.js";

/** One part of a session on one day; an open session stands at the first part of the date that it prefers. */
export interface PartRow {
  readonly session: Session;
  /** the place's name, or null: online */
  readonly placeName: string | null;
  /** empty while the session is open */
  readonly team: readonly Member[];
  readonly open: boolean;
  readonly interval: Interval;
  /** 1-based, of `parts` */
  readonly part: number;
  readonly parts: number;
}

/** One ISO week with at least one row, its rows by time. */
export interface WeekView {
  readonly year: number;
  readonly week: number;
  readonly monday: Day;
  readonly sunday: Day;
  readonly rows: readonly PartRow[];
}

/** A session without a team; the most urgent come first. */
export interface OpenView {
  readonly session: Session;
  readonly placeName: string | null;
  /** null where nobody looked into it */
  readonly reasons: readonly SeatReason[] | null;
}

export interface PlanView {
  readonly season: Season;
  readonly verdict: Verdict;
  /** (cost − bound) / max(1, cost) as the plan states it; null where it states no bound or a false cost */
  readonly gap: number | null;
  readonly weeks: readonly WeekView[];
  readonly open: readonly OpenView[];
}

/**
 * Lays a plan out for reading.
 * @param verdict what `check` says of the plan
 * @param reasons why a session is open, by its id (see `whyOpen`); those that are absent were not looked into
 */
export function viewPlan(
  season: Season,
  plan: Plan,
  verdict: Verdict,
  reasons: ReadonlyMap<string, readonly SeatReason[]>,
): PlanView {
  const places = new Map(season.places.map((place) => [place.id, place.name]));
  const assigned = staffedIn(season, plan);
  const rows: PartRow[] = [];
  const open: OpenView[] = [];
  for (const session of season.sessions) {
    const placeName = session.place === null ? null : (places.get(session.place) ?? session.place);
    const assignment = assigned.get(session.id);
    const slot = session.slots[assignment?.slot ?? session.pinned?.slot ?? 0] ?? [];
    if (assignment === undefined) open.push({ session, placeName, reasons: reasons.get(session.id) ?? null });
    const shown = assignment === undefined ? slot.slice(0, 1) : slot;
    for (const [index, interval] of shown.entries())
      rows.push({
        session,
        placeName,
        team: assignment?.team ?? [],
        open: assignment === undefined,
        interval,
        part: index + 1,
        parts: slot.length,
      });
  }
  // Sorting is stable: equal keys keep the season's own order.
  rows.sort((a, b) => compare(a.interval[0], b.interval[0]) || compare(a.interval[1], b.interval[1]));
  open.sort((a, b) => b.session.priority - a.session.priority);
  return { season, verdict, gap: gapOf(plan, verdict), weeks: weeksOf(rows), open };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function gapOf(plan: Plan, verdict: Verdict): number | null {
  if (plan.bound === undefined || verdict.misstated || verdict.overbound) return null;
  return (verdict.total - plan.bound) / Math.max(1, verdict.total);
}

function weeksOf(rows: readonly PartRow[]): WeekView[] {
  const weeks: (Omit<WeekView, "rows"> & { rows: PartRow[] })[] = [];
  for (const row of rows) {
    const week = isoWeekOf(row.interval[0]);
    const last = weeks.at(-1);
    if (last?.monday === week.monday) last.rows.push(row);
    else weeks.push({ ...week, rows: [row] });
  }
  return weeks;
}
