/** Asks for the best teams of a session as the plan stands, and what they cost beside the plan that is shown. */
import { wholeTeams, withAssignment } from "./edits.js";
import { editsFor } from "./marks.js";
import { askOf } from "./shown-plan.js";
import { judge, judged, lang, marks, nameThem, season, verdict } from "./state.js";
import type { Plan, Session, Suggested, Suggestions } from "./types.js";

export interface Wanted {
  readonly top: number;
  /** of one date alone, by its place in the session's list */
  readonly slot?: number;
  /** how many teams each date still has, too */
  readonly dates?: true;
}

/** @param withdrawn aborts when no answer is wanted any more */
export function askTeams(session: Session, now: Plan, wanted: Wanted, withdrawn?: AbortSignal): Promise<Suggestions> {
  const edits = editsFor(marks.value, session.id);
  const asked = season.value === null ? now : wholeTeams(now, season.value);
  const question = { session: session.id, ...wanted, ...(edits.length === 0 ? {} : { edits }), lang: lang.value };
  return askOf<Suggestions>("suggestions", asked, question, withdrawn);
}

/** Whoever is suggested is called by her name from now on. */
export const nameSuggested = ({ teams }: Suggestions): Promise<void> =>
  nameThem(teams.flatMap(({ team }) => team.map(({ trainer }) => trainer)));

/**
 * What each suggested team would cost the plan more than what it has now. All else stays as it is, so that the first of them, judged, tells
 * it of the others.
 */
export async function costsBeside(
  session: Session,
  now: Plan,
  teams: readonly Suggested[],
): Promise<ReadonlyMap<Suggested, number>> {
  const [first] = teams;
  if (first === undefined) return new Map();
  const { slot, team } = first;
  const known = judged.value === now ? verdict.value : null;
  const [was, becomes] = await Promise.all([
    known ?? judge(now),
    judge(withAssignment(now, session.id, { session: session.id, slot, team })),
  ]);
  return new Map(teams.map((one) => [one, becomes.total - was.total + one.cost - first.cost]));
}
