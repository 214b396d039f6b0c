/** Several sessions at once: rules 14 to 20 for whole plans, and what a whole plan costs. */
import type { Assignment, Season, Session, Trainer } from "../../src/model/types.js";
import { dayOf, fee, km, minute, mondayOf, must } from "./arithmetic.js";
import { publishedCost, teamCost } from "./teams.js";

/** A session in one of its slots: when it keeps a member busy, in minutes, and on which days its parts start. */
export interface Dated {
  readonly session: Session;
  readonly slot: number;
  readonly busy: readonly { readonly from: number; readonly to: number; readonly day: number }[];
  readonly firstDay: number;
  readonly lastDay: number;
}

/** One session of a trainer. */
export interface Engagement {
  readonly dated: Dated;
  readonly lived: boolean;
}

/** What two dated sessions are to any trainer who is in both. */
export interface Meeting {
  /** rules 14 and 15 forbid it to everyone */
  readonly clash: boolean;
  /** the least number of days, above 0, between parts' starts; Infinity when there is none */
  readonly daysApart: number;
}

export function dated(session: Session, slot: number): Dated {
  const busy = must(session.slots[slot], "such slot").map(([start, end]) => ({
    from: minute(start) - session.before,
    to: minute(end) + session.after,
    day: dayOf(minute(start)),
  }));
  return {
    session,
    slot,
    busy,
    firstDay: must(busy[0], "first part").day,
    lastDay: must(busy.at(-1), "last part").day,
  };
}

/** Rules 14 to 16 for two dated sessions, as far as no trainer comes into it. */
export function meeting(season: Season, a: Dated, b: Dated): Meeting {
  let clash = false;
  let daysApart = Number.POSITIVE_INFINITY;
  const [here, there] = [a.session.place, b.session.place];
  const needed = here === null || there === null ? 0 : km(season, here, there);
  for (const x of a.busy)
    for (const y of b.busy) {
      if (x.from < y.to && y.from < x.to) clash = true;
      const between = x.from < y.from ? y.from - x.to : x.from - y.to;
      if (x.day === y.day && between < needed) clash = true;
      if (x.day !== y.day) daysApart = Math.min(daysApart, Math.abs(x.day - y.day));
    }
  return { clash, daysApart };
}

/** Rules 17 and 18: whether a trainer's counts hold over all her sessions. */
export function countsHold({ limits }: Trainer, diary: readonly Engagement[]): boolean {
  if (diary.length > limits.perSeason) return false;
  const days = diary.flatMap((one) => one.dated.busy.map(({ day }) => day));
  for (const day of days) {
    if (days.filter((other) => other === day).length > limits.perDay) return false;
    if (days.filter((other) => mondayOf(other) === mondayOf(day)).length > limits.perWeek) return false;
  }
  return Object.entries(limits.exposure).every(([theme, most]) => {
    const sessions = diary.filter((one) => one.lived && one.dated.session.themes.some(({ id }) => id === theme));
    return sessions.length <= most;
  });
}

/** Rule 19 for a session and the one before it in its series; null means unstaffed. */
export function orderHolds(
  series: { minDays: number; maxDays: number },
  before: Dated | null,
  after: Dated | null,
): boolean {
  if (after === null) return true;
  if (before === null) return false;
  const days = after.firstDay - before.lastDay;
  return series.minDays <= days && days <= series.maxDays;
}

/** Whether the assignments together obey rules 14 to 20; each of them must obey rules 1 to 13 by itself. */
export function couplingsHold(season: Season, assignments: readonly Assignment[]): boolean {
  const at = new Map(assignments.map((one) => [one.session, dated(sessionOf(season, one.session), one.slot)]));
  for (const trainer of season.trainers) {
    const diary = diaryOf(trainer, assignments, at);
    for (const [index, one] of diary.entries())
      for (const other of diary.slice(index + 1)) {
        const { clash, daysApart } = meeting(season, one.dated, other.dated);
        if (clash || daysApart <= trainer.limits.restDays) return false;
      }
    if (!countsHold(trainer, diary)) return false;
  }
  for (const series of season.series)
    for (let i = 1; i < series.sessions.length; i++)
      if (!orderHolds(series, at.get(series.sessions[i - 1] ?? "") ?? null, at.get(series.sessions[i] ?? "") ?? null))
        return false;
  return season.programmes.every(({ id, budget }) => {
    let spent = 0;
    for (const { session: code, slot, team } of assignments) {
      const session = sessionOf(season, code);
      if (session.programme === id)
        for (const { trainer } of team) spent += fee(trainerOf(season, trainer), session, slot);
    }
    return spent <= budget;
  });
}

/** What a plan costs in all, whether or not it obeys the rules; a session that is not listed is unstaffed. */
export function planCost(season: Season, assignments: readonly Assignment[]): number {
  const { weights } = season;
  let cost = 0;
  for (const session of season.sessions) {
    const one = assignments.find((assignment) => assignment.session === session.id);
    if (one === undefined) cost += unstaffedCost(season, session);
    else cost += teamCost(season, session, one.slot, one.team);
  }
  for (const trainer of season.trainers) {
    const hers = assignments.filter(({ team }) => team.some((member) => member.trainer === trainer.id));
    const load = hers.reduce((sum, { session }) => sum + sessionOf(season, session).halfDays, 0);
    cost += fairnessCost(season, trainer, load) + (hers.length > 0 ? weights.activation : 0);
  }
  for (const { sessions } of season.series)
    for (let i = 1; i < sessions.length; i++) {
      const before = assignments.find(({ session }) => session === sessions[i - 1]);
      const after = assignments.find(({ session }) => session === sessions[i]);
      if (before !== undefined && after !== undefined) cost += weights.continuity * newcomers(before.team, after.team);
    }
  return cost;
}

/** What a session costs that nobody staffs, its published team included. */
export function unstaffedCost(season: Season, session: Session): number {
  return season.weights.unstaffed * session.priority + publishedCost(season, session, null, []);
}

/** What a trainer's load in half-days costs. */
export function fairnessCost(season: Season, { share }: Trainer, load: number): number {
  const off = load > share.max ? load - share.max : load < share.min ? share.min - load : 0;
  return season.weights.fairness * off * off;
}

/** Members of a team, actors apart, who had no seat in the team before. */
export function newcomers(before: Assignment["team"], after: Assignment["team"]): number {
  return after.filter(({ seat, trainer }) => seat !== "actor" && !before.some((member) => member.trainer === trainer))
    .length;
}

function diaryOf(trainer: Trainer, assignments: readonly Assignment[], at: ReadonlyMap<string, Dated>): Engagement[] {
  return assignments.flatMap(({ session, team }) => {
    const seats = team.filter((member) => member.trainer === trainer.id).map(({ seat }) => seat);
    return seats.length === 0 ? [] : [{ dated: must(at.get(session), "such date"), lived: seats.includes("lived") }];
  });
}

function sessionOf(season: Season, id: string): Session {
  return must(
    season.sessions.find((session) => session.id === id),
    "such session",
  );
}

function trainerOf(season: Season, id: string): Trainer {
  return must(
    season.trainers.find((trainer) => trainer.id === id),
    "such trainer",
  );
}
