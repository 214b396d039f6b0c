/** What an accepted quote leaves a plan to pay. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { budgetOf, type Quote } from "../../src/programme/quote/quote.js";
import { count } from "../support/counts.js";

const runs = { numRuns: count(300, 5000) };
const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

test("the budget is enough for the quoted hours at the quoted rates, as a plan counts fees, and less than a euro more for each member", () => {
  const seat = fc.record({ number: fc.integer({ min: 1, max: 6 }), rate: fc.integer({ min: 1, max: 20_000 }) });
  const line = fc.record({
    minutes: fc.integer({ min: 1, max: 600 }),
    preparationMinutes: fc.integer({ min: 0, max: 120 }),
    seats: fc.array(seat, { minLength: 1, maxLength: 3 }),
  });
  const quoted = (lines: readonly { minutes: number; preparationMinutes: number; seats: readonly object[] }[]) => {
    const all = lines.map(({ minutes, preparationMinutes, seats }) => ({
      minutes,
      preparationMinutes,
      seats: seats as Quote["lines"][number]["seats"],
    }));
    const members = all.flatMap((one) =>
      one.seats.flatMap(({ number, rate }) =>
        Array.from({ length: number }, () => (rate * (one.minutes + one.preparationMinutes)) / 60 / 100),
      ),
    );
    const net = sum(members.map((fee) => Math.floor(fee * 100 + 0.5)));
    return { net, members, budget: budgetOf({ net, lines: all as unknown as Quote["lines"] }) };
  };
  // 85 euros an hour, an hour and a half, two members: 255 by the cent, 256 by the member
  expect(quoted([{ minutes: 90, preparationMinutes: 0, seats: [{ number: 2, rate: 8500 }] }]).budget).toBe(256);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const { net, members, budget } = quoted(lines);
      expect(budget).toBeGreaterThanOrEqual(sum(members.map((fee) => Math.floor(fee + 0.5))));
      expect(budget).toBeGreaterThanOrEqual(net / 100);
      expect(budget).toBeLessThan(net / 100 + 1 + members.length / 2);
    }),
    runs,
  );
});
