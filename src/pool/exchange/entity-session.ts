/** A session as rows - what it is, its dates, its needs - and back. */
import { isDeepStrictEqual } from "node:util";
import { InputError } from "../../model/errors.js";
import { parseSession } from "../../model/parse.js";
import { MINUTES_PER_DAY, minuteOf } from "../../model/time.js";
import { ROLES, type Session } from "../../model/types.js";
import { judgedVenue, NO_VENUE, type Venue } from "../store/details.js";
import { pinFollowing } from "../store/follow.js";
import type { Entity, Note, RowOf, Rows } from "./columns.js";
import { momentOfWall, writtenMoment } from "./moments.js";
import { VENUES } from "./sheet-details.js";
import { DATES, NEEDS, SESSIONS } from "./sheet-sessions.js";

type DateRow = RowOf<typeof DATES>;
type NeedRow = RowOf<typeof NEEDS>;

export interface SessionRecord {
  readonly client: string | null;
  readonly venue: Venue;
  readonly session: Session;
}

export const SESSION: Entity<SessionRecord> = {
  key: "session",
  main: SESSIONS,
  details: [DATES, NEEDS, VENUES],
  toRows,
  fromRows,
  judge: (value) => {
    const { client, session, venue } = value as SessionRecord;
    const judged = parseSession(session);
    refuseLong(judged.slots);
    return { client, session: judged, venue: judgedVenue(venue) };
  },
  // A file with new dates that says nothing of the fixed one means the date, not its number.
  follow: (before, record, said) => {
    if ("pinnedDate" in said) return record;
    const pinned = pinFollowing(record.session.pinned, before.session.slots, record.session.slots);
    return { ...record, session: { ...record.session, pinned } };
  },
};

/** @throws InputError for a part of more than a day: a year or a month that is misspelt */
function refuseLong(slots: Session["slots"]): void {
  const issues = slots.flatMap((parts, i) =>
    parts.flatMap(([start, end], j) =>
      minuteOf(end) - minuteOf(start) > MINUTES_PER_DAY
        ? [{ path: `slots[${i}][${j}]`, expected: "a part of at most 24 hours" }]
        : [],
    ),
  );
  if (issues.length > 0) throw new InputError("the session", issues);
}

function toRows({ client, session, venue }: SessionRecord): Rows {
  const { id, slots, seats, themes, communities, languages, traits, waivers, pinned, ...rest } = session;
  const blank = { session: id, who: null, level: null, wish: null, weight: null };
  const tags = (kind: string, list: Session["languages"]): NeedRow[] =>
    list.map((need) => ({ ...blank, kind, item: [need.id], who: need.who }));
  const { professional = 0, lived = 0, actor = 0 } = seats;
  const pin = { pinnedDate: pinned === null ? null : pinned.slot + 1, pinnedTeam: pinned?.team ?? [] };
  const main: RowOf<typeof SESSIONS> = { ...rest, ...pin, code: id, client, professional, lived, actor };
  return {
    main,
    details: {
      venues: isDeepStrictEqual(venue, NO_VENUE) ? [] : [{ session: id, ...venue }],
      dates: slots.flatMap((parts, index) =>
        parts.map(
          ([start, end]): DateRow => ({
            session: id,
            choice: index + 1,
            start: momentOfWall(start),
            end: momentOfWall(end),
          }),
        ),
      ),
      needs: [
        ...themes.map(
          ({ id: theme, level, wish, who }): NeedRow => ({ ...blank, kind: "theme", item: [theme], level, wish, who }),
        ),
        ...communities.map(
          ({ backgrounds, weight, required }): NeedRow => ({
            ...blank,
            kind: "community",
            item: backgrounds,
            weight,
            who: required,
          }),
        ),
        ...tags("language", languages),
        ...tags("trait", traits),
        ...waivers.map(({ trainer, rule }): NeedRow => ({ ...blank, kind: rule, item: [trainer] })),
      ],
    },
  };
}

function fromRows({ main, details }: Rows, note: Note): unknown {
  const { code, client, pinnedDate, pinnedTeam, professional, lived, actor, ...rest } = main as RowOf<typeof SESSIONS>;
  const counts = { professional, lived, actor };
  // A date that is fixed without a team is a pin without members; a team without a date is refused.
  const pinned =
    pinnedDate === null && pinnedTeam.length === 0
      ? null
      : { slot: pinnedDate === null ? null : pinnedDate - 1, team: pinnedTeam };
  const venues = (details.venues ?? []).map(({ session: _, ...venue }) => venue);
  return {
    client,
    // More than one row is refused, as what is no venue.
    venue: venues.length > 1 ? venues : (venues[0] ?? NO_VENUE),
    session: {
      ...rest,
      id: code,
      seats: Object.fromEntries(ROLES.flatMap((role) => (counts[role] > 0 ? [[role, counts[role]]] : []))),
      slots: slotsOf((details.dates ?? []) as readonly DateRow[], note),
      ...needsOf((details.needs ?? []) as readonly NeedRow[], note),
      pinned,
    },
  };
}

/** The parts of each choice, in the order in which they stand; choices by their numbers, which need not be without gaps. */
function slotsOf(rows: readonly DateRow[], note: Note): (string | null)[][][] {
  const choices = [...new Set(rows.map(({ choice }) => choice))].sort((a, b) => a - b);
  return choices.map((choice, slot) => {
    const parts: (string | null)[][] = [];
    for (const [index, row] of rows.entries()) {
      if (row.choice !== choice) continue;
      note(`slots[${slot}][${parts.length}]`, "dates", index, "start");
      if (parts.length === 0) note(`slots[${slot}]`, "dates", index, "start");
      parts.push([writtenMoment(row.start), writtenMoment(row.end)]);
    }
    return parts;
  });
}

function needsOf(rows: readonly NeedRow[], note: Note) {
  const lists = {
    themes: [] as unknown[],
    communities: [] as unknown[],
    languages: [] as unknown[],
    traits: [] as unknown[],
    waivers: [] as unknown[],
  };
  for (const [index, { kind, item, who, level, wish, weight }] of rows.entries()) {
    const add = (list: keyof typeof lists, value: unknown): void => {
      note(`${list}[${lists[list].length}]`, "needs", index, "item");
      lists[list].push(value);
    };
    // Where one thing is asked for, several are refused by the model, as what is no text.
    const id = item.length === 1 ? item[0] : item;
    const whoever = who ?? "any";
    if (kind === "theme") add("themes", { id, level: level ?? 1, wish: wish ?? level ?? 1, who: whoever });
    else if (kind === "community") add("communities", { backgrounds: item, weight: weight ?? 1, required: who });
    else if (kind === "language") add("languages", { id, who: whoever });
    else if (kind === "trait") add("traits", { id, who: whoever });
    else add("waivers", { trainer: id, rule: kind });
  }
  return lists;
}
