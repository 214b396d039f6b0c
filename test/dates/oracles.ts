/** Calendar arithmetic from textbooks, which shares nothing with ICU or with the packages that the program uses. */

/** Western Easter of a year as [month, day]: the anonymous Gregorian algorithm (Nature, 1876; Meeus, ch. 8). */
export function gregorianEasterOf(year: number): [month: number, day: number] {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return [Math.floor(n / 31), (n % 31) + 1];
}

/** Orthodox Easter of a year between 1900 and 2099, as a Gregorian day number: Meeus's Julian algorithm, 13 days on. */
export function orthodoxEasterOf(year: number): number {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const n = d + e + 114;
  return Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1) / 86_400_000 + 13;
}

/** Days from the Hebrew epoch to 1 Tishri of a Hebrew year: molad and postponements (Dershowitz and Reingold). */
function elapsed(year: number): number {
  const months = Math.floor((235 * year - 234) / 19);
  const parts = 12084 + 13753 * months;
  const day = 29 * months + Math.floor(parts / 25920);
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day;
}

/** Rosh Hashana of a Hebrew year as days since 1970-01-01. */
export function roshHashanaOf(year: number): number {
  const [before, at, after] = [elapsed(year - 1), elapsed(year), elapsed(year + 1)];
  const correction = after - at === 356 ? 2 : at - before === 382 ? 1 : 0;
  // 1 Tishri of year 1 is R.D. -1373427 + 1 - 1; 1970-01-01 is R.D. 719163.
  return -1_373_428 + at + correction + 1 - 719_163;
}
