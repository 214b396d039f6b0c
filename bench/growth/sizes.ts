/** What growth is measured on, and the line through it. */
import { SIZES, type Size, sizeOf } from "../generate/size.js";

const { m, l, xl, xxl } = SIZES as Readonly<Record<"m" | "l" | "xl" | "xxl", Size>>;

/** From m's size to xxl's, each about twice the one before. */
export const GROWTH: readonly Size[] = [m, sizeOf(80, 350), l, sizeOf(250, 1500), xl, sizeOf(1100, 6000), xxl];

export interface Point {
  readonly sessions: number;
  /** to the gap; null where it was not reached */
  readonly seconds: number | null;
}

export interface Growth {
  /** seconds ≈ factor × sessions^exponent */
  readonly exponent: number;
  readonly factor: number;
}

/** The least-squares line through the logarithms of those that got there; null for fewer than two sizes. */
export function growthOf(points: readonly Point[]): Growth | null {
  const there = points.flatMap(({ sessions, seconds }) =>
    seconds === null ? [] : [{ x: Math.log(sessions), y: Math.log(Math.max(seconds, 1e-3)) }],
  );
  const mean = (of: (p: { x: number; y: number }) => number): number =>
    there.reduce((sum, p) => sum + of(p), 0) / there.length;
  const [x, y] = [mean((p) => p.x), mean((p) => p.y)];
  const spread = mean((p) => (p.x - x) ** 2);
  if (there.length < 2 || spread === 0) return null;
  const exponent = mean((p) => (p.x - x) * (p.y - y)) / spread;
  return { exponent, factor: Math.exp(y - exponent * x) };
}
