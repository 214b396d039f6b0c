/** Suggestions: the best teams for a session, the best sessions for a trainer, and what each date still has. */
import type { Lagrangian } from "../../bound/lagrangian.js";
import { check } from "../../check/check.js";
import {
  type Assignment,
  type CostName,
  type Plan,
  parseSeason,
  ROLES,
  type Role,
  type Season,
  type Session,
  type Trainer,
} from "../../model/index.js";
import type { Problem } from "../../problem/compile.js";
import { redactCosts, redactDates, type ToldRule, type View } from "../redact.js";
import { Blockers } from "./blocked.js";
import { CostsOfTeams } from "./costs.js";
import { type ReasonLang, reasonsFor } from "./reasons.js";
import { Standing } from "./standing.js";
import { type RankedTeam, Teams } from "./teams.js";

/** One team for a session. */
export interface SuggestedTeam {
  /** index among the session's slots */
  readonly slot: number;
  /** of the slot's first and last part */
  readonly start: string;
  readonly end: string;
  readonly team: readonly { readonly seat: Role; readonly trainer: string }[];
  /** what the season's cost rises by, the session's own cost of being open taken off */
  readonly cost: number;
  readonly costs: Readonly<Partial<Record<CostName, number>>>;
  /** what using these people then is expected to cost the sessions that are still open */
  readonly opportunity: number;
  readonly total: number;
  readonly reasons: readonly string[];
}

export interface BlockedTrainer {
  readonly trainer: string;
  readonly seat: Role;
  readonly rules: readonly ToldRule[];
}

export interface Suggestions {
  readonly session: string;
  readonly slotCount: number;
  readonly teams: readonly SuggestedTeam[];
  readonly blocked: readonly BlockedTrainer[];
}

/** A session that one trainer could take, with the best team that has her in it. */
export interface SuggestedSession extends SuggestedTeam {
  readonly session: string;
}

/** What one date of a session still has. */
export interface DateLeft {
  readonly slot: number;
  readonly start: string;
  readonly end: string;
  /** teams that break no rule, counted up to `MOST_COUNTED` */
  readonly teams: number;
  readonly best: SuggestedTeam | null;
}

/** Teams of one date are counted up to this many: nobody phones with more in mind. */
export const MOST_COUNTED = 1000;

export interface SuggestOptions {
  readonly top: number;
  readonly view: View;
  /** false leaves what the team's time is worth elsewhere out of the order, and its prices unasked */
  readonly foresight?: boolean;
  /** language of the reasons, by default English */
  readonly lang?: ReasonLang;
}

export interface TeamOptions extends SuggestOptions {
  /** one of the session's slots, by its index; teams of all of them where it is left out */
  readonly slot?: number;
}

/**
 * A season and a plan, asked again and again. Making one compiles the season; the first suggestion works out the prices
 * of what remains open, and later ones find them warm.
 */
export class Advisor {
  readonly standing: Standing;
  private readonly teams: Teams;
  private readonly costs: CostsOfTeams;
  private readonly blockers: Blockers;

  /**
   * @param plan breaks no rule; null: the full pins, and the published teams that break none
   * @param compiled the season compiled, where that has been done before
   * @throws RangeError where the plan breaks a rule
   */
  constructor(season: Season, plan: Plan | null, compiled?: Problem) {
    this.standing = new Standing(season, plan, compiled);
    const { problem, state } = this.standing;
    this.teams = new Teams(this.standing);
    this.costs = new CostsOfTeams(problem, state);
    this.blockers = new Blockers(problem, state);
  }

  /**
   * The best teams for a session over all its slots, exactly, every other session as it stands.
   * @param id of a session of the season
   * @returns best first; no teams where none obeys every rule
   * @throws RangeError where the season has no such session, or the session no such slot
   */
  suggest(id: string, { top, view, foresight = true, lang = "en", slot }: TeamOptions): Suggestions {
    const s = this.indexOf(id);
    const { state, problem } = this.standing;
    const prices = this.pricesFor(s, foresight, view);
    const ranked = this.teams.best(s, {
      top,
      prices,
      ...(slot === undefined ? {} : { slots: [this.slotOf(s, slot)] }),
    });
    const slots = this.datesFor(s, view);
    const column = state.chosen[s] as number;
    if (column >= 0) state.remove(s);
    try {
      return {
        session: id,
        slotCount: problem.index.session(s).slots.length,
        teams: ranked.map((team) => this.told(s, team, view, lang)),
        blocked: this.blockers.of(s, slots).map(({ trainer, seat, dates }) => ({
          trainer: problem.index.trainer(trainer).id,
          seat,
          rules: redactDates(dates, view),
        })),
      };
    } finally {
      if (column >= 0) state.place(column);
    }
  }

  /**
   * The best open sessions for a trainer: those of which the best team with her in it costs least.
   * @throws RangeError where the season has no such trainer
   */
  sessionsFor(trainer: string, { top, view, foresight = true, lang = "en" }: SuggestOptions): SuggestedSession[] {
    const { standing, teams } = this;
    const t = standing.season.trainers.findIndex(({ id }) => id === trainer);
    if (t < 0) throw new RangeError(`the season has no trainer ${trainer}: give the id of one of its trainers`);
    const { open } = standing;
    const prices = open.length > 1 ? this.pricesFor(-1, foresight, view) : null;
    const found: { session: number; team: RankedTeam }[] = [];
    for (const s of open) {
      const [team] = teams.best(s, { top: 1, prices, with: t });
      if (team) found.push({ session: s, team });
    }
    found.sort((a, b) => a.team.total - b.team.total || a.team.cost - b.team.cost || a.session - b.session);
    return found.slice(0, top).map(({ session, team }) => ({
      session: standing.problem.index.session(session).id,
      ...this.told(session, team, view, lang),
    }));
  }

