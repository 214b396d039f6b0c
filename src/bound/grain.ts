/** Where multipliers start, and how long steps are: read off the season itself, so that no scale of costs is special. */
import type { ProblemData } from "../problem/data.js";
import type { Lagrangian } from "./lagrangian.js";

/**
 * The season's grain: by how much the usual member costs more than the cheapest who could sit in her place. Steps on
 * multipliers, and the temperature of a search, are measured in it. Where all cost alike, a step price stands in.
 */
export function grainOf(data: ProblemData): number {
  let [sum, lists] = [0, 0];
  for (let l = 0; l + 1 < data.entryStart.length; l++) {
    const [from, to] = [data.entryStart[l] as number, data.entryStart[l + 1] as number];
    if (to - from < 2) continue;
    let [total, least] = [0, Number.POSITIVE_INFINITY];
    for (let e = from; e < to; e++) {
      const cost = (data.entryCost[e] as number) + (data.candidateCost[data.entryCandidate[e] as number] as number);
      total += cost;
      least = Math.min(least, cost);
    }
    sum += total / (to - from) - least;
    lists++;
  }
  const spread = lists > 0 ? sum / lists : 0;
  if (spread > 0) return spread;
  const prices = data.loads.map((load) => load.price).filter((price) => price > 0);
  return prices.length > 0 ? Math.min(...prices) : 1;
}

/**
 * Under step prices (what it costs to have a trainer at all), sessions that are busy at one moment need as many
 * trainers: pricing that moment's rows at the step price proves it. Sets the multipliers so for the moment at which most
 * sessions are busy whatever their slot; without step prices it leaves them at 0.
 */
export function startAtClique(lagrangian: Lagrangian): void {
  const { rows, data, multipliers } = lagrangian;
  const { shape } = data;
  if (!rows.stepPrice.some((price) => price > 0)) return;
  let best = { count: 0, at: -1, owners: 0 };
  for (const { family, at } of rows.families) {
    if (family.owner !== "trainer" || family.role >= 0 || family.memberWeights) continue;
    const always = new Int32Array(family.buckets);
    const uses = new Int32Array(family.buckets);
    for (let s = 0; s < shape.sessions; s++) {
      uses.fill(0);
      const [from, to] = [shape.slotStart[s] as number, shape.slotStart[s + 1] as number];
      for (let u = family.useStart[from] as number; u < (family.useStart[to] as number); u++) {
        const b = family.useBucket[u] as number;
        uses[b] = (uses[b] as number) + 1;
        if (uses[b] === to - from) always[b] = (always[b] as number) + (data.teamSize[s] as number);
      }
    }
    for (let b = 0; b < family.buckets; b++) {
      // Rows with room for several prove less by that much.
      let room = 0;
      for (let o = 0; o < family.owners; o++) room = Math.max(room, rows.cap[at + b * family.owners + o] as number);
      const count = room > 0 && room < Number.POSITIVE_INFINITY ? (always[b] as number) / room : 0;
      if (count > best.count) best = { count, at: at + b * family.owners, owners: family.owners };
    }
  }
  for (let o = 0; o < best.owners; o++) {
    const cap = rows.cap[best.at + o] as number;
    if (cap > 0 && cap < Number.POSITIVE_INFINITY) multipliers[best.at + o] = (rows.stepPrice[o] as number) / cap;
  }
}
