/** Each refusal of the model page by a case of its own: what is broken, and the path at which it is told. */
import { describe, expect, it } from "vitest";
import { parseSeason } from "../../src/model/index.js";
import { smallSeason } from "../support/small-season.js";
import { get, put, refusals, steps, told } from "./breaking.js";

/** Puts values at paths (a value may be a function of what stands there) and names the path that must be told. */
type Case = readonly [name: string, puts: Readonly<Record<string, unknown>>, path: string];

const append = (item: unknown) => (list: unknown) => [...(list as unknown[]), item];
const repeat = (list: unknown) => [...(list as unknown[]), structuredClone((list as unknown[])[0])];
const reverse = (list: unknown) => [...(list as unknown[])].reverse();

const CASES: readonly Case[] = [
  ["another format", { format: "koppel-season/2" }, "format"],
  ["an empty id", { id: "" }, "id"],
  ["an empty name", { "places[0].name": "" }, "places[0].name"],
  ["an empty activity", { "sessions[0].activity": "" }, "sessions[0].activity"],
  ["an unknown role", { "trainers[0].roles[0]": "boss" }, "trainers[0].roles[0]"],
  ["no role", { "trainers[0].roles": [] }, "trainers[0].roles"],
  ["an empty theme", { "sessions[0].themes[0].id": "" }, "sessions[0].themes[0].id"],
  ["an empty theme as a key", { "trainers[0].expertise": { "": 1 } }, 'trainers[0].expertise[""]'],
  ["an empty tag", { "trainers[1].backgrounds[0]": "" }, "trainers[1].backgrounds[0]"],
  ...["places", "trainers", "sessions", "series", "programmes"].map((list): Case => {
    const index = smallSeason()[list as "places"].length;
    return [`an id twice among the ${list}`, { [list]: repeat }, `${list}[${index}].id`];
  }),
  ["a role twice", { "trainers[0].roles": repeat }, "trainers[0].roles[2]"],
  ["a tag twice", { "trainers[1].backgrounds": repeat }, "trainers[1].backgrounds[2]"],
  ["a language twice", { "trainers[1].languages": repeat }, "trainers[1].languages[1]"],
  ["a trait twice", { "trainers[2].traits": repeat }, "trainers[2].traits[2]"],
  ["a place twice", { "sessions[0].audience": repeat }, "sessions[0].audience[1]"],
  ["a no-go place twice", { "trainers[1].avoidPlaces": repeat }, "trainers[1].avoidPlaces[1]"],
  ["a trainer twice in a list", { "sessions[3].excludes": repeat }, "sessions[3].excludes[1]"],
  ["a trainer to avoid twice", { "trainers[1].avoidTrainers": repeat }, "trainers[1].avoidTrainers[1]"],
  ["a trainer twice in a pin", { "sessions[2].pinned.team": repeat }, "sessions[2].pinned.team[1].trainer"],
  ["a trainer twice in a published team", { "published[0].team": repeat }, "published[0].team[1].trainer"],
  ["a slot twice", { "sessions[4].slots": repeat }, "sessions[4].slots[2]"],
  [
    "a theme twice",
    { "sessions[0].themes": append({ id: "law", level: 1, wish: 1, who: "professional" }) },
    "sessions[0].themes[1]",
  ],
  ["a language need twice", { "sessions[0].languages": repeat }, "sessions[0].languages[1]"],
  ["a trait need twice", { "sessions[0].traits": repeat }, "sessions[0].traits[1]"],
  [
    "a community twice, its backgrounds in another order",
    {
      "sessions[3].communities": ["q-a", "q-b"].map((tag, i, all) => ({
        backgrounds: [tag, all[1 - i]],
        weight: i,
        required: null,
      })),
    },
    "sessions[3].communities[1]",
  ],
  [
    "a background twice in a community",
    { "sessions[0].communities[0].backgrounds": repeat },
    "sessions[0].communities[0].backgrounds[1]",
  ],
  [
    "a community without a background",
    { "sessions[0].communities[0].backgrounds": [] },
    "sessions[0].communities[0].backgrounds",
  ],
  ["a waiver twice", { "sessions[2].waivers": repeat }, "sessions[2].waivers[1]"],
  ["another rule waived", { "sessions[2].waivers[0].rule": "excludes" }, "sessions[2].waivers[0].rule"],
  ["a pair twice", { pairs: repeat }, "pairs[2]"],
  ["a pair twice, the other way round", { pairs: append({ a: "t2", b: "t1", cost: 3 }) }, "pairs[2]"],
  ["a pair of one", { "pairs[0].b": "t1" }, "pairs[0].b"],
  ["a trainer who avoids herself", { "trainers[1].avoidTrainers[0]": "t2" }, "trainers[1].avoidTrainers[0]"],
  ["a session published twice", { published: repeat }, "published[2].session"],
  [
    "a session in two series",
    { series: append({ id: "r2", sessions: ["s3", "s1"], minDays: 0, maxDays: 9 }) },
    "series[1].sessions[1]",
  ],
  ["a session twice in a series", { "series[0].sessions[2]": "s1" }, "series[0].sessions[2]"],
  ["a series of one", { "series[0].sessions": ["s1"] }, "series[0].sessions"],
  ["a home that is no place", { "trainers[0].home": "p9" }, "trainers[0].home"],
  ["a no-go place that is none", { "trainers[1].avoidPlaces[0]": "p9" }, "trainers[1].avoidPlaces[0]"],
  ["a trainer to avoid who is none", { "trainers[1].avoidTrainers[0]": "t9" }, "trainers[1].avoidTrainers[0]"],
  ["a programme that is none", { "sessions[0].programme": "g9" }, "sessions[0].programme"],
  ["a session's place that is none", { "sessions[0].place": "p9" }, "sessions[0].place"],
  ["an audience that is no place", { "sessions[0].audience[0]": "p9" }, "sessions[0].audience[0]"],
  ["an excluded trainer who is none", { "sessions[3].excludes[0]": "t9" }, "sessions[3].excludes[0]"],
  ["a waiver for nobody", { "sessions[2].waivers[0].trainer": "t9" }, "sessions[2].waivers[0].trainer"],
  [
    "a pinned trainer who is none",
    { "sessions[2].pinned.team[0].trainer": "t9" },
    "sessions[2].pinned.team[0].trainer",
  ],
  ["a pinned slot that is none", { "sessions[2].pinned.slot": 2 }, "sessions[2].pinned.slot"],
  ["a series of a session that is none", { "series[0].sessions[2]": "s9" }, "series[0].sessions[2]"],
  ["a pair with nobody", { "pairs[0].a": "t9" }, "pairs[0].a"],
  ["a published session that is none", { "published[0].session": "s9" }, "published[0].session"],
  ["a published slot that is none", { "published[0].slot": 2 }, "published[0].slot"],
  ["a published trainer who is none", { "published[0].team[0].trainer": "t9" }, "published[0].team[0].trainer"],
  [
    "an interval that ends as it starts",
    { "trainers[0].available[0][1]": "2027-03-01T08:00" },
    "trainers[0].available[0]",
  ],
  ["an interval that ends before it starts", { "trainers[0].discouraged[0]": reverse }, "trainers[0].discouraged[0]"],
  ["a part that ends before it starts", { "sessions[4].slots[0][0]": reverse }, "sessions[4].slots[0][0]"],
  ["parts that overlap", { "sessions[2].slots[0][1][0]": "2027-03-16T11:59" }, "sessions[2].slots[0][1]"],
  ["parts out of order", { "sessions[2].slots[1]": reverse }, "sessions[2].slots[1][1]"],
  ["a first day that does not exist", { from: "2027-02-30" }, "from"],
  ["a last day that does not exist", { to: "2027-13-01" }, "to"],
  ["a leap day of a common year", { from: "1900-02-29" }, "from"],
  [
    "a wall time on a day that does not exist",
    { "trainers[0].available[0][0]": "2027-02-29T08:00" },
    "trainers[0].available[0][0]",
  ],
  ["24:00", { "trainers[0].available[0][1]": "2027-03-01T24:00" }, "trainers[0].available[0][1]"],
  ["a wall time with seconds", { "trainers[0].available[0][1]": "2027-03-01T22:00:00" }, "trainers[0].available[0][1]"],
  ["a wall time with an offset", { "trainers[0].available[0][1]": "2027-03-01T22:0Z" }, "trainers[0].available[0][1]"],
  ["an interval of three", { "trainers[0].available[0]": append("2027-03-01T23:00") }, "trainers[0].available[0]"],
  [
    "a skipped time of a trainer",
    { "trainers[0].available[0]": ["2027-03-28T02:30", "2027-03-28T09:00"] },
    "trainers[0].available[0][0]",
  ],
  [
    "a skipped time of a session",
    { "sessions[4].slots[1][0]": ["2027-03-28T01:00", "2027-03-28T02:00"] },
    "sessions[4].slots[1][0][1]",
  ],
  ["a zone that is none", { timeZone: "Europe/Delft" }, "timeZone"],
  ["an offset as a zone", { timeZone: "+01:00" }, "timeZone"],
  ["a zone that only engines know", { timeZone: "PST" }, "timeZone"],
  ["from after to", { from: "2027-04-01" }, "to"],
  ["a session without a slot", { "sessions[4].slots": [] }, "sessions[4].slots"],
  ["a slot without a part", { "sessions[4].slots[0]": [] }, "sessions[4].slots[0]"],
  ["a latitude beyond the pole", { "places[0].lat": 90.01 }, "places[0].lat"],
  ["a longitude beyond the date line", { "places[0].lon": -180.01 }, "places[0].lon"],
  ["a level of 0", { "trainers[0].expertise.law": 0 }, "trainers[0].expertise.law"],
  ["a level of 4", { "sessions[0].themes[0].wish": 4 }, "sessions[0].themes[0].wish"],
  ["a wish under the level", { "sessions[0].themes[0].wish": 1 }, "sessions[0].themes[0].wish"],
  ["a who that is none", { "sessions[0].themes[0].who": "some" }, "sessions[0].themes[0].who"],
  ["a priority of 0", { "sessions[0].priority": 0 }, "sessions[0].priority"],
  ["a priority of 6", { "sessions[0].priority": 6 }, "sessions[0].priority"],
  ["0 seats of a role", { "sessions[4].seats.lived": 0 }, "sessions[4].seats.lived"],
  ["no seats", { "sessions[4].seats": {} }, "sessions[4].seats"],
  ["13 seats", { "sessions[4].seats": { professional: 7, lived: 6 } }, "sessions[4].seats"],
  ["a share upside down", { "trainers[0].share.min": 7 }, "trainers[0].share.max"],
  ["days upside down", { "series[0].minDays": 15 }, "series[0].maxDays"],
  ["a number above 1,000,000,000", { "weights.slot": 1_000_000_001 }, "weights.slot"],
  ["a weight that is missing", { "weights.move": undefined }, "weights.move"],
];

