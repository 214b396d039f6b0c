/** The choice of a programme against plain enumeration of everything, and refusals with what cannot go together. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/model/errors.js";
import { alternativesOf, bestChoice } from "../../src/programme/choose/alternatives.js";
import { tightened, wholeBox } from "../../src/programme/choose/box.js";
import { conflictOf } from "../../src/programme/choose/conflict.js";
import { readKinds } from "../../src/programme/choose/kinds.js";
import {
  breachOf,
  type Choice,
  type ChoiceProblem,
  choiceProblem,
  totalMet,
  worthOf,
} from "../../src/programme/choose/problem.js";
import { proposal } from "../../src/programme/choose/program.js";
import { Relaxation } from "../../src/programme/choose/relax.js";
import { searchChoices } from "../../src/programme/choose/search.js";
import { type Item, readMenu } from "../../src/programme/menu.js";
import { type Order, parseOrder } from "../../src/programme/order.js";
import type { Demand } from "../../src/programme/scan/needs.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { withPeople } from "./support.js";

const data = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), "utf8"));
const menu = readMenu(data("menu.json"), data("programme-items.json"));
const kinds = readKinds(data("programme-kinds.json"));
const demoOrder = parseOrder(data("demo/programme/order.json"));

const ITEM: Omit<Item, "id" | "levels" | "themesMost" | "themes"> = {
  nl: "",
  en: "",
  kind: "group",
  activity: null,
  onRequest: false,
  stage: 1,
  group: { min: 1, max: 10 },
  seats: {},
  traits: [],
};

/** A problem small enough to try every choice. */
function tinyProblem(random: Random): ChoiceProblem {
  const themes = ["a", "b", "c"].slice(0, random.int(1, 3));
  const items = Array.from({ length: random.int(1, 3) }, (_, i) => {
    const item: Item = {
      ...ITEM,
      id: `i${i}`,
      themes,
      themesMost: random.int(1, 2),
      levels: random.pick([["beginner"], ["advanced"], ["beginner", "advanced"]] as const),
    };
    const most = random.int(0, 2);
    const least = random.chance(0.2) ? Math.min(1, most) : 0;
    const themeLeast = themes.map((_, t) =>
      random.chance(0.15) ? -1 : least > 0 && t === 0 && random.chance(0.3) ? 1 : 0,
    );
    return {
      item,
      places: random.int(1, 6),
      fee: random.int(0, 5),
      least,
      most,
      themeLeast,
      takesRoom: random.chance(0.8),
    };
  });
  const demand = themes.map(() => ({ beginner: random.int(0, 8), advanced: random.int(0, 8) }));
  return { items, themes, demand, budget: random.int(0, 12), room: random.int(0, 5) };
}

/** How many people of each level are served, by trying every way to share out the places. */
function bruteMet(problem: ChoiceProblem, themed: Choice["themed"]): number {
  let total = 0;
  for (const [t, { beginner, advanced }] of problem.demand.entries()) {
    let best = 0;
    const places = problem.items.map(({ places: each }, i) => each * (themed[i]?.[t] ?? 0));
    const both = problem.items.reduce((sum, { item }, i) => sum + (item.levels.length > 1 ? (places[i] ?? 0) : 0), 0);
    const only = (level: string) =>
      problem.items.reduce(
        (sum, { item }, i) => sum + (item.levels.length === 1 && item.levels[0] === level ? (places[i] ?? 0) : 0),
        0,
      );
    for (let given = 0; given <= both; given++)
      best = Math.max(
        best,
        Math.min(beginner, only("beginner") + given) + Math.min(advanced, only("advanced") + both - given),
      );
    total += best;
  }
  return total;
}

/** The worth of the best choice of all; null where none is sound. */
function bruteBest(problem: ChoiceProblem): number | null {
  let best: number | null = null;
  const ranges = problem.items.flatMap(({ most }) => [most, ...problem.themes.map(() => most)]);
  const width = problem.themes.length + 1;
  const numbers: number[] = [];
  const visit = (at: number): void => {
    if (at < ranges.length) {
      for (let n = 0; n <= (ranges[at] ?? 0); n++) {
        numbers[at] = n;
        visit(at + 1);
      }
      return;
    }
    const times = problem.items.map((_, i) => numbers[i * width] ?? 0);
    const themed = problem.items.map((_, i) => numbers.slice(i * width + 1, (i + 1) * width));
    if (breachOf(problem, { times, themed }) !== null) return;
    const fee = problem.items.reduce((sum, one, i) => sum + one.fee * (times[i] ?? 0), 0);
    const worth = bruteMet(problem, themed) * (problem.budget + 1) - fee;
    if (best === null || worth > best) best = worth;
  };
  visit(0);
  return best;
}

