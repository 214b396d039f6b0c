/**
 * The cheapest whole team of an open session in the plan as it stands, by trying teams depth-first with a bound: exact,
 * and of equally cheap teams always the same one (the earlier slot, then the trainers' order in the file).
 */
import { GRADES, type ProblemData } from "../problem/data.js";
import { pairCost } from "../problem/families.js";
import type { SearchState } from "../score/state.js";

/** What is asked of the team beside every rule. */
export interface Wish {
  /** who may sit where: everybody who may by the rules, where it is left out */
  readonly may?: (slot: number, trainer: number, role: number) => boolean;
  /** who must have a seat */
  readonly must?: number;
  /** trainers, seat by seat and ascending within a role, of a team that does not count in this slot */
  readonly not?: { readonly slot: number; readonly trainers: readonly number[] };
  /** `fee` asks for the team with the lowest fees, whatever it costs otherwise */
  readonly by?: "cost" | "fee";
  /** the most that its fees may come to, in place of what the programme has left */
  readonly most?: number;
}

export interface CheapestTeam {
  /** the slot in the problem's count */
  readonly slot: number;
  /** seat by seat */
  readonly trainers: readonly number[];
  /** what the plan's cost changes by, or by `fee` what the fees come to */
  readonly price: number;
}

/** Seats tried in one slot before the best team so far has to do. */
const MOST_TRIED = 3_000_000;

/**
 * @param state holds the plan, and the session is open in it
 * @returns null where no team is possible
 */
export function cheapestTeam(state: SearchState, session: number, wish: Wish = {}): CheapestTeam | null {
  const { shape, slotCost } = state.data;
  let best: CheapestTeam | null = null;
  for (let g = shape.slotStart[session] as number; g < (shape.slotStart[session + 1] as number); g++) {
    if (slotCost[g] === Number.POSITIVE_INFINITY || !state.slotFits(session, g)) continue;
    // An earlier slot keeps its place where a later one is as cheap.
    best = new SlotSearch(state, session, g, wish, limit(best)).best() ?? best;
  }
  return best;
}

function limit(best: CheapestTeam | null): number {
  return best === null ? Number.POSITIVE_INFINITY : best.price;
}

interface Choice {
  readonly trainer: number;
  readonly price: number;
  readonly fee: number;
  /** first grade of her class */
  readonly grades: number;
}
interface Group {
  readonly seats: number;
  readonly choices: readonly Choice[];
  /** what its seats cost at least, and their fees */
  readonly least: number;
  readonly leastFee: number;
  /** by need: the best grade of anyone */
  readonly grade: Uint8Array;
}

class SlotSearch {
  private readonly data: ProblemData;
  private groups: readonly Group[] = [];
  /** the group in whose first seat somebody must sit, or −1 */
  private lead = -1;
  private readonly pools: readonly (readonly Choice[])[];
  private readonly seats: readonly number[];
  private readonly needs: number;
  private readonly firstNeed: number;
  private readonly byFee: boolean;
  private readonly most: number;
  private readonly base: number;
  private readonly team: number[] = [];
  private found: number[] | null = null;
  private price: number;
  private tried = 0;

