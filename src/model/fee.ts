/**
 * A member's fee in whole euros, rounded half up: rule `budget`.
 * @param ratePerHour whole euros
 * @param minutes of all parts of the slot plus the session's paid minutes
 */
export function feeOf(ratePerHour: number, minutes: number): number {
  return Math.floor((ratePerHour * minutes) / 60 + 0.5);
}
