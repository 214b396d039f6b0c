/**
 * Prices that outlive their season: each under the codes of what it prices, so that the bound of a season that was
 * changed a little can start where that of the season before ended. Any multipliers give a bound (see README.md), so a
 * price that fits no row, or the wrong one, costs time and never truth.
 */
import type { Problem } from "../problem/compile.js";
import type { Rows } from "./rows.js";

/** name of a row → its multiplier; rows that are priced at 0 are left out. Plain data, to be sent between threads. */
export type WarmPrices = ReadonlyMap<string, number>;

/** The prices at given multipliers, under names. @param multipliers size rows.length */
export function namedPrices(problem: Problem, rows: Rows, multipliers: Float64Array): WarmPrices {
  const named = new Map<string, number>();
  eachName(problem, rows, (row, name) => {
    const price = multipliers[row] as number;
    if (price !== 0) named.set(name(), price);
  });
  return named;
}

/** Multipliers of a season's rows out of named prices, each within its range; 0 where no price has its name. */
export function multipliersOf(problem: Problem, rows: Rows, prices: WarmPrices): Float64Array {
  const multipliers = new Float64Array(rows.length);
  eachName(problem, rows, (row, name) => {
    const price = prices.get(name()) ?? 0;
    multipliers[row] = Math.min(rows.upper[row] as number, Math.max(rows.lower[row] as number, price));
  });
  return multipliers;
}

/**
 * Visits the rows that can ever matter. A row of a family is named by the rule, the owner's code and its bucket; buckets
 * are days, weeks and moments, which hang on the sessions alone, and their number is part of the name.
 */
function eachName(problem: Problem, rows: Rows, visit: (row: number, name: () => string) => void): void {
  const { season } = problem.index;
  const matters = new Uint8Array(rows.length);
  for (const row of rows.active) matters[row] = 1;
  const ordinals = new Map<string, number>();
  for (const { family, at, owners } of rows.families) {
    const kind = `${family.rule} ${family.role} ${family.buckets}`;
    const ordinal = ordinals.get(kind) ?? 0;
    ordinals.set(kind, ordinal + 1);
    const codes = family.owner === "trainer" ? season.trainers : season.programmes;
    for (let b = 0; b < family.buckets; b++)
      owners.forEach((owner, place) => {
        const row = at + b * owners.length + place;
        if (matters[row]) visit(row, () => `${kind} ${ordinal} ${b} ${codes[owner]?.id}`);
      });
  }
  for (const { load, at } of rows.bands)
    season.trainers.forEach(({ id }, t) => {
      if (matters[at + t]) visit(at + t, () => `${load.rule} ${id}`);
    });
  const { data } = problem;
  const named = new Uint8Array(rows.length);
  season.sessions.forEach(({ id }, s) => {
    for (let q = data.groupStart[s] as number; q < (data.groupStart[s + 1] as number); q++)
      for (let c = data.candidateStart[q] as number; c < (data.candidateStart[q + 1] as number); c++) {
        const row = rows.familiarNow[c] as number;
        if (row < 0 || named[row]) continue;
        named[row] = 1;
        visit(row, () => `familiar ${id} ${season.trainers[data.candidateTrainer[c] as number]?.id}`);
      }
  });
}
