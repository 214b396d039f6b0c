/** The files of `data/` that the room needs, checked at the door: a wrong table must not become a wrong day. */
import { z } from "zod";
import { InputError } from "../model/errors.js";
import { dayNumber, isDay } from "./days.js";
import { BASES, IMPACTS, REGIONS } from "./types.js";

const day = z.string().refine(isDay, "a day, YYYY-MM-DD");
const labels = { id: z.string().min(1), nl: z.string().min(1), en: z.string().min(1) };
const tags = z.array(z.string().min(1)).readonly();
const month = z.int().min(1).max(12);
const monthDay = z.int().min(1).max(31);
const days = z.int().min(1).max(60).default(1);

/** How the days of an observance are found. `weekday`: the first such weekday from that day on (0 is Sunday). */
const when = z.discriminatedUnion("by", [
  z.strictObject({
    by: z.literal("fixed"),
    month,
    day: monthDay,
    days,
    /** where it would be a Sunday, it is the day before */
    sundayMovesBack: z.boolean().default(false),
  }),
  z.strictObject({ by: z.literal("weekday"), weekday: z.int().min(0).max(6), month, day: monthDay, days }),
  z.strictObject({ by: z.literal("easter"), church: z.enum(["western", "orthodox"]), offset: z.int(), days }),
  z.strictObject({
    by: z.literal("calendar"),
    calendar: z.enum(["islamic-umalqura", "hebrew", "persian", "ethiopic"]),
    /** as ICU writes it in English, which is a number but in the Hebrew calendar */
    month: z.union([z.string(), z.array(z.string())]),
    day: monthDay,
    days: z.union([z.literal("month"), z.int().min(1).max(60)]).default(1),
    /** where it would be a Saturday, it is the day after */
    saturdayMovesOn: z.boolean().default(false),
  }),
  z.strictObject({ by: z.literal("table"), table: z.string(), days }),
]);
/** A rule for the days of an observance. */
export type When = z.infer<typeof when>;

const about = z.looseObject({ source: z.string(), licence: z.string() });
const observances = z.strictObject({
  about,
  traditions: z.array(z.strictObject({ ...labels, keptBy: tags.nullable() })).readonly(),
  items: z
    .array(
      z.strictObject({
        ...labels,
        tradition: z.string(),
        keptBy: tags.optional(),
        regions: z.array(z.enum(REGIONS)).readonly().optional(),
        faith: z.boolean().default(false),
        eve: z.boolean().default(false),
        impact: z.enum(IMPACTS),
        basis: z.enum(BASES).default("computed"),
        margin: z.int().min(0).max(7).default(0),
        when,
        source: z.string().min(1),
      }),
    )
    .readonly(),
});
const announced = z.strictObject({
  about,
  items: z
    .array(
      z.strictObject({ ...labels, observance: z.string(), from: day, to: day, communities: tags, source: z.string() }),
    )
    .readonly(),
});
const lunar = z.strictObject({
  about,
  items: z.array(z.strictObject({ ...labels, days: z.array(day).readonly() })).readonly(),
});
const schoolHolidays = z.strictObject({
  about: about.extend({ from: day, to: day }),
  items: z
    .array(
      z.strictObject({
        ...labels,
        impact: z.enum(IMPACTS),
        periods: z
          .array(
            z.strictObject({
              from: day,
              to: day,
              regions: z.array(z.enum(REGIONS)).readonly(),
              note: z.string().optional(),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
});
const schoolRegions = z.strictObject({
  about,
  items: z.array(z.strictObject({ ...labels, id: z.enum(REGIONS), provinces: tags, municipalities: tags })).readonly(),
});
const backgrounds = z.looseObject({
  items: z.array(z.looseObject({ ...labels, kind: z.enum(["cultural", "religious"]) })).readonly(),
});
const municipalities = z.looseObject({
  items: z.array(z.looseObject({ code: z.string(), name: z.string(), province: z.string() })).readonly(),
});

const calendarFiles = z.strictObject({
  observances,
  announced,
  lunar,
  schoolHolidays,
  schoolRegions,
  backgrounds,
  municipalities,
});
/** The parsed JSON of the files, by what each holds. */
export type CalendarFiles = Readonly<Record<keyof z.infer<typeof calendarFiles>, unknown>>;
/** The facts of all files, in order. */
export type Calendar = z.infer<typeof calendarFiles>;

/**
 * Checks the files of `data/` and that they point only to each other's ids.
 * @throws InputError with every wrong field
 */
export function readCalendar(files: CalendarFiles): Calendar {
  const read = calendarFiles.safeParse(files);
  if (!read.success)
    throw new InputError(
      "the facts on dates",
      read.error.issues.map(({ path, message }) => ({ path: path.join("."), expected: message })),
    );
  const faults = strayPointers(read.data);
  if (faults.length > 0) throw new InputError("the facts on dates", faults);
  return read.data;
}

function strayPointers(calendar: Calendar): { path: string; expected: string; value: string }[] {
  const ids = (items: readonly { readonly id: string }[]) => new Set(items.map(({ id }) => id));
  const [tagsKnown, traditions] = [ids(calendar.backgrounds.items), ids(calendar.observances.traditions)];
  const [known, tables] = [ids(calendar.observances.items), ids(calendar.lunar.items)];
  const faults: { path: string; expected: string; value: string }[] = [];
  const look = (has: ReadonlySet<string>, value: string, path: string, expected: string) => {
    if (!has.has(value)) faults.push({ path, expected, value: JSON.stringify(value) });
  };
  const lookTags = (list: readonly string[], path: string) => {
    for (const tag of list) look(tagsKnown, tag, path, "an id of backgrounds.json");
  };
  for (const { id, keptBy } of calendar.observances.traditions) lookTags(keptBy ?? [], `traditions.${id}.keptBy`);
  for (const item of calendar.observances.items) {
    look(traditions, item.tradition, `${item.id}.tradition`, "the id of a tradition");
    lookTags(item.keptBy ?? [], `${item.id}.keptBy`);
    if (item.when.by === "table") look(tables, item.when.table, `${item.id}.when.table`, "an id of lunar-dates.json");
  }
  for (const item of calendar.announced.items) {
    look(known, item.observance, `${item.id}.observance`, "an id of observances.json");
    lookTags(item.communities, `${item.id}.communities`);
  }
  const periods = [...calendar.announced.items, ...calendar.schoolHolidays.items.flatMap((item) => item.periods)];
  for (const { from, to } of periods)
    if (dayNumber(from) > dayNumber(to)) faults.push({ path: from, expected: "a last day from then on", value: to });
  return faults;
}
