/**
 * A repair at once: what still stands stays, and each session that lost its team gets the one that changes fewest
 * people's plans, and of those the cheapest, as the plan then stands. It proves nothing.
 */
import { type Members, roomForMembers } from "../../bound/survivors.js";
import type { TeamPricer } from "../../bound/team-pricer.js";
import type { ProblemData } from "../../problem/data.js";
import type { SearchState } from "../../score/state.js";
import type { Baseline } from "./baseline.js";

export class FirstRepair {
  private readonly data: ProblemData;
  private readonly state: SearchState;
  private readonly pricer: TeamPricer;
  private readonly baseline: Baseline;
  private readonly price: Float64Array;
  private readonly here: Members;
  private readonly team: number[] = [];
  /** size trainers: 1 where she is not to be called as the plan stands, and would not be told anyway */
  private readonly undisturbed: Uint8Array;
  /** what one call weighs against costs */
  private readonly call: number;

  constructor(state: SearchState, pricer: TeamPricer, baseline: Baseline) {
    this.data = state.data;
    this.state = state;
    this.pricer = pricer;
    this.baseline = baseline;
    this.price = new Float64Array(this.data.candidateTrainer.length);
    this.here = roomForMembers(3 * pricer.tables.maxEntries);
    this.undisturbed = new Uint8Array(this.data.shape.trainers);
    // A call outweighs leaving any one session open: an open session is no way out of a call.
    this.call = 1 + this.data.openCost.reduce((most, cost) => Math.max(most, cost), 0);
  }

  /**
   * @param pinned by session its full pin's column, or −1
   * @returns by session a column, or −1: a plan within every hard rule
   */
  run(pinned: Int32Array): Int32Array {
    const { state } = this;
    state.load(pinned);
    const order = this.order();
    for (const s of order) this.keep(s);
    for (const s of order) if (!this.keep(s)) this.staff(s);
    return Int32Array.from(state.chosen);
  }

  /** Dearest to leave open first; in a series what comes before first. */
  private order(): number[] {
    const { state } = this;
    const { previous } = state.data.links;
    const sorted = [...state.chosen.keys()].sort((a, b) => state.openCost(b) - state.openCost(a) || a - b);
    const seen = new Set<number>();
    const put = (s: number): void => {
      if (s < 0 || seen.has(s)) return;
      put(previous[s] as number);
      seen.add(s);
    };
    for (const s of sorted) put(s);
    return [...seen];
  }

  /** @returns whether the session has a team now: the one that it had, if that still can be */
  private keep(session: number): boolean {
    const { state, baseline } = this;
    if ((state.chosen[session] as number) >= 0) return true;
    const column = baseline.column[session] as number;
    const previous = this.data.links.previous[session] as number;
    if (column < 0 || (previous >= 0 && (state.chosen[previous] as number) < 0) || !state.canPlace(column))
      return false;
    state.place(column);
    return true;
  }

  private staff(session: number): void {
    const { data, state, baseline } = this;
    const previous = data.links.previous[session] as number;
    if (previous >= 0 && (state.chosen[previous] as number) < 0) return;
    this.lookWhoIsUndisturbed(session);
    const members = baseline.members[session] ?? [];
    const moved = members.filter((t) => this.undisturbed[t]).length * this.call;
    let best = Number.POSITIVE_INFINITY;
    let column = -1;
    const [from, to] = [data.shape.slotStart[session] as number, data.shape.slotStart[session + 1] as number];
    for (let g = from; g < to; g++) {
      if (data.slotCost[g] === Number.POSITIVE_INFINITY || !state.slotFits(session, g)) continue;
      if (!this.priceMembers(session, g)) continue;
      const fixed = (data.slotCost[g] as number) + moved;
      const found = this.pricer.cheapest(g, this.price, best - fixed, this.here) + fixed;
      if (found >= best || this.pricer.team[0] === -1) continue;
      this.pricer.trainersOf(session, this.team);
      const made = state.columns.intern(g, this.team);
      if (made < 0 || !state.canPlace(made)) continue;
      best = found;
      column = made;
    }
    if (column >= 0) state.place(column);
  }

  /** Prices who has room in a slot, at her cost and the calls that she brings or spares. */
  private priceMembers(session: number, slot: number): boolean {
    const { data, state, price, here, baseline } = this;
    const first = data.groupStart[session] as number;
    const stays = baseline.slot[session] === slot;
    const members = baseline.members[session] ?? [];
    let count = 0;
    for (let q = first; q < (data.groupStart[session + 1] as number); q++) {
      const role = data.groupRole[q] as number;
      const list = (data.entryList[slot] as number) + q - first;
      here.from[q - first] = count;
      for (let e = data.entryStart[list] as number; e < (data.entryStart[list + 1] as number); e++) {
        const c = data.entryCandidate[e] as number;
        const t = data.candidateTrainer[c] as number;
        if (!state.hasRoom(t, slot, role)) continue;
        here.candidate[count++] = c;
        const own = (data.candidateCost[c] as number) + (data.entryCost[e] as number) + state.loadDelta(t, session);
        // Her call counts as made for those who sat here; in the slot that they had it is spared.
        const sat = members.includes(t);
        const calls = this.undisturbed[t] ? (sat ? (stays ? -1 : 0) : 1) : 0;
        price[c] = own + calls * this.call;
      }
      here.end[q - first] = count;
      if (count - (here.from[q - first] as number) < (data.groupSeats[q] as number)) return false;
    }
    return true;
  }

  /** Looks at the plan apart from one session. */
  private lookWhoIsUndisturbed(session: number): void {
    const { baseline, state, undisturbed } = this;
    baseline.differences(state.columns, state.chosen).forEach((sessions, t) => {
      const elsewhere = sessions.some((s) => s !== session);
      undisturbed[t] = baseline.told[t] || elsewhere ? 0 : 1;
    });
  }
}
