/**
 * The temperature of the search, and what it does at it: annealings from warm to cold, one after the other and each from
 * the first plan, then a blending of the plans that they have come to. Annealings that start from each other's plans come
 * to plans too much alike for a blending to gain by (docs/decisions/0017).
 */
import type { Search } from "../search/search.js";
import type { SolveOptions } from "./api.js";

/** Temperatures, in grains (see bound/grain.ts): what is easily given up at first, and hardly at last. */
interface Range {
  readonly warm: number;
  readonly cold: number;
}
const ANNEALING: Range = { warm: 0.7, cold: 0.03 };
/** Where a plan to start from is given, annealings begin colder, so as not to give up what is good in it. */
const LUKEWARM: Range = { warm: 0.4, cold: 0.03 };
const BLENDING: Range = { warm: 0.5, cold: 0.05 };
/** Share of the time that is kept for the blending. */
const BLENDING_SHARE = 0.2;
/** Milliseconds, or steps, of an annealing for each session, at least; annealings at least, or all time is one; and at most. */
const MS_PER_SESSION = 12;
const STEPS_PER_SESSION = 150;
const FEWEST = 3;
const MOST = 12;
/** Length of a blending, in least lengths of an annealing; several fit into the share, each from the best plan of all. */
const BLENDING_LENGTH = 0.5;
/** Length of an annealing where there is no end, in least lengths. */
const ENDLESS = 3;
/** Every other annealing has open sessions so much dearer, as a share: plans that leave others open add to the choice. */
const INSISTENCE = 2;
/**
 * For so much of its time an annealing that is alone, from a plan that was given, has open sessions dearer too: what an edit left
 * open is re-dealt among many people first (of l1 without a trainer, 12 s: 117 of 120 within 1 % of the bound without it).
 */
const INSISTENT_SHARE = 0.7;

/** @param share of a stretch that has gone by */
function within({ warm, cold }: Range, share: number): number {
  return warm * (cold / warm) ** Math.min(1, share);
}

/** The temperature of an annealing of its own, in grains. @param share of it that has gone by */
export function annealingTemperature(share: number): number {
  return within(ANNEALING, share);
}

export class Cooling {
  private readonly byTime: boolean;
  private readonly end: number;
  private readonly least: number;
  private readonly grain: number;
  private readonly range: Range;
  private readonly given: boolean;
  private first: Int32Array | null = null;
  private from = 0;
  private length = 0;
  /** length of the annealings after the first, which is the shortest: a good plan is there soon */
  private usual = 0;
  private annealing = 0;
  private annealings = 1;
  private blends = false;

  /** @param grain the usual difference between two members, in cost */
  constructor(options: SolveOptions, sessions: number, grain: number) {
    this.grain = grain;
    this.byTime = options.steps === Number.POSITIVE_INFINITY;
    this.least = Math.max(1, sessions) * (this.byTime ? MS_PER_SESSION : STEPS_PER_SESSION);
    this.given = options.from !== undefined;
    this.range = this.given ? LUKEWARM : ANNEALING;
    this.end = this.byTime ? options.time * 1000 : options.steps;
  }

  /** One step of the search, of the kind whose turn it is. */
  step(search: Search): void {
    if (this.blends) search.blend();
    else search.step();
  }

  /** Sets the search's temperature for now, and turns it to what comes next when an annealing or a blending is over. */
  set(search: Search, ms: number): void {
    const now = this.byTime ? ms : search.steps;
    if (this.first === null) this.begin(search, now);
    if (now >= this.from + this.length && now < this.end) this.turn(search, now);
    if (this.insistsFirst) search.insistence = now - this.from < INSISTENT_SHARE * this.length ? INSISTENCE : 0;
    search.temperature = this.grain * within(this.blends ? BLENDING : this.range, (now - this.from) / this.length);
  }

  private get insistsFirst(): boolean {
    return this.given && this.annealings === 1;
  }

  /** Whether the plan is as good as an annealing makes it, where there will be several. */
  get isCool(): boolean {
    return this.annealings === 1 || this.annealing > 0;
  }

  /** For how long another annealing may go on beside this one and still be blended, in milliseconds; 0 where it may not. */
  roomBeside(ms: number): number {
    if (this.first === null || this.blends || this.annealings === 1 || !this.byTime) return 0;
    const left = this.from + this.length + this.usual * (this.annealings - this.annealing - 1) - ms;
    return left < this.least ? 0 : Math.min(left, this.usual);
  }

  /** How much dearer open sessions are to be to annealing number k, as a share. */
  static insistence(k: number): number {
    return k % 2 === 1 ? INSISTENCE : 0;
  }

  private begin(search: Search, now: number): void {
    const left = this.end - now;
    const room = Math.min(MOST, Math.floor(((1 - BLENDING_SHARE) * left) / this.least));
    this.first = search.best.slice();
    this.annealing = 0;
    this.annealings = Math.max(FEWEST, room);
    this.usual = ((1 - BLENDING_SHARE) * left - this.least) / (this.annealings - 1);
    this.length = this.least;
    if (room < FEWEST) {
      this.annealings = 1;
      this.length = left;
    }
    if (left === Number.POSITIVE_INFINITY) this.usual = ENDLESS * this.least;
    this.from = now;
  }

  /** After the last annealing come blendings till the end; where there is no end, one, and all begins anew. */
  private turn(search: Search, now: number): void {
    const isEndless = this.end === Number.POSITIVE_INFINITY;
    const blended = this.blends;
    if (blended) search.restart(search.best);
    else search.keep();
    if (!blended) this.annealing++;
    this.from = now;
    const ended = this.annealing >= this.annealings;
    search.insistence = ended ? 0 : Cooling.insistence(this.annealing);
    this.blends = ended && search.blending.hasChoice && !(blended && isEndless);
    if (!ended) {
      search.restart(this.first ?? search.best);
      this.length = this.usual;
    } else if (!this.blends) this.begin(search, now);
    else if (!blended) {
      const usual = BLENDING_LENGTH * this.least;
      const left = isEndless ? usual : this.end - now;
      this.length = left / Math.max(1, Math.round(left / usual));
    }
  }
}
