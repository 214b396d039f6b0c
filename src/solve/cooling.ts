/** The temperature of the search: it falls from warm to cold over a stretch, and each stretch after is longer. */
import type { Search } from "../search/search.js";
import type { SolveOptions } from "./api.js";

/** In grains (see bound/grain.ts): what is easily given up at first, and hardly at last. */
const WARM = 0.7;
const COLD = 0.03;
/** Where a plan to start from is given, its first stretch begins colder, so as not to give up what is good in it. */
const LUKEWARM = 0.15;
/** Milliseconds for each session in the first stretch, within these limits. */
const MS_PER_SESSION = 25;
const SHORTEST_MS = 600;

export class Cooling {
  private readonly byTime: boolean;
  private readonly end: number;
  private from = Number.NaN;
  private length: number;
  private warm: number;

  private readonly grain: number;

  /** @param grain the usual difference between two members, in cost */
  constructor(options: SolveOptions, sessions: number, grain: number) {
    this.grain = grain;
    this.byTime = options.steps === Number.POSITIVE_INFINITY;
    this.warm = options.from ? LUKEWARM : WARM;
    this.end = this.byTime ? options.time * 1000 : options.steps;
    this.length = this.byTime ? Math.max(SHORTEST_MS, sessions * MS_PER_SESSION) : options.steps;
  }

  /** Sets the search's temperature for now, and sends it back to its best plan when a new stretch begins. */
  set(search: Search, ms: number): void {
    const now = this.byTime ? ms : search.steps;
    if (Number.isNaN(this.from)) this.begin(now);
    if (now >= this.from + this.length && now < this.end) {
      this.length *= 2;
      this.warm = WARM;
      this.begin(now);
      search.restart(search.best);
    }
    const share = Math.min(1, (now - this.from) / this.length);
    search.temperature = this.grain * this.warm * (COLD / this.warm) ** share;
  }

  /** A stretch that would leave too little for another takes all that is left. */
  private begin(now: number): void {
    this.from = now;
    const left = this.end - now;
    if (left < 2.5 * this.length) this.length = Math.max(1, left);
  }
}
