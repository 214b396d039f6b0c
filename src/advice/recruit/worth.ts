/**
 * What a new trainer would earn: of the sessions that she could sit in, those whose team she makes cheaper at the bound's
 * prices, as many as her limits allow. The bound falls by no more than the best such season of hers (it is the
 * Lagrangian's own subproblem for her, solved greedily).
 */
import { cheapestChain } from "../../bound/chains.js";
import type { Lagrangian } from "../../bound/lagrangian.js";
import { slotSlack } from "../../bound/within.js";
import type { Season, Trainer } from "../../model/types.js";
import { compile } from "../../problem/compile.js";
import type { ProblemData } from "../../problem/data.js";
import type { SearchState } from "../../score/state.js";
import { Columns } from "../../score/teams.js";
import { stateOf } from "../../solve/open-reasons.js";
import { PricesWithHer } from "./prices.js";

/** Stands for a price that nobody can pay, where differences are taken. */
const DEAR = 2 ** 40;

/** One session that she would sit in. */
export interface Seat {
  readonly session: number;
  /** in the problem's count */
  readonly slot: number;
  /** what the team with her is cheaper than what the session, or its series, costs now */
  readonly gain: number;
}

/** What somebody would be worth. */
export interface Prospect {
  /** all gains less what her own load costs; below 0 where the season is better off without her */
  readonly expected: number;
  /** what she costs where she has no session at all: her fair share that she does not get */
  readonly idle: number;
  readonly seats: readonly Seat[];
  /** every slot in which she would make the season cheaper by herself */
  readonly options: readonly Seat[];
}

interface Option extends Seat {
  readonly price: number;
  readonly role: number;
}

export class Worth {
  private readonly season: Season;
  private readonly lagrangian: Lagrangian;
  private readonly sessions: readonly number[];
  private readonly breakEven: Float64Array;

  /**
   * @param lagrangian of the season, evaluated at the prices in question
   * @param most sessions that are looked at, dearest first
   */
  constructor(season: Season, lagrangian: Lagrangian, most: number) {
    this.season = season;
    this.lagrangian = lagrangian;
    const { slotPrice } = lagrangian;
    for (let g = 0; g < slotPrice.length; g++) slotPrice[g] = Math.min(DEAR, slotPrice[g] as number);
    this.breakEven = this.breakEvens();
    const { slotStart, sessions } = lagrangian.data.shape;
    const dearest = (s: number): number => Math.max(...this.breakEven.subarray(slotStart[s], slotStart[s + 1]));
    this.sessions = [...Array(sessions).keys()]
      .map((s) => [s, dearest(s)] as const)
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, most)
      .map(([s]) => s);
  }

  /** The sessions that are looked at, those first that cost most at the bound's prices. */
  get dearestFirst(): readonly number[] {
    return this.sessions;
  }

  /** By slot: the price below which a team in it makes its series cheaper. */
  private breakEvens(): Float64Array {
    const slack = slotSlack(this.lagrangian);
    return slack.map((rise, g) => (this.lagrangian.slotPrice[g] as number) - rise);
  }

  /** What each of some trainers would be worth, if she alone came. Their codes must be free. */
  of(trainers: readonly Trainer[]): Prospect[] {
    const season = { ...this.season, trainers: [...this.season.trainers, ...trainers] };
    const problem = compile(season, "kept");
    const prices = new PricesWithHer(this.lagrangian, problem.data);
    const options: Option[][] = trainers.map(() => []);
    const { slotStart } = problem.data.shape;
    const old = this.season.trainers.length;
    for (const s of this.sessions)
      for (let g = slotStart[s] as number; g < (slotStart[s + 1] as number); g++) {
        prices.look(g);
        trainers.forEach((_, k) => {
          const team = prices.of(old + k);
          if (team === null) return;
          options[k]?.push({ session: s, slot: g, ...team, gain: (this.breakEven[g] as number) - team.price });
        });
      }
    const state = stateOf(season, problem, new Columns(problem.data));
    return trainers.map((_, k) => this.seasonOf(state, prices, old + k, options[k] ?? []));
  }

  /** Her season, seat by seat: each time what is worth most. */
  private seasonOf(state: SearchState, prices: PricesWithHer, her: number, all: readonly Option[]): Prospect {
    // A slot may ask more of a day or a week than she gives at all.
    const options = all.filter(({ slot, role }) => state.hasRoom(her, slot, role));
    const { links } = state.data;
    const [slotPrice, chainPrice] = [this.lagrangian.slotPrice.slice(), this.lagrangian.chainPrice.slice()];
    const seats: Seat[] = [];
    const taken = new Set<number>();
    const idle = state.loads.reduce((sum, ledger) => sum + ledger.costAt(her, 0), 0);
    let expected = -idle;
    let breakEven = this.breakEven;
    for (;;) {
      let best: Option | null = null;
      let most = 1e-6;
      for (const one of options) {
        if (taken.has(one.session) || !state.hasRoom(her, one.slot, one.role)) continue;
        const gain = (breakEven[one.slot] as number) - one.price + familiar(taken, prices, links, one);
        const worth = gain - loadDelta(state, her, one.session);
        if (worth <= most) continue;
        most = worth;
        best = { ...one, gain };
      }
      if (best === null) break;
      expected += most;
      taken.add(best.session);
      seats.push({ session: best.session, slot: best.slot, gain: best.gain });
      book(state, her, best);
      if ((links.previous[best.session] as number) >= 0 || (links.next[best.session] as number) >= 0)
        breakEven = this.breakEvensWith(best);
    }
    this.lagrangian.slotPrice.set(slotPrice);
    this.lagrangian.chainPrice.set(chainPrice);
    const useful = options.filter(({ gain }) => gain > 0);
    return { expected, idle, seats, options: useful.map(({ session, slot, gain }) => ({ session, slot, gain })) };
  }

  /** What the rest of a series is worth once she sits in one session of it. */
  private breakEvensWith({ session, slot, price }: Option): Float64Array {
    const { data, slotPrice, chainPrice } = this.lagrangian;
    slotPrice.fill(DEAR, data.shape.slotStart[session], data.shape.slotStart[session + 1]);
    slotPrice[slot] = price;
    const first = firstOf(data, session);
    chainPrice[first] = cheapestChain(data, this.lagrangian, first, new Int32Array(data.shape.sessions));
    return this.breakEvens();
  }
}

function firstOf(data: ProblemData, session: number): number {
  let first = session;
  while ((data.links.previous[first] as number) >= 0) first = data.links.previous[first] as number;
  return first;
}

/** What it saves that she is no new face in the series. */
function familiar(
  taken: ReadonlySet<number>,
  prices: PricesWithHer,
  links: ProblemData["links"],
  { session, role }: Option,
): number {
  return taken.has(links.previous[session] as number) ? prices.newcomer(session, role) : 0;
}

function loadDelta({ loads }: SearchState, her: number, session: number): number {
  return loads.reduce((sum, ledger) => sum + ledger.delta(her, ledger.load.weight[session] as number), 0);
}

/** Notes in her ledgers and her diary, and in nobody else's, that she sits there. */
function book(state: SearchState, her: number, { session, slot, role }: Option): void {
  for (const ledger of state.capacities) {
    if (ledger.family.owner !== "trainer" || (ledger.family.role >= 0 && ledger.family.role !== role)) continue;
    ledger.add(her, slot, ledger.factor(slot, her));
  }
  for (const ledger of state.loads) ledger.add(her, ledger.load.weight[session] as number);
  state.diaries.add(her, slot);
}
