/** What no division of participants can better, against plain enumeration and against divisions that are there. */
import { describe, expect, test } from "vitest";
import { drawIntake, USUAL } from "../../bench/groups/cases.js";
import { bestPossible, fewestApart } from "../../src/programme/groups/bound.js";
import { fewestGroups } from "../../src/programme/groups/cover.js";
import { isGroup } from "../../src/programme/groups/measure.js";
import type { Participant } from "../../src/programme/groups/participants.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { bruteBest, expectSound, randomIntake } from "./groups-oracle.js";

describe("what no division can better", () => {
  test("is no more than plain enumeration finds, and often something", () => {
    const random = new Random(9);
    let told = 0;
    for (let round = 0; round < count(150, 2000); round++) {
      const intake = {
        ...randomIntake(random, random.int(2, 7), random.int(2, 3), random.int(2, 4), 0.5),
        colleagues: random.pick(["spread", "together"] as const),
      };
      const [placed, small, mix, colleagues] = bruteBest(intake);
      const bound = bestPossible(intake, { placed, small: -small, mix: -mix, colleagues: -colleagues });
      expect(bound.placed).toBeGreaterThanOrEqual(placed);
      expect([bound.small <= -small, bound.mix <= -mix, bound.colleagues <= -colleagues]).toEqual([true, true, true]);
      if (bound.colleagues > 0) told++;
    }
    expect(told).toBeGreaterThan(5);
  });

  test("is no more than a division comes to that was found before, with people as many as there usually are", () => {
    let [closed, weak] = [0, 0];
    const cases = USUAL.filter((_, n) => n % count(15, 1) === 4 % count(15, 1));
    for (const [n, one] of cases.entries()) {
      const intake = drawIntake(one, 100 + n);
      const { measures, bound } = expectSound(intake);
      // As if a division were known that is worse: the bound is not to pass the one that is there.
      const worse = { ...measures, colleagues: measures.colleagues + 3 };
      expect(bestPossible(intake, worse).colleagues).toBeLessThanOrEqual(measures.colleagues);
      if (bound.colleagues === measures.colleagues) closed++;
      const plain = intake.participants.length - measures.placed;
      if (fewestApart(intake, plain) < measures.colleagues) weak++;
    }
    // Where each organisation is looked at by itself, seldom.
    expect(closed).toBeGreaterThanOrEqual(0.8 * cases.length);
    expect(weak).toBeGreaterThan(0.5 * cases.length);
  });

  test("colleagues need as many groups as a plain search over all partitions finds", () => {
    const random = new Random(10);
    const found = new Map<number, number>();
    for (let round = 0; round < count(100, 3000); round++) {
      const intake = randomIntake(random, random.int(1, 6), 6, 16, 0.6);
      const members = intake.participants.filter((one) => isGroup([one], intake));
      const fewest = (left: readonly Participant[], groups: readonly (readonly Participant[])[]): number => {
        const [one, ...others] = left;
        if (one === undefined) return groups.length;
        const joined = groups.flatMap((group, g) =>
          isGroup([...group, one], intake) ? [groups.with(g, [...group, one])] : [],
        );
        return Math.min(...[...joined, [...groups, [one]]].map((next) => fewest(others, next)));
      };
      const groups = fewestGroups(members, intake);
      expect(groups).toBe(fewest(members, []));
      found.set(groups, (found.get(groups) ?? 0) + 1);
    }
    expect(found.size).toBeGreaterThan(3);
  });
});
