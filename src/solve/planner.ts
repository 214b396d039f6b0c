/**
 * One solve: compile, then let the bound and the search feed each other until a stop rule ends it. It knows no thread
 * and no terminal: clock, bound and the interruption are handed in.
 */
import { safeBound } from "../bound/ascent.js";
import { grainOf, onlyHeadsCount } from "../bound/grain.js";
import { Lagrangian } from "../bound/lagrangian.js";
import { multipliersOf } from "../bound/warm-prices.js";
import { check } from "../check/check.js";
import type { Season } from "../model/types.js";
import { compile, type Problem } from "../problem/compile.js";
import { Auditor, auditBound } from "../score/audit.js";
import { columnsOf } from "../score/plans.js";
import { Columns } from "../score/teams.js";
import { Random } from "../search/random.js";
import { Search } from "../search/search.js";
import type { SolveEvent, SolveOptions, SolveOutcome, SolveStatus } from "./api.js";
import { Beside } from "./beside.js";
import type { BoundPartner, BoundReport, BoundRequest } from "./bound-partner.js";
import { Closing } from "./closing.js";
import { Cooling } from "./cooling.js";
import { buildOrder, pinnedColumns, staffable } from "./first-plan.js";
import { stateOf } from "./open-reasons.js";
import { outcomeOf } from "./outcome.js";
import { PlanTeller } from "./plan-teller.js";
import { firstOf, type StopRule, whenGap, whenInterrupted, whenOptimal, whenSteps, whenTime } from "./stop.js";

/** What a planner is handed. */
export interface PlannerPorts {
  /** milliseconds since the process started */
  readonly clock: () => number;
  readonly onEvent: (event: SolveEvent) => void;
  readonly interrupted: () => boolean;
  /** lets messages come in */
  readonly breathe: () => Promise<void>;
  /** @param start multipliers to start from */
  readonly openBound: (problem: Problem, start: Float64Array | null) => BoundPartner;
}

/** Milliseconds between two looks at the stop rules. */
const CHUNK_MS = 15;
/** Milliseconds kept for the outcome: at least, and for each session. */
const FINISH_MS = 20;
const FINISH_MS_PER_SESSION = 0.3;
/** Milliseconds in which a solve that was interrupted before it had a plan builds one all the same. */
const FIRST_MS = 400;
/** Milliseconds of pricing before the first plan where only heads count. */
const HEADS_MS = 200;
/** Steps between two looks where steps are counted. */
const CHUNK_STEPS = 200;
/** Milliseconds for which the bound is asked at a time, with no limit of rounds; and between two looks once it stands still. */
const EPOCH_MS = 400;
const MANY_ROUNDS = 1_000_000;
const IDLE_MS = 2000;
/** Rounds of the bound for so many steps, where steps are counted. */
const ROUNDS_PER_EPOCH = 10;
const STEPS_PER_EPOCH = 1000;

export class Planner {
  private readonly season: Season;
  private readonly options: SolveOptions;
  private readonly ports: PlannerPorts;
  private readonly problem: Problem;
  private readonly lagrangian: Lagrangian;
  private readonly columns: Columns;
  private readonly search: Search;
  private readonly auditor: Auditor;
  private readonly partner: BoundPartner;
  private readonly stop: StopRule;
  private readonly cooling: Cooling;
  private readonly beside: Beside;
  private readonly closing: Closing;
  private readonly teller: PlanTeller;
  private readonly possible: Int32Array;
  /** when the search ends, in milliseconds of the clock */
  private readonly deadline: number;
  private bound = 0;
  /** the bound before it was made safe and whole */
  private value = 0;
  private planned = false;
  private told = { cost: Number.POSITIVE_INFINITY, bound: -1 };
  private report: BoundReport | null = null;

