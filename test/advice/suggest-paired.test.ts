/** A reader without the right cannot tell from suggestions why somebody does not come: to the byte. */
import { describe, expect, test } from "vitest";
import { Advisor } from "../../src/advice/index.js";
import type { Season } from "../../src/model/types.js";
import { suggestionsText } from "../../src/papers/index.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { banTheSame, pairOfWorlds, SECRETS, type Worlds } from "./paired-worlds.js";

/** All that a reader without the right is told of a world by suggestions. */
function told(season: Season, { plan, session }: Worlds, isLocal: boolean, view: "full" | "redacted"): string[] {
  const advisor = new Advisor(season, plan);
  const sessions = isLocal ? [session] : season.sessions.map(({ id }) => id);
  const lines = sessions.flatMap((id) => {
    const suggestions = advisor.suggest(id, { top: 20, view });
    const dates = advisor.datesLeft(id, { view });
    return [JSON.stringify(suggestions), suggestionsText(suggestions, "nl"), JSON.stringify(dates)];
  });
  if (isLocal) return lines;
  return [...lines, ...season.trainers.map(({ id }) => JSON.stringify(advisor.sessionsFor(id, { top: 20, view })))];
}

describe("paired worlds of suggestions", () => {
  const pairs = count(12, 200);
  test.each(SECRETS)(`kept away by %s or by availability: the same bytes, ${pairs} pairs`, (rule) => {
    let [found, apart] = [0, 0];
    for (let seed = 0; found < pairs && seed < 40_000; seed++) {
      const worlds = pairOfWorlds(seed, rule, new Random(seed));
      if (worlds === null) continue;
      const isLocal = rule === "exposure";
      if (!isLocal && !banTheSame(worlds)) continue;
      found++;
      expect(told(worlds.secret, worlds, isLocal, "redacted"), `seed ${seed}`).toEqual(
        told(worlds.plain, worlds, isLocal, "redacted"),
      );
      const [secret, plain] = [worlds.secret, worlds.plain].map((one) => told(one, worlds, isLocal, "full"));
      if (JSON.stringify(secret) !== JSON.stringify(plain)) apart++;
    }
    // Pairs who avoid each other, and can be told apart by no seat, are few.
    expect(found).toBeGreaterThanOrEqual(Math.min(pairs, 60));
    expect(apart).toBeGreaterThan(0);
  });
});
