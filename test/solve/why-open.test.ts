/** Why a session is open: each rule by a season that differs in it alone, and what a paper must not tell apart. */
import { describe, expect, test } from "vitest";
import { explain } from "../../src/advice/index.js";
import { check } from "../../src/check/check.js";
import type { Plan, Season, Session, Trainer } from "../../src/model/types.js";
import {
  explanationText,
  noLabels,
  planCsv,
  planHtml,
  planText,
  reasonLines,
  viewPlan,
} from "../../src/papers/index.js";
import { openReasons } from "../../src/solve/index.js";
import { season as base, session, trainer } from "../papers/fixture.js";

const OPEN = "open";

interface World {
  readonly open?: Partial<Session>;
  readonly trainer?: Partial<Trainer>;
  readonly more?: readonly Trainer[];
  /** sessions that the plan staffs with t1 */
  readonly booked?: readonly Session[];
  readonly season?: Partial<Season>;
}

/** A world with one open session and, unless more are given, one trainer for it. */
function world({ open = {}, trainer: fields = {}, more = [], booked = [], season = {} }: World): [Season, Plan] {
  const sessions = [session(OPEN, open), ...booked];
  const trainers = [trainer("t1", fields), ...more];
  const assignments = booked.map(({ id, seats }) => {
    const seat = seats.lived === 1 ? ("lived" as const) : ("professional" as const);
    return { session: id, slot: 0, team: [{ seat, trainer: "t1" }] };
  });
  const whole: Season = { ...base, id: "w", trainers, sessions, ...season };
  return [whole, { format: "koppel-plan/1", season: "w", assignments }];
}

function rulesOf(one: World): string[] {
  const [season, plan] = world(one);
  const found = openReasons(season, plan).find(({ session: id }) => id === OPEN);
  return (found?.reasons ?? []).map(({ rule }) => rule);
}

const SAME_DAY = session("other", { slots: [[["2027-03-29T13:00", "2027-03-29T15:00"]]] });
const limits = base.trainers[0]?.limits ?? trainer("t").limits;

describe("reasons", () => {
  const cases: readonly [string, World, string[]][] = [
    ["nobody holds the role", { open: { seats: { actor: 1 } } }, ["seats"]],
    ["too few people", { open: { seats: { professional: 2 } } }, ["seats"]],
    ["not available", { trainer: { available: [] } }, ["available"]],
    ["too far", { open: { place: "p2" }, trainer: { limits: { ...limits, travelKm: 5 } } }, ["travelKm"]],
    ["booked at that time", { booked: [session("other")] }, ["overlap"]],
    ["day full", { booked: [SAME_DAY], trainer: { limits: { ...limits, perDay: 1 } } }, ["perDay"]],
    ["week full", { booked: [SAME_DAY], trainer: { limits: { ...limits, perWeek: 1 } } }, ["perWeek"]],
    ["season full", { booked: [SAME_DAY], trainer: { limits: { ...limits, perSeason: 1 } } }, ["perSeason"]],
    ["a language that all must have", { open: { languages: [{ id: "tr", who: "all" }] } }, ["language"]],
    [
      "a theme that nobody knows",
      { open: { themes: [{ id: "fgm", level: 1, wish: 1, who: "professional" }] } },
      ["theme"],
    ],
    ["a trait that nobody has", { open: { traits: [{ id: "x", who: "any" }] } }, ["trait"]],
    [
      "a community that nobody shares",
      { open: { communities: [{ backgrounds: ["x"], weight: 1, required: "any" }] } },
      ["community"],
    ],
    [
      "the earlier session of the series is open",
      {
        season: {
          series: [{ id: "r", sessions: ["other", OPEN], minDays: 0, maxDays: 9 }],
          sessions: [session(OPEN), session("other")],
        },
      },
      ["order"],
    ],
    [
      "the budget is spent",
      { open: { programme: "g" }, season: { programmes: [{ id: "g", budget: 239 }] } },
      ["budget"],
    ],
    [
      "the cheapest team is over the budget, and another is not",
      {
        open: { programme: "g" },
        more: [trainer("m", { home: "p2", ratePerHour: 70 })],
        season: { programmes: [{ id: "g", budget: 239 }] },
      },
      ["untried"],
    ],
    ["a team would lower the cost", {}, ["untried"]],
    ["a team would not lower the cost", { season: { weights: { ...base.weights, unstaffed: 0 } } }, ["cost"]],
    [
      "an `actor` need does not stand in the way of a professional",
      { open: { themes: [{ id: "law", level: 1, wish: 1, who: "professional" }] } },
      ["untried"],
    ],
  ];
  test.each(cases)("%s", (_name, one, expected) => {
    expect(rulesOf(one)).toEqual(expected);
  });

  test("a person is ruled out only if every date rules her out", () => {
    const slots: Session["slots"] = [
      [["2027-03-29T09:30", "2027-03-29T12:30"]],
      [["2027-03-30T09:30", "2027-03-30T12:30"]],
    ];
    expect(rulesOf({ open: { slots }, booked: [session("other")] })).toEqual(["untried"]);
  });

  test("a need is met by anyone who is free, however many there are", () => {
    const more = Array.from({ length: 90 }, (_, i) =>
      trainer(`m${i}`, { traits: i === 3 ? ["z"] : i === 60 ? ["x"] : [] }),
    );
    expect(rulesOf({ more, open: { traits: [{ id: "x", who: "any" }] } })).toEqual(["untried"]);
    const both = ["x", "z"].map((id) => ({ id, who: "any" as const }));
    // Each is there, yet nobody has both, and there is one seat.
    expect(rulesOf({ more, open: { traits: both } })).toEqual(["trait"]);
    expect(rulesOf({ more, open: { traits: [{ id: "y", who: "any" }] } })).toEqual(["trait"]);
  });
});

