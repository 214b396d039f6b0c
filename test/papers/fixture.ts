/** A season of four sessions with something for every paper: two parts, online, open, and text that would do harm. */
import type { Interval, Plan, Season, Session, Trainer } from "../../src/model/types.js";

const WEEKS: readonly Interval[] = [["2027-03-01T00:00", "2027-05-01T00:00"]];

export function trainer(id: string, fields: Partial<Trainer> = {}): Trainer {
  return {
    id,
    roles: ["professional"],
    backgrounds: [],
    languages: ["nl"],
    traits: [],
    expertise: { law: 3 },
    home: "p1",
    available: WEEKS,
    discouraged: [],
    limits: { perDay: 2, perWeek: 5, perSeason: 9, restDays: 0, travelKm: 300, ownCommunityKm: 0, exposure: {} },
    share: { min: 0, max: 9 },
    avoidPlaces: [],
    avoidTrainers: [],
    ratePerHour: 80,
    ...fields,
  };
}

export function session(id: string, fields: Partial<Session> = {}): Session {
  return {
    id,
    activity: "workshop-beginners",
    programme: null,
    place: "p1",
    audience: [],
    slots: [[["2027-03-29T09:30", "2027-03-29T12:30"]]],
    before: 0,
    after: 0,
    paidMinutes: 0,
    halfDays: 1,
    seats: { professional: 1 },
    themes: [],
    communities: [],
    languages: [],
    traits: [],
    excludes: [],
    waivers: [],
    priority: 3,
    pinned: null,
    ...fields,
  };
}

export const season: Season = {
  format: "koppel-season/1",
  id: "spring <b>&",
  timeZone: "Europe/Amsterdam",
  from: "2027-03-01",
  to: "2027-04-30",
  places: [
    { id: "p1", name: "Súdwest-Fryslân", lat: 53.03, lon: 5.66 },
    { id: "p2", name: "<script>alert(1)</script>", lat: 52, lon: 4.35 },
  ],
  trainers: [
    trainer("t1"),
    trainer("t2", { roles: ["lived"], expertise: {} }),
    trainer("@t3", { roles: ["professional", "actor"] }),
  ],
  sessions: [
    session("=two-parts", {
      activity: "basic-training",
      slots: [
        [
          ["2027-03-29T09:30", "2027-03-29T16:30"],
          ["2027-04-05T09:30", "2027-04-05T16:30"],
        ],
      ],
      seats: { professional: 1, lived: 1 },
      priority: 2,
    }),
    session("online", {
      place: null,
      activity: "web; \"inar\", 'x'",
      slots: [[["2027-03-30T23:00", "2027-03-31T01:00"]]],
    }),
    session("open-lived", {
      place: "p2",
      seats: { lived: 1 },
      slots: [[["2027-03-29T10:00", "2027-03-29T12:00"]]],
      priority: 5,
    }),
    session("open-theme", { themes: [{ id: "fgm", level: 2, wish: 3, who: "any" }] }),
  ],
  series: [],
  programmes: [],
  pairs: [],
  published: [],
  weights: {
    unstaffed: 1000,
    background: 0,
    depth: 0,
    travelKm: 1,
    discouraged: 0,
    slot: 0,
    pair: 8,
    fee: 0,
    fairness: 0,
    activation: 0,
    continuity: 0,
    change: 0,
    move: 0,
  },
};

/** Staffs the first two sessions and leaves the last two open: 1000 × (5 + 3), and 8 for one pair. */
export const plan: Plan = {
  format: "koppel-plan/1",
  season: season.id,
  assignments: [
    {
      session: "=two-parts",
      slot: 0,
      team: [
        { seat: "professional", trainer: "t1" },
        { seat: "lived", trainer: "t2" },
      ],
    },
    { session: "online", slot: 0, team: [{ seat: "professional", trainer: "@t3" }] },
  ],
  cost: 8008,
  bound: 8000,
};
