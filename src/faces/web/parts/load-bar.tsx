/** A trainer's load as a bar on the band of what is fair. */
import { whole } from "../format.js";
import { lang, words } from "../state.js";
import type { Load } from "../types.js";

/** Half-days above what is fair, or below it as a negative number; 0 within it. */
export function besideShare({ halfDays, share }: Load): number {
  if (share === undefined) return 0;
  return Math.max(0, halfDays - share.max) + Math.min(0, halfDays - share.min);
}

export interface LoadBarProps {
  readonly load: Load;
  /** half-days that the whole bar stands for */
  readonly most: number;
}

export function LoadBar({ load, most }: LoadBarProps) {
  const w = words.value;
  const { halfDays, share } = load;
  const percent = (n: number): string => `${(100 * Math.min(n, most)) / most}%`;
  return (
    <span class="load">
      <span class="track">
        {share !== undefined && (
          <span class="fair" style={{ left: percent(share.min), width: percent(share.max - share.min) }} />
        )}
        <span class={`bar1 ${besideShare(load) === 0 ? "" : "off"}`} style={{ width: percent(halfDays) }} />
      </span>
      <span class="num">
        {whole(halfDays, lang.value)}
        {share === undefined ? "" : w.shareShort(share.min, share.max)}
      </span>
    </span>
  );
}

/** What a bar of these loads has to reach to. */
export const mostOf = (loads: readonly Load[]): number =>
  loads.reduce((most, { halfDays, share }) => Math.max(most, halfDays, share?.max ?? 0), 1);
