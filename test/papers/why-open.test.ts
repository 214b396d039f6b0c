/** Why a session is open: each rule by a season that differs in it alone, and what a paper must not tell apart. */
import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.js";
import type { Plan, Season, Session, Trainer } from "../../src/model/types.js";
import { noLabels, planCsv, planHtml, planText, viewPlan, whyOpen } from "../../src/papers/index.js";
import { season as base, session, trainer } from "./fixture.js";

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
  return (whyOpen(season, plan, check).get(OPEN) ?? []).map(({ rule, seat, blocked, of }) =>
    seat === null ? rule : `${seat} ${rule} ${blocked}/${of}`,
  );
}

const SAME_DAY = session("other", { slots: [[["2027-03-29T13:00", "2027-03-29T15:00"]]] });
const limits = base.trainers[0]?.limits ?? trainer("t").limits;

describe("reasons", () => {
  const cases: readonly [string, World, string[]][] = [
    ["nobody holds the role", { open: { seats: { actor: 1 } } }, ["actor seats 0/0"]],
    ["too few people", { open: { seats: { professional: 2 } } }, ["professional seats 0/1"]],
    ["not available", { trainer: { available: [] } }, ["professional notAvailable 1/1"]],
    [
      "too far",
      { open: { place: "p2" }, trainer: { limits: { ...limits, travelKm: 5 } } },
      ["professional travelKm 1/1"],
    ],
    ["booked at that time", { booked: [session("other")] }, ["professional overlap 1/1"]],
    ["day full", { booked: [SAME_DAY], trainer: { limits: { ...limits, perDay: 1 } } }, ["professional perDay 1/1"]],
    ["week full", { booked: [SAME_DAY], trainer: { limits: { ...limits, perWeek: 1 } } }, ["professional perWeek 1/1"]],
    [
      "season full",
      { booked: [SAME_DAY], trainer: { limits: { ...limits, perSeason: 1 } } },
      ["professional perSeason 1/1"],
    ],
    [
      "a language that all must have",
      { open: { languages: [{ id: "tr", who: "all" }] } },
      ["professional language 1/1"],
    ],
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
    ["a team could be found", {}, ["cost"]],
    [
      "an `actor` need does not stand in the way of a professional",
      { open: { themes: [{ id: "law", level: 1, wish: 1, who: "professional" }] } },
      ["cost"],
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
    expect(rulesOf({ open: { slots }, booked: [session("other")] })).toEqual(["cost"]);
  });

  test("a need is met by anyone who is free, however many there are", () => {
    const more = Array.from({ length: 90 }, (_, i) =>
      trainer(`m${i}`, { traits: i === 3 ? ["z"] : i === 60 ? ["x"] : [] }),
    );
    expect(rulesOf({ more, open: { traits: [{ id: "x", who: "any" }] } })).toEqual(["cost"]);
    const both = ["x", "z"].map((id) => ({ id, who: "any" as const }));
    expect(rulesOf({ more, open: { traits: both } })).toEqual(["cost"]);
    expect(rulesOf({ more, open: { traits: [{ id: "y", who: "any" }] } })).toEqual(["trait"]);
  });

  test("the least urgent are passed over when the work is too much", () => {
    const [season, plan] = world({
      season: { sessions: [session("low", { priority: 1 }), session("high", { priority: 5 })] },
    });
    expect([...whyOpen(season, plan, check, 0).keys()]).toEqual(["high"]);
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
      const view = viewPlan(season, plan, check(season, plan), whyOpen(season, plan, check));
      return (["nl", "en"] as const).map((lang) => [
        planCsv(view, lang, noLabels),
        planHtml(view, lang, noLabels),
        planText(view, lang, noLabels, 100),
      ]);
    };
    const open = { ...lived, ...(one.open?.communities === undefined ? {} : { communities: tags }) };
    const plain: World = { ...one, open, trainer: { ...her, ...away } };
    expect(rulesOf(one)).toEqual(["lived notAvailable 1/1"]);
    expect(papers(one)).toEqual(papers(plain));
  });
});
