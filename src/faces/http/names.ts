/** Whose names a coordinator's organisation may know from what she asked: who is suggested for a session, or to be called. */
import { shareNames } from "../../pool/store/index.js";
import type { Asking, Source } from "./sources.js";

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
 * Of a repair: who is to be called, where what is repaired is a plan that is kept, and an edit of the request does not name her. By a plan
 * or an edit that is only supposed anybody's name could be had by guessing her code.
 */
export function shareCalled(
  asking: Asking,
  { season, plan, edits }: { readonly season: Source; readonly plan: unknown; readonly edits: unknown },
  called: readonly { readonly trainer: string }[],
): void {
  if (typeof plan !== "string") return;
  const named = textsIn(edits);
  shareSuggested(
    asking,
    season,
    called.filter(({ trainer }) => !named.has(trainer)),
  );
}

/** Every text in JSON, wherever it stands: an edit may name somebody in many places. */
function textsIn(value: unknown, found = new Set<unknown>()): ReadonlySet<unknown> {
  if (typeof value !== "object" || value === null) return found.add(value);
  for (const [key, one] of Object.entries(value)) textsIn(one, found.add(key));
  return found;
}
