/**
 * A small season by hand that uses every field of the model, for tests to break one piece of. Its tags of a special
 * category begin with `q-`, so that a message which holds one is easy to tell.
 */
import type { Interval, Season, Session, Trainer } from "../../src/model/index.js";

/** The same type without its `readonly`s. */
export type Draft<T> = { -readonly [K in keyof T]: Draft<T[K]> };

const DAYS = ["01", "02", "03", "04", "08", "09", "10", "11", "15", "16", "17", "18", "22", "23"];

function trainer(id: string, home: string, fields: Partial<Trainer>): Trainer {
  return {
    id,
    roles: ["professional"],
    backgrounds: [],
    languages: ["q-nl"],
    traits: [],
    expertise: { law: 2 },
    home,
    available: DAYS.map((day): Interval => [`2027-03-${day}T08:00`, `2027-03-${day}T22:00`]),
    discouraged: [["2027-03-08T18:00", "2027-03-08T22:00"]],
    limits: { perDay: 2, perWeek: 4, perSeason: 9, restDays: 0, travelKm: 60, ownCommunityKm: 0, exposure: {} },
    share: { min: 0, max: 6 },
    avoidPlaces: [],
    avoidTrainers: [],
    ratePerHour: 80,
    ...fields,
  };
}

function session(id: string, place: string | null, fields: Partial<Session>): Session {
  return {
    id,
    activity: "workshop-beginners",
    programme: null,
    place,
    audience: [],
    slots: [[["2027-03-16T10:00", "2027-03-16T13:00"]], [["2027-03-18T10:00", "2027-03-18T13:00"]]],
    before: 30,
    after: 30,
    paidMinutes: 60,
    halfDays: 1,
    seats: { professional: 1, lived: 1 },
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

const SEASON: Season = {
  format: "koppel-season/1",
  id: "small",
  timeZone: "Europe/Amsterdam",
  from: "2027-03-01",
  to: "2027-03-31",
  places: [
    { id: "p1", name: "Delft", lat: 52, lon: 4.35 },
    { id: "p2", name: "Rijswijk", lat: 52.03, lon: 4.33 },
    { id: "p3", name: "Groningen", lat: 53.2, lon: 6.57 },
    { id: "p4", name: "Gouda", lat: 52.01, lon: 4.71 },
  ],
  trainers: [
    trainer("t1", "p1", { roles: ["professional", "actor"], expertise: { law: 3, talk: 1 }, traits: ["q-woman"] }),
    trainer("t2", "p4", {
      roles: ["lived"],
      backgrounds: ["q-turkish", "q-sunni"],
      limits: {
        perDay: 1,
        perWeek: 2,
        perSeason: 3,
        restDays: 1,
        travelKm: 60,
        ownCommunityKm: 5,
        exposure: { "q-honour": 2 },
      },
      avoidPlaces: ["p3"],
      avoidTrainers: ["t6"],
    }),
    trainer("t3", "p2", { traits: ["q-woman", "q-org"] }),
    trainer("t4", "p2", { roles: ["lived", "actor"], backgrounds: ["q-somali"], languages: ["q-nl", "q-so"] }),
    trainer("t5", "p3", { expertise: {} }),
    trainer("t6", "p4", { roles: ["lived"], available: [] }),
  ],
  sessions: [
    session("s1", "p1", {
      programme: "g1",
      slots: [[["2027-03-02T10:00", "2027-03-02T13:00"]], [["2027-03-03T10:00", "2027-03-03T13:00"]]],
      audience: ["p2"],
      themes: [{ id: "law", level: 2, wish: 3, who: "professional" }],
      communities: [{ backgrounds: ["q-turkish"], weight: 2, required: "lived" }],
      languages: [{ id: "q-nl", who: "all" }],
      traits: [{ id: "q-woman", who: "any" }],
      pinned: {
        slot: 0,
        team: [
          { seat: "professional", trainer: "t1" },
          { seat: "lived", trainer: "t2" },
        ],
      },
    }),
    session("s2", "p1", {
      programme: "g1",
      slots: [[["2027-03-09T10:00", "2027-03-09T13:00"]]],
      themes: [{ id: "q-honour", level: 1, wish: 1, who: "all" }],
      pinned: {
        slot: 0,
        team: [
          { seat: "professional", trainer: "t3" },
          { seat: "lived", trainer: "t2" },
        ],
      },
    }),
    session("s3", "p2", {
      activity: "basic-training",
      slots: [
        [
          ["2027-03-16T09:00", "2027-03-16T12:00"],
          ["2027-03-16T12:00", "2027-03-16T16:00"],
        ],
        [
          ["2027-03-22T09:00", "2027-03-22T16:00"],
          ["2027-03-23T09:00", "2027-03-23T16:00"],
        ],
      ],
      halfDays: 2,
      seats: { professional: 2, lived: 1, actor: 1 },
      waivers: [{ trainer: "t5", rule: "travelKm" }],
      pinned: { slot: 1, team: [{ seat: "professional", trainer: "t5" }] },
    }),
    session("s4", null, { audience: ["p3"], excludes: ["t3"], priority: 5 }),
    session("s5", "p4", { seats: { professional: 1 } }),
  ],
  series: [{ id: "r1", sessions: ["s1", "s2", "s5"], minDays: 7, maxDays: 14 }],
  programmes: [{ id: "g1", budget: 2000 }],
  pairs: [
    { a: "t1", b: "t2", cost: 0 },
    { a: "t3", b: "t2", cost: 30 },
  ],
  published: [
    { session: "s4", slot: 1, team: [{ seat: "professional", trainer: "t1" }] },
    { session: "s5", slot: null, team: [{ seat: "professional", trainer: "t3" }] },
  ],
  weights: {
    unstaffed: 1000,
    background: 40,
    depth: 15,
    travelKm: 1,
    discouraged: 30,
    slot: 10,
    pair: 8,
    fee: 1,
    fairness: 6,
    activation: 5,
    continuity: 25,
    change: 60,
    move: 100,
  },
};
for (const s of [SEASON.trainers[2], SEASON.trainers[1]]) {
  // Both sit in s2, whose theme each of its members must know.
  Object.assign(s?.expertise ?? {}, { "q-honour": 1 });
}

/** A copy to break. */
export function smallSeason(): Draft<Season> {
  return JSON.parse(JSON.stringify(SEASON)) as Draft<Season>;
}