  constructor(season: Season, options: SolveOptions, ports: PlannerPorts) {
    this.season = season;
    this.options = options;
    this.ports = ports;
    this.problem = compile(season);
    const { data } = this.problem;
    this.lagrangian = new Lagrangian(data);
    const { rows } = this.lagrangian;
    this.partner = ports.openBound(this.problem, options.warm ? multipliersOf(this.problem, rows, options.warm) : null);
    this.value = this.lagrangian.evaluate();
    this.bound = safeBound(this.value);
    this.possible = staffable(data, this.lagrangian.slotPrice);
    this.columns = new Columns(data);
    const state = stateOf(season, this.problem, this.columns);
    this.auditor = new Auditor(options.audit ?? "none", this.problem, state);
    this.search = new Search(state, this.lagrangian, new Random(options.seed), this.possible);
    // What comes after the search (the check, the reasons, the plan itself) takes its time of large seasons.
    this.deadline = options.time * 1000 - FINISH_MS - FINISH_MS_PER_SESSION * data.shape.sessions;
    this.stop = firstOf([
      whenOptimal,
      whenGap(options.gap),
      whenInterrupted,
      whenTime(this.deadline),
      whenSteps(options.steps),
    ]);
    this.cooling = new Cooling(options, data.shape.sessions, grainOf(data));
    this.beside = new Beside(season, data, options.seed, this.cooling, this.columns);
    this.closing = new Closing(this.problem, this.lagrangian, this.columns);
    this.teller = new PlanTeller(this.problem, season, this.columns, options.plansEvery);
  }

  /** Whether steps, not time, say how long each half works: then nothing hangs on the clock. */
  private get counted(): boolean {
    return this.options.steps < Number.POSITIVE_INFINITY;
  }

  async run(): Promise<SolveOutcome> {
    try {
      await this.firstPlan();
      let status = this.standing();
      while (!status) status = await this.epoch();
      return this.outcome(status);
    } finally {
      await this.closing.close();
      await this.partner.close();
    }
  }

  /** Prices a little, then builds: a plan is there soon, whatever comes. */
  private async firstPlan(): Promise<void> {
    const { options, ports, search } = this;
    this.tell("building");
    const left = this.deadline - ports.clock();
    const request: BoundRequest = this.counted
      ? { rounds: 3 * ROUNDS_PER_EPOCH, ms: Number.POSITIVE_INFINITY, cost: Number.POSITIVE_INFINITY }
      : { rounds: 60, ms: Math.max(0, Math.min(this.firstPricing(left), left / 4)), cost: Number.POSITIVE_INFINITY };
    search.restart(pinnedColumns(this.problem, this.season, this.columns));
    this.take(await this.partner.run(request));
    if (options.from && !check(this.season, options.from).feasible)
      throw new RangeError("the plan to start from breaks a rule: check it first, or start from none");
    if (options.from) search.restart(columnsOf(this.problem, this.columns, options.from));
    else {
      const end = ports.clock() + FIRST_MS;
      const inTime = (): boolean => !ports.interrupted() || ports.clock() < end;
      const goOn = (): boolean => this.counted || (ports.clock() < this.deadline && inTime());
      search.construct(buildOrder(this.problem, this.season, this.possible), goOn);
    }
    this.planned = true;
    this.tell("improving");
  }

  /** Where only heads count, prices say little of where to begin. */
  private firstPricing(left: number): number {
    return onlyHeadsCount(this.problem.data) ? HEADS_MS : 1500 + left / 40;
  }

  /** The bound works while the search does; then each hears of the other. */
  private async epoch(): Promise<SolveStatus | null> {
    const { partner, ports, search } = this;
    if (this.counted) {
      const work = partner.run({ rounds: ROUNDS_PER_EPOCH, ms: Number.POSITIVE_INFINITY, cost: search.bestCost });
      const end = Math.min(this.options.steps, search.steps + STEPS_PER_EPOCH);
      while (search.steps < end && !ports.interrupted()) {
        this.steps(Math.min(CHUNK_STEPS, end - search.steps));
        await ports.breathe();
      }
      this.take(await work);
    } else {
      let done = false;
      const idle = this.report?.done === true;
      const began = ports.clock();
      const work = (
        idle ? this.searchBeside() : partner.run({ rounds: MANY_ROUNDS, ms: EPOCH_MS, cost: search.bestCost })
      ).then((report) => {
        done = true;
        return report;
      });
      // A bound in this thread has taken its turn by now; the search's is as long.
      const pauseUntil = ports.clock() + (idle ? IDLE_MS : ports.clock() - began);
      while (!done || ports.clock() < pauseUntil) {
        const until = ports.clock() + CHUNK_MS;
        while (ports.clock() < until) this.steps(8);
        this.tell("improving");
        await ports.breathe();
        // What goes on beside takes its time; the exact step does not wait for it.
        if (idle) await this.close();
        if (this.standing()) break;
      }
      const report = done || this.standing() === null ? await work : null;
      if (report) this.take(report);
    }
    const status = this.standing();
    // Where steps are counted, the last of them still leave the exact step its turn: it looks at no clock.
    if (status && status !== "steps") return status;
    await this.close();
    return this.standing();
  }