  /**
   * What each date of a session still has, for whoever is on the phone.
   * @param period days, both included; every date where it is left out
   * @throws RangeError where the season has no such session
   */
  datesLeft(
    id: string,
    { view, foresight = true, lang = "en" }: Omit<SuggestOptions, "top">,
    period?: { readonly from: string; readonly to: string },
  ): DateLeft[] {
    const s = this.indexOf(id);
    const { problem, state } = this.standing;
    const first = problem.data.shape.slotStart[s] as number;
    const counts = this.teams.count(s, MOST_COUNTED);
    const prices = this.pricesFor(s, foresight, view);
    const column = state.chosen[s] as number;
    if (column >= 0) state.remove(s);
    try {
      return problem.index.session(s).slots.flatMap((slot, i) => {
        const [start, end] = [slot[0]?.[0] ?? "", slot.at(-1)?.[1] ?? ""];
        if (period && (start.slice(0, 10) < period.from || start.slice(0, 10) > period.to)) return [];
        const [best] = this.teams.best(s, { top: 1, prices, slots: [first + i] });
        return [{ slot: i, start, end, teams: counts[i] ?? 0, best: best ? this.told(s, best, view, lang) : null }];
      });
    } finally {
      if (column >= 0) state.place(column);
    }
  }

  /** The prices that opportunity is counted by; null where nothing but the session itself is open. */
  private pricesFor(session: number, foresight: boolean, view: View): Lagrangian | null {
    const others = this.standing.open.some((other) => other !== session);
    if (!foresight || !others) return null;
    return view === "full" ? this.standing.remaining() : this.standing.remainingForAll();
  }

  /**
   * The slots of which it is told who cannot come: to a reader without the right, those on which some team could. Of the
   * others she learns that nobody can, and not who would be missing: that could tell whose absence it is.
   */
  private datesFor(session: number, view: View): number[] {
    const { slotStart } = this.standing.problem.data.shape;
    const counts = view === "redacted" ? this.teams.count(session, 1) : null;
    const [from, end] = [slotStart[session] as number, slotStart[session + 1] as number];
    return Array.from({ length: end - from }, (_, i) => from + i).filter((_, i) => counts === null || counts[i] !== 0);
  }

  private indexOf(id: string): number {
    const s = this.standing.sessionIx(id);
    if (s === undefined)
      throw new RangeError(`the season has no session ${id}: give the id of one of its sessions, or a file with one`);
    return s;
  }

  /** The season's index of one of a session's slots. */
  private slotOf(session: number, slot: number): number {
    const { problem } = this.standing;
    const { id, slots } = problem.index.session(session);
    if (slots[slot] === undefined)
      throw new RangeError(`session ${id} has no slot ${slot}: give one from 0 to ${slots.length - 1}`);
    return (problem.data.shape.slotStart[session] as number) + slot;
  }

  /** What is told of a team whose session is open in the state; nothing that breaks a rule by the check is told. */
  private told(
    session: number,
    { slot, trainers, cost, opportunity, total }: RankedTeam,
    view: View,
    lang: ReasonLang,
  ): SuggestedTeam {
    const { problem, season } = this.standing;
    const { index, data } = problem;
    const seat = data.seatStart[session] as number;
    const team = trainers.map((t, k) => ({
      seat: ROLES[data.seatRole[seat + k] as number] as Role,
      trainer: index.trainer(t).id,
    }));
    const own = index.session(session);
    const number = index.slotNumber(slot);
    const parts = own.slots[number];
    const costs = this.costs.of(slot, trainers);
    const members = trainers.map((t) => season.trainers[t] as Trainer);
    return {
      slot: number,
      start: parts?.[0]?.[0] ?? "",
      end: parts?.at(-1)?.[1] ?? "",
      team,
      cost,
      costs: redactCosts(costs, view),
      opportunity,
      total,
      reasons: reasonsFor(season, own, members, costs, view, lang),
    };
  }
}

/**
 * The season with one more session, for suggestions to a session that it does not have yet.
 * @throws InputError where the season would be refused with it
 */
export function withSession(season: Season, session: Session): Season {
  return parseSeason({ ...season, sessions: [...season.sessions, session] });
}

/**
 * The plan with a suggestion taken up.
 * @throws Error where the check says that it breaks a rule, which it never should
 */
export function planWith(season: Season, plan: Plan, session: string, suggestion: SuggestedTeam): Plan {
  const taken: Assignment = { session, slot: suggestion.slot, team: suggestion.team };
  const assignments = [...plan.assignments.filter((a) => a.session !== session), taken];
  const next: Plan = { format: "koppel-plan/1", season: season.id, assignments };
  const verdict = check(season, next);
  if (!verdict.feasible) throw new Error(`a suggestion for ${session} breaks ${verdict.violations[0]?.rule}`);
  return next;
}
