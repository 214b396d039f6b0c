/** The costs of a plan, one function each, in the order of the model's table. */
import type { CostName, Published, Session, Trainer, Weights } from "../model/types.js";
import type { Entry } from "./diary.js";
import type { Facts, Seated, Staffed, StaffedById } from "./facts.js";
import { isShared, levelOf, lookedAt } from "./needs.js";
import { memberFee, neighbours } from "./several.js";

/** Every cost of the model, each summed over the whole season. */
export function costsOf(
  facts: Facts,
  staffedById: StaffedById,
  diaries: ReadonlyMap<string, readonly Entry[]>,
): Record<CostName, number> {
  const { season } = facts;
  const { weights } = season;
  const pairCosts = new Map(season.pairs.map(({ a, b, cost }) => [pairKey(a, b), cost]));
  const staffed = [...staffedById.values()];
  const seated = staffed.flatMap((one) => one.members.map((member) => ({ one, member })));
  return {
    unstaffed: sum(season.sessions, (session) => unstaffed(weights, session, staffedById)),
    background: sum(staffed, (one) => background(weights, one)),
    depth: sum(staffed, (one) => depth(weights, one)),
    travel: sum(seated, ({ one, member }) => travel(facts, one, member)),
    discouraged: sum(seated, ({ one, member }) => discouraged(facts, one, member)),
    slot: sum(staffed, ({ slot }) => weights.slot * slot),
    pair: sum(staffed, ({ members }) => pair(weights, pairCosts, members)),
    fee: sum(seated, ({ one, member }) => weights.fee * memberFee(one, member.trainer)),
    fairness: sum(season.trainers, (trainer) => fairness(weights, trainer, diaries.get(trainer.id) ?? [])),
    activation: weights.activation * diaries.size,
    continuity: sum(season.series.flatMap(neighbours), ([before, after]) =>
      continuity(weights, staffedById.get(before), staffedById.get(after)),
    ),
    change: sum(season.published, (published) => change(weights, published, staffedById)),
    move: sum(season.published, (published) => move(weights, published, staffedById)),
  };
}

function unstaffed(weights: Weights, session: Session, staffedById: StaffedById): number {
  return staffedById.has(session.id) ? 0 : weights.unstaffed * session.priority;
}

/** 0 where a member in a `lived` seat shares the community, 1 where only another does, 2 where nobody does. */
function background(weights: Weights, { session, members }: Staffed): number {
  return sum(session.communities, (community) => {
    const sharing = members.filter(({ trainer }) => isShared(trainer, community));
    const distance = sharing.some(({ seat }) => seat === "lived") ? 0 : sharing.length > 0 ? 1 : 2;
    return weights.background * community.weight * distance;
  });
}

function depth(weights: Weights, { session, members }: Staffed): number {
  return sum(session.themes, ({ id, wish, who }) => {
    const best = Math.max(0, ...lookedAt(members, who).map(({ trainer }) => levelOf(trainer, id)));
    return weights.depth * Math.max(0, wish - best);
  });
}

function travel(facts: Facts, { session }: Staffed, { trainer }: Seated): number {
  return session.place === null ? 0 : facts.season.weights.travelKm * facts.km(trainer.home, session.place);
}

/** Once for a member, however many of the parts, without set-up and debrief, overlap what she would rather keep free. */
function discouraged(facts: Facts, { parts }: Staffed, { trainer }: Seated): number {
  const spans = facts.spans(trainer.discouraged);
  const hit = parts.some(({ itself }) => spans.some(({ from, to }) => from < itself.to && itself.from < to));
  return hit ? facts.season.weights.discouraged : 0;
}

function pair(weights: Weights, pairCosts: ReadonlyMap<string, number>, members: readonly Seated[]): number {
  let cost = 0;
  members.forEach(({ trainer: one }, index) => {
    for (const { trainer: other } of members.slice(index + 1))
      cost += pairCosts.get(pairKey(one.id, other.id)) ?? weights.pair;
  });
  return cost;
}

function fairness(weights: Weights, { share }: Trainer, diary: readonly Entry[]): number {
  const load = sum(diary, ({ staffed }) => staffed.session.halfDays);
  return weights.fairness * (Math.max(0, load - share.max) ** 2 + Math.max(0, share.min - load) ** 2);
}

/** Members, actors apart, who had no seat in the team of the session before. */
function continuity(weights: Weights, before: Staffed | undefined, after: Staffed | undefined): number {
  if (before === undefined || after === undefined) return 0;
  const known = new Set(before.members.map(({ trainer }) => trainer.id));
  return (
    weights.continuity * after.members.filter(({ seat, trainer }) => seat !== "actor" && !known.has(trainer.id)).length
  );
}

function change(weights: Weights, { session, team }: Published, staffedById: StaffedById): number {
  const now = new Set(staffedById.get(session)?.members.map(({ trainer }) => trainer.id));
  return weights.change * team.filter(({ trainer }) => !now.has(trainer)).length;
}

function move(weights: Weights, { session, slot }: Published, staffedById: StaffedById): number {
  const staffed = staffedById.get(session);
  return staffed === undefined || staffed.slot === slot ? 0 : weights.move;
}

/** One key for two trainers in either order. */
function pairKey(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}

function sum<T>(items: Iterable<T>, cost: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += cost(item);
  return total;
}
