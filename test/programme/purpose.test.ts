/** Groups for the sessions that they will have: on days that leave these a date, and of as many as the item asks for. */
import { describe, expect, test } from "vitest";
import { dayPlus } from "../../src/dates/days.js";
import { InputError } from "../../src/model/errors.js";
import { intakeText } from "../../src/papers/programme/intake.js";
import { type Groups, groupsOf } from "../../src/programme/groups/groups.js";
import { type Intake, type Participant, parseIntake } from "../../src/programme/groups/participants.js";
import { intakeFor, type Purpose } from "../../src/programme/groups/purpose.js";
import { seatAll } from "../../src/programme/groups/seats.js";
import type { Order, Site } from "../../src/programme/order.js";
import { communitiesOf } from "../../src/programme/sessions/communities.js";
import { closingOn, slotsFor } from "../../src/programme/sessions/dates.js";
import { sessionsOf } from "../../src/programme/sessions/sessions.js";
import { count } from "../support/counts.js";
import { Random } from "../support/random.js";
import { alternative, needs, parts } from "./sessions-fixture.js";
import { calendar, menu, order } from "./support.js";

const ITEM = "lkha-training";
const item = menu.items.find(({ id }) => id === ITEM);
if (item === undefined) throw new Error(`the menu has no ${ITEM}`);
const purposeOf = async (change: Partial<Purpose> = {}): Promise<Purpose> => ({
  item,
  order,
  needs,
  calendar: await calendar(),
  ...change,
});

const [SUNDAY, WHIT_MONDAY, TUESDAY, THURSDAY] = ["2027-06-06", "2027-05-17", "2027-06-08", "2027-06-10"] as const;
const person = (code: string, fields: Partial<Participant> = {}): Participant => ({
  code,
  kind: code.charCodeAt(code.length - 1) % 2 === 0 ? "formal" : "informal",
  organisation: "o",
  languages: ["nl"],
  woman: true,
  womenOnly: false,
  dates: [TUESDAY],
  ...fields,
});
const intake = (participants: readonly Participant[], fields: Partial<Intake> = {}): Intake =>
  parseIntake({
    format: "koppel-participants/1",
    dates: [WHIT_MONDAY, SUNDAY, TUESDAY, THURSDAY],
    groups: 2,
    most: 16,
    colleagues: "either",
    participants,
    ...fields,
  });
const people = (n: number, fields: Partial<Participant> = {}, mark = "p") =>
  Array.from({ length: n }, (_, i) => person(`${mark}${i}`, fields));

describe("the days on which groups can be", () => {
  test("are closed exactly where a session of the item on that day would be offered no date", async () => {
    const known = await calendar();
    const why = new Map<string, number>();
    for (const held of menu.items.filter(({ kind }) => kind === "group"))
      for (const site of order.client.sites)
        for (let n = 0; n < count(120, 700); n++) {
          const [day, activity] = [dayPlus("2027-01-01", n), held.activity];
          if (activity === null) throw new Error(`${held.id} has no activity`);
          const where = { activity, site, communities: communitiesOf(needs) };
          const slots = slotsFor({ ...where, from: order.from, to: order.to, days: [day], turn: n }, needs, known);
          const closing = closingOn(where, day, known);
          expect([held.id, day, closing === null]).toEqual([held.id, day, slots.length > 0]);
          if (closing !== null) why.set(closing, (why.get(closing) ?? 0) + 1);
        }
    expect([...why.keys()].sort()).toEqual(["kept", "opening"]);
  });

  test("leave every group a date, where dividing without them would leave one without", async () => {
    const list = intake([...people(9, { dates: [SUNDAY] }), ...people(9, { dates: [WHIT_MONDAY, THURSDAY] }, "q")]);
    const blind = groupsOf(list);
    const sessions = async (groups: Groups) => sessionsOf(await parts({ groups: new Map([[ITEM, groups]]) }));
    await expect(sessions(blind)).rejects.toThrow(InputError);
    const groups = groupsOf(intakeFor(list, await purposeOf()));
    await expect(sessions(groups)).resolves.toBeDefined();
    expect(groups.groups.map(({ date }) => date)).toEqual([THURSDAY]);
    expect(groups.closed).toEqual([
      { date: WHIT_MONDAY, place: null, why: "kept" },
      { date: SUNDAY, place: null, why: "opening" },
    ]);
    expect(groups.reasons?.[0]).toEqual({
      code: "p0",
      because: ["closed", "dates"],
      ways: [
        { group: "1", without: ["dates"] },
        { group: null, without: ["closed"] },
      ],
      closed: [SUNDAY],
    });
    const text = intakeText(groups, "nl");
    expect(text).toContain("Geen groep op zo 6 jun: de locatie is dan niet lang genoeg open.");
    expect(text).toContain("Geen groep op ma 17 mei: een gemeenschap of iedereen houdt die dag vrij.");
    expect(text).toContain("op de eigen dagen (zo 6 jun) kan er geen groep zijn");
  });

  test("at random, in a region or not: every group that is made has a session with a date", async () => {
    const random = new Random(21);
    const [site] = order.client.sites;
    if (site === undefined) throw new Error("the demo has no municipality");
    const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
    let [refused, made] = [0, 0];
    for (let round = 0; round < count(25, 400); round++) {
      const sites = ["GM0503", "GM0637", "GM1916"].slice(0, random.int(1, 3)).map(
        (place): Site => ({
          ...site,
          place,
          opening: random
            .sample(WEEKDAYS, 3)
            .map((day) => ({ day, from: "08:00", to: random.pick(["16:00", "18:00"]) })),
        }),
      );
      const region: Order = { ...order, client: { ...order.client, sites, audience: [] } };
      const dates = random
        .sample(
          Array.from({ length: 30 }, (_, n) => dayPlus("2027-05-10", n)),
          5,
        )
        .sort();
      const places = random.chance(0.5) ? sites.map(({ place }) => place) : undefined;
      const list = intake(
        Array.from({ length: 14 }, (_, i) =>
          person(`p${i}`, {
            dates: random.some(dates, 0.5),
            ...(places === undefined ? {} : { places: random.some(places, 0.4) }),
          }),
        ),
        { dates, ...(places === undefined ? {} : { places }) },
      );
      const held = { ...alternative, items: alternative.items.filter((one) => one.item === ITEM) };
      const sessions = async (groups: Groups) =>
        sessionsOf(
          await parts({ order: region, alternative: held, groups: new Map([[ITEM, groups]]), introductions: [] }),
        );
      // Sessions without a group are on any day of the period; only those of groups are asked about here.
      const without = (error: unknown) =>
        error instanceof InputError ? error.issues.filter(({ expected }) => expected.includes("the group's day")) : [];
      const told = async (groups: Groups) =>
        sessions(groups).then(
          () => [],
          (error: unknown) => without(error),
        );
      const groups = groupsOf(intakeFor(list, await purposeOf({ order: region })));
      made += groups.groups.length;
      expect(await told(groups)).toEqual([]);
      refused += (await told(groupsOf(list))).length > 0 ? 1 : 0;
    }
    expect(made).toBeGreaterThan(30);
    expect(refused).toBeGreaterThan(5);
  });

  test("are in a place of the order's, where a group is not in any of them by what its members said", async () => {
    const list = intake(people(3), { places: ["GM0503", "GM9999"] });
    const purpose = await purposeOf();
    expect(() => intakeFor(list, purpose)).toThrow(InputError);
    try {
      intakeFor(list, purpose);
    } catch (error) {
      expect(error instanceof InputError ? error.issues : []).toMatchObject([{ path: "places[1]" }]);
    }
  });
});

