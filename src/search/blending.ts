/**
 * Blends plans: looks for the best plan among those whose every team stands in one of a few good plans. Plans of separate
 * annealings differ in a third of their sessions or less, so there is little to choose from and much to gain (solution
 * merging, as in Aggarwal, Orlin and Tai's optimized crossover, Operations Research 1997, done by annealing with ejections
 * in place of an exact step).
 */
import { sessionsByProgramme } from "../problem/lookup.js";
import type { SearchState } from "../score/state.js";
import { Passing } from "./passing.js";
import type { Random } from "./random.js";
import { nearest } from "./ruins.js";

/** Plans that are kept: the oldest makes way, and the best never. */
const MOST_PLANS = 16;
/** By how much the choice of a team for a session that had to make way wavers, in temperatures. */
const WAVER = 0.5;
/** Sessions that may have to make way for one team beyond those that clash, before the step is given up. */
const MOST_EJECTED = 8;

interface KnownPlan {
  readonly chosen: Int32Array;
  readonly cost: number;
}

export class Blending {
  private readonly state: SearchState;
  private readonly random: Random;
  private readonly passing: Passing;
  private readonly ofProgramme: readonly (readonly number[])[];
  private plans: readonly KnownPlan[] = [];
  /** by session: the columns that it has in the plans, each once */
  private readonly known: number[][];
  /** sessions for which the plans differ */
  private readonly contested: number[] = [];

  constructor(state: SearchState, random: Random) {
    this.state = state;
    this.random = random;
    this.passing = new Passing(state);
    this.ofProgramme = sessionsByProgramme(state.data);
    this.known = Array.from({ length: state.chosen.length }, () => []);
  }

  /** Whether there is anything to choose from. */
  get hasChoice(): boolean {
    return this.contested.length > 0;
  }

  /** Takes a plan among those that are blended. @param chosen by session a column of the state, or −1 */
  add(chosen: Int32Array, cost: number): void {
    const plans = [...this.plans, { chosen: chosen.slice(), cost }];
    const least = plans.reduce((low, plan) => Math.min(low, plan.cost), Number.POSITIVE_INFINITY);
    const goes = plans.length > MOST_PLANS ? plans.findIndex((plan) => plan.cost > least) : -1;
    this.plans = plans.filter((_, i) => i !== goes);
    this.contested.length = 0;
    for (let s = 0; s < chosen.length; s++) {
      const columns = new Set(this.plans.map((plan) => plan.chosen[s] as number));
      if (columns.size > 1) this.contested.push(s);
      this.known[s] = [...columns].filter((column) => column >= 0);
    }
  }

  /**
   * Gives one contested session another team that it has in some plan; those in its way get another of theirs, or none.
   * @param temperature how much worse the plan may become and still be kept, more or less
   * @returns whether the plan was changed
   */
  step(temperature: number): boolean {
    const { state, random, passing, contested } = this;
    const session = contested[random.below(contested.length)];
    if (session === undefined) return false;
    const column = this.other(session);
    const was = state.cost;
    passing.begin();
    if (column >= 0 && this.put(session, column)) {
      this.placeRest(temperature);
      if (state.cost <= was - temperature * Math.log(random.unit())) return true;
    }
    passing.restore();
    return false;
  }

  /** A known column of a session that it does not have now; −1 for none. */
  private other(session: number): number {
    const known = this.known[session] as number[];
    const at = known.indexOf(this.state.chosen[session] as number);
    if (known.length < (at < 0 ? 1 : 2)) return -1;
    const drawn = this.random.below(known.length - (at < 0 ? 0 : 1));
    return known[at >= 0 && drawn >= at ? drawn + 1 : drawn] as number;
  }

  /** Takes out what is in a column's way and places it. */
  private put(session: number, column: number): boolean {
    const { state, passing } = this;
    passing.touch(session);
    passing.passOn(session);
    // One that must be staffed stays where it is.
    if ((state.chosen[session] as number) >= 0) return false;
    if (!this.makeWay(session, column)) return false;
    const waits = passing.pool.indexOf(session);
    if (waits >= 0) passing.pool.splice(waits, 1);
    state.place(column);
    return true;
  }

  private makeWay(session: number, column: number): boolean {
    const { state, passing, random } = this;
    const { data, columns } = state;
    const slot = columns.slot[column] as number;
    const seat = data.seatStart[session] as number;
    for (let k = 0; k < (data.teamSize[session] as number); k++) {
      const trainer = columns.trainer[(columns.start[column] as number) + k] as number;
      for (const clashing of state.diaries.clashing(trainer, slot)) passing.passOn(clashing);
      const role = data.seatRole[seat + k] as number;
      for (let tries = 0; tries < MOST_EJECTED && !state.hasRoom(trainer, slot, role); tries++) {
        const held = state.diaries.slots[trainer] as number[];
        if (held.length === 0) return false;
        passing.passOn(data.shape.sessionOf[nearest(state, held, slot, random)] as number);
      }
    }
    for (let tries = 0; tries < MOST_EJECTED && !state.canPlace(column); tries++) {
      const payer = this.another(session);
      if (payer < 0) return false;
      passing.passOn(payer);
    }
    return state.canPlace(column);
  }

  /** A staffed session of the same programme; −1 where there is none. */
  private another(session: number): number {
    const { state, random, ofProgramme } = this;
    let [found, count] = [-1, 0];
    for (const s of ofProgramme[state.data.shape.programmeOf[session] as number] ?? [])
      if (s !== session && (state.chosen[s] as number) >= 0 && random.below(++count) === 0) found = s;
    return found;
  }

  /** Each session that had to make way gets the known team that costs least now, if any is better than none. */
  private placeRest(temperature: number): void {
    const { state, passing, random } = this;
    const { pool } = passing;
    random.shuffle(pool);
    if (random.below(3) === 0) pool.sort((a, b) => state.openCost(a) - state.openCost(b));
    while (pool.length > 0) {
      const session = passing.next();
      const previous = state.data.links.previous[session] as number;
      if (previous >= 0 && (state.chosen[previous] as number) < 0) continue;
      let [best, least] = [-1, 0];
      for (const column of this.known[session] as number[]) {
        const cost = state.placeDelta(column) - WAVER * temperature * Math.log(random.unit());
        if (cost < least && state.canPlace(column)) [best, least] = [column, cost];
      }
      if (best >= 0) state.place(best);
    }
  }
}
