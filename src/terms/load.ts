/** Kind `load`: what a trainer's load over the season costs: convex (fair shares) or a step (briefing one more trainer). */
import type { Match, PlanView, SessionIx, TrainerIx } from "./indices.js";
import { difference, type Kind, sumOf, type TermBase } from "./kind.js";
import { Expression } from "./mip-sink.js";
import type { LoadFamily, LoadPrice } from "./relax-sink.js";

export interface LoadTerm extends TermBase, LoadFamily {
  readonly kind: "load";
  readonly rule: string;
}

/** What a trainer's load costs. */
export function loadCost(price: LoadPrice, trainer: TrainerIx, load: number): number {
  if (price.form === "step") return load > 0 ? price.price : 0;
  return price.price * (Math.max(0, load - price.high(trainer)) ** 2 + Math.max(0, price.low(trainer) - load) ** 2);
}

/** Loads up to this are all taken for possible: cheaper than to ask which are. */
const SMALL_LOAD = 2_000;

/** Loads that some of these weights can sum to, ascending, with at least two among them. */
function reachable(weights: readonly number[], most: number): readonly number[] {
  if (most <= SMALL_LOAD) return Array.from({ length: Math.max(1, most) + 1 }, (_, load) => load);
  // A season may count its half-days in thousands: a line for every whole number would fill the memory.
  const sums = new Set([0]);
  for (const weight of weights) for (const sum of [...sums]) sums.add(sum + weight);
  return [...sums].sort((a, b) => a - b);
}

function loadsOf(term: LoadTerm, plan: PlanView): { loads: Float64Array; sessions: SessionIx[][] } {
  const loads = new Float64Array(plan.shape.trainers);
  const sessions: SessionIx[][] = Array.from({ length: plan.shape.trainers }, () => []);
  for (let s = 0; s < plan.shape.sessions; s++) {
    const team = plan.team(s);
    if (!team) continue;
    for (let i = 0; i < team.trainers.length; i++) {
      const trainer = team.trainers[i] as TrainerIx;
      loads[trainer] = (loads[trainer] as number) + term.weight(s);
      sessions[trainer]?.push(s);
    }
  }
  return { loads, sessions };
}

export const load: Kind<LoadTerm> = {
  matches(term, plan) {
    const { loads, sessions } = loadsOf(term, plan);
    const found: Match[] = [];
    for (let t = 0; t < plan.shape.trainers; t++) {
      const cost = loadCost(term.price, t, loads[t] as number);
      if (cost !== 0) found.push({ cost, sessions: sessions[t] ?? [], trainers: [t] });
    }
    return found;
  },
  delta: (term, before, after) => difference(sumOf(load.matches(term, after)), sumOf(load.matches(term, before))),
  bans: () => false,
  rows(term, mip) {
    for (let t = 0; t < mip.shape.trainers; t++) {
      const choices = mip.choicesOf(t);
      const sum = new Expression();
      let most = 0;
      const heaviest = new Map<SessionIx, number>();
      for (const c of choices) {
        const session = mip.shape.sessionOf[c.slot] as SessionIx;
        const weight = term.weight(session);
        sum.add(c.sits, weight);
        heaviest.set(session, weight);
      }
      for (const weight of heaviest.values()) most += weight;
      if (term.price.form === "step") {
        const step = term.price.price;
        if (step === 0 || choices.length === 0) continue;
        const active = mip.column(step, 0, 1, true);
        for (const c of choices) mip.row(Number.NEGATIVE_INFINITY, new Expression().add(c.sits).add(active, -1), 0);
        continue;
      }
      // cost ≥ each line through two neighbouring loads: exact at the loads that can be, since the cost is convex
      const total = mip.column(0, 0, most, false);
      mip.row(0, sum.add(total, -1), 0);
      const price = mip.column(1, 0, Number.POSITIVE_INFINITY, false);
      let last = Number.NaN;
      const loads = reachable([...heaviest.values()], most);
      for (let i = 0; i + 1 < loads.length; i++) {
        const [from, to] = [loads[i] as number, loads[i + 1] as number];
        const at = loadCost(term.price, t, from);
        const slope = (loadCost(term.price, t, to) - at) / (to - from);
        if (slope === last || (slope === 0 && at === 0)) continue;
        last = slope;
        mip.row(at - slope * from, new Expression().add(price).add(total, -slope), Number.POSITIVE_INFINITY);
      }
    }
  },
  relax: (term, _shape, sink) => sink.load(term),
};