describe("the best choice", () => {
  test("is that of plain enumeration, proven; what the solver proposes is sound and never better", () => {
    const random = new Random(3);
    let solved = 0;
    let below = 0;
    for (let round = 0; round < count(150, 1500); round++) {
      const problem = tinyProblem(random);
      const worth = bruteBest(problem);
      const proposed = proposal(problem);
      const best = bestChoice(problem);
      expect(best?.isExhausted ?? true).toBe(true);
      expect(best === null ? null : worthOf(problem, best.choice)).toBe(worth);
      if (best === null) continue;
      solved++;
      expect(breachOf(problem, best.choice)).toBe(null);
      expect(best.atMost).toBe(totalMet(problem, best.choice));
      // Without a proposal to start from the search finds it too.
      const alone = searchChoices(problem, null, 1e9).choice;
      expect(alone === null ? null : worthOf(problem, alone)).toBe(worth);
      if (proposed !== null) expect(worthOf(problem, proposed)).toBeLessThanOrEqual(worth ?? 0);
      if (proposed === null || worthOf(problem, proposed) < (worth ?? 0)) below++;
    }
    expect(solved).toBeGreaterThan(50);
    expect(below).toBeLessThan(solved);
  });

  test("is under the bound of any prices, and a box without it bounds nothing more", () => {
    const random = new Random(7);
    for (let round = 0; round < count(150, 1500); round++) {
      const problem = tinyProblem(random);
      const worth = bruteBest(problem);
      const box = tightened(problem, wholeBox(problem), problem.budget);
      expect(box === null).toBe(worth === null);
      if (box === null || worth === null) continue;
      const relaxation = new Relaxation(problem);
      const start = relaxation.free.map(() => random.int(0, 80) / 20);
      const question = { box, budget: problem.budget, goal: -1, start, looks: 1 };
      const { bound } = relaxation.bound(question, ({ times, themed }, met) => {
        expect(breachOf(problem, { times, themed })).toBe(null);
        expect(totalMet(problem, { times, themed })).toBe(met);
      });
      expect(bound).toBeGreaterThan(Math.ceil(worth / (problem.budget + 1)) - 1e-6);
    }
  });

  test("a search that is cut short says so, and what it says of the best still holds", () => {
    const random = new Random(5);
    let short = 0;
    for (let round = 0; round < count(60, 600); round++) {
      const problem = tinyProblem(random);
      const worth = bruteBest(problem);
      const cut = searchChoices(problem, null, random.int(100, 4000));
      if (!cut.isExhausted) short++;
      if (worth === null) continue;
      expect(cut.atMost).toBeGreaterThanOrEqual(Math.ceil(worth / (problem.budget + 1)));
      if (cut.choice === null) continue;
      expect(breachOf(problem, cut.choice)).toBe(null);
      expect(worthOf(problem, cut.choice)).toBeLessThanOrEqual(worth);
    }
    expect(short).toBeGreaterThan(5);
  });
});

