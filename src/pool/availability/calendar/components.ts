/** The components of a calendar that say when, with no property but those that say when. */
import ICAL from "ical.js";
import { Budget, type CalendarLimits, type Refusals } from "./limits.js";
import { type ContentLine, contentLines } from "./lines.js";

/**
 * What is read of each component, by the component that it stands in. Titles, descriptions, places, organisers, attendees,
 * links, categories and alarms are not here, so they never leave the file's text.
 */
const READ: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  VCALENDAR: {
    VEVENT: [
      ...["UID", "SEQUENCE", "DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID"],
      ...["STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS"],
    ],
    VFREEBUSY: ["FREEBUSY"],
    VTIMEZONE: ["TZID", "X-LIC-LOCATION"],
  },
  VTIMEZONE: {
    STANDARD: ["DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO"],
    DAYLIGHT: ["DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO"],
  },
};
const WANTED: ReadonlySet<string> = new Set(["BEGIN", "END", ...Object.values(READ).flatMap(Object.values).flat()]);

/** One property, as ical.js reads it. */
export interface Property {
  readonly name: string;
  readonly line: number;
  /** those that matter here: `tzid`, `range`, `fbtype` */
  readonly parameters: ReadonlyMap<string, string>;
  /** as jCal (RFC 7265) writes them */
  readonly values: readonly unknown[];
}

export interface Component {
  readonly name: string;
  readonly line: number;
  readonly properties: readonly Property[];
  readonly children: readonly Component[];
}

interface Open {
  /** as the file has it: to be matched by its END, and never shown */
  readonly name: string;
  readonly line: number;
  readonly wanted: (Component & { properties: Property[]; children: Component[] }) | null;
}

/** The components of all calendars in a file, in order. */
export function components(text: string, limits: CalendarLimits, refusals: Refusals): readonly Component[] {
  const found: Component[] = [];
  const stack: Open[] = [];
  const events = new Budget(limits.events, "events", refusals);
  let calendars = 0;
  for (const content of contentLines(text, WANTED, limits, refusals)) {
    const { line, name } = content;
    const top = stack.at(-1);
    if (name === "BEGIN") {
      const opened = open(content, top);
      if (top === undefined) {
        if (opened.name !== "VCALENDAR") refusals.stop(line, "BEGIN", "BEGIN:VCALENDAR: the file is no calendar");
        calendars++;
      }
      if (opened.wanted !== null) {
        if (top?.wanted !== null && top?.wanted !== undefined) top.wanted.children.push(opened.wanted);
        else found.push(opened.wanted);
        if (opened.wanted.name === "VEVENT") events.spend(1, line, "BEGIN");
      }
      stack.push(opened);
      if (stack.length > limits.depth)
        refusals.stop(line, "BEGIN", `at most ${limits.depth} components within each other`);
    } else if (top === undefined) {
      refusals.stop(line, name, "BEGIN:VCALENDAR first: the file is no calendar, or its beginning is missing");
    } else if (name === "END") {
      if (componentOf(content) !== top.name)
        refusals.stop(line, "END", `the end of the component that begins in line ${top.line}`);
      stack.pop();
    } else if (top.wanted !== null && isRead(stack.at(-2)?.name, top.name, name)) {
      const property = propertyOf(content, refusals);
      if (property !== null) top.wanted.properties.push(property);
    }
  }
  const last = stack.at(-1);
  if (last !== undefined)
    refusals.stop(last.line, "BEGIN", "an END to this component: the file breaks off before it. Export it again");
  if (calendars === 0) refusals.stop(1, null, "BEGIN:VCALENDAR: the file is no calendar");
  return found;
}

function isRead(parent: string | undefined, component: string, property: string): boolean {
  return parent !== undefined && READ[parent]?.[component]?.includes(property) === true;
}

function componentOf({ text }: ContentLine): string {
  return text
    .slice(text.indexOf(":") + 1)
    .trim()
    .toUpperCase();
}

function open(content: ContentLine, parent: Open | undefined): Open {
  const name = componentOf(content);
  const known = parent !== undefined && Object.hasOwn(READ, parent.name) ? READ[parent.name] : undefined;
  const reached = parent?.name === "VCALENDAR" || (parent !== undefined && parent.wanted !== null);
  const wanted = reached && known !== undefined && Object.hasOwn(known, name);
  const { line } = content;
  return { name, line, wanted: wanted ? { name, line, properties: [], children: [] } : null };
}

/** A property's parameters and values. ical.js puts values into its errors: they end here. */
function propertyOf({ line, name, text }: ContentLine, refusals: Refusals): Property | null {
  let parsed: unknown;
  try {
    parsed = ICAL.parse.property(text);
  } catch {
    parsed = null;
  }
  if (!Array.isArray(parsed) || parsed.length < 4) {
    refusals.add(line, name, "a property as RFC 5545 writes it");
    return null;
  }
  const [, given, , ...values]: unknown[] = parsed;
  const parameters = new Map<string, string>();
  for (const key of ["tzid", "range", "fbtype"]) {
    if (typeof given !== "object" || given === null || !Object.hasOwn(given, key)) continue;
    const value: unknown = (given as Record<string, unknown>)[key];
    if (typeof value === "string") parameters.set(key, value);
  }
  return { name, line, parameters, values };
}
