/** What a trainer says of her time, in words, and with one thing more or less of it. */
import { hours, shortDay } from "./format.js";
import { lang, words } from "./state.js";
import type { Availability, DayPart, WeeklyPattern } from "./types.js";

/** The lists of which things are added and taken away here; holds are those of a question, and go with it. */
export type SaidList = "weekly" | "extra" | "blocked" | "holidays" | "blocks";
export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export const PARTS = ["day", "morning", "afternoon", "evening"] as const;

export interface Said {
  readonly list: SaidList | "holds";
  /** its place in the list */
  readonly at: number;
  readonly text: string;
  /** a no, or a yes */
  readonly isNo: boolean;
}

/** All that she says, a sentence each: what returns, days away, single days by date. */
export function sentences(time: Availability): readonly Said[] {
  const p = words.value.person;
  const exceptions = (["extra", "blocked"] as const).flatMap((list) =>
    time[list].map(({ day, parts }, at) => ({ list, at, day, text: `${shown(day)}: ${partsText(parts)}` })),
  );
  const weekly = time.weekly.map((pattern, at) => ({ list: "weekly" as const, at, text: weeklyText(pattern) }));
  const holidays = time.holidays.map(({ from, to }, at) => ({
    list: "holidays" as const,
    at,
    text: `${p.away} ${p.since(shown(from))} ${p.until(shown(to))}`,
  }));
  const blocks = time.blocks.map(([start, end], at) => ({ list: "blocks" as const, at, text: interval(start, end) }));
  const holds = time.holds.map(({ start, end }, at) => ({
    list: "holds" as const,
    at,
    text: `${interval(start, end)} (${p.held})`,
  }));
  const all = [...weekly, ...holidays, ...exceptions.sort((a, b) => (a.day < b.day ? -1 : 1)), ...blocks, ...holds];
  return all.map(({ list, at, text }) => ({ list, at, text, isNo: list !== "weekly" && list !== "extra" }));
}

/** Where in its list what she says of one day stands. */
export function ofDay(time: Availability, said: readonly Said[], day: string): readonly Said[] {
  return said.filter(({ list, at }) => (list === "extra" || list === "blocked") && time[list][at]?.day === day);
}

export function without(time: Availability, list: SaidList, at: number): Availability {
  return { ...time, [list]: (time[list] as readonly unknown[]).filter((_, i) => i !== at) };
}
export function withDay(time: Availability, list: "extra" | "blocked", day: string, part: DayPart): Availability {
  return { ...time, [list]: [...time[list], { day, parts: [part] }] };
}

/** Days of which she says something else in one than in the other. */
export function changedDays(a: Availability, b: Availability): ReadonlySet<string> {
  const said = (time: Availability): ReadonlyMap<string, string> =>
    new Map(
      (["extra", "blocked"] as const).flatMap((list) =>
        time[list].map(({ day, parts }) => [`${list} ${day} ${JSON.stringify(parts)}`, day] as const),
      ),
    );
  const [one, other] = [said(a), said(b)];
  return new Set([
    ...[...one].flatMap(([key, day]) => (other.has(key) ? [] : [day])),
    ...[...other].flatMap(([key, day]) => (one.has(key) ? [] : [day])),
  ]);
}

const shown = (day: string): string => `${shortDay(day, lang.value)} ${day.slice(0, 4)}`;
const interval = (start: string, end: string): string =>
  start.slice(0, 10) === end.slice(0, 10)
    ? `${shown(start)} ${hours(start, end)}`
    : `${shown(start)} ${start.slice(11)} – ${shown(end)} ${end.slice(11)}`;

function partsText(parts: readonly DayPart[]): string {
  const names = words.value.person.parts;
  return parts.map((part) => (typeof part === "string" ? (names[part] ?? part) : part.join("–"))).join(", ");
}

function weeklyText({ days, parts, from, to, everyWeeks }: WeeklyPattern): string {
  const { person: p, dossier } = words.value;
  const named = days.map((day) => dossier.weekdays[day] ?? day).join(", ");
  const bounds = [...(from === null ? [] : [p.since(shown(from))]), ...(to === null ? [] : [p.until(shown(to))])];
  return [`${p.every(named, everyWeeks)}: ${partsText(parts)}`, ...bounds].join(" ");
}