/** A series of which the first session is on a day after the second: t1 has the first. */
const backwards = (budget: number): World => ({
  open: { programme: "g" },
  more: [trainer("t2")],
  booked: [session("other", { programme: "g", slots: [[["2027-04-05T09:30", "2027-04-05T12:30"]]] })],
  season: {
    series: [{ id: "r", sessions: ["other", OPEN], minDays: 0, maxDays: 90 }],
    programmes: [{ id: "g", budget }],
  },
});

test("the series is named where it is why, and the budget beside it only where that is too small as well", () => {
  expect(rulesOf(backwards(10_000))).toEqual(["order"]);
  const [season, plan] = world(backwards(240));
  expect(openReasons(season, plan)).toMatchObject([
    { session: OPEN, reasons: [{ rule: "order" }, { rule: "budget" }], together: true },
  ]);
  const paper = { season, lang: "en", labels: noLabels, view: "full" } as const;
  const text = explanationText(explain(season, plan, OPEN), paper);
  const why = "  the series leaves no room: other, which comes before it, is open or not long enough before\n";
  expect(text).toContain(`reason:\n${why}And apart from that`);
});

describe("whoever could do it but for another rule", () => {
  const full: Partial<Trainer> = { languages: ["nl", "tr"], limits: { ...limits, perSeason: 1 } };
  const cases: readonly [string, Partial<Session>][] = [
    ["language", { languages: [{ id: "tr", who: "any" }] }],
    ["language of all", { languages: [{ id: "tr", who: "all" }] }],
    ["theme", { themes: [{ id: "law", level: 3, wish: 3, who: "professional" }] }],
  ];
  test.each(cases)("the %s would do, and so would her season, where somebody who has it is over it", (rule, open) => {
    const more = [trainer("m", { expertise: {} })];
    const given = { open, trainer: full, more, booked: [SAME_DAY] };
    expect(rulesOf(given)).toEqual([rule.split(" ")[0], "perSeason"]);
    // alone she is the only one who could do it at all
    expect(rulesOf({ ...given, more: [] })).toEqual(["perSeason"]);
  });

  test("what has to give way at once is told as such, and what any one of would do is not", () => {
    const slots: Session["slots"] = [[["2027-03-29T20:00", "2027-03-29T21:00"]]];
    const far = { place: "p2", slots };
    const her = { limits: { ...limits, travelKm: 5 }, available: [] };
    const [season, plan] = world({ open: far, trainer: her });
    const [one] = openReasons(season, plan);
    expect([one?.reasons.map(({ rule }) => rule), one?.together]).toEqual([["available", "travelKm"], true]);
    const lines = viewPlan(season, plan, check(season, plan), openReasons(season, plan)).open.map((open) =>
      reasonLines(open, "en"),
    );
    expect(lines).toEqual([
      [expect.stringMatching(/^those who could come are not/), expect.stringMatching(/^and also: /)],
    ]);
    const either = world({ open: far, more: [trainer("t2", { limits: her.limits })], trainer: { available: [] } });
    const [two] = openReasons(...either);
    expect([two?.reasons.map(({ rule }) => rule), two?.together]).toEqual([["available", "travelKm"], false]);
  });

  test("a member who must be kept from a pinned one reads as any other absence", () => {
    const open: Partial<Session> = {
      seats: { professional: 2 },
      pinned: { slot: 0, team: [{ seat: "professional", trainer: "t1" }] },
    };
    expect(rulesOf({ open, more: [trainer("m", { avoidTrainers: ["t1"] })] })).toEqual(["available"]);
  });
});

describe("paired worlds: a reason that is hers to keep reads as any other absence", () => {
  const lived = { seats: { lived: 1 }, themes: [{ id: "fgm", level: 1, wish: 1, who: "any" as const }] };
  const her: Partial<Trainer> = { roles: ["lived"], expertise: { fgm: 2 } };
  const tags = [{ backgrounds: ["q"], weight: 1, required: null }];
  const earlier = session("other", { ...lived, slots: [[["2027-03-10T09:30", "2027-03-10T12:30"]]] });
  /** She is away on the day of the open session, and nothing else keeps her from it. */
  const away: Partial<Trainer> = { available: [["2027-03-01T00:00", "2027-03-29T00:00"]] };
  const cases: readonly [string, World][] = [
    ["avoidPlaces", { trainer: { ...her, avoidPlaces: ["p1"] }, open: lived }],
    ["excludes", { trainer: her, open: { ...lived, excludes: ["t1"] } }],
    [
      "ownCommunity",
      {
        trainer: { ...her, backgrounds: ["q"], limits: { ...limits, ownCommunityKm: 9 } },
        open: { ...lived, communities: tags },
      },
    ],
    ["exposure", { trainer: { ...her, limits: { ...limits, exposure: { fgm: 1 } } }, open: lived, booked: [earlier] }],
  ];
  test.each(cases)("%s", (_rule, one) => {
    const papers = (given: World) => {
      const [season, plan] = world(given);
      const view = viewPlan(season, plan, check(season, plan), openReasons(season, plan));
      return (["nl", "en"] as const).map((lang) => [
        planCsv(view, lang, noLabels),
        planHtml(view, lang, noLabels),
        planText(view, lang, noLabels, 100),
      ]);
    };
    const open = { ...lived, ...(one.open?.communities === undefined ? {} : { communities: tags }) };
    const plain: World = { ...one, open, trainer: { ...her, ...away } };
    expect(rulesOf(one)).toEqual(["available"]);
    expect(papers(one)).toEqual(papers(plain));
  });
});
