/**
 * A plan as an iCalendar file (RFC 5545): an event for each part of a staffed session. An event keeps its UID for as long as its
 * session has that part; what changes gets a higher SEQUENCE, and what is gone comes once more as cancelled, so that
 * calendars that took the earlier file in follow.
 */
import { createHash } from "node:crypto";
import ICAL from "ical.js";
import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from "ical-generator";
import { DateTime } from "luxon";
import { InputError } from "../model/errors.js";
import type { Interval, Season } from "../model/types.js";
import { type Labels, sessionName } from "./labels.js";
import { visible } from "./text-table.js";
import type { PartRow, PlanView } from "./view.js";
import { type Lang, WORDS } from "./words.js";

/** Which season's and whose calendar a file is. */
const OF = "X-KOPPEL-OF";

export interface CalendarOptions {
  readonly lang: Lang;
  readonly labels: Labels;
  /** the instant at which the file is made, ISO 8601 in UTC; handed in, since this room reads no clock */
  readonly stamp: string;
  /** the text of the file that was given out before; null: the season's published plan was */
  readonly previous: string | null;
  /** only the sessions of this trainer */
  readonly trainer: string | null;
  /** sessions that nobody has agreed to come to yet: tentative in whoever's calendar; absent: all are settled */
  readonly tentative?: ReadonlySet<string>;
}

/** An event as it was or is: all that a calendar shows of it. */
interface Event {
  readonly uid: string;
  readonly start: DateTime;
  readonly end: DateTime;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  readonly tentative: boolean;
}
interface KnownEvent extends Event {
  readonly sequence: number;
  readonly cancelled: boolean;
}

/**
 * The calendar of a plan. Times are instants in UTC, so that no program has to know the zone's rules.
 * @throws InputError where `previous` is no calendar that this function made
 */
