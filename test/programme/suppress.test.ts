/** Small counts against an attacker who knows the code, subtracts what is told and tries every table that there could be. */
import { describe, expect, test } from "vitest";
import { type Answer, type Answers, GROUPS } from "../../src/programme/scan/answers.js";
import { LEVELS, type Needs, needsOf } from "../../src/programme/scan/needs.js";
import { atLeast, LEAST_TOLD, told, toldTotal } from "../../src/programme/suppress.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";

/** Every list of that many counts up to `most`. */
function lists(length: number, most: number): number[][] {
  if (length === 0) return [[]];
  return lists(length - 1, most).flatMap((list) => Array.from({ length: most + 1 }, (_, value) => [...list, value]));
}

/** What the attacker finds: counts under 5 that only one value explains, over all worlds that look the same. */
function pinned<W>(worlds: readonly W[], look: (world: W) => string, cells: (world: W) => readonly number[]): number {
  const alike = new Map<string, W[]>();
  for (const world of worlds) alike.set(look(world), [...(alike.get(look(world)) ?? []), world]);
  let found = 0;
  for (const same of alike.values()) {
    const width = same[0] === undefined ? 0 : cells(same[0]).length;
    for (let i = 0; i < width; i++) {
      const values = new Set(same.map((world) => cells(world)[i] ?? 0));
      const [only] = values;
      if (values.size === 1 && only !== undefined && only < LEAST_TOLD) found++;
    }
  }
  return found;
}

/** Parts that add up, as a report tells them; `total` as it would be without a complement. */
const look = (counts: readonly number[]) => {
  const parts = counts.map((value) => told(value));
  return JSON.stringify([parts, toldTotal(parts), atLeast(parts)]);
};
const withoutComplement = (counts: readonly number[]) =>
  JSON.stringify([counts.map((value) => told(value)), counts.reduce((sum, value) => sum + value, 0)]);

describe("a sum and its parts", () => {
  test.each([1, 2, 3, 4])("%i parts: no count under 5 can be worked out", (length) => {
    const worlds = lists(length, length === 4 ? 9 : 14);
    expect(pinned(worlds, look, (counts) => counts)).toBe(0);
  });

  test("the attacker finds counts where the sum is told beside the parts", () => {
    expect(pinned(lists(3, 9), withoutComplement, (counts) => counts)).toBeGreaterThan(0);
  });

  test("tells all where nothing is small, and of the sum as much as the told parts say", () => {
    expect(toldTotal([20, 5, 9])).toBe(34);
    expect(toldTotal([20, null, 9])).toBe(null);
    expect(atLeast([20, null, 9])).toBe(29);
  });
});

const NOBODY: Answer = {
  role: "formal",
  knowledge: {},
  wishes: [],
  workForms: [],
  communities: [],
  languages: [],
  cooperation: [],
  days: [],
  dayparts: [],
};

/** For each group, how many want the theme at each level and how many do not want it. */
type World = readonly (readonly [beginner: number, advanced: number, not: number])[];

const answersOf = (world: World): Answers => ({
  format: "koppel-answers/1",
  answers: world.flatMap((row, g) =>
    row.flatMap((people, level) =>
      Array.from({ length: people }, () => ({
        ...NOBODY,
        role: GROUPS[g] ?? "formal",
        wishes: level < LEVELS.length ? ["t"] : [],
        knowledge: { t: level === 1 ? 3 : 0 },
      })),
    ),
  ),
});

/** Every world of groups of these sizes. */
function worldsOf(sizes: readonly number[]): World[] {
  return sizes.reduce<World[]>(
    (worlds, size) =>
      worlds.flatMap((world) =>
        lists(2, size)
          .filter(([b = 0, a = 0]) => b + a <= size)
          .map(([b = 0, a = 0]): World => [...world, [b, a, size - b - a]]),
      ),
    [[]],
  );
}

describe("the outcome of a scan", () => {
  test("no count of a level in a group under 5 can be worked out by somebody who knows how many answered", () => {
    const random = new Random(16);
    for (let round = 0; round < count(6, 60); round++) {
      const sizes = [random.int(4, 8), random.int(1, 7), random.int(0, 3)];
      const worlds = worldsOf(sizes);
      const look = (world: World) => JSON.stringify(needsOf(answersOf(world), ["t"]));
      const cells = (world: World) => world.flatMap(([b, a], g) => (sizes[g] === 0 ? [] : [b, a]));
      expect(pinned(worlds, look, cells), `groups of ${sizes}`).toBe(0);
    }
  });

  test("holds no number under 5 anywhere", () => {
    const random = new Random(5);
    for (let round = 0; round < 200; round++) {
      const world: World = GROUPS.map(() => [random.int(0, 9), random.int(0, 9), random.int(0, 9)]);
      const needs: Needs = needsOf(answersOf(world), ["t"]);
      const numbers = JSON.stringify({ ...needs, format: "", leastTold: 5 }).match(/\d+/g) ?? [];
      expect(numbers.map(Number).filter((value) => value < LEAST_TOLD)).toEqual([]);
    }
  });
});
