/** Why sessions of a plan are open: the rules that stand in the way of each. Reasons name no person and no tag. */
import type { HardRule } from "../model/types.js";
import { type Problem, termsOf } from "../problem/compile.js";
import type { SearchState } from "../score/state.js";
import { slotsClash } from "../terms/conflict.js";
import type { CoverTerm } from "../terms/cover.js";
import { BAN, ROLE_COUNT } from "../terms/indices.js";
import type { OpenReason, OpenSession } from "./api.js";

/** Rules whose reasons are the trainer's own (trust.md, Redaction): told as one. */
const HERS = new Set(["available", "avoidPlaces", "avoidTrainers", "ownCommunity", "exposure", "excludes"]);

const TEXTS: Readonly<Record<string, string>> = {
  seats: "too few in the pool hold the role",
  travelKm: "those who could come live too far away",
  available: "nobody who could come is available on the dates on offer",
  theme: "the level of expertise needed is not there",
  language: "a language needed is not spoken by those who could come",
  community: "nobody who could come shares the community required",
  trait: "a trait asked for is missing in those who could come",
  pinned: "the pinned members leave no whole team",
  overlap: "those who could come are busy at that time",
  travelTime: "those who could come cannot get there in time on that day",
  restDays: "those who could come need rest days around another session",
  perDay: "those who could come have their sessions for that day",
  perWeek: "those who could come have their sessions for that week",
  perSeason: "those who could come have their sessions for the season",
  order: "the session before it in its series is open, or its date does not fit",
  budget: "what is left of the programme's budget is too little for any team that could come",
  cost: "a team could come, but each costs the season more than leaving this session open",
};

function reason(rule: string): OpenReason {
  const told = HERS.has(rule) ? "available" : rule;
  return { rule: told as HardRule | "cost", text: TEXTS[told] ?? "no team obeys every rule" };
}

/**
 * Each open session with the rules that block it, most urgent first.
 * @param state holds the plan in question
 */
export function whyOpen(problem: Problem, state: SearchState): OpenSession[] {
  const open: OpenSession[] = [];
  for (let s = 0; s < state.chosen.length; s++) {
    if ((state.chosen[s] as number) >= 0) continue;
    const { id, priority } = problem.index.session(s);
    const rules = new Set([...rulesAgainst(problem, state, s)].map((rule) => (HERS.has(rule) ? "available" : rule)));
    open.push({ session: id, priority, reasons: [...rules].map(reason) });
  }
  return open.sort((a, b) => b.priority - a.priority);
}

function rulesAgainst(problem: Problem, state: SearchState, session: number): Set<string> {
  const { data } = problem;
  const rules = new Set<string>();
  const before = data.links.previous[session] as number;
  if (before >= 0 && (state.chosen[before] as number) < 0) rules.add("order");
  let [anyList, anyRoom] = [false, false];
  const [from, to] = [data.shape.slotStart[session] as number, data.shape.slotStart[session + 1] as number];
  for (let g = from; g < to; g++) {
    if (!state.slotFits(session, g)) rules.add("order");
    const groups = (data.groupStart[session + 1] as number) - (data.groupStart[session] as number);
    let [whole, room] = [true, true];
    for (let k = 0; k < groups; k++) {
      const q = (data.groupStart[session] as number) + k;
      const list = (data.entryList[g] as number) + k;
      const seats = data.groupSeats[q] as number;
      const [first, last] = [data.entryStart[list] as number, data.entryStart[list + 1] as number];
      whole = whole && last - first >= seats;
      let free = 0;
      for (let e = first; e < last; e++) {
        const t = data.candidateTrainer[data.entryCandidate[e] as number] as number;
        if (state.hasRoom(t, g, data.groupRole[q] as number)) free++;
        else for (const rule of blocking(problem, state, t, g, data.groupRole[q] as number)) rules.add(rule);
      }
      room = room && free >= seats;
    }
    anyList = anyList || whole;
    anyRoom = anyRoom || room;
  }
  if (!anyList) return staticRules(problem, session);
  if (anyRoom && rules.size === 0) rules.add((data.shape.programmeOf[session] as number) >= 0 ? "budget" : "cost");
  if (anyRoom && (data.shape.programmeOf[session] as number) >= 0) rules.add("budget");
  if (rules.size === 0) rules.add("cost");
  return rules;
}

/** Keeps what a function of a problem answered: terms are many, and sorting them out again for each session is slow. */
function once<T>(make: (problem: Problem) => T): (problem: Problem) => T {
  const known = new WeakMap<Problem, { readonly answer: T }>();
  return (problem) => {
    let kept = known.get(problem);
    if (!kept) {
      kept = { answer: make(problem) };
      known.set(problem, kept);
    }
    return kept.answer;
  };
}

const conflictsOf = once((problem) => termsOf(problem.terms, "conflict"));
const membersOf = once((problem) => termsOf(problem.terms, "member"));
const coversOf = once((problem) => {
  const bySession = new Map<number, CoverTerm[]>();
  for (const term of termsOf(problem.terms, "cover")) {
    const those = bySession.get(term.session);
    if (those) those.push(term);
    else bySession.set(term.session, [term]);
  }
  return bySession;
});

/** What a trainer who could sit there otherwise has in the way. */
function blocking(problem: Problem, state: SearchState, trainer: number, slot: number, role: number): string[] {
  const found: string[] = [];
  for (const ledger of state.capacities) {
    const { family } = ledger;
    if (family.owner !== "trainer" || (family.role >= 0 && family.role !== role)) continue;
    if (!ledger.fits(trainer, slot, ledger.factor(slot, trainer))) found.push(family.rule);
  }
  for (const term of conflictsOf(problem))
    if (state.diaries.slots[trainer]?.some((held) => slotsClash(term, problem.data.shape, trainer, slot, held)))
      found.push(term.rule);
  return found;
}

/** Which rules of one session leave no team, whatever the rest of the plan. */
function staticRules(problem: Problem, session: number): Set<string> {
  const { data } = problem;
  const rules = new Set<string>();
  const members = membersOf(problem);
  for (let role = 0; role < ROLE_COUNT; role++) {
    if ((data.shape.seats[session * ROLE_COUNT + role] as number) === 0) continue;
    for (let t = 0; t < data.shape.trainers; t++) {
      const standing = members.filter((term) => (term.always?.(t, role) ?? 0) === BAN);
      if (standing.length > 0) continue;
      const against = members.filter((term) => (term.ofSession(session)?.(t, role) ?? 0) === BAN);
      for (const term of against) rules.add(term.rule);
      if (against.length > 0) continue;
      for (let g = data.shape.slotStart[session] as number; g < (data.shape.slotStart[session + 1] as number); g++)
        for (const term of members) if ((term.ofSlot(g)?.(t, role) ?? 0) === BAN) rules.add(term.rule);
    }
  }
  for (const term of coversOf(problem).get(session) ?? []) if (term.costs[0] === BAN) rules.add(term.rule);
  if (rules.size === 0) rules.add("seats");
  return rules;
}
