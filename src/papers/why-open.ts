/**
 * Why a session has no team, in counts: which rules rule out those who hold the role of a seat. No rule is written here
 * again: each candidate is judged by `check`, in a miniature season of this session, her and the sessions that she has.
 */
import { feeOf } from "../model/fee.js";
import { minuteOf } from "../model/time.js";
import {
  type Assignment,
  type Interval,
  type Place,
  type Plan,
  ROLES,
  type Role,
  type Season,
  type Session,
  type ThemeNeed,
  type Trainer,
  type Verdict,
  type Violation,
} from "../model/types.js";
import { staffedIn } from "./staffed.js";
import { type PaperRule, paperRule } from "./words.js";

/** One reason why a session is open, fit for paper: it names no person, and no reason that is hers to keep. */
export interface SeatReason {
  readonly rule: PaperRule;
  /** the seat for which people are ruled out, or null: a reason of the session as a whole */
  readonly seat: Role | null;
  /** how many hold the role and are ruled out, on every date on offer, by this rule among others */
  readonly blocked: number;
  /** how many hold the role */
  readonly of: number;
}

export type Judge = (season: Season, plan: Plan) => Verdict;

/** Judgements of one candidate on one date before the rest of the sessions is passed over: about 10 s of work. */
const MOST_JUDGEMENTS = 60_000;

/** How many of those who are free are judged as one team. */
const TABLE = 40;

/** Rules that a team breaks as a whole, and that more people at the table can mend. */
const OF_TEAM = new Set(["theme", "language", "community", "trait"]);

/**
 * Why each open session of a plan is open.
 * @param judge the independent check
 * @param most how many judgements to spend; sessions past it, the less urgent ones, are absent from the answer
 * @returns reasons by session id, those that rule out most people first
 */
export function whyOpen(
  season: Season,
  plan: Plan,
  judge: Judge,
  most: number = MOST_JUDGEMENTS,
): ReadonlyMap<string, readonly SeatReason[]> {
  const desk = new Desk(season, plan, judge);
  const found = new Map<string, readonly SeatReason[]>();
  const open = season.sessions.filter((session) => !desk.staffed.has(session.id));
  for (const session of open.sort((a, b) => b.priority - a.priority)) {
    if (desk.spent > most) break;
    found.set(session.id, desk.reasonsOf(session));
  }
  return found;
}

/** What a candidate, or a team, breaks on one date. */
type Broken = ReadonlySet<PaperRule>;

/** The plan by session and by trainer, and the questions that are asked of it. */
class Desk {
  readonly staffed: ReadonlyMap<string, Assignment>;
  spent = 0;
  readonly #sessions: ReadonlyMap<string, Session>;
  readonly #trainers: ReadonlyMap<string, Trainer>;
  readonly #places: ReadonlyMap<string, Place>;
  readonly #booked = new Map<string, Assignment[]>();

  constructor(
    readonly season: Season,
    plan: Plan,
    readonly judge: Judge,
  ) {
    this.staffed = staffedIn(season, plan);
    this.#sessions = new Map(season.sessions.map((session) => [session.id, session]));
    this.#places = new Map(season.places.map((place) => [place.id, place]));
    this.#trainers = new Map(season.trainers.map((trainer) => [trainer.id, trainer]));
    for (const assignment of this.staffed.values())
      for (const { trainer } of assignment.team) {
        const hers = this.#booked.get(trainer);
        if (hers === undefined) this.#booked.set(trainer, [assignment]);
        else hers.push(assignment);
      }
  }

