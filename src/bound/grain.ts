/** How long steps are: read off the season itself, so that no scale of costs is special. */
import type { ProblemData } from "../problem/data.js";

/**
 * The season's grain: by how much the usual member costs more than the cheapest who could sit in her place. Steps on
 * multipliers, and the temperature of a search, are measured in it. Where all cost alike, a step price stands in.
 */
export function grainOf(data: ProblemData): number {
  const spread = spreadOf(data);
  if (spread > 0) return spread;
  const prices = data.loads.map((load) => load.price).filter((price) => price > 0);
  return prices.length > 0 ? Math.min(...prices) : 1;
}

/** What was worked out of each problem: it is asked for many times, and looks at every entry. */
const SPREADS = new WeakMap<ProblemData, number>();

function spreadOf(data: ProblemData): number {
  const known = SPREADS.get(data) ?? meanSpread(data);
  SPREADS.set(data, known);
  return known;
}

function meanSpread(data: ProblemData): number {
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
  return lists > 0 ? sum / lists : 0;
}

/** Whether all cost alike and having a trainer costs by itself: then it only counts how many work. */
export function onlyHeadsCount(data: ProblemData): boolean {
  return data.loads.some((load) => load.form === "step" && load.price > 0) && spreadOf(data) === 0;
}
