/**
 * The gentlest repair of a plan after changes: no hard rule broken, then the least sum of priorities unstaffed, then the
 * fewest people to call, then the least cost. Each of the first two is proven where the time suffices.
 */

import { safeBound } from "../../bound/ascent.js";
import { TeamPricer } from "../../bound/team-pricer.js";
import { type MipResult, solveMip } from "../../exact/highs/index.js";
import { inSlices } from "../../exact/steps.js";
import { compile, type Problem } from "../../problem/compile.js";
import { columnsOf, planOf } from "../../score/plans.js";
import type { SearchState } from "../../score/state.js";
import { Columns } from "../../score/teams.js";
import { BoundEngine } from "../../solve/bound-partner.js";
import { pinnedColumns } from "../../solve/first-plan.js";
import { stateOf } from "../../solve/open-reasons.js";
import { answer, type Standing } from "./answer.js";
import { Baseline } from "./baseline.js";
import { boundMeanwhile } from "./bound-meanwhile.js";
import { FirstRepair } from "./first-repair.js";
import { type ProgramScope, repairProgram } from "./program.js";
import { returned } from "./return.js";
import { openSessionsAlone, standIn } from "./surrogate.js";
import { inTime } from "./timing.js";
import type { Repair, RepairOptions, RepairTask } from "./types.js";

/** Milliseconds kept for the answer: at least, and for each session. */
const FINISH_MS = 30;
const FINISH_MS_PER_SESSION = 0.15;
/** The share of the time left that goes into what is left open and how many are called; the rest is for the cost. */
const CALLS_SHARE = 0.8;
/** The share of the time left in which the bound alone may prove that no less can be left open. */
const BOUND_ALONE_SHARE = 0.1;
/** Milliseconds of one piece of work between two looks at what else has happened. */
const CHUNK_MS = 15;
/** Milliseconds that a search may be late. */
const LATE_MS = 300;
/** A gap below which whole numbers are proven. */
const LESS_THAN_ONE = 0.999;
/** The share of the time for calls that goes into doing without some of those called, before others come into play. */
const THESE_SHARE = 0.3;
/** Calls up to which the programs find the fewest by themselves, without a search beside them. */
const FEW_CALLS = 2;
/** Milliseconds left below which the first repair is the answer. */
const SHORTEST_MS = 150;
/** Milliseconds below which a program is not worth building; how long before its end HiGHS is asked to stop. */
const SHORTEST_PROGRAM_MS = 400;
const HIGHS_GRACE_MS = 300;
/** Seconds below which a search is not worth its start. */
const SHORTEST_SEARCH = 0.3;

/**
 * Repairs a plan after changes.
 * @param task what `repairTask` makes of a plan and its edits
 * @returns the best repair found in the time, judged by the independent check
 */
export async function repair(task: RepairTask, options: RepairOptions): Promise<Repair> {
  return new Repairing(task, options).run();
}

class Repairing {
  private readonly problem: Problem;
  private readonly columns: Columns;
  private readonly state: SearchState;
  private readonly baseline: Baseline;
  /** size sessions */
  private readonly priority: Int32Array;
  private readonly deadline: number;
  private best: Standing;
  private bound = 0;
  /** no plan leaves priorities of less than this open */
  private leastOpen = 0;
  /** the priorities left open for which no repair calls fewer than the best, or −1 */
  private fewestFor = -1;
  /** ends the program that is under way */
  private program: AbortController | null = null;
  /** whether the programs are looking for the fewest calls */
  private isCounting = false;
  /** ends the search that is under way */
  private searching: AbortController | null = null;

  constructor(
    private readonly task: RepairTask,
    private readonly options: RepairOptions,
  ) {
    const { season, known } = task;
    this.problem = compile(season);
    const { data } = this.problem;
    this.columns = new Columns(data);
    this.baseline = new Baseline(this.problem, season, this.columns, known);
    this.priority = Int32Array.from(season.sessions, ({ priority }) => priority);
    this.deadline = options.time * 1000 - FINISH_MS - FINISH_MS_PER_SESSION * data.shape.sessions;
    this.state = stateOf(season, this.problem, this.columns);
    const first = new FirstRepair(this.state, new TeamPricer(data), this.baseline);
    this.best = this.standing(first.run(pinnedColumns(this.problem, season, this.columns)));
    this.tell();
  }

