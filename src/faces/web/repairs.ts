/** Asks for the plan for which the fewest people have to be called. */
import { post } from "./api.js";
import { unstated } from "./edits.js";
import { editsFor } from "./marks.js";
import { askOf } from "./shown-plan.js";
import { marks, nameThem, season } from "./state.js";
import type { Plan } from "./types.js";

export interface Repaired {
  readonly plan: Plan;
  readonly cost: number;
  readonly staffed: number;
  /** sessions that were fixed with her */
  readonly released: readonly string[];
  readonly contacts: readonly { readonly trainer: string; readonly sessions: readonly unknown[] }[];
  /** who are told anyway: whoever cannot come */
  readonly told: readonly { readonly trainer: string }[];
}

/**
 * @param of the plan that people know: an id, or the plan that is shown
 * @param edits what is supposed besides
 */
export async function askRepair(of: string | Plan, edits: readonly object[] = []): Promise<Repaired> {
  // Whom she fixes and keeps out holds for a repair as for every other plan.
  const all = [...editsFor(marks.value), ...edits];
  const more = { time: 5, ...(all.length === 0 ? {} : { edits: all }) };
  const told =
    typeof of === "string"
      ? await post<Repaired>("repairs", { season: season.value?.id, plan: of, ...more })
      : await askOf<Repaired>("repairs", of, more);
  await nameThem([...told.contacts, ...told.told].map(({ trainer }) => trainer));
  // What it states of its cost is of the season with the edits: of the season as it is, that would be false.
  return all.length === 0 ? told : { ...told, plan: unstated(told.plan) };
}
