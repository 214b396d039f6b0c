import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import type { Plan } from "../../src/model/types.js";
import { NO_WEIGHTS, planOf, S1, S2, smallSeason } from "./two-sessions.js";

/** What came from outside, under a type that it may not have. */
const untyped = (plan: unknown): Plan => plan as Plan;
const rules = (plan: unknown) =>
  check(smallSeason(), untyped(plan)).violations.map(({ rule, where }) => `${rule} ${where}`);

describe("check trusts nothing in the plan", () => {
  it.each([
    ["null", null, ["shape plan"]],
    ["a list", [S1], ["shape plan"]],
    ["no assignments", { format: "koppel-plan/1", season: "small" }, ["shape plan"]],
    ["another season's plan", planOf([S1], "other"), ["shape plan"]],
    ["a field that plans have not", { ...planOf([S1]), note: "" }, ["shape plan"]],
    ["an assignment that is none", { ...planOf([]), assignments: [S1, 3] }, ["shape assignment 1"]],
    ["a slot that is not whole", { ...planOf([]), assignments: [{ ...S1, slot: 0.5 }] }, ["shape assignment 0"]],
    ["a team that is no list", { ...planOf([]), assignments: [{ ...S1, team: {} }] }, ["shape assignment 0"]],
    [
      "a member with more fields",
      { ...planOf([]), assignments: [{ ...S1, team: [{ ...S1.team[0], x: 1 }] }] },
      ["shape assignment 0"],
    ],
    ["an unknown session", planOf([{ ...S1, session: "s9" }]), ["known s9"]],
    ["an unknown trainer", planOf([{ ...S1, team: [{ seat: "lived", trainer: "t9" }] }]), ["known s1"]],
    ["a session twice", planOf([S1, S2, S1]), ["once s1"]],
  ])("%s", (_, plan, told) => {
    expect(rules(plan)).toEqual(told);
  });

  it("counts what cannot be read as unstaffed", () => {
    const season = smallSeason({ season: { weights: { ...NO_WEIGHTS, unstaffed: 7 } }, s1: { priority: 3 } });
    const verdict = check(season, planOf([{ ...S1, slot: 9 }, S2]));
    expect(verdict).toMatchObject({ staffed: 1, sessions: 2, total: 21, costs: { unstaffed: 21 } });
  });
});

describe("check judges what a plan states of itself", () => {
  const season = smallSeason({ season: { weights: { ...NO_WEIGHTS, unstaffed: 5 } } });
  it.each([
    ["nothing", {}, { stated: null, misstated: true, overbound: false }],
    ["its cost", { cost: 10 }, { stated: 10, misstated: false, overbound: false }],
    ["another cost", { cost: 9 }, { stated: 9, misstated: true, overbound: false }],
    ["a bound that is its cost", { cost: 10, bound: 10 }, { misstated: false, overbound: false }],
    ["a bound above its cost", { cost: 10, bound: 11 }, { overbound: true }],
    ["a bound that is not whole", { cost: 10, bound: 9.5 }, { overbound: true }],
    ["a bound below nothing", { cost: 10, bound: -1 }, { overbound: true }],
  ])("%s", (_, states, expected) => {
    expect(check(season, { ...planOf([]), ...states })).toMatchObject({ feasible: true, total: 10, ...expected });
  });
});

describe("the texts", () => {
  it("name no tag, no community and no place that a trainer avoids", () => {
    const season = smallSeason({
      t1: { avoidPlaces: ["P3"], backgrounds: ["secret-b"] },
      limits: { ownCommunityKm: 50, exposure: { "secret-th": 0 } },
      s1: {
        audience: ["P3"],
        communities: [{ backgrounds: ["secret-b", "secret-c"], weight: 1, required: "any" }],
        languages: [{ id: "secret-l", who: "all" }],
        traits: [{ id: "secret-t", who: "lived" }],
        themes: [{ id: "secret-th", level: 1, wish: 1, who: "all" }],
      },
    });
    const told = check(season, planOf([S1])).violations;
    expect(new Set(told.map(({ rule }) => rule))).toEqual(
      new Set(["avoidPlaces", "ownCommunity", "language", "community", "trait", "theme", "exposure"]),
    );
    for (const { rule, text } of told) if (rule !== "theme") expect(text).not.toMatch(/secret|P3/);
  });
});
