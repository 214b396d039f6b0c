/** A pool with the small season's people and work in it, and seasons built of it. */
import { type Plan, parseSeason, type Season } from "../../src/model/index.js";
import {
  type Actor,
  giveConsent,
  SENSITIVE_FIELDS,
  type Store,
  saveClient,
  saveProgramme,
  saveSeries,
  saveSession,
} from "../../src/pool/store/index.js";
import { type BuildOptions, buildSeason, keepPlan, publish, seasonForPlanning } from "../../src/season/index.js";
import { consentTo, coordinator, officer, withPool } from "../pool/support.js";
import { type Draft, smallSeason } from "../support/small-season.js";

export const other: Actor = { id: "c2", role: "coordinator", organisation: "org2" };
export const officer2: Actor = { id: "o2", role: "safetyOfficer" };
export const auditor: Actor = { id: "a1", role: "auditor" };

/** The small season without what is fixed in it. */
export function loose(): Draft<Season> {
  const season = smallSeason() as Draft<Season>;
  for (const session of season.sessions) session.pinned = null;
  season.published = [];
  return season;
}

export function options(fields: Partial<BuildOptions> = {}): BuildOptions {
  const { id, from, to, timeZone, weights, places } = loose();
  return {
    id,
    from,
    to,
    timeZone,
    weights,
    places,
    programmes: null,
    now: Date.parse("2027-01-01T00:00:00Z"),
    ...fields,
  };
}

/** Sessions, programmes and series of a season into the pool. */
export function fillWork(store: Store, { sessions, programmes, series }: Season): void {
  saveClient(store, officer, "cl", "Client");
  for (const programme of programmes) saveProgramme(store, officer, "cl", programme);
  for (const session of sessions) saveSession(store, officer, "cl", session);
  for (const one of series) saveSeries(store, officer, one);
}

/** A pool of which everybody consents to be planned with, and its season `small`. */
export async function withSeason<T>(work: (store: Store, folder: string) => T, season: Season = loose()): Promise<T> {
  return withPool((store, folder) => {
    for (const { id } of season.trainers) consentTo(store, id, "matching");
    fillWork(store, season);
    buildSeason(store, coordinator, options());
    return work(store, folder);
  });
}

export const standing = (store: Store, actor: Actor = coordinator): Season => seasonForPlanning(store, actor, "small");

/** A plan of the small season that breaks no rule: s5 on its first date, s4 on its second. */
export const PLAN: Plan = {
  format: "koppel-plan/1",
  season: "small",
  assignments: [
    {
      session: "s4",
      slot: 1,
      team: [
        { seat: "professional", trainer: "t1" },
        { seat: "lived", trainer: "t4" },
      ],
    },
  ],
};

export function consentToExport(store: Store, trainer: string): void {
  for (const field of SENSITIVE_FIELDS) giveConsent(store, officer, trainer, field, "export");
}

export const isPlace = (id: string): boolean => /^p[1-4]$/.test(id);
export const WHO = { organisation: "org1", name: "n", contact: "c" };
export const HERS = { session: "s4", trainer: "t4" } as const;
export const HIS = { session: "s4", trainer: "t1" } as const;

/** A session of the small season, with other fields. */
export function sessionOf(id: string, fields: Partial<Season["sessions"][number]> = {}): Season["sessions"][number] {
  const found = loose().sessions.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no session ${id}`);
  return { ...found, ...fields } as Season["sessions"][number];
}

/** The plan is kept as `first` and published. */
export function published(store: Store): void {
  keepPlan(store, coordinator, "first", "small", PLAN, 0);
  publish(store, coordinator, "first", null);
}

export { consentTo, coordinator, officer, parseSeason, withPool };
