#!/usr/bin/env node
/**
 * Writes data/lunar-dates.json: days that hang on the moon and that no calendar of ICU gives right, from 2020 to 2040.
 * The positions of sun and moon come from the npm package `astronomy-engine`; the rules below are the calendars' own,
 * simplified, and for Hindu days reckoned at The Hague, where most Hindustani Dutch people live.
 *
 * usage: node scripts/make-lunar-dates.mjs [--out FILE]
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MoonPhase, Observer, SearchMoonPhase, SearchRiseSet, SearchSunLongitude } from "astronomy-engine";

const [FIRST, LAST] = [2020, 2040];
const THE_HAGUE = new Observer(52.07, 4.3, 0);
const DAY_MS = 86_400_000;
const root = new URL("../", import.meta.url);

/** The calendar day of an instant in a zone. */
const dayIn = (timeZone) => (date) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(date);
const inTheHague = dayIn("Europe/Amsterdam");
const inBeijing = dayIn("Asia/Shanghai");
const plusDays = (date, days) => new Date(date.getTime() + days * DAY_MS);

/** How far the sidereal zodiac has drifted from the tropical one by a year, in degrees (Lahiri). */
const ayanamsa = (year) => 23.853 + (year - 2000) * (50.29 / 3600);

/** When the sun enters a sidereal sign, its first degree given, in the year after `from`. */
function sankranti(degree, year, from) {
  return SearchSunLongitude((degree + ayanamsa(year)) % 360, from, 60).date;
}

/** The moon's phase in degrees (0 new, 180 full) at sunset in The Hague on the day of a date. */
function phaseAtSunset(date) {
  const noon = new Date(`${inTheHague(date)}T11:00:00Z`);
  return MoonPhase(SearchRiseSet("Sun", THE_HAGUE, -1, noon, 1));
}

/**
 * The last day around a syzygy on whose sunset the lunar day that ends with it (12 degrees of phase) prevails; the day
 * of the syzygy itself where it prevails on none.
 */
function eveningOf(syzygy, degree) {
  const within = [-2, -1, 0, 1]
    .map((days) => plusDays(syzygy, days))
    .filter((date) => (degree - phaseAtSunset(date) + 360) % 360 <= 12);
  return within.at(-1) ?? syzygy;
}

/** Diwali: the evening of the new moon that ends Ashvina, the month in which the sun enters sidereal Libra. */
function diwali(year) {
  const libra = sankranti(180, year, new Date(`${year}-09-20T00:00Z`));
  return inTheHague(eveningOf(SearchMoonPhase(0, libra, 40).date, 360));
}

/** Holi: the day after the evening of the full moon of Phalguna, the month in which the sun enters sidereal Pisces. */
function holi(year) {
  const pisces = sankranti(330, year, new Date(`${year}-02-20T00:00Z`));
  const newMoon = SearchMoonPhase(0, pisces, -40).date;
  return inTheHague(plusDays(eveningOf(SearchMoonPhase(180, newMoon, 40).date, 180), 1));
}

/** The first days of the lunar months, in Beijing, from the one in which a day lies. */
function monthsFrom(day, count) {
  const starts = [];
  for (let at = plusDays(new Date(`${day}T12:00Z`), -32); inBeijing(at) < `${Number(day.slice(0, 4)) + 2}`; ) {
    const newMoon = SearchMoonPhase(0, at, 40).date;
    starts.push(inBeijing(newMoon));
    at = plusDays(newMoon, 1);
  }
  return starts.slice(starts.findLastIndex((start) => start <= day)).slice(0, count);
}

/** The day in Beijing on which the sun reaches a degree in the sixty days after a date. */
const sunAt = (degree, from) => inBeijing(SearchSunLongitude(degree, new Date(`${from}T00:00Z`), 60).date);

/**
 * Chinese New Year: the second month after the one with the winter solstice, or the third where the month after that is
 * a leap month: one in which the sun reaches no multiple of 30 degrees, in a year of thirteen months (as in 2033).
 */
function chineseNewYear(year) {
  const solstice = sunAt(270, `${year - 1}-12-01`);
  const months = monthsFrom(solstice, 14);
  const [eleventh, next] = monthsFrom(sunAt(270, `${year}-12-01`), 2);
  const hasThirteen = months[13] === eleventh && next !== undefined;
  const cold = sunAt(300, `${year}-01-01`);
  return hasThirteen && cold >= months[2] ? months[3] : months[2];
}

/** Vesak: the first full moon of May, by the day in the Netherlands. */
const vesak = (year) => inTheHague(SearchMoonPhase(180, new Date(`${year}-04-30T22:00Z`), 40).date);

const TABLES = [
  ["holi", "Holi-Phagwa", "Holi (Phagwa)", holi],
  ["diwali", "Divali", "Diwali", diwali],
  ["vesak", "Vesak", "Vesak", vesak],
  ["chinese-new-year", "Chinees nieuwjaar", "Chinese New Year", chineseNewYear],
];

function main(args) {
  const out = args[0] === "--out" && args[1] ? args[1] : fileURLToPath(new URL("data/lunar-dates.json", root));
  const description = readFileSync(new URL("node_modules/astronomy-engine/package.json", root), "utf8");
  const { version } = JSON.parse(description);
  const years = Array.from({ length: LAST - FIRST + 1 }, (_, i) => FIRST + i);
  const about = {
    title: `Days that hang on the moon, ${FIRST} to ${LAST}`,
    source: `Computed with the npm package astronomy-engine ${version} (MIT) by scripts/make-lunar-dates.mjs, which states the rules`,
    licence: "Koppel project; EUPL-1.2",
  };
  const lines = TABLES.map(
    ([id, nl, en, rule]) => `    ${JSON.stringify({ id, nl, en, days: years.map((year) => rule(year)) })}`,
  );
  writeFileSync(out, `{\n  "about": ${JSON.stringify(about)},\n  "items": [\n${lines.join(",\n")}\n  ]\n}\n`);
  console.log(`${lines.length} tables of ${years.length} years written to ${out}`);
}

main(process.argv.slice(2));
