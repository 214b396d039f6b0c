import ICAL from "ical.js";
import { DateTime } from "luxon";
import nodeIcal from "node-ical";
import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.js";
import type { Interval, Plan, Season } from "../../src/model/types.js";
import { type CalendarOptions, noLabels, planCalendar, viewPlan } from "../../src/papers/index.js";
import { plan as papersPlan, season as papersSeason, session, trainer } from "./fixture.js";

const on = (day: string, from = "09:30", to = "12:30"): Interval => [`${day}T${from}`, `${day}T${to}`];
/** Either side of both changes of the clocks, in two parts where there are two. */
const DATES = [
  [on("2027-03-26"), on("2027-03-29")],
  [on("2027-10-29", "19:00", "21:30")],
  [on("2027-11-01", "00:15", "23:45")],
];

function seasonOf(zone: string, fields: Partial<Season> = {}): Season {
  return {
    ...papersSeason,
    timeZone: zone,
    places: [{ id: "p1", name: "’s-Hertogenbosch, zaal 2; links", lat: 51.7, lon: 5.3 }],
    trainers: [trainer("t1"), trainer("t2")],
    sessions: DATES.map((slot, i) => session(`s${i}`, { slots: [slot, [on("2027-04-20")]], before: 30 })),
    series: [],
    programmes: [],
    pairs: [],
    published: [],
    ...fields,
  };
}

const staffed = (season: Season, teams: Readonly<Record<string, readonly [slot: number, who: string]>>): Plan => ({
  format: "koppel-plan/1",
  season: season.id,
  assignments: Object.entries(teams).map(([id, [slot, who]]) => ({
    session: id,
    slot,
    team: [{ seat: "professional", trainer: who }],
  })),
});
const ALL = { s0: [0, "t1"], s1: [0, "t1"], s2: [0, "t2"] } as const;

function calendarOf(season: Season, plan: Plan, options: Partial<CalendarOptions> = {}): string {
  const view = viewPlan(season, plan, check(season, plan), []);
  const all = { lang: "nl", labels: noLabels, stamp: "2027-01-01T12:00:00Z", previous: null, trainer: null } as const;
  return planCalendar(view, { ...all, ...options });
}

interface Told {
  readonly uid: string;
  readonly sequence: number;
  readonly status: string;
  readonly start: string;
}
function told(text: string): Told[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((event) => ({
    uid: String(event.getFirstPropertyValue("uid")),
    sequence: Number(event.getFirstPropertyValue("sequence")),
    status: String(event.getFirstPropertyValue("status")),
    start: String(event.getFirstPropertyValue("dtstart")),
  }));
}

