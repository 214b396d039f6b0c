import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { skippedIn } from "../../../src/model/zone.js";
import {
  type Availability,
  expandAvailability,
  type Part,
  readAvailability,
  WEEKDAYS,
} from "../../../src/pool/availability/index.js";
import { count } from "../../support/counts.js";
import { slowAvailable } from "./twin.js";

const AMSTERDAM = "Europe/Amsterdam";
const NOTHING: Availability = {
  format: "koppel-availability/1",
  weekly: [],
  extra: [],
  blocked: [],
  holidays: [],
  blocks: [],
  holds: [],
};
const week = { days: [...WEEKDAYS], parts: ["day" as const], from: null, to: null, everyWeeks: 1 };
const on = (from: string, to: string, zone = AMSTERDAM) => ({ from, to, zone, now: Date.parse("2027-01-01T00:00Z") });

describe("expandAvailability", () => {
  it("joins a morning and the afternoon after it, and takes a no over a yes", () => {
    const said = {
      ...NOTHING,
      weekly: [{ ...week, days: ["mon" as const], parts: ["morning" as const, "afternoon" as const] }],
      extra: [{ day: "2027-03-02", parts: ["evening" as const, ["09:00", "10:30"] as const] }],
      blocked: [{ day: "2027-03-08", parts: ["afternoon" as const] }],
      holidays: [{ from: "2027-03-15", to: "2027-03-21" }],
      blocks: [["2027-03-01T09:00", "2027-03-01T09:45"] as const],
    };
    expect(expandAvailability(said, on("2027-03-01", "2027-03-22"))).toEqual([
      ["2027-03-01T08:00", "2027-03-01T09:00"],
      ["2027-03-01T09:45", "2027-03-01T18:00"],
      ["2027-03-02T09:00", "2027-03-02T10:30"],
      ["2027-03-02T18:00", "2027-03-02T23:00"],
      ["2027-03-08T08:00", "2027-03-08T13:00"],
      ["2027-03-22T08:00", "2027-03-22T18:00"],
    ]);
  });

  it("keeps every n weeks over the turn of a year with 53 weeks, from the week of its first day", () => {
    const said = {
      ...NOTHING,
      weekly: [{ ...week, days: ["fri" as const], parts: ["morning" as const], from: "2026-12-16", everyWeeks: 2 }],
    };
    const days = expandAvailability(said, on("2026-12-01", "2027-01-31")).map(([start]) => start.slice(0, 10));
    expect(days).toEqual(["2026-12-18", "2027-01-01", "2027-01-15", "2027-01-29"]);
  });

  it("leaves out the hour that clocks skip, and has the hour that they pass twice once", () => {
    const at = (hours: readonly [string, string], day: string) =>
      expandAvailability({ ...NOTHING, extra: [{ day, parts: [hours] }] }, on(day, day));
    expect(at(["01:00", "02:30"], "2027-03-28")).toEqual([["2027-03-28T01:00", "2027-03-28T03:00"]]);
    expect(at(["02:15", "05:00"], "2027-03-28")).toEqual([["2027-03-28T03:00", "2027-03-28T05:00"]]);
    expect(at(["02:15", "02:45"], "2027-03-28")).toEqual([]);
    expect(at(["01:00", "04:00"], "2027-10-31")).toEqual([["2027-10-31T01:00", "2027-10-31T04:00"]]);
  });

  it("lets a hold bind every other offer until the instant at which it lapses", () => {
    const hold = {
      offer: "o1",
      start: "2027-03-01T10:00",
      end: "2027-03-01T12:00",
      until: "2027-02-01T13:00:00+01:00",
    };
    const said = { ...NOTHING, extra: [{ day: "2027-03-01", parts: ["morning" as const] }], holds: [hold] };
    const at = (now: string, offer?: string) =>
      expandAvailability(said, {
        ...on("2027-03-01", "2027-03-01"),
        now: Date.parse(now),
        ...(offer === undefined ? {} : { offer }),
      }).length;
    expect(at("2027-02-01T11:59:59Z")).toBe(2);
    expect(at("2027-02-01T12:00:00Z")).toBe(1);
    expect(at("2027-02-01T11:59:59Z", "o1")).toBe(1);
    expect(at("2027-02-01T11:59:59Z", "o2")).toBe(2);
  });

  it("agrees over the years with a twin that asks of every minute", () => {
    const said: Availability = {
      ...NOTHING,
      weekly: [
        {
          days: ["mon", "wed", "sun"],
          parts: ["morning", "afternoon", ["00:00", "04:15"]],
          from: "2025-02-03",
          to: null,
          everyWeeks: 3,
        },
        {
          days: ["tue", "sat", "sun"],
          parts: ["evening", ["22:30", "24:00"], ["02:30", "07:00"]],
          from: null,
          to: "2033-06-30",
          everyWeeks: 1,
        },
      ],
      extra: [{ day: "2026-03-29", parts: ["day"] }],
      blocked: [{ day: "2026-10-25", parts: [["02:20", "02:40"]] }],
      holidays: [{ from: "2026-12-21", to: "2027-01-03" }],
      blocks: [["2026-06-01T23:00", "2026-06-03T01:30"]],
      holds: [{ offer: "o", start: "2027-05-04T18:30", end: "2027-05-04T20:00", until: "2030-01-01T00:00:00Z" }],
    };
    const period = on("2026-01-01", count(0, 1) === 0 ? "2026-05-31" : "2035-12-31");
    const found = expandAvailability(said, period);
    expect(found.length).toBeGreaterThan(100);
    expect(found).toEqual(slowAvailable(said, period));
  });

  const ZONES = [AMSTERDAM, "UTC", "America/New_York", "Africa/Cairo", "Australia/Lord_Howe", "America/Havana"];
  const minute = fc.integer({ min: 0, max: 1439 });
  const text = (m: number) => (m === 1440 ? "24:00" : new Date(m * 60_000).toISOString().slice(11, 16));
  const hours = fc.tuple(minute, minute).map(([a, b]): Part => [text(Math.min(a, b)), text(Math.max(a, b) + 1)]);
  const part = fc.oneof(fc.constantFrom<Part>("morning", "afternoon", "evening", "day"), hours);
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  // Days around both changes of the clocks, in most of the zones.
  const day = fc
    .integer({ min: 0, max: 45 })
    .chain((d) =>
      fc
        .constantFrom("2027-03-01", "2027-04-10", "2027-10-10")
        .map((from) => new Date(Date.parse(from) + d * 86_400_000).toISOString().slice(0, 10)),
    );
  const days = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
  const fewDays = fc.tuple(day, fc.integer({ min: 0, max: 25 })).map(([from, length]) => ({
    from,
    to: new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10),
  }));
  const wall = fc.tuple(day, minute).map(([d, m]) => `${d}T${text(m)}`);
  const interval = fc
    .tuple(wall, wall)
    .filter(([a, b]) => a !== b)
    .map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)));
  const instant = fc.tuple(day, minute).map(([d, m]) => `${d}T${text(m)}:00Z`);
  const exception = fc.record({ day, parts });
  const pattern = fc
    .record({
      days: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }),
      parts,
      range: days,
      open: fc.constantFrom("", "from", "to"),
      everyWeeks: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ range, open, everyWeeks, ...rest }) => ({
      ...rest,
      from: open === "from" ? null : range.from,
      to: open === "to" ? null : range.to,
      everyWeeks: open === "from" ? 1 : everyWeeks,
    }));
  const statement = fc.record({
    weekly: fc.array(pattern, { maxLength: 3 }),
    extra: fc.array(exception, { maxLength: 3 }),
    blocked: fc.array(exception, { maxLength: 3 }),
    holidays: fc.array(days, { maxLength: 1 }),
    blocks: fc.array(interval, { maxLength: 2 }),
    holds: fc.array(
      fc.tuple(interval, instant).map(([[start, end], until]) => ({ offer: "o", start, end, until })),
      { maxLength: 2 },
    ),
  });

  it("agrees with the twin on any statement, in zones that turn at night, at midnight and by half an hour", () => {
    fc.assert(
      fc.property(
        statement,
        fewDays,
        instant,
        fc.constantFrom(...ZONES),
        fc.array(interval, { maxLength: 2 }),
        (said, range, now, zone, busy) => {
          const availability = readAvailability({ format: "koppel-availability/1", ...said });
          const options = { from: range.from, to: range.to, zone, now: Date.parse(now), busy };
          const found = expandAvailability(availability, options);
          expect(found).toEqual(slowAvailable(availability, options));
          const skipped = skippedIn(zone);
          for (const [i, [start, end]] of found.entries()) {
            expect(start < end && !skipped(start) && !skipped(end)).toBe(true);
            expect(start > (found[i - 1]?.[1] ?? "")).toBe(true);
          }
        },
      ),
      { numRuns: count(100, 2000) },
    );
  });
});
