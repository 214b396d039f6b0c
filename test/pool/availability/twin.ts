/** The slow twin of the expansion: every minute of every day asked anew, with luxon for days, weeks and existence. */
import { DateTime } from "luxon";
import type { Interval } from "../../../src/model/index.js";
import type { Availability, ExpandOptions, Part } from "../../../src/pool/availability/index.js";
import { DAY_PART_HOURS } from "../../../src/pool/availability/index.js";

const pad = (n: number) => String(n).padStart(2, "0");
const NAMES = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The same intervals as `expandAvailability`, by asking of each minute whether it exists and whether she can be booked. */
export function slowAvailable(availability: Availability, options: ExpandOptions): readonly Interval[] {
  const found: [string, string][] = [];
  let open: string | null = null;
  const live = availability.holds.filter(
    ({ offer, until }) => offer !== options.offer && DateTime.fromISO(until).toMillis() > options.now,
  );
  let day = DateTime.fromISO(options.from, { zone: "UTC" });
  const end = DateTime.fromISO(options.to, { zone: "UTC" });
  for (; day <= end.plus({ days: 1 }); day = day.plus({ days: 1 })) {
    const date = day.toISODate() ?? "";
    const beyond = day > end;
    // Around a day on which the clocks turn every minute is asked whether it exists; asking always would take an hour.
    const noons = [-1, 0, 1].map(
      (n) => DateTime.fromISO(`${day.plus({ days: n }).toISODate()}T12:00`, { zone: options.zone }).offset,
    );
    const turns = new Set(noons).size > 1;
    const says = partsOn(availability, date, day);
    for (let m = 0; m < 1440; m++) {
      const wall = `${date}T${pad(Math.floor(m / 60))}:${pad(m % 60)}`;
      if (turns && !exists(wall, options.zone)) continue;
      const free = !beyond && isFree(wall, says, { ...availability, holds: live }, options);
      if (free && open === null) open = wall;
      if (!free && open !== null) {
        found.push([open, wall]);
        open = null;
      }
      if (beyond && open === null) break;
    }
  }
  return found;
}

function exists(wall: string, zone: string): boolean {
  return DateTime.fromISO(wall, { zone }).toFormat("yyyy-MM-dd'T'HH:mm") === wall;
}

interface Says {
  readonly yes: readonly Part[];
  readonly no: readonly Part[];
  readonly away: boolean;
}

function partsOn({ weekly, extra, blocked, holidays }: Availability, date: string, day: DateTime): Says {
  const patterns = weekly.filter(({ days, from, to, everyWeeks }) => {
    if (!days.some((name) => NAMES.indexOf(name) + 1 === day.weekday)) return false;
    if ((from !== null && date < from) || (to !== null && date > to)) return false;
    if (from === null) return true;
    const weeks = day.startOf("week").diff(DateTime.fromISO(from, { zone: "UTC" }).startOf("week"), "weeks").weeks;
    return Math.round(weeks) % everyWeeks === 0;
  });
  const of = (list: Availability["extra"]) => list.filter((one) => one.day === date).flatMap(({ parts }) => parts);
  return {
    yes: [...patterns.flatMap(({ parts }) => parts), ...of(extra)],
    no: of(blocked),
    away: holidays.some(({ from, to }) => from <= date && date <= to),
  };
}

function isFree(
  wall: string,
  { yes, no, away }: Says,
  { blocks, holds }: Availability,
  options: ExpandOptions,
): boolean {
  const time = wall.slice(11);
  const covers = (part: Part) => {
    if (part === "day") return true;
    const [start, end] = typeof part === "string" ? (options.dayParts ?? DAY_PART_HOURS)[part] : part;
    return start <= time && time < end;
  };
  if (away || !yes.some(covers) || no.some(covers)) return false;
  if ([...blocks, ...(options.busy ?? [])].some(([start, end]) => start <= wall && wall < end)) return false;
  return !holds.some(({ start, end }) => start <= wall && wall < end);
}
