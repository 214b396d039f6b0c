import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import { HARD_RULES } from "../../src/model/types.js";
import { MANY_SESSIONS_CASES } from "./many-sessions-cases.js";
import { ONE_SESSION_CASES } from "./one-session-cases.js";
import { planOf, S1, S2, smallSeason } from "./two-sessions.js";

const CASES = [...ONE_SESSION_CASES, ...MANY_SESSIONS_CASES];

describe("check tells each broken rule, and no other", () => {
  it("passes the plan that all cases start from", () => {
    expect(check(smallSeason(), planOf([S1, S2])).violations).toEqual([]);
  });

  it.each(CASES)("$rule: $name", ({ rule, where, broken, held, plan = [S1, S2], heldPlan = plan }) => {
    const told = check(smallSeason(broken), planOf(plan));
    expect(new Set(told.violations.map((one) => `${one.rule} ${one.where}`))).toEqual(new Set([`${rule} ${where}`]));
    expect(told.feasible).toBe(false);
    const kept = check(smallSeason(held), planOf(heldPlan));
    expect(kept.violations).toEqual([]);
    expect(kept.feasible).toBe(true);
  });

  it("has a case for every hard rule", () => {
    expect([...new Set(CASES.map(({ rule }) => rule))].sort()).toEqual([...HARD_RULES].sort());
  });
});
