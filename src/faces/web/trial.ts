/** A change that is tried before it is taken: what it would cost, or the rule that refuses it. */
import { assignmentOf, changedSessions } from "./edits.js";
import { signed } from "./format.js";
import { against } from "./marks.js";
import { brokenText, named } from "./names.js";
import { standingOf } from "./standing.js";
import { judge, lang, marks, plan, verdict, words } from "./state.js";
import type { Plan, Session } from "./types.js";

export interface Trial {
  readonly can: boolean;
  readonly said: string;
}

/** What another plan of one session would mean beside the one that is shown. */
export async function tryOut(session: Session, to: Plan): Promise<Trial> {
  const w = words.value;
  const assignment = assignmentOf(to, session.id);
  const own = assignment === null ? null : against(marks.value, session, assignment);
  if (own !== null) return { can: false, said: w.refused(w.hers[own] ?? own) };
  const shown = plan.value;
  if (shown !== null && changedSessions(shown, to).length === 0) return { can: true, said: w.same };
  const told = await judge(to);
  // What the plan breaks already is not this change's doing, nor that other seats are open still.
  const known = new Set(verdict.value?.violations.map((one) => JSON.stringify(one)));
  const [first] = standingOf(told).broken.filter((one) => !known.has(JSON.stringify(one)));
  if (first !== undefined) {
    const what = brokenText(first);
    return { can: false, said: w.refused(first.where === session.id ? what : `${what} (${named(first.where)})`) };
  }
  const delta = told.total - (verdict.value?.total ?? told.total);
  return { can: true, said: delta === 0 ? w.same : w.would(signed(delta, lang.value)) };
}
