/** Which clock a time zone's name in a calendar file means. */
import windows from "windows-iana";
import { isZone } from "../../../model/zone.js";
import { type Clock, clockOf, type Turn, UTC, zoneClock } from "../clocks.js";
import type { Component, Property } from "./components.js";
import { Budget, type CalendarLimits, type Refusals } from "./limits.js";
import { DAY, occurrences } from "./rule.js";
import { momentOf, offsetOf, type Reading, ruleOf } from "./values.js";

/** What all time zones of a file need. */
export interface Surroundings {
  readonly refusals: Refusals;
  readonly limits: CalendarLimits;
  /** spent by whatever repeats */
  readonly steps: Budget;
  /** the stretch of instants, in seconds, in which busy times matter */
  readonly from: number;
  readonly to: number;
  /** the clock of floating times and dates */
  readonly home: Clock;
}

/**
 * The clocks of a file, each worked out once. A name is looked for among IANA's (perhaps behind the path of a calendar
 * program, or in the definition's X-LIC-LOCATION), then among Windows' as Outlook writes them, and only then is the
 * file's own VTIMEZONE followed: exporters write few years of it, and often the rules of today for all time.
 */
export function zoneBook(all: readonly Component[], around: Surroundings): Reading {
  const { refusals, limits, from, to, home } = around;
  const definitions = new Map<string, Component>();
  for (const one of all) if (one.name === "VTIMEZONE") definitions.set(textOf(one, "TZID"), one);
  const clocks = new Map<string, Clock | null>();
  const zones = new Budget(limits.zones, "time zones", refusals);
  const named = (name: string): Clock | null => {
    const zone = ianaName(name);
    if (zone === null) return null;
    return zone === "UTC" ? UTC : zoneClock(zone, from, to);
  };
  return {
    refusals,
    clockOf({ line, name, parameters }, utc) {
      if (utc) return UTC;
      const id = parameters.get("tzid");
      if (id === undefined) return home;
      let clock = clocks.get(id);
      if (clock !== undefined) return clock;
      zones.spend(1, line, name);
      const definition = definitions.get(id);
      clock = named(id) ?? (definition === undefined ? null : named(textOf(definition, "X-LIC-LOCATION")));
      clock ??= definition === undefined ? null : ownClock(definition, around);
      if (clock === null)
        refusals.add(
          line,
          name,
          "a TZID that is an IANA or Windows zone, or that a sound VTIMEZONE of the file defines",
        );
      clocks.set(id, clock);
      return clock;
    },
  };
}

function textOf({ properties }: Component, name: string): string {
  return String(properties.find((property) => property.name === name)?.values[0] ?? "");
}

/** The IANA name that a TZID means, or null. */
function ianaName(id: string): string | null {
  if (id.length > 200) return null;
  if (/^(Z|UTC|GMT|tzone:\/\/Microsoft\/Utc)$/i.test(id)) return "UTC";
  const steps = id.split("/").filter((step) => step !== "");
  for (let i = 0; i < steps.length; i++) {
    const name = steps.slice(i).join("/");
    if (isZone(name)) return name;
  }
  return windows.findIana(id).find(isZone) ?? null;
}

/** Far enough before the period that a rule which still holds has turned the clock. */
const BEFORE = 800 * DAY;

/** The clock that a VTIMEZONE describes; null where it describes none, or what is wrong is told. */
function ownClock({ children }: Component, around: Surroundings): Clock | null {
  const turns = children.map((one) => onsets(one, around));
  const all: Turn[] = [];
  for (const some of turns) {
    if (some === null) return null;
    all.push(...some);
  }
  all.sort((a, b) => a.at - b.at);
  const [earliest] = all;
  return earliest === undefined ? null : clockOf(earliest.before, all);
}

/** The turns to one STANDARD or DAYLIGHT: its start, and within reach of the period those that its rule and dates add. */
function onsets(observance: Component, around: Surroundings): readonly Turn[] | null {
  const { refusals, steps } = around;
  const property = (name: string): Property | undefined => observance.properties.find((one) => one.name === name);
  const needed = ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"].map((name) => {
    const found = property(name);
    if (found === undefined) refusals.add(observance.line, "BEGIN", `${name} in this part of a time zone`);
    return found;
  });
  const [start, offsetFrom, offsetTo] = needed;
  if (start === undefined || offsetFrom === undefined || offsetTo === undefined) return null;
  const [before, after] = [offsetOf(offsetFrom, around), offsetOf(offsetTo, around)];
  if (before === null || after === null) return null;
  const clock: Clock = { offsetAt: () => before };
  const reading: Reading = { refusals, clockOf: (_, utc) => (utc ? UTC : clock) };
  const first = momentOf(start, start.values[0], reading);
  if (first === null) return null;
  const walls = [first.wall];
  for (const dates of observance.properties.filter(({ name }) => name === "RDATE")) {
    for (const value of dates.values) {
      const moment = momentOf(dates, value, reading);
      if (moment !== null) walls.push(moment.wall);
    }
  }
  const given = property("RRULE");
  const rule = given === undefined ? null : ruleOf(given, first, reading);
  if (given !== undefined && rule !== null) {
    const to = Math.min(around.to + 2 * DAY, rule.until ?? Infinity);
    const from = Math.min(around.from, to) - BEFORE;
    walls.push(...occurrences(rule, first.wall, from, to, (amount) => steps.spend(amount, given.line, "RRULE")));
  }
  return walls.map((wall) => ({ at: wall - before, before, after }));
}
