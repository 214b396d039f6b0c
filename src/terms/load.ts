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
      // cost ≥ each line through two neighbouring loads: exact at whole loads, since the cost is convex
      const total = mip.column(0, 0, most, false);
      mip.row(0, sum.add(total, -1), 0);
      const price = mip.column(1, 0, Number.POSITIVE_INFINITY, false);
      let last = Number.NaN;
      for (let k = 0; k < Math.max(1, most); k++) {
        const [at, next] = [loadCost(term.price, t, k), loadCost(term.price, t, k + 1)];
        const slope = next - at;
        if (slope === last || (slope === 0 && at === 0)) continue;
        last = slope;
        mip.row(at - slope * k, new Expression().add(price).add(total, -slope), Number.POSITIVE_INFINITY);
      }
    }
  },
  relax: (term, _shape, sink) => sink.load(term),
};
