/** The Lagrangian of a season: its value and a subgradient at given multipliers, and each member's price. */
import { MAX_SEATS, type ProblemData } from "../problem/data.js";
import { cheapestChain } from "./chains.js";
import { type Entries, everybody } from "./entries.js";
import { OpenSum } from "./open-sum.js";
import { priceProgrammes, priceTrainers } from "./owners.js";
import { type FamilyRows, memberFactor, Rows } from "./rows.js";
import { SlotSignatures } from "./slot-signatures.js";
import { type Members, membersIn } from "./survivors.js";
import { TeamPricer } from "./team-pricer.js";

/** Reads row prices of members of one slot. */
export interface RowPrices {
  of(candidate: number, trainer: number, role: number): number;
}

export class Lagrangian {
  readonly data: ProblemData;
  readonly rows: Rows;
  readonly pricer: TeamPricer;
  readonly everybody: Entries;
  /** size rows.length */
  readonly multipliers: Float64Array;
  readonly gradient: Float64Array;
  /** size slots: price of the cheapest team in each, its own cost included */
  readonly slotPrice: Float64Array;
  /** size slots × MAX_SEATS: candidates of that team */
  readonly slotTeam: Int32Array;
  /** size sessions: price of leaving each open */
  readonly openPrice: Float64Array;
  readonly openSum: OpenSum;
  /** size sessions: the slot that each takes at these prices, −1 for none */
  readonly taken: Int32Array;
  /** size sessions: price of each chain's or session's outcome, at the chain's first session; 0 elsewhere */
  readonly chainPrice: Float64Array;
  private readonly candidatePrice: Float64Array;
  private readonly memberPrice: Float64Array;
  private readonly signatures: ReadonlySet<SlotSignatures>;
  /** by role: prices of the rows that a trainer uses in it */
  private readonly byRole: readonly (readonly SlotSignatures[])[];
  private readonly weighted: readonly FamilyRows[];

  /** @param entries who is looked at where nothing else is said; fewer than everybody bound only plans without the others */
  constructor(data: ProblemData, entries: Entries = everybody(data)) {
    this.data = data;
    this.rows = new Rows(data);
    this.pricer = new TeamPricer(data);
    this.everybody = entries;
    this.multipliers = new Float64Array(this.rows.length);
    this.gradient = new Float64Array(this.rows.length);
    this.slotPrice = new Float64Array(data.shape.sessionOf.length);
    this.slotTeam = new Int32Array(data.shape.sessionOf.length * MAX_SEATS).fill(-1);
    this.openPrice = data.unstaffedCost.slice();
    this.openSum = new OpenSum(data, this.rows);
    this.taken = new Int32Array(data.shape.sessions);
    this.chainPrice = new Float64Array(data.shape.sessions);
    this.candidatePrice = new Float64Array(data.candidateTrainer.length);
    this.memberPrice = new Float64Array(data.candidateTrainer.length);
    const plain = this.rows.families.filter((f) => f.family.owner === "trainer" && !f.family.memberWeights);
    const ofRole = (role: number): SlotSignatures[] =>
      SlotSignatures.sorted(
        this.rows,
        plain.filter((f) => f.family.role === role),
      );
    const general = ofRole(-1);
    this.byRole = [0, 1, 2].map((role) => [...general, ...ofRole(role)]);
    this.signatures = new Set(this.byRole.flat());
    this.weighted = this.rows.families.filter((f) => !plain.includes(f));
  }

  /** Prices what hangs on trainers alone; to be called when multipliers have changed. */
  reprice(): void {
    for (const signatures of this.signatures) signatures.reprice(this.multipliers);
  }

  /**
   * Takes over prices that another ascent found.
   * @param active multipliers in step with Rows.active
   * @param slotPrice by slot
   */
  adopt(active: Float64Array, slotPrice: Float64Array): void {
    for (let i = 0; i < active.length; i++) this.multipliers[this.rows.active[i] as number] = active[i] as number;
    this.slotPrice.set(slotPrice);
    this.reprice();
  }

  /**
   * The bound at the present multipliers, and its subgradient.
   * @param entries who is looked at; with fewer than everybody the answer is no bound, but near it where they are well chosen
   * @param onSlot called for each slot when it has been priced, with the prices of those who were looked at
   * @returns a number that no plan of the season can cost less than, but for rounding in its last digits
   */
  evaluate(entries: Entries = this.everybody, onSlot?: (slot: number, prices: Float64Array) => void): number {
    this.reprice();
    for (let s = 0; s < this.data.shape.sessions; s++) this.priceSession(s, entries, onSlot);
    this.gradient.fill(0);
    this.openSum.reprice(this.openPrice, this.multipliers);
    let value = 0;
    for (let s = 0; s < this.data.shape.sessions; s++)
      if ((this.data.links.previous[s] as number) < 0) {
        this.chainPrice[s] = cheapestChain(this.data, this, s, this.taken);
        value += this.chainPrice[s] as number;
      }
    for (let s = 0; s < this.data.shape.sessions; s++) this.countUse(s);
    return (
      value +
      priceTrainers(this.rows, this.multipliers, this.gradient) +
      priceProgrammes(this.rows, this.multipliers, this.gradient) +
      this.openSum.price(this.taken, this.multipliers, this.gradient)
    );
  }

