/** A trainer's season by week: when she can come, and what she is assigned to. Pure. */
import { columnsOf, plusDays } from "./look.js";
import type { Part, Plan, Role, Season, Session } from "./types.js";

/** One part of a session to which she is assigned. */
export interface Duty {
  readonly session: Session;
  readonly seat: Role;
  readonly start: string;
  readonly end: string;
  /** in the plan that is shown */
  readonly isPlanned: boolean;
  /** in what people were told */
  readonly isPublished: boolean;
}
export interface DiaryDay {
  readonly day: string;
  /** a day of the season */
  readonly isIn: boolean;
  /** when she can come, within the day */
  readonly free: readonly Part[];
  readonly duties: readonly Duty[];
}
export interface DiaryWeek {
  readonly monday: string;
  readonly days: readonly DiaryDay[];
  /** `free`: she can come and has nothing; `unknown`: when she can come is not told */
  readonly standing: "free" | "busy" | "away" | "unknown";
}

/** The weeks of a season for one trainer. @param available null: when she can come is not told */
export function diaryOf(
  season: Season,
  plan: Plan | null,
  trainer: string,
  available: readonly Part[] | null,
): readonly DiaryWeek[] {
  const duties = grouped(dutiesOf(season, plan, trainer), ({ start }) => start.slice(0, 10));
  const free = grouped((available ?? []).flatMap(byDay), ([start]) => start.slice(0, 10));
  return columnsOf(season, null).map((monday): DiaryWeek => {
    const days = columnsOf(season, monday).map((day): DiaryDay => {
      const isIn = day >= season.from && day <= season.to;
      return { day, isIn, free: free.get(day) ?? [], duties: duties.get(day) ?? [] };
    });
    const can = days.some((one) => one.free.length > 0) ? "free" : "away";
    const isBusy = days.some((one) => one.duties.length > 0);
    return { monday, days, standing: isBusy ? "busy" : available === null ? "unknown" : can };
  });
}

/** Sessions that were published with her on a date that is no longer on offer. */
export function datelessOf(season: Season, trainer: string): readonly string[] {
  const isHers = ({ slot, team }: Season["published"][number]): boolean =>
    slot === null && team.some((member) => member.trainer === trainer);
  return season.published.filter(isHers).map(({ session }) => session);
}

function dutiesOf(season: Season, plan: Plan | null, trainer: string): readonly Duty[] {
  const sessions = new Map(season.sessions.map((session) => [session.id, session]));
  const found = new Map<string, Duty>();
  const add = (of: readonly Season["published"][number][], how: "isPlanned" | "isPublished"): void => {
    for (const { session: id, slot, team } of of) {
      const member = team.find((one) => one.trainer === trainer);
      const session = sessions.get(id);
      if (member === undefined || session === undefined || slot === null) continue;
      for (const [start, end] of session.slots[slot] ?? []) {
        const before = found.get(`${id} ${start}`) ?? { isPlanned: false, isPublished: false };
        found.set(`${id} ${start}`, { ...before, session, seat: member.seat, start, end, [how]: true });
      }
    }
  };
  // The seat is that of the plan that is shown, where she is in both.
  add(season.published, "isPublished");
  add(plan?.assignments ?? [], "isPlanned");
  return [...found.values()].sort((a, b) => (a.start < b.start ? -1 : 1));
}

/** How many days of each week of a season she can come on. */
export function freeDays(
  season: Season,
  available: readonly Part[],
): readonly (readonly [monday: string, days: number])[] {
  const days = new Set(available.flatMap(byDay).map(([start]) => start.slice(0, 10)));
  return columnsOf(season, null).map((monday) => [
    monday,
    columnsOf(season, monday).filter((day) => days.has(day)).length,
  ]);
}

/** An interval day by day. */
function byDay([start, end]: Part): readonly Part[] {
  const parts: Part[] = [];
  for (let day = start.slice(0, 10); `${day}T00:00` < end; day = plusDays(day, 1)) {
    const [first, last] = [`${day}T00:00`, `${plusDays(day, 1)}T00:00`];
    parts.push([start > first ? start : first, end < last ? end : last]);
  }
  return parts;
}

function grouped<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}
