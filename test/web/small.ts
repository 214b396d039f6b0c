/** A small season as the API tells it, and an API that has it. */
import type { Season, Session } from "../../src/faces/web/types.js";
import type { Asked, Told } from "./page.js";

const session = (id: string, fields: Partial<Session> = {}): Session => ({
  id,
  activity: "training",
  programme: null,
  place: null,
  slots: [[["2027-03-02T10:00", "2027-03-02T12:00"]], [["2027-03-09T10:00", "2027-03-09T12:00"]]],
  seats: { professional: 1 },
  priority: 3,
  pinned: null,
  ...fields,
});

export const SEASON: Season = {
  id: "s",
  from: "2027-03-01",
  to: "2027-03-31",
  places: [],
  sessions: [session("a"), session("b")],
  programmes: [],
  trainers: ["t1", "t2"],
  published: [],
};
export const PLAN = {
  format: "koppel-plan/1",
  season: "s",
  assignments: [{ session: "a", slot: 0, team: [{ seat: "professional", trainer: "t1" }] }],
} as const;
const VERDICT = { feasible: true, violations: [], total: 7, staffed: 1, sessions: 2 };

export interface Has {
  readonly account?: string;
  readonly season?: Season;
  readonly version?: number;
}

/** What an API with one season and one plan of it answers; null for what it has not. */
export function served(
  { method, path }: Asked,
  { account = "c1", season = SEASON, version = 1 }: Has = {},
): Told | null {
  const row = { id: season.id, version, from: season.from, to: season.to, sessions: 2, trainers: 2, published: null };
  const planRow = { id: "p", season: season.id, version: 1, feasible: true, staffed: 1, sessions: 2, cost: 7 };
  const answers: Readonly<Record<string, Told>> = {
    "GET me": { value: { account, role: "coordinator", organisation: "org1", organisationName: "Org" } },
    "GET labels": { value: {} },
    "GET seasons": { value: { items: [row] } },
    "GET seasons/s": { value: season, etag: `"${version}"` },
    "GET seasons/s/calendar": { value: { items: [] } },
    "GET seasons/s/availability": { value: { items: [{ trainer: "t1", available: [] }] } },
    "GET trainers": { value: { items: [{ trainer: "t1", organisation: "org1", name: "N1", contact: "c" }] } },
    "GET organisations": { value: { items: [{ version: 1, record: { id: "org1", name: "Org" } }] } },
    "GET plans": { value: { items: [{ ...planRow, bound: null, published: false, changedSince: false }] } },
    "GET plans/p": { value: { id: "p", season: "s", plan: PLAN, verdict: VERDICT }, etag: '"1"' },
    "POST checks": { value: VERDICT },
    "POST overviews": { value: { open: [], leans: [], loads: [] } },
  };
  return answers[`${method} ${path}`] ?? null;
}
