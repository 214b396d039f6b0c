/**
 * The search's plan: sessions with a column each or none, always within every hard rule, and its exact cost. Placing
 * and removing a column answer the exact change of cost; the audit can check each of them against the terms.
 */
import type { ProblemData } from "../problem/data.js";
import type { ConflictTerm } from "../terms/conflict.js";
import { CapacityLedger, Diaries, LoadLedger } from "./ledgers.js";
import type { Columns } from "./teams.js";

export class SearchState {
  readonly data: ProblemData;
  readonly columns: Columns;
  /** size sessions: the column that each has, or −1 */
  readonly chosen: Int32Array;
  readonly capacities: readonly CapacityLedger[];
  readonly loads: readonly LoadLedger[];
  readonly diaries: Diaries;
  private readonly ofTrainers: readonly CapacityLedger[];
  private readonly ofProgrammes: readonly CapacityLedger[];
  /** whole: costs are whole numbers below 2^53 */
  cost: number;
  /** that part of it which is for open sessions */
  openSum: number;
  /** called after every column that is placed or removed, where an audit asks for it */
  audit: (() => void) | null = null;

  constructor(
    data: ProblemData,
    columns: Columns,
    conflicts: readonly ConflictTerm[],
    restDays: (trainer: number) => number,
  ) {
    const { shape } = data;
    this.data = data;
    this.columns = columns;
    this.chosen = new Int32Array(shape.sessions).fill(-1);
    this.capacities = data.capacities.map((f) => new CapacityLedger(f, shape.trainers));
    this.ofTrainers = this.capacities.filter((c) => c.family.owner === "trainer");
    this.ofProgrammes = this.capacities.filter((c) => c.family.owner === "programme");
    this.loads = data.loads.map((l) => new LoadLedger(l, shape.trainers));
    this.diaries = new Diaries(data, conflicts, restDays);
    this.cost = this.emptyCost();
    this.openSum = this.wholeOpenCost();
  }

  /** Cost of leaving a session open. */
  openCost(session: number): number {
    return this.data.openCost[session] as number;
  }

  private wholeOpenCost(): number {
    return this.data.openCost.reduce((sum, cost) => sum + cost, 0);
  }

  private emptyCost(): number {
    let cost = this.wholeOpenCost();
    for (const ledger of this.loads) for (let t = 0; t < this.data.shape.trainers; t++) cost += ledger.costAt(t, 0);
    return cost;
  }

  /** Whether a session may be taken out of the plan now: it need not stand, and nothing after it in its series hangs on it. */
  canRemove(session: number): boolean {
    if (this.data.unstaffedCost[session] === Number.POSITIVE_INFINITY) return false;
    const next = this.data.links.next[session] as number;
    return next < 0 || (this.chosen[next] as number) < 0;
  }

  /** Whether a slot of a session fits its neighbours in its series. */
  slotFits(session: number, slot: number): boolean {
    const { links, shape } = this.data;
    const before = links.previous[session] as number;
    if (before >= 0) {
      const column = this.chosen[before] as number;
      if (column < 0 || !this.allowed(session, this.columns.slot[column] as number, slot)) return false;
    }
    const after = links.next[session] as number;
    if (after < 0) return true;
    const column = this.chosen[after] as number;
    return column < 0 || (shape.sessions > after && this.allowed(after, slot, this.columns.slot[column] as number));
  }

  private allowed(then: number, firstSlot: number, thenSlot: number): boolean {
    const { links, shape } = this.data;
    const start = links.allowedStart[then] as number;
    if (start < 0) return true;
    const first = links.previous[then] as number;
    const [from, at] = [shape.slotStart[first] as number, shape.slotStart[then] as number];
    const width = (shape.slotStart[then + 1] as number) - at;
    return links.allowed[start + (firstSlot - from) * width + thenSlot - at] === 1;
  }

  /** Whether a trainer has room for this slot in this role: her rows and her diary. */
  hasRoom(trainer: number, slot: number, role: number): boolean {
    // The diary first: it is what most are kept out by, and quick to look at.
    return this.diaries.fits(trainer, slot) && this.hasCapacity(trainer, slot, role);
  }

