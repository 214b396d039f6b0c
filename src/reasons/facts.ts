/**
 * What stands between a session and its teams, as facts that a coordinator can name: a rule with a trainer, a need of
 * the session, its place in its series, its programme's budget. Facts can be lifted one by one in thought.
 */
import type { HardRule } from "../model/types.js";

/** One fact, in indices; what it has nothing to say of is −1 or empty. */
export interface Fact {
  readonly rule: HardRule;
  /** whom it binds: one, or the two of a pair */
  readonly trainers: readonly number[];
  /** position among the session's needs of that rule, or −1 for what all members must have */
  readonly need: number;
  /** the number of the date that it closes to everybody */
  readonly slot: number;
  /** sessions that stand in the way: a neighbour in the series, or what she is booked for */
  readonly sessions: Set<number>;
}

/** In the order in which they are dropped from a set: what is told in the end is what nothing else can stand for. */
export const DROPPED: readonly HardRule[] = [
  "perSeason",
  "perWeek",
  "perDay",
  "restDays",
  "travelTime",
  "overlap",
  "travelKm",
  "avoidTrainers",
  "exposure",
  "available",
  "ownCommunity",
  "avoidPlaces",
  "excludes",
  "budget",
  "theme",
  "language",
  "community",
  "trait",
  "pinned",
  "order",
];

export const NEED_RULES: ReadonlySet<HardRule> = new Set(["theme", "language", "community", "trait"]);

/** Positions of facts, first those that are dropped first; one order whatever order they were found in. */
export function dropOrder(facts: readonly Fact[]): number[] {
  const key = ({ rule, trainers, need, slot }: Fact): number[] => [
    DROPPED.indexOf(rule),
    slot,
    need,
    trainers[0] ?? -1,
    trainers[1] ?? -1,
  ];
  const keys = facts.map(key);
  const compare = (a: number, b: number): number => {
    const [x, y] = [keys[a] as number[], keys[b] as number[]];
    const at = x.findIndex((value, i) => value !== y[i]);
    return at < 0 ? 0 : (x[at] as number) - (y[at] as number);
  };
  return facts.map((_, i) => i).sort(compare);
}
