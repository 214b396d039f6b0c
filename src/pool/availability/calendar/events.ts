/** The events of a calendar: which are busy, and at which instants. */
import { type Clock, instantOf, UTC, wallOf } from "../clocks.js";
import type { Span } from "../spans.js";
import type { Component, Property } from "./components.js";
import { Budget } from "./limits.js";
import { DAY, occurrences, type Rule } from "./rule.js";
import { type Length, lengthOf, type Moment, momentOf, type Reading, ruleOf } from "./values.js";
import type { Surroundings } from "./zones.js";

/** An event, or one occurrence of it that was changed. */
interface Event {
  readonly line: number;
  readonly uid: string | null;
  readonly sequence: number;
  readonly busy: boolean;
  readonly start: Moment;
  readonly length: Length;
  readonly rule: Rule | null;
  readonly ruleLine: number;
  readonly added: readonly { readonly moment: Moment; readonly length: Length | null }[];
  readonly taken: readonly Moment[];
  /** which occurrence it stands for, and whether for all after it too */
  readonly instead: { readonly of: Moment; readonly andAfter: boolean } | null;
}

const ALL_DAY: Length = { days: 1, seconds: 0 };

/** Reads one VEVENT; null where it has no time, or what is wrong is told. */
export function eventOf({ line, properties }: Component, reading: Reading, dates: Budget): Event | null {
  const { refusals } = reading;
  const of = (name: string) => properties.filter((property) => property.name === name);
  const one = (name: string): Property | undefined => {
    const [found, second] = of(name);
    if (second !== undefined) refusals.add(second.line, name, "this property once in an event");
    return found;
  };
  const text = (name: string) => String(of(name)[0]?.values[0] ?? "").toUpperCase();
  const dtstart = one("DTSTART");
  if (dtstart === undefined) {
    refusals.add(line, "BEGIN", "DTSTART in this event");
    return null;
  }
  const start = momentOf(dtstart, dtstart.values[0], reading);
  const length = start === null ? null : eventLength(start, one("DTEND"), one("DURATION"), reading);
  if (start === null || length === null) return null;
  const rrule = one("RRULE");
  const rule = rrule === undefined ? null : ruleOf(rrule, start, reading);
  const listed = (name: string) =>
    of(name).flatMap((property) => {
      dates.spend(property.values.length, property.line, name);
      return property.values.map((value) => ({ property, value }));
    });
  const recurrence = one("RECURRENCE-ID");
  const instead = recurrence === undefined ? null : momentOf(recurrence, recurrence.values[0], reading);
  return {
    line,
    uid: of("UID")[0] === undefined ? null : String(of("UID")[0]?.values[0]),
    sequence: Number(text("SEQUENCE")) || 0,
    busy:
      text("STATUS") !== "CANCELLED" &&
      text("TRANSP") !== "TRANSPARENT" &&
      text("X-MICROSOFT-CDO-BUSYSTATUS") !== "FREE",
    start,
    length,
    rule,
    ruleLine: rrule?.line ?? line,
    added: listed("RDATE").flatMap(({ property, value }) => periodOf(property, value, reading) ?? []),
    taken: listed("EXDATE").flatMap(({ property, value }) => momentOf(property, value, reading) ?? []),
    instead:
      instead === null
        ? null
        : { of: instead, andAfter: recurrence?.parameters.get("range")?.toUpperCase() === "THISANDFUTURE" },
  };
}

/**
 * How long an event lasts. By DTEND the time between, exactly; by DURATION as it says; a date without either is that
 * day, a time without either takes none. A date that ends on itself is a day: some programs mean that.
 */
function eventLength(
  start: Moment,
  dtend: Property | undefined,
  duration: Property | undefined,
  reading: Reading,
): Length | null {
  if (dtend !== undefined) {
    const end = momentOf(dtend, dtend.values[0], reading);
    if (end === null) return null;
    const days = (end.wall - start.wall) / DAY;
    const seconds = instantOf(end.clock, end.wall) - instantOf(start.clock, start.wall);
    if (start.date && end.date ? days < 0 : seconds < 0) {
      reading.refusals.add(dtend.line, "DTEND", "an end that is not before DTSTART");
      return null;
    }
    return start.date && end.date ? { days: Math.max(1, days), seconds: 0 } : { days: 0, seconds };
  }
  if (duration !== undefined) return lengthOf(duration, duration.values[0], reading);
  return start.date ? ALL_DAY : { days: 0, seconds: 0 };
}

/** An RDATE: a moment, or a period with a length of its own; null is told. */
export function periodOf(
  property: Property,
  value: unknown,
  reading: Reading,
): { moment: Moment; length: Length | null } | null {
  if (!Array.isArray(value)) {
    const moment = momentOf(property, value, reading);
    return moment === null ? null : { moment, length: null };
  }
  const [begin, end]: unknown[] = value;
  const moment = momentOf(property, begin, reading);
  if (moment === null) return null;
  if (typeof end === "string" && /^[+-]?P/.test(end)) {
    const length = lengthOf(property, end, reading);
    return length === null ? null : { moment, length };
  }
  const last = momentOf(property, end, reading);
  if (last === null) return null;
  const seconds = instantOf(last.clock, last.wall) - instantOf(moment.clock, moment.wall);
  if (seconds < 0) {
    reading.refusals.add(property.line, property.name, "a period that does not end before it starts");
    return null;
  }
  return { moment, length: { days: 0, seconds } };
}