  /** The same, her diary apart. */
  hasCapacity(trainer: number, slot: number, role: number): boolean {
    for (let i = 0; i < this.ofTrainers.length; i++) {
      const ledger = this.ofTrainers[i] as CapacityLedger;
      if (!ledger.uses(slot) || (ledger.family.role >= 0 && ledger.family.role !== role)) continue;
      if (!ledger.fits(trainer, slot, ledger.factor(slot, trainer))) return false;
    }
    return true;
  }

  /** Whether a column of an open session can be placed within every hard rule. */
  canPlace(column: number): boolean {
    const { data, columns } = this;
    const slot = columns.slot[column] as number;
    const session = data.shape.sessionOf[slot] as number;
    if (!this.slotFits(session, slot)) return false;
    const from = columns.start[column] as number;
    const seat = data.seatStart[session] as number;
    const size = data.teamSize[session] as number;
    const programme = data.shape.programmeOf[session] as number;
    if (programme >= 0 && !this.budgetFits(programme, slot, columns.trainer, from, size)) return false;
    for (let k = 0; k < size; k++)
      if (!this.hasRoom(columns.trainer[from + k] as number, slot, data.seatRole[seat + k] as number)) return false;
    return true;
  }

  /** Whether what is left of a programme's budget is enough for a team in a slot: `size` trainers from `at`. */
  budgetFits(programme: number, slot: number, trainers: ArrayLike<number>, at = 0, size = trainers.length): boolean {
    for (const ledger of this.ofProgrammes) {
      let factor = 0;
      for (let k = 0; k < size; k++) factor += ledger.factor(slot, trainers[at + k] as number);
      if (!ledger.fits(programme, slot, factor)) return false;
    }
    return true;
  }

  /** What the costs of a trainer's loads change by if she takes a session. */
  loadDelta(trainer: number, session: number): number {
    let delta = 0;
    for (const ledger of this.loads) delta += ledger.delta(trainer, ledger.load.weight[session] as number);
    return delta;
  }

  /**
   * What familiar faces make of a team for an open session, as its series stands.
   * @returns `always`: what it costs whoever comes (that all of the session after are new to it); `each`: a newcomer's
   * cost, less what the session after saves by her
   */
  familiarity(session: number): { always: number; each: (trainer: number, role: number) => number } {
    const { links, seatRole, seatStart } = this.data;
    const [before, after] = [links.previous[session] as number, links.next[session] as number];
    const [first, then] = [this.chosen[before] ?? -1, this.chosen[after] ?? -1];
    const newcomer = first >= 0 ? (links.newcomer[session] as number) : 0;
    const newcomerAfter = then >= 0 ? (links.newcomer[after] as number) : 0;
    if (newcomer === 0 && newcomerAfter === 0) return { always: 0, each: () => 0 };
    const known = new Set(first >= 0 ? this.columns.teamOf(first) : []);
    const expected = new Map<number, number>();
    if (then >= 0)
      this.columns.teamOf(then).forEach((t, k) => {
        const counts = (links.newcomerRoles >> (seatRole[(seatStart[after] as number) + k] as number)) & 1;
        expected.set(t, (expected.get(t) ?? 0) + counts);
      });
    let all = 0;
    for (const count of expected.values()) all += count;
    return {
      always: newcomerAfter * all,
      each: (t, role) => {
        const counts = (links.newcomerRoles >> role) & 1;
        return (counts && !known.has(t) ? newcomer : 0) - newcomerAfter * (expected.get(t) ?? 0);
      },
    };
  }