  reasonsOf(session: Session): SeatReason[] {
    const offered = session.pinned === null ? [...session.slots.keys()] : [session.pinned.slot];
    const slots = offered.filter((slot) => !this.#breaksOrder(session, slot));
    if (slots.length === 0) return [whole("order")];
    const roles = ROLES.filter((role) => (session.seats[role] ?? 0) > 0);
    const found = roles.map((role) => this.#candidates(session, role, slots));
    const short = found.flatMap((seat) => seat.reasonsIfShort);
    if (short.length > 0) return short;
    // Some seat may be short on each date, yet no seat on all of them.
    const dates = slots.filter((_, i) => found.every((seat) => (seat.free[i]?.length ?? 0) >= seat.wanted));
    if (dates.length === 0) return [whole("seats")];
    const teams = dates.map((slot) => {
      const i = slots.indexOf(slot);
      return { slot, seats: found.map((seat) => ({ role: seat.role, wanted: seat.wanted, free: seat.free[i] ?? [] })) };
    });
    const missing = teams.map(({ slot, seats }) => this.#allTogether(session, slot, seats));
    if (missing.every((broken) => broken.size > 0)) return [...union(missing)].map(whole);
    if (teams.every(({ slot, seats }) => this.#breaksBudget(session, slot, seats))) return [whole("budget")];
    return [whole("cost")];
  }

  /** Who could sit in a role's seats on each date, and what rules the others out. */
  #candidates(session: Session, role: Role, slots: readonly number[]) {
    const pinned = (session.pinned?.team ?? []).filter(({ seat }) => seat === role).map(({ trainer }) => trainer);
    const wanted = session.seats[role] ?? 0;
    const holders = this.season.trainers.filter(({ roles }) => roles.includes(role));
    const pool = pinned.length < wanted ? holders : holders.filter(({ id }) => pinned.includes(id));
    const blocked = new Map<PaperRule, number>();
    const free: Trainer[][] = slots.map(() => []);
    for (const trainer of pool) {
      const broken = slots.map((slot) => this.#brokenBy(session, role, trainer, slot));
      for (const [i, rules] of broken.entries()) if (rules.size === 0) free[i]?.push(trainer);
      if (broken.every((rules) => rules.size > 0))
        for (const rule of union(broken)) blocked.set(rule, (blocked.get(rule) ?? 0) + 1);
    }
    const isShort = free.every((people) => people.length < wanted);
    const reasons = [...blocked].map(([rule, count]) => ({ rule, seat: role, blocked: count, of: pool.length }));
    // Ties go by name, so that the order tells nothing more than the counts do.
    reasons.sort((a, b) => b.blocked - a.blocked || (a.rule < b.rule ? -1 : 1));
    const none = { rule: "seats" as const, seat: role, blocked: 0, of: pool.length };
    return { role, wanted, free, reasonsIfShort: !isShort ? [] : reasons.length > 0 ? reasons : [none] };
  }

  /** The rules that a candidate breaks by herself in a seat of a session on a date. */
  #brokenBy(session: Session, role: Role, trainer: Trainer, slot: number): Broken {
    this.spent += 1;
    const booked = this.#booked.get(trainer.id) ?? [];
    const others = booked.flatMap(({ session: id }) => this.#sessions.get(id) ?? []).map(withoutNeeds);
    const alone = { ...onlyNeedsOfAll(session), seats: { [role]: 1 }, pinned: null, programme: null };
    // Only what can matter is handed over: most of the work would else be reading her whole agenda again and again.
    const covering = trainer.available.filter(([from, to]) =>
      session.slots[slot]?.some(([start, end]) => from <= start && end <= to),
    );
    const her = { ...trainer, available: covering, discouraged: [] };
    const verdict = this.judge(
      {
        ...this.season,
        ...NOTHING_ELSE,
        places: this.#placesOf(her, [...others, alone]),
        trainers: [her],
        sessions: [...others, alone],
      },
      this.#plan([
        ...booked.map((one) => ({ ...one, team: one.team.filter((member) => member.trainer === trainer.id) })),
        { session: session.id, slot, team: [{ seat: role, trainer: trainer.id }] },
      ]),
    );
    // What she breaks in a session that she has already is not this session's affair; her diary (where = her code) is.
    const hers = verdict.violations.filter(({ where }) => where === session.id || where === trainer.id);
    return new Set(hers.map(({ rule }) => paperRule(rule)));
  }

  #placesOf(trainer: Trainer, sessions: readonly Session[]): Place[] {
    const ids = new Set([
      trainer.home,
      ...sessions.flatMap(({ place, audience }) => [...audience, place ?? trainer.home]),
    ]);
    return [...ids].flatMap((id) => this.#places.get(id) ?? []);
  }

  /** The needs that even all who are free do not meet together. */
  #allTogether(session: Session, slot: number, seats: readonly Seats[]): Broken {
    const people = seats.flatMap(({ role, free }) => free.map((trainer) => ({ role, trainer })));
    const alone = { ...session, pinned: null, programme: null };
    let missing: readonly Violation[] = [];
    // In tables of a few: a team's members are compared two by two, and a need is met if it is met at any table.
    for (let i = 0; i < people.length && (i === 0 || missing.length > 0); i += TABLE) {
      const table = people.slice(i, i + TABLE);
      const trainers = [...new Set(table.map(({ trainer }) => trainer))];
      const team = table.map(({ role, trainer }) => ({ seat: role, trainer: trainer.id }));
      const verdict = this.judge(
        { ...this.season, ...NOTHING_ELSE, trainers, sessions: [alone] },
        this.#plan([{ session: session.id, slot, team }]),
      );
      const broken = verdict.violations.filter(({ rule }) => OF_TEAM.has(rule));
      // Two needs of one kind differ in their text: each must be met somewhere, not both at one table.
      missing = i === 0 ? broken : missing.filter((need) => broken.some(({ text }) => text === need.text));
    }
    return new Set(missing.map(({ rule }) => paperRule(rule)));
  }

  #breaksOrder(session: Session, slot: number): boolean {
    const series = this.season.series.filter(({ sessions }) => sessions.includes(session.id));
    // Only the sessions before it matter: those after it are open, for they build on this one.
    const before = series.map((one) => ({
      ...one,
      sessions: one.sessions.slice(0, one.sessions.indexOf(session.id) + 1),
    }));
    const ids = before.flatMap(({ sessions }) => sessions);
    const verdict = this.judge(
      {
        ...this.season,
        ...NOTHING_ELSE,
        trainers: [],
        series: before,
        sessions: ids.flatMap((id) => this.#sessions.get(id) ?? []).map(withoutNeeds),
      },
      this.#plan([
        ...ids.flatMap((id) => this.staffed.get(id) ?? []).map((one) => ({ ...one, team: [] })),
        { session: session.id, slot, team: [] },
      ]),
    );
    return verdict.violations.some(({ rule }) => rule === "order");
  }