  /** Finds the cheapest team of every slot of a session. */
  private priceSession(session: number, entries: Entries, onSlot?: (slot: number, prices: Float64Array) => void): void {
    const { shape } = this.data;
    for (let g = shape.slotStart[session] as number; g < (shape.slotStart[session + 1] as number); g++) {
      const prices = this.priceMembers(g, g === shape.slotStart[session], entries);
      const cost = this.pricer.cheapest(g, prices, Number.POSITIVE_INFINITY, this.membersOf(g, session, entries));
      this.slotPrice[g] = cost + (this.data.slotCost[g] as number);
      const size = this.data.teamSize[session] as number;
      if (cost < Number.POSITIVE_INFINITY && this.pricer.team[0] !== -1)
        for (let k = 0; k < size; k++) this.slotTeam[g * MAX_SEATS + k] = this.pricer.team[k] as number;
      onSlot?.(g, prices);
    }
  }

  private membersOf(slot: number, session: number, entries: Entries): Members {
    const { data } = this;
    if (this.members.candidate !== entries.candidate) this.members = membersIn(entries.candidate);
    const list = data.entryList[slot] as number;
    const groups = (data.groupStart[session + 1] as number) - (data.groupStart[session] as number);
    for (let k = 0; k < groups; k++) {
      this.members.from[k] = entries.from[list + k] as number;
      this.members.end[k] = entries.end[list + k] as number;
    }
    return this.members;
  }

  private members: Members = membersIn(new Int32Array(0));

  /**
   * The price of every member who can sit in a slot.
   * @param afresh false where the session's candidates have been priced at these multipliers already
   * @param entries who is looked at
   * @returns by candidate of the whole problem; only those with an entry in this slot are set. Overwritten by the next call
   */
  priceMembers(slot: number, afresh: boolean, entries: Entries = this.everybody): Float64Array {
    const { data, memberPrice } = this;
    const { shape } = data;
    const session = shape.sessionOf[slot] as number;
    const first = data.groupStart[session] as number;
    const newcomer = data.links.newcomer[session] as number;
    for (let q = first; q < (data.groupStart[session + 1] as number); q++) {
      const role = data.groupRole[q] as number;
      if (afresh) this.priceCandidates(q, session, (data.links.newcomerRoles >> role) & 1 ? newcomer : 0, entries);
      const list = (data.entryList[slot] as number) + q - first;
      const { candidate, cost } = entries;
      const [from, end] = [entries.from[list] as number, entries.end[list] as number];
      for (let e = from; e < end; e++) {
        const c = candidate[e] as number;
        memberPrice[c] = (this.candidatePrice[c] as number) + (cost[e] as number);
      }
      for (const { of, price, placeOf, trainers } of this.byRole[role] as readonly SlotSignatures[]) {
        const base = (of[slot] as number) * trainers.length;
        for (let e = from; e < end; e++) {
          const c = candidate[e] as number;
          const place = placeOf[data.candidateTrainer[c] as number] as number;
          if (place >= 0) memberPrice[c] = (memberPrice[c] as number) + (price[base + place] as number);
        }
      }
      for (const f of this.weighted) this.addWeighted(f, slot, session, role, entries, list, memberPrice);
    }
    return memberPrice;
  }

  /** What the rows that a member would use in a slot are worth: her multipliers without loads and familiarity. */
  rowPrices(slot: number): RowPrices {
    this.slotOfPrices = slot;
    return this.reader;
  }

  /** What the rows that a member would use in a slot, and her load, are worth; familiarity apart. */
  worthOfMember(slot: number, trainer: number, role: number): number {
    const session = this.data.shape.sessionOf[slot] as number;
    let price = this.rowPrices(slot).of(-1, trainer, role);
    for (const { load, at } of this.rows.bands)
      price += (load.weight[session] as number) * (this.multipliers[at + trainer] as number);
    return price;
  }

