import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import { parseSeason } from "../../src/model/parse.js";
import { type Assignment, COSTS, HARD_RULES, type Season, type Verdict } from "../../src/model/types.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { looseTeams, optionsOf, soundTeams } from "../support/random-plan.js";
import { tinySeason } from "../support/tiny-season.js";

const judge = (season: Season, assignments: readonly Assignment[]): Verdict =>
  check(season, { format: "koppel-plan/1", season: season.id, assignments });

describe("a tiny season", () => {
  it("is accepted by the model, its pins included", () => {
    for (let seed = 0; seed < count(250, 1000); seed++) {
      const season = tinySeason(seed);
      expect(parseSeason(JSON.parse(JSON.stringify(season))), `seed ${seed}`).toEqual(season);
    }
  });

  it("is the same for the same seed, and has the size that is asked for", () => {
    for (let seed = 0; seed < 20; seed++) {
      expect(tinySeason(seed)).toEqual(tinySeason(seed));
      const season = tinySeason(seed, { trainers: 2, sessions: 1, slots: 1 });
      expect([season.trainers.length, season.sessions.length]).toEqual([2, 1]);
      for (const { slots } of season.sessions) expect(slots).toHaveLength(1);
    }
    expect(tinySeason(1)).not.toEqual(tinySeason(2));
  });

  it("bites: every rule forbids something and every cost is paid, in a good share of seasons", () => {
    const seasons = count(150, 1000);
    const seen = new Map<string, number>();
    for (let seed = 0; seed < seasons; seed++)
      for (const name of bites(seed)) seen.set(name, (seen.get(name) ?? 0) + 1);
    // a plan's shape of slots is not the season's to forbid
    const rules = HARD_RULES.filter((rule) => rule !== "slot").map((rule) => `rule ${rule}`);
    for (const name of [...rules, ...COSTS.map((cost) => `cost ${cost}`)])
      expect(seen.get(name) ?? 0, name).toBeGreaterThan(seasons * 0.04);
  });
});

/** The rules that some random plan breaks, and the costs that one pays. */
function bites(seed: number): Set<string> {
  const season = tinySeason(seed);
  const random = new Random(seed + 4);
  const options = optionsOf(season);
  const found = new Set<string>();
  for (let tries = 0; tries < 20; tries++)
    for (const assignments of [soundTeams(random, season, options), looseTeams(random, season)]) {
      const { violations, costs } = judge(season, assignments);
      for (const { rule } of violations) found.add(`rule ${rule}`);
      for (const cost of COSTS) if (costs[cost] > 0) found.add(`cost ${cost}`);
    }
  return found;
}
