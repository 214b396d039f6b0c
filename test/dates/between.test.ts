/** What belongs to a period, for whom, and where; and what is refused. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DatesOptions,
  keepsBy,
  type Observance,
  observancesBetween,
  readCalendar,
  regionOf,
} from "../../src/dates/index.js";
import { InputError } from "../../src/model/errors.js";
import { count } from "../support/counts.js";
import { ALL, calendar, files, plus } from "./support.js";

const between = (from: string, to: string, options?: DatesOptions) => observancesBetween(calendar, from, to, options);
const ids = (dates: readonly Observance[]) => dates.map(({ id }) => id);
const keyOf = ({ id, from, basis, regions }: Observance) => `${id} ${from} ${basis} ${regions?.join() ?? ""}`;

describe("the edges of a period", () => {
  test("an eve belongs to it, the day before an eve does not", () => {
    // Yom Kippur 2026 is on 21 September and begins on the evening of the 20th.
    expect(ids(between("2026-09-20", "2026-09-20"))).toContain("yom-kippur");
    expect(ids(between("2026-09-19", "2026-09-19"))).not.toContain("yom-kippur");
    expect(ids(between("2026-09-21", "2026-09-21"))).toContain("yom-kippur");
    expect(ids(between("2026-09-22", "2026-09-22"))).not.toContain("yom-kippur");
  });

  test("a day without an eve does not begin the evening before", () => {
    expect(ids(between("2026-04-26", "2026-04-26"))).not.toContain("kings-day");
    expect(ids(between("2026-04-27", "2026-04-27"))).toContain("kings-day");
  });

  test("a margin belongs to it: Ramadan 2027 may begin on 7 February, and then on the evening of the 6th", () => {
    expect(ids(between("2027-02-06", "2027-02-06"))).toContain("ramadan");
    expect(ids(between("2027-02-05", "2027-02-05"))).not.toContain("ramadan");
    // Its last day is 8 March, or the 9th.
    expect(ids(between("2027-03-09", "2027-03-09"))).toContain("ramadan");
    expect(ids(between("2027-03-10", "2027-03-10"))).not.toContain("ramadan");
  });

  test("what began before the period and is still going on belongs to it", () => {
    expect(ids(between("2027-02-25", "2027-02-25"))).toContain("ramadan");
    expect(ids(between("2027-08-20", "2027-08-20"))).toContain("summer-holidays");
    expect(ids(between("2028-01-01", "2028-01-01"))).toEqual(
      expect.arrayContaining(["christmas-holidays", "chanukah"]),
    );
  });

  test("two periods side by side have between them what the whole has", () => {
    const day = fc.integer({ min: 0, max: 7600 });
    fc.assert(
      fc.property(day, fc.nat(60), fc.nat(60), (start, first, second) => {
        const from = plus("2020-01-01", Math.min(start, 7500));
        const cut = plus(from, first);
        const to = plus(cut, 1 + second);
        const parts = [...between(from, cut), ...between(plus(cut, 1), to)].map(keyOf);
        expect(new Set(between(from, to).map(keyOf))).toEqual(new Set(parts));
      }),
      { numRuns: count(25, 300) },
    );
  });

  test("the list is by day, and holds the same thing twice nowhere", () => {
    const days = ALL.map(({ from }) => from);
    expect(days).toEqual([...days].sort());
    expect(new Set(ALL.map(keyOf)).size).toBe(ALL.length);
  });
});

describe("for whom", () => {
  const spring = (...communities: string[][]) => ids(between("2026-02-01", "2026-04-30", { communities }));

  test("a community has its own days, and everyone's", () => {
    expect(spring(["jewish"])).toEqual(expect.arrayContaining(["purim", "pesach-first", "kings-day", "may-holidays"]));
    expect(spring(["jewish"])).not.toContain("ramadan");
    expect(spring(["secular"])).not.toContain("ramadan");
    expect(spring(["secular"])).toContain("easter-monday");
  });

  test("no community at all has everyone's days alone", () => {
    expect(spring()).toContain("kings-day");
    expect(spring()).not.toContain("ramadan");
  });

  test("several communities have the days of each", () => {
    expect(spring(["hindu"], ["moroccan"])).toEqual(expect.arrayContaining(["holi", "ramadan"]));
  });

  test("a religious tag outweighs a cultural one on days of faith, and not on others", () => {
    expect(spring(["kurdish"])).toEqual(expect.arrayContaining(["ramadan", "newroz"]));
    const alevi = spring(["kurdish", "alevi"]);
    expect(alevi).toEqual(expect.arrayContaining(["newroz", "hizir-fast"]));
    expect(alevi).not.toContain("ramadan");
    expect(spring(["iranian", "secular"])).toContain("nowruz");
    expect(spring(["iranian", "secular"])).not.toContain("eid-al-fitr");
  });

  test("what an authority has announced is for those who follow it, and the computed day for the others", () => {
    const ramadan = (...communities: string[][]) =>
      between("2026-02-01", "2026-02-28", communities.length > 0 ? { communities } : {})
        .filter(({ id }) => id === "ramadan")
        .map(({ from, basis, marginDays }) => [from, basis, marginDays]);
    const computed = ["2026-02-18", "computed", 1];
    const announced = ["2026-02-19", "announced", 0];
    expect(ramadan(["turkish"])).toEqual([announced]);
    expect(ramadan(["turkish", "sunni"])).toEqual([announced]);
    expect(ramadan(["moroccan"])).toEqual([computed]);
    expect(ramadan(["sunni"])).toEqual([computed]);
    expect(ramadan(["turkish"], ["moroccan"])).toEqual([computed, announced]);
    expect(ramadan(["turkish", "secular"])).toEqual([]);
    expect(ramadan()).toEqual([computed, announced]);
    const [first] = between("2026-02-18", "2026-02-18").filter(({ id }) => id === "ramadan");
    expect(first?.communities).not.toContain("turkish");
  });

  test("what is everyone's, every community keeps", () => {
    const [kingsDay] = between("2027-04-27", "2027-04-27").filter(({ id }) => id === "kings-day");
    if (kingsDay === undefined) throw new Error("King's Day is missing");
    const keeps = keepsBy(calendar);
    expect(keeps(kingsDay, ["secular"])).toBe(true);
    expect(keeps({ ...kingsDay, communities: ["jewish"] }, ["secular"])).toBe(false);
  });

  test("every background but the secular one has days of its own", () => {
    const keeps = keepsBy(calendar);
    for (const { id } of calendar.backgrounds.items) {
      const own = ALL.filter((one) => one.communities !== null && keeps(one, [id]));
      expect(own.length > 0, id).toBe(id !== "secular");
    }
  });
});

describe("where", () => {
  test.each([
    ["noord", "noord"],
    ["Midden", "midden"],
    ["South", "zuid"],
    ["Limburg", "zuid"],
    ["gelderland", "midden"],
    ["Tiel", "midden"],
    ["GM0281", "midden"],
    ["Hattem", "noord"],
    ["Arnhem", "zuid"],
    ["Eemnes", "noord"],
    ["Zeewolde", "midden"],
    ["Altena", "midden"],
    ["Den Haag", "midden"],
    [" Maastricht ", "zuid"],
  ])("%s is in %s", (place, region) => {
    expect(regionOf(calendar, place)).toBe(region);
  });

  test("no other place has a region", () => {
    expect(regionOf(calendar, "Antwerpen")).toBeNull();
    expect(regionOf(calendar, "")).toBeNull();
  });

  test("only the school holidays and the carnival of the region are listed", () => {
    const may = (region?: string) =>
      between("2027-02-06", "2027-02-28", region === undefined ? {} : { region })
        .filter(({ regions }) => regions !== null)
        .map(({ id, from }) => `${id} ${from}`);
    expect(may()).toEqual(["carnival 2027-02-07", "spring-holidays 2027-02-13", "spring-holidays 2027-02-20"]);
    expect(may("Tilburg")).toEqual(["carnival 2027-02-07", "spring-holidays 2027-02-13"]);
    expect(may("Groningen")).toEqual(["spring-holidays 2027-02-20"]);
  });

  test("every municipality is in one region, and no name is written wrong", () => {
    const names = calendar.municipalities.items.map(({ name }) => name);
    const excepted = calendar.schoolRegions.items.flatMap(({ municipalities }) => municipalities);
    expect(excepted.filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(excepted).size).toBe(excepted.length);
    for (const { code } of calendar.municipalities.items) expect(regionOf(calendar, code), code).not.toBeNull();
  });
});

describe("refused", () => {
  const issuesOf = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      if (error instanceof InputError) return error.issues.map(({ path, value }) => [path, value]);
      throw error;
    }
    return [];
  };

  test("days that do not exist, lie outside the tables or are the wrong way round; all at once", () => {
    expect(issuesOf(() => between("2027-02-29", "27-1-1"))).toEqual([
      ["from", '"2027-02-29"'],
      ["to", '"27-1-1"'],
    ]);
    expect(issuesOf(() => between("2019-12-31", "2041-01-01"))).toHaveLength(2);
    expect(issuesOf(() => between("2027-03-02", "2027-03-01"))).toEqual([["to", '"2027-03-01"']]);
    expect(issuesOf(() => between("2027-03-01", "2027-03-01"))).toEqual([]);
  });

  test("a background and a region that nobody knows", () => {
    const options = { communities: [["jewish"], ["alevi", "martian"]], region: "Mars" };
    expect(issuesOf(() => between("2027-01-01", "2027-01-02", options))).toEqual([
      ["communities[1]", '"martian"'],
      ["region", '"Mars"'],
    ]);
  });

  test("facts of another shape, and facts that point to nothing", () => {
    expect(issuesOf(() => readCalendar({ ...files, lunar: null }))).toHaveLength(1);
    const item = { id: "x", nl: "x", en: "x", source: "x", from: "2026-02-19", to: "2026-02-18" };
    const stray = { about: { source: "x", licence: "x" }, items: [{ ...item, observance: "y", communities: ["z"] }] };
    expect(issuesOf(() => readCalendar({ ...files, announced: stray }))).toEqual([
      ["x.observance", '"y"'],
      ["x.communities", '"z"'],
      ["2026-02-19", "2026-02-18"],
    ]);
  });
});