  private slotOfPrices = 0;
  private readonly reader: RowPrices = {
    of: (_, trainer, role) => {
      const { data } = this;
      const slot = this.slotOfPrices;
      let price = 0;
      for (const signatures of this.byRole[role] as readonly SlotSignatures[])
        price += signatures.priceOf(slot, trainer);
      const programme = data.shape.programmeOf[data.shape.sessionOf[slot] as number] as number;
      for (const { family, at, owners, placeOf } of this.weighted) {
        const owner = family.owner === "trainer" ? trainer : programme;
        const place = owner < 0 ? -1 : (placeOf[owner] as number);
        if (place < 0 || (family.role >= 0 && family.role !== role)) continue;
        const factor = memberFactor(data, family, slot, trainer);
        for (let u = family.useStart[slot] as number; u < (family.useStart[slot + 1] as number); u++)
          price +=
            factor *
            (family.useWeight[u] as number) *
            (this.multipliers[at + (family.useBucket[u] as number) * owners.length + place] as number);
      }
      return price;
    },
  };

  private addWeighted(
    f: FamilyRows,
    slot: number,
    session: number,
    role: number,
    entries: Entries,
    list: number,
    prices: Float64Array,
  ): void {
    const { data, multipliers } = this;
    const { family, at, owners, placeOf } = f;
    if (family.role >= 0 && family.role !== role) return;
    const programme = data.shape.programmeOf[session] as number;
    const payer = family.owner === "programme" && programme >= 0 ? (placeOf[programme] as number) : -1;
    if (family.owner === "programme" && payer < 0) return;
    const group = family.weightGroup ? (family.weightGroup[slot] as number) * data.shape.trainers : 0;
    for (let u = family.useStart[slot] as number; u < (family.useStart[slot + 1] as number); u++) {
      const base = at + (family.useBucket[u] as number) * owners.length;
      const weight = family.useWeight[u] as number;
      if (payer >= 0 && multipliers[base + payer] === 0) continue;
      const end = entries.end[list] as number;
      for (let e = entries.from[list] as number; e < end; e++) {
        const c = entries.candidate[e] as number;
        const t = data.candidateTrainer[c] as number;
        const factor = family.memberWeights ? (family.memberWeights[group + t] as number) : 1;
        const place = payer >= 0 ? payer : (placeOf[t] as number);
        if (place < 0) continue;
        prices[c] = (prices[c] as number) + weight * factor * (multipliers[base + place] as number);
      }
    }
  }

  /** What a candidate costs whatever the slot: her own cost, her load, her familiarity before and after. */
  private priceCandidates(group: number, session: number, newcomer: number, entries: Entries): void {
    const { data, rows, multipliers, candidatePrice } = this;
    const end = entries.groupEnd[group] as number;
    for (let i = entries.groupFrom[group] as number; i < end; i++) {
      const c = entries.groupCandidate[i] as number;
      const t = data.candidateTrainer[c] as number;
      let price = data.candidateCost[c] as number;
      for (const { load, at } of rows.bands)
        price += (load.weight[session] as number) * (multipliers[at + t] as number);
      const [now, next] = [rows.familiarNow[c] as number, rows.familiarNext[c] as number];
      if (newcomer !== 0) price += now < 0 ? newcomer : (multipliers[now] as number);
      if (next >= 0) price -= multipliers[next] as number;
      candidatePrice[c] = price;
    }
  }

  /** Adds the uses of the team that a session took to the gradient. */
  private countUse(session: number): void {
    const { data, rows, gradient } = this;
    const slot = this.taken[session] as number;
    if (slot < 0) return;
    const programme = data.shape.programmeOf[session] as number;
    const seat = data.seatStart[session] as number;
    for (let k = 0; k < (data.teamSize[session] as number); k++) {
      const c = this.slotTeam[slot * MAX_SEATS + k] as number;
      // Where only a bound on the price is known, there may be no team: the step goes without its uses.
      if (c < 0) return;
      const t = data.candidateTrainer[c] as number;
      const role = data.seatRole[seat + k] as number;
      for (const signatures of this.byRole[role] as readonly SlotSignatures[]) signatures.use(gradient, slot, t);
      for (const { family, at, owners, placeOf } of this.weighted) {
        if (family.role >= 0 && family.role !== role) continue;
        const owner = family.owner === "trainer" ? t : programme;
        const place = owner < 0 ? -1 : (placeOf[owner] as number);
        if (place < 0) continue;
        const factor = memberFactor(data, family, slot, t);
        for (let u = family.useStart[slot] as number; u < (family.useStart[slot + 1] as number); u++) {
          const row = at + (family.useBucket[u] as number) * owners.length + place;
          gradient[row] = (gradient[row] as number) + factor * (family.useWeight[u] as number);
        }
      }
      for (const { load, at } of rows.bands)
        gradient[at + t] = (gradient[at + t] as number) + (load.weight[session] as number);
      const [now, next] = [rows.familiarNow[c] as number, rows.familiarNext[c] as number];
      if (now >= 0) gradient[now] = (gradient[now] as number) + 1;
      if (next >= 0) gradient[next] = (gradient[next] as number) - 1;
    }
  }
}
