/**
 * Ruin and recreate under simulated annealing. A step takes a few sessions out, puts them and some open ones back one
 * after the other, each with the cheapest team that fits, and keeps the outcome if the temperature allows; else it
 * restores what was.
 */
import { grainOf, onlyHeadsCount } from "../bound/grain.js";
import type { Lagrangian } from "../bound/lagrangian.js";
import { entriesOfSessions } from "../problem/lookup.js";
import type { SearchState } from "../score/state.js";
import { Blending } from "./blending.js";
import { crowding } from "./crowding.js";
import { Emptying } from "./emptying.js";
import { Insertion, type InsertionTaste } from "./insertion.js";
import type { Random } from "./random.js";
import { Roulette, type Way } from "./roulette.js";
import { RUINS, type Ruin, type RuinTools, ruinTools, STEP_RUINS } from "./ruins.js";

const SIZES: readonly Way<number>[] = [1, 2, 3, 4, 5, 6, 7, 8].map((value) => ({ value, weight: 1 }));
const FORESIGHTS: readonly Way<number>[] = [0, 0.3, 0.6, 1].map((value) => ({ value, weight: 1 }));
const THRIFTS: readonly Way<number>[] = [
  { value: 0, weight: 4 },
  { value: 0.3, weight: 1 },
  { value: 1, weight: 1 },
  { value: 3, weight: 1 },
];
/** among how many sessions the seed is the one that the bound would have cheapest against what it costs */
const TOURNAMENTS: readonly Way<number>[] = [1, 3, 8, 20].map((value) => ({ value, weight: 1 }));
/** cost of each euro, at most, where fees are to weigh and the taste has it that they do not */
const THRIFTY = 3;
const BLINK = 0.01;
/** share of steps that look at everybody, not at the core of each slot alone */
const WHOLE = 0.02;
/** work on doing without trainers, for each unit of other work; turns of it, or of blending, that count as a step */
const EMPTYING_SHARE = 3;
/** The same where only heads count: nothing else lowers the cost. */
const HEADS_SHARE = 10;
const TURNS = 10;
/** what a session that has to make way is thought to cost, at most, in grains */
const TOLL = 0.4;
/** share of steps that begin at an open session, while there are any */
const OPEN_SHARE = 0.3;
const CONSTRUCTION: InsertionTaste = { foresight: 1, blink: 0, thrift: 0, closed: -1, whole: true, insistence: 0 };
const PLAIN: InsertionTaste = { foresight: 0, blink: 0, thrift: 0, closed: -1, whole: true, insistence: 0 };

export class Search {
  readonly state: SearchState;
  /** the best plan so far: a column or −1 for each session */
  readonly best: Int32Array;
  bestCost: number;
  steps = 0;
  /** in cost: how much worse a plan may be and still be kept, more or less */
  temperature = 0;
  /** how much dearer open sessions are to the annealing than they are, as a share: it draws plans to leave other ones open */
  insistence = 0;
  readonly blending: Blending;
  private readonly random: Random;
  private readonly insertion: Insertion;
  /** where step prices make it worth while */
  private readonly emptying: Emptying | null;
  private readonly tools: RuinTools;
  private readonly ruins: Roulette<Ruin>;
  private readonly sizes: Roulette<number>;
  private readonly rivalries: Roulette<number>;
  private readonly foresights: Roulette<number>;
  private readonly thrifts: Roulette<number>;
  /** sessions that somebody could staff */
  private readonly possible: Int32Array;
  /** size sessions: how many entries each has, over all its slots */
  private readonly choice: Int32Array;
  private readonly open: number[] = [];
  private readonly emptyingShare: number;
  private seed = 0;
  private readonly removed = new Set<number>();
  private readonly before: { session: number; column: number }[] = [];

