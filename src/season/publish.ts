/** Publishing a plan: who agreed, what people were told, whom to ask, what they answered, dates that are held meanwhile. */
import type { Member, Plan, Season } from "../model/index.js";
import {
  type Actor,
  type Agreed,
  agreementsOf,
  assertMay,
  codesOf,
  ifUnchanged,
  inTransaction,
  publicationOf,
  type Reply,
  type ReplyKind,
  readBody,
  repliesOf,
  type Store,
  StoreError,
  saveAgreement,
  savePublication,
  saveReply,
  shareNames,
} from "../pool/store/index.js";
import { hold, release } from "./holds.js";
import { BrokenPlan, brokenFor } from "./plans.js";
import { keptPlan } from "./read.js";

/** An account agrees that a plan be published. */
export function agree(store: Store, actor: Actor, planId: string): void {
  assertMay(store, actor, "publish");
  const { season } = keptPlan(store, actor, planId);
  saveAgreement(store, actor, season.id, planId);
}

export interface PublishedPlan {
  readonly season: string;
  readonly plan: string;
  readonly sessions: number;
  readonly agreed: readonly { readonly account: string; readonly at: string }[];
  /** sessions whose date or team people were told otherwise before, or not at all */
  readonly news: readonly string[];
  /** sessions that were published before and are no longer staffed */
  readonly gone: readonly string[];
}

/**
 * Freezes a plan as what people are told: it is the `published` of its season from now on, and leaving it costs. Whoever publishes
 * agrees. A team of which everybody says yes is pinned.
 * @param seen the version of the plan that the caller has read; null where it does not matter
 * @throws BrokenPlan where the plan breaks a rule of the season as it stands now
 */
export function publish(store: Store, actor: Actor, planId: string, seen: number | null): PublishedPlan {
  assertMay(store, actor, "publish");
  return ifUnchanged(store, "plans", planId, seen, () => {
    const { season, plan, verdict } = keptPlan(store, actor, planId);
    if (!verdict.feasible) throw new BrokenPlan(planId, brokenFor(actor, verdict));
    const before = new Map((publicationOf(store, season.id)?.sessions ?? []).map((one) => [one.session, keyOf(one)]));
    const sessions = agreedOf(season, plan);
    saveAgreement(store, actor, season.id, planId);
    savePublication(store, actor, { season: season.id, plan: planId, at: store.now(), sessions });
    shareNames(
      store,
      actor,
      sessions.flatMap(({ team }) => team.map(({ trainer }) => trainer)),
    );
    const now = new Set(sessions.map(({ session }) => session));
    return {
      season: season.id,
      plan: planId,
      sessions: sessions.length,
      agreed: agreementsOf(store, season.id, planId),
      news: sessions.filter((one) => before.get(one.session) !== keyOf(one)).map(({ session }) => session),
      gone: [...before.keys()].filter((session) => !now.has(session)),
    };
  });
}

/** Dates and teams with the dates written out. */
function agreedOf(season: Season, plan: Plan): readonly Agreed[] {
  const sessions = new Map(season.sessions.map((session) => [session.id, session]));
  return plan.assignments.flatMap(({ session, slot, team }) => {
    const parts = sessions.get(session)?.slots[slot];
    return parts === undefined ? [] : [{ session, slot: parts, team }];
  });
}

const keyOf = ({ slot, team }: Agreed): string =>
  JSON.stringify([slot, team.map(({ seat, trainer }) => `${trainer} ${seat}`).sort()]);

/** One question to one trainer, and how it stands. */
export interface Asking {
  readonly session: string;
  readonly seat: Member["seat"];
  readonly slot: Agreed["slot"];
  /** `new`: she has not been asked about this date */
  readonly reply: ReplyKind | "new";
  readonly at: string | null;
}

/** What each trainer is asked, those with the earliest date first. */
export function askingsOf(
  store: Store,
  actor: Actor,
  seasonId: string,
): readonly { readonly trainer: string; readonly askings: readonly Asking[] }[] {
  assertMay(store, actor, "seeBookings");
  const publication = publicationOf(store, seasonId);
  if (publication === null) throw new StoreError("unknown", `season ${seasonId}: nothing is published of it yet`);
  const replies = repliesByKey(repliesOf(store, seasonId));
  const byTrainer = new Map<string, Asking[]>();
  for (const { session, slot, team } of publication.sessions)
    for (const { trainer, seat } of team) {
      const reply = replies.get(`${session}\n${trainer}`);
      const same = reply !== undefined && JSON.stringify(reply.slot) === JSON.stringify(slot);
      const asking: Asking = { session, seat, slot, reply: same ? reply.reply : "new", at: same ? reply.at : null };
      byTrainer.set(trainer, [...(byTrainer.get(trainer) ?? []), asking]);
    }
  const startOf = ({ slot }: Asking): string => slot[0]?.[0] ?? "";
  const first = (askings: readonly Asking[]): string => askings.map(startOf).sort()[0] ?? "";
  return [...byTrainer]
    .map(([trainer, askings]) => ({
      trainer,
      askings: askings.sort((a, b) => startOf(a).localeCompare(startOf(b)) || a.session.localeCompare(b.session)),
    }))
    .sort((a, b) => first(a.askings).localeCompare(first(b.askings)) || a.trainer.localeCompare(b.trainer));
}

