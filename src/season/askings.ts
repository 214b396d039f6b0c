/** Whom to ask about what is published, what they answer, and the dates that are held meanwhile. */
import { InputError, type Member, type Plan, type Season } from "../model/index.js";
import {
  type Actor,
  type Agreed,
  assertMay,
  codesOf,
  inTransaction,
  noteRepairDue,
  publicationOf,
  type Reply,
  type ReplyKind,
  repliesOf,
  repliesTo,
  type Store,
  StoreError,
  saveReply,
} from "../pool/store/index.js";
import { agreedOf } from "./agreed.js";
import { assertPublished, bookingsOf, type PublishedBooking } from "./bookings.js";
import { hold, release } from "./holds.js";
import { seasonForOwn, seasonForReading } from "./read.js";

/** One question to one trainer, and how it stands. */
export interface Asking {
  readonly session: string;
  readonly seat: Member["seat"];
  readonly slot: Agreed["slot"];
  /** `new`: she has not been asked about this date */
  readonly reply: ReplyKind | "new";
  readonly at: string | null;
  /** false: what was published of the session no longer holds; nobody is asked for it until it is repaired */
  readonly stands: boolean;
}

/** What each trainer is asked, those with the earliest date first. */
export function askingsOf(
  store: Store,
  actor: Actor,
  seasonId: string,
): readonly { readonly trainer: string; readonly askings: readonly Asking[] }[] {
  assertMay(store, actor, "seeBookings");
  return inTransaction(store, () => {
    assertPublished(store, seasonId);
    const replies = repliesByKey(repliesOf(store, seasonId));
    const byTrainer = new Map<string, Asking[]>();
    for (const booking of bookingsOf(store, seasonForReading(store, actor, seasonId)))
      for (const member of booking.team) {
        const askings = byTrainer.get(member.trainer) ?? [];
        byTrainer.set(member.trainer, [...askings, askingOf(booking, member, replies)]);
      }
    const startOf = ({ slot }: Asking): string => slot[0]?.[0] ?? "";
    const first = (askings: readonly Asking[]): string => askings.map(startOf).sort()[0] ?? "";
    return [...byTrainer]
      .map(([trainer, askings]) => ({
        trainer,
        askings: askings.sort((a, b) => startOf(a).localeCompare(startOf(b)) || a.session.localeCompare(b.session)),
      }))
      .sort((a, b) => first(a.askings).localeCompare(first(b.askings)) || a.trainer.localeCompare(b.trainer));
  });
}

/**
 * What was answered to the sessions of a plan, each on its date and at its place: `no` where somebody declined, `yes` where
 * everybody accepted.
 * @param trainer her answers alone; null: those of whole teams
 */
export function answersTo(
  store: Store,
  season: Season,
  plan: Plan,
  trainer: string | null,
): ReadonlyMap<string, "yes" | "no" | "open"> {
  const replies = repliesByKey(repliesOf(store, season.id));
  return new Map(
    agreedOf(season, plan).map((agreed) => {
      const said = agreed.team
        .filter((member) => trainer === null || member.trainer === trainer)
        .map((member) => replies.get(`${agreed.session}\n${member.trainer}`))
        .map((reply) => (reply !== undefined && repliesTo(reply, agreed) ? reply.reply : "new"));
      const all = said.length > 0 && said.every((reply) => reply === "yes");
      return [agreed.session, said.includes("no") ? "no" : all ? "yes" : "open"];
    }),
  );
}

function askingOf(booking: PublishedBooking, { trainer, seat }: Member, replies: ReadonlyMap<string, Reply>): Asking {
  const { session, slot, stands } = booking;
  const reply = replies.get(`${session}\n${trainer}`);
  const same = reply !== undefined && repliesTo(reply, booking);
  return { session, seat, slot, stands, reply: same ? reply.reply : "new", at: same ? reply.at : null };
}

const repliesByKey = (replies: readonly Reply[]): ReadonlyMap<string, Reply> =>
  new Map(replies.map((reply) => [`${reply.session}\n${reply.trainer}`, reply]));

export interface Answered {
  readonly reply: ReplyKind;
  /** what she had answered to this date before */
  readonly before: ReplyKind | "new";
  /** everybody in the team said yes to this date: it is pinned from now on */
  readonly confirmed: boolean;
}

/**
 * Keeps what a trainer answered about a session, as it was published. While she is asked, the date is held for this season; a no or
 * a yes lets go of the hold. After a no she is not planned for that session again.
 * @param until for `asked`: the instant until which the date is held for the question; null: it is not held
 * @throws StoreError `unknown` where she is in no published team of it; `conflict` where she is asked for, or says yes to, what was
 * published and holds no longer
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
 * The same by the trainer herself: a yes or a no to what she was announced for. What she declines is to be repaired (`repairsDue`).
 * @throws StoreError `refused` for anybody else; `unknown` and `conflict` as above
 */
