/** Whether an open session could have a team as the plan stands, and what speaks against each that could come. */
import { type Members, roomForMembers } from "../bound/survivors.js";
import type { TeamPricer } from "../bound/team-pricer.js";
import type { SearchState } from "../score/state.js";

/** What is found of an open session: a team would lower the cost, none would, or what is left of the budget is too little. */
export type Opening = "untried" | "cost" | "budget";

/** Cost per euro, where the cheapest team is over the budget: a little thrift, then more, then nothing but thrift. */
const FEE_PRICES = [0.2, 0.6, 2, 10, 1e9];

export class OpenTeams {
  private readonly state: SearchState;
  private readonly pricer: TeamPricer;
  private readonly price: Float64Array;
  private readonly here: Members;
  private readonly trainers: number[] = [];

  constructor(state: SearchState, pricer: TeamPricer) {
    this.state = state;
    this.pricer = pricer;
    this.price = new Float64Array(state.data.candidateTrainer.length);
    this.here = roomForMembers(3 * pricer.tables.maxEntries);
  }

  /**
   * Looks at the cheapest team of each date on offer that fits the plan.
   * @returns null where nobody forms a whole team on any date, money apart
   */
  of(session: number): Opening | null {
    const { shape, slotCost } = this.state.data;
    let found: Opening | null = null;
    for (let g = shape.slotStart[session] as number; g < (shape.slotStart[session + 1] as number); g++) {
      if (slotCost[g] === Number.POSITIVE_INFINITY || !this.state.slotFits(session, g)) continue;
      const opening = this.inSlot(session, g);
      if (opening === "untried") return opening;
      if (opening === "cost" || found === null) found = opening ?? found;
    }
    return found;
  }

  private inSlot(session: number, slot: number): Opening | null {
    if (!this.fill(session, slot)) return null;
    const plain = this.cheapest(session, slot);
    if (plain < 0) return null;
    // Everyone who is looked at has room: only the budget can refuse a whole team.
    if (this.state.canPlace(plain)) return this.worth(plain);
    let opening: Opening = "budget";
    for (const [i, by] of FEE_PRICES.entries()) {
      this.raiseFees(session, slot, by - (FEE_PRICES[i - 1] ?? 0));
      const column = this.cheapest(session, slot);
      if (column < 0 || !this.state.canPlace(column)) continue;
      opening = this.worth(column);
      if (opening === "untried") break;
    }
    return opening;
  }

  private worth(column: number): Opening {
    return this.state.placeDelta(column) < 0 ? "untried" : "cost";
  }

  /** The column of the cheapest team at the prices set, −1 for none. */
  private cheapest(session: number, slot: number): number {
    const { pricer, state, trainers } = this;
    pricer.cheapest(slot, this.price, Number.POSITIVE_INFINITY, this.here);
    if (pricer.team[0] === -1) return -1;
    pricer.trainersOf(session, trainers);
    return state.columns.intern(slot, trainers);
  }

  /**
   * Prices everyone who has room, at what she would add to the cost.
   * @returns false where some group has too few
   */
  private fill(session: number, slot: number): boolean {
    const { here, price } = this;
    const { data } = this.state;
    const first = data.groupStart[session] as number;
    const familiar = this.state.familiarity(session).each;
    let count = 0;
    for (let q = first; q < (data.groupStart[session + 1] as number); q++) {
      const role = data.groupRole[q] as number;
      const list = (data.entryList[slot] as number) + q - first;
      here.from[q - first] = count;
      for (let e = data.entryStart[list] as number; e < (data.entryStart[list + 1] as number); e++) {
        const c = data.entryCandidate[e] as number;
        const t = data.candidateTrainer[c] as number;
        if (!this.state.hasRoom(t, slot, role)) continue;
        here.candidate[count++] = c;
        price[c] =
          (data.candidateCost[c] as number) +
          (data.entryCost[e] as number) +
          familiar(t, role) +
          this.state.loadDelta(t, session);
      }
      here.end[q - first] = count;
      if (count - (here.from[q - first] as number) < (data.groupSeats[q] as number)) return false;
    }
    return true;
  }

  private raiseFees(session: number, slot: number, by: number): void {
    const { here, price } = this;
    const { data, capacities } = this.state;
    const groups = (data.groupStart[session + 1] as number) - (data.groupStart[session] as number);
    for (const ledger of capacities) {
      if (ledger.family.owner !== "programme") continue;
      for (let i = 0; i < (here.end[groups - 1] as number); i++) {
        const c = here.candidate[i] as number;
        price[c] = (price[c] as number) + by * ledger.factor(slot, data.candidateTrainer[c] as number);
      }
    }
  }
}
