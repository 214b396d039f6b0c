/** Days as others have published them: typed in from calendars in print, one by one, and not from this program. */
import { describe, expect, test } from "vitest";
import { ALL, firstDays } from "./support.js";

/** First days in 2025, 2026, 2027 and 2028, as reference calendars give them (the evening before not counted). */
const PUBLISHED: readonly (readonly [id: string, ...days: string[]])[] = [
  // Umm al-Qura
  ["ramadan", "2025-03-01", "2026-02-18", "2027-02-08", "2028-01-28"],
  ["eid-al-fitr", "2025-03-30", "2026-03-20", "2027-03-09", "2028-02-26"],
  ["eid-al-adha", "2025-06-06", "2026-05-27", "2027-05-16", "2028-05-05"],
  ["islamic-new-year", "2025-06-26", "2026-06-16", "2027-06-06", "2028-05-25"],
  ["muharrem-fast", "2025-06-26", "2026-06-16", "2027-06-06", "2028-05-25"],
  ["ashura", "2025-07-05", "2026-06-25", "2027-06-15", "2028-06-03"],
  ["ashura-fast", "2025-07-05", "2026-06-25", "2027-06-15", "2028-06-03"],
  ["asure", "2025-07-08", "2026-06-28", "2027-06-18", "2028-06-06"],
  ["mawlid", "2025-09-04", "2026-08-25", "2027-08-14", "2028-08-03"],
  // Jewish days in the diaspora
  ["pesach-first", "2025-04-13", "2026-04-02", "2027-04-22", "2028-04-11"],
  ["shavuot", "2025-06-02", "2026-05-22", "2027-06-11", "2028-05-31"],
  ["tisha-beav", "2025-08-03", "2026-07-23", "2027-08-12", "2028-08-01"],
  ["rosh-hashana", "2025-09-23", "2026-09-12", "2027-10-02", "2028-09-21"],
  ["yom-kippur", "2025-10-02", "2026-09-21", "2027-10-11", "2028-09-30"],
  ["sukkot-first", "2025-10-07", "2026-09-26", "2027-10-16", "2028-10-05"],
  ["simchat-torah", "2025-10-14", "2026-10-03", "2027-10-23", "2028-10-12"],
  ["chanukah", "2025-12-15", "2026-12-05", "2027-12-25", "2028-12-13"],
  ["purim", "2025-03-14", "2026-03-03", "2027-03-23", "2028-03-12"],
  // Easter, both ways, and what hangs on it
  ["good-friday", "2025-04-18", "2026-04-03", "2027-03-26", "2028-04-14"],
  ["easter", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16"],
  ["easter-monday", "2025-04-21", "2026-04-06", "2027-03-29", "2028-04-17"],
  ["ascension", "2025-05-29", "2026-05-14", "2027-05-06", "2028-05-25"],
  ["whit-sunday", "2025-06-08", "2026-05-24", "2027-05-16", "2028-06-04"],
  ["whit-monday", "2025-06-09", "2026-05-25", "2027-05-17", "2028-06-05"],
  ["carnival", "2025-03-02", "2026-02-15", "2027-02-07", "2028-02-27"],
  ["ash-wednesday", "2025-03-05", "2026-02-18", "2027-02-10", "2028-03-01"],
  ["corpus-christi", "2025-06-19", "2026-06-04", "2027-05-27", "2028-06-15"],
  ["orthodox-good-friday", "2025-04-18", "2026-04-10", "2027-04-30", "2028-04-14"],
  ["orthodox-easter", "2025-04-20", "2026-04-12", "2027-05-02", "2028-04-16"],
  ["orthodox-pentecost", "2025-06-08", "2026-05-31", "2027-06-20", "2028-06-04"],
  // Ethiopian and Eritrean: a day later around a leap year
  ["timkat", "2025-01-19", "2026-01-19", "2027-01-19", "2028-01-20"],
  ["enkutatash", "2025-09-11", "2026-09-11", "2027-09-12", "2028-09-11"],
  ["meskel", "2025-09-27", "2026-09-27", "2027-09-28", "2028-09-27"],
  // the equinox in Tehran, and fixed days
  ["nowruz", "2025-03-21", "2026-03-21", "2027-03-21", "2028-03-20"],
  ["newroz", "2025-03-21", "2026-03-21", "2027-03-21", "2028-03-21"],
  ["red-wednesday", "2025-04-16", "2026-04-15", "2027-04-14", "2028-04-19"],
  ["hizir-fast", "2025-02-11", "2026-02-10", "2027-02-09", "2028-02-08"],
  ["chinese-new-year", "2025-01-29", "2026-02-17", "2027-02-06", "2028-01-26"],
  // the Netherlands
  ["kings-day", "2025-04-26", "2026-04-27", "2027-04-27", "2028-04-27"],
  ["remembrance-day", "2025-05-04", "2026-05-04", "2027-05-04", "2028-05-04"],
  ["liberation-day", "2025-05-05", "2026-05-05", "2027-05-05", "2028-05-05"],
  ["keti-koti", "2025-07-01", "2026-07-01", "2027-07-01", "2028-07-01"],
  ["christmas", "2025-12-25", "2026-12-25", "2027-12-25", "2028-12-25"],
];

describe.each(PUBLISHED)("%s", (id, ...days) => {
  test.each(days)("falls on %s", (day) => {
    expect(firstDays(id, Number(day.slice(0, 4)))).toEqual([day]);
  });
});

/** As kept in the Netherlands and Suriname (news of those years), and as printed in India, which may be a day off. */
describe("Hindu days", () => {
  test.each(["2020-03-10", "2021-03-29", "2022-03-18", "2023-03-07", "2024-03-25", "2026-03-03"])(
    "Holi-Phagwa was on %s in The Hague or Paramaribo",
    (day) => {
      expect(firstDays("holi", Number(day.slice(0, 4)))).toEqual([day]);
    },
  );

  test.each([
    ["holi", "2025-03-14"],
    ["holi", "2026-03-04"],
    ["holi", "2027-03-22"],
    ["holi", "2028-03-11"],
    ["diwali", "2020-11-14"],
    ["diwali", "2021-11-04"],
    ["diwali", "2022-10-24"],
    ["diwali", "2023-11-12"],
    ["diwali", "2024-10-31"],
    ["diwali", "2025-10-20"],
    ["diwali", "2026-11-08"],
    ["diwali", "2027-10-29"],
    ["diwali", "2028-10-17"],
  ])("%s is within its margin of %s, the day in India", (id, day) => {
    const one = ALL.find((candidate) => candidate.id === id && candidate.from.startsWith(day.slice(0, 4)));
    const apart = Math.abs(Date.parse(one?.from ?? "") - Date.parse(day)) / 86_400_000;
    expect(apart).toBeLessThanOrEqual(one?.marginDays ?? -1);
    expect(one?.basis).toBe("estimated");
  });
});

test("Chinese New Year follows the leap month of 2033, and is not a day late where ICU is", () => {
  expect(
    ["2029", "2030", "2033", "2034", "2035"].flatMap((year) => firstDays("chinese-new-year", Number(year))),
  ).toEqual(["2029-02-13", "2030-02-03", "2033-01-31", "2034-02-19", "2035-02-08"]);
});