describe("how many a group should have at least", () => {
  test("is what the item says, unless the participants' file says it itself, and never more than a group holds", async () => {
    const purpose = await purposeOf({ order: null });
    expect(intakeFor(intake(people(3)), purpose).atLeast).toBe(item.group.min);
    expect(intakeFor(intake(people(3), { atLeast: 3 }), purpose).atLeast).toBe(3);
    expect(intakeFor(intake(people(3), { most: 5 }), purpose).atLeast).toBe(5);
    expect(() => intake(people(3), { most: 5, atLeast: 6 })).toThrow(InputError);
  });

  test("is kept to where that leaves nobody without a place: fewer groups, or others filled less", () => {
    const sizes = (list: Intake) =>
      groupsOf(list)
        .groups.map(({ members }) => members.length)
        .sort((a, b) => a - b);
    // Twenty into three groups of at least eight are two.
    expect(sizes(intake(people(20), { groups: 3, atLeast: 8 }))).toHaveLength(2);
    // Sixteen could fill the first day alone; eight of them are spared for the two who have the second day only.
    const both = [...people(22, { dates: [TUESDAY, THURSDAY] }), ...people(2, { dates: [THURSDAY] }, "q")];
    expect(Math.min(...sizes(intake(both, { atLeast: 8 })))).toBeGreaterThanOrEqual(8);
  });

  test("fills a small group along a chain, or shares its people out, and lets it be where neither can be", () => {
    const seated = (groups: readonly (readonly [people: number, able: readonly number[]])[]) => {
      const at = groups.flatMap(([n], g) => Array.from({ length: n }, () => g));
      const able = groups.flatMap(([n, can]) => Array.from({ length: n }, () => groups.map((_, g) => can.includes(g))));
      seatAll(at, able, intake(people(at.length), { groups: groups.length, atLeast: 8 }));
      expect(at.every((g, i) => able[i]?.[g])).toBe(true);
      return groups.map((_, g) => at.filter((one) => one === g).length);
    };
    // The last can be filled only from the one in the middle, which has nobody to spare but what comes after.
    expect(
      seated([
        [14, [0, 1]],
        [8, [1, 2]],
        [2, [2]],
      ]),
    ).toEqual([8, 8, 8]);
    expect(
      seated([
        [10, [0]],
        [8, [1]],
        [2, [0, 2]],
      ]),
    ).toEqual([12, 8, 0]);
    expect(
      seated([
        [10, [0]],
        [8, [1, 2]],
        [2, [2]],
      ]),
    ).toEqual([10, 8, 2]);
  });

  test("is told where it cannot be kept to, and nobody waits for it", () => {
    const list = intake([...people(15), ...people(3, { dates: [THURSDAY] }, "q")], { atLeast: 8 });
    const { groups, waiting, measures, bound } = groupsOf(list);
    expect(groups.map(({ members, lacks }) => [members.length, lacks])).toEqual([
      [3, 5],
      [15, undefined],
    ]);
    expect([waiting, measures.small, bound.small]).toEqual([[], 1, 1]);
    expect(intakeText(groupsOf(list), "nl")).toContain("5 minder dan de 8 die er ten minste horen te zijn");
  });
});