export function answerOwn(
  store: Store,
  actor: Actor,
  seasonId: string,
  session: string,
  reply: "yes" | "no",
): Answered {
  assertMay(store, actor, "answerOwn");
  return inTransaction(store, () => {
    const told = kept(store, actor, seasonId, { session, trainer: actor.trainer ?? "", reply }, null);
    if (reply === "no" && told.before !== "no") noteRepairDue(store, seasonId);
    return told;
  });
}

function kept(
  store: Store,
  actor: Actor,
  seasonId: string,
  given: { readonly session: string; readonly trainer: string; readonly reply: ReplyKind },
  until: string | null,
): Answered {
  if (until !== null && !(Date.parse(until) > Date.parse(store.now())))
    throw new InputError("the reply", [
      { path: "holdUntil", expected: "an instant that is not past, until which the date is to be held", value: until },
    ]);
  return inTransaction(store, () => {
    const isIn = ({ session, team }: Agreed): boolean =>
      session === given.session && team.some(({ trainer }) => trainer === given.trainer);
    const agreed = publicationOf(store, seasonId)?.sessions.find(isIn);
    if (agreed === undefined) {
      assertPublished(store, seasonId, given.session);
      throw new StoreError(
        "unknown",
        `${given.trainer} is in no published team of ${given.session}: nothing was asked of her`,
      );
    }
    const { slot, team } = agreed;
    const said = repliesByKey(repliesOf(store, seasonId)).get(`${given.session}\n${given.trainer}`);
    const before = said !== undefined && repliesTo(said, agreed) ? said.reply : "new";
    if (before === "no" && (given.reply === "asked" || given.reply === "silent"))
      throw new StoreError("conflict", `${given.trainer} has said no to ${given.session}: only her yes changes that`);
    // Kept first: a yes takes back her own no, which would stand in its way.
    const seat = team.find(({ trainer }) => trainer === given.trainer)?.seat;
    const { place } = agreed;
    saveReply(store, actor, seasonId, {
      ...given,
      slot,
      ...(place === undefined ? {} : { place }),
      ...(seat === undefined ? {} : { seat }),
    });
    const load = actor.role === "trainer" ? seasonForOwn : seasonForReading;
    const booking = bookingsOf(store, load(store, actor, seasonId)).find(isIn);
    if (booking === undefined) throw new Error("a published session is no booking");
    if (!booking.stands && (given.reply === "yes" || given.reply === "asked"))
      throw new StoreError(
        "conflict",
        `${given.session}: what was published of it no longer holds (not available); repair the season before anybody is asked`,
      );
    if (given.reply === "asked" && until !== null) hold(store, actor, given.trainer, seasonId, slot, until);
    else release(store, actor, given.trainer, seasonId, slot);
    const replies = repliesByKey(repliesOf(store, seasonId));
    const confirmed =
      booking.stands && team.length > 0 && team.every((member) => askingOf(booking, member, replies).reply === "yes");
    return { reply: given.reply, before, confirmed };
  });
}

/**
 * What a trainer was announced for, in every season, with what she answered: for her alone.
 * @returns with each the name of its place: null online, and where it no longer holds
 */
export function ownAskings(
  store: Store,
  actor: Actor,
): readonly { readonly season: string; readonly place: string | null; readonly asking: Asking }[] {
  assertMay(store, actor, "answerOwn");
  const all = inTransaction(store, () =>
    codesOf(store, "seasons").flatMap((id) => {
      const hers = ({ trainer }: Member): boolean => trainer === actor.trainer;
      if (publicationOf(store, id)?.sessions.some(({ team }) => team.some(hers)) !== true) return [];
      const season = seasonForOwn(store, actor, id);
      const places = new Map(season.sessions.map(({ id: session, place }) => [session, place]));
      const replies = repliesByKey(repliesOf(store, id));
      return bookingsOf(store, season).flatMap((booking) =>
        booking.team.filter(hers).map((member) => {
          const place = booking.stands ? (places.get(booking.session) ?? null) : null;
          return { season: id, place, asking: askingOf(booking, member, replies) };
        }),
      );
    }),
  );
  const startOf = ({ asking }: (typeof all)[number]): string => asking.slot[0]?.[0] ?? "";
  return all.toSorted((a, b) => startOf(a).localeCompare(startOf(b)));
}
