/** Whether a plan's cost, or a programme's fees, could pass the whole numbers that a double holds exactly. */
import type { Faults } from "./faults.js";
import { minuteOf } from "./time.js";
import type { Season, Session, WeightName } from "./types.js";

const MOST = BigInt(Number.MAX_SAFE_INTEGER);
/** Half the earth's girth, times the detour of a road: no two places are further apart. */
const MOST_KM = 26_022n;

function big(values: Iterable<number>): bigint {
  let sum = 0n;
  for (const value of values) sum += BigInt(value);
  return sum;
}

function largest(values: Iterable<number>): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}

function seatsOf(session: Session): number {
  return Object.values(session.seats).reduce((sum, n) => sum + n, 0);
}

/** The most minutes that a session can pay each member for. */
function paidMinutes(session: Session): number {
  const slots = session.slots.map((slot) => slot.reduce((sum, [a, b]) => sum + minuteOf(b) - minuteOf(a), 0));
  return session.paidMinutes + largest(slots);
}

/** What each weight's cost can come to at most, whatever the plan, rules obeyed or not. */
function mostByWeight(season: Season, rate: bigint): Record<WeightName, bigint> {
  const { weights: w, sessions, trainers, published } = season;
  const of = (weight: WeightName, units: bigint): bigint => BigInt(w[weight]) * units;
  const seats = sessions.map(seatsOf);
  const allSeats = big(seats);
  const pairs = big(seats.map((n) => (n * (n - 1)) / 2));
  const dearestPair = BigInt(Math.max(w.pair, largest(season.pairs.map((pair) => pair.cost))));
  // A member's fee, rounded up; one euro more than any rounding gives.
  const fees = sessions.map((s) => BigInt(seatsOf(s)) * ((rate * BigInt(paidMinutes(s))) / 60n + 1n));
  // Loads sum to `load` over all trainers and to `mostLoad` at most for one, so their squares to no more than the
  // product: what is above `max` costs least of all when it is spread.
  const mostLoad = big(sessions.map((s) => s.halfDays));
  const load = sessions.reduce((sum, s) => sum + BigInt(s.halfDays) * BigInt(seatsOf(s)), 0n);
  const idle = trainers.reduce((sum, t) => sum + BigInt(t.share.min) ** 2n, 0n);
  return {
    unstaffed: of("unstaffed", big(sessions.map((s) => s.priority))),
    background: of("background", 2n * big(sessions.flatMap((s) => s.communities.map((c) => c.weight)))),
    depth: of("depth", big(sessions.flatMap((s) => s.themes.map((theme) => theme.wish)))),
    travelKm: of("travelKm", MOST_KM * big(sessions.map((s) => (s.place === null ? 0 : seatsOf(s))))),
    discouraged: of("discouraged", allSeats),
    slot: of("slot", big(sessions.map((s) => s.slots.length - 1))),
    pair: dearestPair * pairs,
    fee: of(
      "fee",
      fees.reduce((sum, fee) => sum + fee, 0n),
    ),
    fairness: of("fairness", idle + mostLoad * load),
    activation: of("activation", BigInt(trainers.length)),
    continuity: of("continuity", allSeats),
    change: of("change", big(published.map((p) => p.team.length))),
    move: of("move", BigInt(published.length)),
  };
}

/**
 * Adds a fault where sums could stop being exact.
 * @param season one that is sound in every other way
 */
export function checkSizes(faults: Faults, season: Season): void {
  const rate = BigInt(largest(season.trainers.map((trainer) => trainer.ratePerHour)));
  const most = Object.entries(mostByWeight(season, rate)).sort(([, a], [, b]) => (a < b ? 1 : a > b ? -1 : 0));
  const total = most.reduce((sum, [, cost]) => sum + cost, 0n);
  const first = most[0]?.[0];
  if (total > MOST && first !== undefined) {
    const expected = `numbers with which no plan's cost can pass ${MOST}; with these it could, by ${first} most of all`;
    faults.add(["weights", first], `${expected}: lower that weight or what it is multiplied with`);
  }

  // In sixtieths of a euro, since a fee is reckoned so before it is rounded.
  const fees = new Map<string, bigint>();
  for (const session of season.sessions) {
    if (session.programme === null) continue;
    const fee = BigInt(seatsOf(session)) * rate * BigInt(paidMinutes(session));
    fees.set(session.programme, (fees.get(session.programme) ?? 0n) + fee);
  }
  for (const [i, programme] of season.programmes.entries()) {
    if ((fees.get(programme.id) ?? 0n) <= MOST) continue;
    const expected = `sessions whose fees, in sixtieths of a euro, cannot pass ${MOST}`;
    faults.add(["programmes", i], `${expected}: lower ratePerHour, paidMinutes or the length of their slots`);
  }
}
