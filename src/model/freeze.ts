/**
 * Freezes a value and everything in it, in place. Written as plain loops: a large season holds a quarter of a million
 * intervals.
 */
export function freeze<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    // Lists of texts and numbers (intervals above all) have nothing below them to freeze.
    if (typeof value[0] === "object") for (let i = 0; i < value.length; i++) freeze(value[i]);
  } else {
    for (const key in value) freeze(value[key]);
  }
  return Object.freeze(value);
}
