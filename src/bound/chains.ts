/** The cheapest outcome of a series by itself: which of its first sessions are staffed, and in which slots. */
import type { ProblemData } from "../problem/data.js";

/** What a session's outcomes cost at some prices. */
export interface OutcomePrices {
  /** by slot: its cheapest team */
  readonly slotPrice: Float64Array;
  /** by session: to leave it open */
  readonly openPrice: Float64Array;
}

/**
 * A dynamic program over slots: sessions are staffed from the first on, each in a slot that may follow the one before.
 * @param first the first session of the chain (a session of no series is a chain of one)
 * @param taken by session: the slot that it takes, −1 for none; written for the sessions of this chain
 * @returns the price of the whole chain
 */
export function cheapestChain(data: ProblemData, prices: OutcomePrices, first: number, taken: Int32Array): number {
  const { links, shape } = data;
  const { slotPrice, openPrice } = prices;
  if ((links.next[first] as number) < 0) return cheapestAlone(data, prices, first, taken);
  const chain: number[] = [];
  for (let s = first; s >= 0; s = links.next[s] as number) chain.push(s);
  let rest = 0;
  const openFrom = new Array<number>(chain.length + 1).fill(0);
  for (let i = chain.length - 1; i >= 0; i--) {
    rest += openPrice[chain[i] as number] as number;
    openFrom[i] = rest;
  }
  let best = openFrom[0] as number;
  let [bestLength, bestSlot] = [0, -1];
  let before = new Float64Array(0);
  const cameFrom: Int32Array[] = [];
  chain.forEach((s, i) => {
    const [start, end] = [shape.slotStart[s] as number, shape.slotStart[s + 1] as number];
    const here = new Float64Array(end - start);
    const from = new Int32Array(end - start).fill(-1);
    const table = links.allowedStart[s] as number;
    for (let g = start; g < end; g++) {
      let least = i === 0 ? 0 : Number.POSITIVE_INFINITY;
      for (let f = 0; i > 0 && f < before.length; f++)
        if (
          (before[f] as number) < least &&
          (table < 0 || links.allowed[table + f * (end - start) + g - start] === 1)
        ) {
          least = before[f] as number;
          from[g - start] = f;
        }
      here[g - start] = least + (slotPrice[g] as number);
      const total = (here[g - start] as number) + (openFrom[i + 1] as number);
      if (total < best) {
        best = total;
        bestLength = i + 1;
        bestSlot = g - start;
      }
    }
    cameFrom.push(from);
    before = here;
  });
  for (let i = chain.length - 1; i >= 0; i--) {
    const s = chain[i] as number;
    if (i >= bestLength) {
      taken[s] = -1;
      continue;
    }
    taken[s] = (shape.slotStart[s] as number) + bestSlot;
    bestSlot = (cameFrom[i] as Int32Array)[bestSlot] as number;
  }
  return best;
}

/**
 * What a series costs for each number of its first sessions that are staffed, the others left open.
 * @param first the first session of the chain
 * @returns by that number, from 0 on
 */
export function prefixPrices(data: ProblemData, { slotPrice, openPrice }: OutcomePrices, first: number): number[] {
  const { links, shape } = data;
  const least: number[] = [0];
  const open: number[] = [];
  let before: Float64Array = new Float64Array(0);
  for (let s = first; s >= 0; s = links.next[s] as number) {
    const [start, end] = [shape.slotStart[s] as number, shape.slotStart[s + 1] as number];
    const here = new Float64Array(end - start);
    const table = links.allowedStart[s] as number;
    for (let g = start; g < end; g++) {
      let from = s === first ? 0 : Number.POSITIVE_INFINITY;
      for (let f = 0; f < before.length; f++)
        if (table < 0 || links.allowed[table + f * (end - start) + g - start] === 1)
          from = Math.min(from, before[f] as number);
      here[g - start] = from + (slotPrice[g] as number);
    }
    open.push(openPrice[s] as number);
    least.push(here.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY));
    before = here;
  }
  let rest = 0;
  for (let length = open.length - 1; length >= 0; length--) {
    rest += open[length] as number;
    least[length] = (least[length] as number) + rest;
  }
  return least;
}

function cheapestAlone(
  data: ProblemData,
  { slotPrice, openPrice }: OutcomePrices,
  session: number,
  taken: Int32Array,
): number {
  let best = openPrice[session] as number;
  taken[session] = -1;
  for (let g = data.shape.slotStart[session] as number; g < (data.shape.slotStart[session + 1] as number); g++)
    if ((slotPrice[g] as number) < best) {
      best = slotPrice[g] as number;
      taken[session] = g;
    }
  return best;
}

/**
 * What the rest of a series is worth after each slot: the price of its cheapest outcome, given that slot, less the cost
 * of leaving the rest open; never above 0, and 0 where nothing follows.
 * @param slotPrice by slot: price of its cheapest team
 * @param worth by slot; written
 */
export function worthAhead(data: ProblemData, slotPrice: Float64Array, worth: Float64Array): void {
  const { links, shape, unstaffedCost } = data;
  worth.fill(0);
  for (let last = 0; last < shape.sessions; last++) {
    if ((links.next[last] as number) >= 0) continue;
    for (let then = last; (links.previous[then] as number) >= 0; then = links.previous[then] as number) {
      const first = links.previous[then] as number;
      const open = unstaffedCost[then] as number;
      const table = links.allowedStart[then] as number;
      const [from, to] = [shape.slotStart[then] as number, shape.slotStart[then + 1] as number];
      let row = 0;
      for (let g = shape.slotStart[first] as number; g < (shape.slotStart[first + 1] as number); g++, row++) {
        let best = 0;
        for (let h = from; h < to; h++)
          if (table < 0 || links.allowed[table + row * (to - from) + h - from] === 1)
            best = Math.min(best, (slotPrice[h] as number) + (worth[h] as number) - open);
        worth[g] = best;
      }
    }
  }
}