describe("what the model refuses", () => {
  it("is none of the small season", () => {
    expect(told(refusals(() => parseSeason(smallSeason())))).toBe("");
  });

  it.each(CASES)("%s", (_name, puts, path) => {
    const season = smallSeason();
    for (const [at, value] of Object.entries(puts)) {
      put(season, at, typeof value === "function" ? value(get(season, steps(at))) : value);
    }
    expect(refusals(() => parseSeason(season)).map((issue) => issue.path)).toContain(path);
  });

  it("is told all at once, with values where they may be seen", () => {
    const season = smallSeason();
    put(season, "sessions[3].priority", 7);
    put(season, "sessions[4].place", "p9");
    put(season, "trainers[1].backgrounds[1]", 5);
    put(season, "sessions[2].pinned.team[0].trainer", "t3");
    put(season, "sessions[2].slots[1]", [["2027-03-29T09:00", "2027-03-29T10:00"]]);
    const issues = refusals(() => parseSeason(season));
    const values = Object.fromEntries(issues.map((issue) => [issue.path, issue.value]));
    expect(values).toEqual({
      "sessions[3].priority": "7",
      "sessions[4].place": '"p9"',
      "trainers[1].backgrounds[1]": undefined,
      "sessions[2].pinned.team[0]": undefined,
    });
  });
});

