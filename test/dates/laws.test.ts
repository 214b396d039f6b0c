/** What holds in every year from 2020 to 2040, against arithmetic of other hands. */
import { MoonPhase } from "astronomy-engine";
import Holidays from "date-holidays";
import { describe, expect, test } from "vitest";
import { gregorianEasterOf, orthodoxEasterOf, roshHashanaOf } from "./oracles.js";
import { ALL, calendar, firstDays, plus, YEARS } from "./support.js";

const dayText = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
const of = (id: string) => ALL.filter((one) => one.id === id && one.keepers === null);
const lengthOf = ({ from, to }: { from: string; to: string }) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;

const lunarIslamic = calendar.observances.items
  .filter(({ when }) => when.by === "calendar" && when.calendar === "islamic-umalqura")
  .map(({ id }) => id);
const others = calendar.observances.items.map(({ id }) => id).filter((id) => !lunarIslamic.includes(id));

describe("how often", () => {
  test.each(others)("%s begins once in every year", (id) => {
    for (const year of YEARS) expect(firstDays(id, year), String(year)).toHaveLength(1);
  });

  test.each(lunarIslamic)("%s begins once or twice a year, every 354 or 355 days", (id) => {
    const days = firstDays(id);
    for (const year of YEARS) expect([1, 2], String(year)).toContain(firstDays(id, year).length);
    for (const [i, day] of days.entries()) {
      const next = days[i + 1];
      if (next !== undefined) expect([354, 355], day).toContain(lengthOf({ from: day, to: next }) - 1);
    }
  });
});

describe("Islamic months", () => {
  test("Ramadan has 29 or 30 days, and Eid al-Fitr follows the day after", () => {
    const months = of("ramadan").filter(({ to }) => to <= "2040-12-30");
    expect(months.length).toBeGreaterThanOrEqual(21);
    for (const month of months) {
      expect([29, 30], month.from).toContain(lengthOf(month));
      expect(firstDays("eid-al-fitr")).toContain(plus(month.to, 1));
    }
    // Both lengths occur, so that the check above means something.
    expect(new Set(months.map(lengthOf))).toEqual(new Set([29, 30]));
  });

  test("the second and third day follow Eid al-Fitr, the second to fourth Eid al-Adha", () => {
    for (const [first, rest] of [
      ["eid-al-fitr", "eid-al-fitr-days"],
      ["eid-al-adha", "eid-al-adha-days"],
    ] as const)
      for (const { from } of of(rest)) expect(firstDays(first)).toContain(plus(from, -1));
  });

  test("they begin when the moon is young: up to two days and a half old at noon of the first day", () => {
    for (const id of ["ramadan", "eid-al-fitr", "islamic-new-year"])
      for (const day of firstDays(id)) {
        const degrees = MoonPhase(new Date(`${day}T12:00Z`));
        expect(degrees > 4 && degrees < 33, `${id} ${day}: ${degrees}`).toBe(true);
      }
  });
});

test("both Easters are those of the textbooks", () => {
  for (const year of YEARS) {
    const [month, day] = gregorianEasterOf(year);
    expect(firstDays("easter", year)).toEqual([dayText(Date.UTC(year, month - 1, day) / 86_400_000)]);
    expect(firstDays("orthodox-easter", year)).toEqual([dayText(orthodoxEasterOf(year))]);
  }
});

test("Jewish days are those of the molad and its postponements", () => {
  for (const year of YEARS) {
    const newYear = roshHashanaOf(year + 3761);
    expect(firstDays("rosh-hashana", year)).toEqual([dayText(newYear)]);
    expect(firstDays("yom-kippur", year)).toEqual([dayText(newYear + 9)]);
    expect(firstDays("sukkot-first", year)).toEqual([dayText(newYear + 14)]);
    expect(firstDays("simchat-torah", year)).toEqual([dayText(newYear + 21)]);
    // From 15 Nisan to the next 1 Tishri it is always 163 days.
    expect(firstDays("pesach-first", year)).toEqual([dayText(newYear - 163)]);
    expect(firstDays("purim", year)).toEqual([dayText(newYear - 163 - 30)]);
    expect(firstDays("shavuot", year)).toEqual([dayText(newYear - 163 + 50)]);
    const fast = newYear - 163 + 112;
    expect(firstDays("tisha-beav", year)).toEqual([
      dayText(new Date(fast * 86_400_000).getUTCDay() === 6 ? fast + 1 : fast),
    ]);
  }
});

/** Our ids by the names that the package date-holidays gives to Dutch days. */
const DUTCH: Readonly<Record<string, string>> = {
  Nieuwjaar: "new-year",
  "Goede Vrijdag": "good-friday",
  Pasen: "easter",
  "Tweede paasdag": "easter-monday",
  Koningsdag: "kings-day",
  "Nationale Dodenherdenking": "remembrance-day",
  Bevrijdingsdag: "liberation-day",
  Hemelvaartsdag: "ascension",
  Pinksteren: "whit-sunday",
  "Tweede pinksterdag": "whit-monday",
  Sinterklaasavond: "saint-nicholas",
  Kerstmis: "christmas",
  Oudejaarsavond: "new-years-eve",
};

test.each(YEARS)("Dutch holidays of %i are those of date-holidays", (year) => {
  const theirs = new Holidays("NL", { timezone: "UTC" }).getHolidays(year, "nl");
  for (const [name, id] of Object.entries(DUTCH)) {
    const found = theirs.filter((one) => one.name === name).map(({ date }) => date.slice(0, 10));
    expect(firstDays(id, year), name).toEqual(found);
  }
});

test("King's Day is never on a Sunday, and not on the 27th only where that is one", () => {
  for (const year of YEARS) {
    const [day = ""] = firstDays("kings-day", year);
    const isSunday = new Date(`${year}-04-27T00:00Z`).getUTCDay() === 0;
    expect(day).toBe(`${year}-04-${isSunday ? 26 : 27}`);
  }
});

test("Nowruz is within a day of the equinox, and Yalda of the winter solstice", () => {
  for (const [id, longitude] of [
    ["nowruz", "03-20"],
    ["yalda", "12-21"],
  ] as const)
    for (const day of firstDays(id)) {
      const apart = Math.abs(Date.parse(day) - Date.parse(`${day.slice(0, 4)}-${longitude}`)) / 86_400_000;
      expect(apart, `${id} ${day}`).toBeLessThanOrEqual(1);
    }
});
