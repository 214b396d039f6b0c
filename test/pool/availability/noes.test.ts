/** What she said no to since, taken out of a season's intervals: minute by minute, and never more than was there. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { minuteOf } from "../../../src/model/time.js";
import type { Interval } from "../../../src/model/types.js";
import { NO_AVAILABILITY, withoutNoes } from "../../../src/pool/availability/index.js";
import { count } from "../../support/counts.js";

const HOUR = 60;
const FIRST = minuteOf("2027-03-20T00:00");
const wall = (minute: number): string => new Date(minute * 60_000).toISOString().slice(0, 16);
/** A fortnight that holds the night in which the clocks go forward: 28 March, 02:00 to 03:00. */
const SKIPPED = [minuteOf("2027-03-28T02:00"), minuteOf("2027-03-28T03:00")] as const;

const interval = fc
  .tuple(fc.integer({ min: 0, max: 14 * 24 * 4 - 1 }), fc.integer({ min: 1, max: 80 }))
  .map(([at, length]): Interval => [wall(FIRST + at * 15), wall(FIRST + (at + length) * 15)])
  .filter((one) => one.every((end) => minuteOf(end) < SKIPPED[0] || minuteOf(end) >= SKIPPED[1]));
const day = fc.integer({ min: 0, max: 13 }).map((n) => wall(FIRST + n * 24 * HOUR).slice(0, 10));

const said = fc.record({
  blocks: fc.array(interval, { maxLength: 4 }),
  holidays: fc.array(
    day.map((from) => ({ from, to: from })),
    { maxLength: 2 },
  ),
  holds: fc.array(
    fc.record({
      offer: fc.constantFrom("mine", "other"),
      span: interval,
      until: fc.constantFrom("2027-01-01T00:00:00Z", "2027-04-01T00:00:00Z"),
    }),
    { maxLength: 3 },
  ),
  busy: fc.array(interval, { maxLength: 4 }),
  available: fc.array(interval, { minLength: 1, maxLength: 6 }),
});

const minutes = (list: readonly Interval[]): Set<number> => {
  const all = new Set<number>();
  for (const [start, end] of list)
    for (let m = minuteOf(start); m < minuteOf(end); m += 15) if (m < SKIPPED[0] || m >= SKIPPED[1]) all.add(m);
  return all;
};

test("what is left is what was there and nobody said no to; intervals that touch stay two", () => {
  fc.assert(
    fc.property(said, ({ blocks, holidays, holds, busy, available }) => {
      const now = Date.parse("2027-02-01T00:00:00Z");
      const availability = {
        ...NO_AVAILABILITY,
        blocks,
        holidays,
        holds: holds.map(({ offer, span: [start, end], until }) => ({ offer, start, end, until })),
      };
      const options = { from: "2027-03-20", to: "2027-04-03", zone: "Europe/Amsterdam", now, busy, offer: "mine" };
      const left = withoutNoes(available, availability, options);
      const binding = holds
        .filter(({ offer, until }) => offer === "other" && Date.parse(until) > now)
        .map(({ span }) => span);
      const days = holidays.map(({ from }): Interval => [`${from}T00:00`, wall(minuteOf(`${from}T00:00`) + 24 * HOUR)]);
      const no = minutes([...blocks, ...busy, ...binding, ...days]);
      const expected = new Set([...minutes(available)].filter((m) => !no.has(m)));
      expect(minutes(left)).toEqual(expected);
      // each piece lies within one interval of before: two that touched are not joined
      for (const [start, end] of left)
        expect(available.some(([from, to]) => minuteOf(from) <= minuteOf(start) && minuteOf(end) <= minuteOf(to))).toBe(
          true,
        );
      for (const one of left.flat()) expect(minuteOf(one) < SKIPPED[0] || minuteOf(one) >= SKIPPED[1]).toBe(true);
      if (no.size === 0) expect(left).toBe(available);
    }),
    { numRuns: count(300, 5000) },
  );
});
