/** Which client pays for which sessions, and how much. */
import { feeOf, minuteOf, type Programme, ROLES, type Session } from "../../src/model/index.js";
import type { Chance } from "./chance.js";
import { meanRate } from "./pool.js";

/** Share of sessions that some programme pays; the others have no budget. */
const PAID = 0.85;
const MOST_SESSIONS = 8;
/** Budgets lie so far around the season's own tightness. */
const SPREAD = 0.14;

/** What a programme is drawn for: each session with the code of its client. */
export interface Ordered {
  readonly session: Session;
  readonly client: string;
}

/** Gathers each client's sessions into programmes of two to eight, with a budget each. */
export function drawProgrammes(
  chance: Chance,
  ordered: readonly Ordered[],
  tightness: number,
): { readonly sessions: readonly Session[]; readonly programmes: readonly Programme[] } {
  const open = new Map<string, Session[]>();
  const closed: Session[][] = [];
  for (const { session, client } of ordered) {
    if (!chance.odds(PAID)) continue;
    const gathered = open.get(client) ?? [];
    gathered.push(session);
    open.set(client, gathered);
    if (gathered.length < MOST_SESSIONS) continue;
    closed.push(gathered);
    open.delete(client);
  }
  const groups = [...closed, ...open.values()].filter((group) => group.length > 1);
  const programmeOf = new Map<Session, string>();
  const programmes = groups.map((group, index) => {
    const id = `p${String(index + 1).padStart(4, "0")}`;
    for (const session of group) programmeOf.set(session, id);
    const fees = group.reduce((sum, session) => sum + expectedFees(session), 0);
    const ratio = Math.max(0, tightness + chance.between(-SPREAD, SPREAD));
    return { id, budget: Math.round((ratio * fees) / 10) * 10 };
  });
  const sessions = ordered.map(({ session }) => ({ ...session, programme: programmeOf.get(session) ?? null }));
  return { sessions, programmes };
}

/** What a team would come to at the mean rates of its roles. */
function expectedFees(session: Session): number {
  const minutes = session.slots[0].reduce(
    (sum, [from, to]) => sum + minuteOf(to) - minuteOf(from),
    session.paidMinutes,
  );
  return ROLES.reduce((sum, role) => sum + (session.seats[role] ?? 0) * feeOf(meanRate(role), minutes), 0);
}
