/**
 * Doing without a trainer, where having her costs by itself (a step price): her sessions go to those who have some already,
 * who pass on what then clashes, and so on until nothing is left over or patience ends. What is passed on is chosen by
 * counters that rise whenever a session finds no free place, so that the hardest settle first (ejection pools with penalty
 * counters; Nagata and Bräysy, "A powerful route minimization heuristic for the vehicle routing problem with time
 * windows", Operations Research Letters 2009).
 */
import { type Members, roomForMembers } from "../bound/survivors.js";
import type { TeamPricer } from "../bound/team-pricer.js";
import type { ProblemData } from "../problem/data.js";
import type { SearchState } from "../score/state.js";
import { Burdens } from "./burdens.js";
import { Passing } from "./passing.js";
import type { Random } from "./random.js";

/** Most sessions of one trainer that may be passed on at once. */
const MOST_PASSED = 5;
/** Sessions that move at random after each that was passed on, so that the same ones do not go round. */
const SHAKES = 1;
/** Turns in one attempt, for each session that the trainer had and one more; each that failed makes the next longer. */
const TURNS = 5000;
const LONGER = 1.3;
const LONGEST = 40_000;
/** How often two trainers are closed for one who is opened, so that it need not always be the same ones who work. */
const EXCHANGES = 0.8;

export class Emptying {
  private readonly data: ProblemData;
  private readonly state: SearchState;
  private readonly pricer: TeamPricer;
  private readonly random: Random;
  private readonly price: Float64Array;
  private readonly here: Members;
  private readonly burdens: Burdens;
  /** by trainer: whether she may be given sessions in the attempt under way */
  private readonly allowed: Uint8Array;
  private readonly passing: Passing;
  private readonly possible: Int32Array;
  private readonly team: number[] = [];
  private turns = 0;
  private readonly turnsAtFirst: number;
  private patience: number;
  private cost = 0;
  /** what passing on one session weighs against other costs */
  private readonly weight: number;
  /** members looked at so far */
  work = 0;
  private turnsTaken = 0;
  /** sessions that the attempts so far began with, and how many attempts there were */
  private begunWith = 0;
  private attempts = 0;
  private readonly membersOfOne: number;

  /**
   * @param possible sessions that somebody could staff
   * @param price what it costs to have a trainer at all
   * @param turns in a first attempt, for each session that the trainer had and one more
   */
  constructor(
    state: SearchState,
    pricer: TeamPricer,
    random: Random,
    possible: Int32Array,
    price: number,
    turns = TURNS,
  ) {
    this.data = state.data;
    this.state = state;
    this.burdens = new Burdens(state);
    this.passing = new Passing(state, (column) => this.burdens.book(column, -1));
    this.pricer = pricer;
    this.random = random;
    this.possible = possible;
    this.weight = price;
    this.turnsAtFirst = turns;
    this.patience = turns;
    this.price = new Float64Array(this.data.candidateTrainer.length);
    this.here = roomForMembers(3 * pricer.tables.maxEntries);
    this.allowed = new Uint8Array(this.data.shape.trainers);
    this.membersOfOne = this.data.entryCandidate.length / Math.max(1, this.data.shape.sessions);
  }

  /** What an attempt that fails would take, in members looked at: as those before it did, if there were any. */
  get workOfOne(): number {
    const perTurn = this.turnsTaken > 0 ? this.work / this.turnsTaken : this.membersOfOne;
    const sessions = this.attempts > 0 ? this.begunWith / this.attempts : 1;
    return this.patience * (sessions + 1) * perTurn;
  }

  /** Whether an attempt is under way: the plan then has sessions open that are to be placed yet. */
  get underWay(): boolean {
    return this.turns > 0;
  }

  /** Forgets the attempt under way; the plan is someone else's affair now. */
  drop(): void {
    this.turns = 0;
  }

  /**
   * Closes a trainer who has few sessions, or takes up an open session. Only where no attempt is under way.
   * @returns false where there is nothing to try
   */
  begin(): boolean {
    const { state, allowed, random } = this;
    const { slots } = state.diaries;
    this.passing.begin();
    this.burdens.begin();
    this.cost = state.cost;
    let idle = -1;
    for (let t = 0; t < slots.length; t++) {
      allowed[t] = (slots[t] as number[]).length > 0 ? 1 : 0;
      if (!allowed[t] && random.below(t + 1) === 0) idle = t;
    }
    const open = this.openSession();
    if (open >= 0) {
      // First things first: somebody for what nobody has, whoever it takes.
      allowed.fill(1);
      this.passing.pool.push(open);
    }
    const exchange = open < 0 && idle >= 0 && random.unit() < EXCHANGES;
    if (exchange) allowed[idle] = 1;
    for (let i = open >= 0 ? 0 : exchange ? 2 : 1; i > 0; i--) this.closeOne(idle);
    const { length } = this.passing.pool;
    if (length === 0) return false;
    this.attempts++;
    this.begunWith += length;
    this.turns = Math.round(this.patience * (length + 1));
    return true;
  }

  /** Half of the time an open session that could be staffed, if there is one; else −1. */
  private openSession(): number {
    const { data, state, random, possible } = this;
    if (random.below(2) === 0) return -1;
    let found = -1;
    let seen = 0;
    for (const s of possible) {
      const previous = data.links.previous[s] as number;
      if ((state.chosen[s] as number) >= 0 || (previous >= 0 && (state.chosen[previous] as number) < 0)) continue;
      if (random.below(++seen) === 0) found = s;
    }
    return found;
  }

