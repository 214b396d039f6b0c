/** Pins that cannot hold: by themselves, as a full team, and all full pins together. */
import { describe, expect, it } from "vitest";
import { parseSeason } from "../../src/model/index.js";
import { smallSeason } from "../support/small-season.js";
import { put, refusals, told } from "./breaking.js";

/** Puts values at paths, and names the path and the words that must be told. */
type Case = readonly [name: string, puts: Readonly<Record<string, unknown>>, path: string, words: string];

const HERS = "sessions[0].pinned.team[1]";
const PARTLY = "sessions[2].pinned.team[0]";

const ALONE: readonly Case[] = [
  [
    "a seat whose role she has not (1)",
    { "trainers[1].roles": ["actor"], "sessions[1].pinned": null },
    HERS,
    "rule seats",
  ],
  [
    "a seat that the session has not (1)",
    { [`${PARTLY}.seat`]: "lived", "sessions[2].seats": { actor: 2 }, "trainers[4].roles": ["lived"] },
    `${PARTLY}.seat`,
    "0 of that role",
  ],
  [
    "more members than seats (1)",
    { "sessions[2].seats.professional": 1, "sessions[2].pinned.team[1]": { seat: "professional", trainer: "t3" } },
    "sessions[2].pinned.team[1].seat",
    "1 of that role",
  ],
  ["a slot that is not on offer (2)", { "sessions[0].pinned.slot": 2 }, "sessions[0].pinned.slot", "2 slots"],
  [
    "a day when she is not available (3)",
    { "trainers[4].available": [["2027-03-22T08:00", "2027-03-22T22:00"]] },
    PARTLY,
    "available",
  ],
  ["set-up before she is available (3)", { "sessions[2].before": 61 }, PARTLY, "available"],
  ["debrief after she is available (3)", { "sessions[2].after": 361 }, PARTLY, "available"],
  [
    "two touching intervals, neither of which covers it (3)",
    {
      "trainers[4].available[12]": ["2027-03-22T08:00", "2027-03-22T12:00"],
      "trainers[4].available[14]": ["2027-03-22T12:00", "2027-03-22T22:00"],
    },
    PARTLY,
    "available",
  ],
  ["a longer journey than her limit (4)", { "sessions[2].waivers": [] }, PARTLY, "travelKm"],
  [
    "a place where she must not be sent (5)",
    { "trainers[1].avoidPlaces": ["p1"], "sessions[1].pinned": null },
    HERS,
    "avoidPlaces",
  ],
  ["a place that she must not be seen in (5)", { "trainers[1].avoidPlaces": ["p2"] }, HERS, "avoidPlaces"],
  ["her own community, too near (6)", { "trainers[1].limits.ownCommunityKm": 60 }, HERS, "ownCommunity"],
  ["two who must be kept apart (7)", { "trainers[0].avoidTrainers": ["t2"] }, HERS, "avoidTrainers"],
  ["two who must be kept apart, the other way (7)", { "trainers[1].avoidTrainers": ["t1"] }, HERS, "avoidTrainers"],
  ["a trainer whom the client declined (8)", { "sessions[2].excludes": ["t5"] }, PARTLY, "excludes"],
  [
    "an all-theme that she lacks (9)",
    { "sessions[2].themes": [{ id: "law", level: 1, wish: 1, who: "all" }] },
    PARTLY,
    "all its members",
  ],
  [
    "an all-language that she lacks (10)",
    { "sessions[2].languages": [{ id: "q-so", who: "all" }] },
    PARTLY,
    "all its members",
  ],
  [
    "an all-community that she lacks (11)",
    { "sessions[2].communities": [{ backgrounds: ["q-x"], weight: 0, required: "all" }] },
    PARTLY,
    "all its members",
  ],
  [
    "an all-trait that she lacks (12)",
    { "sessions[2].traits": [{ id: "q-x", who: "all" }] },
    PARTLY,
    "all its members",
  ],
];

const FULL: readonly Case[] = [
  [
    "no theme in the role (9)",
    { "sessions[0].themes[0]": { id: "talk", level: 2, wish: 2, who: "professional" } },
    "sessions[0].pinned.team",
    "theme",
  ],
  [
    "no language in anybody (10)",
    { "sessions[0].languages[0]": { id: "q-x", who: "any" } },
    "sessions[0].pinned.team",
    "language",
  ],
  [
    "no community in the role (11)",
    { "sessions[0].communities[0].required": "professional" },
    "sessions[0].pinned.team",
    "community",
  ],
  ["no trait in the role (12)", { "sessions[0].traits[0].who": "lived" }, "sessions[0].pinned.team", "trait"],
  [
    "a trait that only an actor has, for any (12)",
    {
      "sessions[0].pinned.team[0]": { seat: "actor", trainer: "t1" },
      "sessions[0].seats": { actor: 1, lived: 1 },
      "sessions[0].themes": [],
    },
    "sessions[0].pinned.team",
    "trait",
  ],
];

const fourth = (start: string, end: string, place: string | null = "p1"): Readonly<Record<string, unknown>> => ({
  "sessions[4].slots[0]": [[start, end]],
  "sessions[4].place": place,
  "sessions[4].pinned": { slot: 0, team: [{ seat: "professional", trainer: "t3" }] },
  "sessions[4].before": 0,
  "sessions[4].after": 0,
  "series[0].sessions": ["s1", "s2"],
});
const LATER = "sessions[4].pinned.team[0]";