  /** The bound's thread searches by itself once the bound stands still, as long as that can be of use. */
  private async searchBeside(): Promise<null> {
    const { partner, ports, search, beside } = this;
    const request = partner.anneal ? beside.request(search, ports.clock(), this.deadline) : null;
    if (partner.anneal && request) beside.take(search, await partner.anneal(request));
    return null;
  }

  private steps(count: number): void {
    const { search, cooling } = this;
    cooling.set(search, this.ports.clock());
    for (let i = 0; i < count; i++) {
      cooling.step(search);
      this.auditor.afterStep();
    }
  }

  /** Tries to settle what is left by an exact choice among the teams that are within the gap. */
  private async close(): Promise<void> {
    const { closing, search, ports, cooling } = this;
    const spent = this.report?.spent === true;
    const left = this.deadline - ports.clock();
    if (!closing.worthTrying({ cost: search.bestCost, value: this.value, spent, cool: cooling.isCool, left })) return;
    this.tell("closing");
    const before = search.best;
    const attempt = closing.attempt(before, search.bestCost, this.value, left, this.counted);
    let ended = false;
    const finished = attempt.finally(() => {
      ended = true;
    });
    while (!ended) {
      if (this.counted) await finished;
      else {
        // The machine's other core is the exact step's now.
        const until = ports.clock() + CHUNK_MS;
        while (ports.clock() < until) this.steps(8);
        this.tell("closing");
      }
      await ports.breathe();
      if (!ended && this.standing()) closing.abort();
    }
    const result = await finished;
    if (!result) return;
    if (result.chosen && result.cost < search.bestCost) search.restart(result.chosen);
    this.raise(result.bound);
    this.tell("improving");
  }

  private take(report: BoundReport): void {
    this.report = report;
    if (report.prices) {
      this.lagrangian.adopt(report.prices.multipliers, report.prices.slotPrice);
      this.search.foresee();
    }
    if (report.value > this.value) this.value = report.value;
    this.raise(safeBound(report.value));
    this.tell("improving");
  }

  private raise(bound: number): void {
    if (this.auditor.rung !== "none" && this.planned) auditBound(bound, this.search.bestCost);
    if (bound > this.bound) this.bound = this.planned ? Math.min(bound, this.search.bestCost) : bound;
  }

  private standing(): SolveStatus | null {
    return this.stop({
      cost: this.planned ? this.search.bestCost : null,
      bound: this.bound,
      steps: this.search.steps,
      ms: this.ports.clock(),
      interrupted: this.ports.interrupted(),
    });
  }

  private tell(phase: SolveEvent["phase"]): void {
    const cost = this.planned ? this.search.bestCost : null;
    const isBetter = (cost ?? Number.POSITIVE_INFINITY) < this.told.cost || this.bound > this.told.bound;
    const best = () => ({ columns: this.search.best, cost: this.search.bestCost, bound: this.bound });
    const plan = this.planned ? this.teller.next(this.ports.clock(), best) : null;
    if (phase !== "building" && !isBetter && plan === null) return;
    this.told = { cost: cost ?? Number.POSITIVE_INFINITY, bound: this.bound };
    this.ports.onEvent({
      ms: Math.round(this.ports.clock()),
      cost,
      bound: this.bound,
      staffed: this.search.best.reduce((n, column) => n + (column >= 0 ? 1 : 0), 0),
      sessions: this.season.sessions.length,
      phase,
      ...(plan === null ? {} : { plan }),
    });
  }

  private outcome(status: SolveStatus): SolveOutcome {
    const { season, options, ports, problem, search, columns, lagrangian, bound } = this;
    const { clock } = ports;
    return outcomeOf({ season, options, clock, problem, search, columns, lagrangian, bound }, status);
  }
}
