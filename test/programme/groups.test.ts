/** Groups against plain enumeration where there are few people, and within their promises where there are many. */
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/model/errors.js";
import { drawIntake, USUAL } from "../../bench/groups/cases.js";
import { bestPossible, fewestApart } from "../../src/programme/groups/bound.js";
import { fewestGroups } from "../../src/programme/groups/cover.js";
import { divide } from "../../src/programme/groups/divide.js";
import type { Frame } from "../../src/programme/groups/frame.js";
import { groupsOf } from "../../src/programme/groups/groups.js";
import { isGroup } from "../../src/programme/groups/measure.js";
import { type Intake, type Participant, parseIntake } from "../../src/programme/groups/participants.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";

const DATES = ["2027-04-05", "2027-04-06", "2027-04-08", "2027-04-13"];
const PLACES = ["GM0503", "GM0637"];

function randomIntake(random: Random, people: number, groups: number, most: number, tight: number): Intake {
  const region = random.chance(0.5);
  const participants = Array.from({ length: people }, (_, i): Participant => {
    const woman = random.chance(0.6);
    const languages = random.some(["nl", "ar", "tr"], 0.3);
    return {
      code: `p${i}`,
      kind: random.chance(0.6) ? "formal" : "informal",
      organisation: `o${random.int(1, Math.max(2, Math.floor(people / 4)))}`,
      languages: random.chance(tight) ? [languages[0] ?? "nl"] : [...new Set(["nl", ...languages])],
      woman,
      womenOnly: woman && random.chance(tight / 2),
      dates: random.some(DATES, 1 - tight),
      ...(region ? { places: random.some(PLACES, tight) } : {}),
    };
  });
  const colleagues = random.pick(["spread", "together", "either"] as const);
  const places = region ? { places: PLACES } : {};
  const atLeast = random.chance(0.6) ? { atLeast: random.int(1, most) } : {};
  const shut = DATES.flatMap((date) =>
    (region ? PLACES : [null]).flatMap((place) =>
      random.chance(tight / 2) ? [{ date, place, why: random.pick(["opening", "kept"] as const) }] : [],
    ),
  );
  const closed = random.chance(0.6) ? { closed: shut } : {};
  const rest = { groups, most, colleagues, participants };
  return { format: "koppel-participants/1", dates: DATES, ...places, ...atLeast, ...closed, ...rest };
}

/** Whether no group can be on a day in a place: from the page alone. */
const isShut = ({ closed = [] }: Intake, date: string, place: string | null): boolean =>
  closed.some((one) => one.date === date && (one.place === null || one.place === place));

/** Whether she can be in a place: who says none can be anywhere. */
const canBeIn = ({ places = [] }: Participant, place: string): boolean =>
  places.length === 0 || places.some((one) => one === place);

/** Whether people can be a group, and what a division is worth: from the page alone. */
function bruteBest(intake: Intake): readonly [placed: number, small: number, mix: number, colleagues: number] {
  const { participants, groups, most, colleagues, atLeast = 1 } = intake;
  let best: readonly [number, number, number, number] = [-1, 0, 0, 0];
  const where = intake.places ?? [null];
  const at: number[] = [];
  const isSound = (members: readonly Participant[]) =>
    members.length <= most &&
    (members.length === 0 ||
      (where.some((place) =>
        DATES.some(
          (date) =>
            !isShut(intake, date, place) &&
            members.every((one) => one.dates.includes(date) && (place === null || canBeIn(one, place))),
        ),
      ) &&
        ["nl", "ar", "tr"].some((language) => members.every((one) => one.languages.includes(language))) &&
        !(members.some((one) => one.womenOnly) && members.some((one) => !one.woman))));
  const visit = (i: number): void => {
    if (i < participants.length) {
      for (let g = -1; g < groups; g++) {
        at[i] = g;
        visit(i + 1);
      }
      return;
    }
    const lists = Array.from({ length: groups }, (_, g) => participants.filter((_, j) => at[j] === g));
    if (!lists.every(isSound)) return;
    const mix = lists.reduce((sum, list) => {
      const formal = list.filter(({ kind }) => kind === "formal").length;
      return sum + (2 * formal - list.length) ** 2;
    }, 0);
    const organisations = [...new Set(lists.flat().map(({ organisation }) => organisation))];
    const together = organisations.map((name) =>
      lists.map((list) => list.filter((one) => one.organisation === name).length),
    );
    const pairs = together.flat().reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
    const apart = together.reduce((sum, row) => sum + row.filter((n) => n > 0).length - 1, 0);
    const last = colleagues === "spread" ? pairs : colleagues === "together" ? apart : 0;
    const small = lists.filter(({ length }) => length > 0 && length < atLeast).length;
    const worth = [lists.flat().length, -small, -mix, -last] as const;
    const k = worth.findIndex((value, n) => value !== best[n]);
    if (k >= 0 && (worth[k] ?? 0) > (best[k] ?? 0)) best = worth;
  };
  visit(0);
  return best;
}