describe("what the model takes", () => {
  const taken: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ["touching intervals", { "trainers[0].discouraged": append(["2027-03-08T22:00", "2027-03-08T23:00"]) }],
    ["a leap day", { from: "2024-02-29" }],
    ["an autumn hour that occurs twice", { "trainers[0].available[0]": ["2027-10-31T02:30", "2027-10-31T09:00"] }],
    ["the hour that the clocks go to", { "trainers[0].available[0]": ["2027-03-28T03:00", "2027-03-28T09:00"] }],
    ["one theme for two whos", { "sessions[0].themes": append({ id: "law", level: 1, wish: 1, who: "any" }) }],
    ["a slot outside the season", { "sessions[4].slots": append([["2031-01-01T10:00", "2031-01-01T11:00"]]) }],
    ["an empty pin", { "sessions[3].pinned": { slot: 0, team: [] } }],
    ["a published team that breaks rules", { "published[0].team[0]": { seat: "actor", trainer: "t5" } }],
    ["1,000,000,000", { "weights.slot": 1_000_000_000, "trainers[0].share.max": 1_000_000_000 }],
    ["an old IANA name", { timeZone: "Asia/Kolkata" }],
  ];
  it.each(taken)("%s", (_name, puts) => {
    const season = smallSeason();
    for (const [at, value] of Object.entries(puts)) {
      put(season, at, typeof value === "function" ? value(get(season, steps(at))) : value);
    }
    expect(told(refusals(() => parseSeason(season)))).toBe("");
  });

  it("is deeply frozen, and not shared with the input", () => {
    const input = smallSeason();
    const season = parseSeason(input);
    const visit = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      expect(Object.isFrozen(value)).toBe(true);
      for (const below of Object.values(value)) visit(below);
    };
    visit(season);
    expect(season).toEqual(input);
    put(input, "trainers[0].available[0][0]", "changed");
    expect(season.trainers[0]?.available[0]?.[0]).toBe("2027-03-01T08:00");
  });
});
