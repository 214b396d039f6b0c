/**
 * A whole amount shared out by weight, to the last cent: each gets what is due rounded down, and the cents that are left go to
 * the largest remainders, the first of equals first.
 * @param amount whole, 0 or more
 * @param weights whole, 0 or more; where all are 0 the first takes all
 * @returns whole amounts that add up to it exactly
 */
export function shareOut(amount: number, weights: readonly number[]): readonly number[] {
  const all = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (all === 0n) return weights.map((_, i) => (i === 0 ? amount : 0));
  const due = weights.map((weight) => BigInt(amount) * BigInt(weight));
  const shares = due.map((part) => Number(part / all));
  const left = amount - shares.reduce((sum, share) => sum + share, 0);
  const remainder = (i: number) => (due[i] ?? 0n) % all;
  const first = weights
    .map((_, i) => i)
    .sort((a, b) => (remainder(a) === remainder(b) ? a - b : remainder(a) > remainder(b) ? -1 : 1))
    .slice(0, left);
  return shares.map((share, i) => share + (first.includes(i) ? 1 : 0));
}
