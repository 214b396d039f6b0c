/** Which season is opened where she has not chosen one. Pure. */
import type { SeasonRow } from "./types.js";

/** Whether a season is going on, is to come, or is over: in that order they are opened. */
function phaseOf({ from, to }: SeasonRow, today: string): number {
  if (to < today) return 2;
  return from > today ? 1 : 0;
}

const daysBetween = (a: string, b: string): number => Math.abs(Date.parse(a) - Date.parse(b));

/**
 * The season around today, else the next to come, else the last that was; of several such the one that is published, then the nearest.
 * @returns undefined where there is none
 */
export function fittingSeason(rows: readonly SeasonRow[], today: string): SeasonRow | undefined {
  const keyOf = (row: SeasonRow): readonly [number, number, number] => {
    const phase = phaseOf(row, today);
    return [phase, row.published === null ? 1 : 0, daysBetween(phase === 1 ? row.from : row.to, today)];
  };
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  keyed.sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || a.key[2] - b.key[2]);
  return keyed[0]?.row;
}