  constructor(state: SearchState, lagrangian: Lagrangian, random: Random, possible: Int32Array) {
    this.state = state;
    this.random = random;
    this.insertion = new Insertion(state, lagrangian, random);
    this.best = Int32Array.from(state.chosen);
    this.bestCost = state.cost;
    this.possible = possible;
    this.blending = new Blending(state, random);
    const toll = TOLL * grainOf(state.data);
    this.tools = {
      ...ruinTools(state, random),
      coreOf: (slot) => this.insertion.coreOf(slot),
      teamIfOthersMadeWay: (session, slot) => this.insertion.teamIfOthersMadeWay(session, slot, toll),
    };
    this.choice = entriesOfSessions(state.data);
    const price = state.data.loads.reduce((sum, load) => sum + (load.form === "step" ? load.price : 0), 0);
    const steps = price > 0;
    this.emptyingShare = onlyHeadsCount(state.data) ? HEADS_SHARE : EMPTYING_SHARE;
    // A price that is small beside other differences is the annealing's affair: attempts take many steps.
    this.emptying =
      price >= grainOf(state.data) && steps ? new Emptying(state, lagrangian.pricer, random, possible, price) : null;
    this.ruins = new Roulette(steps ? [...RUINS, ...STEP_RUINS] : RUINS, random);
    this.sizes = new Roulette(SIZES, random);
    this.rivalries = new Roulette(TOURNAMENTS, random);
    this.foresights = new Roulette(FORESIGHTS, random);
    this.thrifts = new Roulette(THRIFTS, random);
  }

  /** Staffs open sessions one by one, those first that matter most and have the fewest people; never removes a team. */
  construct(order: readonly number[], goOn: () => boolean): void {
    for (const taste of [CONSTRUCTION, PLAIN])
      for (const session of order) {
        if (!goOn()) break;
        if ((this.state.chosen[session] as number) >= 0) continue;
        const column = this.insertion.best(session, taste);
        if (column >= 0) this.state.place(column);
      }
    this.remember();
  }

  /** Takes over the bound's new prices, which its Lagrangian has adopted. */
  foresee(): void {
    this.insertion.foresee();
  }

  /** Goes on from another plan. */
  restart(chosen: ArrayLike<number>): void {
    this.emptying?.drop();
    this.state.load(chosen);
    this.remember();
  }

  /** Keeps the plan that the annealing has come to for blending, and goes on from the best of all. */
  keep(): void {
    this.emptying?.drop();
    this.blending.add(this.state.chosen, this.state.cost);
    this.restart(this.best);
  }

  /** Takes a plan that was found elsewhere among those that are blended. @param cost what it costs */
  learn(chosen: Int32Array, cost: number): void {
    this.blending.add(chosen, cost);
    if (cost >= this.bestCost) return;
    this.best.set(chosen);
    this.bestCost = cost;
  }

  /** A few turns of choosing among the teams of plans that were kept. */
  blend(): void {
    this.steps++;
    for (let i = 0; i < TURNS; i++)
      if (this.blending.step(this.temperature) && this.state.cost < this.bestCost) this.remember();
  }

  /** One ruin and recreate, or a few turns of doing without a trainer. */
  step(): void {
    const { state, random, before, emptying } = this;
    this.steps++;
    if (emptying && (emptying.underWay || this.beginsEmptying(emptying))) {
      if (emptying.goOn(TURNS) && state.cost < this.bestCost) this.remember();
      return;
    }
    const was = this.height();
    const { work } = this.insertion;
    const seed = this.pickSeed();
    if (seed === undefined) return;
    this.seed = seed;
    this.takeOut(seed);
    const thrift = this.thrifts.pick();
    const taste: InsertionTaste = {
      foresight: this.foresights.pick(),
      thrift: this.tools.thrifty && thrift === 0 ? THRIFTY * random.unit() : thrift,
      blink: BLINK,
      closed: this.tools.closed,
      whole: random.unit() < WHOLE,
      insistence: this.insistence,
    };
    for (const session of this.order()) {
      if ((state.chosen[session] as number) >= 0) continue;
      const column = this.insertion.best(session, taste);
      if (column < 0) continue;
      state.place(column);
      before.push({ session, column: -1 });
    }
    const is = this.height();
    const gain = Math.max(0, was - is);
    for (const ways of [this.rivalries, this.ruins, this.sizes, this.foresights, this.thrifts])
      ways.learn(gain, this.insertion.work - work);
    if (is <= was - this.temperature * Math.log(random.unit())) {
      if (state.cost < this.bestCost) this.remember();
    } else this.undo();
  }

