/** Skipped wall times, against luxon asked time by time; and which names are zones. */
import { DateTime } from "luxon";
import { describe, expect, it } from "vitest";
import { isZone } from "../../src/model/index.js";
import { skippedIn } from "../../src/model/zone.js";
import { count } from "../support/counts.js";

describe("Europe/Amsterdam", () => {
  const skipped = skippedIn("Europe/Amsterdam");
  it("skips an hour in spring, from 02:00 to 02:59", () => {
    expect(["01:59", "02:00", "02:30", "02:59", "03:00"].map((time) => skipped(`2027-03-28T${time}`))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });
  it("skips nothing in autumn, when an hour occurs twice", () => {
    for (const time of ["01:59", "02:00", "02:30", "02:59", "03:00"]) expect(skipped(`2027-10-31T${time}`)).toBe(false);
  });
  it("skips nothing on other days, nor what is no wall time", () => {
    for (const wall of ["2027-03-27T02:30", "2027-03-29T02:30", "soon", ""]) expect(skipped(wall)).toBe(false);
  });
});

// Half-hour changes, a whole day left out (Apia), a zone without changes; changes at midnight, and for Ramadan.
const FEW = ["Europe/Amsterdam", "Australia/Lord_Howe", "Pacific/Apia", "UTC"];
const MORE = ["America/New_York", "America/Santiago", "Africa/Casablanca", "Asia/Beirut"];
const ZONES = [...FEW, ...MORE.slice(0, count(0, MORE.length))];

describe("the quick test of a zone", () => {
  it.each(ZONES)("agrees with luxon on every half hour in %s", (zone) => {
    const skipped = skippedIn(zone);
    const differ: string[] = [];
    let found = 0;
    const first = Date.UTC(2011, 0, 1) / 60_000;
    const step = count(30, 15);
    for (let minute = first; minute < first + 366 * 1440; minute += step) {
      const wall = new Date(minute * 60_000).toISOString().slice(0, 16);
      const expected = DateTime.fromISO(wall, { zone }).toFormat("yyyy-MM-dd'T'HH:mm") !== wall;
      if (expected) found++;
      if (skipped(wall) !== expected) differ.push(wall);
    }
    expect(differ).toEqual([]);
    expect(found > 0).toBe(zone !== "UTC");
  });
});

describe("isZone", () => {
  it.each(["Europe/Amsterdam", "UTC", "Asia/Kolkata", "America/Argentina/Ushuaia", "Etc/GMT+1", "EST5EDT"])(
    "takes %s",
    (name) => {
      expect(isZone(name)).toBe(true);
    },
  );
  it.each([
    "",
    "Europe",
    "Europe/Delft",
    "europe/amsterdam",
    "+01:00",
    "PST",
    "JST",
    "local",
    "SystemV/PST8",
    "Europe/Amsterdam ",
  ])("refuses %j", (name) => {
    expect(isZone(name)).toBe(false);
  });
});
