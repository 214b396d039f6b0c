/** Whose names a coordinator's organisation may know from what she asked: who is suggested for a session, or assigned to it. */
import type { Plan, Season } from "../../model/index.js";
import { codesOf, readBody, type Store, seasonOfPlan, shareNames } from "../../pool/store/index.js";
import type { Asking, Source } from "./sources.js";

interface Called {
  readonly trainer: string;
  readonly sessions: readonly { readonly session: string; readonly to: number | null }[];
}

/** Of suggestions: everybody. @param source the season; of one that came with the request nobody becomes known */
export function shareSuggested(
  { actor, store }: Asking,
  source: Source,
  team: readonly { readonly trainer: string }[],
): void {
  if (store === null || typeof source !== "string") return;
  shareNames(
    store,
    actor,
    team.map(({ trainer }) => trainer),
  );
}

/**
 * Of a repair: who is asked to take a session on, and who leaves one in which the database has her. A plan that is only supposed makes
 * nobody known.
 */
export function shareCalled(asking: Asking, source: Source, season: Season, called: readonly Called[]): void {
  if (asking.store === null || typeof source !== "string" || asking.actor.role !== "coordinator") return;
  const trainers = new Set(season.trainers.map(({ id }) => id));
  const assigned = assignedIn(asking.store, season);
  const isHers = ({ trainer, sessions }: Called): boolean =>
    sessions.some(({ session, to }) => to !== null || assigned.has(`${session} ${trainer}`));
  shareSuggested(
    asking,
    source,
    called.filter((one) => trainers.has(one.trainer) && isHers(one)),
  );
}

/** Session and trainer of all that is fixed, published, or in a plan of the season that is kept. */
function assignedIn(store: Store, season: Season): ReadonlySet<string> {
  const pinned = season.sessions.map(({ id, pinned: pin }) => ({ session: id, team: pin?.team ?? [] }));
  const planned = codesOf(store, "plans")
    .filter((plan) => seasonOfPlan(store, plan) === season.id)
    .flatMap((plan) => (readBody(store, "plans", plan) as Plan).assignments);
  const all = [...pinned, ...season.published, ...planned];
  return new Set(all.flatMap(({ session, team }) => team.map(({ trainer }) => `${session} ${trainer}`)));
}
