import fc from "fast-check";
import ICAL from "ical.js";
import { RRuleTemporal } from "rrule-temporal";
import { describe, expect, it } from "vitest";
import { Budget, CALENDAR_LIMITS, Refusals } from "../../../src/pool/availability/calendar/limits.js";
import { occurrences } from "../../../src/pool/availability/calendar/rule.js";
import { type Moment, ruleOf } from "../../../src/pool/availability/calendar/values.js";
import { UTC } from "../../../src/pool/availability/clocks.js";
import { count } from "../../support/counts.js";

const seconds = (wall: string) => Date.parse(`${wall}:00Z`) / 1000;
const wallOf = (at: number) => new Date(at * 1000).toISOString().slice(0, 16);

function rule(text: string, start: string) {
  const [, , , value]: unknown[] = ICAL.parse.property(`RRULE:${text}`);
  const refusals = new Refusals();
  const moment: Moment = { wall: seconds(start), date: false, clock: UTC };
  const property = { name: "RRULE", line: 1, parameters: new Map(), values: [value] };
  const found = ruleOf(property, moment, { refusals, clockOf: () => UTC });
  refusals.refuse();
  if (found === null) throw new Error("no rule and no refusal");
  return found;
}

function ours(text: string, start: string, from: string, to: string): string[] {
  return [...occurrences(rule(text, start), seconds(start), seconds(from), seconds(to), () => {})].map(wallOf);
}

/** The twin: a library that steps from occurrence to occurrence and shares no code with ours. */
function theirs(text: string, start: string, from: string, to: string): string[] {
  const compact = `${start.replace(/[-:]/g, "")}00Z`;
  const twin = new RRuleTemporal({ rruleString: `DTSTART:${compact}\nRRULE:${text}`, cache: false });
  return twin.between(new Date(`${from}Z`), new Date(`${to}Z`), true).map((at) => at.toString().slice(0, 16));
}

