/** Families of rows, loads and links as arrays. */
import { BAN, type Shape } from "../terms/indices.js";
import type { LinkTerm } from "../terms/link.js";
import { sharedBytes, sharedFloats, sharedInts } from "../terms/memory.js";
import type { PairException, PairTerm } from "../terms/pair.js";
import type { LoadFamily, RowFamily } from "../terms/relax-sink.js";
import type { Family, Links, Load, Pairs } from "./data.js";
import { GrowingFloats, GrowingInts } from "./growing.js";

export function compileFamily(shape: Shape, family: RowFamily): Family {
  const slots = shape.sessionOf.length;
  const owners = family.owner === "trainer" ? shape.trainers : shape.programmes;
  const caps = sharedFloats(owners * family.buckets);
  for (let o = 0; o < owners; o++)
    for (let b = 0; b < family.buckets; b++) caps[o * family.buckets + b] = family.cap(o, b);
  const useStart = sharedInts(slots + 1);
  const [useBucket, useWeight] = [new GrowingInts(), new GrowingFloats()];
  for (let g = 0; g < slots; g++) {
    useStart[g] = useBucket.length;
    const { buckets, weights } = family.uses(g);
    for (let k = 0; k < buckets.length; k++) {
      useBucket.push(buckets[k] as number);
      useWeight.push(weights[k] as number);
    }
  }
  useStart[slots] = useBucket.length;
  const weighted = memberWeights(shape, family);
  const dayOf = family.spread ? sharedInts(family.buckets) : null;
  dayOf?.set(family.spread?.dayOf ?? []);
  return {
    rule: family.rule,
    owner: family.owner,
    owners,
    buckets: family.buckets,
    caps,
    useStart,
    useBucket: useBucket.done(),
    useWeight: useWeight.done(),
    role: family.role ?? -1,
    ...weighted,
    dayOf,
    apart: family.spread?.apart ?? 0,
  };
}

function memberWeights(shape: Shape, { memberWeight }: RowFamily): Pick<Family, "weightGroup" | "memberWeights"> {
  if (!memberWeight) return { weightGroup: null, memberWeights: null };
  const slots = shape.sessionOf.length;
  const weightGroup = sharedInts(slots);
  const groups = new Map<number, { group: number; slot: number }>();
  for (let g = 0; g < slots; g++) {
    const key = memberWeight.groupOf(g);
    let known = groups.get(key);
    if (!known) {
      known = { group: groups.size, slot: g };
      groups.set(key, known);
    }
    weightGroup[g] = known.group;
  }
  const weights = sharedFloats(groups.size * shape.trainers);
  for (const { group, slot } of groups.values())
    for (let t = 0; t < shape.trainers; t++) weights[group * shape.trainers + t] = memberWeight.of(slot, t);
  return { weightGroup, memberWeights: weights };
}

export function compileLoad(shape: Shape, { rule, weight, price }: LoadFamily): Load {
  const weights = sharedFloats(shape.sessions);
  for (let s = 0; s < shape.sessions; s++) weights[s] = weight(s);
  const [low, high] = [sharedFloats(shape.trainers), sharedFloats(shape.trainers)];
  if (price.form === "band")
    for (let t = 0; t < shape.trainers; t++) {
      low[t] = price.low(t);
      high[t] = price.high(t);
    }
  return { rule, form: price.form, price: price.price, weight: weights, low, high };
}

/** Merges what all links say of each pair of consecutive sessions. */
export function compileLinks(shape: Shape, links: readonly LinkTerm[]): Links {
  const S = shape.sessions;
  const [previous, next, allowedStart] = [sharedInts(S).fill(-1), sharedInts(S).fill(-1), sharedInts(S).fill(-1)];
  const newcomer = sharedFloats(S);
  const tables: number[] = [];
  let newcomerRoles = 0;
  for (const link of links) {
    previous[link.second] = link.first;
    next[link.first] = link.second;
    newcomer[link.second] = (newcomer[link.second] as number) + link.newcomer;
    if (link.newcomer > 0) for (let r = 0; r < 3; r++) if (link.counts(r)) newcomerRoles |= 1 << r;
    if (!link.allows) continue;
    allowedStart[link.second] = tables.length;
    for (let g = shape.slotStart[link.first] as number; g < (shape.slotStart[link.first + 1] as number); g++)
      for (let h = shape.slotStart[link.second] as number; h < (shape.slotStart[link.second + 1] as number); h++)
        tables.push(link.allows(g, h) ? 1 : 0);
  }
  const allowed = sharedBytes(tables.length);
  allowed.set(tables);
  return { previous, next, newcomer, allowedStart, allowed, newcomerRoles };
}

/** Adds up all pair terms: one base, and an exception wherever any term makes one. */
export function compilePairs(shape: Shape, terms: readonly PairTerm[]): Pairs {
  const T = shape.trainers;
  const base = terms.reduce((sum, term) => sum + term.base, 0);
  const named = new Map<number, PairException>();
  for (const { a, b } of terms.flatMap((t) => t.exceptions)) {
    const cost = terms.reduce((sum, term) => sum + term.cost(a, b), 0);
    named.set(a * T + b, { a, b, cost });
    named.set(b * T + a, { a: b, b: a, cost });
  }
  const sorted = [...named.entries()].sort(([x], [y]) => x - y).map(([, e]) => e);
  const start = sharedInts(T + 1);
  const [other, cost] = [sharedInts(sorted.length), sharedFloats(sorted.length)];
  sorted.forEach((e, i) => {
    start[e.a + 1] = i + 1;
    other[i] = e.b;
    cost[i] = e.cost;
  });
  for (let t = 1; t <= T; t++) start[t] = Math.max(start[t] as number, start[t - 1] as number);
  return { base, start, other, cost };
}

/** Cost of two trainers in one team; Infinity where they must be kept apart or are one. */
export function pairCost(pairs: Pairs, a: number, b: number): number {
  if (a === b) return BAN;
  const end = pairs.start[a + 1] as number;
  for (let i = pairs.start[a] as number; i < end; i++) if (pairs.other[i] === b) return pairs.cost[i] as number;
  return pairs.base;
}

/** Cost of a trainer's load, from the compiled arrays. */
export function loadCostAt(load: Load, trainer: number, held: number): number {
  if (load.form === "step") return held > 0 ? load.price : 0;
  const over = held - (load.high[trainer] as number);
  const under = (load.low[trainer] as number) - held;
  return load.price * ((over > 0 ? over * over : 0) + (under > 0 ? under * under : 0));
}
