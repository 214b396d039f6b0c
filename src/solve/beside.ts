/** What the bound's thread is asked to do once the bound stands still, and what comes of it. */
import { onlyHeadsCount } from "../bound/grain.js";
import type { Season } from "../model/types.js";
import type { ProblemData } from "../problem/data.js";
import type { Columns } from "../score/teams.js";
import type { Search } from "../search/search.js";
import { Cooling } from "./cooling.js";
import { type AnnealingRequest, columnsByIndex, type PlanByIndex, planByIndex } from "./side-search.js";

/** Between the seeds of two requests. */
const SEED_STEP = 7919;
/** Milliseconds of one request where only heads count. */
const HEADS_MS = 2500;

export class Beside {
  private readonly season: Season;
  private readonly seed: number;
  private readonly cooling: Cooling;
  private readonly columns: Columns;
  private readonly heads: boolean;
  private asked = 0;

  constructor(season: Season, data: ProblemData, seed: number, cooling: Cooling, columns: Columns) {
    this.season = season;
    this.seed = seed;
    this.cooling = cooling;
    this.columns = columns;
    this.heads = onlyHeadsCount(data);
  }

  /**
   * An annealing of its own, to be blended; where only heads count, a try to do without one more, from the best plan.
   * @param now and `deadline` in milliseconds of the clock
   * @returns null where nothing would be of use in time
   */
  request(search: Search, now: number, deadline: number): AnnealingRequest | null {
    const ms = this.heads ? Math.min(HEADS_MS, deadline - now) : this.cooling.roomBeside(now);
    if (ms <= 0) return null;
    const k = ++this.asked;
    const { season, seed, heads } = this;
    return {
      season,
      seed: seed + k * SEED_STEP,
      ms,
      insistence: heads ? 0 : Cooling.insistence(k),
      from: heads ? planByIndex(this.columns, search.best, search.bestCost) : null,
    };
  }

  take(search: Search, plan: PlanByIndex): void {
    const chosen = columnsByIndex(this.columns, plan);
    // One head less is all that there is to gain: the search goes on from there.
    if (this.heads && plan.cost < search.bestCost) search.restart(chosen);
    else search.learn(chosen, plan.cost);
  }
}
