import { describe, expect, it } from "vitest";
import { coverByDay } from "../../src/rules/cliques.js";
import { benchOf } from "../support/compiled.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { tinySeason } from "../support/tiny-season.js";

describe("a cover by cliques", () => {
  it("has every wanted pair in a clique, and nothing in a clique that does not exclude the rest of it", () => {
    let [pairs, large] = [0, 0];
    for (let seed = 0; seed < count(150, 1000); seed++) {
      const { shape } = benchOf(tinySeason(seed, { trainers: 3, sessions: 12 })).problem.data;
      const random = new Random(seed);
      const n = shape.startDay.length;
      const sessionOf = Array.from({ length: n }, (_, p) => {
        const slot = shape.partStart.findIndex((from, g) => from <= p && p < (shape.partStart[g + 1] ?? 0));
        return shape.sessionOf[slot];
      });
      const table = Array.from({ length: n * n }, () => random.chance(0.5));
      const clashes = (a: number, b: number): boolean => table[Math.min(a, b) * n + Math.max(a, b)] === true;
      const wanted = (a: number, b: number): boolean => (a + b) % 3 !== 0;
      const single = seed % 2 === 0;
      const { of, dayOf } = coverByDay(shape, clashes, wanted, single);
      dayOf.forEach((day, k) => {
        const members = of.flatMap((cliques, p) => (cliques.includes(k) ? [p] : []));
        if (members.length > 2) large++;
        for (const a of members) {
          expect(shape.startDay[a]).toBe(day);
          for (const b of members)
            if (sessionOf[a] !== sessionOf[b]) expect(clashes(a, b), `seed ${seed}: ${a} and ${b}`).toBe(true);
        }
        expect(day).toBeGreaterThanOrEqual(dayOf[k - 1] ?? day);
      });
      for (let a = 0; a < n; a++) {
        if (single) expect(of[a]?.length).toBeGreaterThan(0);
        for (let b = a + 1; b < n; b++) {
          if (shape.startDay[a] !== shape.startDay[b] || sessionOf[a] === sessionOf[b]) continue;
          if (!clashes(a, b) || !wanted(a, b)) continue;
          pairs++;
          expect(
            of[a]?.some((k) => of[b]?.includes(k)),
            `seed ${seed}: ${a} and ${b}`,
          ).toBe(true);
        }
      }
    }
    expect(pairs).toBeGreaterThan(500);
    expect(large).toBeGreaterThan(100);
  });
});
