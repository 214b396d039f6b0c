/** Rules 14 to 18: one trainer over all her sessions. */
import { weekOfDay } from "../model/time.js";
import type { Trainer } from "../model/types.js";
import type { Facts, Part, RuleReport, Staffed, StaffedById } from "./facts.js";

/** One session of a trainer, counted once however often she sits in it. */
export interface Entry {
  readonly staffed: Staffed;
  /** whether she sits in a `lived` seat of it */
  readonly lived: boolean;
}

/** Each trainer's sessions by her code, in the season's order; those without any are absent. */
export function diariesOf(staffedById: StaffedById): ReadonlyMap<string, readonly Entry[]> {
  const diaries = new Map<string, Entry[]>();
  for (const staffed of staffedById.values())
    for (const id of new Set(staffed.members.map(({ trainer }) => trainer.id))) {
      const diary = diaries.get(id) ?? [];
      const lived = staffed.members.some(({ seat, trainer }) => seat === "lived" && trainer.id === id);
      diary.push({ staffed, lived });
      diaries.set(id, diary);
    }
  return diaries;
}

/** Reports what is wrong with one trainer's sessions taken together. */
export function checkDiary(facts: Facts, trainer: Trainer, diary: readonly Entry[], report: RuleReport): void {
  for (let later = 1; later < diary.length; later++)
    for (let earlier = 0; earlier < later; earlier++) {
      const [one, other] = [diary[earlier], diary[later]];
      if (one !== undefined && other !== undefined) meet(facts, trainer, one.staffed, other.staffed, report);
    }
  counts(trainer, diary, report);
  exposure(trainer, diary, report);
}

/** 14 to 16 for two sessions of one trainer, each told of once however many parts break it. */
function meet(facts: Facts, { id, limits }: Trainer, one: Staffed, other: Staffed, report: RuleReport): void {
  let [overlap, travelTime, restDays] = [false, false, false];
  for (const x of one.parts)
    for (const y of other.parts) {
      // 14. The times that she is busy with different sessions do not overlap.
      if (minutesBetween(x, y) < 0) overlap = true;
      // 15. On one day there is a minute for each kilometre. Parts that overlap are told of as an overlap alone.
      else if (x.day === y.day && minutesBetween(x, y) < kmApart(facts, one, other)) travelTime = true;
      // 16. Parts that start on different days start more than `restDays` days apart.
      if (x.day !== y.day && Math.abs(x.day - y.day) <= limits.restDays) restDays = true;
    }
  if (!overlap && !travelTime && !restDays) return;
  const both = `${one.session.id} and ${other.session.id}`;
  const those = [one.session.id, other.session.id];
  if (overlap) report("overlap", id, `she is needed for ${both} at the same time`, those);
  if (travelTime) {
    const km = kmApart(facts, one, other);
    report("travelTime", id, `there is no time to travel between ${both}, ${km} km apart`, those);
  }
  if (restDays)
    report(
      "restDays",
      id,
      `${both} are too close: any two days on which she works are to be more than ${limits.restDays} apart`,
      those,
    );
}

/** Minutes from when the first stops to keep her busy until the second begins to; negative where they overlap. */
function minutesBetween({ busy: x }: Part, { busy: y }: Part): number {
  return x.from <= y.from ? y.from - x.to : x.from - y.to;
}

/** Kilometres between the places of two sessions; 0 where one is online. */
function kmApart(facts: Facts, { session: one }: Staffed, { session: other }: Staffed): number {
  return one.place === null || other.place === null ? 0 : facts.km(one.place, other.place);
}

/** 17. No more parts a day, parts an ISO week and sessions a season than her limits. */
function counts({ id, limits }: Trainer, diary: readonly Entry[], report: RuleReport): void {
  const days = diary.flatMap(({ staffed }) =>
    staffed.parts.map(({ day, starts }) => ({ day, date: starts.slice(0, 10), session: staffed.session.id })),
  );
  const perDay = tally(days, ({ day }) => day);
  const perWeek = tally(days, ({ day }) => weekOfDay(day));
  for (const { count, date, sessions } of perDay)
    if (count > limits.perDay)
      report("perDay", id, `${count} parts on ${date}, and her limit is ${limits.perDay}`, sessions);
  for (const { count, date, sessions } of perWeek)
    if (count > limits.perWeek)
      report("perWeek", id, `${count} parts in the week of ${date}, and her limit is ${limits.perWeek}`, sessions);
  if (diary.length > limits.perSeason)
    report("perSeason", id, `${diary.length} sessions in the season, and her limit is ${limits.perSeason}`);
}

/** 18. She sits in a `lived` seat of at most so many sessions on a theme. The text names neither theme nor limit. */
function exposure({ id, limits }: Trainer, diary: readonly Entry[], report: RuleReport): void {
  for (const [theme, most] of Object.entries(limits.exposure)) {
    const sessions = diary
      .filter(({ lived, staffed }) => lived && staffed.session.themes.some((need) => need.id === theme))
      .map(({ staffed }) => staffed.session.id);
    if (sessions.length > most)
      report(
        "exposure",
        id,
        `these sessions together ask more of her than she allows: ${sessions.join(", ")}`,
        sessions,
      );
  }
}

interface Tally {
  count: number;
  readonly date: string;
  readonly sessions: string[];
}

function tally<T extends { date: string; session: string }>(
  items: readonly T[],
  key: (item: T) => number,
): Iterable<Tally> {
  const groups = new Map<number, Tally>();
  for (const item of items) {
    const group = groups.get(key(item)) ?? { count: 0, date: item.date, sessions: [] };
    group.count += 1;
    if (!group.sessions.includes(item.session)) group.sessions.push(item.session);
    groups.set(key(item), group);
  }
  return groups.values();
}