  private closeOne(but: number): void {
    const { state, allowed, random } = this;
    const { slots } = state.diaries;
    let trainer = -1;
    for (let tries = 0; tries < 6; tries++) {
      const t = random.below(slots.length);
      if (!allowed[t] || t === but) continue;
      if (trainer < 0 || (slots[t] as number[]).length < (slots[trainer] as number[]).length) trainer = t;
    }
    if (trainer < 0) return;
    allowed[trainer] = 0;
    for (const slot of (slots[trainer] as number[]).slice())
      this.passing.passOn(this.data.shape.sessionOf[slot] as number);
    if ((slots[trainer] as number[]).length > 0) allowed[trainer] = 1;
  }

  /**
   * Goes on with the attempt under way for a few turns; when it ends without a cheaper plan, the plan is what it was.
   * @returns whether it ended with a cheaper plan
   */
  goOn(turns: number): boolean {
    const { state } = this;
    const { pool } = this.passing;
    for (let i = 0; i < turns && this.turns > 0 && pool.length > 0; i++) {
      this.turns--;
      this.turnsTaken++;
      this.placeNext();
    }
    if (pool.length > 0 && this.turns > 0) return false;
    this.turns = 0;
    if (state.cost < this.cost) {
      this.patience = this.turnsAtFirst;
      return true;
    }
    this.patience = Math.min(LONGEST, this.patience * LONGER);
    this.passing.restore();
    return false;
  }

  /** Places the session whose turn it is, or counts that it has no place. */
  private placeNext(): void {
    const { data, state, burdens, random } = this;
    const { pool } = this.passing;
    const session = this.passing.next();
    if (this.place(session, true)) {
      for (let i = 0; i < SHAKES; i++) this.shake(random.below(data.shape.sessions));
      return;
    }
    burdens.raise(session);
    pool.splice(random.below(pool.length + 1), 0, session);
    if ((state.chosen[session] as number) >= 0) throw new Error("a session waits for a place that it has");
  }

  /** Moves a session to another team at random, if one is free. */
  private shake(session: number): void {
    const { state } = this;
    const column = state.chosen[session] as number;
    if (column < 0 || !state.canRemove(session)) return;
    this.passing.touch(session);
    this.burdens.book(column, -1);
    state.remove(session);
    if (this.place(session, false)) return;
    state.place(column);
    this.burdens.book(column, 1);
  }

  /**
   * Gives a session the team that passes on least, and is cheapest then.
   * @param passing whether anything may be passed on at all
   */
  private place(session: number, passing: boolean): boolean {
    const { data, state, pricer } = this;
    const { shape } = data;
    let best = Number.POSITIVE_INFINITY;
    let [slot, column] = [-1, -1];
    for (let g = shape.slotStart[session] as number; g < (shape.slotStart[session + 1] as number); g++) {
      if (data.slotCost[g] === Number.POSITIVE_INFINITY || !state.slotFits(session, g)) continue;
      if (!this.priceMembers(session, g, passing)) continue;
      const found = pricer.cheapest(g, this.price, best, this.here);
      if (found >= best || pricer.team[0] === -1) continue;
      pricer.trainersOf(session, this.team);
      const made = state.columns.intern(g, this.team);
      if (made < 0) continue;
      best = found;
      slot = g;
      column = made;
    }
    if (column < 0) return false;
    if (passing)
      for (const t of state.columns.teamOf(column))
        for (const s of state.diaries.clashing(t, slot))
          if ((state.chosen[s] as number) >= 0) {
            this.passing.passOn(s);
            this.burdens.raise(session);
          }
    if (!state.canPlace(column)) return false;
    this.passing.touch(session);
    state.place(column);
    this.burdens.book(column, 1);
    return true;
  }

  /** @returns false where some group has too few */
  private priceMembers(session: number, slot: number, passing: boolean): boolean {
    const { data, state, price, here, random, allowed, burdens } = this;
    const first = data.groupStart[session] as number;
    let count = 0;
    for (let q = first; q < (data.groupStart[session + 1] as number); q++) {
      const role = data.groupRole[q] as number;
      const list = (data.entryList[slot] as number) + q - first;
      here.from[q - first] = count;
      const [from, end] = [data.entryStart[list] as number, data.entryStart[list + 1] as number];
      this.work += end - from;
      for (let e = from; e < end; e++) {
        const c = data.entryCandidate[e] as number;
        const t = data.candidateTrainer[c] as number;
        if (!allowed[t]) continue;
        const passed = burdens.of(t, slot, passing ? MOST_PASSED : 0);
        if (passed === Number.POSITIVE_INFINITY || (passed === 0 && !state.hasCapacity(t, slot, role))) continue;
        here.candidate[count++] = c;
        let own = (data.candidateCost[c] as number) + (data.entryCost[e] as number);
        for (const ledger of state.loads)
          if (ledger.load.form !== "step") own += ledger.delta(t, ledger.load.weight[session] as number);
        price[c] = own + this.weight * (passed + random.unit() * (passing ? 0.1 : 1));
      }
      here.end[q - first] = count;
      if (count - (here.from[q - first] as number) < (data.groupSeats[q] as number)) return false;
    }
    return true;
  }
}
