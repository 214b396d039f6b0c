/** A session's slots against the days of its communities: eves, margins, order. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Dated,
  dropSlots,
  observancesBetween,
  rankSlots,
  type SlotOptions,
  sunsetOn,
} from "../../src/dates/index.js";
import type { Interval } from "../../src/model/types.js";
import { count } from "../support/counts.js";
import { ALL, calendar, plus } from "./support.js";

const part = (day: string, start: string, end: string): Interval => [`${day}T${start}`, `${day}T${end}`];

function session(communities: readonly (readonly string[])[], ...slots: (readonly Interval[])[]): Dated {
  return {
    slots,
    place: null,
    communities: communities.map((backgrounds) => ({ backgrounds, weight: 1, required: null })),
  };
}

/** Each slot in the order of ranking: its index and what it touches. */
function ranked(of: Dated, options: SlotOptions = {}): [number, string[]][] {
  return rankSlots(calendar, of, ALL, options).map(({ slot, touches }) => [
    slot,
    touches.map(({ observance, how }) => `${observance.id} ${how}`),
  ]);
}
const touched = (of: Dated, options: SlotOptions = {}) => ranked(of, options)[0]?.[1];

describe("an eve", () => {
  // Yom Kippur 2026: 21 September; the sun sets at about 19:39 on the 20th, a Sunday.
  const eve = "2026-09-20";
  const jewish = (...parts: Interval[]) => touched(session([["jewish"]], parts));

  test("counts from sunset: a part that ends by then is free, one that goes on is not", () => {
    const sunset = sunsetOn(eve).slice(11);
    expect(sunset > "19:30" && sunset < "19:50").toBe(true);
    expect(jewish(part(eve, "17:00", sunset))).toEqual([]);
    const after = `${sunset.slice(0, 3)}${String(Number(sunset.slice(3)) + 1).padStart(2, "0")}`;
    expect(jewish(part(eve, "17:00", after))).toEqual(["yom-kippur eve"]);
    expect(jewish(part(eve, "20:00", "22:00"))).toEqual(["yom-kippur eve"]);
  });

  test("is less than the day itself; the day lasts until midnight", () => {
    expect(jewish(part("2026-09-21", "09:00", "10:00"))).toEqual(["yom-kippur day"]);
    expect(jewish(part("2026-09-21", "21:00", "23:00"))).toEqual(["yom-kippur day"]);
    expect(jewish(part("2026-09-22", "00:00", "02:00"))).toEqual([]);
    expect(jewish(part(eve, "20:00", "22:00"), part("2026-09-21", "09:00", "10:00"))).toEqual(["yom-kippur day"]);
  });

  test("is no eve where a day begins in the morning", () => {
    expect(touched(session([], [part("2026-04-26", "20:00", "22:00")]))).toEqual([]);
    expect(touched(session([], [part("2026-04-27", "09:00", "12:00")]))).toEqual(["kings-day day"]);
  });

  test("follows the clock: on the night before the change it is winter time still", () => {
    // Eid al-Fitr 2025 is on 30 March, the day on which the clocks go forward; sunset on the 29th is at about 19:08.
    const evening = (start: string, end: string) => touched(session([["moroccan"]], [part("2025-03-29", start, end)]));
    expect(evening("18:00", "19:00")).toContain("eid-al-fitr perhaps");
    expect(evening("19:00", "20:00")).toContain("eid-al-fitr eve");
    // Orthodox Easter 2026's eve is in summer time: 11 April, sunset at about 20:28.
    const eritrean = (end: string) => touched(session([["orthodox"]], [part("2026-04-11", "19:30", end)]));
    expect(eritrean("20:15")).toEqual([]);
    expect(eritrean("20:45")).toEqual(["orthodox-easter eve"]);
  });

  test("is of the session's own zone and place", () => {
    // In London the sun sets about an hour earlier by the clock than in Utrecht.
    const slot = session([["jewish"]], [part(eve, "18:00", "19:20")]);
    expect(touched(slot)).toEqual([]);
    const london = { timeZone: "Europe/London", point: { lat: 51.5, lon: -0.1 } };
    expect(touched(slot, london)).toEqual(["yom-kippur eve"]);
  });
});

describe("a margin", () => {
  const hindu = (day: string) => touched(session([["hindu"]], [part(day, "10:00", "12:00")]));
  test("makes a day before and a day after uncertain, and no more", () => {
    // Diwali 2026: 8 November, estimated by a day.
    expect(["06", "07", "08", "09", "10"].map((day) => hindu(`2026-11-${day}`))).toEqual([
      [],
      ["diwali perhaps"],
      ["diwali day"],
      ["diwali perhaps"],
      [],
    ]);
  });

  test("an uncertain day weighs less than a certain one, and more than none", () => {
    const slots = ["08", "09", "11"].map((day) => [part(`2026-11-${day}`, "10:00", "12:00")]);
    const order = rankSlots(calendar, session([["hindu"]], ...slots), ALL);
    expect(order.map(({ slot, conflict }) => [slot, conflict])).toEqual([
      [2, 0],
      [1, 10],
      [0, 30],
    ]);
  });
});

