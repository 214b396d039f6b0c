/** From the bytes of an iCalendar file to the times at which its owner is busy, and nothing else. */
import type { Interval } from "../../../model/types.js";
import { wallSpans, zoneClock } from "../clocks.js";
import { type Span, union, within } from "../spans.js";
import { intervalsOf, type Period, periodSpan } from "../times.js";
import { components } from "./components.js";
import { busySpans, eventOf, freeBusySpans } from "./events.js";
import { Budget, CALENDAR_LIMITS, type CalendarLimits, Refusals } from "./limits.js";
import { calendarText } from "./lines.js";
import { zoneBook } from "./zones.js";

const TWO_DAYS = 172_800;

export interface ImportOptions extends Period {
  /** `CALENDAR_LIMITS` where nothing else is said */
  readonly limits?: Partial<CalendarLimits>;
}

export interface BusyTimes {
  /**
   * wall times of the zone, sorted, disjoint, within the period. They are to be taken away and may begin or end in an hour
   * that the zone skips; `expandAvailability` sees to that
   */
  readonly busy: readonly Interval[];
  /** how many events and changes of one occurrence the file holds, busy or not */
  readonly events: number;
}

/**
 * The busy times of a trainer's own calendar (RFC 5545, as Google, Outlook and Apple export it). Titles, descriptions,
 * places and people are never read. Floating times and whole days are taken in the period's zone. Busy is what is neither
 * cancelled nor shown as free; tentative counts as busy.
 * @param bytes the file, UTF-8
 * @throws InputError with up to twenty faults by line and property, never with a value; nothing is imported then
 */
export function importBusy(bytes: Uint8Array, options: ImportOptions): BusyTimes {
  const [first, last] = periodSpan(options);
  const limits = { ...CALENDAR_LIMITS, ...options.limits };
  const refusals = new Refusals();
  const found = components(calendarText(bytes, limits, refusals), limits, refusals);
  const [from, to] = [first * 60 - TWO_DAYS, last * 60 + TWO_DAYS];
  const home = zoneClock(options.zone, from, to);
  const steps = new Budget(limits.steps, "days to look at for what repeats", refusals);
  const around = { refusals, limits, steps, from, to, home };
  const reading = zoneBook(found, around);
  const dates = new Budget(limits.dates, "listed dates", refusals);
  const events = found.filter(({ name }) => name === "VEVENT");
  const read = events.flatMap((one) => eventOf(one, reading, dates) ?? []);
  const free = found.filter(({ name }) => name === "VFREEBUSY").flatMap((one) => freeBusySpans(one, reading, dates));
  refusals.refuse();
  const instants = within([...busySpans(read, around), ...free], [from, to]);
  refusals.refuse();
  const walls = instants.flatMap((span: Span) => wallSpans(home, home.turns, span));
  return { busy: intervalsOf(within(union(walls), [first, last])), events: events.length };
}
