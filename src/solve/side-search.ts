/** Annealings in the bound's thread, once the bound has nothing left to do: each comes to a plan of its own, to be blended. */
import { grainOf } from "../bound/grain.js";
import type { Lagrangian } from "../bound/lagrangian.js";
import type { Season } from "../model/types.js";
import { compile, type Problem } from "../problem/compile.js";
import { MAX_SEATS } from "../problem/data.js";
import { Columns } from "../score/teams.js";
import { Random } from "../search/random.js";
import { Search } from "../search/search.js";
import { annealingTemperature } from "./cooling.js";
import { buildOrder, pinnedColumns, staffable } from "./first-plan.js";
import { stateOf } from "./open-reasons.js";

export interface AnnealingRequest {
  readonly season: Season;
  readonly seed: number;
  readonly ms: number;
  /** see Search.insistence */
  readonly insistence: number;
  /** a plan to better, which ends it; without one it builds its own */
  readonly from: PlanByIndex | null;
}

/** A plan between threads, which know each other's indices and not each other's columns. */
export interface PlanByIndex {
  readonly cost: number;
  /** by session: its slot, −1 where it is open */
  readonly slot: Int32Array;
  /** session × MAX_SEATS: trainers of its seats */
  readonly trainer: Int32Array;
}

/** Steps between two looks at the clock. */
const CHUNK = 16;

export class SideSearch {
  private readonly season: Season;
  private readonly problem: Problem;
  private readonly lagrangian: Lagrangian;
  private readonly clock: () => number;

  /** @param lagrangian at the best prices */
  constructor(season: Season, lagrangian: Lagrangian, clock: () => number) {
    this.season = season;
    this.problem = compile(season);
    this.lagrangian = lagrangian;
    this.clock = clock;
  }

  /** Anneals a plan once, from warm to cold. */
  anneal({ seed, ms, insistence, from }: AnnealingRequest): PlanByIndex {
    const { season, problem, lagrangian, clock } = this;
    const columns = new Columns(problem.data);
    const possible = staffable(problem.data, lagrangian.slotPrice);
    const search = new Search(stateOf(season, problem, columns), lagrangian, new Random(seed), possible);
    search.restart(from ? columnsByIndex(columns, from) : pinnedColumns(problem, season, columns));
    if (!from) search.construct(buildOrder(problem, season, possible), () => true);
    search.insistence = insistence;
    const grain = grainOf(problem.data);
    const began = clock();
    const target = from ? from.cost : Number.NEGATIVE_INFINITY;
    for (let now = began; now < began + ms && search.bestCost >= target; now = clock()) {
      search.temperature = grain * annealingTemperature((now - began) / ms);
      for (let i = 0; i < CHUNK; i++) search.step();
    }
    search.keep();
    return planByIndex(columns, search.best, search.bestCost);
  }
}

/** @param chosen by session a column, or −1 */
export function planByIndex(columns: Columns, chosen: Int32Array, cost: number): PlanByIndex {
  const slot = chosen.map((column) => (column < 0 ? -1 : (columns.slot[column] as number)));
  const trainer = new Int32Array(chosen.length * MAX_SEATS);
  chosen.forEach((column, s) => {
    if (column >= 0) trainer.set(columns.teamOf(column), s * MAX_SEATS);
  });
  return { cost, slot, trainer };
}

/** The same plan in this thread's columns. */
export function columnsByIndex(columns: Columns, { slot, trainer }: PlanByIndex): Int32Array {
  const { teamSize } = columns.data;
  return slot.map((g, s) => {
    const from = s * MAX_SEATS;
    return g < 0 ? -1 : columns.intern(g, [...trainer.subarray(from, from + (teamSize[s] as number))]);
  });
}