const TOGETHER: readonly Case[] = [
  ["the debrief of one in the other (14)", fourth("2027-03-09T13:29", "2027-03-09T15:00"), LATER, "overlap"],
  ["one within the other (14)", fourth("2027-03-09T10:30", "2027-03-09T11:00", null), LATER, "overlap"],
  ["no time for the journey (15)", fourth("2027-03-09T13:34", "2027-03-09T15:00", "p2"), LATER, "travelTime"],
  [
    "a day of rest (16)",
    { ...fourth("2027-03-10T10:00", "2027-03-10T12:00"), "trainers[2].limits.restDays": 1 },
    LATER,
    "restDays",
  ],
  [
    "too many on a day (17)",
    { ...fourth("2027-03-09T17:00", "2027-03-09T18:00"), "trainers[2].limits.perDay": 1 },
    LATER,
    "perDay",
  ],
  [
    "too many in a week (17)",
    { ...fourth("2027-03-11T17:00", "2027-03-11T18:00"), "trainers[2].limits.perWeek": 1 },
    LATER,
    "perWeek",
  ],
  [
    "too many in the season (17)",
    { ...fourth("2027-03-17T17:00", "2027-03-17T18:00"), "trainers[2].limits.perSeason": 1 },
    LATER,
    "perSeason",
  ],
  ["alone too many on a day (17)", { "trainers[2].limits.perDay": 0 }, "sessions[1].pinned.team[0]", "perDay"],
  [
    "alone too many in the season (17)",
    { "trainers[1].limits.perSeason": 0, "sessions[1].pinned": null },
    HERS,
    "perSeason",
  ],
  [
    "alone too often on a theme (18)",
    { "trainers[1].limits.exposure.q-honour": 0 },
    "sessions[1].pinned.team[1]",
    "exposure",
  ],
  ["too soon in the series (19)", { "series[0].minDays": 8 }, "sessions[1].pinned", "order"],
  ["too late in the series (19)", { "series[0].minDays": 0, "series[0].maxDays": 6 }, "sessions[1].pinned", "order"],
  ["a predecessor without a pin (19)", { "sessions[0].pinned": null }, "sessions[1].pinned", "order"],
  ["a predecessor with half a pin (19)", { "sessions[0].pinned.team": [] }, "sessions[1].pinned", "order"],
  ["fees above the budget (20)", { "programmes[0].budget": 1279 }, "programmes[0].budget", "1280 euros"],
];

describe.each([
  ["members by themselves", ALONE],
  ["full pins by themselves", FULL],
  ["full pins over the season", TOGETHER],
] as const)("%s", (_title, cases) => {
  it.each(cases)("%s", (_name, puts, path, words) => {
    const season = smallSeason();
    for (const [at, value] of Object.entries(puts)) put(season, at, value);
    const issues = refusals(() => parseSeason(season));
    expect(issues.map((issue) => issue.path)).toContain(path);
    expect(issues.find((issue) => issue.path === path)?.expected).toContain(words);
    expect(new Set(issues.map((issue) => issue.path))).toEqual(new Set([path]));
  });
});

describe("pins that hold", () => {
  const HOLD: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ["beginning when the debrief ends", fourth("2027-03-09T13:30", "2027-03-09T15:00")],
    ["with just the time for the journey", fourth("2027-03-09T13:35", "2027-03-09T15:00", "p2")],
    [
      "in touching intervals, one of which covers it",
      { "trainers[4].available[0]": ["2027-03-21T08:00", "2027-03-22T08:00"] },
    ],
    [
      "outside her hours, waived",
      { "trainers[4].available": [], "sessions[2].waivers[1]": { trainer: "t5", rule: "available" } },
    ],
    ["a need that the open seats can still meet", { "sessions[2].languages": [{ id: "q-so", who: "lived" }] }],
    ["at the budget", { "programmes[0].budget": 1280 }],
    ["half a pin after no pin", { "sessions[0].pinned": null, "sessions[1].pinned.team": [] }],
  ];
  it.each(HOLD)("%s", (_name, puts) => {
    const season = smallSeason();
    for (const [at, value] of Object.entries(puts)) put(season, at, value);
    expect(told(refusals(() => parseSeason(season)))).toBe("");
  });

  it("tell no confidential reason from another", () => {
    const reasons = [
      { "sessions[0].excludes": ["t2"] },
      { "trainers[1].avoidPlaces": ["p2"] },
      { "trainers[1].avoidTrainers": ["t1"] },
      { "trainers[1].limits.ownCommunityKm": 60 },
      { "trainers[1].available[1]": ["2027-03-02T08:00", "2027-03-02T11:00"] },
      { "sessions[0].excludes": ["t2"], "trainers[1].avoidPlaces": ["p2"] },
    ].map((puts) => {
      const season = smallSeason();
      for (const [at, value] of Object.entries(puts)) put(season, at, value);
      return told(refusals(() => parseSeason(season)));
    });
    expect(new Set(reasons).size).toBe(1);
  });
});
