import { describe, expect, it } from "vitest";
import { Random } from "../../src/search/random.js";
import { Roulette } from "../../src/search/roulette.js";

const WAYS = [
  { value: "good", weight: 1 },
  { value: "bad", weight: 1 },
  { value: "dear", weight: 1 },
];

/** How often each way is taken in many turns, where a good one gains, a bad one does not, and a dear one works hard. */
function turns(seed: number): Record<string, number> {
  const roulette = new Roulette(WAYS, new Random(seed));
  const taken: Record<string, number> = { good: 0, bad: 0, dear: 0 };
  for (let i = 0; i < 5000; i++) {
    const way = roulette.pick();
    taken[way] = (taken[way] ?? 0) + 1;
    roulette.learn(way === "bad" ? 0 : 3, way === "dear" ? 10 : 1);
  }
  return taken;
}

describe("a roulette", () => {
  it("takes what gains most for its work most often, and never gives the rest up", () => {
    const { good = 0, bad = 0, dear = 0 } = turns(1);
    expect(good).toBeGreaterThan(2 * dear);
    expect(dear).toBeGreaterThan(bad);
    expect(bad).toBeGreaterThan(300);
  });

  it("takes the same course for the same seed", () => {
    expect(turns(7)).toEqual(turns(7));
  });

  it("keeps to its first weights until something was gained", () => {
    const roulette = new Roulette(
      [
        { value: 0, weight: 9 },
        { value: 1, weight: 1 },
      ],
      new Random(3),
    );
    let rare = 0;
    for (let i = 0; i < 5000; i++) {
      rare += roulette.pick();
      roulette.learn(0, 1);
    }
    expect(rare).toBeGreaterThan(400);
    expect(rare).toBeLessThan(600);
  });
});
