/** Whose names a coordinator's organisation may know from what she asked: who is suggested for a session, or to be called. */
import { shareNames } from "../../pool/store/index.js";
import type { Asking, Source } from "./sources.js";

interface Asked {
  readonly season: Source;
  /** what of the request only supposes something: edits, a session that the season does not have */
  readonly supposed: unknown;
}

/**
 * Of suggestions: everybody whom the request does not name itself. What is only supposed could put anybody into a team, and her name
 * could be had by guessing her code; of a season that came with the request nobody becomes known.
 */
export function shareSuggested(
  { actor, store }: Asking,
  { season, supposed }: Asked,
  team: readonly { readonly trainer: string }[],
): void {
  if (store === null || typeof season !== "string") return;
  const named = textsIn(supposed);
  shareNames(
    store,
    actor,
    team.flatMap(({ trainer }) => (named.has(trainer) ? [] : [trainer])),
  );
}

/** Of a repair: likewise who is to be called, where what is repaired is a plan that is kept. */
export function shareCalled(
  asking: Asking,
  { plan, ...asked }: Asked & { readonly plan: unknown },
  called: readonly { readonly trainer: string }[],
): void {
  if (typeof plan === "string") shareSuggested(asking, asked, called);
}

/** Every text in JSON, wherever it stands: an edit may name somebody in many places. */
function textsIn(value: unknown, found = new Set<unknown>()): ReadonlySet<unknown> {
  if (typeof value !== "object" || value === null) return found.add(value);
  for (const [key, one] of Object.entries(value)) textsIn(one, found.add(key));
  return found;
}
