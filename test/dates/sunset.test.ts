/** The hour at which an eve begins: against another library's sun, and over the change of the clocks. */
import { Body, Observer, SearchRiseSet } from "astronomy-engine";
import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { MID_NETHERLANDS, sunsetOn } from "../../src/dates/index.js";
import { count } from "../support/counts.js";
import { plus } from "./support.js";

describe("sunset in the middle of the Netherlands", () => {
  test.each([
    // To the minute as almanacs for Utrecht print them, give or take three.
    ["2026-06-21", "22:03"],
    ["2026-12-21", "16:29"],
    ["2027-03-20", "18:52"],
  ])("on %s it is about %s", (day, clock) => {
    const apart = Date.parse(`${sunsetOn(day)}Z`) - Date.parse(`${day}T${clock}Z`);
    expect(Math.abs(apart) / 60_000).toBeLessThanOrEqual(3);
  });

  test("it is an hour later by the clock on the day on which the clocks go forward, and earlier when they go back", () => {
    const minutes = (day: string) => Number(sunsetOn(day).slice(11, 13)) * 60 + Number(sunsetOn(day).slice(14));
    const step = (day: string) => minutes(day) - minutes(plus(day, -1));
    expect(step("2027-03-28")).toBeGreaterThan(60);
    expect(step("2027-03-28")).toBeLessThan(64);
    expect(step("2027-10-31")).toBeLessThan(-60);
    expect(step("2027-10-31")).toBeGreaterThan(-64);
    expect(Math.abs(step("2027-03-27"))).toBeLessThan(4);
  });

  test("it is the sunset of astronomy-engine, to two minutes, on any day", () => {
    const { lat, lon } = MID_NETHERLANDS;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7600 }), (days) => {
        const day = plus("2020-01-01", days);
        const theirs = SearchRiseSet(Body.Sun, new Observer(lat, lon, 0), -1, new Date(`${day}T11:00Z`), 1)?.date;
        const ours = DateTime.fromISO(sunsetOn(day), { zone: "Europe/Amsterdam" });
        expect(ours.toISODate()).toBe(day);
        expect(Math.abs(ours.toMillis() - Number(theirs)) / 60_000).toBeLessThanOrEqual(2);
      }),
      { numRuns: count(100, 2000) },
    );
  });

  test("where the sun does not set, an eve begins at 18:00", () => {
    expect(sunsetOn("2026-06-21", { lat: 69.6, lon: 18.9 }, "Europe/Oslo")).toBe("2026-06-21T18:00");
  });
});
