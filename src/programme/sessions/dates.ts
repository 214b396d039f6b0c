/** Which dates a session is offered: days that suit, while the location is open, clear of what its communities keep. */
import { clockText, dayNumber, dayPlus } from "../../dates/days.js";
import { type Calendar, dropSlots, observancesBetween, rankSlots } from "../../dates/index.js";
import type { CommunityNeed, Day, Interval } from "../../model/types.js";
import type { Closing } from "../groups/participants.js";
import type { Activity } from "../menu.js";
import { type Site, WEEKDAYS } from "../order.js";
import type { Needs } from "../scan/needs.js";
import { lengthOf } from "./order.js";

/** How many dates a session is offered at most. */
const MOST_SLOTS = 8;
/** A part of the day by the hour at which it begins. */
const DAYPARTS = [
  ["morning", 0],
  ["afternoon", 12],
  ["evening", 17],
] as const;

export interface Wanted {
  readonly activity: Activity;
  /** where it is, with its opening times; online, where most of those are who take part, for the school holidays */
  readonly site: Site;
  readonly communities: readonly CommunityNeed[];
  readonly from: Day;
  readonly to: Day;
  /** the only days that it can be on, where they are fixed */
  readonly days: readonly Day[] | null;
  /** sessions alike begin their lists at different dates, so that one team is not asked for all of them at once */
  readonly turn: number;
}

/** What dates hang on, whatever day it is. */
type Where = Pick<Wanted, "activity" | "site" | "communities">;
type Slot = readonly Interval[];

/** The dates on offer, best first: what touches least, then what suits most, spread over the period; empty where there is none. */
export function slotsFor(wanted: Wanted, needs: Needs | null, calendar: Calendar): readonly Slot[] {
  const { activity, from, to, days, turn } = wanted;
  const all = days ?? daysBetween(from, dayPlus(to, -lengthOf(activity)));
  const best = clearOf(wanted, openOn(wanted, all), calendar)
    .map(({ parts, conflict }) => ({ parts, bother: conflict + unsuited(parts, needs) }))
    .sort((a, b) => a.bother - b.bother);
  return spread(best, turn).map(({ parts }) => parts);
}

/** Why no session can begin on a day; null where one can. What `slotsFor` offers is what this leaves. */
export function closingOn(where: Where, day: Day, calendar: Calendar): Closing | null {
  const open = openOn(where, [day]);
  if (open.length === 0) return "opening";
  return clearOf(where, open, calendar).length === 0 ? "kept" : null;
}

/** The sessions that could begin on these days, all of their parts while the location is open. */
function openOn({ activity, site }: Where, days: readonly Day[]): readonly Slot[] {
  return days.flatMap((first) =>
    activity.times
      .map((time) => partDays(activity, first).map((day) => [`${day}T${time[0]}`, `${day}T${time[1]}`] as const))
      .filter((parts) => activity.online || parts.every((part) => isOpen(site, activity, part))),
  );
}

/** Of these sessions, in the order of their days, those of which no part is on a day that their communities or everybody keep: least conflict first. */
function clearOf({ activity, site, communities }: Where, slots: readonly Slot[], calendar: Calendar) {
  const days = slots.flatMap((parts) => parts.map(([start]) => start.slice(0, 10))).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const dated = { slots, place: activity.online ? null : site.place, communities };
  const options = { region: site.place };
  const observances = observancesBetween(calendar, first, dayPlus(last, 1), {
    communities: communities.map(({ backgrounds }) => backgrounds),
    region: options.region,
  });
  const clear = new Set(
    dropSlots(calendar, dated, observances, { ...options, evenPerhaps: true }).map(({ slot }) => slot),
  );
  return rankSlots(calendar, dated, observances, options).filter(({ slot }) => clear.has(slot));
}

/** Every day from one to another. */
export function daysBetween(from: Day, to: Day): Day[] {
  const count = dayNumber(to) - dayNumber(from) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, n) => dayPlus(from, n));
}
/** The days of all parts. */
function partDays({ parts, daysApart }: Activity, first: Day): Day[] {
  return Array.from({ length: parts }, (_, n) => dayPlus(first, n * daysApart));
}
const weekdayOf = (day: Day) => WEEKDAYS[(new Date(day).getUTCDay() + 6) % 7] ?? "mon";
const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Whether a location is open from setting up to clearing away. */
function isOpen({ opening }: Site, { before, after }: Activity, [start, end]: Interval): boolean {
  return opening.some(
    (hours) =>
      hours.day === weekdayOf(start.slice(0, 10)) &&
      minutes(hours.from) <= minutes(start.slice(11)) - before &&
      minutes(end.slice(11)) + after <= minutes(hours.to),
  );
}

/** From when to when a location must be open for an activity, set-up and clearing away included: `08:45-17:15 or …`. */
export function hoursNeeded({ times, before, after }: Activity): string {
  return times
    .map(([start, end]) => `${clockText(minutes(start) - before)}-${clockText(minutes(end) + after)}`)
    .join(" or ");
}

/** How far a date is from what most people want, 0 to 20: by how many fewer the day and the part of the day suit. */
function unsuited(parts: readonly Interval[], needs: Needs | null): number {
  const [start] = parts[0] ?? [""];
  const hour = Number(start.slice(11, 13));
  const daypart = DAYPARTS.findLast(([, from]) => hour >= from)?.[0] ?? "morning";
  const lack = (question: "days" | "dayparts", id: string) => {
    const told = needs?.counts[question] ?? [];
    const most = Math.max(0, ...told.map(({ people }) => people));
    const people = told.find((one) => one.id === id)?.people ?? 0;
    return most === 0 ? 0 : Math.round((10 * (most - people)) / most);
  };
  return lack("days", weekdayOf(start.slice(0, 10))) + lack("dayparts", daypart);
}

/** Some of the best, over the whole period; the order stays best first but for equals, which take turns. */
function spread<T extends { readonly bother: number }>(best: readonly T[], turn: number): readonly T[] {
  const good = best.filter(({ bother }) => bother <= (best[MOST_SLOTS - 1]?.bother ?? Infinity));
  const step = Math.max(1, Math.floor(good.length / MOST_SLOTS));
  const picked = good.filter((_, i) => (i + turn) % step === 0).slice(0, MOST_SLOTS);
  return picked.sort((a, b) => a.bother - b.bother);
}