describe("the calendar of a plan", () => {
  it.each(["Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe"])(
    "gives another reader the same instants, %s",
    (zone) => {
      const season = seasonOf(zone);
      const read = Object.values(nodeIcal.sync.parseICS(calendarOf(season, staffed(season, ALL)))).flatMap((one) =>
        one?.type === "VEVENT" ? [one] : [],
      );
      const instant = (wall: string) => DateTime.fromISO(wall, { zone }).toMillis();
      const times = read.map(({ start, end }) => [start.getTime(), end?.getTime()]).sort();
      expect(times).toEqual(
        DATES.flat()
          .map(([start, end]) => [instant(start), instant(end)])
          .sort(),
      );
      expect(read.map(({ location }) => location)).toEqual(read.map(() => "’s-Hertogenbosch, zaal 2; links"));
      expect(read[0]?.description).toContain("Opbouw: 30 minuten vooraf");
      expect(new Set(read.map(({ uid }) => uid)).size).toBe(4);
    },
  );

  it("stays the same where nothing changed, but for when it was made", () => {
    const season = seasonOf("Europe/Amsterdam");
    const first = calendarOf(season, staffed(season, ALL));
    expect(calendarOf(season, staffed(season, ALL), { previous: first })).toBe(first);
  });

  it("updates what changed, cancels what is gone, and goes on from there", () => {
    const season = seasonOf("Europe/Amsterdam");
    const first = calendarOf(season, staffed(season, ALL));
    // s0 moves to a date of one part, s1 goes, s2 has another trainer.
    const second = calendarOf(season, staffed(season, { s0: [1, "t1"], s2: [0, "t1"] }), { previous: first });
    const [a1, a2, b, c] = told(first).map(({ uid }) => uid);
    const by = new Map(told(second).map((event) => [event.uid, event]));
    expect(by.get(a1 ?? "")).toMatchObject({ sequence: 1, status: "CONFIRMED", start: "2027-04-20T07:30:00Z" });
    expect(by.get(a2 ?? "")).toMatchObject({ sequence: 1, status: "CANCELLED" });
    expect(by.get(b ?? "")).toMatchObject({ sequence: 1, status: "CANCELLED" });
    expect(by.get(c ?? "")).toMatchObject({ sequence: 1, status: "CONFIRMED" });
    expect(by.size).toBe(4);
    // What was cancelled stays so without being told anew, and what comes back is told as a change.
    const third = new Map(
      told(calendarOf(season, staffed(season, { ...ALL, s0: [1, "t1"] }), { previous: second })).map((e) => [e.uid, e]),
    );
    expect(third.get(a2 ?? "")).toMatchObject({ sequence: 1, status: "CANCELLED" });
    expect(third.get(b ?? "")).toMatchObject({ sequence: 2, status: "CONFIRMED" });
  });

  it("takes the season's published plan for what people know, where no earlier file is given", () => {
    const team = [{ seat: "professional", trainer: "t1" }] as const;
    const published = [
      { session: "s0", slot: 0, team },
      { session: "s1", slot: 0, team },
      { session: "s2", slot: null, team },
    ];
    const season = seasonOf("Europe/Amsterdam", { published });
    const events = told(calendarOf(season, staffed(season, { s0: [0, "t1"], s2: [0, "t2"] })));
    expect(events.map(({ sequence, status }) => `${sequence} ${status}`)).toEqual([
      "0 CONFIRMED",
      "0 CONFIRMED",
      "0 CONFIRMED",
      "1 CANCELLED",
    ]);
  });

  it("is one trainer's where that is asked, and tells her of what she no longer does", () => {
    const season = seasonOf("Europe/Amsterdam");
    const hers = calendarOf(season, staffed(season, ALL), { trainer: "t2" });
    expect(told(hers)).toHaveLength(1);
    const after = calendarOf(season, staffed(season, { ...ALL, s2: [0, "t1"] }), { trainer: "t2", previous: hers });
    expect(told(after)).toMatchObject([{ sequence: 1, status: "CANCELLED" }]);
  });

  it("refuses an earlier calendar that it did not make", () => {
    const season = seasonOf("Europe/Amsterdam");
    const ours = calendarOf(season, staffed(season, ALL));
    const others = [
      ours.replace(/@koppel/, "@example.org"),
      ours.replace(/DTSTART[^\r]*/, "DTSTART:soon"),
      calendarOf(season, staffed(season, ALL), { trainer: "t1" }),
      calendarOf({ ...season, id: "autumn" }, { ...staffed(season, ALL), season: "autumn" }),
    ];
    for (const previous of ["", "no calendar", "BEGIN:VEVENT\r\nEND:VEVENT", ...others]) {
      expect(() => calendarOf(season, staffed(season, ALL), { previous })).toThrow("the earlier calendar");
    }
  });

  it("takes texts that would do harm as texts", () => {
    const read = Object.values(nodeIcal.sync.parseICS(calendarOf(papersSeason, papersPlan)));
    const events = read.flatMap((one) => (one?.type === "VEVENT" ? [one] : []));
    expect(events.map(({ summary }) => summary)).toContain("web; \"inar\", 'x'");
    expect(events).toHaveLength(3);
  });
});
