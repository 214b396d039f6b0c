/** A plan laid out for reading: its parts in order of time, week by week, and the sessions that are still open. */
import type { Costs, Day, Interval, Member, Plan, Season, Session, Verdict } from "../model/types.js";
import type { OpenReason, OpenSession } from "../solve/api.js";
import { isoWeekOf, whole } from "./dates.js";
import { staffedIn } from "./staffed.js";
import { type Lang, paperRule, WORDS } from "./words.js";

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
  /** null where the plan breaks a rule, so that there are none to give; empty where nobody looked into it */
  readonly reasons: readonly OpenReason[] | null;
  /** all of them would have to give way at once; else any one of them would do */
  readonly together: boolean;
}

/** What the check says, with the costs that the reader may know. */
export type ShownVerdict = Omit<Verdict, "costs"> & { readonly costs: Partial<Costs> };

/** What of the published plan the plan leaves: what stands behind the costs `change` and `move`. */
export interface LeftPublished {
  readonly session: string;
  /** published members who have no seat in the session now */
  readonly dropped: readonly string[];
  readonly moved: boolean;
}

export interface PlanView {
  readonly season: Season;
  readonly verdict: ShownVerdict;
  /** as the plan states it; null where it states none, or a false cost or bound */
  readonly bound: number | null;
  /** (cost − bound) / max(1, cost), of that bound */
  readonly gap: number | null;
  readonly weeks: readonly WeekView[];
  readonly open: readonly OpenView[];
  /** in the season's order, those that keep to what was published apart */
  readonly left: readonly LeftPublished[];
}

/**
 * Lays a plan out for reading.
 * @param verdict what `check` says of the plan
 * @param why why sessions are open (see `openReasons`); those that are absent were not looked into
 */
export function viewPlan(season: Season, plan: Plan, verdict: ShownVerdict, why: readonly OpenSession[]): PlanView {
  const reasonsOf = new Map(why.map((one) => [one.session, one]));
  const places = new Map(season.places.map((place) => [place.id, place.name]));
  const assigned = staffedIn(season, plan);
  const rows: PartRow[] = [];
  const open: OpenView[] = [];
  for (const session of season.sessions) {
    const placeName = session.place === null ? null : (places.get(session.place) ?? session.place);
    const assignment = assigned.get(session.id);
    const slot = session.slots[assignment?.slot ?? session.pinned?.slot ?? 0] ?? [];
    const { reasons = [], together = false } = reasonsOf.get(session.id) ?? {};
    if (assignment === undefined)
      open.push({ session, placeName, reasons: verdict.feasible ? reasons : null, together });
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
  const bound = plan.bound === undefined || verdict.misstated || verdict.overbound ? null : plan.bound;
  const gap = bound === null ? null : (verdict.total - bound) / Math.max(1, verdict.total);
  return { season, verdict, bound, gap, weeks: weeksOf(rows), open, left: leftOf(season, assigned) };
}

function leftOf(season: Season, assigned: ReturnType<typeof staffedIn>): LeftPublished[] {
  return season.published.flatMap(({ session, slot, team }) => {
    const now = assigned.get(session);
    const seated = new Set(now?.team.map(({ trainer }) => trainer));
    const dropped = team.map(({ trainer }) => trainer).filter((trainer) => !seated.has(trainer));
    const moved = now !== undefined && now.slot !== slot;
    return moved || dropped.length > 0 ? [{ session, dropped, moved }] : [];
  });
}

/** One line for each broken rule and place; the rules that are a trainer's own to keep make one line together. */
export function brokenLines({ violations }: ShownVerdict, lang: Lang): string[] {
  const lines = violations.map(({ rule, where, text }) => {
    const name = paperRule(rule);
    const words = WORDS[lang].rules[name];
    // The check's own words are English, and tell whom; they tell nothing that is kept but by naming such a rule.
    return `${where}: ${words}${name === "notAvailable" || lang !== "en" ? "" : ` (${text})`}`;
  });
  return [...new Set(lines)];
}

/** What a plan states of itself and should not. */
export function statementLines({ stated, misstated, overbound, total }: ShownVerdict, lang: Lang): string[] {
  const words = WORDS[lang];
  const cost = whole(total, lang);
  const lines: string[] = [];
  if (misstated) lines.push(stated === null ? words.noCostStated : words.falseCost(whole(stated, lang), cost));
  if (overbound) lines.push(words.falseBound(cost));
  return lines;
}

/** Who of the published teams drops out, and which sessions leave their published date. */
export function leftLines(left: readonly LeftPublished[], lang: Lang): string[] {
  return left.flatMap(({ session, dropped, moved }) => [
    ...(dropped.length > 0 ? [WORDS[lang].changed(session, dropped.join(", "))] : []),
    ...(moved ? [WORDS[lang].moved(session)] : []),
  ]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
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