const repliesByKey = (replies: readonly Reply[]): ReadonlyMap<string, Reply> =>
  new Map(replies.map((reply) => [`${reply.session}\n${reply.trainer}`, reply]));

export interface Answered {
  readonly reply: ReplyKind;
  /** everybody in the team said yes to this date: it is pinned from now on */
  readonly confirmed: boolean;
}

/**
 * Keeps what a trainer answered about a session, as it was published. While she is asked, the date is held for this season; a no or
 * a yes lets go of the hold. After a no she is not planned for that session again.
 * @param until for `asked`: the instant until which the date is held for the question; null: it is not held
 * @throws StoreError `unknown` where she is in no published team of it; `conflict` where that is no longer the date she was asked for
 */
export function answer(
  store: Store,
  actor: Actor,
  seasonId: string,
  given: { readonly session: string; readonly trainer: string; readonly reply: ReplyKind },
  until: string | null = null,
): Answered {
  assertMay(store, actor, "publish");
  return kept(store, actor, seasonId, given, until);
}

/**
 * The same by the trainer herself: a yes or a no to what she was announced for.
 * @throws StoreError `refused` for anybody else; `unknown` as above
 */
export function answerOwn(
  store: Store,
  actor: Actor,
  seasonId: string,
  session: string,
  reply: "yes" | "no",
): Answered {
  assertMay(store, actor, "answerOwn");
  return kept(store, actor, seasonId, { session, trainer: actor.trainer ?? "", reply }, null);
}

function kept(
  store: Store,
  actor: Actor,
  seasonId: string,
  given: { readonly session: string; readonly trainer: string; readonly reply: ReplyKind },
  until: string | null,
): Answered {
  return inTransaction(store, () => {
    const publication = publicationOf(store, seasonId);
    const agreed = publication?.sessions.find(({ session }) => session === given.session);
    if (agreed === undefined || !agreed.team.some(({ trainer }) => trainer === given.trainer))
      throw new StoreError(
        "unknown",
        `${given.trainer} is in no published team of ${given.session}: nothing was asked of her`,
      );
    saveReply(store, actor, seasonId, { ...given, slot: agreed.slot });
    if (given.reply === "asked" && until !== null) hold(store, actor, given.trainer, seasonId, agreed.slot, until);
    else release(store, actor, given.trainer, seasonId, agreed.slot);
    const replies = repliesByKey(repliesOf(store, seasonId));
    const confirmed = agreed.team.every(({ trainer }) => {
      const reply = replies.get(`${given.session}\n${trainer}`);
      return reply?.reply === "yes" && JSON.stringify(reply.slot) === JSON.stringify(agreed.slot);
    });
    return { reply: given.reply, confirmed };
  });
}

/** What a trainer was announced for, in every season, with what she answered: for her alone. */
export function ownAskings(
  store: Store,
  actor: Actor,
): readonly { readonly season: string; readonly place: string | null; readonly asking: Asking }[] {
  assertMay(store, actor, "answerOwn");
  return codesOf(store, "seasons").flatMap((season) => {
    const publication = publicationOf(store, season);
    const replies = repliesByKey(repliesOf(store, season));
    return (publication?.sessions ?? []).flatMap(({ session, slot, team }) => {
      const member = team.find(({ trainer }) => trainer === actor.trainer);
      if (member === undefined) return [];
      const reply = replies.get(`${session}\n${member.trainer}`);
      const same = reply !== undefined && JSON.stringify(reply.slot) === JSON.stringify(slot);
      const body = readBody(store, "sessions", session) as { readonly place: string | null } | null;
      const asking: Asking = {
        session,
        seat: member.seat,
        slot,
        reply: same ? reply.reply : "new",
        at: same ? reply.at : null,
      };
      return [{ season, place: body?.place ?? null, asking }];
    });
  });
}

/** What was published, as a plan of the season as it stands: where a repair begins. */
export function publishedPlan(store: Store, season: Season): Plan {
  const publication = publicationOf(store, season.id);
  if (publication === null) throw new StoreError("unknown", `season ${season.id}: nothing is published of it yet`);
  const known = new Set(season.trainers.map(({ id }) => id));
  const assignments = season.published.flatMap(({ session, slot, team }) =>
    slot === null ? [] : [{ session, slot, team: team.filter(({ trainer }) => known.has(trainer)) }],
  );
  return { format: "koppel-plan/1", season: season.id, assignments };
}
