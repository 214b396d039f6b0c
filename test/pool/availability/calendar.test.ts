import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/model/index.js";
import { type ImportOptions, importBusy } from "../../../src/pool/availability/index.js";

const SPRING = { from: "2027-03-01", to: "2027-06-30", zone: "Europe/Amsterdam" };
const fixture = (name: string) => readFileSync(new URL(`./fixtures/${name}.ics`, import.meta.url));
const bytes = (lines: readonly string[], eol = "\r\n") => new TextEncoder().encode(lines.join(eol) + eol);
const calendar = (...lines: string[]) => bytes(["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR"]);
const event = (...lines: string[]) => ["BEGIN:VEVENT", "UID:u", ...lines, "END:VEVENT"];
const busy = (file: Uint8Array, options: Partial<ImportOptions> = {}) =>
  importBusy(file, { ...SPRING, ...options }).busy;

/** What a file is refused for, as `path: expected`. */
function refusal(file: Uint8Array, options: Partial<ImportOptions> = {}): string[] {
  try {
    importBusy(file, { ...SPRING, ...options });
  } catch (error) {
    if (error instanceof InputError) return error.issues.map(({ path, expected }) => `${path}: ${expected}`);
    throw error;
  }
  return [];
}

describe("importBusy", () => {
  it("reads a calendar of Google's: a series with a day left out, one moved and one cancelled, over the change of the clocks", () => {
    expect(busy(fixture("google"))).toEqual([
      ["2027-03-02T19:00", "2027-03-02T21:00"],
      ["2027-03-09T19:00", "2027-03-09T21:00"],
      ["2027-03-12T00:00", "2027-03-15T00:00"],
      ["2027-03-23T19:00", "2027-03-23T21:00"],
      ["2027-03-28T01:30", "2027-03-28T02:00"],
      ["2027-03-28T03:00", "2027-03-28T03:30"],
      ["2027-03-31T10:00", "2027-03-31T11:30"],
      ["2027-04-13T19:00", "2027-04-13T21:00"],
      ["2027-04-20T19:00", "2027-04-20T21:00"],
    ]);
  });

  it("reads a calendar of Outlook's: Windows zones, one of its own making, days shown as free, a mark at the front", () => {
    expect(busy(fixture("outlook"))).toEqual([
      ["2027-03-01T09:30", "2027-03-01T10:00"],
      ["2027-03-16T14:00", "2027-03-16T15:00"],
      ["2027-03-18T00:00", "2027-03-19T00:00"],
      ["2027-04-05T09:30", "2027-04-05T10:00"],
      ["2027-05-03T09:30", "2027-05-03T10:00"],
    ]);
  });

  it("reads a calendar of Apple's: another continent, floating times past midnight, the hour that comes twice", () => {
    // New York has turned its clocks when Amsterdam has not: 13:00 there is 18:00 here, for two weeks.
    expect(busy(fixture("apple"), { to: "2027-12-31" })).toEqual([
      ["2027-03-10T19:00", "2027-03-10T20:00"],
      ["2027-03-17T18:00", "2027-03-17T19:00"],
      ["2027-04-01T22:00", "2027-04-02T02:30"],
      ["2027-04-03T22:00", "2027-04-04T02:30"],
      ["2027-04-05T08:00", "2027-04-05T12:30"],
      ["2027-10-30T23:00", "2027-10-31T02:30"],
    ]);
  });

  it("keeps nothing that stands beside the times, and takes any line ending", () => {
    for (const name of ["google", "outlook", "apple"]) {
      const found = importBusy(fixture(name), SPRING);
      expect(JSON.stringify(found)).not.toMatch(/canary/i);
      const text = fixture(name).toString("utf8").replaceAll("\r\n", "\n");
      expect(importBusy(new TextEncoder().encode(text), SPRING)).toEqual(found);
      expect(importBusy(new TextEncoder().encode(text.replaceAll("\n", "\r")), SPRING)).toEqual(found);
    }
  });

  it("has both passings of the hour when an event in UTC touches one", () => {
    const autumn = { from: "2027-10-30", to: "2027-11-01" };
    const one = (start: string, end: string) => busy(calendar(...event(`DTSTART:${start}`, `DTEND:${end}`)), autumn);
    expect(one("20271031T001500Z", "20271031T011500Z")).toEqual([["2027-10-31T02:00", "2027-10-31T03:00"]]);
    expect(one("20271031T011500Z", "20271031T013000Z")).toEqual([["2027-10-31T02:15", "2027-10-31T02:30"]]);
  });

  it("moves all that follow with RANGE=THISANDFUTURE, and takes the latest version of an event", () => {
    const file = calendar(
      ...event("DTSTART:20270301T100000", "DTEND:20270301T110000", "RRULE:FREQ=WEEKLY;COUNT=3"),
      ...event(
        "SEQUENCE:0",
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20270308T100000",
        "DTSTART:20270309T120000",
        "DTEND:20270309T123000",
      ),
      ...["BEGIN:VEVENT", "UID:v", "DTSTART:20270401T100000", "DURATION:PT1H", "END:VEVENT"],
      ...["BEGIN:VEVENT", "UID:v", "SEQUENCE:3", "DTSTART:20270402T100000", "DURATION:PT1H", "END:VEVENT"],
    );
    expect(busy(file)).toEqual([
      ["2027-03-01T10:00", "2027-03-01T11:00"],
      ["2027-03-09T12:00", "2027-03-09T12:30"],
      ["2027-03-16T12:00", "2027-03-16T12:30"],
      ["2027-04-02T10:00", "2027-04-02T11:00"],
    ]);
  });

  it("reads free/busy files", () => {
    const file = calendar(
      ...["BEGIN:VFREEBUSY", "FREEBUSY;FBTYPE=BUSY:20270301T090000Z/PT1H,20270302T090000Z/20270302T093000Z"],
      ...["FREEBUSY;FBTYPE=FREE:20270303T090000Z/PT1H", "END:VFREEBUSY"],
    );
    expect(busy(file)).toEqual([
      ["2027-03-01T10:00", "2027-03-01T11:00"],
      ["2027-03-02T10:00", "2027-03-02T10:30"],
    ]);
  });

  const START = "DTSTART:20270301T090000Z";
  const SECRET = "geheim";
  const WRONG: readonly [what: string, file: Uint8Array, refusal: string][] = [
    ["no calendar", bytes([`<html>${SECRET}`]), "line 1: BEGIN:VCALENDAR: the file is no calendar"],
    ["another component first", bytes([`BEGIN:${SECRET}`]), "line 1, BEGIN: BEGIN:VCALENDAR: the file is no calendar"],
    [
      "a file that breaks off",
      bytes(["BEGIN:VCALENDAR", ...event(START).slice(0, 3)]),
      "line 2, BEGIN: an END to this component",
    ],
    [
      "ends that cross",
      calendar("BEGIN:VEVENT", `END:${SECRET}`),
      "line 4, END: the end of the component that begins in line 3",
    ],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 66, 0]), "line 1: text in UTF-8, not UTF-16"],
    ["an event without a start", calendar(...event()), "line 3, BEGIN: DTSTART in this event"],
    [
      "a day that does not exist",
      calendar(...event("DTSTART;VALUE=DATE:20270230")),
      "line 5, DTSTART: a date or time that exists",
    ],
    [
      "an unknown zone",
      calendar(...event(`DTSTART;TZID=${SECRET}:20270301T090000`)),
      "line 5, DTSTART: a TZID that is",
    ],
    [
      "an end before the start",
      calendar(...event(START, "DTEND:20270228T090000Z")),
      "line 6, DTEND: an end that is not before",
    ],
    ["a rule that is none", calendar(...event(START, `RRULE:FREQ=${SECRET}`)), "line 6, RRULE: "],
    [
      "a rule within a day",
      calendar(...event(START, "RRULE:FREQ=SECONDLY")),
      "line 6, RRULE: FREQ=DAILY, WEEKLY, MONTHLY or YEARLY",
    ],
    [
      "RSCALE",
      calendar(...event(START, "RRULE:FREQ=YEARLY;RSCALE=HEBREW")),
      "line 6, RRULE: no parts but those of RFC 5545",
    ],
    ["a duration that goes back", calendar(...event(START, "DURATION:-PT1H")), "line 6, DURATION: a duration"],
    ["two starts", calendar(...event(START, START)), "line 6, DTSTART: this property once"],
  ];
  it.each(WRONG)("refuses %s by line and property, without the value", (_, file, expected) => {
    const found = refusal(file);
    expect(found[0]).toContain(expected);
    expect(found.join()).not.toContain(SECRET);
  });

  const nested = Array.from({ length: 5000 }, () => "BEGIN:VALARM");
  const endless = (rule: string, n = 1) =>
    calendar(
      ...Array.from({ length: n }, (_, i) => [
        "BEGIN:VEVENT",
        `UID:${i}`,
        "DTSTART:00010101T090000Z",
        `RRULE:${rule}`,
        "END:VEVENT",
      ]).flat(),
    );
  const HOSTILE: readonly [what: string, file: () => Uint8Array, refusal: string][] = [
    ["50 MB", () => new Uint8Array(50_000_000), "line 1: a file of at most 20,000,000 bytes"],
    ["deep nesting", () => calendar(...nested), "line 10, BEGIN: at most 8 components within each other"],
    [
      "a line without end",
      () => calendar("BEGIN:VEVENT", `RRULE:FREQ=DAILY;BYMONTH=${"1,".repeat(150_000)}1`),
      "line 4, RRULE: at most 200,000 characters",
    ],
    [
      "folds without end",
      () => calendar("BEGIN:VEVENT", "EXDATE:1", ...Array.from({ length: 100_000 }, () => " ,1")),
      "line 4, EXDATE: at most 200,000",
    ],
    [
      "two million lines",
      () => new TextEncoder().encode(`BEGIN:VCALENDAR\n${"X:\n".repeat(2_000_000)}`),
      "line 1000001: at most 1,000,000 lines",
    ],
    ["an endless COUNT", () => endless("FREQ=DAILY;COUNT=999999999", 10), ", RRULE: at most 5,000,000 days to look at"],
    [
      "days that never come",
      () => endless("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=2", 10),
      ", RRULE: at most 5,000,000 days to look at",
    ],
    [
      "every second of a day",
      () =>
        endless(
          `FREQ=YEARLY;BYDAY=MO;BYHOUR=${[...Array(24).keys()]};BYMINUTE=${[...Array(60).keys()]};BYSECOND=${[...Array(60).keys()]}`,
        ),
      ", RRULE: at most 5,000,000",
    ],
    [
      "faults without end",
      () => calendar(...Array.from({ length: 500 }, () => event("DTSTART:x")).flat()),
      "line 5, DTSTART",
    ],
  ];
  it.each(HOSTILE)("refuses %s", (_, file, expected) => {
    const found = refusal(file());
    expect(found[0]).toContain(expected);
    expect(found.length).toBeLessThanOrEqual(20);
  });

  it("reads what is large but honest: endless rules from long ago, intervals beyond all years", () => {
    expect(busy(endless("FREQ=DAILY", 50))).toEqual([]);
    expect(
      busy(calendar(...event("DTSTART:19000101T090000Z", "DTEND:19000101T100000Z", "RRULE:FREQ=DAILY"))),
    ).toHaveLength(122);
    expect(
      busy(calendar(...event(START, "DTEND:20270301T100000Z", "RRULE:FREQ=YEARLY;INTERVAL=999999999"))),
    ).toHaveLength(1);
  });
});
