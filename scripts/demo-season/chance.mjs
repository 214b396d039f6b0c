/** Seeded chance: the same seed gives the same season, on every machine. */

/**
 * A source of chance (mulberry32).
 * @param {number} seed a whole number
 */
export function chance(seed) {
  let state = seed >>> 0;
  /** A number from 0 up to 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  /** A whole number from `low` to `high`, both included. */
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));
  const pick = (list) => list[whole(0, list.length - 1)];
  /** `count` different items, in the list's order. */
  const some = (list, count) => {
    const left = list.map((_, index) => index);
    while (left.length > Math.max(0, count)) left.splice(whole(0, left.length - 1), 1);
    return left.map((index) => list[index]);
  };
  return { next, whole, pick, some, odds: (share) => next() < share };
}