const DEMAND: readonly Demand[] = [
  { theme: "social-control", level: "beginner", people: 30, isTold: true },
  { theme: "forced-marriage", level: "beginner", people: 22, isTold: true },
  { theme: "forced-marriage", level: "advanced", people: 14, isTold: true },
  { theme: "fgm", level: "advanced", people: 12, isTold: true },
  { theme: "gender-equality", level: "advanced", people: 3, isTold: true },
];
const free: Order = { ...demoOrder, must: [], mustNot: [] };
describe("alternatives", () => {
  const { choices, impossible } = alternativesOf(menu, demoOrder, DEMAND, kinds);

  test("differ in kind, are within budget, in order, and hold what must be there", () => {
    expect(impossible).toEqual([]);
    expect(choices.alternatives.map(({ kind }) => kind)).toEqual(kinds.map(({ id }) => id));
    const [most] = choices.alternatives;
    expect(most?.fee).toBeLessThanOrEqual(demoOrder.budget);
    const held = (id: string) => most?.items.find(({ item }) => item === id);
    expect(held("conference")?.themes.map(({ id }) => id)).toContain("social-control");
    expect(held("lkha-training")?.times).toBeGreaterThanOrEqual(2);
    const order = most?.items.map(({ item }) => menu.items.find(({ id }) => id === item)?.stage ?? 0) ?? [];
    expect(order).toEqual([...order].sort());
  });

  test("of a free order are three, each proven, and no two the same", () => {
    const three = alternativesOf(menu, free, DEMAND, kinds).choices.alternatives;
    expect(three.map(({ kind }) => kind)).toEqual(["most-need", "in-depth", "broad"]);
    expect(three.every(({ proven }) => proven)).toBe(true);
    expect(new Set(three.map(({ items }) => JSON.stringify(items))).size).toBe(3);
    expect(Math.max(...three.map(({ metPercent }) => metPercent))).toBe(three[0]?.metPercent);
  });

  test("say why a need stays unmet, and tell no count under 5", () => {
    const poor = alternativesOf(menu, { ...free, budget: 800 }, DEMAND, kinds).choices.alternatives[0];
    expect(poor?.unmet.map(({ why }) => why)).toContain("budget");
    const [all] = alternativesOf(menu, { ...free, budget: 90_000 }, DEMAND, kinds).choices.alternatives;
    expect(all?.unmet).toEqual([{ theme: "gender-equality", level: "advanced", people: null, why: "no-item" }]);
  });

  test("tell nothing of a need whose number the outcome does not tell", () => {
    const hidden = DEMAND.map((one) => ({ ...one, isTold: false }));
    const poor = alternativesOf(menu, { ...free, budget: 0 }, hidden, kinds).choices.alternatives[0];
    expect(poor?.unmet.map(({ people }) => people)).toEqual(DEMAND.map(() => null));
  });

  test("say no share from which a hidden count could be worked out", () => {
    const shares = [1, 2, 3, 4].map((people) => {
      const hidden = DEMAND.with(-1, { theme: "gender-equality", level: "advanced", people, isTold: false });
      const told = alternativesOf(menu, { ...free, budget: 1500 }, hidden, kinds).choices.alternatives;
      return JSON.stringify(told.map(({ metPercent, boundPercent }) => [metPercent, boundPercent]));
    });
    expect(new Set(shares).size).toBe(1);
  });

  test("never meet less for more money", () => {
    let before = -1;
    for (const budget of [0, 700, 1500, 3000, 6000]) {
      const problem = choiceProblem(menu, { ...free, budget }, DEMAND);
      const best = bestChoice(problem);
      const met = best === null ? 0 : totalMet(problem, best.choice);
      expect(met).toBeGreaterThanOrEqual(before);
      before = met;
    }
  });
});

describe("wishes that cannot go together", () => {
  const must = (item: string, times = 1, theme: string | null = null) => ({ item, times, theme });
  const CASES: readonly [string, Partial<Order>, readonly string[]][] = [
    [
      "an item that must and must not be there",
      { must: [must("webinar"), must("conference")], mustNot: ["online"] },
      ["must", "must-not"],
    ],
    [
      "more than the budget pays",
      { must: [must("lkha-training", 3), must("webinar")], budget: 4000 },
      ["must", "budget"],
    ],
    [
      "more than the period holds",
      { must: [must("webinar", 9)], to: demoOrder.from, budget: 99_000, client: withPeople(demoOrder, 900).client },
      ["must", "period"],
    ],
    [
      "more groups than people",
      { must: [must("basic-training", 4)], client: withPeople(demoOrder, 20).client, budget: 99_000 },
      ["must", "participants"],
    ],
    ["a theme that an item does not treat", { must: [must("webinar", 1, "conversation-skills")] }, ["must"]],
  ];

  test.each(CASES)("%s: an irreducible conflict", (_, change, expected) => {
    const order: Order = { ...free, ...change };
    const conflict = conflictOf(menu, order);
    expect(conflict?.map(({ wish }) => wish)).toEqual(expected);
    // Without any one of its wishes the others go together.
    for (const wish of conflict ?? []) {
      const kept = conflict?.filter((one) => one !== wish) ?? [];
      const has = (name: string) => kept.some((one) => one.wish === name);
      const without: Order = {
        ...order,
        must: kept.flatMap((one) => (one.wish === "must" ? [must(one.item, one.times, one.theme)] : [])),
        mustNot: kept.flatMap((one) => (one.wish === "must-not" ? [one.what] : [])),
        budget: has("budget") ? order.budget : 9_000_000,
        to: has("period") ? order.to : "2037-01-01",
        client: has("participants") ? order.client : withPeople(order, 99_000).client,
      };
      expect(conflictOf(menu, without)).toBe(null);
    }
  });

  test("an item, a kind or a theme that does not exist is bad input", () => {
    const order: Order = { ...free, must: [must("seance", 1, "magic")], mustNot: ["dance"] };
    expect(() => alternativesOf(menu, order, DEMAND, kinds)).toThrow(InputError);
  });
});