/** What every division must keep to. */
function expectSound(intake: Intake): ReturnType<typeof groupsOf> {
  const result = groupsOf(intake);
  const one = (code: string) => intake.participants.find((p) => p.code === code);
  for (const group of result.groups) {
    expect(group.members.length).toBeLessThanOrEqual(intake.most);
    expect(group.placesLeft).toBe(intake.most - group.members.length);
    const lacks = (intake.atLeast ?? 1) - group.members.length;
    expect(group.lacks).toBe(lacks > 0 ? lacks : undefined);
    // Where it is left to the order where a group is, it can be anywhere.
    const places = group.place === undefined ? (intake.places ?? [null]) : [group.place];
    for (const place of places) expect(isShut(intake, group.date, place)).toBe(false);
    for (const code of group.members) {
      const person = one(code);
      expect(person?.dates).toContain(group.date);
      if (person !== undefined && group.place !== undefined) expect(canBeIn(person, group.place)).toBe(true);
      if (group.place === undefined) expect(person?.places ?? []).toEqual([]);
      expect(person?.languages).toContain(group.language);
      if (group.womenOnly) expect(person?.woman).toBe(true);
      else expect(person?.womenOnly).toBe(false);
    }
  }
  const all = [...result.groups.flatMap(({ members }) => members), ...result.waiting].sort();
  expect(all).toEqual(intake.participants.map(({ code }) => code).sort());
  expect(result.groups.length).toBeLessThanOrEqual(intake.groups);
  expect(result.measures.placed).toBeLessThanOrEqual(result.bound.placed);
  expect(result.measures.small).toBe(result.groups.filter(({ lacks }) => lacks !== undefined).length);
  return result;
}

describe("few people", () => {
  test("the division is that of plain enumeration, and proven", () => {
    const random = new Random(4);
    let [tooSmall, waited] = [0, 0];
    const shut = ({ closed = [] }: Intake) => closed.length > 0;
    for (let round = 0; round < count(60, 600); round++) {
      const intake = randomIntake(random, random.int(1, 7), random.int(1, 3), random.int(2, 4), 0.4);
      const { measures, proven } = expectSound(intake);
      expect(proven).toBe(true);
      const { placed, small, mix, colleagues } = measures;
      expect([placed, 0 - small, 0 - mix, 0 - colleagues]).toEqual(bruteBest(intake).map((n) => n + 0));
      if (small > 0) tooSmall++;
      if (placed < intake.participants.filter(({ dates }) => dates.length > 0).length && shut(intake)) waited++;
    }
    expect(tooSmall).toBeGreaterThan(3);
    expect(waited).toBeGreaterThan(3);
  });
});

/** The most people that these groups can hold, one seat at a time (Kuhn's matching). */
function mostPlaced({ participants, most }: Intake, frames: readonly Frame[]): number {
  const seats = frames.flatMap((frame) => Array.from({ length: most }, () => frame));
  const holder = seats.map(() => -1);
  const find = (i: number, seen: Set<number>): boolean =>
    seats.some(({ date, place, language, womenOnly }, s) => {
      const one = participants[i];
      const fits =
        one?.dates.includes(date) && one.languages.includes(language) && (place === null || canBeIn(one, place));
      if (!fits || (womenOnly ? !one.woman : one.womenOnly) || seen.has(s)) return false;
      seen.add(s);
      if (holder[s] !== -1 && !find(holder[s] ?? -1, seen)) return false;
      holder[s] = i;
      return true;
    });
  return participants.filter((_, i) => find(i, new Set())).length;
}

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