  private standing(chosen: Int32Array): Standing {
    this.state.load(chosen);
    let unstaffed = 0;
    for (let s = 0; s < chosen.length; s++) if ((chosen[s] as number) < 0) unstaffed += this.priority[s] as number;
    return { chosen, unstaffed, calls: this.baseline.calls(this.columns, chosen), cost: this.state.cost };
  }

  private get left(): number {
    return this.options.signal?.aborted === true ? 0 : this.deadline - this.options.clock();
  }

  async run(): Promise<Repair> {
    if (this.left >= SHORTEST_MS) await this.improve();
    return this.outcome();
  }

  private async improve(): Promise<void> {
    const end = (): void => {
      this.searching?.abort();
      this.program?.abort();
    };
    this.options.signal?.addEventListener("abort", end, { once: true });
    const until = this.options.clock() + this.left * CALLS_SHARE;
    await Promise.all([this.leastUnstaffed(until), this.counted(until)]);
    // Where the search ended last, and with less left open, the question stands anew.
    if (this.fewestFor > this.best.unstaffed) await Promise.all([this.counted(until), this.gentlerSearch(until)]);
    if (this.left > 0) this.bound = await boundMeanwhile(this.problem.data, this.leastCost(), CHUNK_MS, this.options);
  }

  /** Keeps a repair if it is better in the first thing that differs. */
  private take(chosen: Int32Array): void {
    const found = this.standing(chosen);
    const { best } = this;
    const order = found.unstaffed - best.unstaffed || found.calls - best.calls || found.cost - best.cost;
    if (order >= 0) return;
    this.best = found;
    this.tell();
  }

  /** A bound on what must stay open; where a repair does not reach it soon, beside it a search for one that leaves less open. */
  private async leastUnstaffed(until: number): Promise<void> {
    const { clock, wait } = this.options;
    const engine = new BoundEngine(openSessionsAlone(this.problem.data, this.priority), clock);
    const patience = clock() + this.left * BOUND_ALONE_SHARE;
    let search: Promise<void> | null = null;
    for (let done = false; !done && !this.isProvenOpen && clock() < until && this.left > 0; ) {
      const report = engine.run({ rounds: Number.POSITIVE_INFINITY, ms: CHUNK_MS, cost: this.best.unstaffed });
      this.leastOpen = Math.max(this.leastOpen, safeBound(report.value));
      done = report.done;
      if (!this.isProvenOpen && (report.spent || clock() > patience)) search ??= this.search(until);
      await wait(0);
    }
    if (!search && this.best.calls > FEW_CALLS) search = this.search(until);
    await search;
    if (this.isCounting) await this.gentlerSearch(until);
  }

  /** Once no less can be open, a search for fewer changes, as long as the programs have not said which is the least. */
  private async gentlerSearch(until: number): Promise<void> {
    if (this.isProvenOpen && this.best.calls > FEW_CALLS) await this.search(until);
  }

  private async counted(until: number): Promise<void> {
    this.isCounting = true;
    await this.fewestCalls(until);
    this.isCounting = false;
    // A search for what is proven already would only take time.
    if (this.isProvenOpen) this.searching?.abort();
  }

  private get isProvenOpen(): boolean {
    return this.leastOpen >= this.best.unstaffed;
  }

  /** Plans the season so that little is open and few seats change; ends early once nothing can be less open. */
  private async search(until: number): Promise<void> {
    const { seed = 1 } = this.options;
    const time = Math.min(this.left, until - this.options.clock()) / 1000;
    if (time < SHORTEST_SEARCH) return;
    const { season, unit } = standIn(this.task.season, this.task.known);
    const from = planOf(this.problem, season, this.columns, this.best.chosen, { cost: 0, bound: 0 });
    const searching = new AbortController();
    this.searching = searching;
    const isWanted = this.isProvenOpen ? () => true : (open: number) => open > this.leastOpen;
    const solving = this.options.solve(
      { season },
      { time, gap: 0, steps: Number.POSITIVE_INFINITY, seed, threads: 1, from, signal: searching.signal },
      ({ cost }) => {
        // Nothing less can be open: how few are called is the programs' affair.
        if (cost !== null && !isWanted(Math.floor(cost / unit))) searching.abort();
      },
    );
    const outcome = await inTime(solving, Math.min(until + LATE_MS, this.deadline), this.options);
    searching.abort();
    this.searching = null;
    if (outcome === null) return;
    // Below one unit lie all changes together: what the bound leaves of whole units must be open.
    this.leastOpen = Math.max(this.leastOpen, Math.ceil((outcome.bound - unit + 1) / unit));
    const found = columnsOf(this.problem, this.columns, outcome.plan);
    const { unstaffed } = this.best;
    this.take(returned(this.state, this.baseline, found));
    // What was looked for with more left open is beside the point now.
    if (this.best.unstaffed < unstaffed) this.program?.abort();
  }

