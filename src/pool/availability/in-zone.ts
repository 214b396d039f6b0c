/** Wall times of one zone as those of another. */
import { MINUTES_PER_DAY, minuteOf } from "../../model/time.js";
import type { Interval } from "../../model/types.js";
import { instantOf, wallOf, zoneClock } from "./clocks.js";
import { wallText } from "./times.js";

/**
 * An interval with some minutes around it, in the wall times of another zone.
 * @param around minutes before and after
 */
export function inZone(
  [start, end]: Interval,
  [before, after]: readonly [before: number, after: number],
  from: string,
  to: string,
): Interval {
  const span = [minuteOf(start) - before, minuteOf(end) + after] as const;
  if (from === to) return [wallText(span[0]), wallText(span[1])];
  const edge = [(span[0] - 2 * MINUTES_PER_DAY) * 60, (span[1] + 2 * MINUTES_PER_DAY) * 60] as const;
  const [there, here] = [zoneClock(from, ...edge), zoneClock(to, ...edge)];
  const moved = (minute: number): number => wallOf(here, instantOf(there, minute * 60)) / 60;
  return [wallText(Math.floor(moved(span[0]))), wallText(Math.ceil(moved(span[1])))];
}
