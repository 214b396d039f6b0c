import { describe, expect, it, vi } from "vitest";
import { Lagrangian } from "../../src/bound/lagrangian.js";
import { Insertion } from "../../src/search/insertion.js";
import { Random } from "../../src/search/random.js";
import { Search } from "../../src/search/search.js";
import { benchOf } from "../support/compiled.js";
import { tinySeason } from "../support/tiny-season.js";

describe("the search's steps", () => {
  it("ruin and recreate from the start where trainers have a step price, and not only do without trainers", () => {
    let seasons = 0;
    for (let seed = 0; seed < 40; seed++) {
      const tiny = tinySeason(seed + 900, { trainers: 7, sessions: 8 });
      const season = { ...tiny, weights: { ...tiny.weights, activation: 500 } };
      const { problem, state } = benchOf(season);
      const possible = Int32Array.from(season.sessions.keys()).filter(
        (s) => problem.data.unstaffedCost[s] !== Number.POSITIVE_INFINITY,
      );
      if (possible.length < season.sessions.length) continue;
      const search = new Search(state, new Lagrangian(problem.data), new Random(seed), possible);
      search.construct([...possible], () => true);
      if (search.bestCost === 0 || state.chosen.every((column) => column < 0)) continue;
      seasons++;
      const best = vi.spyOn(Insertion.prototype, "best");
      for (let i = 0; i < 200; i++) search.step();
      expect(best.mock.calls.length, `seed ${seed}`).toBeGreaterThan(100);
      best.mockRestore();
    }
    expect(seasons).toBeGreaterThan(10);
  });
});
