/** Seasons and plans without a trainer and without any mention of her. Pure. */
import type { Member, Plan, Session } from "../../model/index.js";
import type { Agreed } from "./life.js";

interface Mentions {
  readonly trainers: readonly { readonly id: string; readonly avoidTrainers?: readonly string[] }[];
  readonly sessions: readonly Session[];
  readonly pairs: readonly { readonly a: string; readonly b: string }[];
  readonly published: readonly { readonly team: readonly Member[] }[];
}

/** A season, with or without its sensitive fields: pins and the published plan keep their other members. */
export function seasonWithout<T extends Mentions>(season: T, code: string): T {
  return {
    ...season,
    trainers: season.trainers
      .filter(({ id }) => id !== code)
      .map((t) => (t.avoidTrainers?.includes(code) ? { ...t, avoidTrainers: without(t.avoidTrainers, code) } : t)),
    sessions: season.sessions.map((session) => sessionWithout(session, code)),
    pairs: season.pairs.filter(({ a, b }) => a !== code && b !== code),
    published: season.published.map((one) => ({ ...one, team: teamWithout(one.team, code) })),
  };
}

/** A session: where she was pinned, the slot and the others stay so. */
export function sessionWithout(session: Session, code: string): Session {
  return {
    ...unpinned(session, code),
    // stored bodies hold no such list: it lies in a table of its own
    ...(session.excludes === undefined ? {} : { excludes: without(session.excludes, code) }),
    waivers: session.waivers.filter(({ trainer }) => trainer !== code),
  };
}

/** A session in which she is not pinned. */
export function unpinned(session: Session, code: string): Session {
  if (session.pinned === null) return session;
  return { ...session, pinned: { ...session.pinned, team: teamWithout(session.pinned.team, code) } };
}

/** A session in which no waiver lifts that she has no time: she can be sent nowhere, whatever was agreed. */
export function unwaived<T extends Pick<Session, "waivers">>(session: T, codes: ReadonlySet<string>): T {
  if (!session.waivers.some(({ trainer }) => codes.has(trainer))) return session;
  return { ...session, waivers: session.waivers.filter(({ trainer }) => !codes.has(trainer)) };
}

/** A plan: its sessions keep the other members, so that what was agreed with them is still known. */
export function planWithout(plan: Plan, code: string): Plan {
  return { ...plan, assignments: plan.assignments.map((one) => ({ ...one, team: teamWithout(one.team, code) })) };
}

/** What was published: the same. */
export function agreedWithout(sessions: readonly Agreed[], code: string): readonly Agreed[] {
  return sessions.map((one) => ({ ...one, team: teamWithout(one.team, code) }));
}

export const without = (codes: readonly string[], code: string): readonly string[] => codes.filter((c) => c !== code);
const teamWithout = (team: readonly Member[], code: string): readonly Member[] =>
  team.filter(({ trainer }) => trainer !== code);