/** The instants that a length takes from a wall time on. */
export function spanOf(clock: Clock, wall: number, { days, seconds }: Length): Span {
  return [instantOf(clock, wall), instantOf(clock, wall + days * DAY) + seconds];
}

/** The masters and the changed occurrences of one UID: of those that stand for the same, the latest version alone. */
function versions(events: readonly Event[]): { masters: readonly Event[]; changes: readonly Event[] } {
  const masters = events.filter(({ instead }) => instead === null);
  const newest = masters.reduce((most, { sequence }) => Math.max(most, sequence), 0);
  const changes = new Map<number, Event>();
  for (const event of events) {
    if (event.instead === null) continue;
    const at = instantOf(event.instead.of.clock, event.instead.of.wall);
    const before = changes.get(at);
    if (before === undefined || before.sequence <= event.sequence) changes.set(at, event);
  }
  return { masters: masters.filter(({ sequence }) => sequence === newest), changes: [...changes.values()] };
}

/** The busy instants of all events within the stretch that is asked for, in no order. */
export function busySpans(events: readonly Event[], around: Surroundings): readonly Span[] {
  const byUid = new Map<string | Event, Event[]>();
  for (const event of events) {
    const key = event.uid ?? event;
    const group = byUid.get(key);
    if (group === undefined) byUid.set(key, [event]);
    else group.push(event);
  }
  const spans: Span[] = [];
  const made = new Budget(around.limits.occurrences, "busy times in the period", around.refusals);
  const add = (event: Event, wall: number, clock: Clock, length: Length): void => {
    if (!event.busy) return;
    const [start, end] = spanOf(clock, wall, length);
    if (start >= end || end <= around.from || start >= around.to) return;
    made.spend(1, event.line, "BEGIN");
    spans.push([start, end]);
  };
  for (const group of byUid.values()) {
    const { masters, changes } = versions(group);
    for (const master of masters) addMaster(master, changes, around, add);
    // A change that stands for an occurrence adds its own time, whether its master is in the file or not.
    for (const change of changes) add(change, change.start.wall, change.start.clock, change.length);
  }
  return spans;
}

function addMaster(
  master: Event,
  changes: readonly Event[],
  around: Surroundings,
  add: (event: Event, wall: number, clock: Clock, length: Length) => void,
): void {
  const { clock } = master.start;
  around.steps.spend(changes.length, master.line, "BEGIN");
  const gone = [...master.taken, ...changes.flatMap(({ instead }) => instead?.of ?? [])];
  const days = new Set(gone.filter(({ date }) => date).map(({ wall }) => wall));
  const instants = new Set(gone.filter(({ date }) => !date).map((one) => instantOf(one.clock, one.wall)));
  const lasting = changes.flatMap((change) => {
    if (change.instead?.andAfter !== true) return [];
    const { of } = change.instead;
    const from = instantOf(of.clock, of.wall);
    return [{ change, from, shift: change.start.wall - wallOf(change.start.clock, from) }];
  });
  lasting.sort((a, b) => b.from - a.from);
  const place = (wall: number, on: Clock, length: Length): void => {
    const instant = instantOf(on, wall);
    if (instants.has(instant) || days.has(Math.floor(wall / DAY) * DAY)) return;
    const moved = lasting.find(({ from }) => from < instant);
    if (moved === undefined) add(master, wall, on, length);
    else add(moved.change, wall + moved.shift, on, moved.change.length);
  };
  const { rule, start, length } = master;
  // As far back as an occurrence, or its changed form, may reach into the period.
  const reach = Math.max(
    0,
    ...[master, ...lasting.map(({ change }) => change)].map((one) => one.length.days * DAY + one.length.seconds),
  );
  const shifts = Math.max(0, ...lasting.map(({ shift }) => Math.abs(shift)));
  const [from, to] = [around.from - reach - shifts - 2 * DAY, around.to + shifts + 2 * DAY];
  if (rule === null) place(start.wall, clock, length);
  else {
    // Each occurrence is put to every change that lasts.
    const spend = (amount: number) => around.steps.spend(amount * (1 + lasting.length), master.ruleLine, "RRULE");
    for (const wall of occurrences(rule, start.wall, from, to, spend)) place(wall, clock, length);
  }
  for (const { moment, length: own } of master.added) place(moment.wall, moment.clock, own ?? length);
}

/** The busy periods of a VFREEBUSY: all but those that it calls free. */
export function freeBusySpans({ properties }: Component, reading: Reading, dates: Budget): readonly Span[] {
  return properties.flatMap((property) => {
    if (property.parameters.get("fbtype")?.toUpperCase() === "FREE") return [];
    dates.spend(property.values.length, property.line, property.name);
    return property.values.flatMap((value): Span[] => {
      const period = periodOf(property, value, reading);
      if (period === null || period.length === null) return [];
      return [spanOf(period.moment.clock ?? UTC, period.moment.wall, period.length)];
    });
  });
}
