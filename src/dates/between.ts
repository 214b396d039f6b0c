/** All observances and holidays that matter in a period, to given communities, in a region. */
import { InputError, type InputIssue } from "../model/errors.js";
import type { Day } from "../model/types.js";
import { dayNumber, dayText, isDay } from "./days.js";
import type { Calendar } from "./facts.js";
import { keepsBy, type Tags } from "./keeping.js";
import { occurrences } from "./occurrences.js";
import { regionOf } from "./regions.js";
import { FIRST_DAY, LAST_DAY, type Observance } from "./types.js";

/** Whose days are asked for. */
export interface DatesOptions {
  /** only what these keep, and what is everyone's; each is one community, as one or more tags. Absent: all that is known */
  readonly communities?: readonly Tags[];
  /** only school holidays of the region of this place: a region, a province, or a municipality by name or CBS code */
  readonly region?: string;
}

const SCHOOLS = { id: "schools", nl: "Scholen", en: "Schools" };

/**
 * The observances and holidays of a period, by day. One belongs to the period if its days, its eve or its margin touch
 * it, so a list that ends today names what begins this evening.
 * @param from first day, `YYYY-MM-DD`, from 2020-01-01
 * @param to last day, to 2040-12-31
 * @throws InputError with every wrong argument by name
 */
export function observancesBetween(
  calendar: Calendar,
  from: Day,
  to: Day,
  options: DatesOptions = {},
): readonly Observance[] {
  const issues = faultsOf(calendar, from, to, options);
  if (issues.length > 0) throw new InputError("the dates asked for", issues);
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const region = options.region === undefined ? null : regionOf(calendar, options.region);
  const keeps = keepsBy(calendar);
  const { communities } = options;
  return [
    ...fromRules(calendar, first, last),
    ...fromAnnouncements(calendar, first, last),
    ...fromSchools(calendar, first, last),
  ]
    .filter((one) => region === null || one.regions === null || one.regions.includes(region))
    .filter((one) => communities === undefined || communities.some((tags) => keeps(one, tags)) || isEveryones(one))
    .sort((a, b) => compare(a.from, b.from) || compare(a.to, b.to) || compare(a.id, b.id));
}

const isEveryones = ({ communities }: Observance) => communities === null;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function faultsOf(calendar: Calendar, from: Day, to: Day, options: DatesOptions): InputIssue[] {
  const issues: InputIssue[] = [];
  const expected = `a day from ${FIRST_DAY} to ${LAST_DAY}, written YYYY-MM-DD`;
  const isKnown = (day: Day) => isDay(day) && FIRST_DAY <= day && day <= LAST_DAY;
  if (!isKnown(from)) issues.push({ path: "from", expected, value: JSON.stringify(from) });
  if (!isKnown(to)) issues.push({ path: "to", expected, value: JSON.stringify(to) });
  if (issues.length === 0 && to < from)
    issues.push({ path: "to", expected: `a day that is not before ${from}`, value: JSON.stringify(to) });
  const known = calendar.backgrounds.items.map(({ id }) => id);
  for (const [i, tags] of (options.communities ?? []).entries())
    for (const tag of tags)
      if (!known.includes(tag))
        issues.push({ path: `communities[${i}]`, expected: `one of ${known.join(", ")}`, value: JSON.stringify(tag) });
  if (options.region !== undefined && regionOf(calendar, options.region) === null) {
    const named = "noord, midden, zuid, a province, or a municipality by its name or CBS code";
    issues.push({ path: "region", expected: named, value: JSON.stringify(options.region) });
  }
  return issues;
}

/** Whether the days, widened by eve and margin, touch the period. */
function touches(one: Observance, first: number, last: number): boolean {
  const { marginDays, beginsEveningBefore } = one;
  const begins = dayNumber(one.from) - marginDays - (beginsEveningBefore ? 1 : 0);
  return begins <= last && dayNumber(one.to) + marginDays >= first;
}

type Rule = Calendar["observances"]["items"][number];

/** What all occurrences of a rule have in common. */
function common(calendar: Calendar, rule: Rule) {
  const tradition = calendar.observances.traditions.find(({ id }) => id === rule.tradition);
  const { id, nl, en } = tradition ?? { id: rule.tradition, nl: rule.tradition, en: rule.tradition };
  return {
    keepers: rule.keptBy ?? tradition?.keptBy ?? null,
    fields: {
      id: rule.id,
      tradition: { id, nl, en },
      beginsEveningBefore: rule.eve,
      impact: rule.impact,
      regions: rule.regions ?? null,
      faith: rule.faith,
    },
  };
}

function fromRules(calendar: Calendar, first: number, last: number): Observance[] {
  return calendar.observances.items.flatMap((rule) => {
    const { keepers, fields } = common(calendar, rule);
    const reach = rule.margin + 1;
    return occurrences(rule.when, calendar, first - reach, last + reach)
      .map(([from, to]): Observance => {
        const except = calendar.announced.items
          .filter((one) => one.observance === rule.id && isSameOccurrence(one, from))
          .flatMap((one) => one.communities);
        return {
          ...fields,
          nl: rule.nl,
          en: rule.en,
          from: dayText(from),
          to: dayText(to),
          basis: rule.basis,
          marginDays: rule.margin,
          communities: keepers?.filter((tag) => !except.includes(tag)) ?? null,
          source: rule.source,
          except,
          keepers: null,
        };
      })
      .filter((one) => touches(one, first, last));
  });
}

/** An announcement is of the occurrence that it is nearest to; those of one kind are more than 300 days apart. */
function isSameOccurrence(announced: { readonly from: Day }, from: number): boolean {
  return Math.abs(dayNumber(announced.from) - from) <= 7;
}

function fromAnnouncements(calendar: Calendar, first: number, last: number): Observance[] {
  return calendar.announced.items
    .flatMap((one): Observance[] => {
      const rule = calendar.observances.items.find(({ id }) => id === one.observance);
      if (rule === undefined) return [];
      const { keepers, fields } = common(calendar, rule);
      return [
        {
          ...fields,
          nl: one.nl,
          en: one.en,
          from: one.from,
          to: one.to,
          basis: "announced",
          marginDays: 0,
          communities: one.communities,
          source: one.source,
          except: [],
          keepers,
        },
      ];
    })
    .filter((one) => touches(one, first, last));
}

function fromSchools(calendar: Calendar, first: number, last: number): Observance[] {
  const { about, items } = calendar.schoolHolidays;
  return items
    .flatMap(({ id, nl, en, impact, periods }) =>
      periods.map(
        ({ from, to, regions }): Observance => ({
          id,
          nl,
          en,
          tradition: SCHOOLS,
          from,
          to,
          beginsEveningBefore: false,
          basis: "announced",
          marginDays: 0,
          impact,
          communities: null,
          regions,
          source: about.source,
          faith: false,
          except: [],
          keepers: null,
        }),
      ),
    )
    .filter((one) => touches(one, first, last));
}

/** The days from which and to which school holidays are known; outside them a list names none. */
export function schoolHolidaysKnown(calendar: Calendar): { readonly from: Day; readonly to: Day } {
  const { from, to } = calendar.schoolHolidays.about;
  return { from, to };
}
