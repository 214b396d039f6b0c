/** How large a season is: the public sizes by name, or any other by its counts. */

export interface Size {
  readonly trainers: number;
  readonly sessions: number;
  readonly weeks: number;
}

/** As the public seasons. */
export const SIZES: Readonly<Record<string, Size>> = {
  xs: { trainers: 14, sessions: 10, weeks: 10 },
  s: { trainers: 30, sessions: 40, weeks: 14 },
  m: { trainers: 60, sessions: 160, weeks: 24 },
  l: { trainers: 120, sessions: 700, weeks: 26 },
  xl: { trainers: 500, sessions: 3000, weeks: 40 },
  xxl: { trainers: 2000, sessions: 10000, weeks: 40 },
};

/** A size of one's own: the more sessions a trainer, the longer it lasts. */
export function sizeOf(trainers: number, sessions: number): Size {
  const weeks = Math.round(8 + (4 * sessions) / trainers);
  return { trainers, sessions, weeks: Math.min(40, Math.max(10, weeks)) };
}
