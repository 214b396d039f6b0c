/** Of which programmes a season is made, and what of each comes into it or goes. */
import type { Plan, Season, Session } from "../model/index.js";
import {
  bookedWith,
  type Choice,
  choiceOf,
  codesOf,
  planFollowing,
  readBody,
  type Store,
  seasonOfPlan,
} from "../pool/store/index.js";

/** A programme with sessions in the season as it was or in its period. */
export interface ProgrammeRow {
  /** null: sessions of none */
  readonly programme: string | null;
  /** whether the season is made of it */
  readonly isIn: boolean;
  /** how many of its sessions have a date in the period */
  readonly sessions: number;
  /** those that come into the season */
  readonly came: readonly string[];
  /** those that were in it and are no longer */
  readonly left: readonly string[];
}

/** A season as it is kept: whom and what it has, by code. */
export type Before = Pick<Season, "programmes"> & {
  readonly sessions: readonly Pick<Session, "id" | "programme" | "slots">[];
  readonly trainers: readonly { readonly id: string }[];
};

/** The season of that id as it stands before it is made anew, or null. */
export const seasonBefore = (store: Store, id: string): Before | null =>
  readBody(store, "seasons", id) as Before | null;

/** The programme that a session belongs to: that pays for it, or that it was booked with (the meetings before it); null: none. */
export type Belongs = (session: Pick<Session, "id" | "programme">) => string | null;
export function belongsIn(store: Store): Belongs {
  const booked = bookedWith(store);
  return ({ id, programme }) => programme ?? booked.get(id) ?? null;
}

/** What the season of that id was made of, which it keeps to when it is made anew; of all where there is none yet. */
export function keptChoice(store: Store, id: string, before: Before | null, belongs: Belongs): Choice {
  const known = choiceOf(store, id);
  if (known !== null) return known;
  if (before === null || before.sessions.length === 0) return "all";
  // Made before that was kept: only a season of all has sessions that belong to no programme.
  const own = new Set(before.sessions.map(belongs));
  return own.has(null) ? "all" : [...own].sort();
}

/** What of each programme the season has, gets and loses. @param within all sessions with a date in the period */
export function programmeRows(
  choice: Choice,
  within: readonly Session[],
  before: Before | null,
  belongs: Belongs,
): readonly ProgrammeRow[] {
  const isIn = (programme: string | null): boolean => choice === "all" || choice.includes(programme);
  const had = new Set(before?.sessions.map(({ id }) => id));
  const has = new Set(within.filter((one) => isIn(belongs(one))).map(({ id }) => id));
  const gone = (before?.sessions ?? []).filter(({ id }) => !has.has(id));
  const keys = [...new Set([...within, ...gone].map(belongs))];
  // Sessions of none come last.
  keys.sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  return keys.map((programme) => {
    const own = within.filter((one) => belongs(one) === programme).map(({ id }) => id);
    return {
      programme,
      isIn: isIn(programme),
      sessions: own.length,
      came: own.filter((id) => has.has(id) && !had.has(id)),
      left: gone.filter((one) => belongs(one) === programme).map(({ id }) => id),
    };
  });
}

/** The plans of a season that lose teams once it is made anew: how many each, since their sessions or dates are gone. */
export function shrunkPlans(
  store: Store,
  { id, sessions }: Pick<Season, "id" | "sessions">,
  before: Before | null,
): readonly { readonly plan: string; readonly lost: number }[] {
  if (before === null) return [];
  return codesOf(store, "plans")
    .filter((plan) => seasonOfPlan(store, plan) === id)
    .map((plan) => {
      const kept = readBody(store, "plans", plan) as Plan;
      const lost = kept.assignments.length - planFollowing(kept, before.sessions, sessions).assignments.length;
      return { plan, lost };
    })
    .filter(({ lost }) => lost > 0);
}
