/** Where multipliers start. */
import type { Lagrangian } from "./lagrangian.js";

/**
 * Under step prices (what it costs to have a trainer at all), sessions that are busy at one moment need as many
 * trainers: pricing that moment's rows at the step price proves it. Sets the multipliers so for the moment at which most
 * sessions are busy whatever their slot; without step prices it leaves them at 0.
 */
export function startAtClique(lagrangian: Lagrangian): void {
  const { rows, data, multipliers } = lagrangian;
  const { shape } = data;
  if (!rows.stepPrice.some((price) => price > 0)) return;
  let best: { count: number; at: number; owners: Int32Array } = { count: 0, at: -1, owners: new Int32Array(0) };
  for (const { family, at, owners } of rows.families) {
    if (family.owner !== "trainer" || family.role >= 0 || family.memberWeights || family.dayOf) continue;
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
      for (let o = 0; o < owners.length; o++) room = Math.max(room, rows.cap[at + b * owners.length + o] as number);
      const count = room > 0 && room < Number.POSITIVE_INFINITY ? (always[b] as number) / room : 0;
      if (count > best.count) best = { count, at: at + b * owners.length, owners };
    }
  }
  best.owners.forEach((owner, place) => {
    const cap = rows.cap[best.at + place] as number;
    if (cap > 0 && cap < Number.POSITIVE_INFINITY)
      multipliers[best.at + place] = (rows.stepPrice[owner] as number) / cap;
  });
}
