import { describe, expect, it } from "vitest";
import { Book } from "../../bench/greedy/book.js";
import { Facts } from "../../bench/greedy/facts.js";
import { greedy } from "../../bench/greedy.js";
import { check } from "../../src/check/check.js";
import { bruteForce } from "../oracles/brute-force.js";
import { count } from "../support/counts.js";
import { tinySeason } from "../support/tiny-season.js";

const never = { isOver: () => false };

describe("the greedy by hand", () => {
  it("gives plans that the check accepts, at the cost that they state", () => {
    for (let seed = 1; seed <= count(300, 3000); seed++) {
      const season = tinySeason(seed);
      const verdict = check(season, greedy(season, never));
      expect(verdict.violations, `season ${season.id}`).toEqual([]);
      expect(verdict.misstated, `season ${season.id}: states ${verdict.stated}, is ${verdict.total}`).toBe(false);
    }
  });

  it("does so on seasons with more room, and cut short", () => {
    for (let seed = 1; seed <= count(40, 400); seed++) {
      const season = tinySeason(seed, { trainers: 12, sessions: 12 });
      const whole = check(season, greedy(season, never));
      expect(whole.violations, `season ${season.id}`).toEqual([]);
      expect(whole.misstated).toBe(false);
      let asked = 0;
      const cut = check(season, greedy(season, { isOver: () => asked++ > seed % 15 }));
      expect(cut.feasible && !cut.misstated).toBe(true);
      expect(cut.total).toBeGreaterThanOrEqual(whole.total);
    }
  });

  it("improves on its first plan, each time to a cheaper one", () => {
    let improved = 0;
    for (let seed = 1; seed <= count(40, 400); seed++) {
      const costs: number[] = [];
      const plan = greedy(tinySeason(seed, { trainers: 12, sessions: 12 }), {
        isOver: () => false,
        onPlan: (cost) => costs.push(cost),
      });
      expect(costs).toEqual([...new Set(costs)].sort((a, b) => b - a));
      expect(costs.at(-1)).toBe(plan.cost);
      if (costs.length > 1) improved++;
    }
    expect(improved).toBeGreaterThan(0);
  });

  it("sees a series from both of its sides", () => {
    let fitting = 0;
    let missing = 0;
    for (let seed = 1; seed <= count(100, 1000); seed++) {
      const facts = new Facts(tinySeason(seed));
      for (const second of facts.sessions) {
        const first = second.previous;
        if (first === null || first.previous !== null || second.next !== null) continue;
        first.slots.forEach((early, a) => {
          second.slots.forEach((late, b) => {
            const days = (late[0]?.day ?? 0) - (early.at(-1)?.day ?? 0);
            const fits = days >= second.minDays && days <= second.maxDays;
            const forward = new Book(facts);
            forward.put({ facts: first, slot: a, team: [] });
            expect(forward.fitsSeries(second, late)).toBe(fits);
            const backward = new Book(facts);
            expect(backward.fitsSeries(second, late)).toBe(false);
            backward.put({ facts: second, slot: b, team: [] });
            expect(backward.fitsSeries(first, early)).toBe(fits);
            if (fits) fitting++;
            else missing++;
          });
        });
      }
    }
    expect(Math.min(fitting, missing)).toBeGreaterThan(0);
  });

  it("is never under the optimum and mostly near it", () => {
    let optimal = 0;
    const seasons = count(60, 500);
    for (let seed = 1; seed <= seasons; seed++) {
      const season = tinySeason(seed);
      const { cost } = bruteForce(season);
      const plan = greedy(season, never);
      expect(plan.cost).toBeGreaterThanOrEqual(cost);
      if (plan.cost === cost) optimal++;
    }
    expect(optimal).toBeGreaterThan(seasons / 2);
  });
});
