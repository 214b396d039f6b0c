/** The observances and holidays of a period as a table for a terminal, in Dutch and English. */
import Table from "cli-table3";
import { type Basis, dayBefore, type Impact, type Observance, type Region, type Tags } from "../dates/index.js";
import type { Day } from "../model/types.js";
import { wrap } from "./columns.js";
import { period, shortDay, shortPeriod } from "./dates.js";
import type { Labels } from "./labels.js";
import { visible } from "./text-table.js";
import type { Lang } from "./words.js";

/** An observance, and which of the communities that were asked for keep it; null where none was asked for. */
export interface AskedDate {
  readonly observance: Observance;
  readonly askedBy: readonly Tags[] | null;
}

interface DateWords {
  readonly title: string;
  readonly head: readonly [days: string, what: string, whom: string, asks: string, basis: string];
  readonly sunset: (day: string) => string;
  readonly everyone: string;
  readonly regions: Readonly<Record<Region, string>>;
  readonly impacts: Readonly<Record<Impact, string>>;
  readonly bases: Readonly<Record<Basis, string>>;
  readonly margin: (days: number) => string;
  readonly none: string;
  readonly count: (count: number) => string;
  readonly known: (period: string) => string;
}

const WORDS: Readonly<Record<Lang, DateWords>> = {
  nl: {
    title: "Feestdagen en vakanties",
    head: ["Dagen", "Wat", "Voor", "Vraagt", "Zekerheid"],
    sunset: (day) => `na zonsondergang ${day}`,
    everyone: "iedereen",
    regions: { noord: "Noord", midden: "Midden", zuid: "Zuid" },
    impacts: { off: "vrij houden", heavy: "rekening houden", light: "goed om te weten" },
    bases: { computed: "berekend", announced: "bekendgemaakt", estimated: "geschat" },
    margin: (days) => (days === 1 ? "± 1 dag" : `± ${days} dagen`),
    none: "Er valt niets in deze tijd.",
    count: (count) => (count === 1 ? "1 dag of periode" : `${count} dagen en perioden`),
    known: (period) => `schoolvakanties zijn bekend voor ${period}; daarbuiten staan er geen in de lijst`,
  },
  en: {
    title: "Observances and holidays",
    head: ["Days", "What", "For", "Asks", "How sure"],
    sunset: (day) => `from sunset on ${day}`,
    everyone: "everyone",
    regions: { noord: "North", midden: "Central", zuid: "South" },
    impacts: { off: "keep free", heavy: "take care", light: "good to know" },
    bases: { computed: "computed", announced: "announced", estimated: "estimated" },
    margin: (days) => (days === 1 ? "± 1 day" : `± ${days} days`),
    none: "Nothing falls in this time.",
    count: (count) => (count === 1 ? "1 day or period" : `${count} days and periods`),
    known: (period) => `school holidays are known for ${period}; outside it the list has none`,
  },
};

/** Widths of the columns, padding included, on a terminal of 110; what and for whom share what is more or less. */
const WIDTHS = [30, 23, 22, 14, 15] as const;
const PADDING = 2;
const BORDERS = WIDTHS.length + 1;
/** The narrowest and the widest that the table is worth drawing, in columns. */
const NARROWEST = 94;
const WIDEST = 140;

/**
 * A table with a row for each observance. Where no community was asked for, a row names its tradition, not the long list
 * of those who keep it.
 * @param width of the terminal in columns; kept between 94 and 140
 */
export function datesText(
  dates: readonly AskedDate[],
  asked: { readonly from: Day; readonly to: Day },
  lang: Lang,
  labels: Labels,
  width: number,
): string {
  const words = WORDS[lang];
  const title = `${words.title} · ${period(asked.from, asked.to, lang)}`;
  if (dates.length === 0) return `${title}\n${words.none}\n`;
  const [days, what, whom, asks, basis] = WIDTHS;
  const spare = Math.min(WIDEST, Math.max(NARROWEST, width)) - BORDERS - WIDTHS.reduce((a, b) => a + b, 0);
  const widths = [days, what + Math.ceil(spare / 2), whom + Math.floor(spare / 2), asks, basis];
  const wrapped = (row: readonly string[]) => row.map((text, i) => wrap(text, (widths[i] ?? 0) - PADDING));
  const table = new Table({
    head: wrapped(words.head),
    colWidths: widths,
    style: { head: [], border: [], compact: true },
  });
  table.push(...dates.map((date) => wrapped(cells(date, lang, labels))));
  return `${title}\n${table.toString()}\n${words.count(dates.length)}\n`;
}

function cells({ observance, askedBy }: AskedDate, lang: Lang, labels: Labels): string[] {
  const words = WORDS[lang];
  const { from, to, beginsEveningBefore, impact, basis, marginDays } = observance;
  const eve = beginsEveningBefore ? [words.sunset(shortDay(`${dayBefore(from)}T00:00`, lang))] : [];
  const margin = marginDays > 0 ? [words.margin(marginDays)] : [];
  return [
    [shortPeriod(from, to, lang), ...eve].join("\n"),
    visible(observance[lang]),
    visible(forWhom(observance, askedBy, lang, labels)),
    words.impacts[impact],
    [words.bases[basis], ...margin].join("\n"),
  ];
}

function forWhom(observance: Observance, askedBy: readonly Tags[] | null, lang: Lang, labels: Labels): string {
  const { communities, regions, tradition, keepers } = observance;
  if (regions !== null) return regions.map((region) => WORDS[lang].regions[region]).join(", ");
  if (communities === null) return WORDS[lang].everyone;
  const label = (tags: Tags) => tags.map((tag) => labels("background", tag, lang)).join(" + ");
  if (askedBy !== null) return askedBy.map(label).join(", ");
  return keepers === null ? tradition[lang] : communities.map((tag) => label([tag])).join(", ");
}

/** That school holidays are known for a time only. */
export function knownNote(known: { readonly from: Day; readonly to: Day }, lang: Lang): string {
  return WORDS[lang].known(period(known.from, known.to, lang));
}
