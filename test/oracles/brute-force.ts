/**
 * The proven optimum of a tiny season: all teams of each session, then depth-first over the sessions. A branch is left
 * only when a rule forbids it, or when its cost so far and the least that the rest can cost reach the best plan known.
 */
import type { Assignment, Plan, Season, Series, Session } from "../../src/model/types.js";
import { fee, must } from "./arithmetic.js";
import {
  countsHold,
  type Dated,
  dated,
  type Engagement,
  fairnessCost,
  type Meeting,
  meeting,
  newcomers,
  orderHolds,
  planCost,
  unstaffedCost,
} from "./couplings.js";
import { type TeamOption, teamsOf } from "./teams.js";

export { couplingsHold, planCost } from "./couplings.js";
export { type TeamOption, teamsOf } from "./teams.js";

/** A team of one session with all that the search asks of it; `dated` is null for leaving the session open. */
interface Choice {
  readonly dated: Dated | null;
  readonly assignment: Assignment | null;
  readonly members: readonly { readonly trainer: number; readonly lived: boolean }[];
  readonly fees: number;
  readonly cost: number;
}

/** A session in the order of the search, where the one before it in its series, if any, comes earlier. */
interface Stage {
  readonly session: Session;
  /** cheapest first */
  readonly choices: readonly Choice[];
  readonly series: Series | null;
  /** the stage of the session before it in its series, or null for a first one */
  readonly before: number | null;
  /** the least that this stage and all later ones cost by themselves */
  readonly least: number;
  /** half-days of this stage and all later ones */
  readonly halfDays: number;
}

/**
 * The least cost of any plan that obeys every hard rule, and one plan that has it (it states cost and bound).
 * @param season tiny: its teams are enumerated
 */
export function bruteForce(season: Season): { cost: number; plan: Plan } {
  const best = new Search(season).run();
  const assignments = season.sessions.flatMap(({ id }) => best.filter(({ session }) => session === id));
  const cost = planCost(season, assignments);
  return { cost, plan: { format: "koppel-plan/1", season: season.id, assignments, cost, bound: cost } };
}

class Search {
  readonly #stages: readonly Stage[];
  readonly #meetings = new Map<Dated, Map<Dated, Meeting>>();
  readonly #chosen: Choice[] = [];
  readonly #diaries: Engagement[][];
  readonly #loads: number[];
  readonly #spent = new Map<string, number>();
  #best: readonly Assignment[] | null = null;
  #bestCost = Number.POSITIVE_INFINITY;

  constructor(readonly season: Season) {
    this.#stages = stagesOf(season);
    this.#diaries = season.trainers.map(() => []);
    this.#loads = season.trainers.map(() => 0);
  }