describe("whose days", () => {
  test("those of each of its communities, once each", () => {
    const both = session([["turkish"], ["moroccan"]], [part("2026-03-20", "10:00", "12:00")]);
    const touches = touched(both) ?? [];
    expect(touches.filter((text) => text.startsWith("eid-al-fitr "))).toEqual(["eid-al-fitr day"]);
  });

  test("school holidays where it takes place, and nowhere else", () => {
    const of = (place: string | null) => ({ ...session([], [part("2027-02-16", "10:00", "12:00")]), place });
    expect(touched(of("GM0855"))).toEqual(["spring-holidays day"]);
    expect(touched(of("GM0014"))).toEqual([]);
    expect(touched(of(null))).toEqual([]);
    expect(touched(of(null), { region: "zuid" })).toEqual(["spring-holidays day"]);
  });
});

describe("order", () => {
  test("least conflict first: nothing, good to know, with care, a day off", () => {
    const of = session(
      [["turkish"]],
      [part("2026-03-20", "10:00", "12:00")],
      [part("2026-03-04", "10:00", "12:00")],
      [part("2026-04-08", "10:00", "12:00")],
      [part("2026-08-25", "10:00", "12:00")],
    );
    expect(ranked(of).map(([slot]) => slot)).toEqual([2, 3, 1, 0]);
  });

  test("slots stay in the order of the file where they conflict alike", () => {
    const free = [1, 2, 3, 4].map((day) => [part(`2026-06-0${day}`, "10:00", "12:00")]);
    expect(ranked(session([["jewish"]], ...free)).map(([slot]) => slot)).toEqual([0, 1, 2, 3]);
  });

  const slots = fc.array(
    fc.tuple(fc.nat(900), fc.integer({ min: 7, max: 21 })).map(([days, hour]): Interval[] => {
      const clock = (at: number) => `${String(at).padStart(2, "0")}:00`;
      return [part(plus("2025-06-01", days), clock(hour), clock(hour + 2))];
    }),
    { minLength: 1, maxLength: 8 },
  );
  const tags = calendar.backgrounds.items.map(({ id }) => id);
  const communities = fc.array(fc.subarray(tags, { minLength: 1, maxLength: 2 }), { maxLength: 3 });

  test("is always a permutation by conflict, then by index, and drops exactly what weighs", () => {
    fc.assert(
      fc.property(slots, communities, (offered, kept) => {
        const of = session(kept, ...offered);
        const order = rankSlots(calendar, of, ALL);
        expect(order.map(({ slot }) => slot).sort((a, b) => a - b)).toEqual(offered.map((_, i) => i));
        for (const [i, { slot, conflict }] of order.entries()) {
          const next = order[i + 1];
          if (next === undefined) continue;
          expect(conflict < next.conflict || (conflict === next.conflict && slot < next.slot)).toBe(true);
        }
        const left = dropSlots(calendar, of, ALL).map(({ slot }) => slot);
        const sure = (i: number) =>
          order
            .find(({ slot }) => slot === i)
            ?.touches.some(({ observance, how }) => observance.impact === "off" && how !== "perhaps");
        expect(left).toEqual(offered.map((_, i) => i).filter((i) => sure(i) === false));
      }),
      { numRuns: count(40, 500) },
    );
  });

  test("needs no more than the observances of the slots' own days", () => {
    fc.assert(
      fc.property(slots, communities, (offered, kept) => {
        const of = session(kept, ...offered);
        const days = offered.flat().map(([start]) => start.slice(0, 10));
        const [first = "", last = ""] = [[...days].sort()[0], [...days].sort().at(-1)];
        const near = observancesBetween(calendar, first, last);
        expect(rankSlots(calendar, of, near)).toEqual(rankSlots(calendar, of, ALL));
      }),
      { numRuns: count(20, 200) },
    );
  });
});

test("slots are dropped by how much a day asks, and by how sure it is", () => {
  const of = session(
    [["hindu"], ["moroccan"]],
    [part("2026-11-08", "10:00", "12:00")],
    [part("2026-11-09", "10:00", "12:00")],
    [part("2026-03-11", "10:00", "12:00")],
    [part("2026-06-05", "10:00", "12:00")],
  );
  const left = (options?: Parameters<typeof dropSlots>[3]) =>
    dropSlots(calendar, of, ALL, options).map(({ slot }) => slot);
  expect(left()).toEqual([1, 2, 3]);
  expect(left({ evenPerhaps: true })).toEqual([2, 3]);
  expect(left({ atLeast: "heavy" })).toEqual([1, 3]);
  expect(left({ atLeast: "light", evenPerhaps: true })).toEqual([3]);
});
