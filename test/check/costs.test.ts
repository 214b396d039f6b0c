import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import { type Assignment, COSTS, type CostName, type WeightName } from "../../src/model/types.js";
import {
  type Changes,
  KM_P1_P2,
  LIVED,
  NO_WEIGHTS,
  PROFESSIONAL,
  planOf,
  S1,
  S2,
  smallSeason,
} from "./two-sessions.js";

const weight = (name: WeightName, value: number) => ({ weights: { ...NO_WEIGHTS, [name]: value } });
const ONE_LIVED = [{ ...S1, team: [LIVED] }];
const community = (weight: number) => ({ communities: [{ backgrounds: ["b1"], weight, required: null }] });
const series = [{ id: "r1", sessions: ["s1", "s2"], minDays: 0, maxDays: 30 }];

/** Reckoned by hand: what each case costs under one name, all else being free. */
const CASES: readonly { cost: CostName; name: string; changes: Changes; plan?: readonly Assignment[]; is: number }[] = [
  {
    cost: "unstaffed",
    name: "by priority",
    changes: { season: weight("unstaffed", 7), s2: { priority: 4 } },
    plan: [S1],
    is: 28,
  },
  { cost: "background", name: "nobody shares", changes: { season: weight("background", 5), s1: community(3) }, is: 30 },
  {
    cost: "background",
    name: "another seat shares",
    changes: { season: weight("background", 5), s1: community(3), t1: { backgrounds: ["b1"] } },
    plan: [{ ...S1, team: [{ seat: "professional", trainer: "t1" }] }],
    is: 15,
  },
  {
    cost: "background",
    name: "a lived seat shares",
    changes: { season: weight("background", 5), s1: community(3), t1: { backgrounds: ["b1"] } },
    is: 0,
  },
  {
    cost: "depth",
    name: "for all, the best of all members",
    changes: {
      season: weight("depth", 5),
      t1: { expertise: { fgm: 1 } },
      s1: {
        themes: [
          { id: "fgm", level: 1, wish: 3, who: "all" },
          { id: "law", level: 1, wish: 2, who: "actor" },
        ],
      },
    },
    is: 5 * (3 - 1) + 5 * 2,
  },
  {
    cost: "travel",
    name: "each member",
    changes: { season: weight("travelKm", 2), s1: { place: "P2" } },
    is: 2 * 2 * KM_P1_P2,
  },
  {
    cost: "travel",
    name: "online",
    changes: { season: weight("travelKm", 2), s1: { place: null, audience: ["P2"] } },
    is: 0,
  },
  {
    cost: "discouraged",
    name: "parts, not set-up; once a member",
    changes: {
      season: weight("discouraged", 9),
      s1: { before: 60 },
      s2: { before: 60 },
      t1: {
        discouraged: [
          ["2027-03-02T11:00", "2027-03-02T11:30"],
          ["2027-03-02T11:30", "2027-03-02T20:00"],
          ["2027-03-09T09:00", "2027-03-09T10:00"],
        ],
      },
    },
    is: 9,
  },
  { cost: "slot", name: "the index", changes: { season: weight("slot", 4) }, plan: [{ ...S1, slot: 1 }], is: 4 },
  { cost: "pair", name: "the weight", changes: { season: weight("pair", 6) }, is: 12 },
  {
    cost: "pair",
    name: "its own cost, in either order, in place of the weight",
    changes: { season: { ...weight("pair", 6), pairs: [{ a: "t2", b: "t1", cost: 1 }] } },
    is: 2,
  },
  {
    cost: "fee",
    name: "paid minutes once",
    changes: { season: weight("fee", 2), s1: { paidMinutes: 30 } },
    plan: ONE_LIVED,
    is: 300,
  },
  {
    cost: "fairness",
    name: "squared, above and below",
    changes: { season: weight("fairness", 3), s1: { halfDays: 4 }, t1: { share: { min: 1, max: 2 } } },
    is: 3 * (5 - 2) ** 2,
  },
  {
    cost: "fairness",
    name: "a trainer without sessions too",
    changes: { season: weight("fairness", 3), t1: { share: { min: 2, max: 2 } } },
    plan: [],
    is: 12,
  },
  { cost: "activation", name: "each trainer once", changes: { season: weight("activation", 8) }, is: 16 },
  {
    cost: "continuity",
    name: "newcomers, and an actor of before is none",
    changes: { season: { ...weight("continuity", 5), series } },
    plan: [
      { ...S1, team: [{ seat: "actor", trainer: "t1" }] },
      { ...S2, team: [LIVED, PROFESSIONAL, { seat: "actor", trainer: "t3" }] },
    ],
    is: 5,
  },
  {
    cost: "change",
    name: "who is in no seat now; another seat is no change",
    changes: {
      season: {
        ...weight("change", 5),
        published: [
          {
            session: "s1",
            slot: 0,
            team: [
              { seat: "actor", trainer: "t1" },
              { seat: "actor", trainer: "t3" },
            ],
          },
          { session: "s2", slot: 0, team: [LIVED, PROFESSIONAL] },
        ],
      },
    },
    plan: [S1],
    is: 15,
  },
  {
    cost: "move",
    name: "another slot, or any where the date is gone; not when unstaffed",
    changes: {
      season: {
        ...weight("move", 5),
        published: [
          { session: "s1", slot: 1, team: [] },
          { session: "s2", slot: null, team: [] },
        ],
      },
    },
    is: 10,
  },
  {
    cost: "move",
    name: "an open session has not moved",
    changes: { season: { ...weight("move", 5), published: [{ session: "s1", slot: 1, team: [] }] } },
    plan: [S2],
    is: 0,
  },
];

describe("check reckons each cost as by hand", () => {
  it.each(CASES)("$cost: $name", ({ cost, changes, plan = [S1, S2], is }) => {
    const verdict = check(smallSeason(changes), planOf(plan));
    expect(verdict.costs[cost]).toBe(is);
    expect(verdict.total).toBe(is);
  });

  it("has a case for every cost", () => {
    expect(new Set(CASES.map(({ cost }) => cost))).toEqual(new Set(COSTS));
  });
});
