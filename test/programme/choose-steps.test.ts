/** The choice of a programme by counted steps: the same answer on a slow machine and a fast one. */
import { describe, expect, test, vi } from "vitest";
import { bestChoice } from "../../src/programme/choose/alternatives.js";
import { improved } from "../../src/programme/choose/improve.js";
import { breachOf, choiceProblem, totalMet, worthOf } from "../../src/programme/choose/problem.js";
import { proposal } from "../../src/programme/choose/program.js";
import type { Demand } from "../../src/programme/scan/needs.js";
import { menu, order, withPeople } from "./support.js";

const DEMAND: readonly Demand[] = [
  { theme: "social-control", level: "beginner", people: 30, isTold: true },
  { theme: "forced-marriage", level: "beginner", people: 22, isTold: true },
  { theme: "forced-marriage", level: "advanced", people: 14, isTold: true },
  { theme: "fgm", level: "advanced", people: 12, isTold: true },
  { theme: "gender-equality", level: "advanced", people: 3, isTold: true },
];

describe("however fast the machine is", () => {
  /** The demand of the demo's size, many times over, so that a search can be cut short. */
  const problems = [1, 4, 9].map((scale) =>
    choiceProblem(
      menu,
      { ...withPeople(order, 70 * scale), budget: order.budget * scale, must: [], mustNot: [] },
      DEMAND.map((one) => ({ ...one, people: one.people * scale })),
    ),
  );
  const CUT_SHORT = 200_000;

  test("the same order has the same answer to the byte, cut short or not, and no clock is asked", () => {
    const told = () => JSON.stringify(problems.map((problem) => [proposal(problem), bestChoice(problem, CUT_SHORT)]));
    const first = told();
    let now = 0;
    // Each look at a clock would find that a day has passed.
    const clocks = [vi.spyOn(Date, "now"), vi.spyOn(performance, "now")];
    for (const clock of clocks) clock.mockImplementation(() => (now += 86_400_000));
    try {
      expect(told()).toBe(first);
    } finally {
      for (const clock of clocks) clock.mockRestore();
    }
    expect(problems.some((problem) => bestChoice(problem, CUT_SHORT)?.isExhausted === false)).toBe(true);
  });

  test("what is proposed is sound, small steps from it are no worse, and the search has not far to go from there", () => {
    for (const problem of problems) {
      const proposed = proposal(problem);
      const [start, alone, best] = [improved(problem, proposed), improved(problem, null), bestChoice(problem)];
      if (proposed === null || start === null || alone === null || best === null)
        throw new Error("there is no programme");
      for (const one of [proposed, start, alone]) expect(breachOf(problem, one)).toBe(null);
      expect(worthOf(problem, start)).toBeGreaterThanOrEqual(worthOf(problem, proposed));
      for (const one of [start, alone])
        expect(totalMet(problem, one)).toBeGreaterThan(0.9 * totalMet(problem, best.choice));
    }
  });
});
