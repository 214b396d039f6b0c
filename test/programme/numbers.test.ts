/** The numbers of groups, which say what series they are of, and the best pairs that they are found by: held against trying all. */
import { expect, test } from "vitest";
import { type Groups, groupsOf } from "../../src/programme/groups/groups.js";
import { bestPairs } from "../../src/programme/pairs.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { DATES, randomIntake } from "./groups-oracle.js";

test("the best pairs are worth what the best of all permutations is", () => {
  const random = new Random(32);
  for (let round = 0; round < count(300, 3000); round++) {
    const [rows, columns] = [random.int(1, 5), random.int(1, 5)];
    const worth = Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.int(0, 9)));
    const best = (at: number, taken: readonly number[]): number => {
      if (at === rows) return 0;
      const free = [...Array(columns).keys()].filter((column) => !taken.includes(column));
      const none = rows > columns ? best(at + 1, taken) : Number.NEGATIVE_INFINITY;
      return Math.max(none, ...free.map((column) => (worth[at]?.[column] ?? 0) + best(at + 1, [...taken, column])));
    };
    const pairs = bestPairs(worth);
    const used = pairs.filter((column) => column >= 0);
    expect([new Set(used).size, used.length]).toEqual([used.length, Math.min(rows, columns)]);
    expect(pairs.reduce((sum, column, row) => sum + (worth[row]?.[column] ?? 0), 0)).toBe(best(0, []));
  }
});

test("numbers and days keep as many series as any numbers and days of the same groups: all are tried", () => {
  const random = new Random(33);
  let [asked, moved] = [0, 0];
  for (let round = 0; round < count(150, 1500); round++) {
    const list = randomIntake(random, random.int(4, 8), random.int(2, 3), 3, 0.3);
    const { neighbours = [] } = list;
    if (neighbours.length === 0) continue;
    const made = groupsOf(list);
    const leaves = (number: number, date: string) =>
      neighbours
        .filter((one) => one.number === number)
        .every(({ from, to }) => (from === null || date >= from) && (to === null || date <= to));
    const daysOf = ({ members, place, date }: Groups["groups"][number]) =>
      DATES.filter((day) => {
        const open = groupsOf({
          ...list,
          groups: 1,
          most: 16,
          dates: [day],
          closed: (list.closed ?? []).filter((one) => one.date === day),
          participants: list.participants
            .filter(({ code }) => members.includes(code))
            .map((one) => ({ ...one, dates: one.dates.filter((each) => each === day) })),
        });
        return day === date || (place === undefined && open.waiting.length === 0) || open.waiting.length === 0;
      });
    const can = made.groups.map((one) => made.groups.map((_, n) => daysOf(one).some((day) => leaves(n + 1, day))));
    const best = (at: number, taken: readonly number[]): number =>
      at === can.length
        ? 0
        : Math.max(
            ...can.flatMap((_, n) => (taken.includes(n) ? [] : [(can[at]?.[n] ? 1 : 0) + best(at + 1, [...taken, n])])),
          );
    const kept = made.groups.filter(({ date }, n) => leaves(n + 1, date)).length;
    expect(kept).toBe(best(0, []));
    asked += made.groups.length;
    moved += made.groups.filter((one) => one.date !== daysOf(one)[0]).length;
  }
  expect(asked).toBeGreaterThan(60);
  expect(moved).toBeGreaterThan(5);
});
