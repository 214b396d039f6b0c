/**
 * The best teams for one session, exactly: every team that obeys the rules of the plan as it stands, over all slots,
 * ordered by what the season's cost rises by and what the team's time is worth elsewhere.
 */
import type { Lagrangian } from "../../bound/lagrangian.js";
import { type Members, roomForMembers } from "../../bound/survivors.js";
import type { Standing } from "./standing.js";

/** One team for a session, in indices. */
export interface RankedTeam {
  readonly slot: number;
  /** of each seat, in the order of the session's seats; within one role ascending */
  readonly trainers: readonly number[];
  /** what the season's cost rises by, the session's own cost of being open taken off: negative for a gain */
  readonly cost: number;
  /** what using these people then is expected to cost the sessions that are open, whole */
  readonly opportunity: number;
  readonly total: number;
}

/** What is looked for among a session's teams. */
export interface Wish {
  readonly top: number;
  /** the multipliers that opportunity is counted by; null for none at all */
  readonly prices: Lagrangian | null;
  /** slots of the season to look at; all of the session's where it is left out */
  readonly slots?: readonly number[];
  /** a trainer who must be in the team */
  readonly with?: number;
}

/** Takes rounding in sums of prices for granted. */
const HAIR = 1e-6;

export class Teams {
  private readonly standing: Standing;
  /** by candidate: what she costs, what her rows are worth elsewhere, and both */
  private readonly own: Float64Array;
  private readonly elsewhere: Float64Array;
  private readonly price: Float64Array;
  private readonly here: Members;

  constructor(standing: Standing) {
    this.standing = standing;
    const count = standing.problem.data.candidateTrainer.length;
    this.own = new Float64Array(count);
    this.elsewhere = new Float64Array(count);
    this.price = new Float64Array(count);
    this.here = roomForMembers(3 * standing.pricer.tables.maxEntries);
  }

  /**
   * The best teams of a session with every other session as it stands; its own team, if it has one, is taken out first.
   * @returns at most `top`, best first: by total, then cost, then slot, then the trainers' order in the file
   */
  best(session: number, wish: Wish): RankedTeam[] {
    return this.without(session, () => this.ranked(session, wish));
  }

  /**
   * How many teams a session could have in each of its slots, counted up to a limit.
   * @returns by slot of the session
   */
  count(session: number, most: number): number[] {
    const { data } = this.standing.problem;
    const [from, end] = [data.shape.slotStart[session] as number, data.shape.slotStart[session + 1] as number];
    return this.without(session, () =>
      Array.from({ length: end - from }, (_, i) => {
        let found = 0;
        this.each(session, from + i, null, Number.POSITIVE_INFINITY, -1, () => {
          found++;
          return found < most ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
        });
        return found;
      }),
    );
  }

  /** Runs something with a session taken out of the plan, and puts it back. */
  private without<T>(session: number, ask: () => T): T {
    const { state } = this.standing;
    const column = state.chosen[session] as number;
    if (column < 0) return ask();
    state.remove(session);
    try {
      return ask();
    } finally {
      state.place(column);
    }
  }

  private ranked(session: number, { top, prices, slots, with: member = -1 }: Wish): RankedTeam[] {
    const { problem, state } = this.standing;
    const { shape } = problem.data;
    const open = state.openCost(session);
    const found: RankedTeam[] = [];
    /** prices up to which a team can still be among the best */
    let limit = Number.POSITIVE_INFINITY;
    const all = Array.from(
      { length: (shape.slotStart[session + 1] as number) - (shape.slotStart[session] as number) },
      (_, i) => (shape.slotStart[session] as number) + i,
    );
    for (const slot of slots ?? all) {
      this.each(session, slot, prices, limit, member, (trainers, cost, opportunity) => {
        const whole = Math.round(opportunity);
        const team = { slot, trainers, cost: cost - open, opportunity: whole, total: cost - open + whole };
        if (found.length < top || before(team, found[top - 1] as RankedTeam)) {
          let at = found.length;
          while (at > 0 && before(team, found[at - 1] as RankedTeam)) at--;
          found.splice(at, 0, team);
          if (found.length > top) found.pop();
          // Rounding may lift a team by half a point, no more.
          if (found.length === top) limit = (found[top - 1] as RankedTeam).total + open + 0.5 + HAIR;
        }
        return limit;
      });
    }
    return found;
  }

