/** A reader without the right cannot tell why somebody does not come: every function of advice, to the byte. */
import { describe, expect, test } from "vitest";
import { explain, leansOn, redactCosts, redactRules } from "../../src/advice/index.js";
import { check } from "../../src/check/check.js";
import type { HardRule, Season } from "../../src/model/types.js";
import { explanationText, leansText, noLabels } from "../../src/papers/index.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { pairOfWorlds, SECRETS, type Worlds } from "./paired-worlds.js";

/** All that a reader without the right is told of a world. */
function told(season: Season, { plan, session, secret, plain }: Worlds, isLocal: boolean): string[] {
  const sessions = isLocal ? [session] : season.sessions.map(({ id }) => id);
  const lines = sessions.flatMap((id) =>
    [undefined, ...season.trainers.map((one) => one.id)].flatMap((trainer) => {
      const one = explain(season, plan, id, { view: "redacted", ...(trainer === undefined ? {} : { trainer }) });
      const paper = { season, labels: noLabels, view: "redacted" } as const;
      return [
        `${id} ${trainer}: ${JSON.stringify(one)}`,
        ...(["nl", "en"] as const).map((lang) => explanationText(one, { ...paper, lang })),
      ];
    }),
  );
  if (isLocal) return lines;
  const leans = leansOn(season, plan, "redacted");
  expect([secret, plain]).toContain(season);
  return [...lines, JSON.stringify(leans), leansText(leans, "nl"), leansText(leans, "en")];
}

describe("paired worlds", () => {
  const pairs = count(8, 200);
  test.each(SECRETS)(`kept away by %s or by availability: the same bytes, ${pairs} pairs`, (rule) => {
    let [found, open] = [0, 0];
    for (let seed = 0; found < pairs && seed < 40_000; seed++) {
      const worlds = pairOfWorlds(seed, rule, new Random(seed));
      if (worlds === null) continue;
      found++;
      const isLocal = rule === "exposure";
      if (worlds.plan.assignments.length < worlds.secret.sessions.length) open++;
      expect(told(worlds.secret, worlds, isLocal), `seed ${seed}`).toEqual(told(worlds.plain, worlds, isLocal));
    }
    expect(found).toBe(pairs);
    expect(open).toBeGreaterThan(0);
  });

  test("in full they are told apart", () => {
    let apart = 0;
    for (let seed = 0; seed < 400 && apart === 0; seed++) {
      const worlds = pairOfWorlds(seed, "avoidPlaces", new Random(seed));
      if (worlds === null) continue;
      const full = (season: Season) =>
        JSON.stringify(explain(season, worlds.plan, worlds.session, { trainer: worlds.trainer }));
      if (full(worlds.secret) !== full(worlds.plain)) apart++;
    }
    expect(apart).toBe(1);
  });
});

describe("redaction", () => {
  test("makes one reason of those that are hers to keep, in one place and once", () => {
    const rules: HardRule[] = ["travelKm", "excludes", "overlap", "available", "exposure"];
    expect(redactRules(rules, "redacted")).toEqual(["not available", "travelKm", "overlap"]);
    expect(redactRules(rules, "full")).toEqual(rules);
  });

  test("costs go without backgrounds", () => {
    const worlds = Array.from({ length: 400 }, (_, seed) => pairOfWorlds(seed, "excludes", new Random(seed))).find(
      (one) => one !== null,
    );
    if (!worlds) throw new Error("no pair of worlds");
    const { costs } = check(worlds.plain, worlds.plan);
    expect(redactCosts(costs, "redacted")).not.toHaveProperty("background");
    expect(redactCosts(costs, "full")).toEqual(costs);
  });
});