  /**
   * Nothing else can be done while an attempt is under way, so one begins only when the rest has earned the whole of it.
   */
  private beginsEmptying(emptying: Emptying): boolean {
    const earned = this.emptyingShare * this.insertion.work - emptying.work;
    return earned >= emptying.workOfOne && emptying.begin();
  }

  /** What the annealing makes of the plan as it stands. */
  private height(): number {
    return this.state.cost + this.insistence * this.state.openSum + crowding(this.state);
  }

  /** Any session; one that is open but could be staffed more often than its share. */
  private pickSeed(): number | undefined {
    const { state, random, possible } = this;
    const { previous } = state.data.links;
    let seed = this.dearest(this.rivalries.pick());
    if (random.unit() < OPEN_SHARE)
      for (let tries = 0; tries < 60 && seed !== undefined && (state.chosen[seed] as number) >= 0; tries++)
        seed = possible[random.below(possible.length)];
    // What stops an open session of a series may be that the one before it is open too.
    while (
      seed !== undefined &&
      (previous[seed] as number) >= 0 &&
      (state.chosen[previous[seed] as number] as number) < 0
    )
      seed = previous[seed] as number;
    return seed;
  }

  /** Of some sessions at random, that which is furthest from the price at which the bound has it. */
  private dearest(among: number): number | undefined {
    const { possible, random } = this;
    let [seed, most] = [possible[random.below(possible.length)], Number.NEGATIVE_INFINITY];
    for (let i = 0; i < among && among > 1; i++) {
      const s = possible[random.below(possible.length)] as number;
      const regret = this.insertion.regretOf(s);
      if (regret > most) {
        most = regret;
        seed = s;
      }
    }
    return seed;
  }

  private remember(): void {
    if (this.state.cost >= this.bestCost && this.steps > 0) return;
    this.best.set(this.state.chosen);
    this.bestCost = this.state.cost;
  }

  private takeOut(seed: number): void {
    const { state, removed, before, open } = this;
    removed.clear();
    before.length = 0;
    open.length = 0;
    removed.add(seed);
    this.tools.closed = -1;
    this.tools.thrifty = false;
    this.ruins.pick()(this.tools, seed, this.sizes.pick(), removed);
    const { next } = state.data.links;
    for (const session of removed) {
      // What follows in a series hangs on what comes before it: the tail goes first.
      const tail: number[] = [];
      for (let s = session; s >= 0; s = next[s] as number) tail.push(s);
      for (const s of tail.reverse()) {
        const column = state.chosen[s] as number;
        if (column >= 0 && state.canRemove(s)) {
          state.remove(s);
          before.push({ session: s, column });
        }
        if (!open.includes(s)) open.push(s);
      }
    }
  }

  /** Open sessions in the order in which they get a team: each series in its own order, else at random or dearest first. */
  private order(): number[] {
    const { state, random, open } = this;
    const { links } = state.data;
    random.shuffle(open);
    const by = random.below(3);
    if (by === 0) open.sort((a, b) => state.openCost(b) - state.openCost(a));
    if (by === 1) open.sort((a, b) => (this.choice[a] as number) - (this.choice[b] as number));
    // The seed's turn comes first half of the time, so that others make room for it.
    if (random.below(2) === 0) open.sort((a, b) => Number(b === this.seed) - Number(a === this.seed));
    const place = new Map(open.map((s, i) => [s, i]));
    const result: number[] = [];
    const put = (s: number): void => {
      const previous = links.previous[s] as number;
      if (previous >= 0 && place.has(previous)) put(previous);
      if (place.delete(s)) result.push(s);
    };
    for (const s of open) put(s);
    return result;
  }

  private undo(): void {
    const { state, before } = this;
    for (let i = before.length - 1; i >= 0; i--) {
      const { session, column } = before[i] as { session: number; column: number };
      if (column < 0) state.remove(session);
      else state.place(column);
    }
  }
}
