/** Whether somebody matches what a session asks for: told where she consents to that, and each time in the trail. */
import type { Explanation, MetNeed } from "../advice/index.js";
import type { Session } from "../model/index.js";
import { type Actor, inTransaction, matchesNeed, type SensitiveField, type Store } from "../pool/store/index.js";

/**
 * An explanation with what its members bring as far as the reader may know it.
 * @param session the session that is explained
 */
export function toldMatches(store: Store, actor: Actor, session: Session, explanation: Explanation): Explanation {
  return inTransaction(store, () => ({
    ...explanation,
    team: explanation.team.map((member) => ({
      ...member,
      meets: member.meets.filter((met) => {
        const asked = askedFor(session, met);
        if (asked === null) return true;
        const [field, wanted] = asked;
        const answer = matchesNeed(store, actor, member.trainer, field, wanted);
        return answer.given && answer.value;
      }),
    })),
  }));
}

/** The sensitive field that a need is met by, and the tags that meet it; null where it is none. */
function askedFor(session: Session, { rule, need }: MetNeed): readonly [SensitiveField, readonly string[]] | null {
  switch (rule) {
    case "community":
      return ["backgrounds", session.communities[need]?.backgrounds ?? []];
    case "language":
      return ["languages", [session.languages[need]?.id ?? ""]];
    case "trait":
      return ["traits", [session.traits[need]?.id ?? ""]];
    default:
      return null;
  }
}
