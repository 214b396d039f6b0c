/**
 * The part of the Lagrangian that belongs to the owners of rows: what trainers and programmes pay for the room in their
 * rows, and the load that is cheapest for each trainer.
 */
import type { Load } from "../problem/data.js";
import { loadCostAt } from "../problem/families.js";
import type { Rows } from "./rows.js";
import { dearestDays } from "./spread.js";

/**
 * The trainers' part: each takes the load that is cheapest for her and pays for the room in her rows; under a step price
 * she may close instead, and then has neither.
 */
export function priceTrainers(rows: Rows, multipliers: Float64Array, gradient: Float64Array): number {
  const T = rows.data.shape.trainers;
  /** by trainer: less her rows' caps at their prices */
  const trainerValue = new Float64Array(T);
  for (const row of rows.active) {
    const t = rows.trainerOf[row] as number;
    if (t >= 0 && rows.lower[row] === 0)
      trainerValue[t] = (trainerValue[t] as number) - (rows.cap[row] as number) * (multipliers[row] as number);
  }
  const spread = rows.families.filter(({ family }) => family.dayOf);
  const uses = spread.flatMap((family) => [...dearestDays(family, rows.cap, multipliers)]);
  for (const { owner, worth } of uses) trainerValue[owner] = (trainerValue[owner] as number) - worth;
  const closed = new Uint8Array(T);
  let value = 0;
  for (let t = 0; t < T; t++) {
    let open = (trainerValue[t] as number) + (rows.stepPrice[t] as number);
    let shut = 0;
    for (const { load, at, most } of rows.bands) {
      const price = multipliers[at + t] as number;
      open +=
        loadCostAt(load, t, bestLoad(load, t, price, most[t] as number)) -
        price * bestLoad(load, t, price, most[t] as number);
      shut += loadCostAt(load, t, 0);
    }
    if ((rows.stepPrice[t] as number) > 0 && shut < open) {
      closed[t] = 1;
      value += shut;
    } else value += open;
  }
  for (const row of rows.active) {
    const t = rows.trainerOf[row] as number;
    if (t >= 0 && rows.lower[row] === 0 && !closed[t])
      gradient[row] = (gradient[row] as number) - (rows.cap[row] as number);
  }
  for (const { owner, rows: used } of uses)
    if (!closed[owner]) for (const row of used) gradient[row] = (gradient[row] as number) - (rows.cap[row] as number);
  for (const { load, at, most } of rows.bands)
    for (let t = 0; t < T; t++)
      if (!closed[t])
        gradient[at + t] =
          (gradient[at + t] as number) - bestLoad(load, t, multipliers[at + t] as number, most[t] as number);
  return value;
}

/** The programmes' part: what they pay for the room in their rows. */
export function priceProgrammes(rows: Rows, multipliers: Float64Array, gradient: Float64Array): number {
  let value = 0;
  for (const { family, at, owners } of rows.families) {
    if (family.owner !== "programme") continue;
    for (let row = at; row < at + owners.length * family.buckets; row++) {
      const cap = rows.cap[row] as number;
      if (cap === Number.POSITIVE_INFINITY) continue;
      value -= cap * (multipliers[row] as number);
      gradient[row] = (gradient[row] as number) - cap;
    }
  }
  return value;
}

/** The whole load, 0 … most, at which cost less price × load is least. */
function bestLoad(band: Load, trainer: number, price: number, most: number): number {
  if (price === 0) return Math.min(band.low[trainer] as number, most);
  // Beyond the band the cost rises by price × (2k + 1) with the next half-day: stop where that passes what it earns. The
  // cost is convex, so what is best without limits is cut to them.
  const beyond = Math.max(0, Math.ceil(Math.abs(price) / (2 * band.price) - 0.5));
  const free = price > 0 ? (band.high[trainer] as number) + beyond : (band.low[trainer] as number) - beyond;
  return Math.max(0, Math.min(free, most));
}