  /** Members of `then` whom the team of `first` does not have, times what each costs; 0 where either is open. */
  private newcomers(firstColumn: number, thenColumn: number): number {
    if (firstColumn < 0 || thenColumn < 0) return 0;
    const { data, columns } = this;
    const then = columns.sessionOf(thenColumn);
    const price = data.links.newcomer[then] as number;
    if (price === 0) return 0;
    const [a, b] = [columns.start[firstColumn] as number, columns.start[thenColumn] as number];
    const before = data.teamSize[columns.sessionOf(firstColumn)] as number;
    const seat = data.seatStart[then] as number;
    let count = 0;
    for (let k = 0; k < (data.teamSize[then] as number); k++) {
      if (!((data.links.newcomerRoles >> (data.seatRole[seat + k] as number)) & 1)) continue;
      const trainer = columns.trainer[b + k];
      let known = false;
      for (let i = 0; i < before && !known; i++) known = columns.trainer[a + i] === trainer;
      if (!known) count++;
    }
    return price * count;
  }

  private linkCost(session: number, column: number): number {
    const { previous, next } = this.data.links;
    const [before, after] = [previous[session] as number, next[session] as number];
    let cost = 0;
    if (before >= 0) cost += this.newcomers(this.chosen[before] as number, column);
    if (after >= 0) cost += this.newcomers(column, this.chosen[after] as number);
    return cost;
  }

  /** What the cost would change by if an open session took this column. */
  placeDelta(column: number): number {
    const { data, columns } = this;
    const session = columns.sessionOf(column);
    let delta = (columns.cost[column] as number) - this.openCost(session) + this.linkCost(session, column);
    const from = columns.start[column] as number;
    for (const ledger of this.loads) {
      const weight = ledger.load.weight[session] as number;
      for (let k = 0; k < (data.teamSize[session] as number); k++)
        delta += ledger.delta(columns.trainer[from + k] as number, weight);
    }
    return delta;
  }

  /**
   * Gives an open session a column that `canPlace` allows.
   * @returns the change of cost
   */
  place(column: number): number {
    const delta = this.placeDelta(column);
    this.book(column, 1);
    const session = this.columns.sessionOf(column);
    this.chosen[session] = column;
    this.cost += delta;
    this.openSum -= this.openCost(session);
    this.audit?.();
    return delta;
  }

  /**
   * Takes a session out of the plan.
   * @returns the change of cost
   */
  remove(session: number): number {
    const column = this.chosen[session] as number;
    this.chosen[session] = -1;
    this.book(column, -1);
    const delta = -this.placeDelta(column);
    this.cost += delta;
    this.openSum += this.openCost(session);
    this.audit?.();
    return delta;
  }

  private book(column: number, sign: 1 | -1): void {
    const { data, columns } = this;
    const slot = columns.slot[column] as number;
    const session = data.shape.sessionOf[slot] as number;
    const programme = data.shape.programmeOf[session] as number;
    const from = columns.start[column] as number;
    const seat = data.seatStart[session] as number;
    for (let k = 0; k < (data.teamSize[session] as number); k++) {
      const trainer = columns.trainer[from + k] as number;
      for (const ledger of this.capacities) {
        if (ledger.family.role >= 0 && ledger.family.role !== data.seatRole[seat + k]) continue;
        const owner = ledger.family.owner === "trainer" ? trainer : programme;
        if (owner >= 0) ledger.add(owner, slot, sign * ledger.factor(slot, trainer));
      }
      for (const ledger of this.loads) ledger.add(trainer, sign * (ledger.load.weight[session] as number));
      if (sign > 0) this.diaries.add(trainer, slot);
      else this.diaries.remove(trainer, slot);
    }
  }

  /** Empties the plan and places these columns; −1 leaves a session open. They must obey every rule together. */
  load(chosen: ArrayLike<number>): void {
    // Half-way a session of a series may stand without the one before it: the whole plan is audited, once.
    const { audit } = this;
    this.audit = null;
    for (let s = 0; s < this.chosen.length; s++) {
      const column = this.chosen[s] as number;
      if (column >= 0) {
        this.chosen[s] = -1;
        this.book(column, -1);
      }
    }
    this.cost = this.emptyCost();
    this.openSum = this.wholeOpenCost();
    for (let s = 0; s < this.chosen.length; s++) if ((chosen[s] as number) >= 0) this.place(chosen[s] as number);
    this.audit = audit;
    audit?.();
  }
}
