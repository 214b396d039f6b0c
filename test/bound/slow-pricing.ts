/** The slow twin of the pricing: every team of a slot, priced one by one. */
import { ROLES, type Season, type Session } from "../../src/model/types.js";
import type { Problem } from "../../src/problem/compile.js";
import { candidateOf, entryOf } from "../../src/problem/lookup.js";
import { seated } from "../../src/score/plans.js";
import { columnCost } from "../../src/score/teams.js";
import { type TeamOption, teamsOf } from "../oracles/teams.js";
import type { Random } from "../support/random.js";
import { tinySeason } from "../support/tiny-season.js";

/** A team of one slot: `candidates` seat by seat, `apart` what it costs beside its members (cover and pairs). */
export interface PricedTeam {
  readonly slot: number;
  readonly candidates: readonly number[];
  readonly apart: number;
}

/** Every team of a session that the oracle knows, as candidates. */
export function everyTeam(problem: Problem, season: Season, session: Session): PricedTeam[] {
  return teamsOf(season, session).map((option) => pricedTeam(problem, session, option));
}

function pricedTeam(problem: Problem, session: Session, { slot, team }: TeamOption): PricedTeam {
  const { data, index } = problem;
  const at = seated(problem, { session: session.id, slot, team });
  if (!at) throw new Error(`a team of ${session.id} does not fill its seats`);
  const s = index.sessionIx(session.id);
  const first = data.groupStart[s] ?? 0;
  let apart = columnCost(data, at.slot, at.trainers) - (data.slotCost[at.slot] ?? 0);
  const candidates: number[] = [];
  for (let q = first; q < (data.groupStart[s + 1] ?? 0); q++)
    for (let k = data.groupSeats[q] ?? 0; k > 0; k--) {
      const c = candidateOf(data, q, at.trainers[candidates.length] ?? -1);
      const e = entryOf(data, (data.entryList[at.slot] ?? 0) + q - first, c);
      apart -= (data.candidateCost[c] ?? 0) + (data.entryCost[e] ?? 0);
      candidates.push(c);
    }
  return { slot: at.slot, candidates, apart };
}

/** What a team costs at these prices. */
export function priceOf({ candidates, apart }: PricedTeam, prices: Float64Array): number {
  return candidates.reduce((sum, c) => sum + (prices[c] ?? 0), apart);
}

const SEATS = [
  { professional: 2, lived: 1 },
  { professional: 1, lived: 1, actor: 1 },
  { professional: 2, lived: 2 },
  { lived: 3 },
  { professional: 3, actor: 1 },
  { professional: 2, lived: 2, actor: 1 },
  { professional: 1, lived: 3, actor: 2 },
  { professional: 2, lived: 2, actor: 2 },
  { professional: 3, lived: 2 },
] as const;

/**
 * A tiny season of one session with 3 to 6 seats, 8 or 9 trainers who hold most roles, and pairs of every kind: dearer
 * and cheaper than usual, and kept apart. Needs of everybody are dropped, or hardly any team would be left.
 */
export function wideSeason(seed: number, random: Random): Season {
  const season = tinySeason(seed, { trainers: random.int(8, 9), sessions: 1, slots: 2 });
  const softened = <T extends { who: string }>(needs: readonly T[]) => needs.filter(({ who }) => who !== "all");
  const density = random.pick([0.1, 0.4, 0.8]);
  const codes = season.trainers.map(({ id }) => id);
  const pairs = codes.flatMap((a, i) =>
    codes.slice(i + 1).map((b) => ({ a, b, cost: random.pick([0, 1, 8, 30, 90]) })),
  );
  return {
    ...season,
    trainers: season.trainers.map((trainer) => ({
      ...trainer,
      roles: random.some(["professional", "lived", "actor"] as const, 0.8),
      limits: { ...trainer.limits, travelKm: 500, ownCommunityKm: 0 },
    })),
    sessions: season.sessions.map((session) => ({
      ...session,
      seats: random.pick(SEATS),
      themes: softened(session.themes),
      languages: softened(session.languages),
      traits: softened(session.traits),
      communities: session.communities.map((one) => ({ ...one, required: null })),
      pinned: null,
    })),
    pairs: random.some(pairs, density),
    published: random.chance(0.3) ? season.published : [],
  };
}

/**
 * Likewise, but everybody holds one role, few have a pair of their own cost and hardly anything is asked of the team: so
 * many trainers are alike but for their price, and the searches may drop most of them.
 */
export function alikeSeason(seed: number, random: Random): Season {
  const season = wideSeason(seed, random);
  const [model] = season.trainers;
  const [session] = season.sessions;
  if (!model || !session) throw new Error("a wide season has trainers and a session");
  const seats = random.pick([
    { professional: 2, lived: 2 },
    { professional: 1, lived: 2 },
    { professional: 2, lived: 1, actor: 1 },
    { lived: 3 },
  ]);
  const roles = ROLES.filter((role) => role in seats);
  const trainers = Array.from({ length: 6 * roles.length }, (_, i) => {
    const like = random.pick(season.trainers);
    const role = roles[i % roles.length] ?? "lived";
    return { ...like, id: `t${i + 1}`, roles: [role], avoidTrainers: [], available: model.available };
  });
  const pairs = trainers.flatMap(({ id: a }, i) =>
    trainers.slice(i + 1).map(({ id: b }) => ({ a, b, cost: random.pick([0, 0, 1, 8, 60]) })),
  );
  return {
    ...season,
    trainers,
    sessions: [
      { ...session, seats, themes: session.themes.slice(0, random.int(0, 1)), traits: [], excludes: [], waivers: [] },
    ],
    pairs: random.some(pairs, random.pick([0.02, 0.06, 0.15])),
    published: [],
    weights: { ...season.weights, pair: random.int(5, 40) },
  };
}

/** A price for every candidate: what she costs by herself, give or take; now and then nobody may have her. */
export function shakenPrices(random: Random, own: Float64Array): Float64Array {
  const spread = random.pick([0, 5, 40, 300]);
  return Float64Array.from(own, (price) => {
    if (random.chance(0.05)) return Number.POSITIVE_INFINITY;
    return spread === 0 ? price : price + random.int(-spread, spread) + random.real();
  });
}