  run(): readonly Assignment[] {
    this.#descend(0, 0);
    if (this.#best === null) throw new Error("oracle: no plan obeys the pins; was this season accepted?");
    return this.#best;
  }

  /** @param cost of the stages so far, fairness apart, which only the end of the season decides */
  #descend(depth: number, cost: number): void {
    const stage = this.#stages[depth];
    const fairness = this.#leastFairness(stage?.halfDays ?? 0);
    if (stage === undefined) {
      if (cost + fairness >= this.#bestCost) return;
      this.#bestCost = cost + fairness;
      this.#best = this.#chosen.flatMap(({ assignment }) => (assignment === null ? [] : [assignment]));
      return;
    }
    const rest = this.#stages[depth + 1]?.least ?? 0;
    for (const choice of stage.choices) {
      if (cost + choice.cost + rest + fairness >= this.#bestCost) break; // the later ones cost no less
      if (!this.#isAllowed(stage, choice)) continue;
      const added = choice.cost + this.#coupledCost(stage, choice);
      this.#take(stage, choice);
      this.#descend(depth + 1, cost + added);
      this.#undo(stage, choice);
    }
  }

  /** The least fairness cost when every load may still grow by up to `halfDays`. */
  #leastFairness(halfDays: number): number {
    let cost = 0;
    this.season.trainers.forEach((trainer, index) => {
      const load = this.#loads[index] ?? 0;
      const ideal = Math.max(load, Math.min(load + halfDays, trainer.share.min));
      cost += fairnessCost(this.season, trainer, ideal);
    });
    return cost;
  }

  #isAllowed(stage: Stage, choice: Choice): boolean {
    if (stage.series !== null && stage.before !== null) {
      const before = must(this.#chosen[stage.before], "earlier choice").dated;
      if (!orderHolds(stage.series, before, choice.dated)) return false;
    }
    const now = choice.dated;
    if (now === null) return true;
    const programme = this.season.programmes.find(({ id }) => id === stage.session.programme);
    if (programme !== undefined && (this.#spent.get(programme.id) ?? 0) + choice.fees > programme.budget) return false;
    return choice.members.every((member) => {
      const trainer = must(this.season.trainers[member.trainer], "such trainer");
      const diary = this.#diaries[member.trainer] ?? [];
      const free = diary.every((one) => {
        const { clash, daysApart } = this.#meeting(one.dated, now);
        return !clash && daysApart > trainer.limits.restDays;
      });
      return free && countsHold(trainer, [...diary, { dated: now, lived: member.lived }]);
    });
  }

  /** Activation and continuity; fairness is reckoned apart. */
  #coupledCost(stage: Stage, choice: Choice): number {
    let cost = 0;
    for (const { trainer } of choice.members)
      if (this.#diaries[trainer]?.length === 0) cost += this.season.weights.activation;
    const before = stage.before === null ? null : (this.#chosen[stage.before]?.assignment ?? null);
    if (before !== null && choice.assignment !== null)
      cost += this.season.weights.continuity * newcomers(before.team, choice.assignment.team);
    return cost;
  }

  #take({ session }: Stage, choice: Choice): void {
    this.#chosen.push(choice);
    if (choice.dated === null) return;
    for (const { trainer, lived } of choice.members) {
      this.#diaries[trainer]?.push({ dated: choice.dated, lived });
      this.#loads[trainer] = (this.#loads[trainer] ?? 0) + session.halfDays;
    }
    if (session.programme !== null)
      this.#spent.set(session.programme, (this.#spent.get(session.programme) ?? 0) + choice.fees);
  }

  #undo({ session }: Stage, choice: Choice): void {
    this.#chosen.pop();
    for (const { trainer } of choice.members) {
      this.#diaries[trainer]?.pop();
      this.#loads[trainer] = (this.#loads[trainer] ?? 0) - session.halfDays;
    }
    if (session.programme !== null)
      this.#spent.set(session.programme, (this.#spent.get(session.programme) ?? 0) - choice.fees);
  }

  #meeting(a: Dated, b: Dated): Meeting {
    const known = this.#meetings.get(a) ?? new Map<Dated, Meeting>();
    this.#meetings.set(a, known);
    const found = known.get(b) ?? meeting(this.season, a, b);
    known.set(b, found);
    return found;
  }
}

/** The sessions with their choices, so that in a series none comes before its predecessor. */
function stagesOf(season: Season): Stage[] {
  const inSeries = new Set(season.series.flatMap(({ sessions }) => sessions));
  const order = [
    ...season.series.flatMap(({ sessions }) => sessions),
    ...season.sessions.map(({ id }) => id).filter((id) => !inSeries.has(id)),
  ];
  const stages: Stage[] = [];
  let [least, halfDays] = [0, 0];
  for (const id of order.toReversed()) {
    const session = must(
      season.sessions.find((one) => one.id === id),
      "such session",
    );
    const choices = choicesOf(season, session);
    least += choices[0]?.cost ?? 0;
    halfDays += session.halfDays;
    const series = season.series.find(({ sessions }) => sessions.includes(id)) ?? null;
    const position = series?.sessions.indexOf(id) ?? 0;
    const before = position > 0 ? order.indexOf(id) - 1 : null;
    stages.push({ session, choices, series, before, least, halfDays });
  }
  return stages.reverse();
}

function choicesOf(season: Season, session: Session): Choice[] {
  const dates = session.slots.map((_, slot) => dated(session, slot));
  const choices: Choice[] = teamsOf(season, session).map(({ slot, team, cost }: TeamOption) => ({
    dated: must(dates[slot], "such slot"),
    assignment: { session: session.id, slot, team },
    members: team.map(({ seat, trainer }) => ({
      trainer: season.trainers.findIndex(({ id }) => id === trainer),
      lived: seat === "lived",
    })),
    fees: team.reduce((sum, member) => sum + feeOfMember(season, session, slot, member.trainer), 0),
    cost,
  }));
  const seats = Object.values(session.seats).reduce((sum, count) => sum + count, 0);
  // a full pin leaves no choice but its own team
  if (session.pinned?.team.length !== seats)
    choices.push({ dated: null, assignment: null, members: [], fees: 0, cost: unstaffedCost(season, session) });
  return choices.sort((a, b) => a.cost - b.cost);
}

function feeOfMember(season: Season, session: Session, slot: number, id: string): number {
  return fee(
    must(
      season.trainers.find((trainer) => trainer.id === id),
      "such trainer",
    ),
    session,
    slot,
  );
}
