/** Messages that say what was probably meant, and nothing besides. */
import { describe, expect, test } from "vitest";
import { InputError, type InputIssue, parsePlan, parseSeason, type Season } from "../../src/model/index.js";
import { type Draft, smallSeason } from "../support/small-season.js";

function issuesOf(change: (season: Draft<Season>) => void): readonly InputIssue[] {
  const season = smallSeason();
  change(season);
  try {
    parseSeason(season);
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}

describe("hints", () => {
  test("an unknown field: the known one that is near it, and never its own name", () => {
    const issues = issuesOf(({ trainers }) => Object.assign(trainers[3] ?? {}, { langauges: ["q-nl"] }));
    expect(issues).toEqual([
      { path: "trainers[3]", record: "t4", expected: "no unknown field: did you mean `languages`?" },
    ]);
    const [far] = issuesOf(({ trainers }) => Object.assign(trainers[3] ?? {}, { "q-somali": 1 }));
    expect(far?.expected).toMatch(/take the others out$/);
    const both = issuesOf(({ trainers }) => Object.assign(trainers[3] ?? {}, { "q-somali": 1, hoome: "p1" }));
    expect(both[0]?.expected).toMatch(/take the others out; of one, did you mean `home`\?$/);
  });

  test("a reversed interval: both its times", () => {
    const [issue] = issuesOf(({ trainers }) => trainers[0]?.available[0]?.reverse());
    expect(issue).toEqual({
      path: "trainers[0].available[0]",
      record: "t1",
      expected: "an interval that ends after it starts; 2027-03-01T22:00 to 2027-03-01T08:00 does not",
    });
  });

  test("an id that is given twice is told once, however often the other one is named", () => {
    const twice = (list: "places" | "trainers" | "sessions" | "programmes", from: number, to: number) =>
      issuesOf((season) => {
        const [one, other] = [season[list][from], season[list][to]];
        if (one !== undefined && other !== undefined) other.id = one.id;
      }).map(({ path }) => path);
    expect(twice("trainers", 0, 2)).toEqual(["trainers[2].id"]);
    expect(twice("sessions", 0, 1)).toEqual(["sessions[1].id"]);
    expect(twice("places", 0, 1)).toEqual(["places[1].id"]);
  });

  test("an id that could have come from a field that must not be seen is not told", () => {
    const [issue] = issuesOf(({ trainers }) => Object.assign(trainers[3] ?? {}, { id: "q-turkish", ratePerHour: -1 }));
    expect(issue).not.toHaveProperty("record");
  });

  test("a file of the other kind: its format alone", () => {
    const season = parseSeason(smallSeason());
    const other = { path: "format", expected: '"koppel-season/1"', value: '"koppel-plan/1"' };
    expect(() => parseSeason({ format: "koppel-plan/1" })).toThrow(expect.objectContaining({ issues: [other] }));
    const wrong = { path: "format", expected: '"koppel-plan/1"', value: '"koppel-season/1"' };
    expect(() => parsePlan(smallSeason(), season)).toThrow(expect.objectContaining({ issues: [wrong] }));
  });
});