  /**
   * Visits the teams of one slot that obey every rule.
   * @param limit on cost and opportunity together, the cost of leaving the session open not taken off
   * @param visit answers the limit from then on
   */
  private each(
    session: number,
    slot: number,
    prices: Lagrangian | null,
    limit: number,
    member: number,
    visit: (trainers: readonly number[], cost: number, opportunity: number) => number,
  ): void {
    const { problem, state, pricer } = this.standing;
    const { data } = problem;
    const slotCost = data.slotCost[slot] as number;
    if (slotCost === Number.POSITIVE_INFINITY || !state.slotFits(session, slot)) return;
    const always = slotCost + state.familiarity(session).always;
    if (!this.priceEntries(session, slot, prices)) return;
    const size = data.teamSize[session] as number;
    let now = limit - always;
    pricer.each(slot, this.price, this.here, now, (price) => {
      let elsewhere = 0;
      const trainers: number[] = [];
      for (let k = 0; k < size; k++) {
        const c = pricer.team[k] as number;
        elsewhere += this.elsewhere[c] as number;
        trainers.push(data.candidateTrainer[c] as number);
      }
      if (member >= 0 && !trainers.includes(member)) return now;
      if (!this.fitsBudget(session, slot, trainers)) return now;
      sortWithinRoles(data.seatRole, data.seatStart[session] as number, trainers);
      // Costs are whole: what a sum of prices has lost in its last digits comes back.
      now = visit(trainers, Math.round(price - elsewhere) + always, elsewhere) - always;
      return now;
    });
  }

  /** Prices everybody who has room in a slot; false where some group has too few. */
  private priceEntries(session: number, slot: number, prices: Lagrangian | null): boolean {
    const { problem, state } = this.standing;
    const { data } = problem;
    const { here, own, elsewhere, price } = this;
    const first = data.groupStart[session] as number;
    const familiarity = state.familiarity(session).each;
    let count = 0;
    for (let q = first; q < (data.groupStart[session + 1] as number); q++) {
      const role = data.groupRole[q] as number;
      const list = (data.entryList[slot] as number) + q - first;
      here.from[q - first] = count;
      for (let e = data.entryStart[list] as number; e < (data.entryStart[list + 1] as number); e++) {
        const c = data.entryCandidate[e] as number;
        const t = data.candidateTrainer[c] as number;
        if (!state.hasRoom(t, slot, role)) continue;
        const cost =
          (data.candidateCost[c] as number) +
          (data.entryCost[e] as number) +
          familiarity(t, role) +
          state.loadDelta(t, session);
        own[c] = cost;
        elsewhere[c] = prices ? prices.worthOfMember(slot, t, role) : 0;
        price[c] = cost + (elsewhere[c] as number);
        here.candidate[count++] = c;
      }
      here.end[q - first] = count;
      if (count - (here.from[q - first] as number) < (data.groupSeats[q] as number)) return false;
    }
    return true;
  }

  private fitsBudget(session: number, slot: number, trainers: readonly number[]): boolean {
    const { state, problem } = this.standing;
    const programme = problem.data.shape.programmeOf[session] as number;
    return programme < 0 || state.budgetFits(programme, slot, trainers);
  }
}

function sortWithinRoles(seatRole: Uint8Array, seat: number, trainers: number[]): void {
  for (let i = 1; i < trainers.length; i++)
    for (
      let j = i;
      j > 0 && seatRole[seat + j - 1] === seatRole[seat + j] && (trainers[j - 1] as number) > (trainers[j] as number);
      j--
    )
      [trainers[j - 1], trainers[j]] = [trainers[j] as number, trainers[j - 1] as number];
}

/** Whether a team comes before another in the list. */
function before(a: RankedTeam, b: RankedTeam): boolean {
  if (a.total !== b.total) return a.total < b.total;
  if (a.cost !== b.cost) return a.cost < b.cost;
  if (a.slot !== b.slot) return a.slot < b.slot;
  for (let k = 0; k < a.trainers.length; k++)
    if (a.trainers[k] !== b.trainers[k]) return (a.trainers[k] as number) < (b.trainers[k] as number);
  return false;
}