  /** Asks for a repair that calls nobody, one, two … people, until there is one. */
  private async fewestCalls(until: number): Promise<void> {
    for (let [calls, unstaffed] = [0, Number.POSITIVE_INFINITY]; ; calls++) {
      if (unstaffed > this.best.unstaffed) {
        await this.fewerOfThese(until);
        [calls, unstaffed] = [0, this.best.unstaffed];
      }
      if (calls >= this.best.calls) break;
      const ms = Math.min(this.left, until - this.options.clock());
      const result = await this.solveProgram({ ...this.scope(calls), least: "calls" }, ms, null);
      if (unstaffed > this.best.unstaffed) calls = -1;
      else if (result === null || (result.status !== "infeasible" && result.x === null)) return;
    }
    this.fewestFor = this.best.unstaffed;
  }

  /** Whoever of those who are called need not be: soon known, as nobody else comes into play. */
  private async fewerOfThese(until: number): Promise<void> {
    const { calls } = this.best;
    if (calls <= FEW_CALLS) return;
    const ms = Math.min(this.left, until - this.options.clock()) * THESE_SHARE;
    await this.solveProgram({ ...this.scope(calls - 1), least: "calls", among: this.called() }, ms, null);
  }

  /** Whose plan the best repair changes. */
  private called(): ReadonlySet<number> {
    const differences = this.baseline.differences(this.columns, this.best.chosen);
    return new Set(differences.flatMap((sessions, t) => (sessions.length > 0 ? [t] : [])));
  }

  private scope(calls: number): Omit<ProgramScope, "least"> {
    return { calls, unstaffed: this.best.unstaffed, among: null };
  }

  /** First with those who are called already, which is soon done; then with whomever. */
  private async leastCost(): Promise<void> {
    const among = this.called();
    const scope = { ...this.scope(this.best.calls), least: "cost" } as const;
    await this.solveProgram({ ...scope, among }, this.left / 2, this.best.cost);
    await this.solveProgram(scope, this.left, this.best.cost);
  }

  /** @returns null where there was no time */
  private async solveProgram(scope: ProgramScope, ms: number, cutoff: number | null): Promise<MipResult | null> {
    if (ms < SHORTEST_PROGRAM_MS) return null;
    const end = this.options.clock() + ms;
    const program = new AbortController();
    this.program = program;
    try {
      const built = await inSlices(
        repairProgram(this.problem, this.baseline, this.columns, this.priority, scope),
        CHUNK_MS,
        () => !program.signal.aborted && this.options.clock() < end,
        this.options,
      );
      const seconds = (end - this.options.clock() - HIGHS_GRACE_MS) / 1000;
      if (built === null || seconds <= 0) return null;
      const result = await solveMip(built.model, {
        seconds,
        absoluteGap: LESS_THAN_ONE,
        signal: program.signal,
        ...(cutoff === null ? {} : { cutoff }),
      });
      if (result.x) this.take(built.read(result.x));
      return result;
    } finally {
      this.program = null;
    }
  }

  private tell(): void {
    const { unstaffed, calls, cost } = this.best;
    this.options.onEvent?.({ ms: Math.round(this.options.clock()), unstaffed, contacts: calls, cost });
  }

  private outcome(): Repair {
    const { task, options, problem, baseline, columns, best } = this;
    const unstaffed = this.isProvenOpen;
    const proven = { unstaffed, contacts: unstaffed && this.fewestFor === best.unstaffed };
    const bound = Math.min(best.cost, this.bound);
    return answer({ task, options, problem, baseline, columns, best, bound, proven });
  }
}
