/** Groups against plain enumeration where there are few people, and within their promises where there are many. */
import { describe, expect, test } from "vitest";
import { InputError } from "../../src/model/errors.js";
import { divide } from "../../src/programme/groups/divide.js";
import type { Frame } from "../../src/programme/groups/frame.js";
import { type Intake, type Participant, parseIntake } from "../../src/programme/groups/participants.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { bruteBest, canBeIn, DATES, expectSound, isInOrder, randomIntake } from "./groups-oracle.js";

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
function mostPlaced(intake: Intake, frames: readonly Frame[]): number {
  const { participants, most } = intake;
  const seats = frames.flatMap((frame) => Array.from({ length: most }, () => frame));
  const holder = seats.map(() => -1);
  const find = (i: number, seen: Set<number>): boolean =>
    seats.some(({ date, place, language, womenOnly }, s) => {
      const one = participants[i];
      const fits =
        one?.dates.includes(date) &&
        isInOrder(intake, one, date) &&
        one.languages.includes(language) &&
        (place === null || canBeIn(one, place));
      if (!fits || (womenOnly ? !one.woman : one.womenOnly) || seen.has(s)) return false;
      seen.add(s);
      if (holder[s] !== -1 && !find(holder[s] ?? -1, seen)) return false;
      holder[s] = i;
      return true;
    });
  return participants.filter((_, i) => find(i, new Set())).length;
}

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
