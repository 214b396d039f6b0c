/** Named presets over a season's own weights. */
import { type Season, WEIGHTS, type WeightName, type Weights } from "./types.js";

export const PRESETS = ["best-fit", "fair-shares", "short-journeys"] as const;
export type PresetName = (typeof PRESETS)[number];

/** What a preset makes of one weight: its own value times `factor`, and no less than `atLeast`. */
export interface WeightChange {
  readonly factor: number;
  readonly atLeast: number;
}
export type WeightPreset = Readonly<Partial<Record<WeightName, WeightChange>>>;

/** No weight of a season is larger (docs/season-format.md). */
const LARGEST = 1_000_000_000;

/**
 * The season with a preset's weights; everything else, its id included, stays as it is. Costs and bounds of plans made
 * for the one do not compare with those for the other.
 */
export function withPreset(season: Season, preset: WeightPreset): Season {
  const changed = (name: WeightName): number => {
    const { factor, atLeast } = preset[name] ?? { factor: 1, atLeast: 0 };
    return Math.min(LARGEST, Math.max(atLeast, Math.floor(season.weights[name] * factor + 0.5)));
  };
  const weights = Object.fromEntries(WEIGHTS.map((name) => [name, changed(name)])) as Weights;
  return { ...season, weights };
}
