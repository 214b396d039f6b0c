/** The plan that is shown, beside the same as the database has it; and what is asked of it, for which the changes alone are sent. */
import { computed, signal } from "@preact/signals";
import { ApiError, post } from "./api.js";
import { changesBetween, type Touched } from "./touched.js";
import type { Assignment, Plan } from "./types.js";

/** The plan as it is shown, with what can be undone and done again. */
export const plan = signal<Plan | null>(null);
export const planId = signal<string | null>(null);
/** the version that was seen */
export const planVersion = signal<number | null>(null);
/** what the plan was in that version */
export const kept = signal<Plan | null>(null);
/** What is changed and not kept. */
export const changes = computed<readonly Touched[]>(() =>
  plan.value === null || kept.value === null ? [] : changesBetween(kept.value, plan.value),
);

/** A plan of the database, and what was changed in it. */
interface ChangedPlan {
  readonly of: string;
  readonly version: number;
  readonly assignments: readonly Assignment[];
  /** sessions that have no team */
  readonly open: readonly string[];
}

/** A plan as it is sent; null where it has to be sent whole: the database has none, or so much is changed that the whole is shorter. */
function changedPlan(of: Plan): ChangedPlan | null {
  const [id, version, before] = [planId.peek(), planVersion.peek(), kept.peek()];
  if (id === null || version === null || before === null || before.season !== of.season) return null;
  const those = of === plan.peek() ? changes.peek() : changesBetween(before, of);
  if (those.length > of.assignments.length) return null;
  const assignments = those.flatMap(({ is }) => (is === null ? [] : [is]));
  return { of: id, version, assignments, open: those.flatMap(({ session, is }) => (is === null ? [session] : [])) };
}

/**
 * Asks something of a plan, as it is shown or as it would be. Where somebody saved it anew meanwhile, all of it is sent.
 * @param more what else the question says
 * @param withdrawn aborts when no answer is wanted any more
 */
export async function askOf<T>(path: string, of: Plan, more: object = {}, withdrawn?: AbortSignal): Promise<T> {
  const ask = (as: Plan | ChangedPlan): Promise<T> =>
    post<T>(path, { season: of.season, plan: as, ...more }, withdrawn);
  const changed = changedPlan(of);
  if (changed === null) return ask(of);
  try {
    return await ask(changed);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 412) throw error;
    return ask(of);
  }
}