  constructor(
    state: SearchState,
    session: number,
    private readonly slot: number,
    private readonly wish: Wish,
    limit: number,
  ) {
    const { data } = state;
    this.data = data;
    this.price = limit;
    this.byFee = wish.by === "fee";
    this.firstNeed = data.coverStart[session] as number;
    this.needs = (data.coverStart[session + 1] as number) - this.firstNeed;
    const familiar = state.familiarity(session);
    this.base = this.byFee ? 0 : (data.slotCost[slot] as number) - state.openCost(session) + familiar.always;
    const programme = data.shape.programmeOf[session] as number;
    const money = state.capacities.find(({ family }) => family.owner === "programme");
    const pools: Choice[][] = [];
    const first = data.groupStart[session] as number;
    for (let q = first; q < (data.groupStart[session + 1] as number); q++) {
      const role = data.groupRole[q] as number;
      const list = (data.entryList[slot] as number) + q - first;
      const choices: Choice[] = [];
      for (let e = data.entryStart[list] as number; e < (data.entryStart[list + 1] as number); e++) {
        const c = data.entryCandidate[e] as number;
        const trainer = data.candidateTrainer[c] as number;
        if (!state.hasRoom(trainer, slot, role) || wish.may?.(slot, trainer, role) === false) continue;
        const fee = money && programme >= 0 ? money.factor(slot, trainer) : 0;
        const own = (data.candidateCost[c] as number) + (data.entryCost[e] as number);
        const cls = (data.classStart[q] as number) + (data.candidateClass[c] as number);
        const price = this.byFee ? fee : own + familiar.each(trainer, role) + state.loadDelta(trainer, session);
        choices.push({ trainer, price, fee, grades: data.gradeStart[cls] as number });
      }
      pools.push(choices.sort((a, b) => a.price - b.price || a.trainer - b.trainer));
    }
    this.pools = pools;
    this.seats = pools.map((_, k) => data.groupSeats[first + k] as number);
    this.most = wish.most ?? Number.POSITIVE_INFINITY;
    if (wish.most === undefined && money && programme >= 0) {
      // The most that fits, found from what the fees of a team could be at all.
      const fits = (fees: number): boolean => money.fits(programme, slot, fees);
      let [low, high] = [-1, pools.reduce((sum, choices, k) => sum + (this.seats[k] as number) * mostOf(choices), 0)];
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (fits(middle)) low = middle;
        else high = middle - 1;
      }
      this.most = low;
    }
  }

  /** @param her who is in its first seat, if somebody must be */
  private group(pool: readonly Choice[], seats: number, her?: Choice): Group {
    const choices = her ? [her, ...pool] : pool;
    const least = (of: (choice: Choice) => number): number => {
      const sorted = pool.map(of).sort((a, b) => a - b);
      const others = sorted.slice(0, her ? seats - 1 : seats);
      return others.reduce((sum, value) => sum + value, her ? of(her) : 0);
    };
    const grade = new Uint8Array(this.needs);
    for (const { grades } of choices)
      for (let n = 0; n < this.needs; n++)
        grade[n] = Math.max(grade[n] as number, this.data.grade[grades + n] as number);
    return {
      seats,
      choices,
      least: least(({ price }) => price),
      leastFee: least(({ fee }) => fee),
      grade,
    };
  }

  best(): CheapestTeam | null {
    const { must } = this.wish;
    if (must === undefined) this.run(this.pools.map((pool, k) => this.group(pool, this.seats[k] as number)));
    else
      for (const [lead, pool] of this.pools.entries()) {
        const her = pool.find(({ trainer }) => trainer === must);
        if (her === undefined) continue;
        this.lead = lead;
        const others = this.pools.map((one) => one.filter(({ trainer }) => trainer !== must));
        this.run(others.map((one, k) => this.group(one, this.seats[k] as number, k === lead ? her : undefined)));
      }
    return this.found === null ? null : { slot: this.slot, trainers: this.found, price: this.price };
  }

  private run(groups: readonly Group[]): void {
    this.groups = groups;
    if (groups.some(({ seats, choices }) => choices.length < seats)) return;
    this.fill(0, 0, 0, this.base, 0, new Uint8Array(this.needs));
  }

  /** Fills group `q` from its choice `from` on; `filled` of its seats are taken, at `cost` so far, needs apart. */
  private fill(q: number, from: number, filled: number, cost: number, spent: number, grades: Uint8Array): void {
    const group = this.groups[q];
    if (group === undefined) {
      this.finish(cost + this.needCost(grades));
      return;
    }
    if (filled === group.seats) {
      this.fill(q + 1, 0, 0, cost, spent, grades);
      return;
    }
    let [restCost, restFee] = [0, 0];
    for (let later = q + 1; later < this.groups.length; later++) {
      const { least, leastFee } = this.groups[later] as Group;
      restCost += least;
      restFee += leastFee;
    }
    const open = group.seats - filled;
    const isHers = q === this.lead && filled === 0;
    const last = isHers ? 0 : group.choices.length - open;
    const coming = this.needCost(this.reachable(q, grades));
    for (let i = from; i <= last; i++) {
      const { trainer, price, fee, grades: own } = group.choices[i] as Choice;
      // Choices stand by price: those to come in this group cost at least as much each.
      const here = isHers ? group.least : open * price;
      if (cost + here + restCost + coming > this.price || ++this.tried > MOST_TRIED) return;
      if (spent + fee + restFee > this.most || this.team.includes(trainer)) continue;
      let pairs = 0;
      for (const other of this.team) pairs += pairCost(this.data.pairs, trainer, other);
      if (pairs === Number.POSITIVE_INFINITY) continue;
      this.team.push(trainer);
      const reached = grades.map((grade, n) => Math.max(grade, this.data.grade[own + n] as number));
      this.fill(q, i + 1, filled + 1, cost + price + (this.byFee ? 0 : pairs), spent + fee, reached);
      this.team.pop();
    }
  }

  private reachable(q: number, grades: Uint8Array): Uint8Array {
    const reached = grades.slice();
    for (let later = q; later < this.groups.length; later++) {
      const { grade } = this.groups[later] as Group;
      for (let n = 0; n < this.needs; n++) reached[n] = Math.max(reached[n] as number, grade[n] as number);
    }
    return reached;
  }

  private needCost(grades: Uint8Array): number {
    let cost = 0;
    for (let n = 0; n < this.needs; n++)
      cost += this.data.coverCost[(this.firstNeed + n) * GRADES + (grades[n] as number)] as number;
    return this.byFee && cost !== Number.POSITIVE_INFINITY ? 0 : cost;
  }

  private finish(cost: number): void {
    if (cost === Number.POSITIVE_INFINITY || cost > this.price) return;
    const { wish } = this;
    const team = this.seated();
    if (wish.not?.slot === this.slot && compare(team, wish.not.trainers) === 0) return;
    if (cost === this.price && (this.found === null || compare(team, this.found) >= 0)) return;
    this.price = cost;
    this.found = team;
  }

  /** Members of one role in the file's order, since they were chosen by price. */
  private seated(): number[] {
    let from = 0;
    return this.groups.flatMap(({ seats }) => {
      const those = this.team.slice(from, from + seats).sort((a, b) => a - b);
      from += seats;
      return those;
    });
  }
}

function mostOf(choices: readonly Choice[]): number {
  return choices.reduce((most, { fee }) => Math.max(most, fee), 0);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((t, i) => t !== b[i]);
  return at < 0 ? 0 : (a[at] as number) - (b[at] as number);
}