describe("occurrences", () => {
  // RFC 5545, 3.8.5.3, whose DTSTART is 1997-09-02T09:00, a Tuesday.
  const RFC: readonly [rule: string, days: string][] = [
    ["FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", "09-02 09-04 09-16 09-18 09-30 10-02 10-14 10-16"],
    ["FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "09-02 09-04 10-07"],
    ["FREQ=MONTHLY;COUNT=4;BYMONTHDAY=2,-1", "09-02 09-30 10-02 10-31"],
    ["FREQ=MONTHLY;INTERVAL=2;BYDAY=TU;COUNT=6", "09-02 09-09 09-16 09-23 09-30 11-04"],
    ["FREQ=DAILY;INTERVAL=10;COUNT=5", "09-02 09-12 09-22 10-02 10-12"],
    ["FREQ=YEARLY;BYWEEKNO=36,40;BYDAY=TU,MO;COUNT=3", "09-02 09-29 09-30"],
  ];
  it.each(RFC)("%s", (text, days) => {
    const found = ours(text, "1997-09-02T09:00", "1997-01-01T00:00", "1997-12-31T00:00");
    expect(found).toEqual(days.split(" ").map((day) => `1997-${day}T09:00`));
  });

  it("counts the start first, even where the rule does not fit it", () => {
    expect(ours("FREQ=WEEKLY;BYDAY=MO;COUNT=2", "2027-03-03T10:00", "2027-01-01T00:00", "2028-01-01T00:00")).toEqual([
      "2027-03-03T10:00",
      "2027-03-08T10:00",
    ]);
  });

  it("takes a rule up where the period begins: 900 years of days cost no more than one", () => {
    let work = 0;
    const start = "1100-01-01T10:00";
    const found = [
      ...occurrences(
        rule("FREQ=DAILY;INTERVAL=7", start),
        seconds(start),
        seconds("2027-03-01T00:00"),
        seconds("2027-03-31T00:00"),
        (n) => {
          work += n;
        },
      ),
    ];
    expect(found.map(wallOf)).toHaveLength(5);
    expect(work).toBeLessThan(10);
  });

  const day = fc.integer({ min: 0, max: 1200 }).map((n) => new Date(Date.UTC(2020, 0, 1) + n * 86_400_000));
  const some = <T>(value: fc.Arbitrary<T>, most = 3) => fc.uniqueArray(value, { minLength: 1, maxLength: most });
  const signed = (most: number) => fc.integer({ min: 1, max: most }).chain((n) => fc.constantFrom(n, -n));
  const weekday = fc.constantFrom("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  const ordinal = fc.tuple(fc.constantFrom("", "1", "2", "-1", "4"), weekday).map(([n, d]) => n + d);
  const part = <T>(name: string, value: fc.Arbitrary<T[]>) =>
    fc.option(
      value.map((list) => `;${name}=${list.join(",")}`),
      { nil: "", freq: 2 },
    );
  const join = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((texts) => texts.join(""));
  const months = part("BYMONTH", some(fc.integer({ min: 1, max: 12 }), 4));
  const head = (frequency: string, most: number) =>
    fc
      .tuple(fc.integer({ min: 1, max: most }), fc.constantFrom("", ";WKST=SU", ";WKST=WE"))
      .map(([n, week]) => `FREQ=${frequency};INTERVAL=${n}${week}`);
  const positioned = fc.option(
    fc.constantFrom(1, 2, -1, -2).map((n) => `;BYSETPOS=${n}`),
    { nil: "" },
  );
  const times = part("BYHOUR", some(fc.integer({ min: 0, max: 23 }), 2));
  const rules = fc.oneof(
    join(head("DAILY", 9), months, part("BYMONTHDAY", some(signed(31))), part("BYDAY", some(weekday)), times),
    join(head("WEEKLY", 5), months, part("BYDAY", some(weekday, 4)), times),
    join(head("MONTHLY", 5), months, part("BYMONTHDAY", some(signed(31))), times),
    join(
      head("MONTHLY", 5),
      months,
      part("BYDAY", some(ordinal)).filter((text) => text !== ""),
      positioned,
    ),
    join(head("YEARLY", 3), months, part("BYMONTHDAY", some(signed(31)))),
    join(
      head("YEARLY", 3),
      months,
      part("BYDAY", some(ordinal)).filter((text) => text !== ""),
      positioned,
    ),
    join(
      head("YEARLY", 3),
      part("BYYEARDAY", some(signed(366))).filter((text) => text !== ""),
    ),
    join(
      // Every year: of a week that lies in two, ours takes the day's year and the twin the week's.
      head("YEARLY", 1),
      part("BYWEEKNO", some(signed(52))).filter((text) => text !== ""),
      part("BYDAY", some(weekday)).filter((text) => text !== ""),
    ),
  );
  const end = fc.oneof(
    fc.constant(""),
    fc.integer({ min: 1, max: 60 }).map((n) => `;COUNT=${n}`),
    day.map((d) => `;UNTIL=${d.toISOString().slice(0, 10).replaceAll("-", "")}T120000Z`),
  );

  it("agrees with rrule-temporal on rules whose start fits them", () => {
    let compared = 0;
    fc.assert(
      fc.property(rules, end, day, fc.integer({ min: 0, max: 400 }), (text, last, begin, length) => {
        // The first that the rule has from some day on is a start that fits it.
        const around = `${begin.toISOString().slice(0, 10)}T09:30`;
        const start = theirs(text, around, around, wallOf(seconds(around) + 800 * 86_400))[0];
        // An UNTIL before the start is no rule: ours has the start, theirs nothing. Of plain weekdays beside ordinals in a year
        // (`WE,2TU`) the twin loses the plain ones.
        const until = /UNTIL=(\d{4})(\d\d)(\d\d)/.exec(last);
        const ended = until !== null && start !== undefined && until.slice(1).join("-") < start.slice(0, 10);
        const [, days = ""] = /FREQ=YEARLY.*BYDAY=([^;]*)/.exec(text) ?? [];
        const mixed = /(^|,)[A-Z]/.test(days) && /\d/.test(days);
        if (start === undefined || ended || mixed) return;
        const from = wallOf(seconds(start) + 86_400 * (length - 100));
        const to = wallOf(seconds(from) + 86_400 * length);
        compared++;
        expect(ours(text + last, start, from, to)).toEqual(
          theirs(text + last, start, from, to).filter((at) => at >= start),
        );
      }),
      { numRuns: count(100, 5000), endOnFailure: true },
    );
    expect(compared).toBeGreaterThan(count(30, 1500));
  });

  it("stops when the budget is spent, naming line and property", () => {
    const refusals = new Refusals();
    const budget = new Budget(1000, "days", refusals);
    const run = () => [
      ...occurrences(
        rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5", "1900-01-01T10:00"),
        seconds("1900-01-01T10:00"),
        0,
        seconds("2100-01-01T00:00"),
        (n) => budget.spend(n, 7, "RRULE"),
      ),
    ];
    expect(run).toThrow(
      expect.objectContaining({ issues: [{ path: "line 7, RRULE", expected: "at most 1,000 days in a file" }] }),
    );
    expect(CALENDAR_LIMITS.steps).toBeGreaterThan(1000);
  });
});
