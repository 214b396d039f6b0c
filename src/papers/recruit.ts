/** Kinds of trainer to look for, as a table for a terminal, in Dutch and English. */
import Table from "cli-table3";
import type { RecruitKind, RecruitOutcome } from "../advice/recruit/types.js";
import { dayOfMinute, minuteOf } from "../model/time.js";
import type { Season, Trainer } from "../model/types.js";
import { PADDING, wrap } from "./columns.js";
import { whole } from "./dates.js";
import type { LabelKind, Labels } from "./labels.js";
import { visible } from "./text-table.js";
import type { Lang } from "./words.js";

const WORDS = {
  en: {
    title: (season: string) => `Whom to recruit for season ${season}`,
    asItStands: (cost: string, bound: string, staffed: string) =>
      `As it stands: ${staffed} sessions staffed · cost ${cost} · no plan costs less than ${bound}`,
    of: "of",
    head: ["Kind", "Brings", "Where and when", "Saves"],
    none: "Nobody whom we could think of would lower this season's cost.",
    lives: (place: string) => `near ${place}`,
    levels: ["", "knows", "experienced in", "expert in"],
    speaks: "speaks",
    weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    atLeast: (least: string, most: string) => `at least ${least}, at most ${most}`,
    unsure: (most: string) => `not proven; at most ${most}`,
    found: (gain: string) => `found: ${gain}`,
    expected: (gain: string) => `expected: ${gain}`,
    staffed: "staffed",
    note: [
      "Each kind was planned by herself, with the limits that are usual in this pool. What she saves is the least cost without",
      "her less the least cost with her; it lies between the two figures. Found is what this run's plans differ by.",
    ],
  },
  nl: {
    title: (season: string) => `Wie te werven voor seizoen ${season}`,
    asItStands: (cost: string, bound: string, staffed: string) =>
      `Zoals het is: ${staffed} bijeenkomsten bemenst · kosten ${cost} · geen planning kost minder dan ${bound}`,
    of: "van",
    head: ["Wie", "Brengt mee", "Waar en wanneer", "Bespaart"],
    none: "Niemand die wij konden bedenken zou de kosten van dit seizoen verlagen.",
    lives: (place: string) => `regio ${place}`,
    levels: ["", "kent", "ervaren in", "expert in"],
    speaks: "spreekt",
    weekdays: ["ma", "di", "wo", "do", "vr", "za", "zo"],
    atLeast: (least: string, most: string) => `ten minste ${least}, ten hoogste ${most}`,
    unsure: (most: string) => `niet bewezen; ten hoogste ${most}`,
    found: (gain: string) => `gevonden: ${gain}`,
    expected: (gain: string) => `verwacht: ${gain}`,
    staffed: "bemenst",
    note: [
      "Elk van hen is apart gepland, met de grenzen die in deze pool gewoon zijn. Wat zij bespaart is de laagste kosten zonder",
      "haar min de laagste kosten met haar; dat ligt tussen de twee getallen. Gevonden is het verschil tussen deze planningen.",
    ],
  },
} as const;

/** Widths of the columns, padding included, on a terminal of 102; what she brings takes what is more. */
const WIDTHS = [22, 29, 21, 25] as const;
const NARROWEST = 102;
const WIDEST = 140;

/**
 * A row for each kind, then what the figures mean.
 * @param width of the terminal in columns; kept between 102 and 140
 */
export function recruitText(
  season: Season,
  { base, kinds }: RecruitOutcome,
  lang: Lang,
  labels: Labels,
  width: number,
): string {
  const words = WORDS[lang];
  const staffed = `${whole(base.staffed, lang)} ${words.of} ${whole(season.sessions.length, lang)}`;
  const lines = [
    visible(words.title(season.id)),
    words.asItStands(whole(base.cost, lang), whole(base.bound, lang), staffed),
  ];
  if (kinds.length === 0) return `${[...lines, words.none].join("\n")}\n`;
  const [who, brings, where, saves] = WIDTHS;
  const borders = WIDTHS.length + 1;
  const spare = Math.min(WIDEST, Math.max(NARROWEST, width)) - borders - WIDTHS.reduce((a, b) => a + b, 0);
  const widths = [who, brings + spare, where, saves];
  const wrapped = (row: readonly string[]): string[] => row.map((text, i) => wrap(text, (widths[i] ?? 0) - PADDING));
  const table = new Table({
    head: wrapped(words.head),
    colWidths: widths,
    style: { head: [], border: [] },
  });
  for (const kind of kinds) table.push(wrapped(cells(season, base.cost, kind, lang, labels)));
  return `${[...lines, table.toString(), ...words.note].join("\n")}\n`;
}

function cells(season: Season, cost: number, kind: RecruitKind, lang: Lang, labels: Labels): string[] {
  const words = WORDS[lang];
  const { trainer, gain, proven, expected, R } = kind;
  const roles = trainer.roles.map((role) => labels("role", role, lang));
  const saves = proven
    ? words.atLeast(whole(gain.least, lang), whole(gain.most, lang))
    : words.unsure(whole(gain.most, lang));
  const place = season.places.find(({ id }) => id === trainer.home)?.name ?? trainer.home;
  return [
    [trainer.id, ...roles],
    bringsOf(trainer, lang, labels),
    [words.lives(place), ...daysOf(trainer, lang)],
    [
      saves,
      words.found(whole(cost - R.cost, lang)),
      words.expected(whole(expected, lang)),
      `${whole(R.staffed, lang)} ${words.of} ${whole(season.sessions.length, lang)} ${words.staffed}`,
    ],
  ].map((lines) => lines.map(visible).join("\n"));
}

function bringsOf({ backgrounds, languages, traits, expertise }: Trainer, lang: Lang, labels: Labels): string[] {
  const words = WORDS[lang];
  const named = (kind: LabelKind, codes: readonly string[]): string =>
    codes.map((code) => labels(kind, code, lang)).join(", ");
  const lines = [named("background", backgrounds), named("trait", traits)];
  if (languages.length > 0) lines.push(`${words.speaks} ${named("language", languages)}`);
  for (const level of [3, 2, 1]) {
    const themes = Object.keys(expertise).filter((theme) => expertise[theme] === level);
    if (themes.length > 0) lines.push(`${words.levels[level] ?? ""} ${named("theme", themes)}`);
  }
  return lines.filter((line) => line !== "");
}

/** Her days of the week, and her hours. */
function daysOf({ available }: Trainer, lang: Lang): string[] {
  const [first] = available;
  if (!first) return [];
  const days = new Set(available.map(([start, end]) => weekdayOf((minuteOf(start) + minuteOf(end)) / 2)));
  const names = WORDS[lang].weekdays.filter((_, day) => days.has(day));
  return [names.join(", "), `${first[0].slice(11)}–${first[1].slice(11)}`];
}

/** 0 is Monday; 1970-01-01 was a Thursday. */
function weekdayOf(minute: number): number {
  return (((dayOfMinute(minute) + 3) % 7) + 7) % 7;
}