  /** Whether even the cheapest who are free cost more than what is left of the programme's budget. */
  #breaksBudget(session: Session, slot: number, seats: readonly Seats[]): boolean {
    const programme = this.season.programmes.find(({ id }) => id === session.programme);
    if (programme === undefined) return false;
    let euros = seats.reduce((sum, { wanted, free }) => {
      const fees = free.map((trainer) => feeIn(session, slot, trainer)).sort((a, b) => a - b);
      return sum + fees.slice(0, wanted).reduce((a, b) => a + b, 0);
    }, 0);
    for (const { session: id, slot: taken, team } of this.staffed.values()) {
      const other = this.#sessions.get(id);
      if (other === undefined || other.programme !== programme.id) continue;
      for (const member of team) {
        const trainer = this.#trainers.get(member.trainer);
        if (trainer !== undefined) euros += feeIn(other, taken, trainer);
      }
    }
    return euros > programme.budget;
  }

  #plan(assignments: readonly Assignment[]): Plan {
    return { format: "koppel-plan/1", season: this.season.id, assignments };
  }
}

interface Seats {
  readonly role: Role;
  readonly wanted: number;
  readonly free: readonly Trainer[];
}

const NOTHING_ELSE = { series: [], programmes: [], pairs: [], published: [] } as const;

function whole(rule: PaperRule): SeatReason {
  return { rule, seat: null, blocked: 0, of: 0 };
}

function union(sets: readonly Broken[]): Set<PaperRule> {
  return new Set(sets.flatMap((set) => [...set]));
}

/** Asked of nobody (everyone has level 0), yet the theme still counts for exposure. */
function asksNothing(theme: ThemeNeed): ThemeNeed {
  return { ...theme, level: 0, who: "all" };
}

function withoutNeeds(session: Session): Session {
  const themes = session.themes.map(asksNothing);
  return { ...session, themes, communities: [], languages: [], traits: [], pinned: null, programme: null };
}

/** The session with the needs that each member has to meet by herself; its communities stay, for `ownCommunity`. */
function onlyNeedsOfAll(session: Session): Session {
  return {
    ...session,
    themes: session.themes.map((theme) => (theme.who === "all" ? theme : asksNothing(theme))),
    communities: session.communities.map((one) => (one.required === "all" ? one : { ...one, required: null })),
    languages: session.languages.filter(({ who }) => who === "all"),
    traits: session.traits.filter(({ who }) => who === "all"),
  };
}

function feeIn(session: Session, slot: number, trainer: Trainer): number {
  const minutes = (part: Interval) => minuteOf(part[1]) - minuteOf(part[0]);
  const parts = (session.slots[slot] ?? []).reduce((sum, part) => sum + minutes(part), 0);
  return feeOf(trainer.ratePerHour, parts + session.paidMinutes);
}