describe("many people", () => {
  test("nobody waits who could be placed in the groups that there are, by an independent matching", () => {
    const random = new Random(11);
    let waited = 0;
    for (let round = 0; round < count(30, 3000); round++) {
      const [groups, most] = [random.int(2, 16), random.int(3, 6)];
      const people = Math.max(15, Math.round((groups * most * random.int(7, 12)) / 10));
      const intake = randomIntake(random, people, groups, most, random.int(2, 6) / 10);
      const { division, frames } = divide(intake);
      const placed = division.filter((g) => g >= 0).length;
      waited += division.length - placed;
      expect(placed).toBe(mostPlaced(intake, frames));
    }
    expect(waited).toBeGreaterThan(0);
  });

  test.each([50, 200, 1000])("%i are divided soundly, and all are placed where there is room", (people) => {
    const random = new Random(people);
    const intake = { ...randomIntake(random, people, Math.ceil(people / 14), 16, 0.15), colleagues: "spread" as const };
    const easy = {
      ...intake,
      participants: intake.participants.map((one) => ({ ...one, dates: one.dates.length > 0 ? one.dates : DATES })),
    };
    const { measures, bound, waiting } = expectSound(easy);
    expect(waiting.length).toBeLessThanOrEqual(Math.ceil(people / 50));
    expect(measures.mix).toBeLessThanOrEqual(bound.mix + people);
  });

  test("1,000 with colleagues together: not far from what no division can better", () => {
    const random = new Random(1000);
    const { participants, ...rest } = randomIntake(random, 1000, 72, 16, 0.15);
    const able = participants.map((one) => ({ ...one, dates: one.dates.length > 0 ? one.dates : DATES }));
    const { measures, bound } = expectSound({ ...rest, colleagues: "together", participants: able });
    expect([measures.placed, measures.mix]).toEqual([bound.placed, bound.mix]);
    expect(bound.colleagues).toBeGreaterThan(0);
    expect(measures.colleagues).toBeLessThan(1.25 * bound.colleagues);
  });

  test("a free choice is mixed as evenly as can be, and that is proven", () => {
    const participants = Array.from(
      { length: 32 },
      (_, i): Participant => ({
        code: `p${i}`,
        kind: i < 20 ? "formal" : "informal",
        organisation: `o${i}`,
        languages: ["nl"],
        woman: true,
        womenOnly: false,
        dates: DATES,
      }),
    );
    const intake: Intake = {
      format: "koppel-participants/1",
      dates: DATES,
      groups: 2,
      most: 16,
      colleagues: "spread",
      participants,
    };
    const { groups, proven } = expectSound(intake);
    expect(groups.map(({ formal, informal }) => [formal, informal])).toEqual([
      [10, 6],
      [10, 6],
    ]);
    expect(proven).toBe(true);
  });
});

test("bad participants are refused by field, without what they hold", () => {
  const good = {
    code: "secret",
    kind: "formal",
    organisation: "o",
    languages: ["nl"],
    woman: false,
    womenOnly: true,
    dates: ["2027-04-06"],
  };
  const value = {
    format: "koppel-participants/1",
    dates: ["2027-04-05"],
    groups: 1,
    most: 16,
    colleagues: "spread",
    participants: [good, good],
  };
  try {
    parseIntake(value);
    expect.unreachable();
  } catch (error) {
    const issues = error instanceof InputError ? error.issues : [];
    expect(issues.map(({ path }) => path)).toEqual([
      "participants[0].dates",
      "participants[0].womenOnly",
      "participants[1].code",
      "participants[1].dates",
      "participants[1].womenOnly",
    ]);
    expect(JSON.stringify(issues)).not.toContain("secret");
  }
});
