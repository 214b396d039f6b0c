/**
 * The files as strict zod schemas: every field required, none besides. What needs more than one record (references,
 * doubles, the zone) is in the cross checks. Faces may turn these schemas into JSON Schema.
 */
import * as z from "zod";
import { count, day, degrees, intervals, LARGEST, listOf, oneOf, record, slot, text, whole } from "./leaves.js";
import { ROLES, WEIGHTS, type WeightName } from "./types.js";

const MOST_SEATS = 12;
const who = oneOf(["all", "any", ...ROLES]);
const role = oneOf(ROLES);
const level = whole(1, 3);
const tags = listOf(text, "tags");

/** theme → number. A key's fault is reported at the map, since the key itself may be a value that must not be seen. */
function byTheme(value: z.ZodNumber, expected: string): z.ZodRecord<z.ZodString, z.ZodNumber> {
  return z.record(text, value, { error: expected });
}

const place = record({ id: text, name: text, lat: degrees(90), lon: degrees(180) });

/** One trainer of the pool. */
export const trainerSchema = record({
  id: text,
  roles: listOf(role, "roles", 1),
  backgrounds: tags,
  languages: tags,
  traits: tags,
  expertise: byTheme(level, "an object of themes (not empty) with a level from 1 to 3 each"),
  home: text,
  available: intervals,
  discouraged: intervals,
  limits: record({
    perDay: count,
    perWeek: count,
    perSeason: count,
    restDays: count,
    travelKm: count,
    ownCommunityKm: count,
    exposure: byTheme(count, "an object of themes (not empty) with a whole number each"),
  }),
  share: record({ min: count, max: count }),
  avoidPlaces: listOf(text, "place ids"),
  avoidTrainers: listOf(text, "trainer ids"),
  ratePerHour: count,
});

/** A team as files write it: any number of members. */
export const teamSchema = listOf(record({ seat: role, trainer: text }), "members");
const team = teamSchema;
const seat = z.exactOptional(whole(1, MOST_SEATS));

/** One session. */
export const sessionSchema = record({
  id: text,
  activity: text,
  programme: z.nullable(text),
  place: z.nullable(text),
  audience: listOf(text, "place ids"),
  slots: listOf(slot, "slots", 1),
  before: count,
  after: count,
  paidMinutes: count,
  halfDays: count,
  seats: record({ professional: seat, lived: seat, actor: seat }).check((payload) => {
    const total = Object.values(payload.value).reduce((sum, n) => sum + n, 0);
    if (total >= 1 && total <= MOST_SEATS) return;
    payload.issues.push({ code: "custom", message: `1 to ${MOST_SEATS} seats in all`, input: undefined });
  }),
  themes: listOf(record({ id: text, level, wish: level, who }), "themes"),
  communities: listOf(
    record({ backgrounds: listOf(text, "tags", 1), weight: count, required: z.nullable(who) }),
    "communities",
  ),
  languages: listOf(record({ id: text, who }), "languages"),
  traits: listOf(record({ id: text, who }), "traits"),
  excludes: listOf(text, "trainer ids"),
  waivers: listOf(record({ trainer: text, rule: oneOf(["available", "travelKm"]) }), "waivers"),
  priority: whole(1, 5),
  pinned: z.nullable(record({ slot: count, team })),
});

// Spelt out from the names, so that a new weight cannot be forgotten here.
const weights = record(Object.fromEntries(WEIGHTS.map((name) => [name, count])) as Record<WeightName, z.ZodNumber>);

/** A whole season file, `koppel-season/1`. */
export const seasonSchema = record({
  format: z.literal("koppel-season/1", { error: '"koppel-season/1"' }),
  id: text,
  timeZone: text,
  from: day,
  to: day,
  places: listOf(place, "places"),
  trainers: listOf(trainerSchema, "trainers"),
  sessions: listOf(sessionSchema, "sessions"),
  series: listOf(
    record({ id: text, sessions: listOf(text, "session ids", 2), minDays: count, maxDays: count }),
    "series",
  ),
  programmes: listOf(record({ id: text, budget: count }), "programmes"),
  pairs: listOf(record({ a: text, b: text, cost: count }), "pairs"),
  published: listOf(record({ session: text, slot: z.nullable(count), team }), "published sessions"),
  weights,
});

const safe = whole(0, Number.MAX_SAFE_INTEGER);

/** A plan file, `koppel-plan/1`. Only its shape: a plan that breaks rules is for `check`. */
export const planSchema = record({
  format: z.literal("koppel-plan/1", { error: '"koppel-plan/1"' }),
  season: text,
  assignments: listOf(record({ session: text, slot: whole(0, LARGEST), team }), "assignments"),
  cost: z.exactOptional(safe),
  bound: z.exactOptional(safe),
});
