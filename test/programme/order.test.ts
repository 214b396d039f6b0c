/** What comes before what: groups on days that can follow each other, and why others cannot, held against trying everything. */
import { describe, expect, test } from "vitest";
import { dayNumber, dayPlus } from "../../src/dates/days.js";
import { InputError } from "../../src/model/errors.js";
import { intakeText } from "../../src/papers/programme/intake.js";
import { type Groups, groupsOf } from "../../src/programme/groups/groups.js";
import { type Intake, type Participant, parseIntake } from "../../src/programme/groups/participants.js";
import { intakeFor, othersOf } from "../../src/programme/groups/purpose.js";
import { lanesOf } from "../../src/programme/sessions/lanes.js";
import { conflictIn, type DatedStep } from "../../src/programme/sessions/order.js";
import { sessionsOf } from "../../src/programme/sessions/sessions.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { person } from "./groups-oracle.js";
import { group, groups, parts } from "./sessions-fixture.js";
import { calendar, menu, order } from "./support.js";

const [BASIC, LKHA] = ["basic-training", "lkha-training"] as const;
const itemOf = (id: string) => {
  const item = menu.items.find((one) => one.id === id);
  if (item === undefined) throw new Error(`the menu has no ${id}`);
  return item;
};
const formed = (...days: readonly (readonly [date: string, members?: readonly string[]])[]): Groups => ({
  ...groups,
  groups: days.map(([date, members = []], n) => ({ ...group(date, false), id: `${n + 1}`, members: [...members] })),
});
const issuesOf = async (held: ReadonlyMap<string, Groups>) =>
  parts({ groups: held })
    .then(sessionsOf)
    .then(
      () => [],
      (error: unknown) => (error instanceof InputError ? error.issues : []),
    );
const daysOf = async (held: ReadonlyMap<string, Groups>, name: string) => {
  const { sessions } = sessionsOf(await parts({ groups: held }));
  return sessions
    .filter(({ id }) => id.endsWith(name))
    .flatMap(({ slots }) => slots.map(([part]) => (part?.[0] ?? "").slice(0, 10)))
    .sort();
};

describe("groups of which one cannot come before the other", () => {
  test("are refused before anything is booked or planned, by item, group and day", async () => {
    const held = new Map([
      [BASIC, formed(["2027-05-11"], ["2027-06-10"])],
      [LKHA, formed(["2027-06-03"], ["2027-06-08"])],
    ]);
    const issues = await issuesOf(held);
    expect(issues.map(({ path }) => path)).toEqual([`${order.id}-lkha-training-2`]);
    expect(issues[0]?.expected).toContain(
      "these leave none: basic-training of group 2 on 2027-06-10, then lkha-training of group 2 on 2027-06-08",
    );
    // A week apart is enough, and a day less is not.
    const apart = async (day: string) =>
      issuesOf(
        new Map([
          [BASIC, formed([day], [day])],
          [LKHA, formed(["2027-06-08"], ["2027-06-08"])],
        ]),
      );
    expect(await apart("2027-06-01")).toEqual([]);
    expect(await apart("2027-06-02")).toHaveLength(2);
  });

  test("who have nobody in common are not of one series, and those who share people are, whatever their numbers", async () => {
    const [first, second] = [
      ["a", "b"],
      ["c", "d"],
    ] as const;
    const seriesOf = async (held: ReadonlyMap<string, Groups>) =>
      sessionsOf(await parts({ groups: held })).series.map(({ sessions }) =>
        sessions.map((id) => id.replace(`${order.id}-`, "")),
      );
    const crossed = new Map([
      [BASIC, formed(["2027-05-11", first], ["2027-05-13", second])],
      [LKHA, formed(["2027-06-03", second], ["2027-06-08", first])],
    ]);
    expect(await seriesOf(crossed)).toEqual([
      ["basic-training-1", "lkha-training-2"],
      ["basic-training-2", "lkha-training-1"],
    ]);
    const strangers = new Map([
      [BASIC, formed(["2027-06-15", first], ["2027-06-17", ["e"]])],
      [LKHA, formed(["2027-06-03", second], ["2027-06-08", ["f"]])],
    ]);
    expect(await seriesOf(strangers)).toEqual([]);
  });

  test("whose people are not known change places where that leaves an order", () => {
    const steps = [BASIC, LKHA].flatMap((id, stage) =>
      (stage === 0 ? ["2027-06-01", "2027-05-11"] : ["2027-05-20", "2027-06-10"]).map((date, n) => ({
        id: `${id}-${n + 1}`,
        item: itemOf(id),
        activity: activityOf(id),
        stage,
        group: group(date, false),
      })),
    );
    expect(lanesOf(steps).map((lane) => lane.map(({ id }) => id))).toEqual([
      ["basic-training-1", "lkha-training-2"],
      ["basic-training-2", "lkha-training-1"],
    ]);
  });
});

const activityOf = (id: string) => {
  const { activity } = itemOf(id);
  if (activity === null) throw new Error(`${id} has no activity`);
  return activity;
};

