import { describe, expect, it } from "vitest";
import { growthChart } from "../../bench/growth/chart.js";
import { GROWTH, growthOf } from "../../bench/growth/sizes.js";

describe("growth", () => {
  it("is the power that the times follow, of those that got there", () => {
    const points = [160, 700, 3000].map((sessions) => ({ sessions, seconds: 0.002 * sessions ** 1.3 }));
    const growth = growthOf([...points, { sessions: 10_000, seconds: null }]);
    expect(growth?.exponent).toBeCloseTo(1.3, 9);
    expect(growth?.factor).toBeCloseTo(0.002, 9);
    expect(growthOf(points.slice(0, 1))).toBeNull();
  });

  it("is drawn with a full dot for each that got there, a hollow one at the limit for each that did not", () => {
    const points = [
      { sessions: 160, seconds: 2 },
      { sessions: 10_000, seconds: null },
    ];
    const chart = growthChart(points, growthOf(points), 600);
    expect(chart.match(/<circle[^>]* fill=/g)).toHaveLength(1);
    expect(chart.match(/<circle[^>]* stroke=/g)).toHaveLength(1);
    expect(chart).toContain("hollow where 600 s were not enough");
    expect(chart).not.toContain("NaN");
  });

  it("is measured on ever larger seasons", () => {
    const sessions = GROWTH.map((size) => size.sessions);
    expect(sessions).toEqual([...sessions].sort((a, b) => a - b));
    expect([sessions[0], sessions.at(-1)]).toEqual([160, 10_000]);
  });
});