export function planCalendar(view: PlanView, options: CalendarOptions): string {
  const { lang, stamp, previous, trainer } = options;
  const of = digest([view.season.id, trainer]);
  const now = eventsOf(view, options);
  const before = previous === null ? publishedEvents(view, options) : eventsIn(previous, of);
  const made = DateTime.fromISO(stamp, { zone: "utc" });
  const calendar = ical({
    name: [WORDS[lang].planSheet, visible(view.season.id), ...(trainer === null ? [] : [visible(trainer)])].join(" "),
    prodId: { company: "Koppel", product: "Koppel", language: lang.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    x: [{ key: OF, value: of }],
  });
  const add = ({ uid, tentative: _, ...event }: Event, sequence: number, status: ICalEventStatus): void => {
    calendar.createEvent({ id: uid, ...event, sequence, status, stamp: made, class: ICalEventClass.CONFIDENTIAL });
  };
  for (const event of now) {
    const known = before.get(event.uid);
    const changed = known !== undefined && (known.cancelled || !isSame(known, event));
    const status = event.tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
    add(event, known === undefined ? 0 : known.sequence + (changed ? 1 : 0), status);
  }
  const stays = new Set(now.map(({ uid }) => uid));
  for (const { sequence, cancelled, ...event } of before.values()) {
    if (!stays.has(event.uid)) add(event, sequence + (cancelled ? 0 : 1), ICalEventStatus.CANCELLED);
  }
  return calendar.toString();
}

function eventsOf({ season, weeks }: Pick<PlanView, "season" | "weeks">, options: CalendarOptions): Event[] {
  return weeks
    .flatMap(({ rows }) => rows)
    .filter(({ open, team }) => !open && hasHer(team, options.trainer))
    .map((row) => eventOf(season, row, options));
}

function hasHer(team: PartRow["team"], trainer: string | null): boolean {
  return trainer === null || team.some((member) => member.trainer === trainer);
}

function eventOf(season: Season, row: PartRow, { lang, labels, tentative }: CalendarOptions): Event {
  const words = WORDS[lang];
  const { session, interval, part, parts, team } = row;
  const members = team.map(({ seat, trainer }) => `${labels("role", seat, lang)}: ${trainer}`);
  const lines = [
    `${words.session}: ${session.id}`,
    ...members,
    ...(session.before > 0 ? [words.setUp(session.before)] : []),
    ...(session.after > 0 ? [words.debrief(session.after)] : []),
  ];
  const activity = sessionName(session, labels, lang);
  return {
    uid: uidOf(season.id, session.id, part),
    ...instants(interval, season.timeZone),
    summary: visible(parts > 1 ? `${activity} (${words.partOf(part, parts)})` : activity),
    location: visible(row.placeName ?? words.online),
    description: lines.map(visible).join("\n"),
    tentative: tentative?.has(session.id) === true,
  };
}

function instants([start, end]: Interval, zone: string): { readonly start: DateTime; readonly end: DateTime } {
  const utc = (wall: string) => DateTime.fromISO(wall, { zone }).toUTC();
  return { start: utc(start), end: utc(end) };
}

/** The same for the same part of the same session of the same season, and told from no other; it shows no code. */
function uidOf(season: string, session: string, part: number): string {
  return `${digest([season, session, part])}@koppel`;
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}

/** The published plan as events, each given out once. A published date that is no longer on offer cannot be told. */
function publishedEvents(view: PlanView, options: CalendarOptions): ReadonlyMap<string, KnownEvent> {
  const { season } = view;
  const places = new Map(season.places.map(({ id, name }) => [id, name]));
  const sessions = new Map(season.sessions.map((session) => [session.id, session]));
  const known = season.published.flatMap(({ session: id, slot, team }) => {
    const session = sessions.get(id);
    const intervals = slot === null ? [] : (session?.slots[slot] ?? []);
    if (session === undefined || !hasHer(team, options.trainer)) return [];
    const placeName = session.place === null ? null : (places.get(session.place) ?? session.place);
    const parts = intervals.length;
    return intervals.map((interval, index) =>
      eventOf(season, { session, placeName, team, open: false, interval, part: index + 1, parts }, options),
    );
  });
  return new Map(known.map((event) => [event.uid, { ...event, sequence: 0, cancelled: false }]));
}

/** The events of a file that was made here, of the same season and for the same people. */
function eventsIn(text: string, of: string): ReadonlyMap<string, KnownEvent> {
  const expected =
    "an iCalendar file that koppel show made of an earlier plan of this season, for the same trainer or for all";
  const refused = new InputError("the earlier calendar", [{ path: "", expected }]);
  try {
    const root = ICAL.Component.fromString(text);
    if (root.name !== "vcalendar" || String(root.getFirstPropertyValue(OF.toLowerCase())) !== of) throw refused;
    const events = root.getAllSubcomponents("vevent").map(knownEvent);
    if (events.some(({ uid, start, end }) => !uid.endsWith("@koppel") || !start.isValid || !end.isValid)) throw refused;
    return new Map(events.map((event) => [event.uid, event]));
  } catch {
    // Whatever the parser says of a file that is none of ours, it says the same.
    throw refused;
  }
}

function knownEvent(component: ICAL.Component): KnownEvent {
  const text = (name: string) => String(component.getFirstPropertyValue(name) ?? "");
  const at = (name: string) => DateTime.fromISO(text(name), { zone: "utc" });
  return {
    uid: text("uid"),
    start: at("dtstart"),
    end: at("dtend"),
    summary: text("summary"),
    location: text("location"),
    description: text("description"),
    tentative: text("status") === "TENTATIVE",
    sequence: Number(text("sequence")) || 0,
    cancelled: text("status") === "CANCELLED",
  };
}

function isSame(one: Event, other: Event): boolean {
  return (
    one.start.equals(other.start) &&
    one.end.equals(other.end) &&
    one.summary === other.summary &&
    one.location === other.location &&
    one.description === other.description &&
    one.tentative === other.tentative
  );
}