describe("sessions without a group", () => {
  test("are offered dates that leave room for the groups before and after them", async () => {
    // By its share of the period the basic training is in April and May; the second group's training is before that.
    const held = new Map([[LKHA, formed(["2027-06-08"], ["2027-04-13"])]]);
    expect((await daysOf(held, "basic-training-1")).every((day) => day >= "2027-04-01" && day <= "2027-06-01")).toBe(
      true,
    );
    const early = await daysOf(held, "basic-training-2");
    expect(early.length).toBeGreaterThan(0);
    expect(early.every((day) => day >= order.from && day <= "2027-04-06")).toBe(true);
  });

  test("are refused with the group where it leaves no day in the period", async () => {
    const issues = await issuesOf(new Map([[LKHA, formed(["2027-06-08"], ["2027-03-04"])]]));
    expect(issues.map(({ path }) => path)).toEqual([`${order.id}-lkha-training-2`]);
    expect(issues[0]?.expected).toMatch(
      /basic-training between 2027-\d\d-\d\d and .* then lkha-training of group 2 on 2027-03-04/,
    );
  });
});

test("a conflict is there exactly where no days follow each other, and without any one of it the rest do: every choice is tried", () => {
  const random = new Random(31);
  let found = 0;
  for (let round = 0; round < count(400, 4000); round++) {
    const lane = Array.from({ length: random.int(2, 4) }, (_, n): DatedStep => {
      const activity = { ...activityOf(BASIC), parts: random.int(1, 2), daysApart: random.int(1, 4) };
      const days = random.sample([...Array(30).keys()], random.int(1, 3)).map((at) => dayPlus("2027-05-01", at));
      return {
        id: `s${n}`,
        item: itemOf(BASIC),
        activity,
        stage: n,
        group: random.chance(0.5) ? group(days[0] ?? "", false) : null,
        slots: days.map((day) =>
          Array.from({ length: activity.parts }, (_part, p) => {
            const on = dayPlus(day, p * activity.daysApart);
            return [`${on}T09:00`, `${on}T10:00`] as const;
          }),
        ),
      };
    });
    // Somebody free could be on any day of a long year.
    const canBe = (free: readonly DatedStep[], at = 0, from = Number.NEGATIVE_INFINITY): boolean => {
      const step = lane[at];
      if (step === undefined) return true;
      const spans = free.includes(step)
        ? [
            from === Number.NEGATIVE_INFINITY
              ? [-1e6, -1e6]
              : [from, from + (step.activity.parts - 1) * step.activity.daysApart],
          ]
        : step.slots.map((slot) => [slot[0], slot.at(-1)].map((part) => dayNumber((part?.[0] ?? "").slice(0, 10))));
      return spans.some(([first = 0, last = 0]) => first >= from && canBe(free, at + 1, last + 7));
    };
    const conflict = conflictIn(lane);
    expect(conflict === null).toBe(canBe([]));
    if (conflict === null) continue;
    found++;
    const others = lane.filter((step) => !conflict.includes(step));
    expect(canBe(others)).toBe(false);
    for (const step of conflict) expect(canBe([...others, step])).toBe(true);
  }
  expect(found).toBeGreaterThan(50);
});

describe("groups that are made where another item has its groups", () => {
  const days = ["2027-05-11", "2027-05-13", "2027-05-18", "2027-05-20", "2027-05-25"];
  const people = (mark: string, dates: readonly string[]) =>
    Array.from({ length: 9 }, (_, i) => person(`${mark}${i}`, { dates: [...dates] }));
  const intake = (participants: readonly Participant[], most = 10): Intake =>
    parseIntake({ format: "koppel-participants/1", dates: days, groups: 2, most, colleagues: "either", participants });
  const purpose = async (item: string, held: ReadonlyMap<string, Groups>) => ({
    item: itemOf(item),
    order,
    needs: null,
    calendar: await calendar(),
    others: othersOf(held, item, menu),
  });
  const list = intake([...people("a", days), ...people("b", days.slice(1))]);

  test("are on days that leave everybody an order, by the number of the group before; and a programme of both is made", async () => {
    const basic = groupsOf(intakeFor(list, await purpose(BASIC, new Map())));
    const blind = groupsOf(intakeFor(list, await purpose(LKHA, new Map())));
    expect(
      await issuesOf(
        new Map([
          [BASIC, basic],
          [LKHA, blind],
        ]),
      ),
    ).not.toEqual([]);
    const after = groupsOf(intakeFor(list, await purpose(LKHA, new Map([[BASIC, basic]]))));
    expect(after.waiting).toEqual([]);
    expect(
      await issuesOf(
        new Map([
          [BASIC, basic],
          [LKHA, after],
        ]),
      ),
    ).toEqual([]);
    // The same the other way round: what comes first is made last.
    const late = groupsOf(
      intakeFor(intake([...people("a", days.slice(3)), ...people("b", days.slice(3))]), await purpose(LKHA, new Map())),
    );
    const before = groupsOf(intakeFor(list, await purpose(BASIC, new Map([[LKHA, late]]))));
    expect(
      await issuesOf(
        new Map([
          [BASIC, before],
          [LKHA, late],
        ]),
      ),
    ).toEqual([]);
  });

  test("make somebody wait whose days are too near, and say so", async () => {
    const basic = formed(["2027-05-18", ["a0"]]);
    const known = await purpose(LKHA, new Map([[BASIC, basic]]));
    const made = groupsOf(
      intakeFor(intake([person("a0", { dates: days.slice(0, 3) }), person("b0", { dates: days.slice(0, 3) })]), known),
    );
    expect(made.waiting).toEqual(["a0"]);
    expect(made.reasons).toMatchObject([
      {
        because: ["order", "dates"],
        ways: [
          { group: "1", without: ["order"] },
          { group: null, without: ["dates"] },
        ],
      },
    ]);
    expect(intakeText(made, "nl")).toContain("de dag van wat ervoor of erna komt");
  });
});
